"""The news of facts and the warnings of clocks, rendered for one reader when they are sent."""

from collections.abc import Sequence
from typing import Any, assert_never

from aiogram.methods import EditMessageCaption, EditMessageText, SendMessage, TelegramMethod
from aiogram.types import InlineKeyboardButton
from aiogram.utils.formatting import BlockQuote, Bold, Text, as_list

from desk.catalogue import Moved
from desk.handover import has_heading, parts
from desk.people import Person
from desk.room import RoomMessage
from handlers.buttons import GoPress, Move, RatingPress, ReasonPress, Screen, SellerPress, button
from handlers.card import Reader, option_line
from handlers.fall import fall_lines
from handlers.files import file_message, message_entities, text_message
from handlers.money import earned, kept_lines, paid_by
from handlers.order_buttons import OrderButtons, Row, reviewing, writing
from handlers.owed import numbered
from handlers.ruling import consequence, ruling_line
from handlers.says import keyboard, message
from handlers.wording import duration, moment, price, rating_text
from orders import facts as f
from orders.commands import Saying
from orders.content import Content
from orders.order import CancelReason, Effect, Ending, Order, Running
from orders.rating import Rating, Shift
from orders.reviewing import may_review
from orders.status import Side, Status
from orders.timers import TimerKind, is_quiet
from orders.written import HANDOVER_TEXT_MAX

Buttons = list[list[InlineKeyboardButton]]

#: Telegram's bound of a caption, in UTF-16 units.
CAPTION_MAX = 1_024


def content_of_fact(fact: f.Fact) -> Content | None:
    """What a fact hands over, if anything."""
    match fact:
        case (
            f.WorkDelivered(content=content)
            | f.WorkReturned(remarks=content)
            | f.Said(content=content)
            | f.SaidEdited(content=content)
            | f.InformationAnswered(content=content)
            | f.ReviewLeft(content=content)
        ):
            return content
        case f.InformationRequested(items=items):
            return Content(text=numbered(items))
        case _:
            return None


def part_message(
    reader: Reader, order: Order, side: Side, fact: f.Fact, part: int, other: Person | None
) -> TelegramMethod[Any] | None:
    """One message of a hand-over: part 0 is its text, under a line that says who it is from; the others its files.

    A message without files is answered right below it.
    """
    content = content_of_fact(fact)
    if content is None:
        return None
    if part > 0:
        return file_message(reader.person.id, parts(content)[part - 1])
    if not has_heading(content):
        return text_message(reader.person.id, content)
    heading = _heading_line(reader, order, fact, other)
    words = Text(heading, "\n\n", Text.from_entities(content.text, message_entities(content)))
    rows = _news_buttons(reader, order, side, fact) if isinstance(fact, f.Said) and not content.files else ()
    return message(reader.person, words, rows)


def corrected_message(
    reader: Reader,
    order: Order,
    side: Side,
    fact: f.SaidEdited,
    copies: Sequence[RoomMessage],
    other: Person | None,
) -> EditMessageText | EditMessageCaption | SendMessage:
    """The reader's message as it reads now, with a mark that it was edited.

    Words that came without files or above them stand in a message of their own; words that a file gets only now become
    its caption, if they fit there. Where nothing of it was sent (its reader is away, say), they are a new message.
    """
    content = fact.content
    mark = reader.texts.plain("room-edited")
    words = Text.from_entities(content.text, message_entities(content))
    first = next((copy for copy in copies if copy.part == 0), None)
    file = next((copy for copy in copies if copy.part == 1), None)
    if first is not None or file is None or len(words) > CAPTION_MAX:
        heading = Text(_heading_line(reader, order, fact, other), " · ", mark)
        text = next(
            text
            for text in (Text(heading, "\n\n", words), Text(words, "\n\n", mark), words)
            if len(text) <= HANDOVER_TEXT_MAX or text is words
        )
        rows = () if content.files else _news_buttons(reader, order, side, fact)
        if first is None:
            return message(reader.person, text, rows)
        return EditMessageText(
            chat_id=reader.person.id, message_id=first.message_id, **text.as_kwargs(), reply_markup=keyboard(rows)
        )
    caption = Text(words, "\n\n", mark)
    if len(caption) > CAPTION_MAX:
        caption = words
    return EditMessageCaption(
        chat_id=reader.person.id,
        message_id=file.message_id,
        **caption.as_kwargs(text_key="caption", entities_key="caption_entities"),
    )


