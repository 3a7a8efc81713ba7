-- The photos of a gig.
ALTER TABLE gigs ADD COLUMN photos TEXT NOT NULL DEFAULT '[]';  -- JSON array of Telegram's file ids
