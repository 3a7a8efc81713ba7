"""Reading again what was once handed over: the whole text and every file, in order."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram.utils.formatting import BlockQuote, Bold, Text

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from handlers.files import content_messages
from handlers.history.reading import readable, way_back
from handlers.history.timeline import ReplayPress
from handlers.history.wording import quoted, told
from handlers.notices import content_of_fact
from handlers.reader import reader_of
from handlers.says import Say, Says, message
from handlers.setup import Setup
from handlers.texts import Texts
from orders.refusals import NoSuchOrder

router = Router(name="reading again")


@router.callback_query(ReplayPress.filter())
async def read_again(
    _: CallbackQuery,
    callback_data: ReplayPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    unit: Unit,
    setup: Setup,
) -> Says:
    """The entry's sentence, then the words and files as they were sent."""
    order = await readable(callback_data.number, person, orders, unit, setup)
    recorded = await unit.orders.fact(callback_data.fact)
    if recorded is None or recorded.order_number != order.number:
        raise NoSuchOrder
    reader = reader_of(person, texts, orders)
    heading = Text(Bold(texts.plain("history-title", number=str(order.number))), "\n", told(reader, recorded.fact))
    content = content_of_fact(recorded.fact)
    words = quoted(texts, recorded.fact)
    if content is None and words:
        heading = Text(heading, "\n", BlockQuote(words))
    says: list[Say] = [message(person, heading, [way_back(texts, order, person.id)])]
    if content is not None:
        says.extend(content_messages(person.id, content))
    return says
