"""Money through the real desks and the real database: races, and long runs of random steps."""
