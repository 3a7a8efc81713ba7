"""`make soak`: a million random steps of money over a real SQLite file, in half an hour.

    python -m tests.money.soak [--steps 1000000] [--seed 1]

After each step the accounts that it touched are compared with purses kept in plain numbers, and none but a buyer's may
be below nought. Every twentieth part of the way all books are checked; `tests/books.py` says what that means. A step
must cost at the end what it cost at the beginning.
"""

# ruff: noqa: T201 - its reader sits before a terminal

import argparse
import asyncio
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from storage.database import Database
from tests.money.steps import Steps

_PARTS = 20
#: How much longer the median step may take in the last part than in the first full one; the rest is the machine's.
_SLOWER = 3.0

_CHECKED = (
    "after each step: every account it touched holds what it should, and none but a buyer's is below nought",
    "every entry sums to zero in its currency, and has its postings",
    "money in = money out + held, in each currency",
    "each payment came in once and whole, for its order or owed back",
    "what is held for an order is its price until it ends, then it is shared out once and nothing is left",
    "each refund and each payout holds its money until it is done, and none after that",
    "no payment is given back twice, no payout is settled twice, nothing is paid out that is not there",
)


def main() -> int:
    """The exit code is 1 where something was wrong."""
    parser = argparse.ArgumentParser(prog="python -m tests.money.soak", description=__doc__.partition("\n")[0])
    parser.add_argument("--steps", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        try:
            asyncio.run(_soak(Path(folder) / "soak.db", arguments.steps, arguments.seed))
        except AssertionError as error:
            print(f"WRONG, seed {arguments.seed}: {error!r}", file=sys.stderr)
            return 1
    return 0


async def _soak(path: Path, count: int, seed: int) -> None:
    database = await Database.open(path)
    steps = Steps(database, path, seed)
    print(f"{count:,} steps, seed {seed}\n{'steps':>12} {'entries':>10} {'median':>9} {'longest':>9} {'books':>8}")
    medians: list[float] = []
    try:
        for part in range(_PARTS):
            done, until = (count * each // _PARTS for each in (part, part + 1))
            spent = [await _timed(steps) for _ in range(done, until)]
            began = time.perf_counter()
            await steps.check()
            checking = time.perf_counter() - began
            medians.append(median(spent))
            columns = f"{medians[-1] * 1000:>6.2f} ms {max(spent) * 1000:>6.0f} ms {checking:>6.1f} s"
            print(f"{until:>12,} {await _entries(database):>10,} {columns}", flush=True)
        await steps.finish()
    finally:
        await database.close()
    assert medians[-1] <= medians[1] * _SLOWER, f"a step has become slow: {medians}"
    print("\nOf each kind: " + ", ".join(f"{name} {number:,}" for name, number in steps.done.most_common()))
    print("Checked:\n" + "\n".join(f"  - {each}" for each in _CHECKED))


async def _timed(steps: Steps) -> float:
    began = time.perf_counter()
    await steps.step()
    return time.perf_counter() - began


async def _entries(database: Database) -> int:
    async with database.read() as unit:
        ((number,),) = await unit.ledger._connection.rows("SELECT count(*) FROM entries")
    return int(number)


if __name__ == "__main__":
    sys.exit(main())
