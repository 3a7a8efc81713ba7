"""«Баланс» as a message: the sums, what they are made of, and the ways on."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from aiogram.types import InlineKeyboardButton
from aiogram.utils.formatting import Bold, Text, as_list

from desk.money import Held, Payout, Refund
from handlers.balance.buttons import BalancePress, StatementPress, WithdrawAct, WithdrawPress
from handlers.balance.page import ON_A_PAGE, Balance, Item, Section
from handlers.buttons import PayoutAct, PayoutPress, Screen, Style, button, open_order_button
from handlers.card import Reader
from handlers.menu.rooms import menu_button, room_button
from handlers.money import added, sums
from handlers.texts import Texts
from handlers.wording import moment, price, shortened
from orders.money import Money

Shown = tuple[Text, list[list[InlineKeyboardButton]]]

#: UTF-16 units of an order's title.
_TITLE_SHOWN = 40
_IN_A_ROW = 2


def balance_screen(reader: Reader, balance: Balance, page: int = 0) -> Shown:
    """One page: beyond the last, the last."""
    texts, items = reader.texts, balance.items
    last = max(0, (len(items) - 1) // ON_A_PAGE)
    page = min(max(page, 0), last)
    shown = items[page * ON_A_PAGE : (page + 1) * ON_A_PAGE]
    is_empty = not balance.is_sellers and not items
    nothing = [texts("balance-none", method=reader.policy.payment_method)] if is_empty else []
    lines = [*nothing, *_sum_lines(reader, balance), *_item_lines(reader, balance, shown)]
    return as_list(Bold(texts.plain("balance-title")), *lines), [
        *_item_buttons(texts, shown),
        _pages(texts, page, last),
        _ways_on(texts, balance),
        [*([room_button(texts, Screen.ORDERS, here=True)] if is_empty else ()), menu_button(texts, here=True)],
    ]


def _sum_lines(reader: Reader, balance: Balance) -> Iterator[Text]:
    """Of a seller."""
    if not balance.is_sellers:
        return
    texts, purses = reader.texts, balance.purses
    currencies = {purse.currency for purse in purses} | {held.money.currency for held in balance.selling}
    todays = reader.policy.currency
    nothing = Money(0, todays if todays in currencies else min(currencies))

    def said(key: str, moneys: Iterable[Money]) -> Text:
        shown = [money for money in added(moneys) if money.amount] or [nothing]
        return texts(key, amount=Bold(sums(texts, shown)))

    yield said("balance-available", (purse.money(purse.available) for purse in purses))
    yield said("balance-held", (held.money for held in balance.selling))
    if any(held.commission for held in balance.selling):
        yield said("balance-held-net", (held.sellers for held in balance.selling))
    if balance.leaving:
        yield said("balance-leaving", (purse.money(purse.leaving) for purse in purses))
    yield said("balance-paid-out", (purse.money(purse.paid_out) for purse in purses))


def _item_lines(reader: Reader, balance: Balance, shown: Iterable[Item]) -> Iterator[Text]:
    totals = {
        Section.BUYING: sums(reader.texts, added(held.money for held in balance.buying)),
        Section.RETURNING: sums(reader.texts, added(refund.money for refund in balance.returning)),
    }
    for section, items in groupby(shown, key=lambda item: item.section):
        yield Text("\n", Bold(reader.texts.plain(f"balance-section-{section}", amount=totals.get(section, ""))))
        for item in items:
            yield _line(reader, item)


def _line(reader: Reader, item: Item) -> Text:
    texts = reader.texts
    match item.what:
        case Held() as held:
            title = shortened(held.title, _TITLE_SHOWN)
            is_cut = item.section is Section.SELLING and bool(held.commission)
            return texts(
                "balance-line-net" if is_cut else "balance-line",
                number=str(held.order_number),
                title=title,
                amount=price(texts, held.money),
                **({"net": price(texts, held.sellers)} if is_cut else {}),
            )
        case Payout() as payout:
            asked = moment(texts, payout.requested_at, reader.zone)
            return texts("balance-payout", id=str(payout.id), amount=price(texts, payout.money), moment=asked)
        case Refund() as refund:
            what = (
                texts.plain("balance-stray")
                if refund.order_number is None
                else texts.plain("card-number", number=str(refund.order_number))
            )
            key = "balance-refund-by-hand" if refund.by_hand else "balance-refund"
            return texts(key, what=what, amount=price(texts, refund.money))


def _item_buttons(texts: Texts, shown: Iterable[Item]) -> Iterator[list[InlineKeyboardButton]]:
    """The order behind each item once, and what can be done with a payout that waits."""
    numbers = [
        item.what.order_number
        for item in shown
        if not isinstance(item.what, Payout) and item.what.order_number is not None
    ]
    orders = [
        open_order_button(texts.plain("button-open-order", number=str(number)), number)
        for number in dict.fromkeys(numbers)
    ]
    yield from (orders[start : start + _IN_A_ROW] for start in range(0, len(orders), _IN_A_ROW))
    for item in shown:
        if isinstance(item.what, Payout):
            yield [take_back_button(texts, item.what)]


def take_back_button(texts: Texts, payout: Payout) -> InlineKeyboardButton:
    """«Отозвать выплату №3»."""
    press = PayoutPress(id=payout.id, act=PayoutAct.TAKE_BACK)
    return button(texts.plain("button-take-payout-back", id=str(payout.id)), press)


def _pages(texts: Texts, page: int, last: int) -> list[InlineKeyboardButton]:
    return [
        *([button(texts.plain("page-before"), BalancePress(page=page - 1))] if page else ()),
        *([button(texts.plain("page-after"), BalancePress(page=page + 1))] if page < last else ()),
    ]


def _ways_on(texts: Texts, balance: Balance) -> list[InlineKeyboardButton]:
    withdraw = button(texts.plain("button-withdraw"), WithdrawPress(act=WithdrawAct.BEGIN), Style.MAIN)
    statement = button(texts.plain("button-statement"), StatementPress())
    return [*([withdraw] if balance.available else ()), *([statement] if balance.purses else ())]
