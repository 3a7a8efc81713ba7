"""Everybody else's orders: one order of `deals`, copied inside SQLite as often as asked."""

import sqlite3
from contextlib import closing
from pathlib import Path

_FIRST_STRANGER = 50_000_000
_ORDERS_A_STRANGER = 10
#: Due times lie spread over so many seconds.
_SPREAD = 80_000
_CACHE_KIB = 400_000

_NUMBERS = "WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :copies) "
_OPEN = {
    "number": ":first + i",
    "seller_id": ":strangers + 2 * (i % :pairs)",
    "buyer_id": ":strangers + 2 * (i % :pairs) + 1",
    "clock_until": f"clock_until + i % {_SPREAD}",
}
_ENDED = {
    **_OPEN,
    "status": "'completed'",
    "clock_until": "NULL",
    "started_at": "placed_at",
    "ended_at": "placed_at + i",
    "ending": "'accepted'",
    "effect": "'kept'",
}
_PERSON = {"id": ":strangers + i", "first_name": "'Человек ' || (:strangers + i)"}
_FACT = {"id": "(SELECT max(id) FROM facts) + 1 + i", "order_number": ":first + i"}
_TIMER = {"order_number": ":first + i", "due_at": f"due_at + i % {_SPREAD}"}


def add_crowd(path: Path, *, open_orders: int, ended_orders: int = 0) -> range:
    """So many orders more, of people who take no part. Gives the numbers of the open ones.

    The database's first order, paid and not started, is what is copied: an open one with its facts and timers, an
    ended one with its last fact.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for pragma in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{_CACHE_KIB}"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        (template,) = connection.execute("SELECT min(number) FROM orders").fetchone()
        (last,) = connection.execute("SELECT max(number) FROM orders").fetchone()
        pairs = max(1, (open_orders + ended_orders) // _ORDERS_A_STRANGER)
        shared = {"strangers": _FIRST_STRANGER, "pairs": pairs, "template": template}
        _copy(connection, "people", _PERSON, "id = (SELECT min(id) FROM people)", shared | {"copies": 2 * pairs})
        numbers = range(last + 1, last + 1 + open_orders)
        opened = shared | {"copies": open_orders, "first": numbers.start}
        _copy(connection, "orders", _OPEN, "number = :template", opened)
        for (fact,) in connection.execute("SELECT id FROM facts WHERE order_number = ?", (template,)).fetchall():
            _copy(connection, "facts", _FACT, "id = :fact", opened | {"fact": fact})
        _copy(connection, "timers", _TIMER, "order_number = :template", opened)
        if ended_orders:
            ended = shared | {"copies": ended_orders, "first": numbers.stop}
            _copy(connection, "orders", _ENDED, "number = :template", ended)
            _copy(connection, "facts", _FACT, "id = :fact", ended | {"fact": fact})
        connection.execute("COMMIT")
    return numbers


def _copy(
    connection: sqlite3.Connection, table: str, changed: dict[str, str], which: str, parameters: dict[str, int]
) -> None:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info ({table})")]
    names = ", ".join(f'"{column}"' for column in columns)
    values = ", ".join(changed.get(column, f'"{column}"') for column in columns)
    sql = f"INSERT INTO {table} ({names}) {_NUMBERS} SELECT {values} FROM n CROSS JOIN {table} WHERE {which}"  # noqa: S608
    connection.execute(sql, parameters)
