"""Telling many of a new request takes up little of anybody's time, and respects quiet hours (decision 28)."""

from dataclasses import replace
from datetime import time

from desk.exchange import Subscription
from desk.exchange_news import PORTION
from desk.people import Person as Known
from orders.policy import QuietHours
from sandbox.person import Person
from tests.acceptance.market import Market
from tests.acceptance.test_exchange import publishes

_MORE = 20


async def subscribes(market: Market, *people: Person) -> None:
    """To all requests."""
    for who in people:
        await market.starts(who)
    async with market.app.database.write() as unit:
        for who in people:
            unit.subscriptions.save(who.id, Subscription(everything=True))


async def test_many_are_told_in_portions(market: Market, buyer: Person) -> None:
    """Publishing tells nobody yet; each sweep writes some posts, till all are told; who has left is not."""
    await market.starts(buyer)
    first = 5_000_000
    async with market.app.database.write() as unit:
        for id_ in range(first, first + PORTION + _MORE + 1):
            is_here = id_ > first
            await unit.people.save(Known(id=id_, first_name="Кто-то", is_reachable=is_here), 1)
            unit.subscriptions.save(id_, Subscription(everything=True))
    await publishes(market, buyer)
    counts = []
    for _ in range(3):
        async with market.app.database.read() as unit:
            telling = await unit.subscriptions.next()
            counts.append(0 if telling is None else len(await unit.subscriptions.listeners(telling, 1_000)))
        await market.app.timers.sweep()
    assert counts == [PORTION + _MORE, _MORE, 0]


async def test_in_quiet_hours_the_news_come_without_a_sound(market: Market, seller: Person, buyer: Person) -> None:
    """At once all the same, as all news."""
    other = market.person("Вера")
    await subscribes(market, seller, other)
    async with market.app.database.write() as unit:
        person = await unit.people.get(seller.id)
        assert person is not None
        noon = QuietHours(time(11), time(13))
        await unit.people.save(replace(person, quiet=noon), 1)
    await publishes(market, buyer)
    await market.later(5)
    assert seller.last.text.startswith("Новый запрос на бирже")
    sent = {
        call.params.text("chat_id"): call.params.flag("disable_notification")
        for call in market.sandbox.calls.select("sendMessage", ok=True)
    }
    assert (sent[str(seller.id)], sent[str(other.id)]) == (True, False)


async def test_of_a_request_that_is_closed_meanwhile_nobody_is_told(
    market: Market, seller: Person, buyer: Person
) -> None:
    """News are rendered when they are sent."""
    await subscribes(market, seller)
    page = await publishes(market, buyer)
    await market.presses(buyer, "Закрыть запрос", on=page)
    await market.presses(buyer, "Да, закрыть", on=page)
    market.mark()
    await market.later(5)
    await market.later(5)
    assert market.heard(seller) == []
