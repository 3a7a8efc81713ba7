-- A seller takes no orders until a date, or has so many in work at a time; and who wants to know when that is over.
ALTER TABLE people ADD COLUMN away_until INTEGER;
ALTER TABLE people ADD COLUMN works_at_most INTEGER CHECK (works_at_most BETWEEN 1 AND 50);

CREATE TABLE waiting (
    seller_id  INTEGER NOT NULL,
    person_id  INTEGER NOT NULL,
    gig_id     INTEGER NOT NULL REFERENCES gigs (id),
    asked_at   INTEGER NOT NULL,
    PRIMARY KEY (seller_id, person_id),
    CHECK (seller_id <> person_id)
) STRICT, WITHOUT ROWID;