def _heading_line(reader: Reader, order: Order, fact: f.Fact, other: Person | None) -> Text:
    texts = reader.texts
    name = other.name if other is not None else texts.plain("somebody")
    return texts(f"heading-{_heading(fact)}", name=Bold(name), number=Bold(str(order.number)), title=order.terms.title)


def _heading(fact: f.Fact) -> str:
    match fact:
        case f.WorkDelivered():
            return "delivery"
        case f.WorkReturned():
            return "remarks"
        case f.Said(saying=saying) | f.SaidEdited(saying=saying):
            return _SAID[saying]
        case f.InformationAnswered():
            return "answer"
        case _:
            raise AssertionError("nothing is handed over")


def warning_message(reader: Reader, order: Order, side: Side, kind: TimerKind) -> SendMessage | None:
    """A warning, with how much is left now; None where the clock has run out or stands still.

    A buyer hears of a seller's clock only while answers are owed.
    """
    clock = order.clock if order.cancellation is None else order.cancellation.answer
    if not isinstance(clock, Running) or clock.until <= reader.now:
        return None
    texts = reader.texts
    left = duration(texts, clock.until - reader.now)
    is_reminder = side is Side.BUYER and kind in {TimerKind.START_WARNING, TimerKind.DUE_WARNING}
    if is_reminder and not order.information:
        return None
    name = kind.replace("_", "-")
    key = f"reminder-{name}" if is_reminder else f"warning-{name}"
    if order.is_solo and kind is not TimerKind.DUE_WARNING:
        key = f"warning-alone-{name}"
    if kind is TimerKind.ANSWER_WARNING:
        key += f"-{side}"
    text = Text(
        Bold(texts.plain("order-title", number=str(order.number), title=order.terms.title)),
        "\n",
        texts(key, left=left, moment=moment(texts, clock.until, reader.zone)),
    )
    if order.information and kind is not TimerKind.ANSWER_WARNING:
        owed = texts(f"warning-owed-{side}", n=len(order.information))
        text = Text(text, "\n\n", owed, "\n", numbered(order.information))
    silent = is_reminder and is_quiet(reader.now, reader.person.preferences(reader.zone))
    return message(reader.person, text, _buttons(reader, order, side).on_note(), silent=silent)


def news_message(
    reader: Reader,
    order: Order,
    side: Side,
    fact: f.Fact,
    other: Person | None,
    rating: Rating,
    shift: Shift | None = None,
    moved: Sequence[Moved] = (),
) -> SendMessage:
    """The news of a fact to one side: what happened, what it means, what can be pressed now.

    `rating`: the seller's now; `shift`: what the end of this order has made of it; `moved`: and of the places of
    their gigs.
    """
    texts = reader.texts
    heading = Bold(texts.plain("order-title", number=str(order.number), title=order.terms.title))
    name = other.name if other is not None else texts.plain("somebody")
    body = _body(reader, order, side, fact, Bold(name), rating, shift, moved)
    silent = is_quiet(reader.now, reader.person.preferences(reader.zone))
    return message(reader.person, Text(heading, "\n", body), _news_buttons(reader, order, side, fact), silent=silent)


