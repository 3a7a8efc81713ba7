-- Options that a gig has ready, the copy of them that an order keeps, and the options that are part of an order.
ALTER TABLE gigs ADD COLUMN presets TEXT NOT NULL DEFAULT '[]';    -- JSON array of options without numbers
ALTER TABLE orders ADD COLUMN presets TEXT NOT NULL DEFAULT '[]';  -- the same
ALTER TABLE orders ADD COLUMN bought TEXT NOT NULL DEFAULT '[]';   -- JSON array of options

-- Options that were paid for before stand only in the history.
UPDATE orders
SET bought = (
    SELECT json_group_array(json_extract(paid.body, '$.option'))
    FROM (SELECT body FROM facts WHERE order_number = orders.number AND kind = 'option_paid' ORDER BY id) AS paid
)
WHERE number IN (SELECT order_number FROM facts WHERE kind = 'option_paid');
