"""Whether a database can be kept at a path at all."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

_NO_PLACE = frozenset({
    sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY
})  # fmt: skip


class UnusablePlace(Exception):  # noqa: N818
    """No database can be kept there; the message is the system's or SQLite's word for why."""


@contextmanager
def judged_by_its_place() -> Iterator[None]:
    """What goes wrong because of the path becomes `UnusablePlace`; a failed migration stays what it is."""
    try:
        yield
    except OSError as error:
        raise UnusablePlace(str(error)) from error
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in _NO_PLACE:
            raise UnusablePlace(str(error)) from error
        raise
