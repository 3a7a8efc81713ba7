"""A simple second telling of the rules, to hold the first against.

It shares nothing with `orders.transition`: the state is a dict of plain values, time is counted down (what is left)
instead of compared with moments, and what is allowed is looked up in tables.
"""

from typing import Literal, TypedDict

MINUTE, HOUR, DAY = 60, 3_600, 86_400
TERM_DAYS = 3
PRICE = 150_000
LEAST_AFTER_DECLINE = HOUR
NOTICE = HOUR
ANSWER = 48 * HOUR
#: Moscow has been three hours ahead of UTC, without daylight saving, since 2014.
MOSCOW = 3 * HOUR
OPTION_PRICE = 50_000
MOST_OFFERS = 10
MOST_WAIT = 90 * DAY
MOST_ITEMS = 20
#: How many items a seller asks for at once.
AT_ONCE = 3


class State(TypedDict):
    """All that the model knows of one order; seconds everywhere."""

    place: str
    #: It comes from another marketplace.
    elsewhere: bool
    ending: str
    #: Whether it was ordered by an offer.
    offered_whole: bool
    #: Whether the bot takes the money, and how much it has taken for this order.
    protected: bool
    taken: int
    #: Left of the status' own clock; stands still while a request is pending or an arbiter decides.
    left: int
    #: How long ago its first warning was handed over; None: not yet.
    warned: int | None
    asker: str
    answer_left: int
    answer_warned: int | None
    #: Who has called the arbiter.
    caller: str
    since_start: int | None
    since_end: int | None
    kept_term: int | None
    declined: bool
    told: bool
    deliveries: int
    returns: int
    turn: int
    #: Numbers of the open offers, and how many there ever were.
    offers: tuple[int, ...]
    offered: int
    #: Numbers of the options that are part of the order.
    bought: tuple[int, ...]
    price: int
    days: int
    #: In how long the due time would be that the seller asks for; None: nothing is asked.
    wait: int | None
    #: Numbers of the unanswered items, and how many there ever were.
    owed: tuple[int, ...]
    inquired: int
    #: Under each answer of the brief, the numbers of the items that it answers; the gig's own question is 0.
    brief: tuple[tuple[int, ...], ...]
    #: What the buyer has said of it at the end; empty: nothing.
    mood: str
    answered: bool
    hidden: bool
    voided: bool


def placed(chosen: int = 0, *, protected: bool = False, offered_whole: bool = False) -> State:
    """An order as it begins, with so many options of its gig."""
    return State(
        place="awaiting_payment",
        elsewhere=False,
        ending="",
        offered_whole=offered_whole,
        protected=protected,
        taken=0,
        left=DAY,
        warned=None,
        asker="",
        answer_left=0,
        answer_warned=None,
        caller="",
        since_start=None,
        since_end=None,
        kept_term=None,
        declined=False,
        told=False,
        deliveries=0,
        returns=0,
        turn=0,
        offers=(),
        offered=chosen,
        bought=tuple(range(1, chosen + 1)),
        price=PRICE + chosen * OPTION_PRICE,
        days=TERM_DAYS + sum(extra_days(number) for number in range(1, chosen + 1)),
        wait=None,
        owed=(),
        inquired=0,
        brief=((0,),),
        mood="",
        answered=False,
        hidden=False,
        voided=False,
    )


def joined() -> State:
    """An order from elsewhere that was not begun, as its buyer finds it; settled directly."""
    return State(**{**placed(), "place": "not_started", "elsewhere": True, "brief": (), "turn": 1})


