"""The catalogue against a brute-force model: the same gigs, in the same order, whatever has happened (SPEC 8)."""

import asyncio
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from fractions import Fraction
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from desk.order_desk import OrderDesk
from desk.people import Person, Standing
from orders.catalogue import Sort, Wanted
from orders.gig import Gig, GigStatus
from orders.money import Money
from orders.order import Effect, Ending, Mood, Review
from orders.policy import Policy
from orders.rating import Rating, Shift
from orders.status import Status
from storage.audit import findings, opened
from storage.database import Database
from storage.units import WriteUnit
from tests.storage.samples import order, terms

_SELLERS = (11, 12, 13)
_ENDINGS = {"kept": (Ending.ACCEPTED, Status.COMPLETED), "broken": (Ending.BLAMED, Status.CANCELLED)}
_EVENTS = st.lists(
    st.one_of(
        st.tuples(st.just("gig"), st.sampled_from(_SELLERS), st.integers(1, 4), st.integers(1, 3), st.integers(0, 2)),
        st.tuples(st.just("ends"), st.sampled_from(_SELLERS), st.sampled_from(["kept", "broken", "excused"])),
        st.tuples(st.just("many"), st.sampled_from(_SELLERS), st.sampled_from(["kept", "broken"])),
        st.tuples(st.just("status"), st.integers(0, 9), st.sampled_from(GigStatus)),
        st.tuples(st.just("price"), st.integers(0, 9), st.integers(1, 4)),
        st.tuples(st.just("review"), st.integers(0, 9), st.sampled_from(Mood), st.booleans()),
        st.tuples(st.just("standing"), st.sampled_from(_SELLERS), st.sampled_from(Standing)),
    ),
    max_size=25,
)


@dataclass
class Model:
    """Everything in lists; nothing is kept that could be computed."""

    gigs: list[Gig] = field(default_factory=list)
    outcomes: dict[int, list[Effect]] = field(default_factory=dict)
    standings: dict[int, Standing] = field(default_factory=dict)
    praised: list[int] = field(default_factory=list)

    def level(self, seller_id: int) -> Fraction:
        """The formula of SPEC 8 over the window of the rating."""
        rating = Rating.of(self.outcomes.get(seller_id, [])[::-1])
        return Fraction(rating.kept + 5, rating.kept + rating.broken + 5)

    def on_sale(self, wanted: Wanted) -> list[int]:
        """Ids, in order."""
        some = [
            gig
            for gig in self.gigs
            if gig.status is GigStatus.ACTIVE
            and self.standings.get(gig.seller_id, Standing.GOOD) is Standing.GOOD
            and gig.terms.price.currency == "RUB"
            and wanted.category_id in {None, gig.category_id}
            and (wanted.price_most is None or gig.terms.price.amount <= wanted.price_most)
            and (wanted.days_most is None or gig.terms.term_days <= wanted.days_most)
        ]
        return [gig.id for gig in sorted(some, key=lambda gig: self._key(gig, wanted.sort))]

    def _key(self, gig: Gig, sort: Sort) -> tuple[Any, ...]:
        ranked = (-self.level(gig.seller_id), -self.praised.count(gig.id), -gig.id)
        first = {
            Sort.RATING: (),
            Sort.CHEAPER: (gig.terms.price.amount,),
            Sort.QUICKER: (gig.terms.term_days,),
            Sort.NEWEST: (-gig.id,),
        }
        return (*first[sort], *ranked)


async def _happens(unit: WriteUnit, model: Model, event: tuple[Any, ...], categories: list[int | None]) -> None:
    kind, what, *rest = event
    match kind:
        case "gig":
            sold = replace(terms(), price=Money(rest[0], "RUB" if rest[2] else "XTR"), term_days=rest[1])
            model.gigs.append(
                await unit.gigs.add(what, f"c{len(model.gigs)}", sold, 1, category_id=categories[len(model.gigs) % 3])
            )
        case "ends" | "many":
            for _ in range(12 if kind == "many" else 1):
                await _ends(unit, model, what, rest[0])
        case "standing":
            model.standings[what] = rest[0]
            await unit.people.save(Person(id=what, first_name="A", standing=rest[0]), 1)
        case _ if what < len(model.gigs):
            gig = model.gigs[what]
            if kind == "review":
                await _is_reviewed(unit, model, gig, *rest)
                return
            if kind == "status":
                gig = replace(gig, status=rest[0])
            else:
                gig = replace(gig, terms=replace(gig.terms, price=replace(gig.terms.price, amount=rest[0])))
            model.gigs[what] = gig
            await unit.gigs.save(gig)


async def _is_reviewed(unit: WriteUnit, model: Model, gig: Gig, mood: Mood, is_hidden: bool) -> None:  # noqa: FBT001
    done = replace(order(), seller_id=gig.seller_id, gig_id=gig.id, status=Status.CANCELLED, ending=Ending.EXCUSED)
    placed = await unit.orders.add(replace(done, ended_at=1, clock=None))
    said = await unit.orders.save(replace(placed, review=Review(mood=mood, left_at=2)))
    if is_hidden:
        await unit.orders.save(replace(said, review=Review(mood=mood, left_at=2, hidden="spam")))
    elif mood is Mood.POSITIVE:
        model.praised.append(gig.id)


