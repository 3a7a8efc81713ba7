"""Whole orders, anyone pressing anything at any time, held against the model in `model.py`."""

from copy import deepcopy
from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from orders import commands as c
from orders.content import Content
from orders.dispute import Decision, Ruling
from orders.elsewhere import Entry, add
from orders.facts import (
    ArbiterDecided,
    Fact,
    OptionPaid,
    OrderEnded,
    OrderPaid,
    OutcomeCounted,
    OutcomeVoided,
    RequestsClosed,
    ReviewAnswered,
    ReviewHidden,
    ReviewLeft,
    ReviewShown,
    Said,
)
from orders.money import Money
from orders.order import CancelReason, Effect, Frozen, Mood, Order, Origin, Running
from orders.payment import Charge, PaymentMethod
from orders.placing import Agreement, place, place_agreed
from orders.policy import Policy
from orders.refusals import ClockStillRuns, Refusal
from orders.status import Status
from orders.timers import TimerKind, plan
from orders.transition import transition
from tests.orders import model
from tests.orders.builders import (
    BUYER,
    DAY,
    EXPLANATION,
    HOUR,
    MINUTE,
    NOW,
    OPERATOR,
    SELLER,
    STATEMENT,
    STRANGER,
    brief,
    content,
    gig,
    person,
    preset,
)

POLICY = Policy(arbiters=frozenset({OPERATOR}))
#: How the order is paid, by whether the bot holds the money.
POLICIES = {False: POLICY, True: replace(POLICY, payment_method=PaymentMethod.PROVIDER)}
PEOPLE = {"seller": SELLER, "buyer": BUYER, "stranger": STRANGER, "operator": OPERATOR}
NOTHING = Content()
AFTER_THE_END = (Said, ReviewLeft, ReviewAnswered, ReviewHidden, ReviewShown, OutcomeVoided, OutcomeCounted)
OPTION_PRICE = Money(model.OPTION_PRICE, "RUB")
ASK = CancelReason.OTHER
OFFERED = Agreement(origin=Origin.OFFER, seller_id=SELLER, buyer_id=BUYER, terms=gig().terms, brief=brief("Green"))
OWN_QUESTION = gig().terms.questions[0]
TERMS_ELSEWHERE = gig(questions=()).terms
GIG = gig(presets=tuple(preset(f"Option {number}", extra_days=model.extra_days(number)) for number in (1, 2, 3)))


def command_of(press: str, by: int) -> c.PersonCommand | c.AskSides | c.OverseerCommand:
    """What the rules know a press by."""
    commands: dict[str, c.PersonCommand | c.AskSides | c.OverseerCommand] = {
        "pay": c.ConfirmPayment(by),
        "abandon": c.Abandon(by),
        "take back": c.TakeBack(by),
        "start": c.StartWork(by),
        "seller asks": c.RequestCancellation(by, ASK, EXPLANATION),
        "buyer asks": c.RequestCancellation(by, ASK, EXPLANATION),
        "seller asks briefly": c.RequestCancellation(by, ASK, "Sorry"),
        "buyer asks briefly": c.RequestCancellation(by, ASK, "Sorry"),
        "anyway": c.CancelAnyway(by),
        "cancel before start": c.CancelBeforeStart(by),
        "change mind": c.ChangeMind(by),
        "cancel overdue": c.CancelOverdue(by),
        "deliver": c.Deliver(by, content()),
        "deliver nothing": c.Deliver(by, NOTHING),
        "accept": c.Accept(by),
        "send back": c.SendBack(by, content()),
        "send back silently": c.SendBack(by, NOTHING),
        "excuse": c.JudgeCancellation(by, c.Verdict.EXCUSED),
        "blame": c.JudgeCancellation(by, c.Verdict.BLAMED),
        "decline": c.JudgeCancellation(by, c.Verdict.DECLINED),
        "agree": c.AnswerCancellation(by, agrees=True),
        "disagree": c.AnswerCancellation(by, agrees=False),
        "write": c.Say(by, c.Saying.MESSAGE, content()),
        "inquire mutely": c.RequestInformation(by, ("", " ")),
        "interim": c.Say(by, c.Saying.INTERIM_RESULT, content()),
        "offer namelessly": c.OfferOption(by, "A", OPTION_PRICE, 0),
        "seller withdraws": c.WithdrawCancellation(by),
        "buyer withdraws": c.WithdrawCancellation(by),
        "seller calls": c.CallArbiter(by, STATEMENT),
        "buyer calls": c.CallArbiter(by, STATEMENT),
        "seller calls briefly": c.CallArbiter(by, "Help"),
        "buyer calls briefly": c.CallArbiter(by, "Help"),
        "seller recalls": c.WithdrawDispute(by),
        "buyer recalls": c.WithdrawDispute(by),
        "shift": c.MoveDue(by, NOW + 400 * DAY),
        "call off": c.CallOff(by),
        "question": c.AskSides(by, "Where is the source?"),
        "praise": c.LeaveReview(by, Mood.POSITIVE, content()),
        "scold": c.LeaveReview(by, Mood.NEGATIVE, NOTHING),
        "praise at length": c.LeaveReview(by, Mood.POSITIVE, content("!" * 1_001)),
        "respond": c.AnswerReview(by, "Thank you."),
        "hide": c.HideReview(by, "It is not about the work."),
        "show": c.ShowReview(by),
        "void": c.VoidOutcome(by, "The buyer has asked for it."),
        "void briefly": c.VoidOutcome(by, "So."),
        "count": c.CountOutcome(by),
    }
    return commands[press]


