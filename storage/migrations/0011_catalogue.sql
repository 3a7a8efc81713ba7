-- The categories that the operator has set, and of which a gig is. A removed one leaves its gigs without.

CREATE TABLE categories (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    name_ru   TEXT    NOT NULL,
    name_en   TEXT    NOT NULL,
    position  INTEGER NOT NULL
) STRICT;

CREATE INDEX categories_in_order ON categories (position, id);

ALTER TABLE gigs ADD COLUMN category_id INTEGER REFERENCES categories (id) ON DELETE SET NULL;
CREATE INDEX gigs_of_category ON gigs (category_id) WHERE category_id IS NOT NULL;
