"""The screens of writing a gig."""

from collections.abc import Iterator

from aiogram.utils.formatting import Bold, Text, as_list

from handlers.buttons import FormPress, FormStep, Style, button
from handlers.form import form_buttons
from handlers.gigs.buttons import FieldPress
from handlers.gigs.draft import FIELDS, Draft, Field
from handlers.gigs.option_screens import option_question, options_screen
from handlers.gigs.page import buyers_page
from handlers.gigs.photo_screens import photos_screen
from handlers.gigs.screens import Shown
from handlers.gigs.writing import Writing
from handlers.money import net_line
from handlers.texts import Texts
from handlers.wording import price, shortened
from orders.money import Money, digits
from orders.policy import Policy
from orders.rating import Rating

#: UTF-16 units of what was written before that a question repeats.
_NOW_MAX = 1_000


def form_screen(texts: Texts, writing: Writing, seller: str, rating: Rating, policy: Policy, currency: str) -> Shown:
    """What the form shows now: a question, the preview or the options. `policy`: what the operator keeps of a price."""
    if writing.is_preview:
        return _preview(texts, writing, seller, rating, policy)
    if writing.asked is Field.OPTIONS:
        return options_screen(texts, writing) if writing.option is None else option_question(texts, writing)
    if writing.asked is Field.PHOTOS:
        return photos_screen(texts, writing)
    return _question(texts, writing, policy, currency)


def settled_text(texts: Texts, part: Field, draft: Draft) -> Text:
    """What stays of a question that a button has answered."""
    return Text(Bold(texts.plain(f"gig-field-{part}")), "\n", shortened(_now(texts, draft, part), _NOW_MAX))


def _question(texts: Texts, writing: Writing, policy: Policy, currency: str) -> Shown:
    part, draft = writing.asked, writing.draft
    return as_list(*_question_lines(texts, writing, policy, currency)), [
        [button(texts.plain("gig-button-keep"), FormPress(step=FormStep.DONE, form=writing.form))]
        if _may_keep(writing)
        else [],
        [
            button(
                texts.plain("gig-button-no-questions" if draft.questions else "button-skip"),
                FormPress(step=FormStep.SKIP, form=writing.form),
            )
        ]
        if part is Field.QUESTIONS
        else [],
        form_buttons(texts, writing.form, *_ways_out(writing)),
    ]


def _question_lines(texts: Texts, writing: Writing, policy: Policy, currency: str) -> Iterator[Text]:
    part = writing.asked
    if writing.gig is None and not writing.from_preview:
        yield texts("gig-step", step=FIELDS.index(part) + 1, steps=len(FIELDS))
    yield Bold(texts.plain(f"gig-field-{part}"))
    if part is Field.PRICE:
        example = Money(1_500 * 10 ** digits(currency), currency)
        yield texts("gig-ask-price", example=price(texts, example))
        yield from filter(None, [net_line(texts, example, policy, "gig-net-of-example")])
    else:
        yield texts(f"gig-ask-{part}")
    if writing.draft.has(part):
        yield Text("\n", texts("gig-now", value=shortened(_now(texts, writing.draft, part), _NOW_MAX)))


def _now(texts: Texts, draft: Draft, part: Field) -> str:
    match part:
        case Field.TITLE:
            return draft.title or ""
        case Field.DESCRIPTION:
            return draft.description or ""
        case Field.QUESTIONS:
            return "\n".join(draft.questions or (texts.plain("gig-no-questions"),))
        case Field.PRICE:
            return price(texts, draft.price) if draft.price is not None else ""
        case Field.TERM:
            return texts.plain("gig-days", days=draft.term_days or 0)
        case Field.OPTIONS | Field.PHOTOS:
            raise AssertionError("options and photos have screens of their own")


def _may_keep(writing: Writing) -> bool:
    """Someone who has walked back goes on without writing it again."""
    return writing.gig is None and not writing.from_preview and writing.draft.has(writing.asked)


def _ways_out(writing: Writing) -> Iterator[FormStep]:
    is_first = writing.gig is None and writing.asked is FIELDS[0]
    if writing.from_preview or not is_first:
        yield FormStep.BACK
    yield FormStep.CANCEL


def _preview(texts: Texts, writing: Writing, seller: str, rating: Rating, policy: Policy) -> Shown:
    terms = writing.draft.terms()
    net = net_line(texts, terms.price, policy, "gig-net")
    checked = texts("gig-preview" if writing.gig is None else "gig-preview-change")
    count = len(writing.draft.photos)
    photos = texts("gig-photos-count", n=count) if count else None
    lead = as_list(checked, *filter(None, [net, photos]))
    key = "gig-button-publish" if writing.gig is None else "gig-button-save"
    parts = [
        button(f"✏️ {texts.plain(f'gig-field-{part}')}", FieldPress(field=part, form=writing.form)) for part in Field
    ]
    return buyers_page(texts, terms, seller, rating, lead), [
        [button(texts.plain(key), FormPress(step=FormStep.SEND, form=writing.form), Style.GO)],
        parts[:2],
        parts[2:3],
        parts[3:5],
        parts[5:],
        form_buttons(texts, writing.form, FormStep.BACK, FormStep.CANCEL),
    ]
