"""The screens of writing an offer."""

from collections.abc import Iterator

from aiogram.utils.formatting import Bold, Text, as_list

from desk.people import Person
from handlers.buttons import FormPress, FormStep, Style, button
from handlers.card import Reader
from handlers.form import form_buttons
from handlers.gigs.draft import Draft, Field
from handlers.money import net_line
from handlers.offers.buttons import OfferDaysPress, OfferFieldPress
from handlers.offers.page import seller_lines, terms_page
from handlers.offers.writing import STEPS, OfferWriting
from handlers.says import Rows
from handlers.texts import Texts
from handlers.wording import price, shortened
from orders.money import Money, digits
from orders.offer import OFFER_DAYS
from orders.rating import Rating

#: UTF-16 units of what was written before that a question repeats.
_NOW_MAX = 1_000
_NAME_MAX = 30

Shown = tuple[Text, Rows]


def form_screen(reader: Reader, writing: OfferWriting, rating: Rating, currency: str, buyer: Person | None) -> Shown:
    """What the form shows now: a question or the preview. `buyer`: whom it is for, if it is for somebody named."""
    if writing.is_preview:
        return _preview(reader, writing, rating, buyer)
    steps = (
        [FormStep.CANCEL]
        if writing.asked is STEPS[0] and not writing.from_preview
        else [FormStep.BACK, FormStep.CANCEL]
    )
    keeping = button(reader.texts.plain("gig-button-keep"), FormPress(step=FormStep.DONE, form=writing.form))
    return as_list(*_question(reader, writing, currency, buyer)), [
        [keeping] if writing.may_keep else [],
        form_buttons(reader.texts, writing.form, *steps),
    ]


def settled_text(texts: Texts, part: Field, draft: Draft) -> Text:
    """What stays of a question that a button has answered."""
    return Text(Bold(texts.plain(f"gig-field-{part}")), "\n", shortened(_now(texts, draft, part), _NOW_MAX))


def _question(reader: Reader, writing: OfferWriting, currency: str, buyer: Person | None) -> Iterator[Text]:
    texts, part = reader.texts, writing.asked
    if not writing.from_preview:
        if part is STEPS[0]:
            yield _for_whom(texts, buyer)
            yield Text()
        yield texts("gig-step", step=STEPS.index(part) + 1, steps=len(STEPS))
    yield Bold(texts.plain(f"gig-field-{part}"))
    example = Money(1_500 * 10 ** digits(currency), currency)
    match part:
        case Field.PRICE:
            yield texts("gig-ask-price", example=price(texts, example))
            yield from filter(None, [net_line(texts, example, reader.policy, "gig-net-of-example")])
        case Field.TERM:
            yield texts("gig-ask-term")
        case Field.DESCRIPTION:
            yield texts("offer-ask-description")
        case _:
            yield texts("offer-ask-title")
    if writing.draft.has(part):
        yield Text("\n", texts("gig-now", value=shortened(_now(texts, writing.draft, part), _NOW_MAX)))


def _for_whom(texts: Texts, buyer: Person | None) -> Text:
    if buyer is None:
        return texts("offer-for-first")
    return texts("offer-for", name=Bold(buyer.name))


def _now(texts: Texts, draft: Draft, part: Field) -> str:
    match part:
        case Field.TITLE:
            return draft.title or ""
        case Field.DESCRIPTION:
            return draft.description or ""
        case Field.PRICE:
            return price(texts, draft.price) if draft.price is not None else ""
        case Field.TERM:
            return texts.plain("gig-days", days=draft.term_days or 0)
        case _:
            raise AssertionError("an offer has neither questions nor options")


def _preview(reader: Reader, writing: OfferWriting, rating: Rating, buyer: Person | None) -> Shown:
    texts, terms = reader.texts, writing.draft.terms()
    net = net_line(texts, terms.price, reader.policy, "gig-net")
    lead = as_list(_for_whom(texts, buyer), texts("offer-preview"), *([net] if net is not None else ()))
    facts = seller_lines(reader, reader.person.name, rating)
    send = (
        texts.plain("offer-button-create")
        if buyer is None
        else texts.plain("offer-button-send", name=shortened(buyer.name, _NAME_MAX))
    )
    days = [
        button(
            f"✓ {texts.plain('gig-days', days=number)}"
            if number == writing.days
            else texts.plain("gig-days", days=number),
            OfferDaysPress(days=number, form=writing.form),
            Style.GO if number == writing.days else None,
        )
        for number in OFFER_DAYS
    ]
    parts = [
        button(f"✏️ {texts.plain(f'gig-field-{part}')}", OfferFieldPress(field=part, form=writing.form))
        for part in STEPS
    ]
    return terms_page(reader, terms, facts, lead, texts("offer-how-long", days=writing.days)), [
        [button(send, FormPress(step=FormStep.SEND, form=writing.form), Style.GO)],
        days[:2],
        days[2:],
        parts[:2],
        parts[2:],
        form_buttons(texts, writing.form, FormStep.BACK, FormStep.CANCEL),
    ]
