# An order: card, buttons, news, warnings, forms.

order-title = Order #{ $number } · { $title }
card-number = Order #{ $number }
card-other-seller = Seller: { $name }
card-other-buyer = Buyer: { $name }
card-price = Price: { $price }
card-payment-direct = Payment: directly between you; the bot holds no money
card-payment-awaited = Payment: through Telegram; the money is protected until you accept
card-payment-held = 🛡 The money is protected until the work is accepted
card-payment-released = The money has gone to the seller
card-payment-returned = The money is going back to the buyer
card-commission = Commission { $percent }%: you get { $net }
money-back =
    { $method ->
        [direct] There is nothing to pay.
        [elsewhere] If you have paid already, agree with the seller on getting it back.
        [stars] Your Stars are on their way back: a message will tell you when they are there.
       *[provider] The operator returns your money: a message will tell you when that is done.
    }
money-back-then =
    { $method ->
        [direct] There will be nothing to pay.
        [elsewhere] If you have paid already, agree with the seller on getting it back.
        [stars] Your Stars come back to you.
       *[provider] The operator returns your money.
    }
payment-stray =
    { $method ->
        [stars] A payment of { $amount } has come, but there is nothing left to be paid with it. Your Stars are on their way back.
       *[provider] A payment of { $amount } has come, but there is nothing left to be paid with it. The operator returns the money.
    }
payment-not-checked = The invoice could not be checked just now, and no money was taken. Please try again.
money-released = On your balance: +{ $amount }.
money-kept = Commission { $percent }%: { $amount }.
money-is-back = Your payment has been returned: { $amount }.
news-money-returned = { $amount } for the order is back with you.
card-term =
    { $days ->
        [one] Term: { $days } day
       *[other] Term: { $days } days
    }
card-status = Status: { $status }
card-returns =
    { $n ->
        [one] Sent back for rework { $n } time
       *[other] Sent back for rework { $n } times
    }
card-brief = From the buyer
card-brief-more = … all of it is behind “Brief”
card-start-means = “Start work” means: you agree with the brief, all of it is clear, and you have everything you need.
lead-new-order = 🔔 A new paid order

status-awaiting-payment = Awaiting payment
status-not-started = Not started
status-in-progress = In progress
status-in-review = In review
status-completed = Completed
status-cancelled = Cancelled
status-overdue = Overdue
status-cancellation-pending = Cancellation being agreed

clock-awaiting-payment = { $method ->
        [direct] Confirm
       *[other] Pay
    } by { $moment } ({ $countdown })
clock-not-started = Auto-cancel { $countdown }, { $moment }
clock-in-progress = Due { $countdown }, { $moment }
clock-overdue = Was due { $countdown }, { $moment }
clock-in-review = Accepted automatically { $countdown }, { $moment }
clock-answer-buyer = The buyer answers by { $moment } ({ $countdown })
clock-answer-seller = The seller answers by { $moment } ({ $countdown })

ending-accepted = The buyer accepted the work
ending-auto-accepted = Accepted automatically: the review time ran out
ending-lapsed = The time to pay ran out
ending-abandoned = The buyer decided not to order
ending-auto-cancelled = Auto-cancelled: the seller did not start in time
ending-cancelled-before-start = The buyer cancelled before the start
ending-changed-mind = The buyer changed their mind right after the start
ending-cancelled-overdue = The buyer cancelled an overdue order
ending-excused = Cancelled for a good reason
ending-blamed = Cancelled without a good reason
ending-cancelled-anyway = The seller cancelled without the buyer’s consent
ending-seller-agreed = Cancelled at the buyer’s request
ending-silence = Cancelled: the request was not answered

reason-mismatch = The buyer’s requirements do not match the gig
reason-no-information = The buyer has not supplied the information needed
reason-no-contact = The buyer cannot be reached
reason-agreed = Agreed with the buyer
reason-unable = I cannot do this order
reason-no-time = No time
reason-not-needed = The work is no longer needed
reason-seller-silent = The seller cannot be reached
reason-agreed-with-seller = Agreed with the seller
reason-other = Another reason

button-confirm-order = ✅ Confirm order
button-pay-now = Pay { $price }
invoice-comes = The invoice is below
invoice-description = “{ $what }”: the money is protected until the work is accepted.
button-pay = ⭐ Pay
button-start-work = ✅ Start work
button-cancel-order = Cancel order
button-withdraw-request = Withdraw request
button-cancel-anyway = Cancel anyway
button-reason-excused = Good reason
button-reason-blamed = Not a good reason
button-do-not-cancel = Do not cancel
button-agree-to-cancel = Agree to cancel
button-deliver = 📦 Deliver finished work
button-interim = Show interim result
button-accept-work = ✅ Accept work
button-send-back = Send back for rework
button-offer-option = Offer options
button-ask-to-wait = Ask to wait
button-write = Write
button-ask-information = Ask for information
button-open-order = Open order #{ $number }
button-brief = Brief
button-history = History
button-orders = Orders
button-yes-cancel = Yes, cancel
button-send-to-seller = Send to the buyer
button-send-to-buyer = Send to the seller
button-rewrite = Rewrite
button-send-delivery = 📦 Deliver
button-send-remarks = Send back for rework
button-send-interim = Show to the buyer
button-send-message = Send

