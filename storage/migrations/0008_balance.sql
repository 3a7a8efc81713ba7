-- A seller can take a request for money back while it waits. A CHECK can't be changed, so the table is made anew.
CREATE TABLE payouts_anew (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id     INTEGER NOT NULL,
    amount        INTEGER NOT NULL CHECK (amount > 0),
    currency      TEXT    NOT NULL,
    target        TEXT    NOT NULL,
    requested_at  INTEGER NOT NULL,
    state         TEXT    NOT NULL DEFAULT 'requested' CHECK (state IN ('requested', 'paid', 'declined', 'withdrawn')),
    settled_at    INTEGER,
    settled_by    INTEGER,  -- the operator; nobody has, where the seller has taken it back
    reason        TEXT,     -- why it was declined
    CHECK ((state = 'requested') = (settled_at IS NULL))
) STRICT;

INSERT INTO payouts_anew (
    id, person_id, amount, currency, target, requested_at, state, settled_at, settled_by, reason
)
SELECT id, person_id, amount, currency, target, requested_at, state, settled_at, settled_by, reason FROM payouts;

DROP TABLE payouts;
ALTER TABLE payouts_anew RENAME TO payouts;

CREATE INDEX payouts_requested ON payouts (id) WHERE state = 'requested';
CREATE INDEX payouts_requested_of_person ON payouts (person_id, id) WHERE state = 'requested';
CREATE INDEX payouts_of_person ON payouts (person_id, id);

-- Which message tells an operator of a payout: it is edited when the payout is settled, whoever settles it.
CREATE TABLE payout_messages (
    payout_id    INTEGER NOT NULL REFERENCES payouts (id),
    operator_id  INTEGER NOT NULL,
    message_id   INTEGER NOT NULL,
    PRIMARY KEY (payout_id, operator_id)
) STRICT, WITHOUT ROWID;

-- What is on its way back to a buyer.
CREATE INDEX refunds_open_of_person ON refunds (person_id, id) WHERE done_at IS NULL;
