"""How a seller's orders ended, of those that count for the rating, newest first."""

#: `{seller}` and `{limit}`: parameters or numbers.
RECENT_EFFECTS = """
    SELECT effect FROM orders
    WHERE seller_id = {seller} AND effect IS NOT NULL
    ORDER BY ended_at DESC, number DESC
    LIMIT {limit}
"""
