# The operator's desk: /admin.
operator-title = The operator’s desk
operator-total-none = The bot holds nobody’s money now.
operator-total-escrow = Protected in orders: { $amount }
operator-total-refund = To be returned to buyers: { $amount }
operator-total-seller = On sellers’ balances: { $amount }
operator-total-payout = In requested payouts: { $amount }
operator-total-commission = Your commission: { $amount }
operator-button-home = To the operator’s desk
operator-button-find = Find
operator-button-disputes = Disputes: { $n }
operator-button-payouts = Payouts: { $n }
operator-button-refunds = Refunds: { $n }
operator-button-failed = Failures: { $n }
operator-button-statistics = Statistics
operator-button-texts = Texts
operator-since = Waiting since { $moment }

operator-find-ask = What are you looking for? Write an order number, a name, a @username or id, or the number of a payment.
operator-find-none = Nothing was found. Check the spelling and write it again.
operator-found = What is to be opened?

operator-refunds-title =
    { $n ->
        [one] { $n } refund waits
       *[other] { $n } refunds wait
    }
operator-refunds-none = Everything has been returned.
operator-refund-due = Money has to be returned
operator-refund-how = Return it at the payment provider or by a transfer, then press the button: the buyer is told.
operator-refund-line = Refund #{ $id }: { $amount }, { $name }, id { $person }
operator-refund-order = Order #{ $number }
operator-refund-charge = Payment { $charge }
operator-refund-part = Part of a payment: Telegram undoes payments only whole, so this part is returned by hand.
operator-refund-error =
    { $n ->
        [one] The bot has tried { $n } time: { $error }
       *[other] The bot has tried { $n } times: { $error }
    }
operator-button-refunded = Returned: #{ $id }, { $amount }
operator-button-try-now = Try refund #{ $id } again now
operator-refund-done = Noted: { $amount } returned
operator-refund-confirmed = Refund #{ $id }: { $amount } noted as returned, the buyer knows.
operator-refund-tried = The bot tries again

operator-order-seller = Seller: { $name }, id { $person }
operator-order-buyer = Buyer: { $name }, id { $person }
operator-method-stars = Payment: Telegram Stars
operator-method-provider = Payment: through a payment provider
operator-method-direct = Payment: directly between the sides
operator-order-held = Protected: { $amount }
operator-order-charge = Payment of { $amount }: { $charge }

operator-person-id = id { $person }
operator-person-username = Username: { $username }
operator-person-rating = Responsibility rating: { $rating } (kept: { $kept }, broken: { $broken })
operator-person-balance = On the balance: { $amount }
operator-person-orders = Orders in all: { $n }
operator-person-reason = Reason: { $reason }
operator-standing-good = No restrictions
operator-standing-paused = Sales are paused
operator-standing-banned = Access is closed
operator-button-pause = Pause sales
operator-button-ban = Close access
operator-button-good = Lift restrictions
operator-is-good = There are no restrictions any more
operator-ask-pause = Pause the sales of { $name }. There will be no new orders; those under way go on. Write the reason, it will be read: { $least } to { $most } characters.
operator-ask-ban = Close access for { $name }. They can’t do anything in the bot; the clocks of their orders go on. Write the reason, it will be read: { $least } to { $most } characters.

operator-failed-title =
    { $n ->
        [one] { $n } failure
       *[other] { $n } failures
    }
operator-failed-none = Everything has been handled.
operator-failed-line = { $code } · { $kind } · id { $person } · { $moment }
operator-button-retry = Retry { $code }
operator-button-drop = Forget { $code }
operator-failed-retry = It is being handled again
operator-failed-drop = It is not tried again

operator-texts-title = Which text is to be changed? People read them by the commands /terms and /paysupport.
operator-text-name = /{ $name } · { $language }
operator-text-ask = Send the new text in one message, up to { $most } characters. Its formatting is kept.
operator-button-anew = Write anew
operator-button-own = Restore the original
operator-text-restored = The original text is back

# What the person themselves hears of it.
banned = Access to the bot is closed for you. Reason: { $reason } If this is a mistake, write to { $operator }.
standing-no-reason = not given.
standing-now-paused = The operator has paused your sales: there will be no new orders for now. Orders under way go on. Reason: { $reason }
standing-now-banned = The operator has closed the bot to you. Reason: { $reason }
standing-now-good = The operator has lifted the restrictions: everything works as before.

# Categories.
operator-button-categories = Categories
operator-categories-are = This is how buyers and sellers see them. Press a category to change it.
operator-categories-none = There are no categories yet. Add the first one, and sellers can choose a category for a gig.
operator-category-add = Add a category
operator-category-name = Rename
operator-category-up = Up
operator-category-down = Down
operator-category-drop = Remove
operator-category-sure = Yes, remove
operator-category-at-the-end = It is at the end already
operator-category-remove-sure = Remove the category “{ $name }”? Its gigs stay in the catalogue without one.
operator-category-ask-ru = Write the name in Russian, { $least } to { $most } characters.
operator-category-ask-en = Now in English, { $least } to { $most } characters.
