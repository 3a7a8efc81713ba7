-- Arbitration: a dispute that waits for an operator, and how an order that one has split was shared.

ALTER TABLE orders ADD COLUMN dispute_by TEXT CHECK (dispute_by IN ('seller', 'buyer'));
ALTER TABLE orders ADD COLUMN dispute_statement TEXT;
ALTER TABLE orders ADD COLUMN dispute_opened_at INTEGER;
ALTER TABLE orders ADD COLUMN seller_part INTEGER;  -- minor units, commission included

CREATE INDEX orders_disputed ON orders (dispute_opened_at, number) WHERE dispute_opened_at IS NOT NULL;
