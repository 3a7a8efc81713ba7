"""One response: looking at it, «Выбрать», «Отозвать»."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from desk.exchange_desk import ExchangeDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from handlers.card import Reader
from handlers.exchange.buttons import ResponseAct, ResponsePress
from handlers.exchange.response_page import Shown, buyers_response, picking, sellers_response, withdrawal
from handlers.reader import reader_of
from handlers.refusals import refusal_sentence
from handlers.says import Says, answer, edit
from handlers.texts import Texts
from orders.refusals import RequestOver, RequestPicked, ResponseChanged, ResponseWithdrawn

router = Router(name="deciding on a response")

_MOVED_ON = (ResponseChanged, ResponseWithdrawn, RequestPicked, RequestOver)


async def _page(response_id: int, reader: Reader, exchange: ExchangeDesk, orders: OrderDesk, unit: Unit) -> Shown:
    request, response = await exchange.behind(response_id, reader.person.id)
    if request.buyer_id == reader.person.id:
        return await buyers_response(reader, request, response, exchange, orders, unit)
    return await sellers_response(reader, request, response, exchange)


@router.callback_query(ResponsePress.filter(F.act == ResponseAct.OPEN))
async def look(
    pressed: CallbackQuery,
    callback_data: ResponsePress,
    person: Person,
    texts: Texts,
    exchange: ExchangeDesk,
    orders: OrderDesk,
    unit: Unit,
) -> Says:
    """As it stands now, to either side. Raises: NoSuchResponse."""
    return [edit(pressed, *await _page(callback_data.id, reader_of(person, texts, orders), exchange, orders, unit))]


@router.callback_query(ResponsePress.filter(F.act == ResponseAct.PICK))
async def ask_picking(
    pressed: CallbackQuery,
    callback_data: ResponsePress,
    person: Person,
    texts: Texts,
    exchange: ExchangeDesk,
    orders: OrderDesk,
    unit: Unit,
) -> Says:
    """«Выбрать»: first price and term once more. What has moved on is shown as it is. Raises: SellerStopped."""
    try:
        request, response = await exchange.check_pick(callback_data.id, person.id, callback_data.seen)
    except _MOVED_ON as refusal:
        shown = await _page(callback_data.id, reader_of(person, texts, orders), exchange, orders, unit)
        return [edit(pressed, *shown), answer(pressed, refusal_sentence(texts, refusal), alert=True)]
    seller = await unit.people.get(response.seller_id)
    name = seller.name if seller is not None else texts.plain("somebody")
    return [edit(pressed, *picking(texts, request, response, name, orders.policy.payment_method))]


@router.callback_query(ResponsePress.filter(F.act == ResponseAct.PICK_SURE))
async def pick(
    pressed: CallbackQuery,
    callback_data: ResponsePress,
    person: Person,
    texts: Texts,
    exchange: ExchangeDesk,
    orders: OrderDesk,
    unit: Unit,
) -> Says:
    """An order that waits for its payment; a second tap changes nothing. Raises: SellerStopped, OtherCurrency."""
    told = texts.plain("ordering-check", method=orders.policy.payment_method)
    is_moved_on = False
    try:
        await exchange.pick(callback_data.id, person.id, callback_data.seen)
    except _MOVED_ON as refusal:
        told, is_moved_on = refusal_sentence(texts, refusal), True
    shown = await _page(callback_data.id, reader_of(person, texts, orders), exchange, orders, unit)
    return [edit(pressed, *shown), answer(pressed, told, alert=is_moved_on)]


@router.callback_query(ResponsePress.filter(F.act == ResponseAct.WITHDRAW))
async def ask_withdrawal(
    pressed: CallbackQuery, callback_data: ResponsePress, person: Person, texts: Texts, exchange: ExchangeDesk
) -> Says:
    """«Отозвать»: first whether they mean it. Raises: NoSuchResponse, RequestOver, ResponseWithdrawn."""
    request, response = await exchange.check_own_response(callback_data.id, person.id)
    return [edit(pressed, *withdrawal(texts, request, response))]


@router.callback_query(ResponsePress.filter(F.act == ResponseAct.WITHDRAW_SURE))
async def withdraw(
    pressed: CallbackQuery,
    callback_data: ResponsePress,
    person: Person,
    texts: Texts,
    exchange: ExchangeDesk,
    orders: OrderDesk,
    unit: Unit,
) -> Says:
    """Nobody can choose it any more. Raises: NoSuchResponse, RequestOver, ResponseWithdrawn."""
    await exchange.withdraw(callback_data.id, person.id)
    shown = await _page(callback_data.id, reader_of(person, texts, orders), exchange, orders, unit)
    return [edit(pressed, *shown), answer(pressed, texts.plain("exchange-withdrawn"))]
