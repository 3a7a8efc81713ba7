"""Payments that have arrived."""

from dataclasses import replace

from desk.money import Payment
from orders.money import Money
from orders.payment import Charge, PaymentMethod
from storage.connection import Connection, Row

_ADD = """
    INSERT INTO payments (charge_id, provider_charge_id, payer_id, payload, amount, currency, method, received_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT DO NOTHING RETURNING charge_id
"""
_HELD = "UPDATE payments SET order_number = ? WHERE charge_id = ?"
_GET = "SELECT * FROM payments WHERE charge_id = ?"
_FIND = "SELECT * FROM payments WHERE charge_id = ?1 OR provider_charge_id = ?1 AND ?1 <> '' LIMIT 1"
_OF_ORDER = "SELECT * FROM payments WHERE order_number = ? ORDER BY received_at, charge_id"


class Payments:
    """`desk.ports.Payments`."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def add(self, payment: Payment, at: int) -> Payment | None:
        """It has arrived just now; None: it has been told of before."""
        new = await self._connection.rows(
            _ADD,
            payment.charge.id,
            payment.provider_charge_id,
            payment.payer_id,
            payment.payload,
            payment.charge.money.amount,
            payment.charge.money.currency,
            payment.method,
            at,
        )
        return replace(payment, received_at=at) if new else None

    def held(self, charge_id: str, order_number: int) -> None:
        """It is held for this order."""
        self._connection.later(_HELD, order_number, charge_id)

    async def get(self, charge_id: str) -> Payment | None:
        """By Telegram's id of it."""
        row = await self._connection.row(_GET, charge_id)
        return None if row is None else _payment(row)

    async def find(self, number: str) -> Payment | None:
        """By Telegram's number of it or the provider's."""
        row = await self._connection.row(_FIND, number)
        return None if row is None else _payment(row)

    async def of_order(self, order_number: int) -> tuple[Payment, ...]:
        """All that were held for an order, oldest first."""
        return tuple(map(_payment, await self._connection.rows(_OF_ORDER, order_number)))


def _payment(row: Row) -> Payment:
    return Payment(
        charge=Charge(row["charge_id"], Money(row["amount"], row["currency"])),
        provider_charge_id=row["provider_charge_id"],
        payer_id=row["payer_id"],
        payload=row["payload"],
        method=PaymentMethod(row["method"]),
        order_number=row["order_number"],
        received_at=row["received_at"],
    )