def _body(  # noqa: C901, PLR0911, PLR0912, PLR0915 - one case a fact
    reader: Reader,
    order: Order,
    side: Side,
    fact: f.Fact,
    name: Text,
    rating: Rating,
    shift: Shift | None,
    moved: Sequence[Moved],
) -> Text:
    texts = reader.texts

    def when(at: int) -> Text:
        return moment(texts, at, reader.zone)

    match fact:
        case f.OrderPlaced() | f.OrderAdded() | f.StepPutOff() | f.SaidEdited():
            raise AssertionError("told by a card, a warning or an edit")
        case _ if order.is_solo:
            return _body_alone(reader, order, fact)
        case f.BuyerJoined():
            return texts("news-joined", name=name)
        case f.DueMoved(due=due):
            return texts("news-due-moved", moment=when(due))
        case f.WindowPassed(step=step):
            return texts(f"news-window-passed-{step.replace('_', '-')}")
        case f.OrderPaid(start_until=until):
            return texts(f"news-order-paid-{side}", name=name, moment=when(until), method=order.method)
        case f.WorkStarted(due=due):
            started = texts(f"news-work-started-{side}", name=name, moment=when(due))
            left = (order.started_at or 0) + reader.policy.change_of_mind - reader.now
            if side is Side.SELLER or order.status is not Status.IN_PROGRESS or left <= 0:
                return started
            return Text(started, " ", texts("news-work-started-mind", left=duration(texts, left)))
        case f.CancellationRequested(by=by, reason=reason, explanation=explanation, answer_until=until):
            role = "asker" if by is side else "answerer"
            return Text(
                texts(f"news-cancellation-requested-{role}", name=name, moment=when(until)),
                "\n\n",
                Bold(texts.plain(f"reason-{reason.replace('_', '-')}")),
                "\n",
                BlockQuote(explanation),
                *(("\n", texts("news-verdicts-mean")) if _has_verdicts_to_explain(order, by, role) else ()),
            )
        case f.CancellationWithdrawn(by=by, clock_until=until):
            role = "asker" if by is side else "answerer"
            return texts(f"news-cancellation-withdrawn-{role}", name=name, moment=when(until))
        case f.CancellationDeclined(by=by, clock_until=until):
            role = "answerer" if by is side else "asker"
            hint = "-seller" if role == "asker" and side is Side.SELLER and order.is_rated else ""
            return texts(f"news-cancellation-declined-{role}{hint}", name=name, moment=when(until))
        case f.WorkDelivered(number=number, review_until=until):
            again = "-again" if number > 2 and side is Side.SELLER else ""  # noqa: PLR2004 - SPEC 6: the third
            return texts(f"news-work-delivered-{side}{again}", name=name, moment=when(until), returns=number - 1)
        case f.WorkReturned(due=due):
            late = "-late" if due <= reader.now else ""
            return texts(f"news-work-returned-{side}{late}", name=name, moment=when(due))
        case f.Said(saying=saying):
            return texts(f"news-said-{_SAID[saying]}", name=name)
        case f.InformationRequested(items=items):
            return Text(texts("news-information-requested", name=name), "\n", numbered(items))
        case f.InformationAnswered(items=items, left=left, said=said):
            key = "news-information-answered" if said is None else "news-information-filed"
            rest = texts("news-information-left", n=left) if left else texts("news-information-whole")
            return Text(texts(key, name=name), "\n", numbered(items), "\n\n", rest)
        case f.InformationClosed(items=items):
            return Text(texts("news-information-closed", name=name), "\n", numbered(items))
        case f.OptionOffered(option=option):
            return Text(
                texts(f"news-option-offered-{side}", name=name), "\n", option_line(texts, "card-option", option)
            )
        case f.OptionPaid(option=option, due=due):
            paid = option_line(texts, f"news-option-paid-{side}", option)
            return paid if due is None else Text(paid, " ", texts("news-option-paid-due", moment=when(due)))
        case f.OptionDeclined(option=option):
            return option_line(texts, f"news-option-declined-{side}", option)
        case f.OptionWithdrawn(option=option):
            return option_line(texts, f"news-option-withdrawn-{side}", option)
        case f.WaitRequested(until=until):
            return texts(f"news-wait-requested-{side}", name=name, moment=when(until))
        case f.WaitAgreed(due=due):
            return texts(f"news-wait-agreed-{side}", name=name, moment=when(due))
        case f.WaitDeclined():
            return texts(f"news-wait-declined-{side}", name=name)
        case f.RequestsClosed(options=options, wait=wait):
            lines = [option_line(texts, "news-option-closed", option) for option in options]
            return as_list(*lines, *([texts("news-wait-closed")] if wait else []))
        case f.ArbiterCalled(by=by, statement=statement):
            role = "caller" if by is side else "other"
            return Text(texts(f"news-arbiter-called-{role}", name=name), "\n\n", BlockQuote(statement))
        case f.DisputeWithdrawn(by=by, clock_until=until):
            role = "caller" if by is side else "other"
            return texts(f"news-dispute-withdrawn-{role}", name=name, moment=when(until))
        case f.ArbiterAsked(question=question):
            return Text(texts("news-arbiter-asked"), "\n\n", BlockQuote(question))
        case f.ArbiterDecided(reason=reason):
            decided = Text(
                texts("news-arbiter-decided", ruling=Bold(ruling_line(reader, fact))),
                "\n\n",
                BlockQuote(reason),
                "\n",
                consequence(reader, order, side, fact, rating),
            )
            return _with_review_asked(reader, order, side, decided)
        case f.DueTimePassed():
            return texts(f"news-due-passed-{side}", name=name)
        case f.OrderEnded(ending=ending) if ending.is_arbiters:
            raise AssertionError("told by the decision")
        case f.OrderEnded(ending=ending):
            key = f"news-ended-{ending.replace('_', '-')}-{side}"
            if not order.is_rated and texts.has(f"{key}-unrated"):
                key = f"{key}-unrated"
            back = texts.plain("money-back", method=paid_by(order))
            fell = 0 if shift is not None and not shift.is_fall else 1
            ended = texts(key, name=name, rating=rating_text(texts, rating), back=back, fell=fell)
            if side is Side.BUYER:
                return _with_review_asked(reader, order, side, ended)
            if order.effect is Effect.BROKEN and shift is not None:
                return Text(ended, "\n\n", *fall_lines(texts, ending, shift, moved))
            if order.status is not Status.COMPLETED or not order.method.holds_money:
                return ended
            released = texts("money-released", amount=price(texts, earned(order)))
            return as_list(ended, released, *kept_lines(texts, order), sep=" ")
        case f.MoneyReturned(money=money):
            return texts("news-money-returned", amount=price(texts, money))
        case f.ReviewLeft(mood=mood, content=content):
            left_now = texts("news-review-left", name=name, mood=mood)
            return Text(left_now, "\n\n", BlockQuote(content.text)) if content.text else left_now
        case f.ReviewAnswered(text=words):
            return Text(texts("news-review-answered", name=name), "\n\n", BlockQuote(words))
        case f.ReviewHidden(reason=reason):
            return Text(texts(f"news-review-hidden-{side}"), "\n\n", BlockQuote(reason))
        case f.ReviewShown():
            return texts(f"news-review-shown-{side}")
        case f.OutcomeVoided(reason=reason):
            voided = texts("news-outcome-voided", rating=rating_text(texts, rating))
            return Text(voided, "\n\n", BlockQuote(reason))
        case f.OutcomeCounted():
            return texts("news-outcome-counted", rating=rating_text(texts, rating))
        case _:
            assert_never(fact)


