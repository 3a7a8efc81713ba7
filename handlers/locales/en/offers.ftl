# Offers: a seller makes them, a buyer opens them.
button-offer = Individual offer
offers-title = Individual offers
offers-none = An offer is work, a price and a term for one person. Send them its link: it can be ordered once.
offers-line = { $number }. { $title } — { $price }, { $state }
offers-button-new = Make an offer
offer-title = Individual offer
offer-state = Status: { $state }
offer-state-new = the link has not been opened yet
offer-state-sent = sent to { $name }
offer-state-opened = opened by { $name }
offer-state-ordered = order No. { $number }
offer-state-declined = declined by { $name }
offer-state-expired = expired
offer-state-withdrawn = withdrawn
offer-until = Stands until { $moment } ({ $countdown })
offer-link = A link for one person: the offer is theirs who open it first.
offer-link-taken = By this link only { $name } sees the offer.
offer-made = The offer is ready. Send the link to whom it is for:
offer-sent = The offer was sent to { $name }.
offer-button-all = All offers
offer-button-open = Open the offer
offer-button-withdraw = Withdraw
offer-button-withdraw-sure = Yes, withdraw
offer-button-again = Offer again
offer-button-decline = Decline
offer-button-decline-sure = Yes, decline
offer-button-create = Create the link
offer-button-send = Send to { $name }
offer-withdraw-sure = Withdraw the offer “{ $title }”? It can't be ordered any more then, and an unpaid order of it is cancelled.
offer-withdrawn = The offer is withdrawn
offer-withdrawn-buyer = { $name } no longer offers “{ $title }”: the offer is withdrawn. There is nothing to pay for it.
offer-decline-sure = Decline the offer “{ $title }”? The seller will be told. Only they can offer it again.
offer-declined-seller = { $name } has declined the offer “{ $title }”.
offer-ordered-before = There is an order of this offer already: No. { $number }

offer-for = An offer for { $name }
offer-for-first = An offer for one person: you get a link and send it to them.
offer-ask-title = What do you offer to do? A title of 3 to 70 characters. For example: “A logo and a sign for a café”.
offer-ask-description = Describe what you have agreed on: what the buyer gets, and what the price doesn't include. 20 to 3,000 characters.
offer-preview = This is what the buyer will see. All correct?
offer-how-long =
    The offer stands for { $days ->
        [one] { $days } day
       *[other] { $days } days
    }; change that by the buttons.

offer-tail-open = Press “Order”, check the order and { $method ->
        [direct] confirm
       *[other] pay for
    } it: until then the seller does not hear of it. You can talk about the work inside the order.
offer-tail-ordered = Order No. { $number } was placed of this offer.
offer-tail-expired = This offer has expired. Ask the seller for a new one.
offer-tail-withdrawn = The seller has withdrawn this offer.
offer-tail-declined = You have declined this offer. If you have changed your mind, ask the seller for a new one.

refusal-no-such-offer = There is no such offer. Check the link or ask the seller.
refusal-offer-of-another = This offer was made for somebody else. Ask the seller to make one for you.
refusal-offer-expired = This offer has expired. Ask the seller for a new one.
refusal-offer-withdrawn = This offer is withdrawn.
refusal-offer-declined = This offer was declined. It can be made anew.
refusal-offer-used = An order of this offer was placed already.
refusal-offer-length-unknown = An offer can't stand that long: choose by the buttons.
refusal-seller-stopped = This seller's sales are paused. The operator of the bot can settle this.

ending-taken-back = The seller has withdrawn the offer
