"""(f) What a look into a full catalogue costs, and an outcome that moves a seller's gigs."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator
from contextlib import closing
from itertools import chain, cycle, islice
from pathlib import Path
from random import Random
from statistics import median

from benchmarks.crowd import add_crowd
from benchmarks.deals import Deal, write_deals
from benchmarks.figures import Figure
from benchmarks.gigs import Words, add_gigs
from desk.order_desk import OrderDesk
from orders.catalogue import Sort, Wanted
from orders.commands import Accept, Deliver, PersonCommand, StartWork
from orders.content import Content
from orders.policy import Policy
from storage.database import Database
from storage.units import ReadUnit

MILLISECONDS = 50.0
_GIGS = 100_000
_ON_A_PAGE = 10
_SELLERS = 2_000
#: Of one seller, the one whose orders end.
_OWN_GIGS = 1_000
_ROUNDS = 100
_OUTCOMES = 20
#: With those that end here still within the window of the rating, so that each moves it.
_PAST_ORDERS = 8

Asking = Callable[[ReadUnit], Awaitable[object]]


def catalogue_cost(folder: Path) -> Iterator[Figure]:
    """A hundred thousand gigs of two thousand sellers who have had ten orders each."""
    path, words = folder / "catalogue.db", Words()
    began = time.monotonic()
    deals = asyncio.run(_fill(path, words))
    filled = f"{_GIGS:,} gigs, written in {time.monotonic() - began:.0f} s"

    async def measured() -> list[Figure]:
        database = await Database.open(path)
        try:
            return [figure async for figure in _figures(database, deals, words, filled)]
        finally:
            await database.close()

    yield from asyncio.run(measured())


async def _fill(path: Path, words: Words) -> list[Deal]:
    deals = await write_deals(path, _OUTCOMES, 2)
    add_crowd(path, open_orders=1, ended_orders=10 * _SELLERS)
    seller = deals[0].seller_id
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE orders SET effect = 'broken' WHERE effect = 'kept' AND number * number % 31 < 7")
        connection.execute(
            """
            UPDATE orders SET seller_id = ?, ended_at = placed_at - 1
            WHERE number IN (SELECT number FROM orders WHERE effect IS NOT NULL LIMIT ?)
            """,
            (seller, _PAST_ORDERS),
        )
        strangers = [
            row[0]
            for row in connection.execute("SELECT DISTINCT seller_id FROM orders WHERE seller_id <> ?", (seller,))
        ]
    own = [seller] * (_OWN_GIGS - _OUTCOMES)
    await add_gigs(path, islice(chain(own, cycle(strangers)), _GIGS - _OUTCOMES), words)
    return deals


async def _figures(database: Database, deals: list[Deal], words: Words, filled: str) -> AsyncIterator[Figure]:
    by = {sort: Wanted(sort=sort) for sort in Sort}
    some = [Wanted(words=" ".join(words.some(1 + number % 3))) for number in range(_ROUNDS)]
    waits = await _waits(database, map(_page, some))
    yield _figure("a search", waits, f"one to three words; {filled}")
    wrong = [Wanted(words=words.misspelt()) for _ in range(_ROUNDS)]
    yield _figure("a search for a misspelt word", await _waits(database, map(_page, wrong)), "")
    common = Wanted(words=words.commonest)
    async with database.read() as unit:
        total = (await unit.catalogue.page(common, "RUB", 0, 1)).total
    yield _figure("a search for the commonest word", await _waits(database, [_page(common)] * 20), f"{total:,} gigs")
    for what, offset in (("the first page", 0), ("the last page", _GIGS - _ON_A_PAGE)):
        found = {sort: await _waits(database, [_page(wanted, offset)] * 20) for sort, wanted in by.items()}
        slowest = max(found.values(), key=median)
        each = ", ".join(f"{sort.name.lower()} {median(waits):.1f}" for sort, waits in found.items())
        yield _figure(f"{what}, the slowest of four sorts", slowest, f"{each} ms")
    draw = Random(9)
    places = [_place(draw.randint(1, _GIGS)) for _ in range(_ROUNDS)]
    yield _figure("the place of a gig", await _waits(database, places), "")
    outcomes = [await _outcome(database, deal) for deal in deals]
    yield _figure(f"an accepted order, {_OWN_GIGS:,} gigs of its seller", outcomes, "the whole transaction")


def _figure(what: str, waits: list[float], details: str) -> Figure:
    spread = f"median of {len(waits)}, the longest {max(waits):.1f} ms"
    return Figure(
        name=f"(f) {what}",
        value=median(waits),
        limit=MILLISECONDS,
        unit="ms",
        details="; ".join(filter(None, (spread, details))),
    )


def _page(wanted: Wanted, offset: int = 0) -> Asking:
    return lambda unit: unit.catalogue.page(wanted, "RUB", offset, _ON_A_PAGE)


def _place(gig_id: int) -> Asking:
    return lambda unit: unit.catalogue.place_of(gig_id)


async def _waits(database: Database, asked: Iterable[Asking]) -> list[float]:
    """Milliseconds of each, one after the other."""
    waits = []
    for ask in asked:
        async with database.read() as unit:
            began = time.perf_counter()
            await ask(unit)
            waits.append((time.perf_counter() - began) * 1000)
    return waits


async def _outcome(database: Database, deal: Deal) -> float:
    """Milliseconds of the last step, with its commit."""
    delivered = Deliver(deal.seller_id, Content(text="Готово, принимайте."))
    for command in (StartWork(deal.seller_id), delivered):
        await _perform(database, deal, command)
    return await _perform(database, deal, Accept(deal.buyer_id))


async def _perform(database: Database, deal: Deal, command: PersonCommand) -> float:
    began = time.perf_counter()
    async with database.write() as unit:
        await OrderDesk(unit, Policy(), int(time.time())).perform(deal.number, command)
    return (time.perf_counter() - began) * 1000
