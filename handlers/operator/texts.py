"""The texts that the operator can write anew: `/terms` and `/paysupport`, in each language."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram.utils.formatting import Bold, Text, as_list

from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import FormStep, Style, button
from handlers.collecting import content_of
from handlers.files import message_entities
from handlers.form import begin, form_buttons, is_answer, values_of
from handlers.operator.buttons import Corner, CornerPress, OwnText, TextLanguage, TextPress
from handlers.operator.desk import back_button
from handlers.operator.unit import OperatorUnit
from handlers.operator.who import is_operator
from handlers.own_texts import own_text
from handlers.says import Rows, Says, answer, edit, message
from handlers.setup import Setup
from handlers.texts import Texts
from orders.content import utf16_length, visible
from orders.refusals import TextExpected, TextTooLong

router = Router(name="texts of the operator")

#: UTF-16 units: one message, with room for a title.
TEXT_MAX = 3_500


class Rewriting(StatesGroup):
    """The form: the new text."""

    text = State()


@router.callback_query(CornerPress.filter(F.corner == Corner.TEXTS), is_operator)
async def list_texts(pressed: CallbackQuery, texts: Texts) -> Says:
    """One button for each text and language."""
    return [edit(pressed, texts("operator-texts-title"), _choice(texts))]


@router.callback_query(TextPress.filter(F.own), is_operator)
async def restore(
    pressed: CallbackQuery,
    callback_data: TextPress,
    texts: Texts,
    orders: OrderDesk,
    unit: OperatorUnit,
    setup: Setup,
) -> Says:
    """The bot's own text stands again."""
    unit.operator_texts.drop(callback_data.name, callback_data.language)
    shown = await _shown(callback_data, texts, orders, unit, setup)
    return [answer(pressed, texts.plain("operator-text-restored")), edit(pressed, *shown)]


@router.callback_query(TextPress.filter(F.anew), is_operator)
async def ask(
    pressed: CallbackQuery, callback_data: TextPress, texts: Texts, state: FSMContext, update_number: int
) -> Says:
    """For the new text."""
    await begin(state, Rewriting.text, update_number, name=callback_data.name, language=callback_data.language)
    text = texts("operator-text-ask", most=TEXT_MAX)
    return [answer(pressed), edit(pressed, text, [form_buttons(texts, update_number, FormStep.CANCEL)])]


@router.callback_query(TextPress.filter(), is_operator)
async def show(
    pressed: CallbackQuery,
    callback_data: TextPress,
    texts: Texts,
    orders: OrderDesk,
    unit: OperatorUnit,
    setup: Setup,
) -> Says:
    """As people read it now."""
    return [edit(pressed, *await _shown(callback_data, texts, orders, unit, setup))]


@router.message(Rewriting.text, is_answer, is_operator)
async def rewrite(
    written: Message,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    unit: OperatorUnit,
    state: FSMContext,
    setup: Setup,
) -> Says:
    """It reads so from now on, with its formatting."""
    if written.text is None or not visible(written.text):
        raise TextExpected
    if utf16_length(written.text) > TEXT_MAX:
        raise TextTooLong(1, TEXT_MAX, utf16_length(written.text))
    values = await values_of(state)
    press = TextPress(name=OwnText(values["name"]), language=TextLanguage(values["language"]))
    await state.clear()
    unit.operator_texts.put(press.name, press.language, content_of(written), orders.now, person.id)
    text, rows = await _shown(press, texts, orders, unit, setup)
    return [message(person, text, rows)]


async def _shown(
    press: TextPress, texts: Texts, orders: OrderDesk, unit: OperatorUnit, setup: Setup
) -> tuple[Text, Rows]:
    own = await unit.operator_texts.get(press.name, press.language)
    now = (
        own_text(press.name, press.language, setup, orders.policy)
        if own is None
        else Text.from_entities(own.text, message_entities(own))
    )
    label = texts.plain("operator-text-name", name=press.name, language=texts.plain(f"language-{press.language}"))
    rows: list[list[InlineKeyboardButton]] = [
        [button(texts.plain("operator-button-anew"), press.model_copy(update={"anew": True}), Style.MAIN)],
        [button(texts.plain("operator-button-own"), press.model_copy(update={"own": True}))] if own else [],
        [button(texts.plain("button-back"), CornerPress(corner=Corner.TEXTS))],
    ]
    return as_list(Bold(label), "", now), rows


def _choice(texts: Texts) -> Rows:
    rows = [
        [
            button(
                texts.plain("operator-text-name", name=name, language=texts.plain(f"language-{language}")),
                TextPress(name=name, language=language),
            )
            for language in TextLanguage
        ]
        for name in OwnText
    ]
    return [*rows, [back_button(texts)]]
