# A seller's gigs.
gigs-title = My gigs
gigs-none = A gig is a service with a description, a price and a term. Create your first: five short steps, and you have a link for your buyers.
gigs-line =
    { $number }. { $title } — { $price }, { $days ->
        [one] { $days } day
       *[other] { $days } days
    }, { $status }
gigs-button-create = Create a gig

gig-status = State: { $status }
gig-status-active = on sale
gig-status-paused = paused
gig-status-removed = removed
gig-now-active = The gig is on sale again
gig-now-paused = The gig is paused: its link takes no orders for now. Orders already placed go on.

gig-seller = Seller: { $name }
gig-rating = Responsibility rating: { $percent } (orders kept: { $kept }, broken: { $broken })
gig-rating-none = Responsibility rating: no data
gig-price = Price: { $price }
gig-term =
    Term: { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
gig-questions-seller = What you need from the buyer:
gig-questions-buyer =
    { $n ->
        [one] The seller will ask you { $n } question:
       *[other] The seller will ask you { $n } questions:
    }
gig-questions-more =
    { $n ->
        [one] …and { $n } more question
       *[other] …and { $n } more questions
    }
gig-no-questions = no questions
gig-days =
    { $days ->
        [one] { $days } day
       *[other] { $days } days
    }

gig-button-link = Link
gig-button-edit = Edit
gig-button-pause = Pause
gig-button-resume = Resume
gig-button-remove = Remove
gig-button-remove-sure = Yes, remove
gig-button-copy = Copy the link
gig-button-share = Share
gig-button-open = Open the gig
gig-button-keep = Leave as it is
gig-button-no-questions = No questions
gig-button-publish = Publish
gig-button-save = Save

gig-field-title = Title
gig-field-description = Description
gig-field-questions = What you need from the buyer
gig-field-price = Price
gig-field-term = Term
gig-field-options = Options
gig-field-photos = Photos
gig-edit-what = What do you want to change? Orders already placed keep their terms.

gig-options = Options, paid separately:
gig-option = ➕ { $title }, { $price }, { $days }
gig-options-none = An option is extra work that is paid separately. Buyers tick the ones they want when they order, and you can offer them later as well.
gig-options-are = Buyers tick the ones they want when they order. The others you can offer them later.
gig-option-new = A new option
gig-option-ask-title = What extra work will you do? A title of { $least } to { $most } characters. For example: “A business card in the same style”.
gig-option-ask-price = What does it cost? Write the price as a number, for example: 500.
gig-option-ask-days = How many days does it add to the term? A number from { $least } to { $most }; 0 for the same term.
gig-button-add-option = Add an option
gig-button-drop-option = Remove “{ $title }”

gig-photos-none = Show examples of your work: a gig with photos stands out. The best one first.
gig-photos-are =
    { $n ->
        [one] There is one photo now. Buyers see it above the description.
       *[other] There are { $n } photos now. Buyers see them above the description.
    }
gig-photos-how = Send photos, one by one or as an album. { $most } fit in all.
gig-photos-full = No more than { $most } photos fit. To add another, remove one.
gig-photos-album = The album is in. Send more, or press “Done”.
gig-photos-count =
    { $n ->
        [one] 📷 Above the description: one photo
       *[other] 📷 Above the description: { $n } photos
    }
gig-button-show-photos = Show photos
gig-photos-choose = To put a photo first or to remove it, press its number.
gig-photos-gone = The photos of this gig can’t be shown right now. The rest is below.
gig-photos-gone-own = Telegram could not show these photos. If it goes on, remove them and send them again.
gig-photo = Photo { $number } of { $of }
gig-photo-is-first = Buyers see it first.
gig-photo-how = Put it first, or remove it?
gig-button-photo-first = Put first
gig-button-drop-photo = Remove
gig-button-drop-photos = Remove all

gig-step = Step { $step } of { $steps }
gig-ask-title = Say what you do, in 3 to 70 characters. For example: “I will draw a logo for your café”.
gig-ask-description = Tell what the buyer gets and what the price does not include: 20 to 3000 characters.
gig-ask-questions = What must the buyer send before you can start? Write the questions, one a line. If you need nothing, press the button.
gig-ask-price = Write the price as a number. For example: { $example }.
gig-net-of-example = Commission { $percent }%: of { $price } you get { $net }.
gig-ask-term = In how many days will you deliver? Write a number from 1 to 60. If unsure, add 1–2 days: early is fine, late is not.
gig-now =
    Now:
    { $value }
gig-preview = This is what a buyer will see. All correct? Press “Publish” or change any part.
gig-net = Commission { $percent }%: you get { $net }. The buyer doesn’t see this line.
gig-preview-change = This is how the gig will look for new orders. All correct? Press “Save” or change any part.
gig-published = The gig “{ $title }” is published. Send your buyer the link:
gig-saved = The changes are saved
gig-link-active = The link of “{ $title }”:
gig-link-paused = The gig “{ $title }” is paused: its link will work once you resume it.
gig-remove-sure = Remove the gig “{ $title }”? This can't be undone, and its link will stop working. Orders already placed stay.
gig-removed = The gig is removed.