#: What a press is called → the side whose move it is, and the places where the move exists.
PLACES: dict[str, tuple[str, tuple[str, ...]]] = {
    "pay": ("buyer", ("awaiting_payment",)),
    "bring money": ("buyer", ("awaiting_payment",)),
    "bring too little": ("buyer", ("awaiting_payment",)),
    "abandon": ("buyer", ("awaiting_payment",)),
    "take back": ("seller", ("awaiting_payment",)),
    "start": ("seller", ("not_started",)),
    "seller asks": ("seller", ("not_started", "in_progress")),
    "seller asks briefly": ("seller", ("not_started", "in_progress")),
    "buyer asks": ("buyer", ("in_progress",)),
    "buyer asks briefly": ("buyer", ("in_progress",)),
    "anyway": ("seller", ("not_started", "in_progress")),
    "cancel before start": ("buyer", ("not_started",)),
    "change mind": ("buyer", ("in_progress",)),
    "cancel overdue": ("buyer", ("in_progress",)),
    "deliver": ("seller", ("in_progress",)),
    "deliver nothing": ("seller", ("in_progress",)),
    "accept": ("buyer", ("in_review",)),
    "send back": ("buyer", ("in_review",)),
    "send back silently": ("buyer", ("in_review",)),
    "offer": ("seller", ("not_started", "in_progress")),
    "offer namelessly": ("seller", ("not_started", "in_progress")),
    "offer again": ("seller", ("not_started", "in_progress")),
    "buy": ("buyer", ("not_started", "in_progress")),
    "bring money for it": ("buyer", ("not_started", "in_progress")),
    "bring other money for it": ("buyer", ("not_started", "in_progress")),
    "spurn": ("buyer", ("not_started", "in_progress")),
    "retract": ("seller", ("not_started", "in_progress")),
    "inquire": ("seller", ("not_started", "in_progress")),
    "inquire mutely": ("seller", ("not_started", "in_progress")),
    "delay a day": ("seller", ("in_progress",)),
    "delay a week": ("seller", ("in_progress",)),
    "delay for ever": ("seller", ("in_progress",)),
    "seller calls": ("seller", ("not_started", "in_progress", "in_review")),
    "buyer calls": ("buyer", ("not_started", "in_progress", "in_review")),
    "seller calls briefly": ("seller", ("not_started", "in_progress", "in_review")),
    "buyer calls briefly": ("buyer", ("not_started", "in_progress", "in_review")),
    "grant": ("buyer", ("in_progress",)),
    "deny": ("buyer", ("in_progress",)),
}
#: How far past the due time or, when that has passed, from now the seller asks for.
DELAYS = {"delay a day": DAY, "delay a week": 7 * DAY, "delay for ever": MOST_WAIT + 1}
#: Presses that answer a request → who answers, whose request.
ANSWERS = {
    "excuse": ("buyer", "seller"),
    "blame": ("buyer", "seller"),
    "decline": ("buyer", "seller"),
    "agree": ("seller", "buyer"),
    "disagree": ("seller", "buyer"),
    "seller withdraws": ("seller", "seller"),
    "buyer withdraws": ("buyer", "buyer"),
}
#: What money does where the bot takes it, and which press does the same where it does not.
MONEY = {"bring money": "pay", "bring money for it": "buy"}
#: All ways of paying, wrong ones first.
PAYING = ("bring too little", "pay", "bring money", "bring other money for it", "buy", "bring money for it")
#: What is pressed or paid for the oldest open option.
OF_OPTION = {"buy", "bring money for it", "bring other money for it", "spurn", "retract"}
#: Words, which move nothing → who may say them, and the places; a plain message also goes 30 days after the end.
TALK: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "write": (("seller", "buyer"), ("not_started", "in_progress", "in_review", "completed", "cancelled")),
    "interim": (("seller",), ("in_progress",)),
}
#: What is done about items that are owed, also while a request to cancel is pending → by whom.
OWED = {"tell one": "buyer", "tell all": "buyer", "tell nothing": "buyer", "waive one": "seller", "waive all": "seller"}
#: Taking a call back → whose call it is.
RECALLS = {"seller recalls": "seller", "buyer recalls": "buyer"}
#: What the operator decides of a disputed order → the places where it makes sense.
RULINGS: dict[str, tuple[str, ...]] = {
    "release": ("not_started", "in_progress", "in_review"),
    "refund": ("not_started", "in_progress", "in_review"),
    "refund silently": ("not_started", "in_progress", "in_review"),
    "divide": ("not_started", "in_progress", "in_review"),
    "give a day": ("in_progress", "in_review"),
    "give for ever": ("in_progress", "in_review"),
    "judge anew": ("in_review",),
    "start anew": ("not_started",),
    "question": ("not_started", "in_progress", "in_review"),
}
#: What is done after the end → by whom.
AFTERWARDS = {
    "praise": "buyer",
    "scold": "buyer",
    "praise at length": "buyer",
    "respond": "seller",
    "hide": "operator",
    "show": "operator",
    "void": "operator",
    "void briefly": "operator",
    "count": "operator",
}
#: What only a seller does who is alone in an order from elsewhere; no order here is so.
ALONE = ("shift", "call off")
PRESSES = (*PLACES, *ANSWERS, *TALK, *OWED, *RECALLS, *RULINGS, *AFTERWARDS, *ALONE)
#: Presses that leave every button and timer as it was.
STILL = {*TALK, *OWED, *AFTERWARDS, "question", "inquire", "offer", "offer again", "spurn", "retract", *DELAYS, "deny"}
NEVER_PAID = {"lapsed", "abandoned", "taken_back"}

