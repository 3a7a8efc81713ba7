"""(e) How long a payer waits for the answer to a pre-checkout query while very many updates wait to be handled."""

import asyncio
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.bots import whole
from benchmarks.child import Child
from benchmarks.deals import write_bills, write_deals
from benchmarks.figures import Figure
from benchmarks.telegram import telegram

SECONDS = 3.0
#: Each is a press that takes the bot a step and five calls, by somebody of their own: as many lanes.
_WAITING = 1_000
_PAYERS = 50


def checkout_wait(folder: Path) -> Iterator[Figure]:
    """Everybody presses at once, then the payers pay: their queries lie behind all the presses, ten polls away."""
    path = folder / "checkout.db"
    people = 2 * _WAITING
    deals = asyncio.run(write_deals(path, _WAITING, people))
    bills = asyncio.run(write_bills(path, _PAYERS, first_person=people))
    with Child(telegram, people + 2 * _PAYERS) as town, Child(whole, town.ask("url"), path):
        waits, left = town.ask("pay_in_a_crowd", deals, bills)
    yield Figure(
        name=f"(e) the longest wait for a pre-checkout answer, {_WAITING:,} waiting",
        value=max(waits),
        limit=SECONDS,
        unit="s",
        details=f"median {median(waits):.2f} s of {_PAYERS}; {left} presses had no answer yet after the last",
    )
