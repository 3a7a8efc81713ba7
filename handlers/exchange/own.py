"""One request: looking at it, its files, closing it."""

from aiogram import F, Router
from aiogram.types import CallbackQuery
from aiogram.utils.formatting import Bold

from desk.exchange_desk import ExchangeDesk
from desk.handover import parts
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from handlers.exchange.buttons import RequestAct, RequestPress
from handlers.exchange.screens import buyers_screen, closing, open_request_button, request_screen
from handlers.files import file_message
from handlers.reader import reader_of
from handlers.refusals import refusal_sentence
from handlers.says import Says, answer, edit, message
from handlers.setup import Setup
from handlers.texts import Texts
from orders.content import Content
from orders.refusals import RequestOver, RequestPicked

router = Router(name="one request")


@router.callback_query(RequestPress.filter(F.act == RequestAct.OPEN))
async def look(
    pressed: CallbackQuery,
    callback_data: RequestPress,
    person: Person,
    texts: Texts,
    exchange: ExchangeDesk,
    orders: OrderDesk,
    unit: Unit,
    setup: Setup,
) -> Says:
    """As it stands now, as this person may see it. Raises: NoSuchRequest."""
    request = await exchange.seen_by(callback_data.id, person.id)
    return [edit(pressed, *await request_screen(reader_of(person, texts, orders), request, exchange, unit, setup))]


@router.callback_query(RequestPress.filter(F.act == RequestAct.FILES))
async def show_files(
    pressed: CallbackQuery,
    callback_data: RequestPress,
    person: Person,
    texts: Texts,
    exchange: ExchangeDesk,
    orders: OrderDesk,
) -> Says:
    """Below, as they were sent. Raises: NoSuchRequest."""
    request = await exchange.seen_by(callback_data.id, person.id)
    files = [file_message(person.id, part) for part in parts(Content(files=request.wish.files))]
    end = texts("exchange-files-of", title=Bold(request.wish.title))
    back = open_request_button(reader_of(person, texts, orders), request)
    return [answer(pressed), *files, message(person, end, [[back]])]


@router.callback_query(RequestPress.filter(F.act == RequestAct.CLOSE))
async def ask_closing(
    pressed: CallbackQuery,
    callback_data: RequestPress,
    person: Person,
    texts: Texts,
    exchange: ExchangeDesk,
    orders: OrderDesk,
) -> Says:
    """«Закрыть запрос»: first whether they mean it. Raises: NoSuchRequest, RequestOver, RequestPicked."""
    request = await exchange.check_close(callback_data.id, person.id)
    return [edit(pressed, *closing(reader_of(person, texts, orders), request))]


@router.callback_query(RequestPress.filter(F.act == RequestAct.CLOSE_SURE))
async def close(
    pressed: CallbackQuery,
    callback_data: RequestPress,
    person: Person,
    texts: Texts,
    exchange: ExchangeDesk,
    orders: OrderDesk,
    unit: Unit,
) -> Says:
    """Who has responded is told. Raises: NoSuchRequest."""
    reader, told, is_refused = reader_of(person, texts, orders), texts.plain("exchange-closed"), False
    try:
        request = await exchange.close(callback_data.id, person.id)
    except (RequestOver, RequestPicked) as refusal:
        request, told, is_refused = (
            await exchange.own(callback_data.id, person.id),
            refusal_sentence(texts, refusal),
            True,
        )
    return [
        edit(pressed, *await buyers_screen(reader, request, exchange, unit)),
        answer(pressed, told, alert=is_refused),
    ]
