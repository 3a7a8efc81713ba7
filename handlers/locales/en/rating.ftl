# The responsibility rating.
button-rating = Responsibility rating
rating-title = Responsibility rating: { $rating }
rating-made-of =
    { $n ->
        [one] { $n } order counts: { $kept } kept, { $broken } broken.
       *[other] { $n } orders count: { $kept } kept, { $broken } broken.
    }
rating-no-orders = There are no finished orders yet that count for it.
rating-next-kept = The next order kept: { $rating }
rating-next-broken = The next order broken: { $rating }
rating-rule = It is the share of kept orders among the last { $most }. An order is broken if you did not start in time, cancelled it without consent or without a good reason, or the buyer cancelled it overdue. Other cancellations do not count.
rating-line-kept = ✅ #{ $number } · { $ended } · { $day }
rating-line-broken = ❌ #{ $number } · { $ended } · { $day }
rating-rule-auto-cancelled = Why: an order that was not started in time counts as broken.
rating-rule-cancelled-overdue = Why: an overdue order that the buyer cancels counts as broken.
rating-rule-blamed = Why: an order cancelled without a good reason counts as broken.
rating-rule-cancelled-anyway = Why: an order cancelled without the buyer’s consent counts as broken.
rating-shift = The rating before: { $before }, now: { $after }.
rating-moved-title = Your gigs in the catalogue:
rating-moved = “{ $title }”: place { $before } before, { $after } now
rating-not-moved = In the catalogue your gigs have kept their places.
card-voided = Does not count for the rating: the operator has decided so
news-outcome-voided = The operator has decided that this order does not count for the rating. Your responsibility rating now: { $rating }. The reason:
news-outcome-counted = This order counts for the rating again: the operator has decided so. Your responsibility rating now: { $rating }.
history-outcome-voided = The operator decided that the order does not count for the rating
history-outcome-counted = The operator decided that the order counts for the rating again

# The operator’s desk.
operator-voided = Does not count for the rating. Reason: { $reason }
operator-review-hidden = Hidden. Reason: { $reason }
operator-button-void = Do not count for the rating
operator-button-count = Count again
operator-button-hide = Hide the review
operator-button-show = Show the review
operator-button-review-photo = Review with photo
oversee-ask-void = Why is order #{ $number } not to count for the rating? The seller will read the reason: { $least } to { $most } characters.
oversee-ask-hide = Why hide the review of order #{ $number }? The buyer and the seller will read the reason: { $least } to { $most } characters.
oversee-heading-void = Do not count for the rating: order #{ $number }
oversee-heading-count = Count again: order #{ $number }
oversee-heading-hide = Hide the review: order #{ $number }
oversee-heading-show = Show the review: order #{ $number }
oversee-means-void = The order will count neither for the rating, nor in the catalogue, nor in the statistics. Its review, if there is one, stays: it can be hidden by itself.
oversee-means-count = The order will count again for the rating, in the catalogue and in the statistics.
oversee-means-hide = Nobody will see the review, and it will not count. It can be shown again.
oversee-means-show = Everybody will see the review again, and it will count.
oversee-rating = The seller’s rating: now { $before }, then { $after }
oversee-reason = The reason:
oversee-button-void = Yes, do not count it
oversee-button-count = Yes, count it
oversee-button-hide = Yes, hide it
oversee-button-show = Yes, show it
oversee-done-void = Order #{ $number } no longer counts. The seller is told the reason.
oversee-done-count = Order #{ $number } counts again. The seller is told.
oversee-done-hide = The review of order #{ $number } is hidden. Both sides are told the reason.
oversee-done-show = Everybody sees the review of order #{ $number } again. Both sides are told.
oversee-left = Order #{ $number } is as it was.

refusal-own-order = This is your own order: another operator decides about it.
refusal-no-outcome = This order does not count for the rating anyway.
refusal-outcome-is-voided = This order does not count already.
refusal-outcome-counts = This order counts already.
