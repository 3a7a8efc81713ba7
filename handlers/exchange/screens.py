"""The screens of a request: its buyer's, and everybody else's."""

from aiogram.types import InlineKeyboardButton
from aiogram.utils.formatting import Bold, Text

from desk.exchange_desk import ExchangeDesk
from desk.ports import Unit
from handlers.buttons import Style, button, open_order_button
from handlers.card import Reader
from handlers.exchange.buttons import (
    RequestAct,
    RequestPress,
    RequestsPress,
    ResponseAct,
    ResponsePress,
    ResponsesPress,
    Which,
)
from handlers.exchange.page import category_name, state_text, until_line, wish_page
from handlers.says import Rows
from handlers.setup import Setup
from orders.exchange import Request, RequestState, Response

Shown = tuple[Text, Rows]


async def request_screen(
    reader: Reader, request: Request, exchange: ExchangeDesk, unit: Unit, setup: Setup, lead: Text | None = None
) -> Shown:
    """As this reader may see it; `lead`: in place of the heading."""
    if request.buyer_id == reader.person.id:
        return await buyers_screen(reader, request, exchange, unit, lead)
    return await sellers_screen(reader, request, exchange, unit, setup, lead)


async def buyers_screen(
    reader: Reader, request: Request, exchange: ExchangeDesk, unit: Unit, lead: Text | None = None
) -> Shown:
    """Where it stands, how many have responded, and what can be done about it."""
    texts = reader.texts
    state, count = await exchange.state(request), len(await exchange.responses(request))
    facts = [
        texts("exchange-state", state=Bold(state_text(texts, state))),
        *([until_line(reader, request)] if state is RequestState.OPEN else ()),
        texts("exchange-responses", n=count),
        *([texts("exchange-reason", reason=request.reason)] if request.reason is not None else ()),
    ]
    tail = texts(f"exchange-tail-{state}", number=str(request.order_number), n=count)
    category = await category_name(texts, request.wish.category_id, unit)
    lead = lead or Bold(texts.plain("exchange-own"))
    return wish_page(texts, request.wish, category, facts, lead, tail), [
        [responses_button(reader, request, count)] if count else [],
        [open_order_button(texts.plain("button-open-order", number=str(request.order_number)), request.order_number)]
        if request.order_number is not None and state in {RequestState.PICKED, RequestState.ORDERED}
        else [],
        [
            *([_button(reader, request, RequestAct.EDIT)] if state is RequestState.OPEN and not count else ()),
            *([_button(reader, request, RequestAct.CLOSE, Style.STOP)] if state is RequestState.OPEN else ()),
        ],
        [_button(reader, request, RequestAct.AGAIN)] if state not in {RequestState.OPEN, RequestState.PICKED} else [],
        _files(reader, request),
        [button(texts.plain("exchange-button-own"), RequestsPress(which=Which.OWN))],
    ]


async def sellers_screen(
    reader: Reader, request: Request, exchange: ExchangeDesk, unit: Unit, setup: Setup, lead: Text | None = None
) -> Shown:
    """Who looks for what, and «Откликнуться» while it stands."""
    texts = reader.texts
    state = await exchange.state_to_seller(request)
    is_open = state is RequestState.OPEN
    own = await exchange.own_response(request, reader.person.id)
    buyer = await unit.people.get(request.buyer_id)
    name = buyer.name if buyer is not None else texts.plain("somebody")
    facts = [
        texts("exchange-buyer", name=Bold(name)),
        until_line(reader, request) if is_open else texts("exchange-state", state=Bold(state_text(texts, state))),
        texts("exchange-responses", n=len(await exchange.responses(request))),
    ]
    category = await category_name(texts, request.wish.category_id, unit)
    lead = lead or Bold(texts.plain("exchange-request"))
    is_operator = reader.person.id in setup.admin_ids
    return wish_page(texts, request.wish, category, facts, lead), [
        [_button(reader, request, RequestAct.RESPOND, Style.GO)] if is_open and own is None else [],
        [own_response_button(reader, own)] if own is not None else [],
        _files(reader, request),
        [_button(reader, request, RequestAct.STOP, Style.STOP)] if is_open and is_operator else [],
        [button(texts.plain("exchange-button-all"), RequestsPress())],
    ]


def closing(reader: Reader, request: Request) -> Shown:
    """The question before something that can't be undone."""
    return reader.texts("exchange-close-sure", title=Bold(request.wish.title)), [
        [_button(reader, request, RequestAct.CLOSE_SURE, Style.STOP)],
        [button(reader.texts.plain("button-back"), RequestPress(id=request.id, act=RequestAct.OPEN))],
    ]


def own_response_button(reader: Reader, response: Response) -> InlineKeyboardButton:
    """The way to the reader's own response."""
    press = ResponsePress(id=response.id, act=ResponseAct.OPEN, seen=response.revision)
    return button(reader.texts.plain("exchange-button-own-response"), press)


def open_request_button(reader: Reader, request: Request) -> InlineKeyboardButton:
    """The way to a request."""
    return _button(reader, request, RequestAct.OPEN)


def responses_button(reader: Reader, request: Request, count: int) -> InlineKeyboardButton:
    """«Отклики» with how many there are."""
    label = f"{reader.texts.plain('exchange-button-responses')} ({count})"
    return button(label, ResponsesPress(id=request.id), Style.GO)


def _files(reader: Reader, request: Request) -> list[InlineKeyboardButton]:
    return [_button(reader, request, RequestAct.FILES)] if request.wish.files else []


def _button(reader: Reader, request: Request, act: RequestAct, style: Style | None = None) -> InlineKeyboardButton:
    return button(reader.texts.plain(f"exchange-button-{act}"), RequestPress(id=request.id, act=act), style)
