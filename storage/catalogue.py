"""The catalogue: what is on sale, in the order of SPEC 8, computed from how orders ended.

The table `catalogue` holds nothing of its own: it follows from gigs, orders and people, and whoever writes one of those
says so here, in the same transaction. `storage/invariants.py` asks whether it does.
"""

from collections.abc import Sequence

from desk.catalogue import CataloguePage, Listed
from orders.catalogue import HEAD_START, MILLION, Sort, Wanted, standing
from orders.gig import Gig, GigStatus
from orders.rating import WINDOW, Rating
from storage.connection import Connection, Row, Value
from storage.gig_index import GigIndex, Meant
from storage.gig_row import read_gig
from storage.outcomes import RECENT_EFFECTS

_POSITIVE = "(SELECT count(*) FROM orders WHERE orders.gig_id = {gig} AND orders.review_mood = 'positive')"
_STANDING = f"(kept + {HEAD_START}) * {MILLION} / (kept + broken + {HEAD_START})"
_FIGURES = f"""
    SELECT coalesce(sum(effect = 'kept'), 0) AS kept, coalesce(sum(effect = 'broken'), 0) AS broken
    FROM ({RECENT_EFFECTS.format(seller="?1", limit=WINDOW)})
"""  # noqa: S608 - no values in it
#: `{which}`: one gig of a seller, or all.
_PUT = f"""
    INSERT INTO catalogue
        (gig_id, seller_id, currency, category_id, price, term_days, kept, broken, standing, positive)
    SELECT gigs.id, seller_id, currency, category_id, price, term_days, kept, broken, {_STANDING},
           {_POSITIVE.format(gig="gigs.id")}
    FROM ({_FIGURES}) CROSS JOIN gigs LEFT JOIN people ON people.id = gigs.seller_id
    WHERE {{which}} AND gigs.status = 'active' AND coalesce(people.standing, 'good') = 'good'
"""  # noqa: S608
_PUT_GIG = _PUT.format(which="gigs.id = ?2 AND gigs.seller_id = ?1")
_PUT_SELLER = _PUT.format(which="gigs.seller_id = ?1")
_DROP_GIG = "DELETE FROM catalogue WHERE gig_id = ?"
_DROP_SELLER = "DELETE FROM catalogue WHERE seller_id = ?"
_FOLLOW_OUTCOMES = f"""
    UPDATE catalogue SET kept = figures.kept, broken = figures.broken, standing = figures.standing
    FROM (SELECT kept, broken, {_STANDING} AS standing FROM ({_FIGURES})) AS figures
    WHERE seller_id = ?1 AND (catalogue.kept <> figures.kept OR catalogue.broken <> figures.broken)
"""  # noqa: S608
_FOLLOW_REVIEWS = f"UPDATE catalogue SET positive = {_POSITIVE.format(gig='?1')} WHERE gig_id = ?1"  # noqa: S608

_AS_RANKED = "catalogue.standing DESC, catalogue.positive DESC, catalogue.gig_id DESC"
_ORDERS = {
    Sort.RATING: _AS_RANKED,
    Sort.CHEAPER: f"catalogue.price, {_AS_RANKED}",
    Sort.QUICKER: f"catalogue.term_days, {_AS_RANKED}",
    Sort.NEWEST: "catalogue.gig_id DESC",
}
_INDEXES = {
    Sort.RATING: "catalogue_by_rating",
    Sort.CHEAPER: "catalogue_by_price",
    Sort.QUICKER: "catalogue_by_term",
    Sort.NEWEST: "catalogue_by_age",
}
_ROWS = """
    SELECT gigs.*, catalogue.kept, catalogue.broken, catalogue.positive
    FROM catalogue JOIN gigs ON gigs.id = catalogue.gig_id
    WHERE catalogue.gig_id IN ({some}) ORDER BY {order}
"""
_FOUND = "SELECT catalogue.gig_id FROM {source} WHERE {where} ORDER BY {order} LIMIT ? OFFSET ?"
_TOTAL = "SELECT count(*) FROM {source} WHERE {where}"
_WITH_ALL = "gig_stems CROSS JOIN catalogue ON catalogue.gig_id = gig_stems.rowid"
#: How many of the words each gig has, and how many the best one on sale has.
_COUNTED = """
    (
        SELECT gig_id, hits, max(hits) OVER () AS most
        FROM (SELECT rowid AS gig_id, count(*) AS hits FROM ({hits}) GROUP BY rowid)
        WHERE gig_id IN (SELECT gig_id FROM catalogue)
    ) AS counted CROSS JOIN catalogue ON catalogue.gig_id = counted.gig_id
"""
_HITS = "SELECT rowid FROM gig_stems WHERE gig_stems MATCH ?"
_MET_TOGETHER = f"SELECT 1 FROM {_WITH_ALL} WHERE gig_stems MATCH ? LIMIT 1"  # noqa: S608
_OWN = "SELECT * FROM catalogue WHERE gig_id = ?"
_PLACE = """
    SELECT
        (SELECT count(*) FROM catalogue INDEXED BY catalogue_by_rating
         WHERE currency = ?1 AND (standing, positive, gig_id) > (?2, ?3, ?4))
        - (SELECT count(*) FROM catalogue INDEXED BY catalogue_of_seller
           WHERE seller_id = ?5 AND currency = ?1 AND (standing, positive, gig_id) > (?2, ?3, ?4))
        + (SELECT count(*) FROM catalogue INDEXED BY catalogue_of_seller
           WHERE seller_id = ?5 AND currency = ?1 AND (positive, gig_id) > (?3, ?4)) AS ahead
"""
_BEST_OF = """
    SELECT gigs.* FROM catalogue JOIN gigs ON gigs.id = catalogue.gig_id
    WHERE catalogue.seller_id = ? ORDER BY catalogue.positive DESC, catalogue.gig_id DESC LIMIT ?
"""
_REMEMBER = "INSERT INTO searches (person_id, words) VALUES (?, ?) RETURNING id"
_PRUNE_SEARCHES = """
    DELETE FROM searches WHERE person_id = ?1 AND id NOT IN (
        SELECT id FROM searches WHERE person_id = ?1 ORDER BY id DESC LIMIT ?2
    )
"""
_WORDS = "SELECT words FROM searches WHERE id = ? AND person_id = ?"
_SEARCHES_KEPT = 30


