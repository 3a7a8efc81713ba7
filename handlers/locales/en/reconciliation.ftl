# What the comparison with Telegram's list tells the operator.
differences-heading = Stars compared with Telegram
differences-more =
    { $n ->
        [one] And { $n } more difference: it is in the log.
       *[other] And { $n } more differences: they are in the log.
    }
difference-of-order = { $amount } · { $name } · order #{ $number }
difference-of-none = { $amount } · { $name } · no order
difference-missed-held = Telegram had not told of this payment; the bot found it in the list. Now the order is paid.
difference-missed-stray = Telegram had not told of this payment; the bot found it in the list. There is nothing left to be paid with it, the Stars are on their way back.
difference-taken-back-open = Telegram has taken these Stars back, mostly because the buyer got a refund from the shop where they were bought. The order goes on, but its money is gone.
difference-taken-back-over = Telegram has taken these Stars back, mostly because the buyer got a refund from the shop where they were bought. The order is over, and the bot has no Stars for it any more.
difference-not-there = The bot has this payment, but Telegram’s list does not.
difference-not-returned = The bot says this payment was given back, but Telegram’s list does not.
difference-otherwise = In Telegram’s list this payment has another amount or another payer.
