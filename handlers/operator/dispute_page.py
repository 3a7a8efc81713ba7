"""One dispute as an operator sees it: whose it is, what is wrong, what was said last, and what can be decided."""

from collections.abc import Iterator

from aiogram.types import InlineKeyboardButton, User
from aiogram.utils.formatting import BlockQuote, Bold, Text, TextMention, as_list

from desk.people import Person
from desk.ports import RecordedFact, Unit
from handlers.buttons import AskSidesPress, Move, RulingPress, Style, button, order_button
from handlers.card import Reader
from handlers.history.export_buttons import export_buttons
from handlers.history.timeline import entry_lines
from handlers.history.wording import quoted
from handlers.money import percent
from handlers.notices import content_of_fact
from handlers.texts import Texts
from handlers.wording import duration, moment, price, shortened
from orders import facts as f
from orders.arbitrating import rulings
from orders.dispute import Dispute, Ruling
from orders.order import Frozen, Order
from orders.status import Side

#: UTF-16 units of the statement; the whole of it stands in the history.
_STATEMENT_SHOWN = 1_200
#: How many of the things said last.
_LAST_SAID = 4

_STYLES = {Ruling.RELEASE: Style.GO, Ruling.REFUND: Style.STOP}

Buttons = list[list[InlineKeyboardButton]]


async def dispute_page(reader: Reader, order: Order, dispute: Dispute, unit: Unit, lead: str) -> tuple[Text, Buttons]:
    """The page with its buttons. `lead`: the key of its first words."""
    sides = {side: await unit.people.get(order.person_on(side)) for side in Side}
    facts = await unit.orders.history(order.number)
    lines = (*_heading(reader, order, dispute, lead), *_about(reader, order, sides), *_said(reader, dispute, facts))
    return as_list(*lines), dispute_buttons(reader.texts, order)


def dispute_buttons(texts: Texts, order: Order) -> Buttons:
    """Everything to read, what can be decided, and a question to the sides."""
    read = [
        order_button(texts.plain("button-brief"), order, Move.BRIEF),
        order_button(texts.plain("button-history"), order, Move.HISTORY),
    ]
    decide = [[_ruling(texts, order, ruling)] for ruling in rulings(order)]
    ask = button(texts.plain("button-ask-sides"), AskSidesPress(number=order.number, turn=order.turn))
    return [read, export_buttons(texts, order), *decide, [ask]]


def ruling_label(texts: Texts, order: Order, ruling: Ruling) -> str:
    """A decision as its button names it."""
    return texts.plain(f"button-ruling-{ruling}", method=order.method, status=order.status)


def _ruling(texts: Texts, order: Order, ruling: Ruling) -> InlineKeyboardButton:
    press = RulingPress(number=order.number, ruling=ruling, turn=order.turn)
    return button(ruling_label(texts, order, ruling), press, _STYLES.get(ruling))


def _heading(reader: Reader, order: Order, dispute: Dispute, lead: str) -> Iterator[Text]:
    waits = duration(reader.texts, reader.now - dispute.opened_at)
    yield Bold(reader.texts.plain(lead, number=str(order.number), duration=waits))
    yield Text(order.terms.title)


def _about(reader: Reader, order: Order, sides: dict[Side, Person | None]) -> Iterator[Text]:
    texts = reader.texts
    for side, person in sides.items():
        yield texts(f"card-other-{side}", name=mention(texts, person))
    yield texts("dispute-price", price=price(texts, order.terms.price), method=order.method)
    if order.commission:
        yield texts("dispute-commission", percent=percent(texts, order.commission))
    left = order.clock.left if isinstance(order.clock, Frozen) else 0
    status = texts.plain(f"status-{order.status.replace('_', '-')}")
    key = "dispute-clock-left" if left > 0 else "dispute-clock-out"
    yield texts(key, status=status, duration=duration(texts, abs(left)))


def _said(reader: Reader, dispute: Dispute, facts: tuple[RecordedFact, ...]) -> Iterator[Text]:
    """The call, and what was said before and after it, the oldest first."""
    texts = reader.texts
    called = texts(f"dispute-called-{dispute.by}", moment=moment(texts, dispute.opened_at, reader.zone))
    yield Text("\n", called)
    yield BlockQuote(shortened(dispute.statement, _STATEMENT_SHOWN))
    last = [recorded for recorded in facts if _is_word(texts, recorded, dispute)][-_LAST_SAID:]
    if last:
        yield Text("\n", Bold(texts.plain("dispute-last-said")))
    for recorded in last:
        yield as_list(moment(texts, recorded.at, reader.zone), *entry_lines(reader, recorded.fact))


def _is_word(texts: Texts, recorded: RecordedFact, dispute: Dispute) -> bool:
    if isinstance(recorded.fact, f.ArbiterCalled) and recorded.at >= dispute.opened_at:
        return False  # it stands above
    return bool(quoted(texts, recorded.fact)) or content_of_fact(recorded.fact) is not None


def mention(texts: Texts, person: Person | None) -> Text:
    """A name that opens a chat with its owner."""
    if person is None:
        return Text(texts.plain("somebody"))
    return TextMention(person.name, user=User(id=person.id, is_bot=False, first_name=person.first_name))
