"""A payout as its operators and its seller read of it, rendered when it is sent."""

from collections.abc import Iterator
from dataclasses import dataclass

from aiogram.methods import SendMessage
from aiogram.types import CopyTextButton, InlineKeyboardButton, User
from aiogram.utils.formatting import BlockQuote, Bold, Code, Text, TextMention, as_list

from desk.money import Payout, PayoutState, Purse
from desk.people import Person
from desk.ports import Unit
from handlers.buttons import PayoutAct, PayoutPress, Screen, Style, button
from handlers.card import Reader
from handlers.menu.rooms import room_button
from handlers.own_texts import operator
from handlers.says import message
from handlers.setup import Setup
from handlers.texts import Texts
from handlers.wording import moment, price, shortened
from orders.timers import is_quiet

Shown = tuple[Text, list[list[InlineKeyboardButton]]]

#: Telegram's bound of what a button copies.
_COPIED_MAX = 256
#: UTF-16 units of a name in the answer to a press.
_NAME_SHOWN = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A payout with what an operator wants to know of it."""

    payout: Payout
    seller: Person | None
    #: All that the seller has earned in its currency, and where that is.
    purse: Purse | None
    #: The operator who has settled it.
    settler: Person | None


async def request_of(unit: Unit, payout: Payout) -> Request:
    """As it stands now."""
    purses = await unit.balances.purses(payout.person_id)
    return Request(
        payout=payout,
        seller=await unit.people.get(payout.person_id),
        purse=next((purse for purse in purses if purse.currency == payout.money.currency), None),
        settler=None if payout.settled_by is None else await unit.people.get(payout.settled_by),
    )


def request_screen(reader: Reader, request: Request) -> Shown:
    """At an operator: who, how much, where to; and the buttons while it waits."""
    text = as_list(*_lines(reader, request))
    return text, _buttons(reader.texts, request.payout) if request.payout.state is PayoutState.REQUESTED else []


def settled_answer(texts: Texts, request: Request) -> str:
    """To the press of an operator who has come too late: what has become of it, and by whom."""
    name = shortened(_name(texts, request.settler), _NAME_SHOWN)
    return texts.plain("payout-settled-already", state=request.payout.state, name=name)


def news_message(reader: Reader, request: Request, setup: Setup) -> SendMessage:
    """To the seller: paid or declined; to an operator: taken back."""
    texts, payout = reader.texts, request.payout
    lines = as_list(*_news_lines(texts, request, setup))
    rows = [[room_button(texts, Screen.BALANCE)]] if payout.person_id == reader.person.id else []
    return message(reader.person, lines, rows, silent=is_quiet(reader.now, reader.person.preferences(reader.zone)))


def _news_lines(texts: Texts, request: Request, setup: Setup) -> Iterator[Text]:
    payout, amount = request.payout, Bold(price(texts, request.payout.money))
    match payout.state:
        case PayoutState.PAID:
            yield texts("payout-news-paid", id=str(payout.id), amount=amount)
            yield BlockQuote(payout.target)
            yield texts("payout-news-not-come", operator=operator(texts, setup))
        case PayoutState.DECLINED:
            yield texts("payout-news-declined", id=str(payout.id), amount=amount)
            yield BlockQuote(payout.reason or "")
        case PayoutState.WITHDRAWN:
            name = Bold(_name(texts, request.seller))
            yield texts("payout-news-withdrawn", id=str(payout.id), name=name, amount=amount)
        case PayoutState.REQUESTED:
            raise AssertionError("told by the request itself")


def _lines(reader: Reader, request: Request) -> Iterator[Text]:
    texts, payout = reader.texts, request.payout
    yield Bold(texts.plain("payout-title", id=str(payout.id), state=payout.state))
    yield texts("payout-person", name=_mention(texts, request), id=Code(str(payout.person_id)))
    yield texts("payout-amount", amount=Bold(price(texts, payout.money)))
    yield texts("payout-target")
    yield Code(payout.target)
    yield texts("payout-asked", moment=moment(texts, payout.requested_at, reader.zone))
    yield from _standing(texts, request.purse)
    yield Text("\n", as_list(*_end(reader, request)))


def _standing(texts: Texts, purse: Purse | None) -> Iterator[Text]:
    if purse is None:
        return
    earned, paid_out, leaving, available = (
        price(texts, purse.money(amount)) for amount in (purse.earned, purse.paid_out, purse.leaving, purse.available)
    )
    yield texts(
        "payout-standing",
        earned=earned,
        orders=purse.orders,
        paid=paid_out,
        leaving=leaving,
        available=available,
    )


def _end(reader: Reader, request: Request) -> Iterator[Text]:
    """What is to be done, or what was."""
    texts, payout = reader.texts, request.payout
    if payout.settled_at is None:
        yield Text(texts.plain("payout-how", currency=payout.money.currency))
        return
    when = moment(texts, payout.settled_at, reader.zone)
    yield texts(f"payout-was-{payout.state}", name=_name(texts, request.settler), moment=when)
    if payout.reason is not None:
        yield BlockQuote(payout.reason)


def _buttons(texts: Texts, payout: Payout) -> list[list[InlineKeyboardButton]]:
    copied = InlineKeyboardButton(
        text=texts.plain("button-copy-target"), copy_text=CopyTextButton(text=payout.target[:_COPIED_MAX])
    )
    return [
        [copied] if len(payout.target) <= _COPIED_MAX else [],
        [
            button(texts.plain("button-paid-out"), PayoutPress(id=payout.id, act=PayoutAct.PAID), Style.GO),
            button(texts.plain("button-decline-payout"), PayoutPress(id=payout.id, act=PayoutAct.DECLINE), Style.STOP),
        ],
    ]


def _mention(texts: Texts, request: Request) -> Text:
    """A name that opens a chat with the seller, if Telegram allows it."""
    name = _name(texts, request.seller)
    mention = TextMention(name, user=User(id=request.payout.person_id, is_bot=False, first_name=name))
    username = None if request.seller is None else request.seller.username
    return mention if username is None else Text(mention, f", @{username}")


def _name(texts: Texts, person: Person | None) -> str:
    return texts.plain("somebody") if person is None else person.name