def ruling_of(press: str, by: int, now: int) -> c.Arbitrate | None:
    """The presses with which the operator decides."""
    decisions = {
        "release": Decision(ruling=Ruling.RELEASE),
        "refund": Decision(ruling=Ruling.REFUND),
        "refund silently": Decision(ruling=Ruling.REFUND),
        "divide": Decision(ruling=Ruling.SPLIT, to_seller=Money(1, "RUB")),
        "give a day": Decision(ruling=Ruling.WORK, due=now + DAY),
        "give for ever": Decision(ruling=Ruling.WORK, due=now + model.MOST_WAIT + 1),
        "judge anew": Decision(ruling=Ruling.REVIEW),
        "start anew": Decision(ruling=Ruling.START),
    }
    if press not in decisions:
        return None
    return c.Arbitrate(by, decisions[press], "So." if press == "refund silently" else "So says the brief.")


def agreement_of(  # noqa: PLR0911 - one return a press
    press: str, by: int, state: model.State, now: int
) -> c.PersonCommand | None:
    """The presses that name an option (the oldest open one, if any) or a moment."""
    option = state["offers"][0] if state["offers"] else state["offered"]
    wait = now + DAY if state["wait"] is None else now + state["wait"]
    match press:
        case "offer" | "offer again":
            is_again = press == "offer again" and state["offers"]
            number = state["offers"][-1] if is_again else state["offered"] + 1
            return c.OfferOption(by, "A business card", OPTION_PRICE, model.extra_days(number))
        case "buy" | "spurn":
            return c.AnswerOption(by, option, agrees=press == "buy")
        case "bring money" | "bring too little":
            money = Money(state["price"] - (press == "bring too little"), "RUB")
            return c.TakePayment(by, Charge("c", money))
        case "bring money for it":
            return c.TakeOptionPayment(by, option, Charge(f"c{option}", OPTION_PRICE))
        case "bring other money for it":
            return c.TakeOptionPayment(by, option, Charge(f"c{option}", Money(model.OPTION_PRICE, "XTR")))
        case "retract":
            return c.WithdrawOption(by, option)
        case "grant" | "deny":
            return c.AnswerWait(by, wait, agrees=press == "grant")
        case _ if press in model.DELAYS:
            return c.AskToWait(by, now + model.delay_of(state, press))
        case _:
            return None


def inquiry_of(press: str, by: int, state: model.State) -> c.PersonCommand | None:
    """The presses that name items: the newest open one or all, or else the last that there was. An item's text is its
    number."""
    owed = model.settled_by(state, press) or (state["inquired"],)
    if press == "inquire":
        numbers = range(state["inquired"] + 1, state["inquired"] + model.AT_ONCE + 1)
        return c.RequestInformation(by, tuple(map(str, numbers)))
    if press.startswith("tell"):
        return c.AnswerInformation(by, owed, NOTHING if press == "tell nothing" else content())
    return c.CloseInformation(by, owed) if press.startswith("waive") else None


