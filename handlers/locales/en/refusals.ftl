# Why not: one sentence, what is wrong and what to do. At most 200 characters, as an answer to a press holds.
refusal-no-such-order = You have no such order. Your orders are in /orders.
refusal-wrong-side = This is for the other side of the order to decide.
refusal-own-gig = This gig is yours: you can’t order from yourself.
refusal-no-such-gig = You have no such gig. Your gigs are in /gigs.
refusal-banned = Access to the bot is closed for you. Send any message to learn why.
refusal-no-such-person = The bot knows nobody like that.
refusal-no-such-update = This failure is off the list already: it was retried or forgotten.
refusal-reason-length = An explanation of { $least } to { $most } characters is needed; this one has { $actual }.
refusal-other-currency = The bot takes another currency by now: the seller has to set a new price.
refusal-paid-by-invoice = This order is paid by its invoice: press “Pay” on the order’s card.
refusal-paid-directly = The sides settle this order directly: the bot takes no money for it.
refusal-wrong-amount = The amount of this invoice is out of date: open the order and press “Pay” again.
refusal-no-such-refund = This refund is done already.
refusal-no-such-payout = This request is closed already: paid, declined or taken back. /balance shows what there is now.
refusal-not-enough-money = The balance holds { $available } by now: less than you ask for. Press “Amount” and choose another.
refusal-amount-out-of-range = The balance holds { $available }. Write an amount above zero and up to that.
refusal-amount-not-understood = { $currency ->
    [XTR] Write the amount as a whole number. For example: 500.
   *[other] Write the amount as a number. For example: 500 or 499.90.
    }
refusal-nothing-to-withdraw = There is nothing to withdraw yet: the balance is empty. Money comes when a buyer accepts your work.
refusal-no-operator = You can’t withdraw yet: the bot has no operator set up to pay you. The money stays on your balance.
refusal-payout-target-length = Write where the money should go: { $least } to { $most } characters; this has { $actual }.
refusal-payout-reason-length = A reason of { $least } to { $most } characters is needed; this one has { $actual }. The seller reads it.
refusal-not-on-sale = This gig isn’t on sale now. Check the link or ask the seller.

refusal-status-awaiting-payment = The order still awaits its payment.
refusal-status-not-started = Work on the order has not started yet.
refusal-status-in-progress = The order is already in progress.
refusal-status-in-review = The order is already in review with the buyer.
refusal-status-completed = The order is already completed.
refusal-status-cancelled = The order is already cancelled.

refusal-room-closed = The order ended more than 30 days ago: it can’t be written in any more.
refusal-stale-button = The order has changed since. Look at it once more and, if all is right, press again.
refusal-clock-ran-out = The time for this has run out.
refusal-clock-still-runs = The time hasn’t run out yet.
refusal-cancellation-pending = A cancellation is being agreed: first it must be answered or taken back.
refusal-no-cancellation-pending = There is no request to cancel now: it was answered or taken back.
refusal-nothing-declined = First ask for the cancellation: cancelling anyway is possible only after the buyer declined.
refusal-change-of-mind-over = The first minutes after the start are over. Now the seller must agree to a cancellation.
refusal-change-of-mind-still-possible = Work has only just begun: you can cancel the order at once, without a request.
refusal-not-overdue = The order isn’t overdue yet, so the seller must agree to a cancellation.
refusal-already-overdue = The order is overdue: you can cancel it at once, without a request.

