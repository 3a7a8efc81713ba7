"""Taking an order along: the whole of it as a file, for its two sides and the operator."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import CallbackQuery
from aiogram.utils.formatting import Bold, Text

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from desk.posts import export
from handlers.history.export_buttons import ExportPress, export_buttons
from handlers.history.reading import readable
from handlers.says import Says, answer, message
from handlers.setup import Setup
from handlers.texts import Texts

router = Router(name="export")

#: Digits of a number that the database can hold.
_DIGITS_MOST = 18


@router.callback_query(ExportPress.filter())
async def export_order(
    pressed: CallbackQuery,
    callback_data: ExportPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    unit: Unit,
    setup: Setup,
) -> Says:
    """The file is made when it is sent; the answer says that it is on its way."""
    order = await readable(callback_data.number, person, orders, unit, setup)
    return [
        answer(pressed, texts.plain("export-on-its-way")),
        export(order, person.id, callback_data.form),
    ]


@router.message(Command("export"))
async def offer_export(
    _: object, command: CommandObject, person: Person, texts: Texts, orders: OrderDesk, unit: Unit, setup: Setup
) -> Says:
    """`/export 12`: the operator's way to an order, which has no card with them; open to its sides as well."""
    number = (command.args or "").strip().lstrip("№#").strip()
    if not number.isascii() or not number.isdigit() or len(number) > _DIGITS_MOST:
        return [message(person, texts("export-which"))]
    order = await readable(int(number), person, orders, unit, setup)
    text = Text(Bold(texts.plain("history-title", number=str(order.number))), "\n", order.terms.title)
    return [message(person, text, [export_buttons(texts, order)])]