#: Buttons that both sides have: a press by the other side is that side's own press.
SHARED = {
    "seller asks",
    "buyer asks",
    "seller asks briefly",
    "buyer asks briefly",
    "seller withdraws",
    "buyer withdraws",
    "seller calls",
    "buyer calls",
    "seller calls briefly",
    "buyer calls briefly",
    "seller recalls",
    "buyer recalls",
}
MIDWAY = [
    press
    for press in (*model.PLACES, *model.ANSWERS, *model.OWED, *model.RECALLS, *model.RULINGS, *model.AFTERWARDS)
    if press not in model.ENDINGS
]
JUMPS = (1, MINUTE, 20 * MINUTE, HOUR - 1, HOUR, 3 * HOUR, 12 * HOUR, DAY, 2 * DAY, 3 * DAY, 4 * DAY, 30 * DAY)

#: How a life may begin; «later» is an hour, «late» a second past the end of the clock.
STORIES = [
    tuple(story.split(", "))
    for story in (
        "pay",
        "pay, seller asks",
        "pay, seller asks, decline",
        "pay, start",
        "pay, start, later",
        "pay, start, later, buyer asks",
        "pay, start, later, seller asks",
        "pay, start, seller asks, decline",
        "pay, start, late",
        "pay, start, late, seller asks",
        "pay, start, later, deliver",
        "pay, start, late, deliver",
        "pay, start, deliver, send back, later, deliver, send back",
        "pay, offer, buy",
        "pay, offer, offer, buy, start, buy",
        "pay, start, offer, offer, buy, later, buy, deliver",
        "pay, start, offer, offer, offer, delay a day, later",
        "pay, start, delay a week, offer, seller asks",
        "pay, start, late, delay a day, grant, late",
        "pay, start, delay a day, offer, offer, spurn, buy, offer, offer",
        "pay, inquire, tell one, inquire, start, tell all, inquire, waive one",
        "pay, inquire, inquire, inquire, inquire, inquire, inquire, seller asks, tell one",
        "pay, start, inquire, offer, later, deliver",
        "pay, start, later, buyer calls",
        "pay, start, late, seller calls",
        "pay, seller asks, decline, seller calls",
        "pay, start, later, deliver, buyer calls",
        "pay, start, deliver, seller calls, give a day, delay a day",
        "pay, start, offer, delay a week, buyer calls, later",
        "pay, start, deliver, accept",
        "pay, start, late, cancel overdue, scold",
        "pay, seller asks, blame, later, void",
        "pay, start, deliver, accept, praise, respond, hide",
    )
] + [()]


