"""A month of a seller's balance, row by row."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from desk.money import PayoutState, Statement, StatementLine
from desk.ports import Unit
from handlers.balance.month import Month
from handlers.card import Reader
from orders.ledger import EntryKind
from orders.money import Money

#: Rows of one message: as a list they stay below Telegram's 4,096 units.
ON_A_PAGE = 24


class Movement(StrEnum):
    """What a row tells of."""

    OPENING = "opening"
    #: An order has brought money.
    EARNED = "earned"
    #: A payout was asked for, and the money left the balance.
    PAYOUT = "payout"
    #: It came back: declined, or taken back by the seller.
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    CLOSING = "closing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row. `money`: signed for a movement. `balance`: what there is after it."""

    movement: Movement
    money: Money
    balance: Money
    line: StatementLine | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthPage:
    """`page` counts from 0. `first`: the month in which the balance begins; None: there was nothing yet."""

    month: Month
    current: Month
    first: Month | None
    rows: tuple[Row, ...]
    #: On all pages.
    movements: int
    page: int
    pages: int

    @property
    def is_current(self) -> bool:
        """Whether the month has not ended."""
        return self.month == self.current

    @property
    def before(self) -> Month | None:
        """The month to turn back to."""
        return self.month.before if self.first is not None and self.month > self.first else None

    @property
    def after(self) -> Month | None:
        """The month to turn on to."""
        return None if self.is_current else self.month.after


async def month_page(unit: Unit, reader: Reader, written: str | None, page: int) -> MonthPage:
    """The page or, where there is none such, the nearest; without a month, or with one that is none, the current."""
    began_at = await unit.balances.began_at(reader.person.id)
    current = Month.of(reader.now, reader.zone)
    first = None if began_at is None else min(Month.of(began_at, reader.zone), current)
    month = min(max((written and Month.read(written)) or current, first or current), current)
    statements = await statements_of(unit, reader, month)
    rows = tuple(row for statement in statements for row in rows_of(statement))
    pages = max(1, -(-len(rows) // ON_A_PAGE))
    page = min(max(page, 0), pages - 1)
    return MonthPage(
        month=month,
        current=current,
        first=first,
        rows=rows[page * ON_A_PAGE : (page + 1) * ON_A_PAGE],
        movements=sum(len(statement.lines) for statement in statements),
        page=page,
        pages=pages,
    )


async def statements_of(unit: Unit, reader: Reader, month: Month | None) -> tuple[Statement, ...]:
    """Of a month as the reader's zone has it; None: from the beginning on."""
    if month is None:
        return await unit.balances.statements(reader.person.id, 0, reader.now + 1)
    since, until = month.begins(reader.zone), month.after.begins(reader.zone)
    return await unit.balances.statements(reader.person.id, since, until)


def rows_of(statement: Statement) -> Iterator[Row]:
    """What there was, each movement with what there is after it, what there is."""
    balance = statement.opening
    yield Row(
        movement=Movement.OPENING,
        money=statement.money(balance),
        balance=statement.money(balance),
    )
    for line in statement.lines:
        balance += line.amount
        yield Row(
            movement=_movement(line),
            money=statement.money(line.amount),
            balance=statement.money(balance),
            line=line,
        )
    yield Row(
        movement=Movement.CLOSING,
        money=statement.money(statement.closing),
        balance=statement.money(statement.closing),
    )


def _movement(line: StatementLine) -> Movement:
    if line.kind is EntryKind.PAYOUT_DECLINED:
        return Movement.WITHDRAWN if line.payout_state is PayoutState.WITHDRAWN else Movement.DECLINED
    return Movement.PAYOUT if line.kind is EntryKind.PAYOUT_REQUESTED else Movement.EARNED
