-- What a seller still needs to know, item by item, and how many items there ever were.
ALTER TABLE orders ADD COLUMN information TEXT NOT NULL DEFAULT '[]';  -- JSON array of open items
ALTER TABLE orders ADD COLUMN information_asked INTEGER NOT NULL DEFAULT 0;

-- What the reply that a draft holds was a reply to: the fact of that message.
ALTER TABLE room_drafts ADD COLUMN replies_to INTEGER;

-- The form in which the list used to be one text.
DELETE FROM forms WHERE json_extract(data, '$.purpose') = 'information';
