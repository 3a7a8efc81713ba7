"""What is always true of money and catalogue in the database, each as a question for whatever contradicts it (SPEC 7).

They are asked of the tables alone, in SQL of their own, so that they don't agree with a mistake of the code that writes
them. Sums are of minor units. Two things that must be equal stand in one sum, of which nothing is to be left.
"""

from dataclasses import dataclass

#: Endings that leave everything to one side. Of others (a decision to split) only the sum is known.
_ALL_TO_SELLER = "'accepted', 'auto_accepted'"
_ALL_TO_BUYER = (
    "'auto_cancelled', 'cancelled_before_start', 'changed_mind', 'cancelled_overdue', 'excused', 'blamed', "
    "'cancelled_anyway', 'seller_agreed', 'silence'"
)
#: Orders whose money we have had.
_PAID_TO_US = "orders.method <> 'direct' AND orders.paid_at IS NOT NULL"
#: How each order was shared out: an entry, and what of it went to whom.
_SHARED_OUT = """
    SELECT entries.id, entries.order_number, entries.currency,
           sum(CASE postings.account WHEN 'escrow' THEN -amount ELSE 0 END) AS shared,
           sum(CASE postings.account WHEN 'seller' THEN amount ELSE 0 END) AS earned,
           sum(CASE postings.account WHEN 'commission' THEN amount ELSE 0 END) AS kept,
           sum(CASE postings.account WHEN 'refund' THEN amount ELSE 0 END) AS returned,
           max(CASE postings.account WHEN 'seller' THEN postings.holder END) AS to_whom,
           max(CASE postings.account WHEN 'escrow' THEN postings.holder END) AS of_what
    FROM entries JOIN postings ON postings.entry_id = entries.id
    WHERE entries.kind = 'share_out'
    GROUP BY entries.id
"""
_CHARGES_OF_FACTS = """
    SELECT order_number, json_extract(body, '$.charge.id') AS charge_id,
           json_extract(body, '$.charge.money.amount') AS amount,
           json_extract(body, '$.charge.money.currency') AS currency
    FROM facts
    WHERE kind IN ('order_paid', 'option_paid') AND json_extract(body, '$.charge.id') IS NOT NULL
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invariant:
    """One of them: what holds of one thing and of many, and how many there are."""

    one: str
    many: str
    count: str
    #: Rows that contradict it, and what to say of one; its columns by name.
    against: str
    named: str


_LEDGER = (
    Invariant(
        one="entry sums to zero in its currency",
        many="entries sum to zero in their currency",
        count="SELECT count(*) FROM entries",
        against="""
            SELECT entries.id, entries.kind, entries.currency, postings.currency AS found, sum(postings.amount) AS total
            FROM entries JOIN postings ON postings.entry_id = entries.id
            GROUP BY entries.id, postings.currency
            HAVING sum(postings.amount) <> 0 OR postings.currency <> entries.currency
            ORDER BY entries.id, postings.currency
        """,
        named="entry {id} ({kind}, {currency}): its postings in {found} sum to {total}",
    ),
    Invariant(
        one="posting belongs to an entry",
        many="postings belong to entries",
        count="SELECT count(*) FROM postings",
        against="""
            SELECT * FROM postings WHERE NOT EXISTS (SELECT 1 FROM entries WHERE id = postings.entry_id)
            ORDER BY entry_id, account, holder
        """,
        named="{amount} {currency} on {account} {holder} belong to entry {entry_id}, which is not there",
    ),
    Invariant(
        one="entry moves something",
        many="entries move something",
        count="SELECT count(*) FROM entries",
        against="""
            SELECT * FROM entries WHERE NOT EXISTS (SELECT 1 FROM postings WHERE entry_id = entries.id) ORDER BY id
        """,
        named="entry {id} ({kind}) has no postings",
    ),
    Invariant(
        one="account is not overdrawn; a buyer's, which is outside, is never above zero",
        many="accounts are not overdrawn; buyers', which are outside, are never above zero",
        count="SELECT count(*) FROM (SELECT 1 FROM postings GROUP BY account, holder, currency)",
        against="""
            SELECT account, holder, currency, sum(amount) AS total FROM postings
            GROUP BY account, holder, currency
            HAVING CASE account WHEN 'buyer' THEN sum(amount) > 0 ELSE sum(amount) < 0 END
            ORDER BY account, holder, currency
        """,
        named="account {account} {holder} has {total} {currency}",
    ),
)

_OUTSIDE = (
    Invariant(
        one="buyer's account mirrors what they paid, less what they have back",
        many="buyers' accounts mirror what they paid, less what they have back",
        count="SELECT count(*) FROM (SELECT 1 FROM postings WHERE account = 'buyer' GROUP BY holder, currency)",
        against="""
            SELECT holder, currency, sum(amount) AS total FROM (
                SELECT holder, currency, amount FROM postings WHERE account = 'buyer'
                UNION ALL
                SELECT payer_id, currency, amount FROM payments
                UNION ALL
                SELECT person_id, currency, -amount FROM refunds WHERE done_at IS NOT NULL
            )
            GROUP BY holder, currency HAVING sum(amount) <> 0 ORDER BY holder, currency
        """,
        named="buyer {holder}: payments less refunds and the account are {total} {currency} apart",
    ),
    Invariant(
        one="seller's account outside mirrors what they were paid out",
        many="sellers' accounts outside mirror what they were paid out",
        count="SELECT count(*) FROM (SELECT 1 FROM postings WHERE account = 'paid_out' GROUP BY holder, currency)",
        against="""
            SELECT holder, currency, sum(amount) AS total FROM (
                SELECT holder, currency, amount FROM postings WHERE account = 'paid_out'
                UNION ALL
                SELECT person_id, currency, -amount FROM payouts WHERE state = 'paid'
            )
            GROUP BY holder, currency HAVING sum(amount) <> 0 ORDER BY holder, currency
        """,
        named="seller {holder}: payouts and the account are {total} {currency} apart",
    ),
)

_PAYMENTS = (
    Invariant(
        one="payment is held or owed back, once",
        many="payments are held or owed back, each once",
        count="SELECT count(*) FROM payments",
        against="""
            SELECT payments.charge_id, payments.amount, payments.currency, count(entries.id) AS times
            FROM payments LEFT JOIN entries ON entries.charge_id = payments.charge_id
            GROUP BY payments.charge_id HAVING count(entries.id) <> 1 ORDER BY payments.charge_id
        """,
        named="payment {charge_id} of {amount} {currency} is in {times} entries",
    ),
    Invariant(
        one="payment is booked in full, on its payer's account",
        many="payments are booked in full, on their payers' accounts",
        count="SELECT count(*) FROM payments",
        against="""
            SELECT payments.charge_id, payments.payer_id, payments.amount, payments.currency, entries.id
            FROM payments JOIN entries ON entries.charge_id = payments.charge_id
            WHERE NOT EXISTS (
                SELECT 1 FROM postings
                WHERE entry_id = entries.id AND account = 'buyer' AND holder = payments.payer_id
                  AND amount = -payments.amount AND currency = payments.currency
            )
            ORDER BY payments.charge_id
        """,
        named="payment {charge_id}: that {payer_id} has paid {amount} {currency} is not what entry {id} says",
    ),
    Invariant(
        one="held payment is its order's, and its buyer's",
        many="held payments are their orders', and their buyers'",
        count="SELECT count(*) FROM payments WHERE order_number IS NOT NULL",
        against="""
            SELECT payments.charge_id, payments.order_number, entries.id
            FROM payments
            JOIN entries ON entries.charge_id = payments.charge_id
            LEFT JOIN orders ON orders.number = payments.order_number
            WHERE payments.order_number IS NOT NULL AND NOT (
                entries.kind = 'hold'
                AND entries.order_number = payments.order_number
                AND orders.number IS NOT NULL
                AND orders.buyer_id = payments.payer_id
                AND orders.method = payments.method
                AND EXISTS (
                    SELECT 1 FROM postings
                    WHERE entry_id = entries.id AND account = 'escrow' AND holder = payments.order_number
                )
            )
            ORDER BY payments.charge_id
        """,
        named="payment {charge_id}: that it is held for order {order_number} is not what entry {id} and the order say",
    ),
    Invariant(
        one="payment with nothing to buy is owed back in full",
        many="payments with nothing to buy are owed back in full",
        count="SELECT count(*) FROM payments WHERE order_number IS NULL",
        against="""
            SELECT payments.charge_id, payments.amount, payments.currency, entries.id
            FROM payments JOIN entries ON entries.charge_id = payments.charge_id
            WHERE payments.order_number IS NULL AND NOT (entries.kind = 'stray' AND EXISTS (
                SELECT 1 FROM refunds
                JOIN postings ON postings.account = 'refund' AND postings.holder = refunds.id
                WHERE refunds.charge_id = payments.charge_id AND postings.entry_id = entries.id
            ))
            ORDER BY payments.charge_id
        """,
        named="payment {charge_id} of {amount} {currency}: no order, and entry {id} owes nothing back for it",
    ),
)

_ORDERS = (
    Invariant(
        one="order's escrow is what was paid for it, or nothing once it has ended",
        many="orders' escrow is what was paid for them, or nothing once they have ended",
        count=f"SELECT count(*) FROM orders WHERE {_PAID_TO_US}",  # noqa: S608 - no values in it
        against="""
            SELECT number, currency, sum(amount) AS total FROM (
                SELECT holder AS number, currency, amount FROM postings WHERE account = 'escrow'
                UNION ALL
                SELECT orders.number, payments.currency, -payments.amount
                FROM payments JOIN orders ON orders.number = payments.order_number
                WHERE orders.ended_at IS NULL
            )
            GROUP BY number, currency HAVING sum(amount) <> 0 ORDER BY number, currency
        """,
        named="order {number}: its escrow is {total} {currency} off",
    ),
    Invariant(
        one="paid order that is open has its price in escrow",
        many="paid orders that are open have their price in escrow, and no other orders have any",
        count=f"SELECT count(*) FROM orders WHERE {_PAID_TO_US} AND ended_at IS NULL",  # noqa: S608
        against=f"""
            SELECT number, currency, sum(amount) AS total FROM (
                SELECT holder AS number, currency, amount FROM postings WHERE account = 'escrow'
                UNION ALL
                SELECT number, currency, -price FROM orders WHERE {_PAID_TO_US} AND ended_at IS NULL
            )
            GROUP BY number, currency HAVING sum(amount) <> 0 ORDER BY number, currency
        """,  # noqa: S608
        named="order {number}: its price and its escrow are {total} {currency} apart",
    ),
    Invariant(
        one="paid order that has ended is shared out, once and whole",
        many="paid orders that have ended are shared out, each once and whole, and no others",
        count=f"SELECT count(*) FROM orders WHERE {_PAID_TO_US} AND ended_at IS NOT NULL",  # noqa: S608
        against=f"""
            WITH shared_out AS ({_SHARED_OUT}), sums AS (
                SELECT number, currency, sum(times) AS times, sum(amount) AS total FROM (
                    SELECT order_number AS number, currency, 1 AS times, shared AS amount FROM shared_out
                    UNION ALL
                    SELECT number, currency, -1, 0 FROM orders WHERE {_PAID_TO_US} AND ended_at IS NOT NULL
                    UNION ALL
                    SELECT orders.number, payments.currency, 0, -payments.amount
                    FROM payments JOIN orders ON orders.number = payments.order_number
                    WHERE orders.ended_at IS NOT NULL
                )
                GROUP BY number, currency
            )
            SELECT number, currency, times + 1 AS times, total FROM sums WHERE times <> 0 OR total <> 0
            ORDER BY number, currency
        """,  # noqa: S608
        named="order {number}: shared out {times} times, {total} {currency} more than was held",
    ),
    Invariant(
        one="order is shared out as its ending wants it, to its own seller",
        many="orders are shared out as their endings want it, to their own sellers",
        count="SELECT count(*) FROM entries WHERE kind = 'share_out'",
        against=f"""
            WITH shared_out AS ({_SHARED_OUT})
            SELECT shared_out.*, orders.number, orders.ending FROM shared_out
            LEFT JOIN orders ON orders.number = shared_out.order_number
            WHERE orders.number IS NULL OR of_what IS NOT orders.number
               OR (to_whom IS NOT NULL AND to_whom <> orders.seller_id)
               OR (orders.ending IN ({_ALL_TO_SELLER}) AND returned <> 0)
               OR (orders.ending IN ({_ALL_TO_BUYER}) AND earned + kept <> 0)
            ORDER BY order_number
        """,  # noqa: S608
        named=(
            "order {order_number} ({ending}): {earned} {currency} went to seller {to_whom}, {kept} to the operator, "
            "{returned} to the buyer"
        ),
    ),
    Invariant(
        one="commission is as the order's rate says, half a unit rounded up",
        many="commissions are as their orders' rates say, half a unit rounded up",
        count="SELECT count(*) FROM entries WHERE kind = 'share_out'",
        against=f"""
            WITH shared_out AS ({_SHARED_OUT})
            SELECT order_number, shared_out.currency, kept, earned + kept AS gross, orders.commission AS rate,
                   (2 * (earned + kept) * orders.commission + 10000) / 20000 AS due
            FROM shared_out JOIN orders ON orders.number = shared_out.order_number
            WHERE kept <> (2 * (earned + kept) * orders.commission + 10000) / 20000
            ORDER BY order_number
        """,  # noqa: S608
        named="order {order_number}: {kept} of {gross} {currency} kept, at {rate} hundredths of a percent it is {due}",
    ),
)

_OWED = (
    Invariant(
        one="refund has its amount on its account while it is due, and nothing once it is done",
        many="refunds have their amount on their accounts while they are due, and nothing once they are done",
        count="SELECT count(*) FROM refunds",
        against="""
            SELECT id, currency, sum(amount) AS total FROM (
                SELECT holder AS id, currency, amount FROM postings WHERE account = 'refund'
                UNION ALL
                SELECT id, currency, -amount FROM refunds WHERE done_at IS NULL
            )
            GROUP BY id, currency HAVING sum(amount) <> 0 ORDER BY id, currency
        """,
        named="refund {id}: what is due and the account are {total} {currency} apart",
    ),
    Invariant(
        one="refund comes from its order or its payment, in full",
        many="refunds come from their orders or their payments, in full",
        count="SELECT count(*) FROM refunds",
        against="""
            SELECT refunds.id, refunds.amount, refunds.currency
            FROM refunds
            LEFT JOIN payments ON payments.charge_id = refunds.charge_id
            LEFT JOIN orders ON orders.number = refunds.order_number
            WHERE NOT EXISTS (
                SELECT 1 FROM postings JOIN entries ON entries.id = postings.entry_id
                WHERE postings.account = 'refund' AND postings.holder = refunds.id
                  AND postings.amount = refunds.amount AND postings.currency = refunds.currency
                  AND CASE WHEN refunds.charge_id IS NOT NULL AND payments.order_number IS NULL
                      THEN entries.kind = 'stray' AND entries.charge_id = refunds.charge_id
                      ELSE entries.kind = 'share_out' AND entries.order_number = refunds.order_number END
            )
            OR (refunds.charge_id IS NOT NULL AND (
                payments.charge_id IS NULL OR payments.amount <> refunds.amount OR payments.currency <> refunds.currency
                OR payments.payer_id <> refunds.person_id
                OR coalesce(payments.order_number, refunds.order_number) IS NOT refunds.order_number
            ))
            OR (refunds.order_number IS NOT NULL AND orders.buyer_id IS NOT refunds.person_id)
            ORDER BY refunds.id
        """,
        named="refund {id} of {amount} {currency} is not what its payment, its order and its entry say",
    ),
    Invariant(
        one="payout has its amount on its account while it is asked for, and nothing once it is settled",
        many="payouts have their amount on their accounts while they are asked for, and nothing once they are settled",
        count="SELECT count(*) FROM payouts",
        against="""
            SELECT id, currency, sum(amount) AS total FROM (
                SELECT holder AS id, currency, amount FROM postings WHERE account = 'payout'
                UNION ALL
                SELECT id, currency, -amount FROM payouts WHERE state = 'requested'
            )
            GROUP BY id, currency HAVING sum(amount) <> 0 ORDER BY id, currency
        """,
        named="payout {id}: what is asked for and the account are {total} {currency} apart",
    ),
    Invariant(
        one="payout comes from its seller's balance, in full",
        many="payouts come from their sellers' balances, in full",
        count="SELECT count(*) FROM payouts",
        against="""
            SELECT * FROM payouts WHERE NOT EXISTS (
                SELECT 1 FROM postings AS out_of
                JOIN postings AS into_it ON into_it.entry_id = out_of.entry_id
                WHERE into_it.account = 'payout' AND into_it.holder = payouts.id
                  AND into_it.amount = payouts.amount AND into_it.currency = payouts.currency
                  AND out_of.account = 'seller' AND out_of.holder = payouts.person_id
                  AND out_of.amount = -payouts.amount
            )
            ORDER BY id
        """,
        named="payout {id} of {amount} {currency} was not taken from the balance of {person_id}",
    ),
)

_FACTS = (
    Invariant(
        one="payment in the history of an order is held for it, and the other way round",
        many="payments in the histories of orders are held for them, and the other way round",
        count="SELECT count(*) FROM payments WHERE order_number IS NOT NULL",
        against=f"""
            WITH told AS ({_CHARGES_OF_FACTS})
            SELECT order_number, charge_id, amount, currency, sum(times) AS times FROM (
                SELECT order_number, charge_id, amount, currency, 1 AS times FROM told
                UNION ALL
                SELECT order_number, charge_id, amount, currency, -1 FROM payments WHERE order_number IS NOT NULL
            )
            GROUP BY order_number, charge_id, amount, currency HAVING sum(times) <> 0
            ORDER BY order_number, charge_id, currency, amount
        """,  # noqa: S608
        named=(
            "order {order_number}: payment {charge_id} of {amount} {currency} is told {times:+d} times "
            "beside what is held"
        ),
    ),
    Invariant(
        one="order's end is in its history, once and as it is",
        many="orders' ends are in their histories, each once and as it is",
        count="SELECT count(*) FROM orders WHERE method <> 'direct' AND ended_at IS NOT NULL",
        against="""
            SELECT number, ending, sum(times) AS times FROM (
                SELECT orders.number, json_extract(facts.body, '$.ending') AS ending, 1 AS times
                FROM facts JOIN orders ON orders.number = facts.order_number
                WHERE facts.kind = 'order_ended' AND orders.method <> 'direct'
                UNION ALL
                SELECT number, ending, -1 FROM orders WHERE method <> 'direct' AND ended_at IS NOT NULL
            )
            GROUP BY number, ending HAVING sum(times) <> 0 ORDER BY number, ending
        """,
        named="order {number}: that it has ended ({ending}) is told {times:+d} times beside what is so",
    ),
    Invariant(
        one="order's history tells of all its refunds that are done, and of no others",
        many="orders' histories tell of all their refunds that are done, and of no others",
        count="SELECT count(DISTINCT order_number) FROM refunds WHERE order_number IS NOT NULL AND done_at IS NOT NULL",
        against="""
            SELECT number, currency, sum(amount) AS total FROM (
                SELECT order_number AS number, json_extract(body, '$.money.currency') AS currency,
                       json_extract(body, '$.money.amount') AS amount
                FROM facts WHERE kind = 'money_returned'
                UNION ALL
                SELECT order_number, currency, -amount FROM refunds
                WHERE order_number IS NOT NULL AND done_at IS NOT NULL
            )
            GROUP BY number, currency HAVING sum(amount) <> 0 ORDER BY number, currency
        """,
        named="order {number}: refunds that are told of and refunds that are done are {total} {currency} apart",
    ),
)

#: Written out once more: which ends count, and how.
_KEPT = "'accepted', 'auto_accepted', 'awarded_to_seller'"
_BROKEN = "'auto_cancelled', 'blamed', 'cancelled_anyway', 'cancelled_overdue'"
_LAST_WORD = """
    SELECT kind FROM facts
    WHERE facts.order_number = orders.number AND facts.kind IN ('outcome_voided', 'outcome_counted')
    ORDER BY facts.id DESC LIMIT 1
