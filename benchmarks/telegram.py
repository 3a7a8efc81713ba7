"""The sandbox in its own process, with people who press «Приступаю к работе» and look at what follows."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from benchmarks.child import Command
from benchmarks.deals import Deal, name_of, people_ids
from sandbox.calls import Call
from sandbox.presses import Press
from sandbox.server import Sandbox

TOKEN = "123456:" + "A" * 35
BUTTON = "Приступаю к работе"
#: A Bot API call: its method and its parameters as they came over the wire.
Said = tuple[str, dict[str, Any]]


@asynccontextmanager
async def telegram(people: int) -> AsyncIterator[Mapping[str, Command]]:
    """A sandbox in which so many people have pressed Start."""
    sandbox = Sandbox(token=TOKEN)
    for id_ in people_ids(people):
        sandbox.people.add(name_of(id_), person_id=id_).chat.started = True
    town = _Town(sandbox)
    url = await sandbox.start()

    async def address() -> str:
        return url

    try:
        yield {
            "url": address,
            "polled": town.polled,
            "said": town.said,
            "press": town.press,
            "scripts": town.scripts,
            "pay_in_a_crowd": town.pay_in_a_crowd,
        }
    finally:
        await sandbox.stop()


class _Town:
    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self._presses: dict[str, Press] = {}
        self._data: dict[str, str] = {}

    async def polled(self) -> float:
        """Wait until a bot asks for updates; gives the moment by the machine's monotonic clock."""
        while not self._sandbox.updates.polled:
            await self._sandbox.world.pulse.next()
        return time.monotonic()

    async def said(self) -> list[Said]:
        """Everything said to people so far, in order."""
        return [_said(call) for call in self._sandbox.calls if call.chat_id is not None]

    async def press(self, deals: list[Deal], at_once: int) -> list[float]:
        """Press the button of each order, so many steps under way at a time.

        A step ends when both sides have read the news. Gives the seconds from each press to its answer.
        """
        self._presses.clear()
        self._data.clear()
        left = list(reversed(deals))
        waits: list[float] = []

        async def go_on() -> None:
            while left:
                waits.append(await self._step(left.pop()))

        async with asyncio.TaskGroup() as group:
            for _ in range(at_once):
                group.create_task(go_on())
        return waits

    async def scripts(self) -> dict[str, list[Said]]:
        """What was called after each press of the last `press`, by the data of the button."""
        scripts: dict[str, list[Said]] = {data: [] for data in self._data.values()}
        for call in self._sandbox.calls:
            data = self._cause(call)
            if data is not None:
                scripts[data].append(_said(call))
        return scripts

    async def pay_in_a_crowd(self, deals: list[Deal], bills: list[Deal]) -> tuple[list[float], list[float], int]:
        """All the buttons are pressed at once, and half of the bills paid right after, the others one by one.

        Gives the seconds from each payment to its answer, of those behind the crowd and of those amid it, and how many
        presses still had no answer in the end.
        """
        presses = []
        for deal in deals:
            seller = self._sandbox.people[deal.seller_id]
            presses.append(seller.press(seller.find(deal.title), BUTTON))
        half = len(bills) // 2
        behind = await asyncio.gather(*[self._pay(bill) for bill in bills[:half]])
        amid = [await self._pay(bill) for bill in bills[half:]]
        return behind, amid, sum(press.answer is None for press in presses)

    async def _pay(self, bill: Deal) -> float:
        buyer = self._sandbox.people[bill.buyer_id]
        invoice = next(message for message in buyer.received if message.kind == "invoice")
        began = time.perf_counter()
        query_id = buyer.pay(invoice).id
        call = await self._sandbox.calls.until(
            lambda call: call.params.text("pre_checkout_query_id") == query_id, after=self._sandbox.calls.count
        )
        assert call.ok, call.answer
        return time.perf_counter() - began

    async def _step(self, deal: Deal) -> float:
        seller, buyer = self._sandbox.people[deal.seller_id], self._sandbox.people[deal.buyer_id]
        card = seller.find(deal.title)
        read = seller.chat.last_message_id, buyer.chat.last_message_id
        began = time.perf_counter()
        press = seller.press(card, BUTTON)
        self._presses[press.id] = press
        self._data[deal.title] = press.data
        await press.answered()
        wait = time.perf_counter() - began
        for person, after in zip((seller, buyer), read, strict=True):
            await person.sees(deal.title, after=after)
        return wait

    def _cause(self, call: Call) -> str | None:
        """The data of the button that the call answers; None: it belongs to the time before."""
        press = self._presses.get(call.params.text("callback_query_id"))
        if press is not None:
            return press.data
        if call.at < min(press.at for press in self._presses.values()):
            return None
        return next((data for title, data in self._data.items() if title in call.text), None)


def _said(call: Call) -> Said:
    """However it was sent, as a form or as JSON: the same call has the same text."""
    return call.method, {name: _text(call.params.text(name)) for name in call.params.values}


def _text(value: str) -> str:
    return json.dumps(json.loads(value), sort_keys=True) if value[:1] in {"[", "{"} else value
