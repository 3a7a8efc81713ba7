-- Where topics are switched on in private chats: each side's topic of an order, by the last that is known of it.
-- `thread_id`: Telegram's `message_thread_id`.
CREATE TABLE topics (
    person_id     INTEGER NOT NULL,
    order_number  INTEGER NOT NULL REFERENCES orders (number),
    thread_id     INTEGER NOT NULL,
    name          TEXT    NOT NULL,
    is_closed     INTEGER NOT NULL CHECK (is_closed IN (0, 1)),
    PRIMARY KEY (person_id, order_number)
) STRICT, WITHOUT ROWID;

CREATE INDEX topics_of_thread ON topics (person_id, thread_id);
