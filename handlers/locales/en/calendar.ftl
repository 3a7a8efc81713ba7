# Deadlines as a file for a calendar.
button-calendar = To calendar
button-calendar-all = 📅 Deadlines to calendar
calendar-name = vsrok: deadlines of orders
calendar-caption =
    { $n ->
        [one] { $n } deadline. Open the file and your calendar will add it. If it moves, download the file again: the event will be updated.
       *[other] { $n } deadlines. Open the file and your calendar will add them. If they move, download the file again: the events will be updated.
    }
calendar-caption-order = The deadline of order #{ $number }. Open the file and your calendar will add it. If it moves, download the file again: the event will be updated.
calendar-none = No deadline is running now, so there is nothing to add to a calendar.
calendar-none-order = No deadline of this order is running now.
calendar-pay-own = Order #{ $number }: pay
calendar-start-own = Order #{ $number }: start work
calendar-start-other = Order #{ $number }: the seller is to start
calendar-deliver-own = Order #{ $number }: deliver the work
calendar-deliver-other = Order #{ $number }: the seller is to deliver
calendar-review-own = Order #{ $number }: review the work
calendar-review-other = Order #{ $number }: the buyer reviews the work
calendar-answer-own = Order #{ $number }: answer the request to cancel
calendar-answer-other = Order #{ $number }: the answer to your request to cancel
calendar-pay-means = Without payment by this time the order is closed.
calendar-start-means = If the seller has not started by this time, the order is cancelled by itself.
calendar-deliver-means = The due time. After it the buyer can cancel the order with one button.
calendar-review-means = At this time the work is accepted by itself.
calendar-answer-means = Without an answer the order is cancelled with no effect on the rating.