moved-pay = Order confirmed
moved-start = You have started
moved-ok = Order cancelled
moved-bad = Order cancelled
moved-no = The order goes on
moved-agree = Order cancelled
moved-refuse = The order goes on
moved-take = Request withdrawn
moved-late = Order cancelled
moved-accept = Work accepted

news-order-paid-seller = { $name } { $method ->
        [direct] confirms
       *[other] pays for
    } the order. Auto-cancel: { $moment }.
news-order-paid-buyer = { $method ->
        [direct] The order is confirmed and handed to the seller.
       *[other] Payment received, the money is protected: the seller gets it when you accept the work.
    } { $name } will start or answer by { $moment }, otherwise the order is cancelled by itself.
news-work-started-seller = You have started. Deliver by { $moment }; the bot reminds you in advance.
news-work-started-buyer = { $name } has started. Due: { $moment }.
news-work-started-mind = You can still change your mind at no cost for { $left }.
news-cancellation-requested-asker = The cancellation request is sent. The order’s clock is stopped. { $name } answers by { $moment }; without an answer the order is cancelled and the rating stays as it is.
news-cancellation-requested-answerer = { $name } asks to cancel the order. The clock is stopped; please answer by { $moment }. Without an answer the order is cancelled and the rating stays as it is.
news-verdicts-mean = “Good reason”: the order is cancelled, the seller’s rating stays. “Not a good reason”: the order is cancelled, the seller’s rating drops. “Do not cancel”: the order goes on.
news-cancellation-withdrawn-asker = You withdrew the request to cancel. The order goes on, its clock runs until { $moment }.
news-cancellation-withdrawn-answerer = { $name } no longer asks to cancel. The order goes on, its clock runs until { $moment }.
news-cancellation-declined-answerer = You chose to go on with the order. Its clock runs until { $moment }.
news-cancellation-declined-asker = { $name } does not agree to cancel. The order goes on, its clock runs until { $moment }.
news-cancellation-declined-asker-seller = { $name } does not agree to cancel. The order goes on, its clock runs until { $moment }. You can ask again, or cancel without consent: the rating then drops.
news-work-delivered-seller = Delivered; your clock stands still. { $name } checks until { $moment }, then the work is accepted automatically.
news-work-delivered-seller-again =
    { $returns ->
        [one] Delivered again; your clock stands still. The order had come back { $returns } time. { $name } checks until { $moment }.
       *[other] Delivered again; your clock stands still. The order had come back { $returns } times. { $name } checks until { $moment }.
    }
news-work-delivered-buyer = 📦 { $name } delivers the work: it is above. Check it and accept it or send it back by { $moment }. After that it is accepted automatically.
news-work-returned-seller = { $name } sends the work back; the remarks are above. The clock runs again, due: { $moment }.
news-work-returned-seller-late = { $name } sends the work back; the remarks are above. The order was due { $moment }, so the buyer can cancel it in one click: write when the changes will be ready.
news-work-returned-buyer = Your remarks are with the seller. The order is in progress again, due: { $moment }.
news-work-returned-buyer-late = Your remarks are with the seller. The order was due { $moment }; you can cancel it in one click.
heading-delivery = 📦 { $name } delivers · order #{ $number } “{ $title }”
heading-remarks = 🔁 { $name } sends back for rework · order #{ $number } “{ $title }”
heading-message = 💬 { $name } · order #{ $number } “{ $title }”
heading-information = ❓ { $name } asks for information · order #{ $number } “{ $title }”
heading-interim = 👀 { $name } shows an interim result · order #{ $number } “{ $title }”
news-said-message = 💬 { $name } writes to you
news-said-information = ❓ { $name } asks for information needed for the work: the list is above. Answer with “Write”.
news-said-interim = 👀 { $name } shows an interim result. It is not the delivery yet: the clock runs, there is nothing to accept.
news-due-passed-seller = The order is past its due time. It goes on, but the buyer can cancel it in one click. Most late orders still end well if the buyer is asked in time: write to them and name a date.
news-due-passed-buyer = The order is past its due time. { $name } has not delivered yet. The order goes on; you need not wait: you can cancel it in one click.
news-ended-accepted-seller = 🎉 { $name } accepts the work. Thank you for seeing it through. Responsibility rating: { $rating }.
news-ended-accepted-buyer = You accepted the work. Thank you for your order.
news-ended-auto-accepted-seller = The review time ran out; the work is accepted automatically. Responsibility rating: { $rating }.
news-ended-auto-accepted-buyer = The review time ran out; the work is accepted automatically. Thank you for your order.
news-ended-auto-cancelled-seller = Auto-cancelled: you did not start in the time given. The responsibility rating { $fell ->
        [0] stays as it was
       *[other] dropped
    }: { $rating }.
