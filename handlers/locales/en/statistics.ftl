# Statistics: the picture, the table and the list.
statistics-title = Statistics
statistics-title-everyone = Statistics of all sellers
statistics-period-months = 12 months
statistics-period-year = This year
statistics-period-all = All time
statistics-on-its-way = Drawing, it takes a few seconds.
statistics-none =
    Nothing yet. Here you will see what you have earned, how your orders end and whether buyers come back.
    The figures begin with your first paid order: create a gig and send its link to a buyer.
statistics-none-everyone = Nothing yet: no order has been paid.
statistics-nothing = No paid order in this time.
statistics-rating =
    { $everyone ->
        [True] Completed of those that count for ratings
       *[other] Rating by the last orders
    }
statistics-earned =
    { $everyone ->
        [True] Sellers have earned
       *[other] Earned
    }
statistics-earned-partly =
    { $everyone ->
        [True] Sellers have earned, paid directly included
       *[other] Earned, paid directly included
    }
statistics-direct = Of it directly, by the prices of accepted orders
statistics-commission = Your commission
statistics-completed = Orders completed
statistics-called-off = Cancelled without harm to the rating
statistics-failed = Broken
statistics-in-time = Delivered on time
statistics-start = From payment to start, median
statistics-repeat = Buyers with two orders or more
statistics-elsewhere = From elsewhere, apart from the rest
statistics-elsewhere-counts = { $done } completed, { $cancelled } cancelled
statistics-part = { $percent } % ({ $some } of { $total })
statistics-column-figures = Figure
statistics-column-figures-value = Value
statistics-column-months = When
statistics-column-months-value = Earned
statistics-column-endings = How they ended
statistics-column-endings-value = Orders
statistics-endings = Orders by outcome
statistics-part-completed = completed
statistics-part-called-off = cancelled
statistics-part-failed = broken
statistics-tile-rating =
    { $total ->
        [0] rating
       *[other] rating: { $some } of { $total }
    }
statistics-tile-in-time =
    { $total ->
        [0] on time
       *[other] on time: { $some } of { $total }
    }
statistics-tile-start = from payment to start
statistics-tile-repeat =
    { $total ->
        [0] buyers came back
       *[other] buyers came back: { $some } of { $total }
    }
help-figures = “Statistics” shows what you have earned and how your orders end. Take the deadlines to your own calendar: “Deadlines to calendar” under “Orders”.
