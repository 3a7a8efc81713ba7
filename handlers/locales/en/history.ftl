# “History” and the whole brief.
history-title = History of order #{ $number }
history-seller = The seller
history-buyer = The buyer
history-after = , { $duration } later
history-placed = The buyer placed the order. To be { $method ->
        [direct] confirmed
       *[other] paid
    } by { $until }
history-placed-with-options = The buyer placed the order with options. To be { $method ->
        [direct] confirmed
       *[other] paid
    } by { $until }
history-paid = The buyer confirmed the order. To be started by { $until }
history-paid-held = The buyer paid for the order, the money is protected: { $amount }. To be started by { $until }
history-money-returned = { $amount } went back to the buyer
history-started = The seller started work. To be delivered by { $until }
history-cancellation-requested = { $who } asks to cancel the order. To be answered by { $until }
history-cancellation-withdrawn = { $who } took back the request to cancel. The clock runs again, until { $until }
history-cancellation-declined = { $who } didn’t agree to cancel. The clock runs again, until { $until }
history-delivered = The seller delivered the work, delivery { $number }. To be reviewed by { $until }
history-returned = The buyer sent the work back for rework. To be delivered by { $until }
history-said-message = { $who } wrote
history-said-information-request = { $who } asked for information
history-said-interim-result = { $who } showed an interim result
history-said-edited = { $who } edited a message
history-due-passed = The order’s due time passed
history-put-off-auto-cancel = Auto-cancel was moved to { $until }: it couldn’t be announced an hour before
history-put-off-auto-accept = Auto-accept was moved to { $until }: it couldn’t be announced an hour before
history-put-off-answer-expiry = The time to answer about the cancellation was prolonged to { $until }: its end couldn’t be announced an hour before
history-total = From placing to the end: { $duration }
history-pages = Page { $page } of { $pages }
history-whole = A button with a number shows the whole entry, with its files.
history-earlier = ‹ Earlier
history-later = Later ›

brief-title = Brief of order #{ $number }
brief-end = This is the whole brief of order #{ $number }.
brief-without-questions = The gig had no questions for the buyer: the order follows its description.

history-option-offered = The seller offered an option: { $title }, { $price }, { $days }
history-option-paid = The buyer paid for an option: { $title }, { $price }, { $days }
history-option-declined = The buyer declined an option: { $title }, { $price }, { $days }
history-option-withdrawn = The seller took back an option: { $title }, { $price }, { $days }
history-wait-requested = The seller asked to wait until { $until }
history-wait-agreed = The buyer agreed to wait until { $until }
history-wait-declined = The buyer did not agree to wait until { $until }
history-requests-closed = Unanswered offers were closed

# An order as a file.
button-export-html = Download HTML
button-export-json = Download JSON
export-on-its-way = The file is on its way
export-which = Which order? Write its number after the command: /export 12
export-caption-html = The whole of order #{ $number } “{ $title }”: open the file in a browser; it can be printed.
export-caption-json = The whole of order #{ $number } “{ $title }”, for programs. Times are in UTC.
export-price = Price
export-term = Term
export-options = Options
export-placed = Placed
export-paid = Confirmed
export-started = Started
export-until = The clock runs until
export-ended = Ended
export-took = Took in all
export-returns = Reworks
export-description = What was ordered
export-brief = Brief
export-timeline = History
export-made = Exported { $moment }. Times on this page: { $zone }.
export-files-stay = The files stay in Telegram: the bot sends them again from the order’s “History”.
export-file-photo = Photo
export-file-document = Document
export-file-video = Video
export-file-audio = Audio
export-file-voice = Voice message
export-file-video-note = Video message
export-file-animation = Animation
export-file-sticker = Sticker
