-- Money under protection: payments, refunds, payouts, and the ledger in which each of their movements is an entry.

ALTER TABLE orders ADD COLUMN method TEXT NOT NULL DEFAULT 'direct' CHECK (method IN ('stars', 'provider', 'direct'));
ALTER TABLE orders ADD COLUMN commission INTEGER NOT NULL DEFAULT 0;  -- hundredths of a percent

-- Every payment that Telegram has told of, once: told twice it has the same charge id. For which order it is held is
-- learned last, and never changes.
CREATE TABLE payments (
    charge_id           TEXT    PRIMARY KEY,
    provider_charge_id  TEXT    NOT NULL,
    payer_id            INTEGER NOT NULL,
    payload             TEXT    NOT NULL,
    amount              INTEGER NOT NULL CHECK (amount > 0),
    currency            TEXT    NOT NULL,
    method              TEXT    NOT NULL CHECK (method IN ('stars', 'provider')),
    order_number        INTEGER REFERENCES orders (number),  -- for which it is held; none: it is owed back
    received_at         INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX payments_of_order ON payments (order_number, received_at) WHERE order_number IS NOT NULL;

CREATE TRIGGER payments_are_told_once BEFORE INSERT ON payments
WHEN EXISTS (SELECT 1 FROM payments WHERE charge_id = new.charge_id) BEGIN
    SELECT raise(IGNORE);
END;
CREATE TRIGGER payments_are_held_once BEFORE UPDATE OF order_number ON payments
WHEN old.order_number IS NOT NULL BEGIN
    SELECT raise(ABORT, 'payments are append-only');
END;
CREATE TRIGGER payments_are_not_changed
BEFORE UPDATE OF charge_id, provider_charge_id, payer_id, payload, amount, currency, method, received_at ON payments BEGIN
    SELECT raise(ABORT, 'payments are append-only');
END;
CREATE TRIGGER payments_are_not_deleted BEFORE DELETE ON payments BEGIN
    SELECT raise(ABORT, 'payments are append-only');
END;

-- Pre-checkout queries, which alone were urgent, are answered at once and not kept.
ALTER TABLE inbox DROP COLUMN urgent;

-- What is owed to a buyer. `charge_id`: the payment that it undoes whole; none: a part, given back by hand.
CREATE TABLE refunds (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id     INTEGER NOT NULL,
    amount        INTEGER NOT NULL CHECK (amount > 0),
    currency      TEXT    NOT NULL,
    charge_id     TEXT    UNIQUE REFERENCES payments (charge_id),
    order_number  INTEGER REFERENCES orders (number),
    by_hand       INTEGER NOT NULL CHECK (by_hand IN (0, 1)),
    due_at        INTEGER NOT NULL,
    not_before    INTEGER NOT NULL,
    attempts      INTEGER NOT NULL DEFAULT 0,
    error         TEXT,
    done_at       INTEGER,
    done_by       INTEGER  -- the operator who has confirmed it
) STRICT;

CREATE INDEX refunds_due ON refunds (not_before, id) WHERE done_at IS NULL AND by_hand = 0;
CREATE INDEX refunds_open ON refunds (done_at, id) WHERE done_at IS NULL;
-- What is on its way back to a buyer.
CREATE INDEX refunds_open_of_person ON refunds (person_id, id) WHERE done_at IS NULL;

-- What sellers want to be paid out. `target`: where to, in their words.
CREATE TABLE payouts (
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

CREATE INDEX payouts_requested ON payouts (state, id) WHERE state = 'requested';
CREATE INDEX payouts_requested_of_person ON payouts (person_id, id) WHERE state = 'requested';
CREATE INDEX payouts_of_person ON payouts (person_id, id);

-- Which message tells an operator of a payout: it is edited when the payout is settled, whoever settles it.
CREATE TABLE payout_messages (
    payout_id    INTEGER NOT NULL REFERENCES payouts (id),
    operator_id  INTEGER NOT NULL,
    message_id   INTEGER NOT NULL,
    PRIMARY KEY (payout_id, operator_id)
) STRICT, WITHOUT ROWID;

-- An entry's postings come first; its own row seals them, and nothing is ever added, changed or removed afterwards.
CREATE TABLE entries (
    id            INTEGER PRIMARY KEY,
    kind          TEXT    NOT NULL CHECK (kind IN (
        'hold', 'stray', 'share_out', 'refunded', 'payout_requested', 'paid_out', 'payout_declined')),
    currency      TEXT    NOT NULL,
    order_number  INTEGER REFERENCES orders (number),
    charge_id     TEXT    REFERENCES payments (charge_id),
    at            INTEGER NOT NULL,
    CHECK ((kind IN ('hold', 'stray')) = (charge_id IS NOT NULL)),
    CHECK ((kind IN ('hold', 'share_out')) = (order_number IS NOT NULL))
) STRICT;

-- A payment comes in once; what is held for an order is shared out once.
CREATE UNIQUE INDEX entries_of_charge ON entries (charge_id) WHERE charge_id IS NOT NULL;
CREATE UNIQUE INDEX entries_shared_out ON entries (order_number) WHERE kind = 'share_out';
CREATE INDEX entries_of_order ON entries (order_number) WHERE order_number IS NOT NULL;

-- `account`, `holder`: whose money (a person, an order, a refund, a payout; 0: the operator). Positive: it has more.
CREATE TABLE postings (
    entry_id  INTEGER NOT NULL REFERENCES entries (id) DEFERRABLE INITIALLY DEFERRED,
    account   TEXT    NOT NULL CHECK (account IN (
        'buyer', 'escrow', 'refund', 'seller', 'payout', 'commission', 'paid_out')),
    holder    INTEGER NOT NULL,
    currency  TEXT    NOT NULL,
    amount    INTEGER NOT NULL CHECK (amount <> 0),
    PRIMARY KEY (account, holder, currency, entry_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX postings_of_entry ON postings (entry_id);

CREATE TRIGGER entries_balance BEFORE INSERT ON entries
WHEN coalesce((SELECT sum(amount) FROM postings WHERE entry_id = new.id), 1) <> 0
  OR EXISTS (SELECT 1 FROM postings WHERE entry_id = new.id AND currency <> new.currency) BEGIN
    SELECT raise(ABORT, 'the postings of an entry sum to zero in its currency');
END;
-- INSERT OR REPLACE deletes, without asking the triggers of DELETE, whatever row stands in its way in any unique index.
CREATE TRIGGER entries_are_not_replaced BEFORE INSERT ON entries
WHEN EXISTS (SELECT 1 FROM entries WHERE id = new.id)
  OR EXISTS (SELECT 1 FROM entries WHERE charge_id = new.charge_id)
  OR new.kind = 'share_out' AND EXISTS (
      SELECT 1 FROM entries WHERE order_number = new.order_number AND kind = 'share_out'
  ) BEGIN
    SELECT raise(ABORT, 'the ledger is append-only');
END;
CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries BEGIN
    SELECT raise(ABORT, 'the ledger is append-only');
END;
CREATE TRIGGER entries_are_not_deleted BEFORE DELETE ON entries BEGIN
    SELECT raise(ABORT, 'the ledger is append-only');
END;
CREATE TRIGGER postings_are_sealed BEFORE INSERT ON postings
WHEN EXISTS (SELECT 1 FROM entries WHERE id = new.entry_id) BEGIN
    SELECT raise(ABORT, 'the ledger is append-only');
END;
CREATE TRIGGER postings_are_not_replaced BEFORE INSERT ON postings
WHEN EXISTS (
    SELECT 1 FROM postings
    WHERE account = new.account AND holder = new.holder AND currency = new.currency AND entry_id = new.entry_id
) BEGIN
    SELECT raise(ABORT, 'the ledger is append-only');
END;
CREATE TRIGGER postings_are_not_changed BEFORE UPDATE ON postings BEGIN
    SELECT raise(ABORT, 'the ledger is append-only');
END;
CREATE TRIGGER postings_are_not_deleted BEFORE DELETE ON postings BEGIN
    SELECT raise(ABORT, 'the ledger is append-only');
END;
-- Only what lies outside may be owed to us: a buyer's account mirrors what they have paid in.
CREATE TRIGGER accounts_are_not_overdrawn AFTER INSERT ON postings
WHEN new.account <> 'buyer' AND new.amount < 0 AND (
    SELECT sum(amount) FROM postings
    WHERE account = new.account AND holder = new.holder AND currency = new.currency
) < 0 BEGIN
    SELECT raise(ABORT, 'an account is overdrawn');
END;
-- A payment comes in as it was told, from who has made it.
CREATE TRIGGER payments_come_in_whole BEFORE INSERT ON entries
WHEN new.charge_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM payments JOIN postings ON postings.entry_id = new.id
    WHERE payments.charge_id = new.charge_id AND postings.account = 'buyer' AND postings.holder = payments.payer_id
      AND postings.currency = payments.currency AND postings.amount = -payments.amount
) BEGIN
    SELECT raise(ABORT, 'a payment comes in whole');
END;
-- What is held for an order moves out once, and all of it; afterwards nothing comes in.
CREATE TRIGGER escrow_is_shared_out_whole BEFORE INSERT ON entries
WHEN new.kind = 'share_out' AND EXISTS (
    SELECT 1 FROM postings WHERE account = 'escrow' AND holder = new.order_number
    GROUP BY currency HAVING sum(amount) <> 0
) BEGIN
    SELECT raise(ABORT, 'the escrow is shared out whole');
END;
CREATE TRIGGER escrow_is_closed_once_shared_out BEFORE INSERT ON entries
WHEN new.kind = 'hold' AND EXISTS (
    SELECT 1 FROM entries WHERE order_number = new.order_number AND kind = 'share_out'
) BEGIN
    SELECT raise(ABORT, 'the order has been shared out');
END;
