# Orders from elsewhere: adding one, carrying it alone, inviting the buyer.

button-add-order = ➕ Add an order
elsewhere-ask-title =
    Let us add an order that you took on another marketplace: the bot will watch its clocks.
    What is it called? { $least } to { $most } characters.
elsewhere-ask-counterpart = Who ordered it, and on which marketplace? For example: Anna, Fiverr. Up to { $most } characters. The buyer will not see it.
elsewhere-ask-price = What does it cost? Write a number, for example: { $example }. For another currency add its sign: ₽, $ or €.
elsewhere-ask-stage = Have you started work?
button-stage-not-started = Not started yet
button-stage-started = In progress
elsewhere-ask-term = How many days are there for the work once it has begun? A number from { $least } to { $most }.
elsewhere-ask-start = How long is left to start? Choose or write: 5 h, 18:00 or 30.11 18:00.
elsewhere-ask-due = When is it due? Choose how long is left, or write: 30.11, 30.11 18:00 or 5 days. An overdue order can be added too.
elsewhere-ask-notes = Send the brief and your notes: text or files. If you invite the buyer later, they will see them.
elsewhere-notes = From the seller
elsewhere-preview = This is how the order will be kept:
elsewhere-preview-late = This order is past its due time: it will be in your list as overdue.
elsewhere-preview-means = The clocks and warnings are those of any other order. You note the buyer’s steps; the bot itself cancels and accepts nothing. It holds no money, and such an order leaves your rating as it is.
button-add-order-now = Add
elsewhere-added = Order #{ $number } is added.
elsewhere-not-added = The order was not added.
lead-added-order = 📌 An order from elsewhere

card-alone = The buyer is not in the bot: you note their steps. This order leaves your rating as it is.
card-unrated = An order from elsewhere: it leaves the rating as it is.
card-brief-elsewhere = Brief and notes
card-payment-elsewhere = Payment: on the marketplace, the bot holds no money
brief-without-notes = This order has no brief and no notes.
clock-alone-not-started = Start { $countdown }, by { $moment }
clock-alone-not-started-passed = The time to start was over { $countdown }, { $moment }
clock-alone-in-review = The review ends { $countdown }, { $moment }
clock-alone-in-review-passed = The review was over { $countdown }, { $moment }

calendar-alone-means = An order from another marketplace: the bot itself cancels and accepts nothing.

button-handed-over = 📦 Work delivered
button-move-due = Move the due time
button-accepted-elsewhere = ✅ The buyer accepted
button-returned-elsewhere = Sent back for rework
button-option-elsewhere = Add an option
button-invite = Invite the buyer
button-without-remarks = No remarks
button-note-option = Add
moved-handed = Noted: delivered

handover-ask-remarks-alone = Order #{ $number }. What is to be changed? Send the buyer’s remarks to have them at hand, with files if you like.
handover-sent-remarks-alone = Noted: order #{ $number } has come back for rework.
option-ask-title-alone = Order #{ $number }. What has the buyer ordered besides? A title of { $least } to { $most } characters.
option-preview-alone = Order #{ $number }. The option will be part of price and term:
option-noted = The option is now part of order #{ $number }.
elsewhere-ask-new-due = Order #{ $number }. How long does the buyer agree to wait? The days are added to the due time or, if it has passed, to now. You can also write the new due time: 30.11 or 30.11 18:00.
elsewhere-due-noted = The due time of order #{ $number } has moved.
elsewhere-due-stays = The due time of order #{ $number } stays.
sure-off = Is order #{ $number } “{ $title }” cancelled on the marketplace? It will be closed here; your rating stays as it is.
ending-called-off = Cancelled on the marketplace