news-ended-auto-cancelled-buyer = The seller did not start in time; the order is cancelled. { $back }
news-ended-cancelled-before-start-seller = { $name } cancels before the start. The rating stays as it is.
news-ended-cancelled-before-start-buyer = You cancelled before the start. { $back }
news-ended-changed-mind-seller = { $name } cancels right after the start. The rating stays as it is.
news-ended-changed-mind-buyer = You cancelled the order. { $back }
news-ended-cancelled-overdue-seller = { $name } cancels the overdue order. The responsibility rating { $fell ->
        [0] stays as it was
       *[other] dropped
    }: { $rating }.
news-ended-cancelled-overdue-buyer = You cancelled the overdue order. { $back }
news-ended-excused-seller = { $name } finds the reason good. The order is cancelled, the rating stays: { $rating }.
news-ended-excused-buyer = The order is cancelled for a good reason. { $back }
news-ended-blamed-seller = { $name } does not find the reason good. The order is cancelled, the responsibility rating { $fell ->
        [0] stays as it was
       *[other] dropped
    }: { $rating }.
news-ended-blamed-buyer = The order is cancelled without a good reason; the seller’s rating drops. { $back }
news-ended-cancelled-anyway-seller = You cancelled without the buyer’s consent. The responsibility rating { $fell ->
        [0] stays as it was
       *[other] dropped
    }: { $rating }.
news-ended-cancelled-anyway-buyer = { $name } cancels the order. { $back }
news-ended-seller-agreed-seller = You agreed to cancel. The rating stays as it is.
news-ended-seller-agreed-buyer = { $name } agrees to cancel. The order is cancelled. { $back }
news-ended-silence-seller = The request to cancel was not answered; the order is cancelled. The rating stays as it is.
news-ended-silence-buyer = The request to cancel was not answered; the order is cancelled. { $back }

warning-start-warning = ⏳ { $left } left until auto-cancel: { $moment }. Start work, or cancel with a reason.
warning-due-warning = ⏳ { $left } left to deliver. Due: { $moment }.
warning-review-warning = ⏳ The order is accepted automatically in { $left }. Check the work by { $moment }.
warning-answer-warning-buyer = ⏳ The seller asks to cancel. Answer by { $moment }: { $left } left. Without an answer the order is cancelled.
warning-answer-warning-seller = ⏳ The buyer asks to cancel. Answer by { $moment }: { $left } left. Without an answer the order is cancelled.

rating-none = no data

cancel-choose-reason-seller = Why do you want to cancel order #{ $number }? It is best agreed with the buyer first: they see the reason and decide whether it is a good one.
cancel-choose-reason-buyer = Why do you want to cancel order #{ $number }? The seller sees the reason and answers.
cancel-ask-explanation-seller = Explain to the buyer what happened, in { $least } to { $most } characters.
cancel-ask-explanation-buyer = Explain to the seller what happened, in { $least } to { $most } characters.
cancel-rewrite = Write the explanation anew, in { $least } to { $most } characters.
cancel-preview-seller = Order #{ $number }. This is what the buyer will see:
cancel-preview-buyer = Order #{ $number }. This is what the seller will see:
cancel-rating-now = Your responsibility rating: { $rating }
cancel-rating-excused = With “Good reason” it stays: { $rating }
cancel-rating-blamed = With “Not a good reason” it becomes: { $rating }
cancel-advice = Advice: agree it with the buyer first, apologise if the fault is yours, and argue clearly why there is no other way.
cancel-sent = The request to cancel order #{ $number } is sent.
cancel-stayed = You did not cancel order #{ $number }.

sure-drop = Drop order #{ $number }? Your answers to the seller’s questions will not be kept.
sure-early = Cancel order #{ $number } “{ $title }”? { $back } The seller’s rating stays as it is.
sure-mind = Cancel order #{ $number } “{ $title }”? The seller has started, but you can still do it at no cost.
sure-any = Cancel order #{ $number } without the buyer’s consent? Your responsibility rating becomes: { $rating }.
sure-done = Order #{ $number } is cancelled.

