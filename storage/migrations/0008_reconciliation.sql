-- Reconciliation: what Telegram's own list of Star transactions says of payments by invoice, to be compared with ours.

CREATE TABLE star_transactions (
    charge_id  TEXT    NOT NULL,
    direction  TEXT    NOT NULL CHECK (direction IN ('in', 'out')),  -- the refund of a payment has its id
    person_id  INTEGER NOT NULL,
    payload    TEXT    NOT NULL,
    amount     INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    PRIMARY KEY (charge_id, direction)
) STRICT, WITHOUT ROWID;

-- How many transactions of the list have been read: it only grows at its end.
CREATE TABLE star_reading (
    id    INTEGER PRIMARY KEY CHECK (id = 1),
    read  INTEGER NOT NULL
) STRICT;

-- What differs. Each is told to the operators once.
CREATE TABLE star_differences (
    kind       TEXT    NOT NULL,
    charge_id  TEXT    NOT NULL,
    found_at   INTEGER NOT NULL,
    PRIMARY KEY (kind, charge_id)
) STRICT, WITHOUT ROWID;
