"""Carries out commands: settle what the clock has brought, ask the rules, record order, facts, timers and posts."""

from desk.catalogue import Moved
from desk.exchange_news import follow_payment
from desk.news import news, silent_side
from desk.people import Standing
from desk.ports import GigReviews, Unit
from desk.posts import dispute_reminder, reminder, warning
from desk.till import Till
from orders.arbitrating import arbiters_of
from orders.change import Change
from orders.commands import (
    ConfirmPayment,
    CorrectSaid,
    Join,
    NoteRefund,
    NoteWarning,
    OperatorCommand,
    PersonCommand,
    Say,
    Settle,
    TakeBack,
)
from orders.content import Answer
from orders.elsewhere import Entry, add
from orders.facts import Fact
from orders.gig import Gig, PresetOption
from orders.money import Money
from orders.order import Order, Running
from orders.placing import Agreement, place, place_agreed
from orders.policy import Policy, Preferences
from orders.rating import WINDOW, Outcome, Rating, Shift, rating_of
from orders.refusals import ClockStillRuns, NoSuchOrder, SellerStopped, StaleButton
from orders.reviewing import ReviewCounts
from orders.status import Side
from orders.timers import Timer, TimerKind, newest_of_each_kind, plan
from orders.transition import transition

#: Steps of one order that can come due together (a term that ran out and what follows): a bound, not a rule.
_STEPS_AT_ONCE = 4
#: Warnings to the seller that a buyer who owes answers hears of as well.
_TOLD_BUYER_TOO = frozenset({TimerKind.START_WARNING, TimerKind.DUE_WARNING})


