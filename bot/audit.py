"""`python -m bot audit`: is all the money where it belongs? Reads the database and changes nothing; the bot may run."""

import io
import sys
from pathlib import Path

from storage.audit import SchemaTooOld, findings, opened, spaced
from storage.place import UnusablePlace
from storage.schema import SchemaTooNew


async def audit(path: Path) -> int:
    """Print what holds and what doesn't. The exit code: 0, 1 where something is wrong, 2 where nothing can be said."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    checked = violated = 0
    try:
        async with opened(path) as connection:
            _print(f"{path}: amounts are in minor units (kopecks, cents; Stars have none).")
            async for finding in findings(connection):
                checked += 1
                violated += len(finding.violations)
                _print(f"{'✗' if finding.violations else '✓'} {finding.sentence}")
                for violation in finding.violations:
                    _print(f"    {violation}")
    except (UnusablePlace, SchemaTooNew, SchemaTooOld) as error:
        print(_why(path, error), file=sys.stderr)  # noqa: T201 - the terminal is what this is for
        return 2
    outcome = f"violations: {spaced(violated)}" if violated else "all is well"
    _print(f"{spaced(checked)} checks, {outcome}.")
    return 1 if violated else 0


def _why(path: Path, error: Exception) -> str:
    return f"{path} can't be read: {error}" if isinstance(error, UnusablePlace) else str(error)


def _print(line: str) -> None:
    print(line, flush=True)  # noqa: T201
