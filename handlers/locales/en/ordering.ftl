# A buyer orders a gig.
gig-yours = This is your own gig. A buyer who opens this link sees it with “Order”.
ordering-button-order = Order
ordering-button-anew = Answer anew
ordering-how = Press “Order” and answer the questions. Then you check everything and { $method ->
        [direct] confirm
       *[other] pay
    }: the seller hears of it only after that.
ordering-how-at-once = Press “Order”, check the order and { $method ->
        [direct] confirm it
       *[other] pay
    }: the seller hears of it only after that.
ordering-how-options = Press “Order”, choose options and answer the questions. Then you check everything and { $method ->
        [direct] confirm
       *[other] pay
    }: the seller hears of it only after that.
ordering-how-options-only = Press “Order” and choose options. Then you check everything and { $method ->
        [direct] confirm
       *[other] pay
    }: the seller hears of it only after that.
ordering-options = What do you want to add to the order?
ordering-options-how = Tick what you want. If you want nothing, just press “Next”.
ordering-ticked = ☑ { $title }, { $price }, { $days }
ordering-unticked = ☐ { $title }, { $price }, { $days }
ordering-no-options = Without options
ordering-total = In all: { $price }, term: { $days }
ordering-button-go-on = Next
ordering-question = Question { $number } of { $of }
ordering-ask = Answer with text or files, in as many messages as you like.
ordering-got = Got it:
ordering-got-album = Got the album.
ordering-done-or-more = Is that all? Press “Done”. If not, just send more.
ordering-more = Send more text or files, they join the answer. Press “Done” when that is all.
ordering-check = Now check the order and { $method ->
        [direct] confirm it
       *[other] pay
    }
ordering-placed-before = Order #{ $number } is placed already, it only needs your { $method ->
        [direct] confirmation
       *[other] payment
    }
ordering-changed = The seller has changed the terms. Look at them once more and, if you agree, press “Order”.
ordering-changed-kept = The seller has changed the terms. Look at them once more and, if you agree, press “Order”. Your answers are kept.
ordering-answered = Answers taken. Now check the order and { $method ->
        [direct] confirm it
       *[other] pay
    }.