class OrderDesk:
    """One transaction's desk. `now`: epoch seconds, one moment for the whole transaction."""

    def __init__(self, unit: Unit, policy: Policy, now: int) -> None:
        self._unit = unit
        self.policy = policy
        self.now = now

    async def place(
        self, gig: Gig, buyer_id: int, brief: tuple[Answer, ...], chosen: tuple[PresetOption, ...] = ()
    ) -> Order:
        """A new order with these options of the gig, waiting for payment.

        Raises: NotOnSale, OwnGig, NoSuchPreset, BriefIncomplete.
        """
        return await self._add(place(0, gig, buyer_id, brief, self.now, self.policy, chosen))

    async def place_agreed(self, agreement: Agreement) -> Order:
        """A new order on terms of no gig, waiting for payment. Raises: OwnGig, OtherCurrency, InvoiceTooDear."""
        return await self._add(place_agreed(0, agreement, self.now, self.policy))

    async def add_from_elsewhere(self, entry: Entry) -> Order:
        """An order taken on another marketplace, with its seller alone. Raises: MomentOutOfRange."""
        return await self._add(add(0, entry, self.now))

    async def join(self, number: int, command: Join) -> Order:
        """The buyer of such an order comes in. Raises: NoSuchOrder, OwnInvitation, AlreadyJoined."""
        order = await self.check_join(number, command)
        return await self._record(transition(order, command, self.now, self.policy))

    async def check_join(self, number: int, command: Join) -> Order:
        """The order as it stands now, if they can join it. Raises: as `join`."""
        order = await self._settle(await self._any(number))
        transition(order, command, self.now, self.policy)
        return order

    async def perform(self, number: int, command: PersonCommand, turn: int | None = None) -> Order:
        """Carry out a person's command on an order as it stands now, after everything that the clock has brought.

        Args:
            number: The order's number.
            command: What the person wants.
            turn: The turn for which the pressed button was drawn; None where no button is involved.

        Raises:
            Refusal: nothing but the clock's own steps has changed.
        """
        _, change = await self._decide(number, command, turn)
        return await self._record(change)

    async def say(self, number: int, command: Say | CorrectSaid) -> int:
        """Like `perform`, for words inside an order; gives the id of the fact that keeps them. Raises: Refusal."""
        _, change = await self._decide(number, command, None)
        saved = await self._unit.orders.save(change.order)
        ids = await self._follow(saved, change.facts)
        return ids[0]

    async def check(self, number: int, command: PersonCommand, turn: int | None = None) -> Order:
        """The order, if the command would be carried out now: asked before a form is opened for it.

        Raises: Refusal, as `perform`.
        """
        order, _ = await self._decide(number, command, turn)
        return order

    async def arbitrate(self, number: int, command: OperatorCommand, turn: int | None = None) -> Order:
        """Carry out an operator's command. `turn`: for which the pressed button was drawn, where the order may move on
        meanwhile. Raises: Refusal."""
        _, change = await self.foresee(number, command, turn)
        return await self._record(change)

    async def foresee(self, number: int, command: OperatorCommand, turn: int | None = None) -> tuple[Order, Change]:
        """The order as it stands, and what the command would make of it now. Raises: Refusal, as `arbitrate`."""
        order = await self._any(number)
        change = transition(order, command, self.now, self.policy)
        if turn is not None and turn != order.turn:
            raise StaleButton(order.status)
        return order, change

    async def take_back(self, number: int, seller_id: int) -> Order:
        """The seller takes back an offer whose order is not paid yet. Raises: Refusal."""
        order = await self._settle(await self._any(number))
        return await self._record(transition(order, TakeBack(seller_id), self.now, self.policy))

    async def current(self, number: int) -> Order:
        """The order as it stands now, whoever asks. Raises: NoSuchOrder."""
        return await self._settle(await self._any(number))

    async def _any(self, number: int) -> Order:
        order = await self._unit.orders.get(number)
        if order is None:
            raise NoSuchOrder
        return order

    async def _decide(self, number: int, command: PersonCommand, turn: int | None) -> tuple[Order, Change]:
        order = await self.open(number, command.by)
        change = transition(order, command, self.now, self.policy)  # its own refusal says more than a stale button
        if turn is not None and turn != order.turn:
            raise StaleButton(order.status)
        if isinstance(command, ConfirmPayment):
            await self._expect_seller(order)
        return order, change

    async def _expect_seller(self, order: Order) -> None:
        """Raises: SellerStopped: the operator has stopped the seller since the order was placed."""
        seller = await self._unit.people.get(order.seller_id)
        if seller is not None and seller.standing is not Standing.GOOD:
            raise SellerStopped

    async def open(self, number: int, person_id: int) -> Order:
        """The order as it stands now, for one of its sides. Raises: NoSuchOrder."""
        order = await self._any(number)
        if order.side_of(person_id) is None:
            raise NoSuchOrder
        if order.paid_at is None and order.side_of(person_id) is Side.SELLER:
            raise NoSuchOrder  # the seller hears of an order only once it is paid
        return await self._settle(order)

    async def ring(self, number: int) -> None:
        """The order's due timers: first the steps, then the warnings that are still true, the newest of each kind."""
        order = await self._unit.orders.get(number)
        due = await self._unit.timers.due_of(number, self.now)
        if order is None:
            await self._unit.timers.replace(number, ())
            return
        order = await self._settle(order)
        true_still = [timer for timer in due if timer.kind.is_warning and self._is_true(order, timer.turn)]
        kinds = [timer.kind for timer in newest_of_each_kind(true_still)]
        posts = [warning(order, silent_side(order), kind) for kind in kinds]
        if order.information:
            posts += [reminder(order, kind) for kind in kinds if kind in _TOLD_BUYER_TOO]
        if order.dispute is not None and any(timer.kind is TimerKind.DISPUTE_REMINDER for timer in due):
            posts += [dispute_reminder(order, arbiter) for arbiter in sorted(arbiters_of(order, self.policy))]
        if posts:
            await self._unit.outbox.add(posts, self.now)
        await self._plan(order)

    async def note_warning(self, number: int, turn: int) -> None:
        """A warning drawn for this turn was handed to Telegram now."""
        order = await self._unit.orders.get(number)
        if order is not None:
            change = transition(order, NoteWarning(self.now, turn), self.now, self.policy)
            if change.order != order:
                await self._unit.orders.save(change.order)

    async def note_refund(self, number: int, money: Money) -> None:
        """Money of this order is back with its buyer, who is told."""
        order = await self._unit.orders.get(number)
        if order is not None:
            await self._record(transition(order, NoteRefund(money), self.now, self.policy))

    async def replan(self, person_id: int) -> None:
        """The person's wishes for warnings have changed: write the timers of all their open orders anew."""
        for order in await self._unit.orders.open_of(person_id):
            await self._plan(order)

    async def rating(self, seller_id: int) -> Rating:
        """The seller's responsibility rating now."""
        return Rating.of(await self._unit.orders.recent_effects(seller_id, WINDOW))

    async def outcomes(self, seller_id: int) -> tuple[Outcome, ...]:
        """The orders that make the rating and one more, which would count if one of them did not; newest first."""
        return await self._unit.orders.recent_outcomes(seller_id, WINDOW + 1)

    async def shift(self, order: Order) -> Shift:
        """The seller's rating before the end of this order, and with it, whatever has ended since."""
        before = rating_of(await self._unit.orders.recent_outcomes(order.seller_id, WINDOW, before=order))
        return Shift(before, before.after(order.effect))

    async def moved(self, seller_id: int, shift: Shift, most: int) -> tuple[Moved, ...]:
        """What the shift means for those of the seller's gigs that stand first, so many of them.

        They have the most to lose: others may stay at the end where they were.
        """
        moves = []
        for gig in await self._unit.catalogue.best_of(seller_id, most):
            before = await self._unit.catalogue.place_of(gig.id, shift.before)
            after = await self._unit.catalogue.place_of(gig.id, shift.after)
            if before is not None and after is not None:
                moves.append(Moved(title=gig.terms.title, before=before, after=after))
        return tuple(moves)

    async def reviews_of_gig(self, gig_id: int) -> GigReviews:
        """As its page shows them."""
        newest = await self._unit.reviews.of_gig(gig_id, 0, 1)
        if not newest:
            return GigReviews()
        counts = await self._unit.reviews.counts_of_gig(gig_id)
        return GigReviews(counts, newest[0], await self._unit.people.get(newest[0].buyer_id))

    async def reviews_of_seller(self, seller_id: int) -> ReviewCounts:
        """Of everything they have done."""
        return await self._unit.reviews.counts_of_seller(seller_id)

    def _is_true(self, order: Order, turn: int) -> bool:
        """A warning is stale when the order has moved on, or its clock has run out meanwhile."""
        return turn == order.turn and not order.status.is_final and not order.is_overdue(self.now)

    async def _settle(self, order: Order) -> Order:
        for _ in range(_STEPS_AT_ONCE):
            if not _may_be_due(order, self.now):
                return order
            person = await self._unit.people.get(order.person_on(silent_side(order)))
            command = Settle(is_reachable=person is None or person.is_reachable)
            try:
                change = transition(order, command, self.now, self.policy)
            except ClockStillRuns:
                return order
            order = await self._record(change)
        return order

    async def _add(self, change: Change) -> Order:
        order = await self._unit.orders.add(change.order)
        await self._follow(order, change.facts)
        return order

    async def _record(self, change: Change) -> Order:
        saved = await self._unit.orders.save(change.order)
        await self._follow(saved, change.facts)
        return saved

    async def _follow(self, order: Order, facts: tuple[Fact, ...]) -> tuple[int, ...]:
        """What every change brings with it: the facts, their news, the timers. Gives the ids of the facts."""
        ids = await self._unit.orders.record(order.number, facts, self.now)
        await Till(self._unit, self.now).follow(order, facts)
        await follow_payment(self._unit, order, facts, self.now)
        arbiters = arbiters_of(order, self.policy)
        posts = [
            post for fact, fact_id in zip(facts, ids, strict=True) for post in news(order, fact, fact_id, arbiters)
        ]
        await self._unit.outbox.add(posts, self.now)
        await self._plan(order)
        return ids

    async def _plan(self, order: Order) -> None:
        if order.status.is_final:
            timers: tuple[Timer, ...] = ()
        else:
            seller, buyer = await self._wishes(order.seller_id), await self._wishes(order.buyer_id)
            timers = plan(order, self.now, self.policy, seller, buyer)
        await self._unit.timers.replace(order.number, timers)

    async def _wishes(self, person_id: int) -> Preferences:
        person = await self._unit.people.get(person_id)
        zone = self.policy.business_timezone
        return person.preferences(zone) if person is not None else Preferences(timezone=zone)


def _may_be_due(order: Order, now: int) -> bool:
    """A cheap look before asking the rules; they decide."""
    clock = order.clock if order.cancellation is None else order.cancellation.answer
    return isinstance(clock, Running) and clock.until <= now