class Catalogue:
    """`desk.ports.Catalogue`, and what keeps it true."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._index = GigIndex(connection)

    async def page(self, wanted: Wanted, currency: str, offset: int, limit: int) -> CataloguePage:
        """What is on sale in this currency."""
        where, values = _conditions(wanted, currency)
        if wanted.words is None:
            index = f"catalogue INDEXED BY {_INDEXES[wanted.sort]}"
            total, rows = await self._found(index, where, values, wanted.sort, offset, limit)
            return CataloguePage(rows=rows, total=total)
        meant = await self._index.meant(wanted.words)
        if not meant.terms:
            return CataloguePage(rows=(), total=0)
        total, rows = await self._found(
            _WITH_ALL, f"gig_stems MATCH ? AND {where}", [meant.all_of_them, *values], wanted.sort, offset, limit
        )
        is_partial = not total and len(meant.terms) > 1 and not await self._are_met_together(meant)
        if is_partial:
            counted = _COUNTED.format(hits=" UNION ALL ".join([_HITS] * len(meant.terms)))
            total, rows = await self._found(
                counted, f"hits = most AND {where}", [*meant.terms, *values], wanted.sort, offset, limit
            )
        return CataloguePage(rows=rows, total=total, shown_for=meant.shown, is_partial=is_partial and total > 0)

    async def place_of(self, gig_id: int, rating: Rating | None = None) -> int | None:
        """The gig's place among all on sale, from 1, in the default order; None: it is not on sale.

        `rating`: as if its seller had this one.
        """
        own = await self._connection.row(_OWN, gig_id)
        if own is None:
            return None
        level = own["standing"] if rating is None else standing(rating.kept, rating.broken)
        (row,) = await self._connection.rows(_PLACE, own["currency"], level, own["positive"], gig_id, own["seller_id"])
        return int(row["ahead"]) + 1

    async def best_of(self, seller_id: int, most: int) -> tuple[Gig, ...]:
        """The seller's gigs on sale that stand first among their own, so many of them."""
        return tuple(read_gig(row) for row in await self._connection.rows(_BEST_OF, seller_id, most))

    async def remember(self, person_id: int, words: str) -> int:
        """The number of a search; a person's oldest ones are forgotten."""
        (row,) = await self._connection.rows(_REMEMBER, person_id, words)
        self._connection.later(_PRUNE_SEARCHES, person_id, _SEARCHES_KEPT)
        return int(row["id"])

    async def words_of(self, search_id: int, person_id: int) -> str | None:
        """What was looked for; None: it is forgotten."""
        row = await self._connection.row(_WORDS, search_id, person_id)
        return None if row is None else str(row["words"])

    async def put(self, gig: Gig) -> None:
        """The gig is new, or another than it was."""
        if gig.status is GigStatus.REMOVED:
            self._index.drop(gig.id)
        else:
            await self._index.put(gig.id, gig.terms)
        self._connection.later(_DROP_GIG, gig.id)
        self._connection.later(_PUT_GIG, gig.seller_id, gig.id)

    def follow_outcomes(self, seller_id: int) -> None:
        """Which of the seller's orders count, or how, is another than it was."""
        self._connection.later(_FOLLOW_OUTCOMES, seller_id)

    def follow_reviews(self, gig_id: int) -> None:
        """What is said of the orders of this gig is another than it was."""
        self._connection.later(_FOLLOW_REVIEWS, gig_id)

    def follow_seller(self, seller_id: int) -> None:
        """Whether the seller may sell is another than it was."""
        self._connection.later(_DROP_SELLER, seller_id)
        self._connection.later(_PUT_SELLER, seller_id)

    async def _found(
        self, source: str, where: str, values: Sequence[Value], sort: Sort, offset: int, limit: int
    ) -> tuple[int, tuple[Listed, ...]]:
        counting = self._connection.later(_TOTAL.format(source=source, where=where), *values)
        some = _FOUND.format(source=source, where=where, order=_ORDERS[sort])
        rows = await self._connection.rows(_ROWS.format(some=some, order=_ORDERS[sort]), *values, limit, offset)
        ((total,),) = await self._connection.rows_of(counting)
        return total, tuple(map(_listed, rows))

    async def _are_met_together(self, meant: Meant) -> bool:
        """It is the filters that find nothing."""
        return await self._connection.row(_MET_TOGETHER, meant.all_of_them) is not None


def _conditions(wanted: Wanted, currency: str) -> tuple[str, list[Value]]:
    """A plus keeps SQLite from reading by another index than that of the order."""
    asked = {
        "catalogue.currency = ?": currency,
        "+catalogue.category_id = ?": wanted.category_id,
        "+catalogue.price <= ?": wanted.price_most,
        "+catalogue.term_days <= ?": wanted.days_most,
    }
    kept = {condition: value for condition, value in asked.items() if value is not None}
    return " AND ".join(kept), list(kept.values())


def _listed(row: Row) -> Listed:
    return Listed(gig=read_gig(row), kept=row["kept"], broken=row["broken"], positive=row["positive"])
