"""The screens of writing a request."""

from collections.abc import AsyncIterator, Iterator

from aiogram.types import InlineKeyboardButton
from aiogram.utils.formatting import Bold, Text, as_list

from desk.ports import Unit
from handlers.buttons import FormPress, FormStep, Style, button
from handlers.exchange.buttons import CategoryPress, WishPart, WishPress
from handlers.exchange.page import budget_text, category_name, wish_page
from handlers.exchange.wish_writing import WishWriting
from handlers.form import form_buttons
from handlers.says import Rows
from handlers.texts import Texts
from handlers.wording import price, shortened
from orders.exchange import FILES_MOST
from orders.money import Money, digits

#: UTF-16 units of what was written before that a question repeats.
_NOW_MAX = 1_000

Shown = tuple[Text, Rows]


async def form_screen(texts: Texts, writing: WishWriting, currency: str, unit: Unit) -> Shown:
    """What the form shows now: a question or the preview."""
    if writing.is_preview:
        return await _preview(texts, writing, unit)
    is_first = writing.asked is writing.steps[0] and not writing.from_preview
    steps = [FormStep.CANCEL] if is_first else [FormStep.BACK, FormStep.CANCEL]
    return as_list(*[line async for line in _question(texts, writing, currency, unit)]), [
        *(await _categories(texts, writing, unit)),
        *_settling(texts, writing),
        form_buttons(texts, writing.form, *steps),
    ]


async def settled_text(texts: Texts, writing: WishWriting, unit: Unit) -> Text:
    """What stays of a question that a button has answered."""
    now = await _now(texts, writing, unit)
    return Text(Bold(_part(texts, writing.asked)), "\n", shortened(now or "–", _NOW_MAX))


async def _question(texts: Texts, writing: WishWriting, currency: str, unit: Unit) -> AsyncIterator[Text]:
    part = writing.asked
    if not writing.from_preview:
        yield texts("gig-step", step=writing.steps.index(part) + 1, steps=len(writing.steps))
    yield Bold(_part(texts, part))
    example = price(texts, Money(5_000 * 10 ** digits(currency), currency))
    yield texts(f"exchange-ask-{part}", example=example, files=FILES_MOST)
    if part is WishPart.DESCRIPTION and writing.files:
        yield texts("exchange-files-kept", n=len(writing.files))
    now = await _now(texts, writing, unit)
    if now and (part in writing.done or writing.from_preview or part is WishPart.FILES):
        yield Text("\n", texts("gig-now", value=shortened(now, _NOW_MAX)))


async def _now(texts: Texts, writing: WishWriting, unit: Unit) -> str:
    match writing.asked:
        case WishPart.TITLE:
            return writing.title
        case WishPart.DESCRIPTION:
            return writing.description
        case WishPart.FILES:
            return texts.plain("files-count", n=len(writing.files)) if writing.files else ""
        case WishPart.CATEGORY:
            return await category_name(texts, writing.category_id, unit) or ""
        case WishPart.BUDGET:
            return budget_text(texts, writing.budget)
        case WishPart.DAYS:
            return texts.plain("gig-days", days=writing.days) if writing.days else ""


async def _categories(texts: Texts, writing: WishWriting, unit: Unit) -> Rows:
    if writing.asked is not WishPart.CATEGORY:
        return []
    return [
        [button(category.name(texts.language), CategoryPress(id=category.id, form=writing.form))]
        for category in await unit.categories.all()
    ]


def _settling(texts: Texts, writing: WishWriting) -> Iterator[list[InlineKeyboardButton]]:
    """The buttons that answer a question or leave its answer as it is."""
    part = writing.asked
    if part is WishPart.FILES and writing.files:
        yield form_buttons(texts, writing.form, FormStep.DONE)
    elif part in writing.done and not writing.from_preview:
        yield [button(texts.plain("gig-button-keep"), FormPress(step=FormStep.DONE, form=writing.form))]
    if part in {WishPart.FILES, WishPart.CATEGORY, WishPart.BUDGET}:
        skip = FormPress(step=FormStep.SKIP, form=writing.form)
        yield [button(texts.plain(f"exchange-button-without-{part}"), skip)]


async def _preview(texts: Texts, writing: WishWriting, unit: Unit) -> Shown:
    category = await category_name(texts, writing.category_id, unit)
    lead = texts("exchange-preview" if writing.request is None else "exchange-preview-change")
    send = texts.plain("gig-button-publish" if writing.request is None else "gig-button-save")
    parts = [button(f"✏️ {_part(texts, part)}", WishPress(part=part, form=writing.form)) for part in writing.steps]
    return wish_page(texts, writing.wish(), category, (), lead), [
        [button(send, FormPress(step=FormStep.SEND, form=writing.form), Style.GO)],
        *[parts[start : start + 2] for start in range(0, len(parts), 2)],
        form_buttons(texts, writing.form, FormStep.BACK, FormStep.CANCEL),
    ]


def _part(texts: Texts, part: WishPart) -> str:
    return texts.plain(f"exchange-part-{part}")