"""

_OUTCOMES = (
    Invariant(
        one="order counts as its end does, unless it is voided or comes from elsewhere",
        many="orders count as their ends do, unless they are voided or come from elsewhere",
        count="SELECT count(*) FROM orders WHERE ended_at IS NOT NULL",
        against=f"""
            SELECT number, ending, effect, CASE WHEN voided IS NULL THEN 'not voided' ELSE 'voided' END AS state
            FROM orders
            WHERE effect IS NOT CASE
                WHEN voided IS NOT NULL OR origin = 'elsewhere' THEN NULL
                WHEN ending IN ({_KEPT}) THEN 'kept'
                WHEN ending IN ({_BROKEN}) THEN 'broken'
            END
            ORDER BY number
        """,  # noqa: S608 - no values in it
        named="order {number}: it ended {ending}, is {state}, and counts as {effect}",
    ),
    Invariant(
        one="order is voided if the last word of its history on that says so",
        many="orders are voided if the last words of their histories on that say so",
        count="SELECT count(*) FROM orders WHERE voided IS NOT NULL",
        against=f"""
            SELECT number FROM orders
            WHERE (voided IS NOT NULL) <> (coalesce(({_LAST_WORD}), '') = 'outcome_voided')
            ORDER BY number
        """,  # noqa: S608
        named="order {number}: that it is voided is not what its history says",
    ),
    Invariant(
        one="review is in the history of its order, once",
        many="reviews are in the histories of their orders, each once",
        count="SELECT count(*) FROM orders WHERE review IS NOT NULL",
        against="""
            SELECT number, sum(times) AS times FROM (
                SELECT order_number AS number, 1 AS times FROM facts WHERE kind = 'review_left'
                UNION ALL
                SELECT number, -1 FROM orders WHERE review IS NOT NULL
            )
            GROUP BY number HAVING sum(times) <> 0 ORDER BY number
        """,
        named="order {number}: its review is told of {times:+d} times beside what is so",
    ),
)

#: What the catalogue has to hold, counted from the orders themselves.
_ON_SALE = """
    SELECT gigs.id AS gig_id, gigs.seller_id, gigs.currency, gigs.category_id, gigs.price, gigs.term_days,
           coalesce(kept, 0) AS kept, coalesce(broken, 0) AS broken,
           (coalesce(kept, 0) + 5) * 1000000 / (coalesce(kept, 0) + coalesce(broken, 0) + 5) AS standing,
           (
               SELECT count(*) FROM orders
               WHERE orders.gig_id = gigs.id AND json_extract(review, '$.mood') = 'positive'
                 AND json_extract(review, '$.hidden') IS NULL
           ) AS positive
    FROM gigs
    LEFT JOIN people ON people.id = gigs.seller_id
    LEFT JOIN (
        SELECT seller_id, sum(effect = 'kept') AS kept, sum(effect = 'broken') AS broken
        FROM (
            SELECT seller_id, effect,
                   row_number() OVER (PARTITION BY seller_id ORDER BY ended_at DESC, number DESC) AS place
            FROM orders WHERE effect IS NOT NULL
        )
        WHERE place <= 30 GROUP BY seller_id
    ) AS outcomes ON outcomes.seller_id = gigs.seller_id
    WHERE gigs.status = 'active' AND (people.standing IS NULL OR people.standing = 'good')