def _with_review_asked(reader: Reader, order: Order, side: Side, ended: Text) -> Text:
    """What the end means to the buyer and, where there is something to be said of it to others, a request to do so."""
    if side is Side.SELLER or not may_review(order, reader.now):
        return ended
    return Text(ended, "\n\n", reader.texts("news-review-ask"))


def _body_alone(reader: Reader, order: Order, fact: f.Fact) -> Text:  # noqa: PLR0911 - one case a fact
    """To a seller who is alone in the order: what they have noted, and what comes next."""
    texts = reader.texts

    def when(at: int) -> Text:
        return moment(texts, at, reader.zone)

    match fact:
        case f.WorkStarted(due=due):
            return texts("news-work-started-seller", moment=when(due))
        case f.WorkDelivered(review_until=until):
            return texts("news-alone-delivered", moment=when(until))
        case f.WorkReturned(due=due):
            return texts("news-alone-returned-late" if due <= reader.now else "news-alone-returned", moment=when(due))
        case f.OptionPaid(option=option, due=due):
            paid = option_line(texts, "news-alone-option", option)
            return paid if due is None else Text(paid, " ", texts("news-option-paid-due", moment=when(due)))
        case f.DueMoved(due=due):
            return texts("news-due-moved", moment=when(due))
        case f.DueTimePassed():
            return texts("news-alone-due-passed")
        case f.WindowPassed(step=step):
            return texts(f"news-window-passed-{step.replace('_', '-')}")
        case f.OrderEnded():
            return texts("news-alone-done" if order.status is Status.COMPLETED else "news-alone-off")
        case _:
            raise AssertionError(f"needs a buyer: {fact}")


def _has_verdicts_to_explain(order: Order, by: Side, role: str) -> bool:
    return by is Side.SELLER and role == "answerer" and order.is_rated


