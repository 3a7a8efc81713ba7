"""What the history says of a fact. It names the sides by their roles: both read the same record."""

from typing import assert_never

from aiogram.utils.formatting import Italic, Text, as_list

from handlers.card import Reader, option_line
from handlers.notices import content_of_fact
from handlers.owed import numbers_of
from handlers.ruling import ruling_line
from handlers.texts import Texts
from handlers.wording import moment, price
from orders import facts as f
from orders.order import Option
from orders.status import Side


def told(reader: Reader, fact: f.Fact) -> Text:  # noqa: C901, PLR0911, PLR0912, PLR0915 - one case a fact
    """One sentence, with the moment until which the next step was due."""
    texts = reader.texts

    def when(at: int) -> Text:
        return moment(texts, at, reader.zone)

    def who(side: Side) -> str:
        return texts.plain(f"history-{side}")

    match fact:
        case f.OrderPlaced(pay_until=until, method=method, options=options):
            key = "history-placed-with-options" if options else "history-placed"
            return texts(key, until=when(until), method=method)
        case f.OrderPaid(start_until=until, charge=charge):
            if charge is None:
                return texts("history-paid", until=when(until))
            return texts("history-paid-held", until=when(until), amount=price(texts, charge.money))
        case f.OrderAdded(until=until, is_started=is_started):
            return texts("history-added-started" if is_started else "history-added", until=when(until))
        case f.BuyerJoined(clock_until=until):
            return texts("history-joined", until=when(until))
        case f.DueMoved(due=due):
            return texts("history-due-moved", until=when(due))
        case f.WindowPassed(step=step):
            return texts(f"history-window-passed-{step.replace('_', '-')}")
        case f.MoneyReturned(money=money):
            return texts("history-money-returned", amount=price(texts, money))
        case f.WorkStarted(due=due):
            return texts("history-started", until=when(due))
        case f.CancellationRequested(by=by, reason=reason, answer_until=until):
            asked = texts("history-cancellation-requested", who=who(by), until=when(until))
            return Text(asked, "\n", Italic(texts.plain(f"reason-{reason.replace('_', '-')}", side=by)))
        case f.CancellationWithdrawn(by=by, clock_until=until):
            return texts("history-cancellation-withdrawn", who=who(by), until=when(until))
        case f.CancellationDeclined(by=by, clock_until=until):
            return texts("history-cancellation-declined", who=who(by), until=when(until))
        case f.WorkDelivered(number=number, review_until=until):
            return texts("history-delivered", number=str(number), until=when(until))
        case f.WorkReturned(due=due):
            return texts("history-returned", until=when(due))
        case f.Said(by=by, saying=saying):
            return texts(f"history-said-{saying.replace('_', '-')}", who=who(by))
        case f.SaidEdited(by=by):
            return texts("history-said-edited", who=who(by))
        case f.InformationRequested(items=items):
            return texts("history-information-requested", n=len(items))
        case f.InformationAnswered(items=items):
            return texts("history-information-answered", n=len(items), numbers=numbers_of(items))
        case f.InformationClosed(items=items):
            return texts("history-information-closed", n=len(items), numbers=numbers_of(items))
        case f.OptionOffered(option=option):
            return option_line(texts, "history-option-offered", option)
        case f.OptionPaid(option=option):
            return option_line(texts, "history-option-paid", option)
        case f.OptionDeclined(option=option):
            return option_line(texts, "history-option-declined", option)
        case f.OptionWithdrawn(option=option):
            return option_line(texts, "history-option-withdrawn", option)
        case f.WaitRequested(until=until):
            return texts("history-wait-requested", until=when(until))
        case f.WaitAgreed(due=due):
            return texts("history-wait-agreed", until=when(due))
        case f.WaitDeclined(until=until):
            return texts("history-wait-declined", until=when(until))
        case f.RequestsClosed(options=options, wait=wait, information=items):
            lines = [texts("history-requests-closed")] if options or wait else []
            if items:
                lines.append(texts("history-information-lapsed", n=len(items), numbers=numbers_of(items)))
            return as_list(*lines)
        case f.ArbiterCalled(by=by):
            return texts("history-arbiter-called", who=who(by))
        case f.DisputeWithdrawn(by=by, clock_until=until):
            return texts("history-dispute-withdrawn", who=who(by), until=when(until))
        case f.ArbiterAsked():
            return texts("history-arbiter-asked")
        case f.ArbiterDecided():
            return ruling_line(reader, fact)
        case f.DueTimePassed():
            return texts("history-due-passed")
        case f.StepPutOff(step=step, until=until):
            return texts(f"history-put-off-{step.replace('_', '-')}", until=when(until))
        case f.OrderEnded(ending=ending):
            return texts(f"ending-{ending.replace('_', '-')}")
        case f.ReviewLeft(mood=mood):
            return texts("history-review-left", mood=mood)
        case f.ReviewAnswered():
            return texts("history-review-answered")
        case f.ReviewHidden():
            return texts("history-review-hidden")
        case f.ReviewShown():
            return texts("history-review-shown")
        case f.OutcomeVoided():
            return texts("history-outcome-voided")
        case f.OutcomeCounted():
            return texts("history-outcome-counted")
        case _:
            assert_never(fact)


def option_words(texts: Texts, option: Option) -> str:
    """«Визитка, 500 ₽, +2 дня»."""
    return option_line(texts, "option-words", option).render()[0]


def quoted(texts: Texts, fact: f.Fact) -> str:
    """What stands below that sentence: words that were handed over, an explanation, options ordered with a gig."""
    match fact:
        case f.CancellationRequested(explanation=explanation):
            return explanation
        case f.OrderPlaced(options=options):
            return "\n".join(option_words(texts, option) for option in options)
        case f.ArbiterCalled(statement=words) | f.ArbiterAsked(question=words) | f.ArbiterDecided(reason=words):
            return words
        case f.ReviewAnswered(text=words) | f.ReviewHidden(reason=words) | f.OutcomeVoided(reason=words):
            return words
        case _:
            content = content_of_fact(fact)
            return content.text.strip() if content is not None else ""
