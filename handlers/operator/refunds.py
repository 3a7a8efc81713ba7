"""Refunds that are due: those that the operator makes by hand, and those that the bot tries in vain (SPEC 7)."""

from collections.abc import Iterator

from aiogram import F, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram.utils.formatting import Bold, Code, Text, as_list

from desk.cash_desk import CashDesk
from desk.money import Payment, Refund
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.posts import Post
from handlers.buttons import Style, button
from handlers.card import Reader
from handlers.operator.buttons import Corner, CornerPress, RefundAct, RefundPress
from handlers.operator.desk import back_button
from handlers.operator.unit import OperatorUnit
from handlers.operator.who import is_operator
from handlers.reader import reader_of
from handlers.replies import reply
from handlers.says import Rows, Says, answer, edit, message
from handlers.texts import Texts, texts_in
from handlers.wording import moment, price

router = Router(name="refunds due")

ON_A_PAGE = 5


@router.callback_query(CornerPress.filter(F.corner == Corner.REFUNDS), is_operator)
async def list_refunds(
    pressed: CallbackQuery,
    callback_data: CornerPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    unit: OperatorUnit,
) -> Says:
    """Oldest first, in place."""
    return [edit(pressed, *await _page(reader_of(person, texts, orders), unit, callback_data.page))]


@router.callback_query(RefundPress.filter(F.act == RefundAct.DONE), is_operator)
async def confirm(
    pressed: CallbackQuery,
    callback_data: RefundPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    cash: CashDesk,
    unit: OperatorUnit,
) -> Says:
    """«Возвращено»: once, whoever presses again or at the same time. Raises: NoSuchRefund."""
    refund = await cash.refunded(callback_data.id, by=person.id)
    told = answer(pressed, texts.plain("operator-refund-done", amount=price(texts, refund.money)))
    payer = await _word_to_payer(refund, unit)
    if callback_data.page < 0:
        line = texts("operator-refund-confirmed", id=str(refund.id), amount=price(texts, refund.money))
        return [told, edit(pressed, line), *payer]
    page = await _page(reader_of(person, texts, orders), unit, callback_data.page)
    return [told, edit(pressed, *page), *payer]


@router.callback_query(RefundPress.filter(F.act == RefundAct.NOW), is_operator)
async def try_now(pressed: CallbackQuery, callback_data: RefundPress, texts: Texts, unit: OperatorUnit) -> Says:
    """The bot does not wait any longer with this one. Pressed on one that is done it does nothing."""
    unit.refunds.try_now(callback_data.id)
    return [answer(pressed, texts.plain("operator-refund-tried"))]


async def _word_to_payer(refund: Refund, unit: OperatorUnit) -> list[Post]:
    """An order's news tells its buyer; of a payment that has bought nothing nobody else would."""
    payer = await unit.people.get(refund.person_id)
    if refund.order_number is not None or payer is None:
        return []
    texts = texts_in(payer.speaks)
    return [reply(payer.id, message(payer, texts("money-is-back", amount=Bold(price(texts, refund.money)))))]


async def posts_of_refunds(unit: OperatorUnit, admin_ids: frozenset[int]) -> list[Post]:
    """Every operator hears of what is to be given back by hand since this transaction."""
    posts = []
    for refund in unit.refunds.new_by_hand:
        payment = None if refund.charge_id is None else await unit.payments.get(refund.charge_id)
        buyer = await unit.people.get(refund.person_id)
        for admin in sorted(admin_ids):
            operator = await unit.people.get(admin) or Person(id=admin, first_name="")
            texts = texts_in(operator.speaks)
            text = as_list(
                Bold(texts.plain("operator-refund-due")),
                *_lines(texts, refund, payment, buyer),
                texts("operator-refund-how"),
            )
            posts.append(reply(admin, message(operator, text, [[_done(texts, refund, -1)]])))
    return posts


async def _page(reader: Reader, unit: OperatorUnit, page: int) -> tuple[Text, Rows]:
    texts = reader.texts
    total = await unit.refunds.open_count()
    last = max(0, (total - 1) // ON_A_PAGE)
    page = min(max(page, 0), last)
    refunds = await unit.refunds.open(page * ON_A_PAGE, ON_A_PAGE)
    entries: list[Text] = []
    rows: list[list[InlineKeyboardButton]] = []
    for refund in refunds:
        payment = None if refund.charge_id is None else await unit.payments.get(refund.charge_id)
        buyer = await unit.people.get(refund.person_id)
        since = texts("operator-since", moment=moment(texts, refund.due_at, reader.zone))
        entries.append(as_list(*_lines(texts, refund, payment, buyer), since))
        rows.append([_done(texts, refund, page) if refund.by_hand else _now(texts, refund)])
    heading = Bold(texts.plain("operator-refunds-title", n=total))
    text = as_list(heading, *(entries or [texts("operator-refunds-none")]), sep="\n\n")
    return text, [*rows, page_buttons(Corner.REFUNDS, page, last), [back_button(texts)]]


def page_buttons(corner: Corner, page: int, last: int) -> list[InlineKeyboardButton]:
    """‹ and › where there is something."""
    return [
        *([button("‹", CornerPress(corner=corner, page=page - 1))] if page > 0 else ()),
        *([button("›", CornerPress(corner=corner, page=page + 1))] if page < last else ()),
    ]


def _lines(texts: Texts, refund: Refund, payment: Payment | None, buyer: Person | None) -> Iterator[Text]:
    name = buyer.name if buyer is not None else texts.plain("somebody")
    yield texts(
        "operator-refund-line",
        id=str(refund.id),
        amount=Bold(price(texts, refund.money)),
        name=name,
        person=Code(str(refund.person_id)),
    )
    if refund.order_number is not None:
        yield texts("operator-refund-order", number=str(refund.order_number))
    if payment is not None:
        yield texts("operator-refund-charge", charge=Code(payment.provider_charge_id or payment.charge.id))
    if refund.charge_id is None:
        yield texts("operator-refund-part")
    if refund.error is not None:
        yield texts("operator-refund-error", n=refund.attempts, error=refund.error)


def _done(texts: Texts, refund: Refund, page: int) -> InlineKeyboardButton:
    label = texts.plain("operator-button-refunded", id=str(refund.id), amount=price(texts, refund.money))
    return button(label, RefundPress(id=refund.id, act=RefundAct.DONE, page=page), Style.GO)


def _now(texts: Texts, refund: Refund) -> InlineKeyboardButton:
    label = texts.plain("operator-button-try-now", id=str(refund.id))
    return button(label, RefundPress(id=refund.id, act=RefundAct.NOW))
