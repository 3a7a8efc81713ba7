"""The links by which buyers join orders from elsewhere."""

from storage.connection import Connection

_OF_ORDER = "SELECT code FROM invitations WHERE order_number = ?"
_BY_CODE = "SELECT order_number FROM invitations WHERE code = ?"
_PUT = """
    INSERT INTO invitations (order_number, code) VALUES (?, ?)
    ON CONFLICT (order_number) DO UPDATE SET code = excluded.code
"""
_DROP = "DELETE FROM invitations WHERE order_number = ?"


class Invitations:
    """`desk.ports.Invitations`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def of_order(self, order_number: int) -> str | None:
        """The code of the order's link."""
        row = await self._connection.row(_OF_ORDER, order_number)
        return None if row is None else str(row["code"])

    async def by_code(self, code: str) -> int | None:
        """The order to which this link leads."""
        row = await self._connection.row(_BY_CODE, code)
        return None if row is None else int(row["order_number"])

    def put(self, order_number: int, code: str) -> None:
        """The order's only link from now on."""
        self._connection.later(_PUT, order_number, code)

    def drop(self, order_number: int) -> None:
        """The order has no link any more."""
        self._connection.later(_DROP, order_number)
