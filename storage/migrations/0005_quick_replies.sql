-- The short texts that a person keeps, to be sent inside an order with two taps.
-- AUTOINCREMENT: the id of one that is gone is never used again, so that no old button sends another.
CREATE TABLE quick_replies (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id  INTEGER NOT NULL,
    position   INTEGER NOT NULL,
    content    TEXT    NOT NULL  -- JSON object
) STRICT;

CREATE INDEX quick_replies_of_person ON quick_replies (person_id, position, id);

-- Lists of quick replies in an order, from which nothing has been sent yet. `number`: the update that asked for it.
CREATE TABLE quick_reply_lists (
    person_id  INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    PRIMARY KEY (person_id, number)
) STRICT, WITHOUT ROWID;
