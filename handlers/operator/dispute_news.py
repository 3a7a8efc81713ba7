"""What an operator hears of a dispute: that there is one, that it still waits, what is said in it, how it ended."""

from aiogram.methods import SendMessage
from aiogram.types import InlineKeyboardButton
from aiogram.utils.formatting import BlockQuote, Bold, Text

from desk.ports import RecordedFact, Unit
from handlers.buttons import DisputePress, Move, button, order_button
from handlers.card import Reader
from handlers.history.timeline import entry_lines
from handlers.operator.dispute_page import dispute_page
from handlers.ruling import ruling_line
from handlers.says import message
from handlers.texts import Texts
from orders import facts as f
from orders.arbitrating import arbiters_of
from orders.order import Order
from orders.timers import is_quiet


async def dispute_message(
    reader: Reader, order: Order, turn: int, recorded: RecordedFact | None, unit: Unit
) -> SendMessage | None:
    """The news of a fact or, without one, a reminder; None where it is no longer true, or no matter of theirs."""
    if reader.person.id not in arbiters_of(order, reader.policy):
        return None
    silent = is_quiet(reader.now, reader.person.preferences(reader.zone))
    fact = None if recorded is None else recorded.fact
    match fact:
        case None | f.ArbiterCalled():
            if order.dispute is None or order.turn != turn:
                return None
            lead = "dispute-waits" if fact is None else "dispute-new"
            text, rows = await dispute_page(reader, order, order.dispute, unit, lead)
        case f.DisputeWithdrawn(by=by):
            text = Text(_title(reader, order), "\n", reader.texts(f"dispute-withdrawn-{by}"))
            rows = [[_history(reader.texts, order)]]
        case f.ArbiterDecided(reason=reason, arbiter=arbiter):
            person = await unit.people.get(arbiter)
            name = person.name if person is not None else reader.texts.plain("somebody")
            told = reader.texts("dispute-decided", name=name, ruling=ruling_line(reader, fact))
            text = Text(_title(reader, order), "\n", told, "\n", BlockQuote(reason))
            rows = [[_history(reader.texts, order)]]
        case f.Said() | f.ArbiterAsked():
            if order.dispute is None:
                return None
            lines = [part for line in entry_lines(reader, fact) for part in ("\n", line)]
            text = Text(_title(reader, order), *lines)
            rows = [[_history(reader.texts, order), _open(reader.texts, order)]]
        case _:
            raise AssertionError("no matter of an operator's")
    return message(reader.person, text, rows, silent=silent)


def _title(reader: Reader, order: Order) -> Text:
    return Bold(reader.texts.plain("dispute-title", number=str(order.number), title=order.terms.title))


def _history(texts: Texts, order: Order) -> InlineKeyboardButton:
    return order_button(texts.plain("button-history"), order, Move.HISTORY)


def _open(texts: Texts, order: Order) -> InlineKeyboardButton:
    return button(texts.plain("button-open-dispute", number=str(order.number)), DisputePress(number=order.number))