async def _ends(unit: WriteUnit, model: Model, seller_id: int, how: str) -> None:
    placed = await unit.orders.add(replace(order(), seller_id=seller_id))
    ending, status = _ENDINGS.get(how, (Ending.EXCUSED, Status.CANCELLED))
    await unit.orders.save(replace(placed, status=status, ending=ending, ended_at=1, clock=None))
    if how in _ENDINGS:
        model.outcomes.setdefault(seller_id, []).append(Effect(how))


def _wanted(categories: list[int | None]) -> Iterable[Wanted]:
    for sort in Sort:
        yield Wanted(sort=sort)
        yield Wanted(sort=sort, price_most=2)
        yield Wanted(sort=sort, days_most=1, category_id=categories[1])


@settings(max_examples=40, deadline=None)
@given(events=_EVENTS)
def test_the_catalogue_is_what_outcomes_gigs_and_standings_make_it(events: list[tuple[Any, ...]]) -> None:
    """After every event: each sort and filter, page by page, and the place of every gig; and the audit agrees."""

    async def compare(unit: WriteUnit, model: Model, categories: list[int | None]) -> None:
        for wanted in _wanted(categories):
            expected = model.on_sale(wanted)
            pages = [await unit.catalogue.page(wanted, "RUB", offset, 2) for offset in range(0, len(expected) + 1, 2)]
            assert [row.gig.id for page in pages for row in page.rows] == expected
            assert {page.total for page in pages} == {len(expected)}
        ranked = model.on_sale(Wanted())
        for gig in model.gigs:
            if gig.terms.price.currency == "RUB":
                place = ranked.index(gig.id) + 1 if gig.id in ranked else None
                assert await unit.catalogue.place_of(gig.id) == place

    async def play() -> None:
        with tempfile.TemporaryDirectory() as folder:
            database = await Database.open(Path(folder) / "bot.db")
            model = Model()
            async with database.write() as unit:
                categories = [None, (await unit.categories.add("А", "A")).id, (await unit.categories.add("Б", "B")).id]
            for event in events:
                async with database.write() as unit:
                    await _happens(unit, model, event, categories)
            async with database.write() as unit:
                await compare(unit, model, categories)
            await database.close()
            async with opened(Path(folder) / "bot.db") as connection:
                said = [words async for finding in findings(connection) for words in finding.violations]
            assert [words for words in said if words.startswith("gig ")] == []

    asyncio.run(play())


async def test_a_fall_of_the_rating_is_told_before_and_after(database: Database) -> None:
    """Where the gig would stand with another rating: its seller's other gigs move with it."""
    async with database.write() as unit:
        mine = [await unit.gigs.add(11, f"a{n}", terms(), 1) for n in range(2)]
        other = await unit.gigs.add(12, "b", terms(), 1)
        fallen = Rating((Effect.BROKEN,))
        assert [await unit.catalogue.place_of(gig.id) for gig in (*mine, other)] == [3, 2, 1]
        assert [await unit.catalogue.place_of(gig.id, fallen) for gig in (*mine, other)] == [3, 2, 3]
        await unit.orders.add(
            replace(order(), seller_id=12, status=Status.CANCELLED, ending=Ending.BLAMED, ended_at=1, clock=None)
        )
        assert await unit.catalogue.place_of(other.id) == 3
        assert await unit.catalogue.place_of(other.id, Rating()) == 1


async def test_a_fall_is_told_of_the_gigs_that_stand_first(database: Database) -> None:
    """Not of the newest, which may stand at the end before and after."""
    async with database.write() as unit:
        praised = await unit.gigs.add(11, "a", replace(terms(), title="Praised"), 1)
        rival = await unit.gigs.add(12, "b", terms(), 1)
        for number in range(3):
            await unit.gigs.add(11, f"n{number}", terms(), 1)
        for gig, reviews in ((praised, 2), (rival, 1)):
            done = replace(
                order(),
                seller_id=gig.seller_id,
                gig_id=gig.id,
                status=Status.COMPLETED,
                ending=Ending.ACCEPTED,
                ended_at=1,
                clock=None,
                review=Review(mood=Mood.POSITIVE, left_at=1),
            )
            for _ in range(reviews):
                await unit.orders.add(done)
        shift = Shift(Rating(), Rating((Effect.BROKEN,)))
        moved = await OrderDesk(unit, Policy(), 1).moved(11, shift, 2)
    assert [(each.title, each.before, each.after) for each in moved] == [
        ("Praised", 1, 2),
        (terms().title, 3, 3),
    ]


async def test_searches_are_remembered_and_the_oldest_forgotten(database: Database) -> None:
    """Each person has their own."""
    async with database.write() as unit:
        first = await unit.catalogue.remember(11, "логотип")
        assert await unit.catalogue.words_of(first, 11) == "логотип"
        assert await unit.catalogue.words_of(first, 12) is None
        for number in range(30):
            last = await unit.catalogue.remember(11, f"{number}")
        assert await unit.catalogue.words_of(first, 11) is None
        assert await unit.catalogue.words_of(last, 11) == "29"
