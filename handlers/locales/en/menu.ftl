# The menu, help, and whatever belongs to no other screen.
button-menu = Menu
button-gigs = My gigs
button-catalogue = Catalogue
button-balance = Balance
button-statistics = Statistics
button-settings = Settings
button-help = Help
button-order = #{ $number } · { $title }

menu-greeting =
    Hello, { $name }.
    This is “V srok” (“On time”): people order and deliver gigs here – services with a fixed price and term. The bot carries an order from the brief to the accepted work and warns you of every deadline ahead.
menu-choose = Where to?
menu-form-open = You have a form open: it waits for an answer to its last question. “Cancel” leaves it.

form-left = You have left the form. Everything sent before is safe.
form-none = There is nothing to cancel: no form is open.

button-is-dead = This button no longer works. Open /start.
link-unknown = There is no such link. Check that you copied all of it, or ask for it again.
command-unknown = There is no such command. Everything there is stands on the buttons below.
stray = There is nobody to pass this on to now: you have no open orders in which anybody could answer. Here is what you can do:
stray-in-form = A button under the last question is due now. “Cancel” leaves the form; what was sent before stays.

help-seller-title = If you sell
help-seller =
    1. Create a gig in “My gigs”. Buyers find it in the “Catalogue”, and you can send its link yourself.
    2. When an order comes, read the brief. If all is clear, press “Start work”: you have { $window } for that.
    3. When it is done, press “Deliver finished work” and attach the files.
    4. If you can’t do it, press “Cancel order” and explain why: a good reason doesn’t hurt your rating.
help-seller-money = 5. When the buyer accepts the work, the money comes to your “Balance”, and you can withdraw it.
help-buyer-title = If you order
help-buyer =
    1. Find a gig in the “Catalogue” or open the seller’s link. Press “Order”, answer the questions and { $method ->
        [direct] confirm
       *[other] pay for
    } the order.
    2. When the work comes, press “Accept work” or “Send back for rework”. You have { $review } to review it, a day more over a weekend; then it is accepted by itself.
    3. If the seller is late, one button cancels the order.
help-exchange = No gig that suits you? Describe the task on the exchange (/exchange), and sellers will offer a price and a term. Sellers find orders there.
help-rest = You can write to the other side from the order’s card. A seller keeps frequent phrases in “Settings” → “Quick replies” and sends them in an order with two taps. /cancel leaves any form.

privacy-title = What the bot keeps
privacy =
    Your name, username and language from Telegram, your settings, quick replies and gigs. For each order: the brief, messages, deliveries, and what happened when. The files themselves stay with Telegram; the bot remembers only their ids.

    An order is seen by its two sides: your name and what you sent. The bot doesn’t know your phone number and doesn’t show your username. It runs on its operator’s server, so the operator has access to the data as well.

    The data is kept until you ask for its deletion. To learn what is stored about you, or to have it deleted, write to { $operator }.
operator-to = the bot’s operator

terms-title = Terms
terms =
    An order is an agreement between a buyer and a seller: its price, term and brief stand on the card and don’t change by themselves once confirmed.

    { $method ->
        [direct] Payment is settled directly between the sides. The bot neither takes nor holds money: it watches the deadlines, passes on messages and work, and keeps the seller’s responsibility rating.
        [stars] Orders are paid with Telegram Stars. The bot keeps them protected until the work is accepted; then they are on the seller’s balance. Whenever an order is cancelled, they go back to the buyer in full.
       *[provider] Orders are paid through Telegram. The bot keeps the money protected until the work is accepted; then it is on the seller’s balance. Whenever an order is cancelled, the operator returns it to the buyer in full.
    }

    The buyer accepts the work. If the buyer stays silent until the end of the review, it is accepted by itself. An order can be cancelled by the rules shown at the “Cancel order” button.
paysupport =
    { $method ->
        [direct] The bot takes no payments: the sides settle directly. Ask the other side about a payment – open the order and press “Write”. About the bot itself, write to { $operator }.
        [stars] The money for an order is protected until the work is accepted. When an order is cancelled, the Stars come back by themselves, usually within a minute. If a payment is missing or a refund has not come, write to { $operator } with the number of the order. Telegram’s own support does not help with payments inside the bot.
       *[provider] The money for an order is protected until the work is accepted. When an order is cancelled, the operator returns it. If a payment is missing or a refund has not come, write to { $operator } with the number of the order. Telegram’s own support does not help with payments inside the bot.
    }

command-start = Menu
command-orders = Orders
command-gigs = My gigs
command-catalog = Catalogue
command-balance = Balance
command-stats = Statistics
command-settings = Settings
command-help = Help
command-cancel = Leave the form
command-privacy = What the bot keeps about you
command-terms = Terms
command-paysupport = Questions about payments
