# What the two sides say to each other inside an order.
room-edited = ✏️ edited
room-which-order = Which order is this for? Press it, and the message goes to the other side.
room-which-order-else = The order is not listed? Open it in “Orders”, press “Write” and send the message once more.
room-reply-to-none = The message you replied to belongs to no order. Which order is your reply for?
room-passed-on = Passed on in order #{ $number }.
room-settled = This message is settled already: passed on, kept by you, or out of date.
room-private = There is a phone number or a contact in this. The other side of order #{ $number } sees it only if you agree. Pass it on?
room-private-next = Order #{ $number }. One question is left, below.
room-kept-private = Nothing was passed on.
room-edit-file = The file of a message already passed on can’t be replaced: send the new one as a message of its own.
room-edit-album = This album has several captions, so the edit was not passed on: write a new message.
room-edit-private = An edit with a phone number is not passed on: send the number as a message of its own.
room-absent = { $name } is away from the bot. Messages in order #{ $number } are kept: { $name } gets them when back.
room-not-taken = Telegram did not deliver a part of what you sent in order #{ $number }. Send it in another form: a voice message as text, a video or a sticker as a file.
button-pass-on-private = Pass it on
button-keep-private = Don’t pass it on
