# Taking orders: the seller has paused or is busy.
button-taking = Taking orders
taking-title = Taking orders
taking-now-open = You are taking orders.
taking-now-away = You take no orders until { $moment }: then it is on again by itself.
taking-now-busy = You are busy now: new orders can come once there is a place.
taking-now-stopped = The operator has paused your sales.
taking-limit = In work at a time: { $most } at most, { $n } now.
taking-no-limit = In work at a time: as many as come, { $n } now.
taking-about = While you take no orders, the catalogue and your links say when you are back, and you keep your place in the catalogue. Orders under way go on, and your offers stand.
taking-button-return = Take orders again
taking-button-away = No orders until …
taking-button-limit = How many at a time
taking-button-date = Another date
taking-button-no-limit = No limit
taking-button-other-limit = Another number
taking-ask-away = For how many days do you want no orders? Then it is on again by itself.
taking-ask-limit = How many orders do you work on at a time? Those not started or in progress count; delivered ones don't. Once there is a place, orders come again.
taking-type-away = Write the day from which you take orders again, for example: 05.12. At most { $days } days ahead.
taking-type-limit = How many orders do you work on at a time? Write a number from { $least } to { $most }.
taking-away = No new orders for now. Orders under way go on.
taking-back = You are taking orders again

absence-away = The seller has paused. Taking orders again on { $moment }.
absence-busy = The seller is busy now, with as many orders as they work on at a time.
absence-stopped = The seller takes no orders now.
button-tell-when-back = Tell me when they are back
button-tell-when-free = Tell me when they are free
waiting-noted = All right: the bot will write to you as soon as the seller takes orders again.
waiting-noted-before = You have asked for this already: the bot will write as soon as the seller takes orders again.
waiting-back = { $name } takes orders again. You asked to be told: “{ $title }” can be ordered.
waiting-back-without = { $name } takes orders again, but the gig “{ $title }” is no longer on sale. Have a look at the others.

refusal-seller-away = The seller takes no orders now. If you have answered questions already, your answers are kept.
refusal-seller-busy = The seller is busy and takes no new orders now. If you have answered questions already, your answers are kept.
refusal-away-out-of-range = It has to be tomorrow at the earliest, and at most { $most } days ahead. Write another day.
refusal-limit-out-of-range = You can work on { $least } to { $most } orders at a time. Write a number from that range.
refusal-limit-not-understood = Write a whole number from { $least } to { $most }. For example: 3.