"""
_LISTED = """
    SELECT gig_id, seller_id, currency, category_id, price, term_days, kept, broken, standing, positive FROM catalogue
"""

_CATALOGUE = (
    Invariant(
        one="gig is on sale and stands in the catalogue by how its seller's orders ended",
        many="gigs are on sale and stand in the catalogue by how their sellers' orders ended",
        count="SELECT count(*) FROM catalogue",
        against=f"""
            SELECT gig_id, 'is not in the catalogue as it should be' AS what
            FROM (SELECT * FROM ({_ON_SALE}) EXCEPT {_LISTED})
            UNION ALL
            SELECT gig_id, 'is in the catalogue as it should not be' AS what
            FROM ({_LISTED} EXCEPT SELECT * FROM ({_ON_SALE}))
            ORDER BY gig_id, what
        """,  # noqa: S608
        named="gig {gig_id} {what}",
    ),
    Invariant(
        one="gig can be found by its words",
        many="gigs can be found by their words, and no removed one",
        count="SELECT count(*) FROM gigs WHERE status <> 'removed'",
        against="""
            SELECT gig_id, sum(times) AS times FROM (
                SELECT rowid AS gig_id, 1 AS times FROM gig_stems
                UNION ALL
                SELECT id, -1 FROM gigs WHERE status <> 'removed'
            )
            GROUP BY gig_id HAVING sum(times) <> 0 ORDER BY gig_id
        """,
        named="gig {gig_id}: its words are in the index {times:+d} times beside what is so",
    ),
)

_ELSEWHERE = (
    Invariant(
        one="order from elsewhere is settled between its sides, and has a buyer if its history says that one joined",
        many="orders from elsewhere are settled between their sides, and have buyers if their histories say so",
        count="SELECT count(*) FROM orders WHERE origin = 'elsewhere'",
        against="""
            SELECT number, origin, method, buyer_id, (
                SELECT count(*) FROM facts WHERE order_number = orders.number AND kind = 'buyer_joined'
            ) AS joined
            FROM orders
            WHERE CASE origin
                WHEN 'elsewhere' THEN method <> 'direct' OR commission <> 0 OR joined <> (buyer_id <> 0)
                ELSE joined <> 0 OR buyer_id = 0
            END
            ORDER BY number
        """,
        named="order {number} (from {origin}, paid {method}): its buyer is {buyer_id}, joined {joined} times",
    ),
)

INVARIANTS = (*_LEDGER, *_OUTSIDE, *_PAYMENTS, *_ORDERS, *_OWED, *_FACTS, *_OUTCOMES, *_CATALOGUE, *_ELSEWHERE)
