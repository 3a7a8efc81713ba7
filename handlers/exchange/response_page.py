"""A response as its two sides see it: one message."""

from aiogram.types import InlineKeyboardButton
from aiogram.utils.formatting import Bold, Text, as_list

from desk.exchange_desk import ExchangeDesk
from desk.order_desk import OrderDesk
from desk.ports import Unit
from handlers.buttons import SellerPress, Style, button, open_order_button
from handlers.card import Reader
from handlers.exchange.buttons import RequestAct, RequestPress, ResponseAct, ResponsePress, ResponsesPress
from handlers.exchange.page import state_text
from handlers.gigs.page import rating_line
from handlers.says import Rows
from handlers.texts import Texts
from handlers.wording import price
from orders.exchange import Request, RequestState, Response

Shown = tuple[Text, Rows]


async def buyers_response(
    reader: Reader, request: Request, response: Response, exchange: ExchangeDesk, orders: OrderDesk, unit: Unit
) -> Shown:
    """Who offers what, and «Выбрать» while it can be."""
    texts = reader.texts
    seller = await unit.people.get(response.seller_id)
    state = await exchange.state(request)
    stands = response.withdrawn_at is None
    is_chosen = request.chosen == response.id and state in {RequestState.PICKED, RequestState.ORDERED}
    lines = [
        texts("exchange-response-to", title=Bold(request.wish.title)),
        "",
        texts("gig-seller", name=Bold(seller.name if seller is not None else texts.plain("somebody"))),
        rating_line(texts, await orders.rating(response.seller_id)),
        *_offer(texts, response),
    ]
    if not stands:
        lines += ["", texts("exchange-response-withdrawn")]
    is_open = stands and state is RequestState.OPEN
    may_write = stands and state in {RequestState.OPEN, RequestState.PICKED}
    number = request.order_number if is_chosen else None
    words = await exchange.words(response)
    return as_list(*lines), [
        [_button(texts, response, ResponseAct.PICK, Style.GO)] if is_open else [],
        [open_order_button(texts.plain("button-open-order", number=str(number)), number)] if number is not None else [],
        [
            *([_button(texts, response, ResponseAct.WRITE)] if may_write else ()),
            *([_button(texts, response, ResponseAct.TALK)] if words else ()),
        ],
        [button(texts.plain("button-seller"), SellerPress(id=response.seller_id))],
        [button(texts.plain("exchange-button-back-to-responses"), ResponsesPress(id=request.id))],
    ]


async def sellers_response(
    reader: Reader, request: Request, response: Response, exchange: ExchangeDesk, lead: Text | None = None
) -> Shown:
    """The seller's own, and what can be done with it; `lead`: in place of the heading."""
    texts = reader.texts
    state = await exchange.state_to_seller(request)
    is_open = state is RequestState.OPEN and response.withdrawn_at is None
    words = await exchange.words(response)
    standing = (
        texts("exchange-response-withdrawn")
        if response.withdrawn_at is not None
        else texts("exchange-state-of-request", state=Bold(state_text(texts, state)))
    )
    text = as_list(
        lead or Bold(texts.plain("exchange-own-response")),
        "",
        Bold(request.wish.title),
        standing,
        *_offer(texts, response),
    )
    is_ours = state is RequestState.ORDERED and request.chosen == response.id
    number = request.order_number if is_ours else None
    return text, [
        [open_order_button(texts.plain("button-open-order", number=str(number)), number)] if number is not None else [],
        [_button(texts, response, ResponseAct.EDIT), _button(texts, response, ResponseAct.WITHDRAW, Style.STOP)]
        if is_open
        else [],
        [
            *([answer_button(texts, response)] if is_open and words else ()),
            *([_button(texts, response, ResponseAct.TALK)] if words else ()),
        ],
        [button(texts.plain("exchange-button-open"), RequestPress(id=request.id, act=RequestAct.OPEN))],
    ]


def withdrawal(texts: Texts, request: Request, response: Response) -> Shown:
    """The question before the response goes."""
    return texts("exchange-withdraw-sure", title=Bold(request.wish.title)), [
        [_button(texts, response, ResponseAct.WITHDRAW_SURE, Style.STOP)],
        [_back(texts, response)],
    ]


def picking(texts: Texts, request: Request, response: Response, seller: str, method: str) -> Shown:
    """The question before an order."""
    text = texts(
        "exchange-pick-sure",
        name=Bold(seller),
        title=Bold(request.wish.title),
        price=Bold(price(texts, response.price)),
        term=Bold(texts.plain("gig-days", days=response.term_days)),
        method=method,
    )
    return text, [[_button(texts, response, ResponseAct.PICK_SURE, Style.GO)], [_back(texts, response)]]


def answer_button(texts: Texts, response: Response) -> InlineKeyboardButton:
    """«Ответить покупателю»."""
    press = ResponsePress(id=response.id, act=ResponseAct.WRITE, seen=response.revision)
    return button(texts.plain("exchange-button-answer"), press)


def open_response_button(texts: Texts, response: Response) -> InlineKeyboardButton:
    """The way to a response, for either side."""
    press = ResponsePress(id=response.id, act=ResponseAct.OPEN, seen=response.revision)
    return button(texts.plain("exchange-button-response"), press)


def _offer(texts: Texts, response: Response) -> tuple[Text | str, ...]:
    return (
        texts("gig-price", price=Bold(price(texts, response.price))),
        texts("gig-term", days=response.term_days),
        "",
        response.message,
    )


def _button(texts: Texts, response: Response, act: ResponseAct, style: Style | None = None) -> InlineKeyboardButton:
    press = ResponsePress(id=response.id, act=act, seen=response.revision)
    return button(texts.plain(f"exchange-response-button-{act}"), press, style)


def _back(texts: Texts, response: Response) -> InlineKeyboardButton:
    press = ResponsePress(id=response.id, act=ResponseAct.OPEN, seen=response.revision)
    return button(texts.plain("button-back"), press)
