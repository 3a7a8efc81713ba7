"""What the seller still needs to know: asked for item by item, answered, or no longer waited for (SPEC 5).

An answer moves nothing but the brief, so that it is welcome also while a cancellation is being agreed: a missing answer
may be what that is about.
"""

import re
from dataclasses import replace

from orders import commands as c
from orders import facts as f
from orders.change import Change, expect
from orders.content import Answer, utf16_length, visible
from orders.order import Item, Order
from orders.refusals import ItemLength, ListTooLong, NoSuchItem, TextExpected, TooManyItems, WrongSide, WrongStatus
from orders.status import Side, Status
from orders.written import check_message

OPEN_ITEMS_MAX = 20
ITEM_LENGTH_MAX = 300
#: UTF-16 units of all open items together: the whole of the list fits into every message that shows it.
OPEN_LENGTH_MAX = 3_000
_WORKABLE = (Status.NOT_STARTED, Status.IN_PROGRESS)
#: What people begin the lines of a list with: «1.», «2)», «1️⃣», «-», «•»; but neither «1.5» nor «-5» is meant so.
_MARKER = re.compile(r"\(?[0-9]{1,2}[.)](?![0-9])|[0-9]{1,2}\ufe0f?\u20e3|[-–—•·▪●◦‣](?![0-9])|\*(?=\s|$)")


def parse_items(text: str) -> tuple[str, ...]:
    """One item a line, without its bullet or number; empty lines do not count. Raises: TextExpected."""
    items = tuple(item for item in map(_item, text.splitlines()) if item)
    if not items:
        raise TextExpected
    return items


def request(order: Order, command: c.RequestInformation, side: Side, now: int) -> Change:
    """«Запросить информацию»: status and clock stay as they are; what was asked for before stays open beside it."""
    expect(order, side, now, Side.SELLER, *_WORKABLE)
    _check(order, command.items)
    first = order.information_asked + 1
    items = tuple(Item(number=number, text=text) for number, text in enumerate(command.items, first))
    asked = replace(
        order,
        information=(*order.information, *items),
        information_asked=order.information_asked + len(items),
    )
    return Change(asked, (f.InformationRequested(items),))


def answer(order: Order, command: c.AnswerInformation, side: Side) -> Change:
    """The answer joins the brief, under what was asked."""
    items, left = _open_items(order, command.items, side, Side.BUYER)
    content = check_message(command.content)
    brief = (*order.brief, Answer(_question(items), content))
    fact = f.InformationAnswered(items, content, len(left), command.said)
    return Change(replace(order, information=left, brief=brief), (fact,))


def close(order: Order, command: c.CloseInformation, side: Side) -> Change:
    """It was settled in another way, or is no longer needed."""
    items, left = _open_items(order, command.items, side, Side.SELLER)
    return Change(replace(order, information=left), (f.InformationClosed(items, len(left)),))


def _item(line: str) -> str:
    item = " ".join(visible(line).split())
    marker = _MARKER.match(item)
    return visible(item[marker.end() :]) if marker is not None else item


def _check(order: Order, items: tuple[str, ...]) -> None:
    if not items or not all(map(visible, items)):
        raise TextExpected
    total = len(order.information) + len(items)
    if total > OPEN_ITEMS_MAX:
        raise TooManyItems(1, OPEN_ITEMS_MAX, total)
    longest = max(map(len, items))
    if longest > ITEM_LENGTH_MAX:
        raise ItemLength(1, ITEM_LENGTH_MAX, longest)
    length = sum(map(utf16_length, (*(item.text for item in order.information), *items)))
    if length > OPEN_LENGTH_MAX:
        raise ListTooLong(1, OPEN_LENGTH_MAX, length)


def _open_items(
    order: Order, numbers: tuple[int, ...], side: Side, mover: Side
) -> tuple[tuple[Item, ...], tuple[Item, ...]]:
    """Of these numbers those that are open, and the other open ones."""
    if side is not mover:
        raise WrongSide
    if order.status not in _WORKABLE:
        raise WrongStatus(order.status)
    items = tuple(item for item in order.information if item.number in numbers)
    if not items:
        raise NoSuchItem
    return items, tuple(item for item in order.information if item not in items)


def _question(items: tuple[Item, ...]) -> str:
    return items[0].text if len(items) == 1 else "\n".join(f"• {item.text}" for item in items)
