"""«Рейтинг ответственности»: the percentage, the orders behind it, and what the next one would make of it."""

from aiogram import Router
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram.utils.formatting import Bold, Text, as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import OrderLookPress, PersonAct, PersonPress, RatingPress, button, open_order_button
from handlers.card import Reader
from handlers.menu.rooms import menu_button
from handlers.reader import reader_of
from handlers.says import Rows, Says, edit, message
from handlers.setup import Setup
from handlers.texts import Texts
from handlers.wording import day, rating_text
from orders.order import Effect
from orders.rating import WINDOW, Outcome, Rating, rating_of

router = Router(name="rating")

#: Orders of one page.
PAGE = 10
_IN_A_ROW = 5


@router.callback_query(RatingPress.filter())
async def show(
    pressed: CallbackQuery,
    callback_data: RatingPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    setup: Setup,
) -> Says:
    """One's own; an operator sees everybody's."""
    is_others = callback_data.seller not in {0, person.id} and person.id in setup.admin_ids
    seller_id = callback_data.seller if is_others else person.id
    press = callback_data.model_copy(update={"seller": seller_id if is_others else 0})
    shown = rating_screen(reader_of(person, texts, orders), await orders.outcomes(seller_id), press)
    return [edit(pressed, *shown) if callback_data.here else message(person, *shown)]


def rating_screen(reader: Reader, outcomes: tuple[Outcome, ...], press: RatingPress) -> tuple[Text, Rows]:
    """Text and buttons; a page beyond the last is the last."""
    texts, counted = reader.texts, outcomes[:WINDOW]
    rating = rating_of(counted)
    last = max(0, (len(counted) - 1) // PAGE)
    page = min(max(press.page, 0), last)
    shown = counted[page * PAGE : (page + 1) * PAGE]
    lines: list[Text] = [Bold(texts.plain("rating-title", rating=rating_text(texts, rating)))]
    if counted:
        lines.append(texts("rating-made-of", n=len(counted), kept=rating.kept, broken=rating.broken))
    else:
        lines.append(texts("rating-no-orders"))
    lines += [Text(), *_next(texts, rating), Text(), texts("rating-rule", most=WINDOW)]
    if shown:
        lines += [Text(), *(_line(reader, outcome) for outcome in shown)]
    numbers = [_order_button(texts, outcome, press) for outcome in shown]
    rows: list[list[InlineKeyboardButton]] = [
        *(numbers[start : start + _IN_A_ROW] for start in range(0, len(numbers), _IN_A_ROW)),
        _pages(texts, press, page, last),
        [_way_back(texts, press)],
    ]
    return as_list(*lines), rows


def _next(texts: Texts, rating: Rating) -> list[Text]:
    return [texts(f"rating-next-{effect}", rating=rating_text(texts, rating.after(effect))) for effect in Effect]


def _line(reader: Reader, outcome: Outcome) -> Text:
    ended = reader.texts(f"ending-{outcome.ending.replace('_', '-')}")
    when = day(reader.texts, outcome.ended_at, reader.zone)
    return reader.texts(f"rating-line-{outcome.effect}", number=str(outcome.number), ended=ended, day=when)


def _order_button(texts: Texts, outcome: Outcome, press: RatingPress) -> InlineKeyboardButton:
    label = texts.plain("orders-number", number=str(outcome.number))
    if press.seller:
        return button(label, OrderLookPress(number=outcome.number))
    return open_order_button(label, outcome.number)


def _pages(texts: Texts, press: RatingPress, page: int, last: int) -> list[InlineKeyboardButton]:
    pages = []
    if page > 0:
        newer = press.model_copy(update={"page": page - 1, "here": True})
        pages.append(button(texts.plain("page-before"), newer))
    if page < last:
        older = press.model_copy(update={"page": page + 1, "here": True})
        pages.append(button(texts.plain("page-after"), older))
    return pages


def _way_back(texts: Texts, press: RatingPress) -> InlineKeyboardButton:
    if press.seller:
        return button(texts.plain("button-back"), PersonPress(id=press.seller, act=PersonAct.OPEN))
    return menu_button(texts)
