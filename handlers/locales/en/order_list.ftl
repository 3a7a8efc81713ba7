# “Orders”: the table and the list.
orders-title = Orders
orders-number = #{ $number }
orders-filter-all = All
orders-filter-new = New
orders-filter-in-progress = In progress
orders-filter-in-review = In review
orders-filter-finished = Finished
orders-column-number = #
orders-column-what = What
orders-column-who = With
orders-column-status = Status
orders-column-left = Due
orders-who-seller = { $name }, seller
orders-who-buyer = { $name }, buyer
orders-line-clock = { $status } · due { $left }
orders-line-ended = { $status } · { $moment }
orders-total =
    { $n ->
        [one] { $n } order
       *[other] { $n } orders
    }
orders-page = Page { $page } of { $pages }, { $total } in all
orders-none =
    Nothing here yet.
    If you buy, find a gig in the catalogue or open the link that a seller has sent you. If you sell, create a gig and send its link to a buyer. An order from another marketplace can be added by hand.
orders-none-seller =
    Nothing here yet.
    Send a buyer the link to your gig: you find it in “My gigs”. A paid order will appear here. An order from another marketplace can be added by hand.
orders-none-with-filter = There is nothing under “{ $filter }” now. Look into the others:
button-as-table = As a table
button-as-list = As a list
page-before = ‹ Previous
page-after = Next ›