_SAID = {
    Saying.MESSAGE: "message",
    Saying.INFORMATION_REQUEST: "information",
    Saying.INTERIM_RESULT: "interim",
}


def _news_buttons(reader: Reader, order: Order, side: Side, fact: f.Fact) -> Buttons:  # noqa: C901, PLR0911, PLR0912 - one case a fact
    buttons = _buttons(reader, order, side)
    match fact:
        case f.Said() | f.SaidEdited():
            return buttons.rows(*_answering(side))
        case f.InformationRequested() | f.InformationClosed():
            return buttons.rows(*(((Move.ANSWER,),) if order.information else ()), (Move.OPEN,))
        case f.InformationAnswered():
            return buttons.after_answers()
        case f.OptionOffered(option=option) if option in order.options:
            return [*buttons.option(option), *buttons.rows((Move.OPEN,))]
        case f.OptionDeclined() if side is Side.SELLER and not order.status.is_final:
            press = ReasonPress(number=order.number, reason=CancelReason.MISMATCH)
            return [[button(reader.texts.plain("button-cancel-order"), press)], *buttons.rows((Move.OPEN,))]
        case f.WaitRequested(until=until) if (
            side is Side.BUYER and order.wait is not None and order.wait.until == until
        ):
            return [buttons.wait(until), *buttons.rows((Move.OPEN,))]
        case f.MoneyReturned():
            return buttons.rows((Move.OPEN,))
        case f.OptionOffered() | f.OptionDeclined() | f.OptionWithdrawn() | f.WaitRequested() | f.RequestsClosed():
            return buttons.rows((Move.OPEN,))
        case f.CancellationDeclined():
            return buttons.on_note_with_arbiter()
        case f.ArbiterAsked():
            return buttons.rows((Move.WRITE, Move.OPEN))
        case f.BuyerJoined():
            return buttons.rows(*_answering(side))
        case f.WorkDelivered() if side is Side.BUYER:
            return [*buttons.on_note(), _sellers_gigs(reader, order)]
        case f.OrderEnded(ending=Ending.ACCEPTED | Ending.AUTO_ACCEPTED) if side is Side.BUYER:
            review = reviewing(order, side, reader.now)
            return [*buttons.rows(*review, (Move.OPEN,)), _sellers_gigs(reader, order)]
        case f.ReviewLeft() | f.ReviewAnswered() | f.ReviewHidden() | f.ReviewShown():
            return buttons.rows(*reviewing(order, side, reader.now), (Move.OPEN,))
        case f.OutcomeVoided() | f.OutcomeCounted():
            return [*buttons.rows((Move.OPEN,)), _rating(reader)]
        case f.OrderEnded() if side is Side.SELLER and order.effect is Effect.BROKEN:
            rooms = [button(reader.texts.plain("button-orders"), GoPress(screen=Screen.ORDERS))]
            return [_rating(reader), *buttons.rows((Move.OPEN,)), rooms]
        case f.OrderEnded() if side is Side.SELLER:
            rooms = [button(reader.texts.plain("button-orders"), GoPress(screen=Screen.ORDERS))]
            if order.status is Status.COMPLETED and order.method.holds_money:
                rooms.append(button(reader.texts.plain("button-balance"), GoPress(screen=Screen.BALANCE)))
            return [*buttons.rows((Move.OPEN,)), rooms]
        case _:
            return buttons.on_note()


def _answering(side: Side) -> tuple[Row, ...]:
    """What stands under words of the other side."""
    return ((Move.WRITE, Move.OPEN),) if side is Side.BUYER else (writing(side), (Move.OPEN,))


def is_open_wait(order: Order, until: int) -> bool:
    """Whether the request to wait until then still awaits its answer."""
    return order.wait is not None and order.wait.until == until


def _rating(reader: Reader) -> list[InlineKeyboardButton]:
    return [button(reader.texts.plain("button-rating"), RatingPress())]


def _sellers_gigs(reader: Reader, order: Order) -> list[InlineKeyboardButton]:
    return [button(reader.texts.plain("button-sellers-gigs"), SellerPress(id=order.seller_id))]


def _buttons(reader: Reader, order: Order, side: Side) -> OrderButtons:
    return OrderButtons(reader.texts, order, side, reader.now, reader.policy)
