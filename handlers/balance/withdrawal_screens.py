"""The screens of «Вывести»."""

from collections.abc import Iterator
from typing import assert_never

from aiogram.types import InlineKeyboardButton
from aiogram.utils.formatting import BlockQuote, Bold, Text, as_list

from desk.money import Payout
from handlers.balance.buttons import WithdrawAct, WithdrawPress
from handlers.balance.screens import Shown, take_back_button
from handlers.balance.withdrawal import Part, Withdrawal
from handlers.buttons import FormPress, FormStep, Screen, Style, button
from handlers.form import form_buttons
from handlers.menu.rooms import room_button
from handlers.texts import Texts
from handlers.wording import price
from orders.money import Money
from orders.payout import TARGET


def withdrawal_screen(texts: Texts, withdrawal: Withdrawal, available: tuple[Money, ...]) -> Shown:
    """What the form shows now: a question or the preview. `available`: a sum a currency."""
    match withdrawal.asked:
        case Part.CURRENCY:
            return _currencies(texts, withdrawal, available)
        case Part.AMOUNT:
            return _amount(texts, withdrawal, available)
        case Part.TARGET:
            return _target(texts, withdrawal)
        case None:
            return _preview(texts, withdrawal)
        case _:
            assert_never(withdrawal.asked)


def available_in(available: tuple[Money, ...], currency: str) -> Money:
    """What there is of a currency."""
    return next((money for money in available if money.currency == currency), Money(0, currency))


def sent_screen(texts: Texts, payout: Payout) -> Shown:
    """The request is with the operator."""
    text = texts("withdraw-sent", id=str(payout.id), amount=Bold(price(texts, payout.money)))
    return text, [[take_back_button(texts, payout)], [room_button(texts, Screen.BALANCE)]]


def _currencies(texts: Texts, withdrawal: Withdrawal, available: tuple[Money, ...]) -> Shown:
    rows = [
        [_button(withdrawal, price(texts, money), WithdrawAct.CURRENCY, currency=money.currency)] for money in available
    ]
    return texts("withdraw-choose-currency"), [*rows, _ways_out(texts, withdrawal)]


def _amount(texts: Texts, withdrawal: Withdrawal, available: tuple[Money, ...]) -> Shown:
    money = available_in(available, withdrawal.currency or "")
    label = texts.plain("button-withdraw-all", amount=price(texts, money))
    return texts("withdraw-ask-amount", available=Bold(price(texts, money))), [
        [_button(withdrawal, label, WithdrawAct.ALL)] if money.amount else [],
        _ways_out(texts, withdrawal, may_go_back=withdrawal.missing is None or len(available) > 1),
    ]


def _target(texts: Texts, withdrawal: Withdrawal) -> Shown:
    money = withdrawal.money
    asked = texts("withdraw-ask-target", amount=Bold(price(texts, money)), least=TARGET[0], most=TARGET[1])
    now = [Text(), texts("withdraw-now"), BlockQuote(withdrawal.target)] if withdrawal.target else []
    return as_list(asked, Text(texts.plain("withdraw-ask-how", currency=money.currency)), *now), [
        _ways_out(texts, withdrawal, may_go_back=True)
    ]


def _preview(texts: Texts, withdrawal: Withdrawal) -> Shown:
    lines = as_list(*_preview_lines(texts, withdrawal))
    return lines, [
        [button(texts.plain("button-withdraw-send"), FormPress(step=FormStep.SEND, form=withdrawal.form), Style.GO)],
        [
            _button(withdrawal, texts.plain("button-withdraw-amount"), WithdrawAct.AMOUNT),
            _button(withdrawal, texts.plain("button-withdraw-target"), WithdrawAct.TARGET),
        ],
        _ways_out(texts, withdrawal),
    ]


def _preview_lines(texts: Texts, withdrawal: Withdrawal) -> Iterator[Text]:
    yield texts("withdraw-preview")
    yield Text("\n", texts("payout-amount", amount=Bold(price(texts, withdrawal.money))))
    yield texts("payout-target")
    yield BlockQuote(withdrawal.target or "")
    yield Text("\n", texts.plain("withdraw-how", currency=withdrawal.money.currency))
    yield texts("withdraw-preview-end")


def _ways_out(texts: Texts, withdrawal: Withdrawal, *, may_go_back: bool = False) -> list[InlineKeyboardButton]:
    steps = (FormStep.BACK, FormStep.CANCEL) if may_go_back else (FormStep.CANCEL,)
    return form_buttons(texts, withdrawal.form, *steps)


def _button(
    withdrawal: Withdrawal, label: str, act: WithdrawAct, *, currency: str | None = None
) -> InlineKeyboardButton:
    return button(label, WithdrawPress(act=act, form=withdrawal.form, currency=currency))
