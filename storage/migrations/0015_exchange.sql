-- «Биржа»: requests, responses, what is asked about them, and who is to be told of what.
CREATE TABLE requests (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    buyer_id      INTEGER NOT NULL,
    title         TEXT    NOT NULL,
    description   TEXT    NOT NULL,
    files         TEXT    NOT NULL,  -- JSON array of attachments
    category_id   INTEGER REFERENCES categories (id) ON DELETE SET NULL,
    budget        INTEGER,           -- NULL: to be talked about
    currency      TEXT,
    days          INTEGER NOT NULL,
    published_at  INTEGER NOT NULL,
    closes_at     INTEGER NOT NULL,
    due_at        INTEGER NOT NULL,  -- when the clock looks at it
    revision      INTEGER NOT NULL,
    chosen        INTEGER REFERENCES responses (id),
    order_number  INTEGER UNIQUE REFERENCES orders (number),
    closed_at     INTEGER,
    closing       TEXT CHECK (closing IN ('ordered', 'closed', 'expired', 'stopped')),
    reason        TEXT,
    CHECK ((budget IS NULL) = (currency IS NULL)),
    CHECK ((closed_at IS NULL) = (closing IS NULL)),
    CHECK ((chosen IS NULL) = (order_number IS NULL))
) STRICT;

CREATE INDEX requests_of_buyer ON requests (buyer_id, id);
CREATE INDEX requests_open ON requests (id, category_id) WHERE closed_at IS NULL;
CREATE INDEX requests_due ON requests (due_at) WHERE closed_at IS NULL;
CREATE INDEX requests_in_category ON requests (category_id) WHERE category_id IS NOT NULL;

CREATE TABLE responses (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id    INTEGER NOT NULL REFERENCES requests (id),
    seller_id     INTEGER NOT NULL,
    price         INTEGER NOT NULL,
    currency      TEXT    NOT NULL,
    term_days     INTEGER NOT NULL,
    message       TEXT    NOT NULL,
    made_at       INTEGER NOT NULL,
    revision      INTEGER NOT NULL,
    withdrawn_at  INTEGER,
    UNIQUE (request_id, seller_id)
) STRICT;

CREATE INDEX responses_of_seller ON responses (seller_id, id);

CREATE TABLE response_words (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    response_id  INTEGER NOT NULL REFERENCES responses (id),
    side         TEXT    NOT NULL CHECK (side IN ('seller', 'buyer')),
    content      TEXT    NOT NULL,  -- JSON object
    said_at      INTEGER NOT NULL
) STRICT;

CREATE INDEX response_words_of ON response_words (response_id, id);

CREATE TABLE subscriptions (
    person_id    INTEGER NOT NULL,
    category_id  INTEGER REFERENCES categories (id) ON DELETE CASCADE  -- NULL: every request
) STRICT;

CREATE UNIQUE INDEX subscriptions_once ON subscriptions (person_id, ifnull(category_id, 0));
CREATE INDEX subscriptions_to ON subscriptions (category_id, person_id);

-- Who is still to be told of something on the exchange: everybody with a greater id.
CREATE TABLE tellings (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    request_id  INTEGER NOT NULL REFERENCES requests (id),
    news        TEXT    NOT NULL CHECK (news IN ('new', 'another', 'expired', 'closed', 'stopped')),
    told_up_to  INTEGER NOT NULL DEFAULT 0
) STRICT;

-- Of how many new requests a subscriber was told on a day (of 86,400 seconds since 1970).
CREATE TABLE told_of_requests (
    person_id  INTEGER PRIMARY KEY,
    day        INTEGER NOT NULL,
    times      INTEGER NOT NULL
) STRICT;
