# Quick replies: short texts that go into an order with two taps.
button-quick-replies = Quick replies

quick-title = Quick replies
quick-about =
    Keep here what you write often. In an order press “Quick replies”, then the reply itself, and the buyer gets it.
    In place of { "{name}" } the bot puts the buyer’s name, in place of { "{order}" } the order’s number.
quick-none = Nothing here yet. Begin with three prepared ones: a greeting, what you need from the buyer, thanks. Or write your own.
quick-full = { $most } replies are kept, there is no room for more: to add a new one, remove one of them.
quick-place = Quick reply { $place } of { $count }
quick-preview = The buyer will read it like this:
quick-sample-name = Anna
quick-private = 📞 There is a phone number in this. Whenever you send this reply in an order, you pass it on too.
quick-saved = Saved.
quick-removed = Reply removed
quick-remove-sure = Remove this reply? What was sent before stays.
quick-examples-added = Three replies are added. Open any of them and make it yours.
quick-ask = Write the text of the reply, up to { $most } characters. You can put in { "{name}" } for the buyer’s name and { "{order}" } for the order’s number.
quick-ask-now = The reply is now:

quick-button-add = Add a reply
quick-button-examples = Add three prepared ones
quick-button-change = Change
quick-button-up = Move up
quick-button-remove = Remove
quick-button-remove-sure = Remove
quick-button-all = All replies
quick-button-edit = Change the replies

quick-choose = Order #{ $number }. Which reply is to be sent? Press it, and the buyer gets it.
quick-choose-none = Order #{ $number }. You keep no quick replies yet. Add three prepared ones or write your own; from then on two taps are enough. They are kept in “Settings”.
quick-sent = ✅ Sent in order #{ $number }:
quick-is-sent = Sent
quick-list-is-over = A reply was sent from this list already, or the list is out of date. Open “Quick replies” in the order once more.

quick-example-greeting = Hello { "{name}" }, thank you for order #{ "{order}" }. I am going to read the brief now and will write at once if anything needs to be cleared up.
quick-example-needed = { "{name}" }, to begin with order #{ "{order}" } I need the texts and materials to be used, and examples of what you like. You can simply reply to this message.
quick-example-thanks = { "{name}" }, thank you for order #{ "{order}" }. It was a pleasure to work with you. If you need anything else, write to me.
