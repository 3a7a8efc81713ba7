# Reviews.
button-leave-review = Leave a review
button-answer-review = Answer the review
button-mood = { $mood ->
        [positive] 👍 Positive review
       *[negative] 👎 Negative review
    }
button-without-words = Without words
button-send-review = Send the review
button-send-answer = Send the answer
button-reviews = Reviews: { $n }
button-open-gig = Open the gig
percent = { $n }%

news-review-ask = Leave a review: it helps other buyers and the seller.
news-review-left = { $mood ->
        [positive] 👍 { $name } leaves a positive review.
       *[negative] 👎 { $name } leaves a negative review.
    } Everybody sees it. You can answer once.
news-review-answered = { $name } answers your review:
news-review-hidden-buyer = The operator has hidden your review: others no longer see it. The reason:
news-review-hidden-seller = The operator has hidden the review of this order: others no longer see it. The reason:
news-review-shown-buyer = Everybody sees your review again.
news-review-shown-seller = Everybody sees the review of this order again.

review-ask-mood = How was order #{ $number } “{ $title }”? You can leave one review, until { $until }. Everybody will see it.
review-ask-mood-again = Which review do you want to leave of order #{ $number }?
review-ask-words = Tell what you liked or did not like: up to { $most } characters. You can add one photo. A text is not required.
review-preview = Order #{ $number }. Everybody will see the review like this:
review-signed = Signed: { $name }
review-for-good = It can’t be changed or removed later. To correct it now, send another text or photo.
review-first-of-album = 📷 With the first photo of the album
review-has-photo = 📷 With a photo
review-sent = Thank you. The review of order #{ $number } is published.
review-left-alone = The review of order #{ $number } was not sent.
review-answer = ↩️ The seller’s answer:
review-of-agreement = By individual agreement
review-hidden = Hidden by the operator
review-heading = { $mood ->
        [positive] 👍 { $name } · { $day }
       *[negative] 👎 { $name } · { $day }
    }

answer-review-ask = Order #{ $number }. Write your answer to the review: up to { $most } characters. You can answer once, and everybody will see it.
answer-review-preview = Order #{ $number }. Everybody will see the answer like this:
answer-review-for-good = It can’t be changed later. To correct it now, send another text.
answer-review-sent = The answer to the review of order #{ $number } is published.
answer-review-left-alone = The answer to the review of order #{ $number } was not sent.

card-review = { $mood ->
        [positive] The buyer’s review: 👍 positive
       *[negative] The buyer’s review: 👎 negative
    }
card-review-hidden = The buyer’s review is hidden by the operator

reviews-none = No reviews yet
reviews-share =
    { $n ->
        [one] Reviews: { $percent } positive of { $n }
       *[other] Reviews: { $percent } positive of { $n }
    }
reviews-of-seller = Reviews of { $name }
reviews-of-gig = Reviews of “{ $title }”
reviews-whole = A number shows the whole review, with its photo.

history-review-left = { $mood ->
        [positive] The buyer left a positive review
       *[negative] The buyer left a negative review
    }
history-review-answered = The seller answered the review
history-review-hidden = The operator hid the review
history-review-shown = The operator showed the review again

refusal-nothing-to-review = Orders that were completed or that the seller has broken can be reviewed. This one is neither.
refusal-review-too-late = A review can be left within 30 days after the end of an order. They have passed.
refusal-already-reviewed = This order has its review. There is one, and it does not change any more.
refusal-no-such-review = There is no such review, or it is hidden.
refusal-review-already-answered = You have answered this review. There is one answer, and it does not change any more.
refusal-review-is-hidden = The operator has hidden this review: nobody sees it.
refusal-review-is-shown = Everybody sees this review already.
refusal-review-photo-expected = A review takes one photo and no other files. Send a text or a photo.
refusal-review-length = { $actual ->
        [0] Write the answer: 1 to { $most } characters.
       *[other] The text may have { $most } characters at most, now it has { $actual }. Shorten it.
    }
