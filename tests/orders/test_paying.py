"""Paying by invoice: this order, this payer, this amount in this currency, in this state, or not at all (SPEC 7)."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from orders.commands import NoteRefund, TakeOptionPayment, TakePayment
from orders.facts import MoneyReturned, OptionPaid, OrderPaid, OrderPlaced
from orders.money import Money
from orders.order import Ending, Order, Running
from orders.payment import Bill, Charge, PaymentMethod
from orders.placing import place
from orders.policy import Policy
from orders.refusals import (
    CancellationPending,
    ClockRanOut,
    NoSuchOption,
    NoSuchOrder,
    OtherCurrency,
    PaidDirectly,
    Refusal,
    WrongAmount,
    WrongSide,
    WrongStatus,
)
from orders.status import Status
from tests.orders.builders import (
    BUYER,
    DAY,
    NOW,
    POLICY,
    SELLER,
    STRANGER,
    assert_refused,
    awaiting_payment,
    brief,
    ended,
    gig,
    in_progress,
    in_review,
    move,
    not_started,
    offered,
    option,
    seller_asked,
)

PRICE = Money(150_000, "RUB")
OPTION_PRICE = Money(50_000, "RUB")
STARS = Policy(payment_method=PaymentMethod.STARS, currency="XTR", commission=1_000)
PROVIDER = Policy(payment_method=PaymentMethod.PROVIDER, currency="RUB", commission=1_000)


def protected(order: Order) -> Order:
    """The bot holds the money of it."""
    return replace(order, method=PaymentMethod.PROVIDER)


def paying(money: Money = PRICE, by: int = BUYER) -> TakePayment:
    """Money for the order."""
    return TakePayment(by, Charge("c1", money))


def paying_option(money: Money = OPTION_PRICE, by: int = BUYER, number: int = 1) -> TakeOptionPayment:
    """Money for an option."""
    return TakeOptionPayment(by, number, Charge("c2", money))


def test_an_order_keeps_how_it_is_paid_and_what_the_operator_keeps() -> None:
    """As the settings were when it was placed; where the bot holds nothing, the operator keeps nothing."""
    change = place(1, gig(), BUYER, brief("Green"), NOW, PROVIDER)
    assert (change.order.method, change.order.commission) == (PaymentMethod.PROVIDER, 1_000)
    assert change.facts == (OrderPlaced(NOW + DAY, PaymentMethod.PROVIDER),)
    order = place(1, gig(), BUYER, brief("Green"), NOW, replace(POLICY, commission=1_000)).order
    assert (order.method, order.commission) == (PaymentMethod.DIRECT, 0)


def test_a_gig_in_another_currency_cannot_be_paid_by_invoice() -> None:
    """Between themselves the sides may settle in any."""
    with pytest.raises(OtherCurrency):
        place(1, gig(), BUYER, brief("Green"), NOW, STARS)
    placed = place(1, gig(), BUYER, brief("Green"), NOW, replace(POLICY, currency="USD")).order
    assert placed.terms.price == PRICE


def test_the_money_starts_the_clock() -> None:
    """As the press does where the sides settle themselves; the fact keeps the charge."""
    change = move(protected(awaiting_payment()), paying())
    assert (change.order.status, change.order.paid_at) == (Status.NOT_STARTED, NOW)
    assert change.order.clock == Running(NOW + DAY)
    assert change.facts == (OrderPaid(NOW + DAY, Charge("c1", PRICE)),)


@pytest.mark.parametrize(
    "money",
    [
        Money(149_999, "RUB"), Money(150_001, "RUB"), Money(1_500, "RUB"), Money(0, "RUB"), Money(-150_000, "RUB"),
        Money(150_000, "XTR"), Money(150_000, "rub"), Money(150_000, ""),
    ],
)  # fmt: skip
def test_only_the_price_is_taken(money: Money) -> None:
    """To the unit, in its currency, for the order as for an option."""
    assert_refused(protected(awaiting_payment()), paying(money), WrongAmount)
    for_option = replace(money, amount=money.amount - 100_000)
    assert_refused(protected(offered()), paying_option(for_option), WrongAmount)


@pytest.mark.parametrize(("payer", "reason"), [(SELLER, WrongSide), (STRANGER, NoSuchOrder)])
def test_only_the_buyer_pays(payer: int, reason: type[Refusal]) -> None:
    """Whoever has got hold of the invoice."""
    assert_refused(protected(awaiting_payment()), paying(by=payer), reason)
    assert_refused(protected(offered()), paying_option(by=payer), reason)


def test_the_last_second_is_in_time() -> None:
    """At the end of the window the order lapses."""
    order = protected(awaiting_payment(left=10))
    assert move(order, paying(), NOW + 9).order.status is Status.NOT_STARTED
    assert_refused(order, paying(), ClockRanOut, NOW + 10)


@pytest.mark.parametrize("order", [not_started(), in_progress(), in_review(), ended(), ended(Ending.LAPSED)])
def test_nothing_is_paid_twice_or_after_the_end(order: Order) -> None:
    """The second of two invoices."""
    assert_refused(protected(order), paying(), WrongStatus(order.status))


@pytest.mark.parametrize("order", [awaiting_payment(), offered()])
def test_for_what_is_settled_directly_the_bot_takes_no_money(order: Order) -> None:
    """Whatever the settings are by now."""
    command = paying() if order.status is Status.AWAITING_PAYMENT else paying_option()
    assert_refused(order, command, PaidDirectly)


def test_a_paid_option_is_bought_once() -> None:
    """The fact keeps the charge."""
    change = move(protected(offered()), paying_option())
    assert change.facts == (OptionPaid(option(), NOW + 4 * DAY, Charge("c2", OPTION_PRICE)),)
    assert change.order.terms.price == Money(200_000, "RUB")
    assert_refused(change.order, paying_option(), NoSuchOption)
    assert_refused(protected(offered()), paying_option(number=2), NoSuchOption)


def test_an_option_in_a_foreign_currency_is_never_paid() -> None:
    """Its money could not be shared out with the order's."""
    foreign = Money(50_000, "USD")
    order = replace(protected(in_progress()), options=(replace(option(), price=foreign),), options_offered=1)
    assert_refused(order, paying_option(foreign), WrongAmount)


