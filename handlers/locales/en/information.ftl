# Information for the work: the seller asks item by item, the buyer answers.
button-answer = Answer
button-answer-all = Answer all at once
button-not-needed = Stop waiting for answers
button-not-needed-all = Wait for none of them
button-send-request = Send request
button-send-as-message = Send as a message
button-later = Later
button-is-answer = Yes, it is the answer
button-is-answer-to-all = Yes, to all items
button-is-message = No, just a message

card-owed-seller =
    { $n ->
        [one] ❓ Waiting for the buyer: { $n } answer
       *[other] ❓ Waiting for the buyer: { $n } answers
    }
card-owed-buyer =
    { $n ->
        [one] ❓ The seller waits for you: { $n } answer
       *[other] ❓ The seller waits for you: { $n } answers
    }
owed-more = … and { $n } more

# The seller asks.
information-ask = Order #{ $number }. Write what is missing for the work, one item a line. The order’s clock keeps running.
information-asked-before = The buyer has not answered yet:
information-ask-anew = Write the list anew, one item a line.
information-preview = Order #{ $number }. This is the list as the buyer will see it:
information-preview-more = Anything else? Just write it, the items are added.
information-sent = The request for order #{ $number } is sent. The answers come here, and the bot tells you when all are there.
heading-answer = 📋 { $name } answers your request · order #{ $number } “{ $title }”
news-information-requested = ❓ { $name } asks for information needed for the work. Answer item by item or all at once, with text and files:
news-information-answered = 📋 { $name } answers your request for information; the answer is above:
news-information-filed = 📋 { $name } adds: the message above is the answer to your request for information:
news-information-left =
    { $n ->
        [one] { $n } item is still unanswered.
       *[other] { $n } items are still unanswered.
    }
news-information-whole = ✅ All answers are there. They have joined the brief.
news-information-closed = { $name } no longer waits for an answer to:

# The buyer answers.
information-choose = Order #{ $number }. The seller waits for an answer to:
information-choose-one = Which item do you answer?
information-answer = Order #{ $number }. Your answer to:
information-next = The next item:
information-how = Send text or files, in several messages if you like.
information-later = Fine, it can wait. “Answer” is on the order’s card too.
information-answered = The answer is sent to the seller and has joined the brief of order #{ $number }.
information-answered-all = The answer is sent to the seller and has joined the brief of order #{ $number }. You have answered everything.
information-not-lost = What you wrote is not lost: you can send it to the seller as a plain message.
information-is-it-answer = Passed on to the seller. Is it the answer to their request? Then it joins the brief.

# The seller no longer waits.
information-close = Order #{ $number }. Which answer is no longer needed? The buyer will be told.
information-closed = No longer waiting for an answer to:
information-closed-all = Order #{ $number }. No longer waiting for any answer.

warning-owed-seller =
    { $n ->
        [one] ❓ The buyer has not answered { $n } item yet:
       *[other] ❓ The buyer has not answered { $n } items yet:
    }
warning-owed-buyer =
    { $n ->
        [one] ❓ The seller waits for { $n } answer from you:
       *[other] ❓ The seller waits for { $n } answers from you:
    }
reminder-start-warning = ⏳ { $left } left until auto-cancel: { $moment }. The seller has not started yet.
reminder-due-warning = ⏳ { $left } left to deliver. Due: { $moment }.

history-information-requested =
    { $n ->
        [one] The seller asked for information: { $n } item
       *[other] The seller asked for information: { $n } items
    }
history-information-answered =
    { $n ->
        [one] The buyer answered item { $numbers }
       *[other] The buyer answered items { $numbers }
    }
history-information-closed =
    { $n ->
        [one] The seller no longer waits for an answer to item { $numbers }
       *[other] The seller no longer waits for an answer to items { $numbers }
    }
history-information-lapsed =
    { $n ->
        [one] Left unanswered: item { $numbers }
       *[other] Left unanswered: items { $numbers }
    }
