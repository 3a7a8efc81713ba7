-- Where an order comes from. Before, there were gigs only.
ALTER TABLE orders ADD COLUMN origin TEXT NOT NULL DEFAULT 'gig'
    CHECK (origin IN ('gig', 'offer', 'exchange', 'elsewhere'));
