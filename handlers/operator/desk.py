"""`/admin`: what waits for the operator, and what the bot holds."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram.utils.formatting import Bold, Text, as_list

from desk.people import Person
from handlers.buttons import DisputesPress, button
from handlers.operator.buttons import Corner, CornerPress, FindPress, PayoutListPress
from handlers.operator.unit import OperatorUnit
from handlers.operator.who import is_operator
from handlers.says import Says, edit, message
from handlers.statistics.buttons import PicturePress
from handlers.statistics.timeline import Period
from handlers.texts import Texts
from handlers.wording import price
from orders.ledger import AccountKind
from orders.money import Money

router = Router(name="operator's desk")

#: What the bot holds for others or for the operator, in the order in which it passes through.
_TOTALS = (
    AccountKind.ESCROW,
    AccountKind.REFUND,
    AccountKind.SELLER,
    AccountKind.PAYOUT,
    AccountKind.COMMISSION,
)


@router.message(Command("admin"), is_operator)
async def open_desk(_: object, person: Person, texts: Texts, unit: OperatorUnit) -> Says:
    """A new message; for everybody else there is no such command."""
    return [message(person, await _overview(texts, unit), await _rows(texts, unit))]


@router.callback_query(CornerPress.filter(F.corner == Corner.HOME), is_operator)
async def back_to_desk(pressed: CallbackQuery, texts: Texts, unit: OperatorUnit) -> Says:
    """In place."""
    return [edit(pressed, await _overview(texts, unit), await _rows(texts, unit))]


def back_button(texts: Texts) -> InlineKeyboardButton:
    """The way back to the desk."""
    return button(texts.plain("operator-button-home"), CornerPress(corner=Corner.HOME))


async def _overview(texts: Texts, unit: OperatorUnit) -> Text:
    totals = [(kind, await unit.ledger.total(kind)) for kind in _TOTALS]
    lines = [
        texts(f"operator-total-{kind.replace('_', '-')}", amount=Bold(_sums(texts, sums)))
        for kind, sums in totals
        if sums
    ]
    return as_list(Bold(texts.plain("operator-title")), *(lines or [texts("operator-total-none")]))


async def _rows(texts: Texts, unit: OperatorUnit) -> list[list[InlineKeyboardButton]]:
    refunds, failed = await unit.refunds.open_count(), await unit.inbox.failed_count()
    payouts, disputes = await unit.payouts.requested_count(), (await unit.orders.disputed(0, 0)).total
    return [
        [button(texts.plain("operator-button-find"), FindPress())],
        [button(texts.plain("operator-button-disputes", n=disputes), DisputesPress())],
        [button(texts.plain("operator-button-payouts", n=payouts), PayoutListPress())],
        [button(texts.plain("operator-button-refunds", n=refunds), CornerPress(corner=Corner.REFUNDS))],
        [button(texts.plain("operator-button-failed", n=failed), CornerPress(corner=Corner.FAILED))],
        [button(texts.plain("operator-button-statistics"), PicturePress(period=Period.MONTHS, everyone=True))],
        [button(texts.plain("operator-button-categories"), CornerPress(corner=Corner.CATEGORIES))],
        [button(texts.plain("operator-button-texts"), CornerPress(corner=Corner.TEXTS))],
    ]


def _sums(texts: Texts, sums: tuple[Money, ...]) -> str:
    return ", ".join(price(texts, money) for money in sums)
