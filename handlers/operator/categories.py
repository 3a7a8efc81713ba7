"""The categories of services, as the operator sets them: added, renamed, moved, removed."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram.utils.formatting import Bold, Text, as_list

from desk.people import Person
from handlers.buttons import FormStep, Style, button
from handlers.form import begin, form_buttons, is_answer, values_of
from handlers.operator.buttons import CategoryAct, CategoryPress, Corner, CornerPress
from handlers.operator.desk import back_button
from handlers.operator.unit import OperatorUnit
from handlers.operator.who import is_operator
from handlers.says import Rows, Says, answer, edit, message
from handlers.texts import Texts
from orders.category import NAME, Category, parse_category_name
from orders.refusals import CategoryNameTaken, NoSuchCategory, TextExpected

router = Router(name="categories")


class NamingCategory(StatesGroup):
    """The form: one name, then the other; `category`: its id, 0: a new one."""

    ru = State()
    en = State()


@router.callback_query(CornerPress.filter(F.corner == Corner.CATEGORIES), is_operator)
async def list_categories(pressed: CallbackQuery, texts: Texts, unit: OperatorUnit) -> Says:
    """In the order in which people see them."""
    return [edit(pressed, *_list(texts, await unit.categories.all()))]


@router.callback_query(CategoryPress.filter(F.act == CategoryAct.OPEN), is_operator)
async def look(pressed: CallbackQuery, callback_data: CategoryPress, texts: Texts, unit: OperatorUnit) -> Says:
    """One of them. Raises: NoSuchCategory."""
    return [edit(pressed, *_screen(texts, await _category(callback_data.id, unit)))]


@router.callback_query(CategoryPress.filter(F.act == CategoryAct.NAME), is_operator)
async def ask_name(
    pressed: CallbackQuery,
    callback_data: CategoryPress,
    texts: Texts,
    unit: OperatorUnit,
    state: FSMContext,
    update_number: int,
) -> Says:
    """In Russian first; a new one where there is no id. Raises: NoSuchCategory."""
    if callback_data.id:
        await _category(callback_data.id, unit)
    await begin(state, NamingCategory.ru, update_number, category=callback_data.id)
    return [edit(pressed, _question(texts, "ru"), [form_buttons(texts, update_number, FormStep.CANCEL)])]


@router.message(NamingCategory.ru, is_answer, is_operator)
async def name_in_russian(said: Message, person: Person, texts: Texts, unit: OperatorUnit, state: FSMContext) -> Says:
    """Then in English. Raises: TextExpected, CategoryNameLength, CategoryNameTaken."""
    values = await values_of(state)
    name = await _free_name(said, "ru", values["category"], unit)
    await state.update_data(name_ru=name)
    await state.set_state(NamingCategory.en)
    return [message(person, _question(texts, "en"), [form_buttons(texts, values["form"], FormStep.CANCEL)])]


@router.message(NamingCategory.en, is_answer, is_operator)
async def name_in_english(said: Message, person: Person, texts: Texts, unit: OperatorUnit, state: FSMContext) -> Says:
    """It is named so from now on. Raises: TextExpected, CategoryNameLength, CategoryNameTaken, NoSuchCategory."""
    values = await values_of(state)
    name = await _free_name(said, "en", values["category"], unit)
    if values["category"]:
        category = await _category(values["category"], unit)
        unit.categories.save(replace(category, name_ru=values["name_ru"], name_en=name))
    else:
        await unit.categories.add(values["name_ru"], name)
    await state.clear()
    return [message(person, *_list(texts, await unit.categories.all()))]


@router.callback_query(CategoryPress.filter(F.act.in_({CategoryAct.UP, CategoryAct.DOWN})), is_operator)
async def move(pressed: CallbackQuery, callback_data: CategoryPress, texts: Texts, unit: OperatorUnit) -> Says:
    """Changes places with its neighbour; at the end it stays. Raises: NoSuchCategory."""
    category = await _category(callback_data.id, unit)
    everything = await unit.categories.all()
    at = everything.index(category) + (-1 if callback_data.act is CategoryAct.UP else 1)
    if not 0 <= at < len(everything):
        return [answer(pressed, texts.plain("operator-category-at-the-end"))]
    other = everything[at]
    unit.categories.save(replace(category, position=other.position))
    unit.categories.save(replace(other, position=category.position))
    return [edit(pressed, *_list(texts, await unit.categories.all()))]


@router.callback_query(CategoryPress.filter(F.act == CategoryAct.REMOVE), is_operator)
async def ask_removal(pressed: CallbackQuery, callback_data: CategoryPress, texts: Texts, unit: OperatorUnit) -> Says:
    """The question before. Raises: NoSuchCategory."""
    category = await _category(callback_data.id, unit)
    rows = [
        [_button(texts, category, CategoryAct.SURE, Style.STOP)],
        [button(texts.plain("button-back"), CategoryPress(id=category.id, act=CategoryAct.OPEN))],
    ]
    return [edit(pressed, texts("operator-category-remove-sure", name=Bold(category.name(texts.language))), rows)]


@router.callback_query(CategoryPress.filter(F.act == CategoryAct.SURE), is_operator)
async def remove(pressed: CallbackQuery, callback_data: CategoryPress, texts: Texts, unit: OperatorUnit) -> Says:
    """For good; its gigs have none. Raises: NoSuchCategory."""
    category = await _category(callback_data.id, unit)
    unit.categories.remove(category.id)
    return [edit(pressed, *_list(texts, await unit.categories.all()))]


def _list(texts: Texts, categories: tuple[Category, ...]) -> tuple[Text, Rows]:
    rows = [[button(_both(each), CategoryPress(id=each.id, act=CategoryAct.OPEN))] for each in categories]
    add = button(texts.plain("operator-category-add"), CategoryPress(id=0, act=CategoryAct.NAME), Style.GO)
    told = texts("operator-categories-are" if categories else "operator-categories-none")
    return as_list(Bold(texts.plain("operator-button-categories")), told), [*rows, [add], [back_button(texts)]]


def _screen(texts: Texts, category: Category) -> tuple[Text, Rows]:
    return Text(Bold(_both(category))), [
        [_button(texts, category, CategoryAct.NAME)],
        [_button(texts, category, CategoryAct.UP), _button(texts, category, CategoryAct.DOWN)],
        [_button(texts, category, CategoryAct.REMOVE, Style.STOP)],
        [button(texts.plain("button-back"), CornerPress(corner=Corner.CATEGORIES))],
    ]


def _both(category: Category) -> str:
    return f"{category.name_ru} / {category.name_en}"


def _button(texts: Texts, category: Category, act: CategoryAct, style: Style | None = None) -> InlineKeyboardButton:
    return button(texts.plain(f"operator-category-{act}"), CategoryPress(id=category.id, act=act), style)


def _question(texts: Texts, language: str) -> Text:
    return texts(f"operator-category-ask-{language}", least=NAME[0], most=NAME[1])


async def _free_name(said: Message, language: str, category_id: int, unit: OperatorUnit) -> str:
    if said.text is None:
        raise TextExpected
    name = parse_category_name(said.text)
    others = {each.name(language).casefold() for each in await unit.categories.all() if each.id != category_id}
    if name.casefold() in others:
        raise CategoryNameTaken
    return name


async def _category(category_id: int, unit: OperatorUnit) -> Category:
    category = await unit.categories.get(category_id)
    if category is None:
        raise NoSuchCategory
    return category
