"""The screens of ordering a gig: its page, its options, a question, what was answered to it."""

from collections.abc import Iterator

from aiogram.types import InlineKeyboardButton
from aiogram.utils.formatting import BlockQuote, Bold, Text, as_list

from desk.gig_desk import GigDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from handlers.availability.words import absence_line, waiting_button
from handlers.buttons import FormPress, FormStep, ReviewsOf, SellerPress, Style, button
from handlers.card import option_line
from handlers.form import form_buttons
from handlers.gigs.page import buyers_page
from handlers.gigs.screens import Shown
from handlers.ordering.briefing import Briefing
from handlers.ordering.buttons import AnewPress, BuyPress, TickPress, buy_press
from handlers.reader import reader_of
from handlers.reviews.words import gig_lines, reviews_button
from handlers.says import Rows
from handlers.texts import Texts
from handlers.wording import price, shortened
from orders.content import Content
from orders.gig import Gig, PresetOption, Terms

#: UTF-16 units of an answer that are shown back.
_ANSWER_SHOWN = 1_000


async def gig_page(
    texts: Texts,
    gig: Gig,
    person: Person,
    gigs: GigDesk,
    people: PersonDesk,
    orders: OrderDesk,
    lead: Text | None = None,
    *,
    resumes: Briefing | None = None,
) -> Shown:
    """The gig as this buyer sees it, with «Заказать» or when its seller is back.

    `resumes`: everything is said already, and it only needs a yes.
    """
    seller = await people.get(gig.seller_id)
    name = seller.name if seller is not None else texts.plain("somebody")
    tail = texts(_how(gig.terms), method=orders.policy.payment_method)
    if resumes is not None and resumes.ticked:
        tail = chosen_text(texts, resumes)
    reader, stands = reader_of(person, texts, orders), await gigs.availability(gig.seller_id, person.id)
    if not stands.is_open:
        tail = absence_line(reader, stands)
    reviews = await orders.reviews_of_gig(gig.id)
    rating = await orders.rating(gig.seller_id)
    category = await gigs.category_of(gig)
    lines = [texts("gig-category", name=category.name(texts.language))] if category is not None else []
    text = buyers_page(texts, gig.terms, name, rating, lead, tail, [*lines, *gig_lines(reader, reviews)])
    about = [
        button(texts.plain("button-seller"), SellerPress(id=gig.seller_id)),
        *reviews_button(texts, ReviewsOf.GIG, gig.id, reviews.counts),
    ]
    if not stands.is_open:
        return text, [[waiting_button(reader, gig.id, stands)], about]
    press: BuyPress | FormPress = buy_press(gig)
    if resumes is not None:
        press = FormPress(step=FormStep.DONE, form=resumes.form)
    return text, [[button(texts.plain("ordering-button-order"), press, Style.GO)], about]


def step_screen(texts: Texts, briefing: Briefing) -> Shown:
    """Where the buyer stands: the options or a question."""
    return options_screen(texts, briefing) if briefing.is_choosing else question_screen(texts, briefing)


def options_screen(texts: Texts, briefing: Briefing) -> Shown:
    """What can be ordered with the gig, and what it comes to with what is ticked."""
    marked = [(preset, preset in briefing.ticked) for preset in briefing.terms.presets]
    lines = [
        option_line(texts, "ordering-ticked" if ticked else "ordering-unticked", preset) for preset, ticked in marked
    ]
    text = as_list(
        Bold(texts.plain("ordering-options")), texts("ordering-options-how"), "", *lines, "", _total(texts, briefing)
    )
    ticks = [
        [button(_tick_label(texts, preset, ticked=ticked), TickPress(form=briefing.form, at=at, wanted=not ticked))]
        for at, (preset, ticked) in enumerate(marked)
    ]
    go_on = FormPress(step=FormStep.DONE, form=briefing.form)
    return text, [
        *ticks,
        [button(texts.plain("ordering-button-go-on"), go_on, Style.GO)],
        form_buttons(texts, briefing.form, FormStep.CANCEL),
    ]


def chosen_text(texts: Texts, briefing: Briefing) -> Text:
    """What stays of the options once they are chosen."""
    lines = [option_line(texts, "ordering-ticked", preset) for preset in briefing.ticked]
    return as_list(*(lines or [texts("ordering-no-options")]), _total(texts, briefing))


def question_screen(texts: Texts, briefing: Briefing, *, is_album: bool = False) -> Shown:
    """The question; with what is answered to it so far, if anything. `is_album`: more files of it are on their way."""
    if briefing.content.is_empty:
        return _question(texts, briefing, texts("ordering-ask")), [_ways_out(texts, briefing)]
    text = _question(texts, briefing, *_accepted(texts, briefing.content, is_album=is_album))
    return text, [
        form_buttons(texts, briefing.form, FormStep.DONE),
        [
            *form_buttons(texts, briefing.form, FormStep.MORE),
            button(texts.plain("ordering-button-anew"), AnewPress(form=briefing.form)),
        ],
        _ways_out(texts, briefing),
    ]


def answered_text(texts: Texts, briefing: Briefing) -> Text:
    """What stays of a question once the next one is asked."""
    return _question(texts, briefing, *_shown_back(texts, briefing.content))


def more_screen(texts: Texts, briefing: Briefing) -> Shown:
    """More is welcome; what was answered is kept."""
    rows: Rows = [form_buttons(texts, briefing.form, FormStep.DONE), _ways_out(texts, briefing)]
    return _question(texts, briefing, texts("ordering-more")), rows


def _how(terms: Terms) -> str:
    if terms.presets:
        return "ordering-how-options" if terms.questions else "ordering-how-options-only"
    return "ordering-how" if terms.questions else "ordering-how-at-once"


def _tick_label(texts: Texts, preset: PresetOption, *, ticked: bool) -> str:
    mark = "☑" if ticked else "☐"
    days = "" if preset.extra_days == 0 else f" · {texts.plain('option-days', days=preset.extra_days)}"
    return f"{mark} {preset.title} · +{price(texts, preset.price)}{days}"


def _total(texts: Texts, briefing: Briefing) -> Text:
    total = briefing.total
    days = texts.plain("gig-days", days=total.term_days)
    return texts("ordering-total", price=Bold(price(texts, total.price)), days=Bold(days))


def _question(texts: Texts, briefing: Briefing, *below: Text) -> Text:
    heading = texts.plain("ordering-question", number=briefing.at + 1, of=len(briefing.contents))
    return as_list(heading, Bold(briefing.question), "", *below)


def _accepted(texts: Texts, content: Content, *, is_album: bool) -> Iterator[Text]:
    if is_album:
        yield texts("ordering-got-album")
    else:
        yield texts("ordering-got")
        yield from _shown_back(texts, content)
    yield texts("ordering-done-or-more")


def _shown_back(texts: Texts, content: Content) -> Iterator[Text]:
    if content.text:
        yield BlockQuote(shortened(content.text, _ANSWER_SHOWN))
    if content.files:
        yield Text("📎 ", texts.plain("files-count", n=len(content.files)))


def _ways_out(texts: Texts, briefing: Briefing) -> list[InlineKeyboardButton]:
    steps = (FormStep.BACK, FormStep.CANCEL) if briefing.at or briefing.terms.presets else (FormStep.CANCEL,)
    return form_buttons(texts, briefing.form, *steps)