def test_no_option_is_paid_while_the_end_is_being_agreed() -> None:
    """First the request is answered."""
    assert_refused(protected(seller_asked(offered())), paying_option(), CancellationPending)


def test_money_that_is_back_is_a_fact_and_nothing_else() -> None:
    """The order stays as it was."""
    order = protected(ended(Ending.EXCUSED))
    change = move(order, NoteRefund(PRICE))
    assert (change.order, change.facts) == (order, (MoneyReturned(PRICE),))


NUMBERS = st.integers(1, 10**18 - 1)


@given(NUMBERS, st.none() | NUMBERS)
def test_a_bill_reads_back_what_it_wrote(order: int, option_number: int | None) -> None:
    """Within Telegram's 128 bytes."""
    bill = Bill(order, option_number)
    assert Bill.of(bill.payload) == bill
    assert len(bill.payload.encode()) <= 128


@given(st.one_of(st.text(), st.from_regex(r"\s*order:[-+\d_ ]{0,20}(:option:\d{0,20})?\s*")))
@example("order:01")
@example("order:1:option:0")
@example("order:1\n")
@example("order:٣")
@example("order:1:option:")
@example("ORDER:1")
@example(f"order:{10**18}")
@example("")
def test_a_payload_that_nobody_wrote_is_no_bill(payload: str) -> None:
    """There is one spelling, so that no other one could be taken for it."""
    bill = Bill.of(payload)
    assert bill is None or bill.payload == payload
