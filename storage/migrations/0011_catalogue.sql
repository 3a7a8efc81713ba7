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

-- What is on sale, with what its place is made of: figures that follow from `orders` (and its seller's reviews) and are
-- written anew in the same transaction. `standing`: (kept + 5) / (kept + broken + 5) in millionths, rounded down, of the
-- seller's last 30 orders that count. Every index holds all that is filtered by, so that passing over is cheap.
CREATE TABLE catalogue (
    gig_id       INTEGER PRIMARY KEY REFERENCES gigs (id),
    seller_id    INTEGER NOT NULL,
    currency     TEXT    NOT NULL,
    category_id  INTEGER REFERENCES categories (id) ON DELETE SET NULL,
    price        INTEGER NOT NULL,
    term_days    INTEGER NOT NULL,
    kept         INTEGER NOT NULL,
    broken       INTEGER NOT NULL,
    standing     INTEGER NOT NULL,
    positive     INTEGER NOT NULL
) STRICT;

CREATE INDEX catalogue_by_rating
    ON catalogue (currency, standing DESC, positive DESC, gig_id DESC, category_id, price, term_days);
CREATE INDEX catalogue_by_price
    ON catalogue (currency, price, standing DESC, positive DESC, gig_id DESC, category_id, term_days);
CREATE INDEX catalogue_by_term
    ON catalogue (currency, term_days, standing DESC, positive DESC, gig_id DESC, category_id, price);
CREATE INDEX catalogue_by_age ON catalogue (currency, gig_id DESC, category_id, price, term_days);
CREATE INDEX catalogue_of_seller ON catalogue (seller_id);
CREATE INDEX catalogue_of_category ON catalogue (category_id) WHERE category_id IS NOT NULL;

-- The stems of the words of every gig that is not removed, made by `storage/stems.py`; its tokenizer parts nothing more.
CREATE VIRTUAL TABLE gig_stems USING fts5 (stems, detail = none, columnsize = 0, tokenize = "ascii tokenchars '+#'");
CREATE VIRTUAL TABLE gig_vocabulary USING fts5vocab (gig_stems, row);

-- Which program has made the stems: another one makes them all anew.
CREATE TABLE stemmers (version TEXT NOT NULL) STRICT;

-- For the correction of typos: every stem that was ever met, with a word of it to show, and three letters each of it.
CREATE TABLE stems (
    stem  TEXT NOT NULL PRIMARY KEY,
    word  TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE stem_grams (
    gram  TEXT NOT NULL,
    stem  TEXT NOT NULL,
    PRIMARY KEY (gram, stem)
) STRICT, WITHOUT ROWID;

-- What people have looked for lately: buttons hold the number.
CREATE TABLE searches (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    person_id  INTEGER NOT NULL,
    words      TEXT    NOT NULL
) STRICT;

CREATE INDEX searches_of_person ON searches (person_id, id);