news-alone-delivered = Delivered; your clock stands still. The review lasts until { $moment }: note here when the buyer accepts the work or sends it back.
news-alone-returned = The order is in progress again, its clock runs. Due: { $moment }.
news-alone-returned-late = The order is in progress again. It was due { $moment }: agree on a new time with the buyer and move it here.
news-alone-option = The option is added: { $title }, { $price }, { $days }.
news-due-moved = The due time has moved: { $moment }.
news-alone-due-passed = The order is past its due time. Write to the buyer on the marketplace and name a date; once they agree, move the due time here.
news-window-passed-auto-cancel = The time to start is over. What about the order on the marketplace? Start if it is still yours, or note that it is cancelled.
news-window-passed-auto-accept = The review time is over. What about the order on the marketplace? Note whether the buyer has accepted the work.
news-alone-done = The order is completed. Well done.
news-alone-off = The order is cancelled and closed.
news-ended-called-off-seller = The order is cancelled on the marketplace.
news-ended-called-off-buyer = The order is cancelled on the marketplace.
warning-alone-start-warning = ⏳ { $left } left to start: { $moment }. Start work, or note that the order is cancelled.
warning-alone-review-warning = ⏳ { $left } left of the review. It lasts until { $moment }: have a look at the marketplace.

invite-link = The link for the buyer of order #{ $number } “{ $title }”. One person can join by it: pass it on to them alone.
button-invite-new = New link
button-invite-off = Withdraw the link
invite-renewed = The link before leads nowhere now
invite-withdrawn = The link is withdrawn; nobody can join order #{ $number }.
join-invited = { $name } invites you to an order:
join-means = Join to see its clocks, get the work here and accept it. Payment is between the two of you; the bot holds no money.
button-join = ✅ Join
join-done = You have joined order #{ $number }.
joined-already = You have joined already
lead-joined-order = 🤝 This order is now yours too
news-joined = 🤝 { $name } is in the order now: the buyer makes their own moves, and you can write to each other. The clocks count for both now: when one runs out, the order is cancelled or accepted by itself, like any other. What came before is marked in the history as entered by you.

news-ended-accepted-seller-unrated = 🎉 { $name } accepts the work. Thank you for seeing it through.
news-ended-auto-accepted-seller-unrated = The review time ran out; the work is accepted automatically.
news-ended-auto-cancelled-seller-unrated = Auto-cancelled: you did not start in the time given. The rating stays as it is.
news-ended-cancelled-overdue-seller-unrated = { $name } cancels the overdue order. The rating stays as it is.
news-ended-excused-seller-unrated = { $name } finds the reason good. The order is cancelled.
news-ended-blamed-seller-unrated = { $name } does not find the reason good. The order is cancelled, the rating stays as it is.
news-ended-blamed-buyer-unrated = The order is cancelled without a good reason. { $back }
news-ended-cancelled-anyway-seller-unrated = You cancelled without the buyer’s consent. The rating stays as it is.
cancel-unrated = An order from elsewhere: whatever the buyer answers, your rating stays as it is.
sure-any-unrated = Cancel order #{ $number } without the buyer’s consent? The rating stays as it is.

history-added = The seller added an order from elsewhere. To be started by { $until }
history-added-started = The seller added an order from elsewhere, in progress already. Due: { $until }
history-joined = The buyer joined. The clock: until { $until }
history-due-moved = The due time moved to { $until }
history-window-passed-auto-cancel = The time to start was over
history-window-passed-auto-accept = The review time was over
history-noted = entered by the seller
operator-order-alone = Buyer: { $name }, not in the bot

refusal-buyer-not-joined = The buyer has not joined this order yet. Invite them by the link on its card.
refusal-buyer-has-joined = The buyer is in the order now: agree with them by the buttons on the card.
refusal-already-joined = This order can no longer be joined: it has its buyer, or it is over.
refusal-own-invitation = This link is for the buyer of your order: pass it on to them.
refusal-no-such-invitation = This link no longer works. Ask the seller for a new one.
refusal-moment-not-understood = I do not understand when that is. Write a date, a time or how long is left: 30.11, 30.11 18:00, 18:00 or 5 h.
refusal-moment-out-of-range = That time does not fit. A start or a new due time lies ahead, a due time passed at most 90 days ago, and nothing is more than a year away.
refusal-counterpart-length = { $least } to { $most } characters are needed here; yours are { $actual }.
