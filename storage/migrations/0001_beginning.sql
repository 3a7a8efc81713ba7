-- Times: epoch seconds (UTC). Durations: seconds. Money: minor units. JSON: text.

CREATE TABLE people (
    id               INTEGER PRIMARY KEY,
    first_name       TEXT    NOT NULL,
    last_name        TEXT,
    username         TEXT,
    language         TEXT,
    client_language  TEXT,
    timezone         TEXT,
    quiet_from       INTEGER CHECK (quiet_from BETWEEN 0 AND 1439),  -- minutes of the local day
    quiet_to         INTEGER CHECK (quiet_to BETWEEN 0 AND 1439),
    start_warnings   TEXT,                                           -- JSON array of seconds
    due_warnings     TEXT,                                           -- JSON array of seconds
    orders_view      TEXT    NOT NULL,
    is_reachable     INTEGER NOT NULL CHECK (is_reachable IN (0, 1)),
    met_at           INTEGER NOT NULL,
    changed_at       INTEGER NOT NULL,
    CHECK ((quiet_from IS NULL) = (quiet_to IS NULL))
) STRICT;

CREATE TABLE gigs (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    code         TEXT    NOT NULL UNIQUE,
    seller_id    INTEGER NOT NULL,
    title        TEXT    NOT NULL,
    description  TEXT    NOT NULL,
    questions    TEXT    NOT NULL,  -- JSON array of strings
    price        INTEGER NOT NULL,
    currency     TEXT    NOT NULL,
    term_days    INTEGER NOT NULL,
    status       TEXT    NOT NULL CHECK (status IN ('active', 'paused', 'removed')),
    created_at   INTEGER NOT NULL
) STRICT;

CREATE INDEX gigs_of_seller ON gigs (seller_id, id);

CREATE TABLE orders (
    number                         INTEGER PRIMARY KEY AUTOINCREMENT,
    seller_id                      INTEGER NOT NULL,
    buyer_id                       INTEGER NOT NULL,
    gig_id                         INTEGER REFERENCES gigs (id),
    title                          TEXT    NOT NULL,
    description                    TEXT    NOT NULL,
    questions                      TEXT    NOT NULL,  -- JSON array of strings
    price                          INTEGER NOT NULL,
    currency                       TEXT    NOT NULL,
    term_days                      INTEGER NOT NULL,
    brief                          TEXT    NOT NULL,  -- JSON array of answers
    status                         TEXT    NOT NULL CHECK (status IN (
        'awaiting_payment', 'not_started', 'in_progress', 'in_review', 'completed', 'cancelled')),
    placed_at                      INTEGER NOT NULL,
    paid_at                        INTEGER,
    started_at                     INTEGER,
    ended_at                       INTEGER,
    ending                         TEXT,
    effect                         TEXT    CHECK (effect IN ('kept', 'broken')),
    clock_until                    INTEGER,           -- it runs
    clock_left                     INTEGER,           -- it stands still
    clock_warned_at                INTEGER,
    work_left                      INTEGER,
    cancellation_by                TEXT    CHECK (cancellation_by IN ('seller', 'buyer')),
    cancellation_reason            TEXT,
    cancellation_explanation       TEXT,
    cancellation_asked_at          INTEGER,
    cancellation_answer_until      INTEGER,
    cancellation_answer_warned_at  INTEGER,
    cancellation_declined          INTEGER NOT NULL CHECK (cancellation_declined IN (0, 1)),
    options                        TEXT    NOT NULL,  -- JSON array of open offers
    options_offered                INTEGER NOT NULL,
    wait_until                     INTEGER,
    wait_asked_at                  INTEGER,
    overdue_told                   INTEGER NOT NULL CHECK (overdue_told IN (0, 1)),
    deliveries                     INTEGER NOT NULL,
    returns                        INTEGER NOT NULL,
    turn                           INTEGER NOT NULL,
    version                        INTEGER NOT NULL,
    CHECK (seller_id <> buyer_id),
    CHECK (clock_until IS NULL OR clock_left IS NULL),
    CHECK ((status IN ('completed', 'cancelled')) = (ended_at IS NOT NULL))
) STRICT;

-- Open orders by the clock that runs: the answer clock of a pending cancellation, else the order's own.
CREATE INDEX orders_open_of_seller ON orders (seller_id, coalesce(cancellation_answer_until, clock_until), number)
    WHERE ended_at IS NULL;
CREATE INDEX orders_open_of_buyer ON orders (buyer_id, coalesce(cancellation_answer_until, clock_until), number)
    WHERE ended_at IS NULL;
-- Ended orders, newest first. A seller never hears of one that was not paid; `paid_at` stands in the index, so that
-- they are counted without a look into the table.
CREATE INDEX orders_ended_of_seller ON orders (seller_id, ended_at DESC, number DESC, paid_at)
    WHERE ended_at IS NOT NULL AND paid_at IS NOT NULL;
CREATE INDEX orders_ended_of_buyer ON orders (buyer_id, ended_at DESC, number DESC)
    WHERE ended_at IS NOT NULL;
-- What the rating is made of.
CREATE INDEX orders_effects ON orders (seller_id, ended_at DESC, number DESC, effect)
    WHERE effect IS NOT NULL;

