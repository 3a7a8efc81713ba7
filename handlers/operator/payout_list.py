"""`/payouts`: every payout that waits, for an operator who has missed or lost its message."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram.utils.formatting import Bold, Text, as_list

from desk.cash_desk import CashDesk
from desk.money import Payout
from desk.people import Person
from desk.ports import Unit
from desk.posts import fresh_request
from handlers.buttons import PayoutAct, PayoutPress, button
from handlers.operator.buttons import PayoutListPress
from handlers.operator.desk import back_button
from handlers.operator.who import is_operator
from handlers.says import Says, answer, edit, message
from handlers.texts import Texts
from handlers.wording import price, shortened

router = Router(name="waiting payouts")

ON_A_PAGE = 10
#: UTF-16 units of a name on a button.
_NAME_SHOWN = 30


@router.message(Command("payouts"), is_operator)
async def list_payouts(_: object, person: Person, texts: Texts, unit: Unit) -> Says:
    """The oldest first."""
    return [message(person, *await _screen(texts, unit, 0))]


@router.callback_query(PayoutListPress.filter(), is_operator)
async def turn_page(pressed: CallbackQuery, callback_data: PayoutListPress, texts: Texts, unit: Unit) -> Says:
    """In place."""
    return [edit(pressed, *await _screen(texts, unit, callback_data.page))]


@router.callback_query(PayoutPress.filter(F.act == PayoutAct.OPEN), is_operator)
async def open_payout(pressed: CallbackQuery, callback_data: PayoutPress, person: Person, cash: CashDesk) -> Says:
    """With its buttons, at the end of the chat. Raises: NoSuchPayout."""
    return [answer(pressed), fresh_request(await cash.payout(callback_data.id), person.id)]


async def _screen(texts: Texts, unit: Unit, page: int) -> tuple[Text, list[list[InlineKeyboardButton]]]:
    """The page or, where there are fewer by now, the last."""
    total = await unit.payouts.requested_count()
    last = max(0, (total - 1) // ON_A_PAGE)
    page = min(max(page, 0), last)
    waiting = await unit.payouts.requested(page * ON_A_PAGE, ON_A_PAGE)
    text = as_list(Bold(texts.plain("payouts-title")), texts("payouts-waiting", n=total))
    rows = [[await _button(texts, unit, payout)] for payout in waiting]
    return text, [*rows, _pages(texts, page, last), [back_button(texts)]]


async def _button(texts: Texts, unit: Unit, payout: Payout) -> InlineKeyboardButton:
    seller = await unit.people.get(payout.person_id)
    name = texts.plain("somebody") if seller is None else shortened(seller.name, _NAME_SHOWN)
    label = texts.plain("payouts-button", id=str(payout.id), amount=price(texts, payout.money), name=name)
    return button(label, PayoutPress(id=payout.id, act=PayoutAct.OPEN))


def _pages(texts: Texts, page: int, last: int) -> list[InlineKeyboardButton]:
    return [
        *([button(texts.plain("page-before"), PayoutListPress(page=page - 1))] if page else ()),
        *([button(texts.plain("page-after"), PayoutListPress(page=page + 1))] if page < last else ()),
    ]
