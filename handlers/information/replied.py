"""A plain reply to a request for information has gone to the seller as words; the buyer says whether it answers."""

from collections.abc import Sequence

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram.utils.formatting import as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from handlers.buttons import Move, Style, button, order_button
from handlers.information.buttons import RepliedPress
from handlers.owed import item_label
from handlers.replies import reply
from handlers.says import Rows, Says, answer, edit, message
from handlers.texts import Texts
from orders.commands import AnswerInformation
from orders.content import Content, FileKind
from orders.facts import InformationRequested, Said, SaidEdited
from orders.order import Item
from orders.refusals import NoSuchItem
from orders.status import Side

router = Router(name="replies to requests for information")


async def ask_whether_it_answers(
    request: int | None, said: int, content: Content, number: int, person: Person, texts: Texts, unit: Unit
) -> Says:
    """Asked only of a buyer who has replied to a request (the fact `request`) of which something is still open."""
    order = await unit.orders.get(number)
    if request is None or order is None or order.side_of(person.id) is not Side.BUYER or not order.information:
        return []
    recorded = await unit.orders.fact(request)
    if recorded is None or not isinstance(recorded.fact, InformationRequested) or _is_sticker(content):
        return []
    numbers = [item.number for item in recorded.fact.items]
    items = [item for item in order.information if item.number in numbers]
    if not items:
        return []
    question = message(person, texts("information-is-it-answer"), _rows(texts, number, said, items))
    return [reply(person.id, question, order_number=number)]


@router.callback_query(RepliedPress.filter())
async def call_it_an_answer(
    pressed: CallbackQuery, callback_data: RepliedPress, person: Person, texts: Texts, orders: OrderDesk, unit: Unit
) -> Says:
    """What was said joins the brief, as it reads now; the seller has it already. Pressed twice, it joins once.

    Raises: Refusal: nobody waits for it any more, or these are not the person's words.
    """
    number = callback_data.number
    order = await orders.open(number, person.id)
    if not callback_data.last:
        return [answer(pressed), edit(pressed, texts("room-passed-on", number=str(number)))]
    content = await _said_by(person, callback_data, unit)
    numbers = tuple(
        item.number for item in order.information if callback_data.first <= item.number <= callback_data.last
    )
    command = AnswerInformation(person.id, numbers, content, said=callback_data.said)
    order = await orders.perform(number, command)
    if not order.information:
        return [answer(pressed), edit(pressed, texts("information-answered-all", number=str(number)))]
    more = [[order_button(texts.plain("button-answer"), order, Move.ANSWER, Style.MAIN)]]
    left = texts("news-information-left", n=len(order.information))
    return [
        answer(pressed),
        edit(pressed, as_list(texts("information-answered", number=str(number)), left), more),
    ]


async def _said_by(person: Person, press: RepliedPress, unit: Unit) -> Content:
    """The words, after every edit. Raises: NoSuchItem: they are nobody's, or somebody else's."""
    order = await unit.orders.get(press.number)
    content = None
    for recorded in await unit.orders.history(press.number):
        match recorded.fact:
            case Said(by=by, content=said) if recorded.id == press.said:
                content = said if order is not None and order.person_on(by) == person.id else None
            case SaidEdited(said=press.said, content=edited) if content is not None:
                content = edited
            case _:
                pass
    if content is None:
        raise NoSuchItem
    return content


def _rows(texts: Texts, number: int, said: int, items: Sequence[Item]) -> Rows:
    def press(first: int, last: int) -> RepliedPress:
        return RepliedPress(number=number, said=said, first=first, last=last)

    key = "button-is-answer" if len(items) == 1 else "button-is-answer-to-all"
    rows = [[button(texts.plain(key), press(items[0].number, items[-1].number), Style.MAIN)]]
    if len(items) > 1:
        rows += [[button(item_label(item), press(item.number, item.number))] for item in items]
    return [*rows, [button(texts.plain("button-is-message"), press(0, 0))]]


def _is_sticker(content: Content) -> bool:
    return any(file.kind is FileKind.STICKER for file in content.files)
