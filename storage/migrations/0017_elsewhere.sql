-- Orders from elsewhere: whom the seller names as the buyer, and the link by which that buyer joins. Until then the
-- order's `buyer_id` is 0, nobody's.
ALTER TABLE orders ADD COLUMN counterpart TEXT NOT NULL DEFAULT '';

CREATE TABLE invitations (
    order_number  INTEGER PRIMARY KEY REFERENCES orders (number),
    code          TEXT NOT NULL UNIQUE
) STRICT;
