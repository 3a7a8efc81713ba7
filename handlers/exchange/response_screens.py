"""The screens of writing a response."""

from collections.abc import Iterator

from aiogram.types import CopyTextButton, InlineKeyboardButton
from aiogram.utils.formatting import Bold, Pre, Text, as_list

from handlers.buttons import FormPress, FormStep, Style, button
from handlers.card import Reader
from handlers.exchange.buttons import RequestsPress, ResponsePart, ResponsePartPress
from handlers.exchange.page import budget_text
from handlers.exchange.response_writing import STEPS, ResponseWriting
from handlers.form import form_buttons
from handlers.gigs.page import rating_line
from handlers.money import net_line
from handlers.says import Rows
from handlers.texts import Texts
from handlers.wording import price, shortened
from orders.exchange import Request
from orders.money import Money, digits
from orders.rating import Rating

#: Characters that a button can put into the clipboard.
_COPIED_MOST = 256

Shown = tuple[Text, Rows]


def form_screen(
    reader: Reader, writing: ResponseWriting, request: Request, rating: Rating, currency: str, lead: Text | None = None
) -> Shown:
    """What the form shows now: a question or the preview; `lead`: in place of what stands above the preview."""
    if writing.is_preview:
        return _preview(reader, writing, request, rating, lead)
    is_first = writing.asked is STEPS[0] and not writing.from_preview
    steps = [FormStep.CANCEL] if is_first else [FormStep.BACK, FormStep.CANCEL]
    keeping = button(reader.texts.plain("gig-button-keep"), FormPress(step=FormStep.DONE, form=writing.form))
    return as_list(*_question(reader, writing, request, currency)), [
        [keeping] if writing.may_keep else [],
        form_buttons(reader.texts, writing.form, *steps),
    ]


def settled_text(texts: Texts, writing: ResponseWriting) -> Text:
    """What stays of a question that a button has answered."""
    return Text(Bold(_part(texts, writing.asked)), "\n", _now(texts, writing))


def unsent(texts: Texts, writing: ResponseWriting, why: str) -> Shown:
    """The request is over: what was written is shown back, to be used elsewhere."""
    words = writing.message or ""
    copy = InlineKeyboardButton(text=texts.plain("exchange-button-copy"), copy_text=CopyTextButton(text=words))
    return as_list(why, texts("exchange-unsent"), Pre(words)), [
        [copy] if len(words) <= _COPIED_MOST else [],
        [button(texts.plain("exchange-button-all"), RequestsPress())],
    ]


def _question(reader: Reader, writing: ResponseWriting, request: Request, currency: str) -> Iterator[Text]:
    texts, part = reader.texts, writing.asked
    if not writing.from_preview:
        yield texts("exchange-respond-to", title=Bold(request.wish.title))
        yield texts("gig-step", step=STEPS.index(part) + 1, steps=len(STEPS))
    yield Bold(_part(texts, part))
    example = Money(5_000 * 10 ** digits(currency), currency)
    match part:
        case ResponsePart.PRICE:
            budget = budget_text(texts, request.wish.budget)
            yield texts("exchange-ask-price", budget=budget, example=price(texts, example))
            yield from filter(None, [net_line(texts, example, reader.policy, "gig-net-of-example")])
        case ResponsePart.TERM:
            yield texts("exchange-ask-term", days=request.wish.days)
        case ResponsePart.MESSAGE:
            yield texts("exchange-ask-message")
    if writing.has(part):
        yield Text("\n", texts("gig-now", value=_now(texts, writing)))


def _now(texts: Texts, writing: ResponseWriting) -> str:
    match writing.asked:
        case ResponsePart.PRICE:
            return price(texts, writing.price) if writing.price is not None else ""
        case ResponsePart.TERM:
            return texts.plain("gig-days", days=writing.term_days or 0)
        case ResponsePart.MESSAGE:
            return writing.message or ""


def _preview(reader: Reader, writing: ResponseWriting, request: Request, rating: Rating, lead: Text | None) -> Shown:
    texts = reader.texts
    given = writing.given(reader.person.id, reader.now)
    net = net_line(texts, given.price, reader.policy, "gig-net")
    text = as_list(
        lead or texts("exchange-preview-response"),
        *([net] if net is not None else ()),
        "",
        Bold(request.wish.title),
        rating_line(texts, rating),
        texts("gig-price", price=Bold(price(texts, given.price))),
        texts("gig-term", days=given.term_days),
        "",
        given.message,
    )
    parts = [
        button(f"✏️ {shortened(_part(texts, part), 30)}", ResponsePartPress(part=part, form=writing.form))
        for part in STEPS
    ]
    send = texts.plain("exchange-button-send" if writing.response is None else "gig-button-save")
    return text, [
        [button(send, FormPress(step=FormStep.SEND, form=writing.form), Style.GO)],
        parts[:2],
        parts[2:],
        form_buttons(texts, writing.form, FormStep.BACK, FormStep.CANCEL),
    ]


def _part(texts: Texts, part: ResponsePart) -> str:
    return texts.plain(f"exchange-response-{part}")
