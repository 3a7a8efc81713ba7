# A dispute: a side calls the arbiter, the clock stands still, the operator decides.
status-disputed = In dispute
clock-disputed = The clock stands still until the arbiter decides
card-dispute-seller = The seller has called the arbiter:
card-dispute-buyer = The buyer has called the arbiter:
card-payment-split = The arbiter has split the money: { $seller } to the seller, { $buyer } to the buyer
ending-awarded-to-seller = Completed by the arbiter’s decision for the seller
ending-awarded-to-buyer = Cancelled by the arbiter’s decision for the buyer
ending-split = Closed by the arbiter’s decision: the money was split

button-call-arbiter = Call the arbiter
button-withdraw-dispute = Take the call back
button-send-to-arbiter = ⚖️ Send to the arbiter
moved-recall = The call is taken back

# Who calls.
arbiter-means = Order #{ $number }. The arbiter is the operator of this bot. They read the brief and the whole history of the order and decide what comes next: { $method ->
        [direct] the work counts as done, the order is cancelled
       *[other] the money goes to the seller, goes back to the buyer, is split
    }, or the order goes on with a new due time. Until then the clock stands still. The decision is final, but you can still agree between yourselves.
arbiter-ask-statement = Write what is wrong and which decision you want: { $least } to { $most } characters. The other side reads it too.
arbiter-preview = Order #{ $number }. The arbiter and the other side will read this:
arbiter-sent = The arbiter has been called to order #{ $number }.
news-arbiter-called-caller = ⚖️ You have called the arbiter. The order’s clock stands still until the decision, which will come here. You can go on writing to each other; the arbiter reads it. If you come to an agreement, take the call back.
news-arbiter-called-other = ⚖️ { $name } calls the arbiter. The order’s clock stands still until the decision, which will come here. Tell how it was: the arbiter reads what you write inside the order.
news-dispute-withdrawn-caller = You have taken your call to the arbiter back. The order goes on; its clock runs until { $moment }.
news-dispute-withdrawn-other = { $name } no longer asks the arbiter to decide. The order goes on; its clock runs until { $moment }.
news-arbiter-asked = ⚖️ The arbiter asks you both. Answer with “Write”: the arbiter and the other side will see it.
news-arbiter-decided = ⚖️ { $ruling }.

# The decision in one sentence, without its full stop.
ruling-release = The arbiter decided for the seller
ruling-refund = The arbiter decided for the buyer
ruling-split = The arbiter split the money: { $seller } to the seller, the rest to the buyer
ruling-work = The arbiter decided: work goes on and is due by { $moment }
ruling-review = The arbiter decided: the buyer reviews the work anew, until { $moment }
ruling-start = The arbiter decided: the order goes on and is to be started by { $moment }

# What it means for each side.
ruling-means-release-seller = { $method ->
        [direct] The order is completed. The bot holds no money: settle with the buyer between yourselves.
       *[other] The order is completed. On your balance: +{ $amount }.
    } Responsibility rating: { $rating }.
ruling-means-release-seller-unrated = The order is completed. The bot holds no money: settle with the buyer between yourselves. Your rating stays as it is.
ruling-means-release-buyer = { $method ->
        [direct] The order is completed. The bot holds no money: settle with the seller between yourselves.
       *[other] The order is completed, the money goes to the seller.
    }
ruling-means-refund-seller = { $method ->
        [direct] The order is cancelled. The bot holds no money: if the buyer has already paid, give it back.
       *[other] The order is cancelled, the money goes back to the buyer.
    } It has no effect on the rating.
ruling-means-refund-buyer = { $method ->
        [direct] The order is cancelled. The bot holds no money: if you have already paid, agree with the seller how it comes back.
       *[other] The order is cancelled. { $back }
    }
ruling-means-split-seller = The order is closed. On your balance: +{ $amount }. It has no effect on the rating.
ruling-means-commission = The commission of { $percent }% is taken off already.
ruling-means-split-buyer = The order is closed. { $amount } comes back to you: a message will tell you when it is there.
ruling-means-work-seller = The clock runs again. Deliver by { $moment }; the bot reminds you in time.
ruling-means-work-buyer = The clock runs again. New due time: { $moment }.
ruling-means-review-seller = The work is in review until { $moment }, then it is accepted automatically.
ruling-means-review-buyer = Accept the work or send it back for rework by { $moment }. Then it is accepted automatically.
ruling-means-start-seller = Start by { $moment }, or the order is cancelled by itself.
ruling-means-start-buyer = The seller starts by { $moment }, or the order is cancelled by itself.

help-arbiter = If you cannot agree, call the bot’s operator: the order’s card has “Call the arbiter” for that.

history-arbiter-called = { $who } called the arbiter. The clock stands still
history-dispute-withdrawn = { $who } took back the call to the arbiter. The clock runs again, until { $until }
history-arbiter-asked = The arbiter asked both sides

