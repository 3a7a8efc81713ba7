"""Reading the whole brief: what was sold, each question with its answer, each answer's files after it."""

from collections.abc import Iterator

from aiogram import F, Router
from aiogram.types import CallbackQuery, MessageEntity
from aiogram.utils.formatting import Bold, ExpandableBlockQuote, Text, as_list

from desk.handover import parts
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from handlers.buttons import Move, OrderPress
from handlers.card import option_line
from handlers.files import file_message
from handlers.history.packing import LENGTH_MOST, packed
from handlers.history.reading import readable, way_back
from handlers.says import Say, Says, message
from handlers.setup import Setup
from handlers.texts import Texts
from orders.content import Answer, utf16_length
from orders.order import Order

router = Router(name="brief")


@router.callback_query(OrderPress.filter(F.move == Move.BRIEF))
async def read_brief(
    _: CallbackQuery,
    callback_data: OrderPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    unit: Unit,
    setup: Setup,
) -> Says:
    """For both sides and the operator, at any time."""
    order = await readable(callback_data.number, person, orders, unit, setup)
    return list(brief_messages(person, texts, order))


def brief_messages(person: Person, texts: Texts, order: Order) -> Iterator[Say]:
    """Words wait for words, so that they share messages; files are sent where they stand in the brief."""
    number = str(order.number)
    heading = Text(Bold(texts.plain("brief-title", number=number)), "\n", order.terms.title)
    description = order.terms.description  # an order from elsewhere has none
    waiting = [as_list(heading, ExpandableBlockQuote(description)) if description else heading]
    if order.bought:
        lines = [option_line(texts, "card-bought-option", option) for option in order.bought]
        waiting.append(as_list(texts("card-bought"), *lines))
    for answer in order.brief:
        waiting.extend(_words(texts, answer))
        if answer.content.files:
            yield from (message(person, text) for text in packed(waiting))
            waiting = []
            yield from (file_message(person.id, part) for part in parts(answer.content))
    yield from (message(person, text) for text in packed(waiting))
    end = "brief-end" if order.brief else "brief-without-questions" if description else "brief-without-notes"
    yield message(person, texts(end, number=number), [way_back(texts, order, person.id)])


def _words(texts: Texts, answer: Answer) -> Iterator[Text]:
    """Question and answer together or, where they fill more than one message, one after the other."""
    content = answer.content
    lines: list[Text] = [Bold(answer.question)]
    if content.text:
        entities = [MessageEntity.model_validate(dict(entity)) for entity in content.entities]
        lines.append(Text.from_entities(content.text, entities))
    if content.files:
        lines.append(texts("files-count", n=len(content.files)))
    together = as_list(*lines)
    if utf16_length(together.render()[0]) + 2 <= LENGTH_MOST:
        yield together
    else:
        yield from lines
