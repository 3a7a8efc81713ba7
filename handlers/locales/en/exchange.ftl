# The exchange: a buyer says what they need, sellers respond, the buyer chooses.
button-exchange = Exchange
command-exchange = Exchange: what buyers look for
exchange-title-open = Exchange
exchange-title-own = My requests
exchange-title-mine = My responses
exchange-intro = Need work done? Describe it, and sellers will offer a price and a term. Selling? Respond to requests.
exchange-none-open = There are no open requests now.
exchange-none-own = You have no requests yet. Describe what you need, and sellers will respond.
exchange-none-mine = You have not responded to anything yet. Open a request on the exchange and press “Respond”.
exchange-none-in-category = There are no open requests in this category now.
exchange-choose-category = Requests of which category?
exchange-line =
    { $number }. { $title } — { $budget }, { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
exchange-line-own =
    { $number }. { $title } — { $state }, { $n ->
        [0] no responses
        [one] { $n } response
       *[other] { $n } responses
    }
exchange-line-answered = { $number }. { $title } — { $state }

exchange-button-new = Create a request
exchange-button-own = My requests
exchange-button-answered = My responses
exchange-button-all = All requests
exchange-button-category = Category
exchange-button-every-category = All categories
exchange-button-subscription = Subscription
exchange-button-open = Open the request
exchange-button-files = Files
exchange-button-edit = Change
exchange-button-close = Close the request
exchange-button-sure = Yes, close
exchange-button-again = Create again
exchange-button-resp = Respond
exchange-button-stop = Close with a reason
exchange-button-responses = Responses
exchange-button-own-response = My response
exchange-button-response = Open the response
exchange-button-back-to-responses = All responses
exchange-button-copy = Copy the text
exchange-button-send = Send the response
exchange-button-answer = Answer the buyer
exchange-button-reply = Answer
exchange-button-send-words = Send
exchange-button-without-files = No files
exchange-button-without-category = No category
exchange-button-without-budget = To be discussed
exchange-response-button-pick = Choose
exchange-response-button-sure = Yes, choose
exchange-response-button-write = Ask a question
exchange-response-button-talk = Conversation
exchange-response-button-edit = Change the response
exchange-response-button-take = Withdraw
exchange-response-button-gone = Yes, withdraw

exchange-request = A request on the exchange
exchange-own = Your request
exchange-buyer = Buyer: { $name }
exchange-category = Category: { $name }
exchange-budget = Budget: { $budget }
exchange-budget-open = to be discussed
exchange-days =
    Wanted within { $days ->
        [one] { $days } day
       *[other] { $days } days
    }
exchange-files =
    Attached: { $n ->
        [one] { $n } file
       *[other] { $n } files
    }
exchange-files-of = These are the files of the request “{ $title }”.
exchange-until = Open until { $moment } ({ $countdown })
exchange-responses = Responses: { $n }
exchange-responses-count =
    { $n ->
        [one] { $n } response
       *[other] { $n } responses
    }
exchange-reason = Reason: { $reason }
exchange-state = Status: { $state }
exchange-state-of-request = Request: { $state }
exchange-state-open = open
exchange-state-picked = a response is chosen, waiting for payment
exchange-state-ordered = a seller is chosen
exchange-state-closed = closed
exchange-state-expired = expired
exchange-state-stopped = closed by the operator
exchange-tail-open =
    We will tell you of every response. { $n ->
        [0] As long as there is none, the request can be changed.
       *[other] Compare the responses and choose the one that suits you.
    }
exchange-tail-picked = Order No. { $number } waits for its payment. To choose another response, cancel this order first.
exchange-tail-ordered = Order No. { $number } was placed for this request.
exchange-tail-closed = You have closed this request. If you still need the work, create it again.
exchange-tail-expired = The request stood for 14 days and was closed. If you still need the work, create it again.
exchange-tail-stopped = The operator has closed this request. Correct what the reason names and create it again.
exchange-close-sure = Close the request “{ $title }”? Nobody will be able to respond or be chosen any more, and the sellers will be told.
exchange-closed = The request is closed

exchange-part-title = Title
exchange-part-description = Description
exchange-part-files = Files
exchange-part-category = Category
exchange-part-budget = Budget
exchange-part-days = Term
exchange-ask-title = What is to be done? In short, 3 to 70 characters. For example: “A logo for a coffee shop”.
exchange-ask-description = Describe the task: what you want to get and what you have already. 20 to 3000 characters. A file can come with the text.
exchange-ask-files = Send files that help to judge the work, at most { $files }. If there are none, press “No files”.
exchange-ask-category = Choose a category: sellers who have subscribed to it hear of the request at once.
exchange-ask-budget = How much would you pay? Write a number, for example { $example }, or press “To be discussed”.
exchange-ask-days = Within how many days is the work to be done? Write a number from 1 to 60.
exchange-files-kept =
    { $n ->
        [one] { $n } file is kept
       *[other] { $n } files are kept
    }, now describe the task in words.
exchange-preview = This is how sellers will see the request. Is everything right?
exchange-preview-change = This is how the request will look after the changes. Is everything right?
exchange-published = The request is published. We will tell you of every response.
exchange-changed = The changes are saved.

exchange-respond-to = A response to the request “{ $title }”
exchange-response-price = Price
exchange-response-term = Term
exchange-response-message = Message
exchange-ask-price = For how much would you do it? The buyer’s budget: { $budget }. Write the price as a number, for example { $example }.
exchange-ask-term =
    In how many days will you deliver? The buyer wants it within { $days ->
        [one] { $days } day
       *[other] { $days } days
    }. Write a number from 1 to 60.
exchange-ask-message = Tell how you will do the work and why the buyer should choose you. 20 to 1000 characters.
exchange-preview-response = This is how the buyer will see the response. Is everything right?
exchange-response-sent = The response is sent. If you are chosen, a paid order will come.
exchange-response-changed = The response is changed, the buyer will be told.
exchange-unsent = The response was not sent. Here is what you have written, the text can be copied:
exchange-own-response = Your response
exchange-response-to = A response to the request “{ $title }”
exchange-response-withdrawn = The response is withdrawn.
exchange-withdraw-sure = Withdraw the response to the request “{ $title }”? The buyer will not be able to choose it. As long as the request is open, you can respond again.
exchange-withdrawn = The response is withdrawn
exchange-pick-sure = Choose this response? Seller: { $name }. We will place the order “{ $title }”: { $price }, term { $term }. The seller will hear of it once you { $method ->
        [direct] confirm
       *[other] pay
    } it.

exchange-compared = Responses: { $title }
exchange-no-responses = There are no responses yet. We will tell you of the first one.
exchange-column-seller = Seller
exchange-column-price = Price
exchange-column-term = Term
exchange-column-rating = Rating
exchange-column-reviews = 👍
exchange-sort-price = By price
exchange-sort-term = By term
exchange-sort-rating = By rating
exchange-line-response = { $price }, term { $term }, rating: { $rating }, positive reviews: { $positive }

exchange-ask-question = What would you like to know about the response to “{ $title }”? Write your question, files can be attached. There is no order yet, so better keep contacts to yourself.
exchange-ask-answer = Write your answer to the buyer about the request “{ $title }”, files can be attached.
exchange-said = Sent. We will tell you of the answer.
exchange-asked = { $name } asks about your response to “{ $title }”:
exchange-answered = { $name } answers about the request “{ $title }”:
exchange-talk = Conversation about the request “{ $title }”
exchange-you = You
exchange-side-seller = Seller
exchange-side-buyer = Buyer
exchange-said-line = { $who }, { $moment }: { $words }
exchange-said-more =
    { $n ->
        [one] and { $n } earlier message
       *[other] and { $n } earlier messages
    }

exchange-subscription = Subscription to requests
exchange-subscription-what =
    We tell you of new requests at once, without a sound in quiet hours. At most { $n } { $n ->
        [one] request comes
       *[other] requests come
    } a day, the rest waits for you on the exchange.
exchange-subscribed-all = Now: all requests.
exchange-subscribed-none = Now: no subscription.
exchange-subscribed-some = Now: { $names }.
exchange-subscribe-all = All requests
exchange-subscribe-none = No subscription

exchange-ask-reason = Why do you close the request “{ $title }”? The buyer will read the reason: 10 to 1000 characters.
exchange-stopped = The request is closed, the buyer will read the reason.

exchange-news-new = A new request on the exchange
exchange-news-more = There are other new requests on the exchange today. See them all in one place; tomorrow we will tell you of each again.
exchange-news-response = A new response to the request “{ $title }”: { $name }, { $price }, term { $term }. Responses in all: { $n }.
exchange-news-changed = { $name } changes the response to the request “{ $title }”: { $price } now, term { $term }.
exchange-news-unordered = { $name } changes the response to the request “{ $title }”: { $price } now, term { $term }. Order No. { $number } on the earlier terms is cancelled.
exchange-news-withdrawn = { $name } withdraws the response to the request “{ $title }” that you have chosen. Order No. { $number } is cancelled. The request is open: you can choose another response or wait for new ones.
exchange-news-another = The buyer of the request “{ $title }” has chosen another response. Thank you for responding. See other requests:
exchange-news-expired = The request “{ $title }” stood for 14 days and was closed, nobody was chosen. See other requests:
exchange-news-closed = The buyer has closed the request “{ $title }”. See other requests:
exchange-news-stopped = The operator has closed the request “{ $title }”. See other requests:
exchange-news-own-expired = The request “{ $title }” stood for 14 days and was closed. If you still need the work, create it again: a clearer description or another budget may help.
exchange-news-own-stopped = The operator has closed your request “{ $title }”. Reason: { $reason }
exchange-news-own-stopped-order = The unpaid order No. { $number } of it is cancelled.

ending-taken-back-response = Cancelled before payment: the response it was placed for no longer stands

refusal-no-such-request = There is no such request, or it is hidden now. See other requests on the exchange.
refusal-request-over = This request is closed already. See other requests on the exchange.
refusal-request-picked = A response is chosen already, its order waits for payment. To choose another one, cancel this order first.
refusal-request-answered = Somebody has responded, so the request can’t be changed. You can close it and create a new one.
refusal-request-changed = The buyer has changed the request while you were writing. Read it again and correct your response if needed.
refusal-own-request = This is your own request, others respond to it.
refusal-already-responded = You have responded to this request already. You can change your response.
refusal-no-such-response = There is no such response.
refusal-response-withdrawn = This response is withdrawn.
refusal-response-changed = The seller has changed this response. Look at the new terms and choose it again if they suit you.
refusal-nothing-asked = The buyer has not asked anything yet. Whatever matters can stand in the response itself.
refusal-exchange-stopped = The operator has paused you on the exchange. Ask them for the reason.
refusal-category-expected = There is no such category. Choose one of those on the buttons.
refusal-file-expected = Send a file or press the button to go on.
refusal-response-length = The message needs { $least } to { $most } characters, it has { $actual } now.
refusal-too-many-requests = You can have at most { $most } open requests. Close one of yours to create a new one.
refusal-too-many-responses = This request has { $most } responses already and takes no more. See other requests.