handover-ask-delivery = Order #{ $number }. A good delivery is one where:
    • everything in the brief is done and checked to 100%;
    • all the buyer’s remarks are addressed;
    • nothing is left “for later”.
    If the work is not finished, show an interim result: the clock runs on meanwhile.

    Write a message to the buyer and attach the files.
handover-ask-remarks = Order #{ $number }. Write what to change, point by point. You can attach files.
handover-ask-interim = Order #{ $number }. Send a text or files: the buyer sees that it is an interim result. Status and clock stay as they are.
handover-ask-message = Order #{ $number }. Send a message or files for the other side.
handover-returns =
    { $n ->
        [one] The order came back { $n } time: please check everything once more.
       *[other] The order came back { $n } times: please check everything once more.
    }
handover-draft = Your draft is kept ({ $files }). Add to it or go on.
handover-got = Got it. Send more or press “{ $next }”.
handover-got-album = Got the album. Send more or press “{ $next }”.
handover-preview = This is what the buyer will see:
handover-preview-end = All correct? To deliver: the message and { $files }.
handover-more = Send what to add.
handover-sent-delivery = The work on order #{ $number } is delivered.
handover-sent-remarks = The remarks on order #{ $number } are sent.
handover-sent-interim = The interim result on order #{ $number } is sent.
handover-sent-message = The message on order #{ $number } is sent.
handover-cancelled = Nothing was sent. Order #{ $number } is unchanged.

failed-for-person = Something broke on our side. Your message is kept and the operator knows. Code: { $code }

# Options: paid extra work.
option-days =
    { $days ->
        [0] same term
        [one] +{ $days } day
       *[other] +{ $days } days
    }
card-option = ➕ Option: { $title }, { $price }, { $days }
option-words = { $title }, { $price }, { $days }
card-bought = Price and term include these options:
card-bought-option = ☑ { $title }, { $price }, { $days }
options-more =
    { $n ->
        [one] …and { $n } more option
       *[other] …and { $n } more options
    }
option-choose = Order #{ $number }. Which option do you offer the buyer?
option-choice-changed = The options have changed meanwhile. Please choose again.
button-own-option = An option of your own
option-ask-title = Order #{ $number }. What extra work do you offer? A title of { $least } to { $most } characters.
option-ask-price = What does it cost? Write the price as a number, for example: 500.
option-ask-days = How many days does it add to the term? A number from { $least } to { $most }; 0 for the same term.
option-preview = Order #{ $number }. This is the option as the buyer will see it:
button-send-option = Offer
option-sent = The option for order #{ $number } is offered to the buyer.
button-pay-option = ✅ Pay for the option: { $price } · { $title }
button-decline-option = Decline “{ $title }”
button-withdraw-option = Take back “{ $title }” ({ $price })
option-pay = Option paid
option-no = You declined the option
option-take = Offer taken back
news-option-offered-seller = The option is offered. It joins the order’s price and term once the buyer pays for it.
news-option-offered-buyer = { $name } offers extra work. Pay for the option if you agree: it joins the order’s price and term.
news-option-paid-seller = The buyer paid for the option: { $title }, { $price }, { $days }.
news-option-paid-buyer = Added to the order: { $title }, { $price }, { $days }.
news-option-paid-due = New due time: { $moment }.
news-option-declined-seller = The buyer declined the option: { $title }, { $price }, { $days }. If the work cannot be done without it, you can cancel the order with a reason.
news-option-declined-buyer = You declined the option: { $title }, { $price }, { $days }. The order is unchanged.
news-option-withdrawn-seller = You took back the option: { $title }, { $price }, { $days }.
news-option-withdrawn-buyer = The seller took back the option: { $title }, { $price }, { $days }. The order is unchanged.
news-option-closed = No longer on offer: { $title }, { $price }, { $days }.

# Asking to wait.
card-wait = ⏳ The seller asks to wait until { $moment }
wait-choose = Order #{ $number }. How much more time do you need? The days are added to the due time or, if it has passed, to now.
button-other-date = Another date
wait-ask-date = Order #{ $number }. Until which date? Write it like this: 30.11.
wait-sent = The request to wait with order #{ $number } is sent to the buyer.
button-wait-agree = ✅ I will wait
button-wait-decline = I do not agree
wait-agreed = New due time accepted
wait-declined = The due time stays
news-wait-requested-seller = You asked to wait until { $moment }. The clock runs until the buyer answers.
news-wait-requested-buyer = { $name } asks you to wait until { $moment }. If you agree, that is the new due time.
news-wait-agreed-seller = { $name } will wait. New due time: { $moment }.
news-wait-agreed-buyer = You agreed to wait. New due time: { $moment }.
news-wait-declined-seller = { $name } does not agree to wait. The due time stays.
news-wait-declined-buyer = You did not agree to wait. The due time stays.
news-wait-closed = The request to wait no longer stands.