refusal-title-length = A title of { $least } to { $most } characters is needed; this one has { $actual }.
refusal-description-length = A description of { $least } to { $most } characters is needed; this one has { $actual }.
refusal-too-many-questions = { $least } to { $most } questions are needed, one a line. These are { $actual }.
refusal-question-length = A question can have at most { $most } characters; the longest one has { $actual }.
refusal-too-many-presets = A gig can have { $most } options at most. Remove one of them first.
refusal-preset-title-taken = The gig has an option of that title already. Write another one.
refusal-nothing-to-search = Write what you are looking for in words: at least one letter or digit is needed.
refusal-search-too-long = A search can have at most { $most } characters; this one has { $actual }. Keep the main words.
refusal-no-such-category = There is no such category any more. Open /catalog and choose another one.
refusal-search-forgotten = This search is forgotten by now. Open /catalog and press “Search”.
refusal-category-name-taken = There is a category of this name already. Write another name.
refusal-category-name-length = A name of { $least } to { $most } characters is needed; this one has { $actual }.
refusal-term-out-of-range = A term can be { $least } to { $most } days. Write a number within these bounds.
refusal-term-not-understood = Write the term as a whole number of days, { $least } to { $most }. For example: 3.
refusal-explanation-length = An explanation of { $least } to { $most } characters is needed; this one has { $actual }.
refusal-text-too-long = A text can have at most { $most } characters; this makes { $actual }. Shorten it or attach it as a file.
refusal-too-many-files = At most { $most } files can be attached; this makes { $actual }.

refusal-price-out-of-range = A price can be { $least } to { $most } { $currency ->
    [RUB] ₽
    [XTR] ⭐
    [USD] $
    [EUR] €
   *[other] { $currency }
    }. Write a number within these bounds.
refusal-invoice-too-dear = With the options it comes to more than { $most } { $currency ->
    [RUB] ₽
    [XTR] ⭐
    [USD] $
    [EUR] €
   *[other] { $currency }
    }, which is more than one invoice can ask for. Tick fewer options.
refusal-price-not-understood = { $currency ->
    [XTR] Write the price as a whole number. For example: 1500.
   *[other] Write the price as a number. For example: 1500 or 1499.90.
    }

refusal-too-many-quick-replies = There can be at most { $most } quick replies. To add a new one, remove one of the others.
refusal-quick-reply-length = A reply can have { $least } to { $most } characters; this one has { $actual }.
refusal-unknown-placeholder = There is nothing to put in place of { $word }: the bot knows only { "{name}" } and { "{order}" }. Correct the word, or take the braces away.
refusal-no-such-quick-reply = This quick reply is gone: you have changed or removed it.

refusal-unsupported-kind = This can’t be passed on. Send a text, photo, video, voice message or file.
refusal-text-expected = A text is needed here: answer in words.
refusal-too-late-to-edit = An edit after two days is not passed on: write a new message.
refusal-form-over = This form is already closed.
refusal-delivery-needs-text = A delivery needs a message: tell the buyer what is done.
refusal-empty-message = The message is empty: send a text or a file.
refusal-remarks-needed = Write what should be changed: the work can’t be sent back without it.
refusal-brief-incomplete = Answer all of the seller’s questions: the order can’t be placed without them.

refusal-last-warning = At least one reminder must stay. First choose another one.
refusal-timezone-not-understood = There is no such time zone. Write a city or the difference from UTC, for example “Omsk” or “UTC+6”.
refusal-quiet-hours-not-understood = Write two different times, for example “23:00–08:00”.

refusal-no-such-item = This has been answered, or no answer is needed any more.
refusal-too-many-items = At most { $most } items can be unanswered; with the earlier ones this makes { $actual }. Wait for answers or shorten the list.
refusal-item-length = An item can have at most { $most } characters; the longest one has { $actual }.
refusal-list-too-long = All items together can have at most { $most } characters; this makes { $actual }. Shorten them or ask for some later.
refusal-too-many-options = There are { $most } open offers already. Wait for an answer or take one back.
refusal-extra-days-out-of-range = Write how many days to add, a number from { $least } to { $most }.
refusal-no-such-option = This offer no longer stands.
refusal-option-already-offered = This option is offered already: the buyer has not answered yet.
refusal-no-such-preset = The gig has no such option now. Please choose again.
refusal-no-wait-requested = This request to wait no longer stands.
refusal-wait-already-requested = You have already asked to wait until then: the buyer has not answered yet.
refusal-wait-out-of-range = The new due time must be later than the present one and at most 90 days away. Choose another.
refusal-date-not-understood = Write the date in numbers, for example: 30.11 or 30.11.2026.
refusal-too-many-photos = A gig has no more than { $most } photos: the others were not added. Remove some, or press “Done”.
refusal-photo-expected = A photo is needed here. Send it as a photo, not as a file: one by one or as an album.
