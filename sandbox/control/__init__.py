"""The sandbox over HTTP, for a page and for tests in another process. JSON in, JSON out, all under /sandbox.

    GET    /people                        everybody: user, phone_number, started, blocked
    POST   /people                        add one: first_name, last_name?, username?, language_code?, phone_number?
    GET    /people/{id}                   the person and their chat: messages, keyboards, topics, commands, stars,
                                          last_event
    POST   /people/{id}/start             press Start: payload?
    POST   /people/{id}/follow            tap a link to the bot: url
    POST   /people/{id}/messages          write: text, entities?, reply_to?, thread_id?
    PATCH  /people/{id}/messages/{mid}    edit one's own message: text
    DELETE /people/{id}/messages/{mid}    delete a message for both
    POST   /people/{id}/files             multipart: the files, each part named after its kind (photo, document, video,
                                          audio, voice, video_note, animation), caption?, reply_to?, thread_id?;
                                          several files are an album, the caption goes under its first
    POST   /people/{id}/sticker           emoji?, reply_to?, thread_id?
    POST   /people/{id}/contact           phone_number?, first_name?, reply_to?, thread_id?; without the first two one's
                                          own
    POST   /people/{id}/location          latitude, longitude, thread_id?
    POST   /people/{id}/topics            open a topic, where people may: name
    DELETE /people/{id}/topics/{thread}   delete it with all that is in it
    POST   /people/{id}/press             message_id and button (label, or [row, column]), stale?, or data to forge a
                                          press; wait?: real seconds to wait for the bot's answer
    POST   /people/{id}/inline            type «@bot text»: text, offset?; wait?: real seconds to wait for what the bot
                                          offers; gives the query's id and its answer
    POST   /people/{id}/inline/{query}    send one of what was offered: result (its id), thread_id?
    POST   /people/{id}/pay               press «Pay»: message_id of the invoice; wait?: real seconds to wait until it
                                          is paid or has failed
    POST   /people/{id}/stars             buy Stars: amount
    POST   /people/{id}/block, /unblock
    GET    /files/{file_id}               the bytes, to be saved or shown in an <img>
    GET    /clock                         now, frozen, movable
    POST   /clock                         advance (seconds) or set (epoch seconds), never backwards; freeze (true,
                                          false); only where the sandbox was given a clock; with a playground it is
                                          answered when everything due has happened, `settled` says whether it has
    GET    /faults                        what still waits to strike
    POST   /faults                        kind, method?, chat_id?, times?, seconds?, code?, description?,
                                          probability?, seed?, spare_polling? (leave getUpdates alone); the kinds
                                          payment_twice, payment_late and payment_lost strike no call, but the update
                                          that tells of a payment: of chat_id?, times?
    DELETE /faults, /faults/{id}
    GET    /payments                      every payment that has arrived, oldest first
    POST   /payments/{id}/tell            tell the bot of it, the first time or once more
    POST   /payments/{id}/take_back       a chargeback: the bot loses the Stars and is not told
    POST   /payments/withdraw             the bot's owner takes Stars out: amount
    GET    /calls?after&method&chat_id    the wire, one line a call, oldest first
    GET    /calls/{number}                one call with request and answer
    GET    /bot                           name, username, commands, webhook, pending updates, topics
    POST   /bot                           topics?, people_make_topics?, closes_topics?: true or false; the playground's
                                          bot is started anew, since it asks only then
    GET    /state                         all of the page at once: bot, people with their chats, clock, faults,
                                          payments, playground, calls (how many), last_event
    GET    /playground                    what stands around the bot, if anything: joined, listening, running, coming,
                                          examples, roles
    POST   /playground/next               to the next event: now, settled, happened
    POST   /playground/reset              begin anew; /playground/examples/{name}: and play an example
    POST   /playground/bot                running: true starts the bot, false stops it
    GET    /idle?wait                     idle, pending, under_way; waits up to so many real seconds for idleness
    GET    /events?after                  server-sent events with ids: message, edited, deleted, callback_answer, chat,
                                          payment, call, clock, person, bot, fault, busy, reset; the header
                                          Last-Event-ID or `after` replays what was missed; `reset` says that too much
                                          was, or that everything began anew

What can't be done is answered with 400 (404 where the thing does not exist, 413 for a file over 50 MB) and
{"error": "a sentence"}. Requests from pages of other origins are refused with 403.
"""