#: Presses that end the order, and how.
ENDINGS = {
    "abandon": "abandoned",
    "take back": "taken_back",
    "anyway": "cancelled_anyway",
    "cancel before start": "cancelled_before_start",
    "change mind": "changed_mind",
    "cancel overdue": "cancelled_overdue",
    "accept": "accepted",
    "excuse": "excused",
    "blame": "blamed",
    "agree": "seller_agreed",
    "release": "awarded_to_seller",
    "refund": "awarded_to_buyer",
    "divide": "split",
}
#: How each ending counts (SPEC 8, first point).
KEPT = {"accepted", "auto_accepted", "awarded_to_seller"}
BROKEN = {"auto_cancelled", "blamed", "cancelled_anyway", "cancelled_overdue"}
#: Presses with something amiss in what was written.
FLAWS = {
    "seller asks briefly": "ExplanationLength",
    "buyer asks briefly": "ExplanationLength",
    "deliver nothing": "DeliveryNeedsText",
    "send back silently": "RemarksNeeded",
    "offer namelessly": "TitleLength",
    "inquire mutely": "TextExpected",
    "bring too little": "WrongAmount",
    "bring other money for it": "WrongAmount",
    "seller calls briefly": "StatementLength",
    "buyer calls briefly": "StatementLength",
    "refund silently": "ReasonLength",
    "give for ever": "DueOutOfRange",
    "praise at length": "ReviewLength",
    "void briefly": "ReasonLength",
}


#: What is counted from a moment on, whether or not a clock stands still.
_COUNTING: tuple[Literal["warned", "answer_warned", "since_start", "since_end"], ...] = (
    "warned",
    "answer_warned",
    "since_start",
    "since_end",
)


def is_final(state: State) -> bool:
    """Whether the order is over."""
    return bool(state["ending"])


def is_overdue(state: State) -> bool:
    """Whether the seller is late, with no request pending and nobody called."""
    return state["place"] == "in_progress" and not stands_still(state) and state["left"] <= 0


def stands_still(state: State) -> bool:
    """Whether the status' own clock does."""
    return bool(state["asker"] or state["caller"])


def pass_time(state: State, seconds: int) -> None:
    """Everything that counts, counts."""
    if state["asker"]:
        state["answer_left"] -= seconds
    elif not is_final(state) and not state["caller"]:
        state["left"] -= seconds
    for ago in _COUNTING:
        if (counted := state[ago]) is not None:
            state[ago] = counted + seconds
    if state["wait"] is not None:
        state["wait"] -= seconds


def why_not(state: State, who: str, press: str) -> str:  # noqa: PLR0911 - one return a kind
    """The name of the refusal; empty: the press is allowed."""
    if press in RULINGS:
        return _why_no_ruling(state, who, press)
    if press in AFTERWARDS:
        return _why_not_afterwards(state, who, press)
    if who not in {"seller", "buyer"}:
        return "NoSuchOrder"
    if press in ALONE or press in RECALLS:
        return "BuyerHasJoined" if press in ALONE else _why_no_recall(state, press)
    if press in TALK:
        return _why_no_talk(state, who, press)
    if press in OWED:
        return _why_not_owed(state, who, press)
    return _why_no_answer(state, who, press) if press in ANSWERS else _why_no_move(state, who, press)


def _why_no_talk(state: State, who: str, press: str) -> str:
    speakers, places = TALK[press]
    if who not in speakers:
        return "WrongSide"
    is_shut = state["ending"] in NEVER_PAID or (state["since_end"] or 0) >= 30 * DAY
    if state["place"] in places and is_shut:
        return "WrongStatus" if state["ending"] in NEVER_PAID else "RoomClosed"
    return "WrongStatus" if state["place"] not in places else ""


