"""«Биржа»: open requests, one's own, and those one has responded to."""

from aiogram import F, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram.utils.formatting import Bold, Text, as_list

from desk.exchange import RequestsPage
from desk.exchange_desk import ExchangeDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from handlers.buttons import GoPress, Screen, Style, button
from handlers.card import Reader
from handlers.exchange.buttons import (
    CategoriesPress,
    NewRequestPress,
    RequestAct,
    RequestPress,
    RequestsPress,
    SubscriptionChoice,
    SubscriptionPress,
    Which,
)
from handlers.exchange.page import budget_text, category_name, state_text
from handlers.menu.rooms import menu_button, opened
from handlers.reader import reader_of
from handlers.says import Rows, Says, edit, message
from handlers.texts import Texts
from handlers.wording import shortened
from orders.exchange import Request

router = Router(name="exchange")

ON_A_PAGE = 10
#: No list has so many pages; a forged button must not overflow the database's integers.
_PAGE_MOST = 1_000_000
_LABEL_MAX = 48

Shown = tuple[Text, Rows]


@router.message(Command("exchange"))
async def show_exchange(
    _: object, person: Person, texts: Texts, orders: OrderDesk, exchange: ExchangeDesk, unit: Unit
) -> Says:
    """Open requests, newest first, and the ways to one's own."""
    return [message(person, *await requests_screen(reader_of(person, texts, orders), RequestsPress(), exchange, unit))]


@router.callback_query(GoPress.filter(F.screen == Screen.EXCHANGE))
async def open_exchange(
    pressed: CallbackQuery,
    callback_data: GoPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    exchange: ExchangeDesk,
    unit: Unit,
) -> Says:
    """The same from the menu."""
    shown = await requests_screen(reader_of(person, texts, orders), RequestsPress(), exchange, unit)
    return [opened(pressed, callback_data, person, *shown)]


@router.callback_query(RequestsPress.filter())
async def turn_to(
    pressed: CallbackQuery,
    callback_data: RequestsPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    exchange: ExchangeDesk,
    unit: Unit,
) -> Says:
    """Another page, list or category, in place."""
    return [edit(pressed, *await requests_screen(reader_of(person, texts, orders), callback_data, exchange, unit))]


@router.callback_query(CategoriesPress.filter())
async def choose_category(pressed: CallbackQuery, texts: Texts, unit: Unit) -> Says:
    """By which category?"""
    rows = [
        [button(category.name(texts.language), RequestsPress(category=category.id))]
        for category in await unit.categories.all()
    ]
    every = [button(texts.plain("exchange-button-every-category"), RequestsPress())]
    return [edit(pressed, texts("exchange-choose-category"), [every, *rows])]


async def requests_screen(reader: Reader, press: RequestsPress, exchange: ExchangeDesk, unit: Unit) -> Shown:
    """A page of a list; one beyond the last is the last."""
    texts = reader.texts
    page = min(max(press.page, 0), _PAGE_MOST)
    found = await _found(reader, press, page, exchange)
    if not found.requests and page:
        page = max(0, (found.total - 1) // ON_A_PAGE)
        found = await _found(reader, press, page, exchange)
    category = await category_name(texts, press.category or None, unit)
    heading = texts.plain(f"exchange-title-{press.which}")
    title = Bold(heading if category is None else f"{heading}: {category}")
    lines = [
        await _line(reader, request, press.which, number, exchange)
        for number, request in enumerate(found.requests, page * ON_A_PAGE + 1)
    ]
    empty = texts(f"exchange-none-{press.which}" if category is None else "exchange-none-in-category")
    intro = [texts("exchange-intro")] if press.which is Which.OPEN and not page else []
    return as_list(title, *intro, "", *(lines or [empty])), [
        *[_open(request) for request in found.requests],
        _paging(press, page, found.total),
        *(await _ways(reader, press, unit)),
    ]


async def _found(reader: Reader, press: RequestsPress, page: int, exchange: ExchangeDesk) -> RequestsPage:
    offset = page * ON_A_PAGE
    match press.which:
        case Which.OPEN:
            return await exchange.open(press.category or None, offset, ON_A_PAGE)
        case Which.OWN:
            return await exchange.of_buyer(reader.person.id, offset, ON_A_PAGE)
        case Which.ANSWERED:
            return await exchange.answered_by(reader.person.id, offset, ON_A_PAGE)


async def _line(reader: Reader, request: Request, which: Which, number: int, exchange: ExchangeDesk) -> Text:
    texts, wish = reader.texts, request.wish
    if which is Which.OWN:
        state = state_text(texts, await exchange.state(request))
        count = len(await exchange.responses(request))
        return texts("exchange-line-own", number=str(number), title=Bold(wish.title), state=state, n=count)
    if which is Which.ANSWERED:
        state = state_text(texts, await exchange.state_to_seller(request))
        return texts("exchange-line-answered", number=str(number), title=Bold(wish.title), state=state)
    budget = budget_text(texts, wish.budget)
    return texts("exchange-line", number=str(number), title=Bold(wish.title), budget=budget, days=wish.days)


async def _ways(reader: Reader, press: RequestsPress, unit: Unit) -> Rows:
    texts = reader.texts
    create = [button(texts.plain("exchange-button-new"), NewRequestPress(), Style.GO)]
    menu = [menu_button(texts, here=True)]
    if press.which is not Which.OPEN:
        return [create, [button(texts.plain("exchange-button-all"), RequestsPress())], menu]
    subscription = button(
        texts.plain("exchange-button-subscription"), SubscriptionPress(choice=SubscriptionChoice.LOOK)
    )
    has_categories = bool(await unit.categories.all())
    by_category = [button(texts.plain("exchange-button-category"), CategoriesPress())] if has_categories else []
    return [
        create,
        [
            button(texts.plain("exchange-button-own"), RequestsPress(which=Which.OWN)),
            button(texts.plain("exchange-button-answered"), RequestsPress(which=Which.ANSWERED)),
        ],
        [*by_category, subscription],
        menu,
    ]


def _open(request: Request) -> list[InlineKeyboardButton]:
    press = RequestPress(id=request.id, act=RequestAct.OPEN)
    return [button(shortened(request.wish.title, _LABEL_MAX), press)]


def _paging(press: RequestsPress, page: int, total: int) -> list[InlineKeyboardButton]:
    def to(number: int) -> RequestsPress:
        return press.model_copy(update={"page": number})

    return [
        *([button("‹", to(page - 1))] if page else ()),
        *([button("›", to(page + 1))] if (page + 1) * ON_A_PAGE < total else ()),
    ]
