"""What the sides agree on the way: paid options, and more time (SPEC 5)."""

from collections.abc import Iterable
from dataclasses import replace

from orders import commands as c
from orders import facts as f
from orders.change import Change, expect, next_turn, running
from orders.gig import DAY, PresetOption, Terms, parse_title, read_days
from orders.money import Money
from orders.order import Option, Order, Running, WaitRequest
from orders.payment import Charge
from orders.policy import MINUTE
from orders.refusals import (
    ExtraDaysOutOfRange,
    NoSuchOption,
    NoWaitRequested,
    OptionAlreadyOffered,
    PaidByInvoice,
    PaidDirectly,
    TooManyOptions,
    WaitAlreadyRequested,
    WaitOutOfRange,
    WrongAmount,
)
from orders.status import Side, Status

EXTRA_DAYS = (0, 60)
OPEN_OPTIONS_MAX = 10
#: How far from now a seller may ask a buyer to wait.
WAIT_MOST = 90 * DAY
_WORKABLE = (Status.NOT_STARTED, Status.IN_PROGRESS)


def offer_option(order: Order, command: c.OfferOption, side: Side, now: int) -> Change:
    """«Предложить опции»: paid extra work; status and clock stay as they are until it is paid.

    An offer that reads the same as an open one is a button pressed twice.
    """
    option = _new_option(order, command, side, now)
    number = option.number
    if any(replace(other, number=number) == option for other in order.options):
        raise OptionAlreadyOffered
    if len(order.options) >= OPEN_OPTIONS_MAX:
        raise TooManyOptions(1, OPEN_OPTIONS_MAX, len(order.options) + 1)
    offered = replace(order, options=(*order.options, option), options_offered=number)
    return Change(offered, (f.OptionOffered(option),))


def note_option(order: Order, command: c.OfferOption, now: int) -> Change:
    """The seller alone, once the buyer has taken it elsewhere: it is part of the order at once."""
    option = _new_option(order, command, Side.SELLER, now)
    return _option_paid(replace(order, options_offered=option.number), option, None, now)


def _new_option(order: Order, command: c.OfferOption, side: Side, now: int) -> Option:
    expect(order, side, now, Side.SELLER, *_WORKABLE)
    if not EXTRA_DAYS[0] <= command.extra_days <= EXTRA_DAYS[1]:
        raise ExtraDaysOutOfRange(*EXTRA_DAYS, command.extra_days)
    number = order.options_offered + 1
    return Option(number=number, title=parse_title(command.title), price=command.price, extra_days=command.extra_days)


def answer_option(order: Order, command: c.AnswerOption, side: Side, now: int) -> Change:
    """«Оплатить опцию» / «Отказаться». Paid: price and term grow, and a running due time moves by the extra days."""
    expect(order, side, now, Side.BUYER, *_WORKABLE)
    option = _open_option(order, command.option)
    if not command.agrees:
        return Change(replace(order, options=_without(order, option)), (f.OptionDeclined(option),))
    if order.method.holds_money:
        raise PaidByInvoice
    return _option_paid(order, option, None, now)


def take_option_payment(order: Order, command: c.TakeOptionPayment, side: Side, now: int) -> Change:
    """The money for an option is here."""
    expect(order, side, now, Side.BUYER, *_WORKABLE)
    option = _open_option(order, command.option)
    if not order.method.holds_money:
        raise PaidDirectly
    if command.charge.money != option.price or option.price.currency != order.terms.price.currency:
        raise WrongAmount
    return _option_paid(order, option, command.charge, now)


def _option_paid(order: Order, option: Option, charge: Charge | None, now: int) -> Change:
    """Price and term grow, and a running due time moves by the extra days."""
    clock = running(order)
    if order.status is Status.IN_PROGRESS:
        clock = Running(clock.until + option.extra_days * DAY, clock.warned_at)
    paid = next_turn(
        order,
        options=_without(order, option),
        bought=(*order.bought, option),
        terms=grown(order.terms, (option,)),
        clock=clock,
        overdue_told=order.overdue_told and clock.until <= now,
    )
    due = clock.until if order.status is Status.IN_PROGRESS else None
    return Change(paid, (f.OptionPaid(option, due, charge),))


