"""The clocks' own steps, and who must have been warned before one of them harms a person (SPEC 3)."""

from dataclasses import replace

from orders import commands as c
from orders import facts as f
from orders.change import Change, end, has_run_out, running, until_of
from orders.order import CancellationRequest, Ending, Order, Running
from orders.policy import Policy
from orders.refusals import ClockStillRuns
from orders.status import Status


def settle(order: Order, command: c.Settle, now: int, policy: Policy) -> Change:
    """The step whose time has come: of a pending request's clock, else of the status's own."""
    if order.cancellation is not None:
        return _settle_answer(order, order.cancellation, command, now, policy)
    if order.clock is None or not has_run_out(order.clock, now):
        raise ClockStillRuns
    match order.status:
        case Status.AWAITING_PAYMENT:
            return end(order, Ending.LAPSED, now)
        case Status.IN_PROGRESS:
            if order.overdue_told:
                raise ClockStillRuns
            return Change(replace(order, overdue_told=True), (f.DueTimePassed(until_of(order)),))
        case Status.NOT_STARTED | Status.IN_REVIEW if order.is_solo:
            return _tell_seller_alone(order)
        case Status.NOT_STARTED:
            step, ending = f.Step.AUTO_CANCEL, Ending.AUTO_CANCELLED
        case Status.IN_REVIEW:
            step, ending = f.Step.AUTO_ACCEPT, Ending.AUTO_ACCEPTED
        case _:
            raise AssertionError("a final order has no clock")
    clock = running(order)
    put_off = _put_off(clock, command, now, policy)
    if put_off is None:
        return end(order, ending, now)
    moved = replace(order, clock=put_off)
    return Change(moved, (f.StepPutOff(step, put_off.until, clock.warned_at is not None),))


def _tell_seller_alone(order: Order) -> Change:
    """What happens elsewhere the bot does not see: it ends nothing, and asks once."""
    if order.overdue_told:
        raise ClockStillRuns
    step = f.Step.AUTO_CANCEL if order.status is Status.NOT_STARTED else f.Step.AUTO_ACCEPT
    return Change(replace(order, overdue_told=True), (f.WindowPassed(step, until_of(order)),))


def _settle_answer(order: Order, request: CancellationRequest, command: c.Settle, now: int, policy: Policy) -> Change:
    if now < request.answer.until:
        raise ClockStillRuns
    put_off = _put_off(request.answer, command, now, policy)
    if put_off is None:
        return end(order, Ending.SILENCE, now)
    moved = replace(order, cancellation=replace(request, answer=put_off))
    fact = f.StepPutOff(f.Step.ANSWER_EXPIRY, put_off.until, request.answer.warned_at is not None)
    return Change(moved, (fact,))


def _put_off(clock: Running, command: c.Settle, now: int, policy: Policy) -> Running | None:
    """Nobody pays for the bot's downtime: when the step may come instead of now; None: it may come now."""
    if not command.is_reachable:
        return None
    if clock.warned_at is None:
        return Running(now + policy.notice_before_harm)
    allowed_from = clock.warned_at + policy.notice_before_harm
    return Running(allowed_from, clock.warned_at) if allowed_from > now else None


def note_warning(order: Order, command: c.NoteWarning) -> Change:
    """Only the first hand-over in this turn is kept: it is the one that the person has had longest."""
    if command.turn != order.turn:
        return Change(order, ())
    if order.cancellation is not None:
        if order.cancellation.answer.warned_at is not None:
            return Change(order, ())
        answer = replace(order.cancellation.answer, warned_at=command.at)
        return Change(replace(order, cancellation=replace(order.cancellation, answer=answer)), ())
    if not isinstance(order.clock, Running) or order.clock.warned_at is not None:
        return Change(order, ())
    return Change(replace(order, clock=replace(order.clock, warned_at=command.at)), ())