def _why_not_owed(state: State, who: str, press: str) -> str:
    reasons = (
        ("WrongSide", who != OWED[press]),
        ("WrongStatus", state["place"] not in {"not_started", "in_progress"}),
        ("NoSuchItem", not state["owed"]),
        ("EmptyMessage", press == "tell nothing"),
    )
    return next((name for name, holds in reasons if holds), "")


def _why_no_recall(state: State, press: str) -> str:
    reasons = (
        ("WrongStatus", is_final(state)),
        ("NoDispute", not state["caller"]),
        ("WrongSide", state["caller"] != RECALLS[press]),
    )
    return next((name for name, holds in reasons if holds), "")


def _why_no_ruling(state: State, who: str, press: str) -> str:
    reasons = (
        ("NoSuchOrder", who != "operator"),
        ("NoDispute", not state["caller"]),
        ("NothingToSplit", press == "divide" and not state["protected"]),
        ("WrongStatus", state["place"] not in RULINGS[press]),
        (FLAWS.get(press, ""), press in FLAWS),
    )
    return next((name for name, holds in reasons if holds), "")


def _why_not_afterwards(state: State, who: str, press: str) -> str:
    is_unknown = who != "operator" if AFTERWARDS[press] == "operator" else who not in {"seller", "buyer"}
    counts = state["ending"] in KEPT | BROKEN and not state["elsewhere"]
    praises, voids = press.startswith(("praise", "scold")), press.startswith(("void", "count"))
    reasons = (
        ("NoSuchOrder", is_unknown),
        ("WrongSide", who != AFTERWARDS[press]),
        ("WrongStatus", (praises or voids) and not is_final(state)),
        ("AlreadyReviewed", praises and bool(state["mood"])),
        ("NothingToReview", praises and (not counts or state["voided"])),
        ("ReviewTooLate", praises and (state["since_end"] or 0) >= 30 * DAY),
        ("NoSuchReview", press in {"respond", "hide", "show"} and not state["mood"]),
        ("ReviewIsHidden", press in {"respond", "hide"} and state["hidden"]),
        ("ReviewAlreadyAnswered", press == "respond" and state["answered"]),
        ("ReviewIsShown", press == "show" and not state["hidden"]),
        ("NoOutcome", voids and not counts),
        ("OutcomeIsVoided", press.startswith("void") and state["voided"]),
        ("OutcomeCounts", press == "count" and not state["voided"]),
        (FLAWS.get(press, ""), press in FLAWS),
    )
    return next((name for name, holds in reasons if holds), "")


def effect(state: State) -> str:
    """How the order counts; empty: not at all."""
    if state["voided"] or state["elsewhere"]:
        return ""
    return "kept" if state["ending"] in KEPT else "broken" if state["ending"] in BROKEN else ""


def _set_right(state: State, press: str) -> None:
    match press:
        case "praise" | "scold":
            state["mood"] = "positive" if press == "praise" else "negative"
        case "respond":
            state["answered"] = True
        case "hide" | "show":
            state["hidden"] = press == "hide"
        case _:
            state["voided"] = press == "void"


def _why_no_answer(state: State, who: str, press: str) -> str:
    answerer, asker = ANSWERS[press]
    reasons = (
        # «Отозвать запрос» is one button for both sides: it is the request that says whose it is.
        ("WrongSide", who != answerer),
        ("WrongStatus", is_final(state)),
        ("NoCancellationPending", not state["asker"]),
        ("WrongSide", state["asker"] != asker),
        ("ClockRanOut", state["answer_left"] <= 0),
    )
    return next((name for name, holds in reasons if holds), "")


