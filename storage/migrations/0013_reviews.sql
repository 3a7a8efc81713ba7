-- What the buyer has said of a finished order (JSON: all of it), and of an end that an operator does not let count, why.
-- `effect` is from now on how the end counts, not how its kind of end would.
ALTER TABLE orders ADD COLUMN review TEXT;
ALTER TABLE orders ADD COLUMN reviewed_at INTEGER;
ALTER TABLE orders ADD COLUMN review_mood TEXT CHECK (review_mood IN ('positive', 'negative'));  -- none: hidden
ALTER TABLE orders ADD COLUMN voided TEXT;

-- Reviews that everybody sees, newest first; counted without a look into the table.
CREATE INDEX orders_reviews_of_seller ON orders (seller_id, reviewed_at DESC, number DESC, review_mood)
    WHERE review_mood IS NOT NULL;
CREATE INDEX orders_reviews_of_gig ON orders (gig_id, reviewed_at DESC, number DESC, review_mood)
    WHERE review_mood IS NOT NULL;