CREATE TABLE facts (
    id            INTEGER PRIMARY KEY,
    order_number  INTEGER NOT NULL REFERENCES orders (number),
    at            INTEGER NOT NULL,
    kind          TEXT    NOT NULL,
    body          TEXT    NOT NULL  -- JSON object
) STRICT;

CREATE INDEX facts_of_order ON facts (order_number, id);

CREATE TRIGGER facts_are_not_changed BEFORE UPDATE ON facts BEGIN
    SELECT raise(ABORT, 'facts are append-only');
END;
CREATE TRIGGER facts_are_not_deleted BEFORE DELETE ON facts BEGIN
    SELECT raise(ABORT, 'facts are append-only');
END;
-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER facts_are_not_replaced BEFORE INSERT ON facts
WHEN EXISTS (SELECT 1 FROM facts WHERE id = new.id) BEGIN
    SELECT raise(ABORT, 'facts are append-only');
END;

CREATE TABLE timers (
    order_number  INTEGER NOT NULL REFERENCES orders (number),
    kind          TEXT    NOT NULL,
    turn          INTEGER NOT NULL,
    "offset"      INTEGER NOT NULL,
    due_at        INTEGER NOT NULL,
    PRIMARY KEY (order_number, kind, turn, "offset")
) STRICT, WITHOUT ROWID;

CREATE INDEX timers_due ON timers (due_at);

-- AUTOINCREMENT: an id is never used twice, so that the sender can read on from the last id it has seen.
CREATE TABLE outbox (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id     INTEGER NOT NULL,
    kind          TEXT    NOT NULL,
    body          TEXT    NOT NULL,  -- JSON object
    order_number  INTEGER,
    key           TEXT,
    state         TEXT    NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'held', 'failed')),
    attempts      INTEGER NOT NULL DEFAULT 0,
    not_before    INTEGER NOT NULL DEFAULT 0,
    created_at    INTEGER NOT NULL,
    error         TEXT
) STRICT;

CREATE INDEX outbox_of_person ON outbox (person_id, state);
CREATE INDEX outbox_keys ON outbox (key) WHERE key IS NOT NULL;

CREATE TABLE inbox (
    update_id    INTEGER PRIMARY KEY,
    lane         INTEGER NOT NULL,
    urgent       INTEGER NOT NULL CHECK (urgent IN (0, 1)),
    body         TEXT    NOT NULL,
    received_at  INTEGER NOT NULL,
    state        TEXT    NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'failed')),
    attempts     INTEGER NOT NULL DEFAULT 0,
    error        TEXT,
    code         TEXT
) STRICT;

CREATE INDEX inbox_undone ON inbox (state, update_id) WHERE state <> 'done';
CREATE INDEX inbox_done ON inbox (received_at) WHERE state = 'done';

CREATE TABLE forms (
    person_id   INTEGER PRIMARY KEY,
    state       TEXT,
    data        TEXT    NOT NULL,  -- JSON object
    updated_at  INTEGER NOT NULL
) STRICT;

-- The newest card of each side.
CREATE TABLE cards (
    order_number  INTEGER NOT NULL REFERENCES orders (number),
    side          TEXT    NOT NULL CHECK (side IN ('seller', 'buyer')),
    message_id    INTEGER NOT NULL,
    PRIMARY KEY (order_number, side)
) STRICT, WITHOUT ROWID;

-- Which messages of a person's chat belong to which order. `fact_id`: what was said with it, or told by it; `part`: which
-- part of a hand-over the bot's message is (0: its text, from 1: its files; none: the closing note). Of the person's own
-- messages: `file`, Telegram's unique id of the file in it, and `has_words`.
CREATE TABLE room_messages (
    person_id     INTEGER NOT NULL,
    message_id    INTEGER NOT NULL,
    order_number  INTEGER NOT NULL REFERENCES orders (number),
    fact_id       INTEGER,
    part          INTEGER,
    file          TEXT,
    has_words     INTEGER NOT NULL DEFAULT 0 CHECK (has_words IN (0, 1)),
    PRIMARY KEY (person_id, message_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX room_messages_of_fact ON room_messages (fact_id, person_id) WHERE fact_id IS NOT NULL;

-- What a person has sent and nobody has been given yet: an album that still arrives, words without an order, a contact
-- that awaits a yes. `number`: the update that began it.
CREATE TABLE room_drafts (
    person_id     INTEGER NOT NULL,
    number        INTEGER NOT NULL,
    kind          TEXT    NOT NULL CHECK (kind IN ('album', 'unaddressed', 'private')),
    order_number  INTEGER REFERENCES orders (number),
    album         TEXT,
    content       TEXT    NOT NULL,  -- JSON object
    messages      TEXT    NOT NULL,  -- JSON array of objects
    due_at        INTEGER,
    PRIMARY KEY (person_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX room_drafts_due ON room_drafts (due_at) WHERE due_at IS NOT NULL;

-- The other side of the order knows that this person has blocked the bot.
CREATE TABLE room_absences (
    person_id     INTEGER NOT NULL,
    order_number  INTEGER NOT NULL REFERENCES orders (number),
    PRIMARY KEY (person_id, order_number)
) STRICT, WITHOUT ROWID;