def _why_no_move(state: State, who: str, press: str) -> str:
    mover, places = PLACES[press]
    young = state["since_start"] is not None and state["since_start"] < 20 * MINUTE
    late = is_overdue(state)
    asks = press.startswith("buyer asks")
    delay = delay_of(state, press)
    reasons = (
        ("WrongSide", who != mover),
        ("WrongStatus", state["place"] not in places),
        # Before the start the arbiter is called only about a declined cancellation.
        ("WrongStatus", " calls" in press and state["place"] == "not_started" and not state["declined"]),
        ("CancellationPending", bool(state["asker"])),
        ("DisputeOpen", bool(state["caller"])),
        ("ClockRanOut", state["place"] != "in_progress" and state["left"] <= 0),
        ("NoSuchOrder", press == "take back" and not state["offered_whole"]),
        ("NothingDeclined", press == "anyway" and not state["declined"]),
        ("AlreadyOverdue", late and (asks or press == "change mind")),
        ("ChangeOfMindStillPossible", asks and young),
        ("ChangeOfMindOver", press == "change mind" and not young),
        ("NotOverdue", press == "cancel overdue" and not late),
        ("TooManyItems", press == "inquire" and len(state["owed"]) + AT_ONCE > MOST_ITEMS),
        ("NoSuchOption", press in OF_OPTION and not state["offers"]),
        ("PaidByInvoice", press in MONEY.values() and state["protected"]),
        ("PaidDirectly", press.startswith("bring") and not state["protected"]),
        ("NoWaitRequested", press in {"grant", "deny"} and (state["wait"] or 0) <= 0),
        ("WaitOutOfRange", press in DELAYS and delay > MOST_WAIT),
        ("WaitAlreadyRequested", press in DELAYS and state["wait"] is not None and abs(state["wait"] - delay) < MINUTE),
        (FLAWS.get(press, ""), press in FLAWS),
        ("OptionAlreadyOffered", press == "offer again" and bool(state["offers"])),
        ("TooManyOptions", press.startswith("offer") and len(state["offers"]) >= MOST_OFFERS),
    )
    return next((name for name, holds in reasons if holds), "")


def delay_of(state: State, press: str) -> int:
    """In how long the due time would be that this press asks for."""
    return max(state["left"], 0) + DELAYS.get(press, 0)


def extra_days(number: int) -> int:
    """What an option adds to the term: the first nothing, the second a day, …; so no two open ones are the same."""
    return (number - 1) % 60


def _taken(state: State, press: str) -> str:
    """Money that comes is counted; gives the press whose place it takes."""
    if press in MONEY:
        state["taken"] += state["price"] if press == "bring money" else OPTION_PRICE
    return MONEY.get(press, press)


def carry_out(state: State, press: str, now: int) -> None:  # noqa: C901 - one case a kind
    """An allowed press happens."""
    press = _taken(state, press)
    state["turn"] += press not in STILL
    if press in AFTERWARDS:
        _set_right(state, press)
    elif press in _DISPUTING:
        _dispute(state, press, now)
    elif press in _AGREEING:
        _agree(state, press)
    elif press in OWED or press == "inquire":
        _inform(state, press)
    elif press in ENDINGS:
        end(state, ENDINGS[press])
    elif press in {"seller asks", "buyer asks"}:
        state.update({"asker": press.split(maxsplit=1)[0], "answer_left": ANSWER, "answer_warned": None})
    elif press in ANSWERS:
        _go_on(state, press)
    elif press == "pay":
        state.update({"place": "not_started", "left": DAY, "warned": None})
    elif press == "start":
        state.update({"place": "in_progress", "left": state["days"] * DAY, "warned": None, "since_start": 0})
        state["declined"] = False
    elif press in {"deliver", "send back"}:
        _review(state, press, now)


def _review(state: State, press: str, now: int) -> None:
    if press == "send back":
        state.update({"place": "in_progress", "left": state["kept_term"] or 0, "kept_term": None, "warned": None})
        state["returns"] += 1
        return
    kept, left = state["left"], review_length(now)
    state.update({"place": "in_review", "kept_term": kept, "left": left, "warned": None, "declined": False})
    state["deliveries"] += 1


_DISPUTING = {"seller calls", "buyer calls", *RECALLS, "give a day", "judge anew", "start anew"}


def _dispute(state: State, press: str, now: int) -> None:
    if " calls" in press:
        state["caller"] = press.split(maxsplit=1)[0]
        return
    state["caller"] = ""
    if press in RECALLS:
        state["told"] = state["told"] and state["left"] <= 0
        return
    if press == "give a day" and state["place"] == "in_review":
        state.update({"place": "in_progress", "kept_term": None})
        state["returns"] += 1
    left = review_length(now) if press == "judge anew" else DAY
    state.update({"left": left, "warned": None, "declined": False, "told": False})


_AGREEING = {"offer", "offer again", "buy", "spurn", "retract", *DELAYS, "grant", "deny"}


