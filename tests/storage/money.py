"""Payments and orders to move money between."""

from dataclasses import replace

from desk.money import Payment
from orders import ledger
from orders.ledger import Entry
from orders.money import Money
from orders.payment import Bill, Charge, PaymentMethod
from storage.database import Database
from tests.storage.samples import BUYER, SELLER, order, terms

AT = 1_772_539_300


def charge(name: str = "c1", amount: int = 100, currency: str = "XTR") -> Charge:
    """A payment's charge."""
    return Charge(name, Money(amount, currency))


def payment(name: str = "c1", amount: int = 100, currency: str = "XTR", payer_id: int = BUYER) -> Payment:
    """A payment for the first order."""
    return Payment(
        charge=charge(name, amount, currency),
        provider_charge_id="",
        payer_id=payer_id,
        payload=Bill(1).payload,
        method=PaymentMethod.STARS if currency == "XTR" else PaymentMethod.PROVIDER,
    )


async def add_orders(database: Database, count: int = 1) -> None:
    """So many, each for a hundred Stars, in progress."""
    async with database.write() as unit:
        for _ in range(count):
            price = replace(terms(), price=Money(100, "XTR"))
            await unit.orders.add(order(method=PaymentMethod.STARS, terms=price))


async def hold(database: Database, number: int, *names: str) -> None:
    """A hundred Stars under each of these names arrive for an order."""
    async with database.write() as unit:
        for name in names:
            await unit.payments.add(payment(name), AT)
            unit.payments.held(name, number)
            await unit.ledger.write(ledger.hold(number, BUYER, charge(name)), AT)


async def release(database: Database, number: int, *names: str) -> None:
    """All that these payments have brought is the seller's."""
    charges = [charge(name) for name in names]
    parts = ledger.shares(charges, 100 * len(charges), 0)
    await write(database, ledger.share_out(number, SELLER, "XTR", parts, []))


async def write(database: Database, *entries: Entry) -> None:
    """In one transaction."""
    async with database.write() as unit:
        for entry in entries:
            await unit.ledger.write(entry, AT)