# The operator: disputes.
disputes-title =
    { $n ->
        [one] { $n } dispute waits for a decision
       *[other] { $n } disputes wait for a decision
    }
disputes-none = No dispute waits for a decision now.
disputes-line-seller = Called by the seller, waiting { $duration }
disputes-line-buyer = Called by the buyer, waiting { $duration }
button-open-dispute = Dispute about order #{ $number }
dispute-new = ⚖️ A new dispute about order #{ $number }
dispute-waits = ⏳ The dispute about order #{ $number } has been waiting for you for { $duration }
dispute-open = ⚖️ The dispute about order #{ $number }, waiting { $duration }
dispute-title = ⚖️ Dispute · order #{ $number } · { $title }
dispute-price = Price: { $price }, { $method ->
        [direct] directly between the sides
       *[other] the money is protected
    }
dispute-commission = Commission: { $percent }%
dispute-clock-left = Status before the dispute: { $status }, { $duration } left on the clock
dispute-clock-out = Status before the dispute: { $status }, the time ran out { $duration } ago
dispute-called-seller = The seller calls the arbiter, { $moment }:
dispute-called-buyer = The buyer calls the arbiter, { $moment }:
dispute-last-said = What was said last
dispute-withdrawn-seller = The seller has taken the call back: there is nothing to decide, the order goes on.
dispute-withdrawn-buyer = The buyer has taken the call back: there is nothing to decide, the order goes on.
dispute-decided = Decided (operator: { $name }). { $ruling }.

button-ruling-release = { $method ->
        [direct] ✅ Count the work as done
       *[other] ✅ Give the money to the seller
    }
button-ruling-refund = { $method ->
        [direct] Cancel the order
       *[other] Return the money to the buyer
    }
button-ruling-split = Split the money
button-ruling-work = { $status ->
        [in_review] Back to work with a new due time
       *[other] Go on with a new due time
    }
button-ruling-review = Go on with the review
button-ruling-start = Give time to start
button-ask-sides = Ask the sides
button-send-question = Ask
button-decide = ⚖️ Decide so

arbitration-heading = Dispute about order #{ $number }: “{ $ruling }”
arbitration-ask-amount = { $held } is protected. How much of it does the seller get? The rest goes back to the buyer. The commission is taken from the seller’s part.
arbitration-ask-due = Until when does the work go on? Write how many days from this minute, for example 5, or a date: 30.11.
arbitration-ask-reason = Explain the decision: { $least } to { $most } characters. Both sides read it.
arbitration-to-seller = To the seller’s balance: { $amount }
arbitration-commission = Commission: { $amount }
arbitration-back-by-itself = Returned to the buyer by the bot: { $amount }
arbitration-back-by-hand = Returned to the buyer by you: { $amount }{ $method ->
        [stars] {" "}(Telegram gives back whole payments only)
       *[other] {""}
    }
arbitration-direct = The bot holds no money: the sides settle between themselves.
arbitration-rating-kept = The seller’s rating: the order counts as completed.
arbitration-rating-stays = The seller’s rating does not change.
arbitration-reason-shown = Both sides will read:
arbitration-done = The dispute about order #{ $number } is decided. Both sides have the decision with your explanation.
arbitration-left = The dispute about order #{ $number } is not decided and waits. All disputes: /disputes.

ask-sides-question = Dispute about order #{ $number }. What do you want to ask both sides? { $least } to { $most } characters.
ask-sides-preview = Dispute about order #{ $number }. Both sides will read this question:
ask-sides-sent = The question about order #{ $number } has gone to both sides. What they write inside the order comes to you, too.

# Why not.
refusal-dispute-open = This order waits for the arbiter: until the decision you can only write to each other.
refusal-no-dispute = There is no dispute about this order now: it was decided or taken back.
refusal-no-arbiter = This bot has no arbiter: come to an agreement with the other side.
refusal-arbiter-is-side = Nobody could decide: the bot’s operator is a side of this order, and there is no other one. Agree between yourselves.
refusal-own-dispute = You are a side of this order: another operator decides the dispute.
refusal-own-dispute-alone = You are a side of this order, and there is no other operator. Add one to ADMIN_IDS: they can decide.
refusal-nothing-to-split = There is nothing to split: the bot holds no money of this order, or too little.
refusal-split-out-of-range = The amount must be above zero and below { $held }. To give all of it to one side, choose another decision.
refusal-due-out-of-range = The new due time must lie in the future, at most 90 days away.
refusal-due-not-understood = Write a number of days or a date, for example: 5 or 30.11.
refusal-statement-length = { $least } to { $most } characters are needed; these are { $actual }. Tell the arbiter what is wrong.
refusal-arbiter-question-length = A question of { $least } to { $most } characters is needed; this one has { $actual }.
