-- Offers: terms that a seller makes for one person, ordered at most once.
CREATE TABLE offers (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    code          TEXT    NOT NULL UNIQUE,
    seller_id     INTEGER NOT NULL,
    title         TEXT    NOT NULL,
    description   TEXT    NOT NULL,
    questions     TEXT    NOT NULL,  -- JSON array of strings
    price         INTEGER NOT NULL,
    currency      TEXT    NOT NULL,
    term_days     INTEGER NOT NULL,
    presets       TEXT    NOT NULL,  -- JSON array
    made_at       INTEGER NOT NULL,
    expires_at    INTEGER NOT NULL,
    buyer_id      INTEGER,           -- whose it is: named, or who opened it first
    opened_at     INTEGER,
    order_number  INTEGER UNIQUE REFERENCES orders (number),  -- the newest one placed of it
    withdrawn_at  INTEGER,
    declined_at   INTEGER,
    CHECK (seller_id <> buyer_id),
    CHECK (order_number IS NULL OR buyer_id IS NOT NULL)
) STRICT;

CREATE INDEX offers_of_seller ON offers (seller_id, id);