def _agree(state: State, press: str) -> None:
    if press.startswith("offer"):
        state["offered"] += 1
        state["offers"] = (*state["offers"], state["offered"])
    elif press in DELAYS:
        state["wait"] = delay_of(state, press)
    elif press in {"grant", "deny"}:
        if press == "grant":
            state.update({"left": state["wait"] or 0, "warned": None, "told": False})
        state["wait"] = None
    else:
        number, *rest = state["offers"]
        state["offers"] = tuple(rest)
        if press == "buy":
            state["bought"] = (*state["bought"], number)
            state["price"] += OPTION_PRICE
            state["days"] += extra_days(number)
            if state["place"] == "in_progress":
                state["left"] += extra_days(number) * DAY
                state["told"] = state["told"] and state["left"] <= 0


def _inform(state: State, press: str) -> None:
    if press == "inquire":
        numbers = range(state["inquired"] + 1, state["inquired"] + AT_ONCE + 1)
        state["owed"] = (*state["owed"], *numbers)
        state["inquired"] += AT_ONCE
        return
    settled = settled_by(state, press)
    state["owed"] = tuple(number for number in state["owed"] if number not in settled)
    if press.startswith("tell"):
        state["brief"] = (*state["brief"], settled)


def settled_by(state: State, press: str) -> tuple[int, ...]:
    """The items that a press is about: the newest one, or all."""
    return state["owed"] if press.endswith("all") else state["owed"][-1:]


def close(state: State) -> bool:
    """What was open and makes no sense any more is closed; whether there was anything."""
    before = (state["offers"], state["wait"], state["owed"])
    if state["place"] not in {"not_started", "in_progress"}:
        state["offers"] = state["owed"] = ()
    is_granted = state["wait"] is not None and not stands_still(state) and state["left"] >= state["wait"]
    if state["place"] != "in_progress" or is_granted:
        state["wait"] = None
    return (state["offers"], state["wait"], state["owed"]) != before


def _go_on(state: State, press: str) -> None:
    state.update({"asker": "", "answer_left": 0, "answer_warned": None})
    if press in {"decline", "disagree"}:
        state["left"] = max(state["left"], LEAST_AFTER_DECLINE)
    if press == "decline":
        state["declined"] = True
    if state["left"] > 0:
        state["told"] = False


def end(state: State, ending: str) -> None:
    """The order is over: nothing of its clocks is left."""
    place = "completed" if ending in KEPT else "cancelled"
    state.update(
        {
            "place": place,
            "ending": ending,
            "left": 0,
            "warned": None,
            "asker": "",
            "answer_left": 0,
            "answer_warned": None,
            "caller": "",
        }
    )
    state.update({"kept_term": None, "declined": False, "since_end": 0})


#: The clock's own step in each place.
STEPS = {"awaiting_payment": "lapsed", "not_started": "auto_cancelled", "in_review": "auto_accepted"}


def settle(state: State, *, reachable: bool) -> str:
    """The clock's step: «too early», «told», «put off», or the ending."""
    left = state["answer_left"] if state["asker"] else state["left"]
    if is_final(state) or state["caller"] or left > 0 or (is_overdue(state) and state["told"]):
        return "too early"
    if is_overdue(state):
        state["told"] = True
        return "told"
    ending = "silence" if state["asker"] else STEPS[state["place"]]
    warned = state["answer_warned"] if state["asker"] else state["warned"]
    wait = NOTICE if warned is None else NOTICE - warned
    if ending != "lapsed" and reachable and wait > 0:
        state["answer_left" if state["asker"] else "left"] = wait
        return "put off"
    state["turn"] += 1
    end(state, ending)
    return ending


def hand_over_warning(state: State, turn: int) -> None:
    """A warning reached Telegram just now."""
    if is_final(state) or state["caller"] or turn != state["turn"]:
        return
    if not state["asker"]:
        state["warned"] = state["warned"] or 0
    else:
        state["answer_warned"] = state["answer_warned"] or 0


def review_length(now: int) -> int:
    """Three days, or four if any of them is a Saturday or Sunday in Moscow. Day 0 of the epoch was a Thursday."""
    days = range((now + MOSCOW) // DAY, (now + MOSCOW + 3 * DAY - 1) // DAY + 1)
    return 4 * DAY if any((day + 3) % 7 in {5, 6} for day in days) else 3 * DAY
