# The balance, its statement, and paying sellers out.
balance-title = Balance
balance-available = Available: { $amount }
balance-held = Protected: { $amount }
balance-held-net = Of that yours after the commission: { $amount }
balance-leaving = To be paid out: { $amount }
balance-paid-out = Paid out: { $amount }
balance-none =
    { $method ->
        [direct] The bot holds no money: the sides settle directly, and there is nothing to show here.
       *[other] Nothing here yet. This is where you see which money is protected, which is yours already, and which is on its way back.
    }
balance-section-selling = 🛡 Protected until the buyer accepts the work
balance-section-leaving = ⏳ To be paid out
balance-section-buying = 🛡 You have paid, the money is protected: { $amount }
balance-section-returning = ↩️ On its way back to you: { $amount }
balance-line = #{ $number } { $title }: { $amount }
balance-line-net = #{ $number } { $title }: { $amount }, yours { $net }
balance-payout = Payout #{ $id }: { $amount }, requested { $moment }
balance-refund = { $what }: { $amount }, returned by the bot
balance-refund-by-hand = { $what }: { $amount }, returned by the operator
balance-stray = A payment without an order
button-withdraw = Withdraw
button-statement = Statement
button-take-payout-back = Take payout #{ $id } back

statement-title = Statement: { $month }
statement-caption-all = Statement from the beginning
statement-none = Nothing moved this month, and the balance is empty.
statement-column-when = When
statement-column-what = What
statement-column-order = Order
statement-column-amount = Amount
statement-opening = At the beginning
statement-closing = At the end
statement-now = Now
statement-earned = Earned with an order
statement-earned-net = { $title } (commission { $fee })
statement-payout-requested = Payout #{ $id }, with the operator
statement-payout-paid = Payout #{ $id }, paid out
statement-payout-declined = Payout #{ $id }, requested
statement-payout-withdrawn = Payout #{ $id }, requested
statement-declined = Payout #{ $id } declined
statement-withdrawn = Payout #{ $id } taken back
statement-total =
    { $n ->
        [0] nothing moved
        [one] { $n } movement
       *[other] { $n } movements
    }
button-csv = Download CSV
button-csv-all = CSV of all months
csv-column-when = Date and time ({ $zone })
csv-column-utc = Time UTC
csv-column-what = Operation
csv-column-order = Order
csv-column-title = Title
csv-column-payout = Payout
csv-column-commission = Commission
csv-column-amount = Amount
csv-column-balance = Balance
csv-column-currency = Currency
csv-opening = At the beginning
csv-earned = Earned with an order
csv-payout = Payout requested
csv-declined = Payout declined
csv-withdrawn = Payout taken back
csv-closing = At the end

withdraw-choose-currency = Which money do you want to withdraw?
withdraw-ask-amount = How much? The balance holds { $available }. Write an amount or press the button.
button-withdraw-all = All of it: { $amount }
withdraw-ask-target = Where should the money go? The amount: { $amount }. Write it in words, { $least } to { $most } characters: a card, a phone or a wallet.
withdraw-ask-how =
    { $currency ->
        [XTR] Telegram lets no bot pass Stars on to people, so the operator pays you outside of the bot: name the currency that suits you, too.
       *[other] The operator transfers the money outside of the bot.
    }
withdraw-how =
    { $currency ->
        [XTR] Telegram lets no bot pass Stars on to people: the operator pays you outside of the bot.
       *[other] The operator transfers the money outside of the bot.
    }
withdraw-now = Now it says:
withdraw-preview = This is how the operator will see your request. Is all of it right?
withdraw-preview-end = The amount leaves the balance at once. Until the operator has paid, you can take the request back.
button-withdraw-send = Send
button-withdraw-amount = ✏️ Amount
button-withdraw-target = ✏️ Where to
withdraw-sent = The request is sent: payout #{ $id }, { $amount }. A message will come when the operator has answered.
withdraw-cancelled = No request was sent; the money is on your balance.
payout-taken-back = Payout #{ $id } is taken back: { $amount } is on your balance again

payout-title =
    Payout #{ $id }: { $state ->
        [requested] waits for you
        [paid] paid out
        [declined] declined
       *[withdrawn] taken back by the seller
    }
payout-person = To: { $name }, id { $id }
payout-amount = Amount: { $amount }
payout-target = Where to:
payout-asked = Requested { $moment }
payout-standing =
    Earned in all { $earned } with { $orders ->
        [one] { $orders } order
       *[other] { $orders } orders
    }, paid out { $paid }, to be paid out { $leaving }, on the balance { $available }
payout-how =
    { $currency ->
        [XTR] Telegram lets no bot pass Stars on to people. Pay the seller yourself, outside of the bot, and only then press “Paid out”.
       *[other] The bot doesn’t transfer this money. Pay the seller yourself and only then press “Paid out”.
    }
payout-was-paid = Paid out { $moment }, noted by { $name }
payout-was-declined = Declined { $moment } by { $name }. The reason:
payout-was-withdrawn = The seller took the request back { $moment }: the money is on their balance again
button-copy-target = Copy the details
button-paid-out = Paid out
button-decline-payout = Decline
payout-noted = Noted: { $amount } paid out. The seller is told.
payout-settled-already =
    { $state ->
        [paid] This payout was already noted as paid out: { $name }.
        [declined] This payout was already declined: { $name }.
       *[withdrawn] The seller has already taken the request back, the money is on their balance. If you have paid it, write to them.
    }
payout-ask-reason = Payout #{ $id } of { $amount }: why do you decline it? The seller reads the reason, { $least } to { $most } characters.
payout-declined = Payout #{ $id } is declined: the money is on the seller’s balance again, and they are told why.
payout-news-paid = Payout #{ $id } of { $amount }: the operator says that you were paid outside of the bot, here:
payout-news-not-come = If the money hasn’t come, write to { $operator }.
payout-news-declined = Payout #{ $id } is declined: { $amount } is on your balance again. The operator’s reason:
payout-news-withdrawn = The seller { $name } has taken back payout #{ $id } of { $amount }: don’t pay it.
payouts-title = Payouts
payouts-waiting =
    { $n ->
        [0] Nobody waits for a payout.
        [one] { $n } request waits. Press it to open it:
       *[other] { $n } requests wait. Press one to open it:
    }
payouts-button = #{ $id } · { $amount } · { $name }
