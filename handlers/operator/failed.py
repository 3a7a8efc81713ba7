"""Updates that were set aside because handling them failed: looking at them, trying again, letting them go."""

import json
from collections.abc import Sequence

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram.utils.formatting import Bold, Code, Text, as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import button
from handlers.card import Reader
from handlers.operator.buttons import Corner, CornerPress, FailedAct, FailedPress
from handlers.operator.desk import back_button
from handlers.operator.refunds import page_buttons
from handlers.operator.unit import FailedRow, OperatorUnit
from handlers.operator.who import is_operator
from handlers.reader import reader_of
from handlers.says import Rows, Says, answer, edit
from handlers.texts import Texts
from handlers.wording import moment, shortened
from orders.refusals import NoSuchUpdate

router = Router(name="failed updates")

ON_A_PAGE = 5
#: UTF-16 units of what went wrong.
_ERROR_SHOWN = 300


@router.callback_query(CornerPress.filter(F.corner == Corner.FAILED), is_operator)
async def list_failed(
    pressed: CallbackQuery,
    callback_data: CornerPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    unit: OperatorUnit,
) -> Says:
    """Oldest first, in place."""
    return [edit(pressed, *_page(reader_of(person, texts, orders), await unit.inbox.failed(), callback_data.page))]


@router.callback_query(FailedPress.filter(), is_operator)
async def decide(
    pressed: CallbackQuery,
    callback_data: FailedPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    unit: OperatorUnit,
) -> Says:
    """«Повторить»: it is handled once more as if it had just come. «Забыть»: never. Raises: NoSuchUpdate."""
    if callback_data.act is FailedAct.RETRY:
        was_there = await unit.inbox.retry(callback_data.id)
    else:
        was_there = await unit.inbox.give_up(callback_data.id)
    if not was_there:
        raise NoSuchUpdate
    page = _page(reader_of(person, texts, orders), await unit.inbox.failed(), callback_data.page)
    return [answer(pressed, texts.plain(f"operator-failed-{callback_data.act}")), edit(pressed, *page)]


def _page(reader: Reader, failed: Sequence[FailedRow], page: int) -> tuple[Text, Rows]:
    texts = reader.texts
    last = max(0, (len(failed) - 1) // ON_A_PAGE)
    page = min(max(page, 0), last)
    shown = failed[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    entries = [
        as_list(
            texts(
                "operator-failed-line",
                code=Bold(row.code or "–"),
                moment=moment(texts, row.received_at, reader.zone),
                person=Code(str(row.item.lane)),
                kind=_kind(row),
            ),
            Code(shortened((row.error or "").strip().rpartition("\n")[2], _ERROR_SHOWN) or "–"),
        )
        for row in shown
    ]
    heading = Bold(texts.plain("operator-failed-title", n=len(failed)))
    rows = [_buttons(texts, row, page) for row in shown]
    text = as_list(heading, *(entries or [texts("operator-failed-none")]), sep="\n\n")
    return text, [*rows, page_buttons(Corner.FAILED, page, last), [back_button(texts)]]


def _kind(row: FailedRow) -> str:
    """«message», «callback_query», as Telegram calls it."""
    return next((name for name in json.loads(row.item.body or "{}") if name != "update_id"), "–")


def _buttons(texts: Texts, row: FailedRow, page: int) -> list[InlineKeyboardButton]:
    return [
        button(
            texts.plain(f"operator-button-{act}", code=row.code or "–"),
            FailedPress(id=row.item.update_id, act=act, page=page),
        )
        for act in FailedAct
    ]
