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
    """Everybody presses at once, then people pay: half of their queries lie behind all the presses, ten polls away, the
    others come while the bot is at work on those."""
    path = folder / "checkout.db"
    people = 2 * _WAITING
    deals = asyncio.run(write_deals(path, _WAITING, people))
    bills = asyncio.run(write_bills(path, _PAYERS, first_person=people))
    with Child(telegram, people + 2 * _PAYERS) as town, Child(whole, town.ask("url"), path):
        behind, amid, left = town.ask("pay_in_a_crowd", deals, bills)
    yield Figure(
        name=f"(e) longest wait for a pre-checkout answer, {_WAITING:,} waiting",
        value=max(behind + amid),
        limit=SECONDS,
        unit="s",
        details=(
            f"behind all {max(behind):.2f} s (median {median(behind):.2f}), amid them {max(amid):.2f} s "
            f"(median {median(amid):.2f}); {left} presses still unanswered"
        ),
    )
