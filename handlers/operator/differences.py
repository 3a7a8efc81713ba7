"""What an operator is told when Telegram's list of Star transactions and our books don't agree."""

from collections.abc import Iterator, Mapping, Sequence

from aiogram.methods import SendMessage
from aiogram.utils.formatting import Bold, Code, Text, as_list

from desk.people import Person
from desk.reconciliation import Difference, DifferenceKind
from handlers.says import message
from handlers.texts import Texts
from handlers.wording import price, shortened
from orders.money import Money

#: More would not fit into one message; the log has them all.
_SHOWN = 10
#: UTF-16 units of a payer's name, and of a payment's id.
_NAME_MAX, _ID_MAX = 40, 128


def differences_message(
    operator: Person, texts: Texts, differences: Sequence[Difference], payers: Mapping[int, Person | None]
) -> SendMessage:
    """All in one message, each with what it means for the order."""
    shown = [as_list(*_lines(texts, each, payers.get(each.person_id))) for each in differences[:_SHOWN]]
    more = len(differences) - len(shown)
    if more:
        shown.append(texts("differences-more", n=more))
    return message(operator, as_list(Bold(texts.plain("differences-heading")), *shown, sep="\n\n"))


def _lines(texts: Texts, difference: Difference, payer: Person | None) -> Iterator[Text]:
    amount = price(texts, Money(difference.amount, "XTR"))
    name = str(difference.person_id) if payer is None else shortened(payer.name, _NAME_MAX)
    if difference.order_number is None:
        yield texts("difference-of-none", amount=amount, name=Bold(name))
    else:
        number = str(difference.order_number)
        yield texts("difference-of-order", amount=amount, name=Bold(name), number=number)
    yield texts(f"difference-{_kind(difference)}")
    yield Text(Code(shortened(difference.charge_id, _ID_MAX)))


def _kind(difference: Difference) -> str:
    kind = difference.kind.replace("_", "-")
    match difference.kind:
        case DifferenceKind.MISSED:
            return f"{kind}-stray" if difference.order_number is None else f"{kind}-held"
        case DifferenceKind.TAKEN_BACK:
            return f"{kind}-over" if difference.is_over or difference.order_number is None else f"{kind}-open"
        case _:
            return kind