def grown(terms: Terms, options: Iterable[Option | PresetOption]) -> Terms:
    """With these options, price and term are so much more. There is no bound: each option has its own."""
    options = tuple(options)
    amount = terms.price.amount + sum(option.price.amount for option in options)
    days = terms.term_days + sum(option.extra_days for option in options)
    return replace(terms, price=Money(amount, terms.price.currency), term_days=days)


def presets_left(order: Order, presets: Iterable[PresetOption]) -> tuple[PresetOption, ...]:
    """Which of a gig's options the seller can offer with two taps: those that the order has neither open nor bought."""
    taken = {option.title.casefold() for option in (*order.options, *order.bought)}
    currency = order.terms.price.currency
    return tuple(
        preset for preset in presets if preset.title.casefold() not in taken and preset.price.currency == currency
    )


def parse_extra_days(text: str) -> int:
    """Whole days, with or without a plus before and the word after them. Raises: ExtraDaysOutOfRange."""
    days = read_days(text.strip().removeprefix("+"))
    if days is None or not EXTRA_DAYS[0] <= days <= EXTRA_DAYS[1]:
        raise ExtraDaysOutOfRange(*EXTRA_DAYS)
    return days


def withdraw_option(order: Order, command: c.WithdrawOption, side: Side, now: int) -> Change:
    """The seller takes an open offer back."""
    expect(order, side, now, Side.SELLER, *_WORKABLE)
    option = _open_option(order, command.option)
    return Change(replace(order, options=_without(order, option)), (f.OptionWithdrawn(option),))


def ask_to_wait(order: Order, command: c.AskToWait, side: Side, now: int) -> Change:
    """«Попросить подождать»: a later due time. A newer request takes the place of an unanswered one.

    A request that reads the same as the unanswered one is a button pressed twice: people are shown minutes.
    """
    expect(order, side, now, Side.SELLER, Status.IN_PROGRESS)
    if not max(now, running(order).until) < command.until <= now + WAIT_MOST:
        raise WaitOutOfRange
    if order.wait is not None and abs(order.wait.until - command.until) < MINUTE:
        raise WaitAlreadyRequested
    asked = replace(order, wait=WaitRequest(until=command.until, asked_at=now))
    return Change(asked, (f.WaitRequested(command.until),))


def answer_wait(order: Order, command: c.AnswerWait, side: Side, now: int) -> Change:
    """«Подожду»: the due time moves there. «Не согласен»: it stays."""
    expect(order, side, now, Side.BUYER, Status.IN_PROGRESS)
    if order.wait is None or order.wait.until != command.until or command.until <= now:
        raise NoWaitRequested
    if not command.agrees:
        return Change(replace(order, wait=None), (f.WaitDeclined(command.until),))
    agreed = next_turn(order, wait=None, clock=Running(command.until), overdue_told=False)
    return Change(agreed, (f.WaitAgreed(command.until),))


def closed(change: Change) -> Change:
    """What is still open when the order moves on to where it makes no sense is closed: offers, questions, requests.

    A due time that has moved past the one asked for (a paid option, a clock that stood still) grants more already:
    agreeing to the request would take time away.
    """
    order = change.order
    is_workable = order.status in _WORKABLE
    lapsed = () if is_workable else order.options
    unanswered = () if is_workable else order.information
    has_wait_lapsed = order.wait is not None and not _is_later(order.wait, order)
    if not lapsed and not unanswered and not has_wait_lapsed:
        return change
    kept = replace(
        order,
        options=() if lapsed else order.options,
        wait=None if has_wait_lapsed else order.wait,
        information=() if unanswered else order.information,
    )
    fact = f.RequestsClosed(options=lapsed, wait=has_wait_lapsed, information=unanswered)
    return Change(kept, (fact, *change.facts))


def _is_later(wait: WaitRequest, order: Order) -> bool:
    if order.status is not Status.IN_PROGRESS:
        return False
    return not isinstance(order.clock, Running) or wait.until > order.clock.until


def _without(order: Order, option: Option) -> tuple[Option, ...]:
    return tuple(other for other in order.options if other is not option)


def _open_option(order: Order, number: int) -> Option:
    for option in order.options:
        if option.number == number:
            return option
    raise NoSuchOption