class WholeOrders(RuleBasedStateMachine):
    """One order, two sides, an operator, a stranger and a clock."""

    def __init__(self) -> None:
        """Before anything was placed."""
        super().__init__()
        self.now = NOW
        self.order = place(12, GIG, BUYER, brief("Green"), NOW, POLICY).order
        self.model = model.placed()
        self.facts: list[Fact] = []
        #: When warnings of the present clock were handed over, told apart by what the clock is for.
        self.handed: dict[tuple[str, int | None], list[int]] = {}
        self.reachable_at_end = True
        self.final: Order | None = None

    @initialize(
        hour=st.integers(0, 7 * 24),
        seconds=st.integers(0, HOUR - 1),
        story=st.sampled_from(STORIES),
        chosen=st.sampled_from([0, 0, 1, 3]),
        protected=st.booleans(),
        confused=st.booleans(),
        by_offer=st.booleans(),
        from_elsewhere=st.sampled_from([False, False, False, True]),
    )
    def begin(
        self,
        hour: int,
        seconds: int,
        story: tuple[str, ...],
        chosen: int,
        protected: bool,  # noqa: FBT001 - by name
        confused: bool,  # noqa: FBT001 - by name
        by_offer: bool,  # noqa: FBT001 - by name
        from_elsewhere: bool,  # noqa: FBT001 - by name
    ) -> None:
        """At any moment of a week, so that reviews meet weekends, and at any point of a life, with options or not.

        Of a gig or, without options, by an offer; or from elsewhere, joined by its buyer. Paid in either way; one who
        is confused tries all ways of paying, wrong ones first.
        """
        self.now = NOW + hour * HOUR + seconds
        policy, presets = POLICIES[protected], GIG.terms.presets[:chosen]
        if from_elsewhere:
            protected = False
            entry = Entry(seller_id=SELLER, terms=TERMS_ELSEWHERE, is_started=False, until=self.now + DAY)
            self.order = transition(add(12, entry, self.now).order, c.Join(BUYER), self.now, POLICY).order
        elif by_offer and not chosen:
            self.order = place_agreed(12, OFFERED, self.now, policy).order
        else:
            self.order = place(12, GIG, BUYER, brief("Green"), self.now, policy, presets).order
        offered_whole = by_offer and not chosen
        self.model = (
            model.joined() if from_elsewhere else model.placed(chosen, protected=protected, offered_whole=offered_whole)
        )
        takes = {press: money for money, press in model.MONEY.items()} if protected else {}
        for press in story:
            if press == "late":
                self._wait(self.model["left"] + 1)
            elif press == "later":
                self._wait(HOUR)
            elif press in model.MONEY.values() and confused:
                for attempt in model.PAYING:
                    self._press(attempt, "buyer")
            else:
                self._press(takes.get(press, press), self._mover(press))

    # --- what happens ---

    @rule(seconds=st.one_of(st.sampled_from(JUMPS), st.integers(1, 5 * DAY)))
    def time_passes(self, seconds: int) -> None:
        """Nobody does anything."""
        self._wait(seconds)

    @precondition(lambda self: not model.is_final(self.model))
    @rule(before=st.sampled_from([1, 0, -1, HOUR, 5 * MINUTE]))
    def time_passes_until_just_about_the_end(self, before: int) -> None:
        """The last second, the end and the second after are where mistakes live."""
        left = self.model["answer_left"] if self.model["asker"] else self.model["left"]
        if left > before:
            self._wait(left - before)

    @rule(press=st.sampled_from(model.PRESSES), who=st.sampled_from(sorted(PEOPLE)))
    def anyone_presses_anything(self, press: str, who: str) -> None:
        """Forged, old, doubled and mistaken presses among them."""
        if press in SHARED and who in {"seller", "buyer"} and not press.startswith(who):
            press = press.replace("seller" if who == "buyer" else "buyer", who)
        self._press(press, who)

    @precondition(lambda self: self.model["offers"] or self.model["place"] == "awaiting_payment")
    @rule(press=st.sampled_from(model.PAYING))
    def the_buyer_pays_in_some_way(self, press: str) -> None:
        """By a press or with money, with the right sum or another, for the order or for an option."""
        self._press(press, "buyer")

    @precondition(lambda self: any(self._is_open(press) for press in MIDWAY))
    @rule(data=st.data())
    def the_order_goes_on(self, data: st.DataObject) -> None:
        """A press that is allowed and does not end it, so that long lives are seen too."""
        press = data.draw(st.sampled_from([press for press in MIDWAY if self._is_open(press)]))
        self._press(press, self._mover(press))

    @precondition(lambda self: any(self._is_open(press) for press in model.PRESSES))
    @rule(data=st.data(), edge=st.sampled_from([1, 0, -1]), mind=st.booleans())
    def a_press_meets_the_end(self, data: st.DataObject, edge: int, mind: bool) -> None:  # noqa: FBT001 - by name
        """Drawn while it was allowed, pressed a second before, at or after the end of a clock or of second thoughts."""
        press = data.draw(st.sampled_from([press for press in model.PRESSES if self._is_open(press)]))
        left = self.model["answer_left"] if self.model["asker"] else self.model["left"]
        since_start = self.model["since_start"]
        if mind and since_start is not None:
            left = 20 * MINUTE - since_start
        if left > edge:
            self._wait(left - edge)
        self._press(press, self._mover(press))

    @precondition(lambda self: not model.is_final(self.model))
    @rule(notice=st.sampled_from([0, 1, HOUR - 1, HOUR, DAY]), reachable=st.sampled_from([True, True, False]))
    def the_end_comes_so_long_after_a_warning(self, notice: int, reachable: bool) -> None:  # noqa: FBT001 - by name
        """An hour is what a person is owed."""
        left = self.model["answer_left"] if self.model["asker"] else self.model["left"]
        if left > notice:
            self._wait(left - notice)
            self.a_warning_is_handed_over(0)
            if notice:
                self._wait(notice)
        self.the_clock_is_looked_at(reachable)

    @rule(reachable=st.sampled_from([True, True, False]))
    def the_clock_is_looked_at(self, reachable: bool) -> None:  # noqa: FBT001 - Hypothesis passes it by name
        """The bot's sweep comes by."""
        before, model_before = deepcopy(self.order), deepcopy(self.model)
        expected = model.settle(self.model, reachable=reachable)
        closes = model.close(self.model)
        try:
            change = transition(self.order, c.Settle(is_reachable=reachable), self.now, POLICY)
        except ClockStillRuns:
            assert expected == "too early"
            assert (self.order, self.model) == (before, model_before)
            return
        assert self.order == before
        self._take(change.order, change.facts, closes=closes)
        if expected in {"auto_cancelled", "auto_accepted", "silence"}:
            self._assert_warned_in_time(model_before, reachable=reachable)

    @rule(age=st.sampled_from([0, 0, 0, 1, 2, -1]))
    def a_warning_is_handed_over(self, age: int) -> None:
        """Of this turn, or of one that the order has left."""
        turn = self.model["turn"] - age
        model.hand_over_warning(self.model, turn)
        change = transition(self.order, c.NoteWarning(self.now, turn), self.now, POLICY)
        if age == 0 and not self.model["caller"]:
            self.handed.setdefault(self._clock(self.model), []).append(self.now)
        assert change.facts == ()
        self.order = change.order

    # --- what is always true ---

    @invariant()
    def the_rules_and_the_model_agree(self) -> None:
        """In all that either knows."""
        assert self._seen() == self.model

    @invariant()
    def exactly_one_clock_runs_until_the_end(self) -> None:
        """The request's while one is pending, none while an arbiter decides, else the status' own."""
        clocks = [self.order.clock, self.order.cancellation and self.order.cancellation.answer]
        running = [clock for clock in clocks if isinstance(clock, Running)]
        is_disputed = self.order.dispute is not None
        assert len(running) == (0 if self.order.status.is_final or is_disputed else 1)
        assert isinstance(self.order.clock, Frozen) == (self.order.cancellation is not None or is_disputed)
        assert not is_disputed or self.order.cancellation is None

    @invariant()
    def the_money_taken_is_the_price_from_the_payment_on(self) -> None:
        """Each payment in a fact of its own; none where the sides settle between themselves."""
        is_held = self.order.method.holds_money
        assert all((charge is not None) is is_held for charge in self._charges())
        if is_held and self.order.paid_at is not None:
            assert Money(self._taken(), "RUB") == self.order.terms.price

    @invariant()
    def nothing_is_open_where_it_makes_no_sense(self) -> None:
        """Offers and questions while there is work to do; a wish for time while the due time comes before it."""
        order = self.order
        if order.status not in {Status.NOT_STARTED, Status.IN_PROGRESS}:
            assert (order.options, order.information) == ((), ())
        if order.wait is not None:
            assert order.status is Status.IN_PROGRESS
            assert not isinstance(order.clock, Running) or order.clock.until < order.wait.until

    @invariant()
    def a_final_order_never_changes(self) -> None:
        """By nothing and nobody, but for what is said of it and whether it counts."""
        if self.final is not None:
            assert replace(self.order, review=None, voided=None) == self.final
        elif self.order.status.is_final:
            self.final = replace(deepcopy(self.order), review=None, voided=None)

    @invariant()
    def the_end_counts_as_the_product_says(self) -> None:
        """One last fact (words and reviews may follow), with the effect on the rating that SPEC 8 lists."""
        endings = [fact.ending for fact in self.facts if isinstance(fact, OrderEnded)]
        if not self.order.status.is_final:
            assert endings == []
            return
        assert endings == [self.order.ending]
        following = self.facts[self.facts.index(OrderEnded(endings[0])) + 1 :]
        assert all(isinstance(fact, AFTER_THE_END) for fact in following)
        ending = endings[0].value
        expected = Effect.KEPT if ending in model.KEPT else Effect.BROKEN if ending in model.BROKEN else None
        assert endings[0].effect is expected
        assert (self.order.effect or "") == model.effect(self.model)

    @invariant()
    def the_next_step_is_always_planned(self) -> None:
        """One settling at the end of the clock that runs, tied to this turn; none where nothing is to come."""
        timers = plan(self.order, self.now, POLICY, person(), person())
        assert all(timer.turn == self.order.turn for timer in timers)
        assert all(self.now < timer.due_at for timer in timers if timer.kind.is_warning)
        steps = [timer.due_at for timer in timers if timer.kind is TimerKind.SETTLE]
        if self.model["caller"]:
            assert [timer.kind for timer in timers] == [TimerKind.DISPUTE_REMINDER]
            assert self.now < timers[0].due_at <= self.now + DAY
            return
        assert all(timer.kind is not TimerKind.DISPUTE_REMINDER for timer in timers)
        if model.is_final(self.model) or (is_told := self.model["told"] and model.is_overdue(self.model)):
            assert steps == []
            assert self.order.status.is_final or is_told
        else:
            left = self.model["answer_left"] if self.model["asker"] else self.model["left"]
            assert steps == [self.now + left]

    # --- by what means ---

    def _wait(self, seconds: int) -> None:
        self.now += seconds
        model.pass_time(self.model, seconds)

    def _mover(self, press: str) -> str:
        if press in model.TALK:
            return model.TALK[press][0][0]
        if press in model.AFTERWARDS:
            return model.AFTERWARDS[press]
        if press in model.OWED:
            return model.OWED[press]
        if press in model.RULINGS or press in model.ALONE:
            return "operator" if press in model.RULINGS else "seller"
        if press in model.RECALLS:
            return model.RECALLS[press]
        return model.ANSWERS[press][0] if press in model.ANSWERS else model.PLACES[press][0]

    def _is_open(self, press: str) -> bool:
        return not model.why_not(self.model, self._mover(press), press)

    def _press(self, press: str, who: str) -> None:
        before, left_before = deepcopy(self.order), self.model["left"]
        expected = model.why_not(self.model, who, press)
        by = PEOPLE[who]
        named = agreement_of(press, by, self.model, self.now) or inquiry_of(press, by, self.model)
        command = named or ruling_of(press, by, self.now) or command_of(press, by)
        if not expected:
            model.carry_out(self.model, press, self.now)
        closes = model.close(self.model)
        reason, change = "", None
        try:
            change = transition(self.order, command, self.now, POLICY)
        except Refusal as refusal:
            reason = type(refusal).__name__
        assert reason == expected
        assert self.order == before
        if change is None:
            return
        assert change.order.turn == before.turn + (press not in model.STILL)
        self._take(change.order, change.facts, closes=closes)
        if press in {"judge anew", "start anew"}:  # a new clock, of the same name
            self.handed.pop(self._clock(self.model), None)
        self._assert_time_was_kept(press, before, left_before)

    def _take(self, order: Order, facts: tuple[Fact, ...], *, closes: bool) -> None:
        """One fact a change and, before it, what the change has closed; an arbiter's word before the end it brings."""
        told = [fact for fact in facts if not isinstance(fact, ArbiterDecided) or order.ending is None]
        assert [isinstance(fact, RequestsClosed) for fact in told] == ([True, False] if closes else [False])
        has_arbiters_end = order.ending is not None and order.ending.is_arbiters and self.order.ending is None
        assert len(facts) == len(told) + has_arbiters_end
        ended = any(isinstance(fact, OrderEnded) for fact in facts)
        assert order.status.is_final == (ended or self.order.status.is_final)
        self.order = order
        self.facts.extend(facts)

    def _assert_time_was_kept(self, press: str, before: Order, left_before: int) -> None:
        """Frozen and resumed is exactly what was left; after a decline an hour at least; rework takes up the rest."""
        after = self.order.clock
        if press in {"seller asks", "buyer asks", "seller calls", "buyer calls"}:
            assert isinstance(after, Frozen)
            assert after.left == left_before
        elif press in model.RECALLS:
            assert isinstance(before.clock, Frozen)
            assert isinstance(after, Running)
            assert after.until - self.now == before.clock.left == left_before
        elif press in {"seller withdraws", "buyer withdraws", "decline", "disagree"}:
            assert isinstance(before.clock, Frozen)
            assert isinstance(after, Running)
            least = HOUR if press in {"decline", "disagree"} else before.clock.left
            assert after.until - self.now == max(before.clock.left, least)
        elif press == "send back":
            assert isinstance(after, Running)
            assert after.until - self.now == before.work_left

    def _clock(self, state: model.State) -> tuple[str, int | None]:
        """Names a clock: a pending answer by its turn, a status by how often it was entered."""
        if state["asker"]:
            return "answer", state["turn"]
        return state["place"], state["deliveries"]

    def _assert_warned_in_time(self, state: model.State, *, reachable: bool) -> None:
        """Nobody pays for downtime."""
        handed = self.handed.get(self._clock(state), [])
        assert not reachable or (handed and handed[0] + HOUR <= self.now)

    def _seen(self) -> model.State:
        """The order in the model's words."""
        order = self.order
        request = order.cancellation
        clock = order.clock
        left = 0 if clock is None else clock.left if isinstance(clock, Frozen) else clock.until - self.now
        return model.State(
            place=order.status.value,
            elsewhere=order.origin is Origin.ELSEWHERE,
            ending="" if order.ending is None else order.ending.value,
            offered_whole=order.origin is Origin.OFFER,
            protected=order.method.holds_money,
            taken=self._taken(),
            left=left,
            warned=None if clock is None else self._ago(clock.warned_at),
            asker="" if request is None else request.by.value,
            answer_left=0 if request is None else request.answer.until - self.now,
            answer_warned=None if request is None else self._ago(request.answer.warned_at),
            caller="" if order.dispute is None else order.dispute.by.value,
            since_start=self._ago(order.started_at),
            since_end=self._ago(order.ended_at),
            kept_term=order.work_left,
            declined=order.cancellation_declined,
            told=order.overdue_told,
            deliveries=order.deliveries,
            returns=order.returns,
            turn=order.turn,
            offers=tuple(option.number for option in order.options),
            offered=order.options_offered,
            bought=tuple(option.number for option in order.bought),
            price=order.terms.price.amount,
            days=order.terms.term_days,
            wait=None if order.wait is None else order.wait.until - self.now,
            owed=tuple(item.number for item in order.information),
            inquired=order.information_asked,
            brief=tuple(
                (0,) if answer.question == OWN_QUESTION else _numbers(answer.question) for answer in order.brief
            ),
            mood="" if order.review is None else order.review.mood.value,
            answered=order.review is not None and order.review.answer is not None,
            hidden=order.review is not None and order.review.hidden is not None,
            voided=order.voided is not None,
        )

    def _charges(self) -> list[Charge | None]:
        return [fact.charge for fact in self.facts if isinstance(fact, OrderPaid | OptionPaid)]

    def _taken(self) -> int:
        return sum(charge.money.amount for charge in self._charges() if charge is not None)

    def _ago(self, moment: int | None) -> int | None:
        return None if moment is None else self.now - moment


def _numbers(question: str) -> tuple[int, ...]:
    """An item's text is its number; several stand below each other."""
    return tuple(int(line.removeprefix("• ")) for line in question.split("\n"))


TestWholeOrders = WholeOrders.TestCase
TestWholeOrders.settings = settings(max_examples=150, stateful_step_count=50, deadline=None)


def test_the_model_sees_what_the_rules_do_not_tell_it() -> None:
    """The comparison bites: an order changed behind the rules' back differs from the model."""
    machine = WholeOrders()
    machine.the_rules_and_the_model_agree()
    machine.order = replace(machine.order, returns=1)
    assert machine._seen() != machine.model
