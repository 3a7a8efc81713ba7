"""The questions of «Добавить заказ», its preview, and the link for the buyer."""

from collections.abc import Iterator
from urllib.parse import urlencode

from aiogram.types import CopyTextButton, InlineKeyboardButton
from aiogram.utils.formatting import Bold, ExpandableBlockQuote, Text, as_list

from handlers.buttons import FormPress, FormStep, Move, Style, button, order_button
from handlers.card import Reader, clock_lines, status_label
from handlers.elsewhere.buttons import InviteAct, InvitePress, JoinPress, LeftPress, StagePress
from handlers.elsewhere.draft import Adding, Draft
from handlers.form import form_buttons
from handlers.menu.rooms import menu_button
from handlers.says import Rows
from handlers.setup import Setup
from handlers.texts import Texts
from handlers.wording import countdown, duration, moment, price, shortened
from orders.elsewhere import COUNTERPART, currency_of
from orders.gig import TERM_DAYS, TITLE
from orders.money import Money, digits
from orders.order import Order
from orders.policy import HOUR

Shown = tuple[Text, Rows]

#: Hours that are offered: until the work is to be started, and until it is due.
_TO_START = (24, 12, 6)
_TO_DELIVER = (24, 3 * 24, 7 * 24)
#: UTF-16 units of the notes that the preview shows.
_NOTES_SHOWN = 1_000


def step_screen(reader: Reader, draft: Draft) -> Shown:  # noqa: PLR0911 - one return a step
    """What is asked now, or the whole."""
    texts, form = reader.texts, draft.form
    leave = form_buttons(texts, form, FormStep.BACK, FormStep.CANCEL)
    skip = form_buttons(texts, form, FormStep.SKIP)
    match draft.step:
        case Adding.title.state:
            text = texts("elsewhere-ask-title", least=TITLE[0], most=TITLE[1])
            return text, [form_buttons(texts, form, FormStep.CANCEL)]
        case Adding.counterpart.state:
            return texts("elsewhere-ask-counterpart", most=COUNTERPART[1]), [skip, leave]
        case Adding.price.state:
            currency = currency_of(reader.policy.currency)
            example = Money(3_000 * 10 ** digits(currency), currency)
            return texts("elsewhere-ask-price", example=price(texts, example)), [leave]
        case Adding.stage.state:
            return texts("elsewhere-ask-stage"), [*_stages(texts, form), leave]
        case Adding.term.state:
            return texts("elsewhere-ask-term", least=TERM_DAYS[0], most=TERM_DAYS[1]), [leave]
        case Adding.until.state:
            key = "elsewhere-ask-due" if draft.is_started else "elsewhere-ask-start"
            hours = _TO_DELIVER if draft.is_started else _TO_START
            return texts(key), [[_left(texts, form, each) for each in hours], leave]
        case Adding.notes.state if draft.notes.is_empty:
            return texts("elsewhere-ask-notes"), [skip, leave]
        case Adding.notes.state:
            done = form_buttons(texts, form, FormStep.DONE)
            return texts("handover-got", next=texts.plain("button-done")), [done, leave]
        case _:
            send = FormPress(step=FormStep.SEND, form=form)
            rows = [[button(texts.plain("button-add-order-now"), send, Style.GO)], leave]
            return as_list(*_preview(reader, draft)), rows


def _stages(texts: Texts, form: int) -> Rows:
    return [
        [button(texts.plain(f"button-stage-{name}"), StagePress(form=form, is_started=is_started))]
        for name, is_started in (("not-started", False), ("started", True))
    ]


def _left(texts: Texts, form: int, hours: int) -> InlineKeyboardButton:
    days = hours // 24
    label = duration(texts, hours * HOUR) if days <= 1 else texts.plain("duration-days", n=days)
    return button(label, LeftPress(form=form, hours=hours))


def _preview(reader: Reader, draft: Draft) -> Iterator[Text]:
    texts, now = reader.texts, reader.now
    yield texts("elsewhere-preview")
    yield Text()
    yield Bold(draft.title)
    if draft.counterpart:
        yield texts("card-other-buyer", name=Bold(draft.counterpart))
    if draft.price is not None:
        yield texts("card-price", price=price(texts, draft.price))
    if not draft.is_started and draft.term_days is not None:
        yield texts("card-term", days=draft.term_days)
    key = "clock-alone-not-started"
    if draft.is_started:
        key = "clock-overdue" if draft.until <= now else "clock-in-progress"
    yield texts(key, moment=moment(texts, draft.until, reader.zone), countdown=countdown(texts, draft.until, now))
    if not draft.notes.is_empty:
        shown = shortened(draft.notes.text, _NOTES_SHOWN)
        files = [texts.plain("files-count", n=len(draft.notes.files))] if draft.notes.files else []
        yield ExpandableBlockQuote("\n".join([*([shown] if shown else []), *files]))
    yield Text()
    if draft.is_started and draft.until <= now:
        yield texts("elsewhere-preview-late")
    yield texts("elsewhere-preview-means")


def due_choice(texts: Texts, order: Order, presses: Rows, form: int) -> Shown:
    """By how much the due time has moved, or to when."""
    return texts("elsewhere-ask-new-due", number=str(order.number)), [
        *presses,
        form_buttons(texts, form, FormStep.CANCEL),
    ]


def link_screen(texts: Texts, order: Order, code: str, setup: Setup) -> Shown:
    """The link for the buyer, to be copied or passed on."""
    link = setup.link(f"j_{code}")
    share = f"https://t.me/share/url?{urlencode({'url': link, 'text': order.terms.title})}"
    text = as_list(texts("invite-link", number=str(order.number), title=Bold(order.terms.title)), "", link)
    return text, [
        [InlineKeyboardButton(text=texts.plain("gig-button-copy"), copy_text=CopyTextButton(text=link))],
        [InlineKeyboardButton(text=texts.plain("gig-button-share"), url=share)],
        [_act(texts, order, InviteAct.RENEW), _act(texts, order, InviteAct.WITHDRAW)],
        [order_button(texts.plain("button-open-order", number=str(order.number)), order, Move.OPEN)],
    ]


def withdrawn_screen(texts: Texts, order: Order) -> Shown:
    """No link any more."""
    number = str(order.number)
    return texts("invite-withdrawn", number=number), [
        [order_button(texts.plain("button-invite"), order, Move.INVITE)],
        [order_button(texts.plain("button-open-order", number=number), order, Move.OPEN)],
    ]


def invited_screen(reader: Reader, order: Order, code: str, seller: str) -> Shown:
    """What the buyer sees before joining: what it is, not yet what the seller has noted."""
    texts = reader.texts
    text = as_list(
        texts("join-invited", name=Bold(seller)),
        "",
        Bold(order.terms.title),
        texts("card-price", price=price(texts, order.terms.price)),
        texts("card-status", status=Bold(status_label(texts, order, reader.now))),
        *clock_lines(reader, order),
        "",
        texts("join-means"),
    )
    return text, [
        [button(texts.plain("button-join"), JoinPress(code=code), Style.GO)],
        [menu_button(texts)],
    ]


def _act(texts: Texts, order: Order, act: InviteAct) -> InlineKeyboardButton:
    return button(texts.plain(f"button-invite-{act}"), InvitePress(number=order.number, act=act))


#: Days that are offered for a due time agreed elsewhere.
DUE_DAYS = (1, 2, 3, 7)
