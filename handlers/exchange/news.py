"""News of the exchange: rendered when they are sent, from what is true then, without a sound in quiet hours."""

from aiogram.methods import SendMessage
from aiogram.utils.formatting import Bold, Text, as_list

from desk.ports import Unit
from handlers.buttons import Style, button
from handlers.card import Reader
from handlers.exchange.buttons import RequestAct, RequestPress, RequestsPress
from handlers.exchange.page import budget_text
from handlers.exchange.response_page import open_response_button
from handlers.exchange.screens import open_request_button, responses_button
from handlers.says import Rows, message
from handlers.wording import price, shortened
from orders.exchange import Request
from orders.timers import is_quiet

#: UTF-16 units of a description that the news of a request shows.
_DESCRIPTION_SHOWN = 500

Shown = tuple[Text, Rows]


async def exchange_message(
    reader: Reader, request_id: int, news: str, response_id: int | None, order: int | None, unit: Unit
) -> SendMessage | None:
    """None: it is no longer true, or of no use any more. `order`: the number of one that has ended with it."""
    request = await unit.requests.get(request_id)
    if request is None:
        return None
    shown = await _shown(reader, request, news, response_id, order, unit)
    silent = is_quiet(reader.now, reader.person.preferences(reader.zone))
    return None if shown is None else message(reader.person, *shown, silent=silent)


async def _shown(
    reader: Reader, request: Request, news: str, response_id: int | None, order: int | None, unit: Unit
) -> Shown | None:
    is_open = request.closing is None and reader.now < request.closes_at
    match news:
        case "new":
            return _new(reader, request) if is_open else None
        case "more":
            return _more(reader)
        case "response" | "changed" | "unordered":
            return await _response(reader, request, news, response_id, order, unit) if is_open else None
        case "withdrawn":
            return await _withdrawn(reader, request, response_id, order, unit) if is_open else None
        case "own-expired" | "own-stopped":
            return _own_end(reader, request, news, order)
        case _:
            return _end(reader, request, news)


def _new(reader: Reader, request: Request) -> Shown:
    texts, wish = reader.texts, request.wish
    text = as_list(
        texts("exchange-news-new"),
        "",
        Bold(wish.title),
        texts("exchange-budget", budget=Bold(budget_text(texts, wish.budget))),
        texts("exchange-days", days=wish.days),
        "",
        shortened(wish.description, _DESCRIPTION_SHOWN),
    )
    respond = RequestPress(id=request.id, act=RequestAct.RESPOND)
    return text, [
        [button(texts.plain("exchange-button-resp"), respond, Style.GO)],
        [open_request_button(reader, request)],
    ]


def _more(reader: Reader) -> Shown:
    label = reader.texts.plain("exchange-button-all")
    return reader.texts("exchange-news-more"), [[button(label, RequestsPress())]]


async def _response(
    reader: Reader, request: Request, news: str, response_id: int | None, order: int | None, unit: Unit
) -> Shown | None:
    texts = reader.texts
    standing = [each for each in await unit.responses.of_request(request.id) if each.withdrawn_at is None]
    response = next((each for each in standing if each.id == response_id), None)
    if response is None:
        return None
    seller = await unit.people.get(response.seller_id)
    text = texts(
        f"exchange-news-{news}",
        title=Bold(request.wish.title),
        name=Bold(seller.name if seller is not None else texts.plain("somebody")),
        price=Bold(price(texts, response.price)),
        term=Bold(texts.plain("gig-days", days=response.term_days)),
        n=len(standing),
        number=str(order),
    )
    return text, [
        [open_response_button(texts, response)],
        [responses_button(reader, request, len(standing))],
    ]


async def _withdrawn(
    reader: Reader, request: Request, response_id: int | None, order: int | None, unit: Unit
) -> Shown | None:
    texts, responses = reader.texts, await unit.responses.of_request(request.id)
    response = next((each for each in responses if each.id == response_id), None)
    seller = None if response is None else await unit.people.get(response.seller_id)
    name = seller.name if seller is not None else texts.plain("somebody")
    text = texts("exchange-news-withdrawn", title=Bold(request.wish.title), name=Bold(name), number=str(order))
    left = sum(each.withdrawn_at is None for each in responses)
    return text, [
        [responses_button(reader, request, left)] if left else [],
        [open_request_button(reader, request)],
    ]


def _own_end(reader: Reader, request: Request, news: str, order: int | None) -> Shown:
    text = reader.texts(f"exchange-news-{news}", title=Bold(request.wish.title), reason=request.reason or "")
    if order is not None:
        text = as_list(text, reader.texts("exchange-news-own-stopped-order", number=str(order)))
    again = RequestPress(id=request.id, act=RequestAct.AGAIN)
    rows = [[button(reader.texts.plain("exchange-button-again"), again, Style.GO)]] if news == "own-expired" else []
    return text, [*rows, [open_request_button(reader, request)]]


def _end(reader: Reader, request: Request, news: str) -> Shown:
    text = reader.texts(f"exchange-news-{news}", title=Bold(request.wish.title))
    return text, [[button(reader.texts.plain("exchange-button-all"), RequestsPress(), Style.GO)]]
