"""How records are written down. Files with these texts exist: who renames a class or a field must still read them."""

from dataclasses import replace

import pytest
from pydantic import TypeAdapter

from orders import facts as f
from orders.commands import Saying
from orders.content import Answer, Attachment, Content, FileKind
from orders.dispute import Decision, Ruling
from orders.gig import PresetOption
from orders.money import Money
from orders.order import CancelReason, Effect, Ending, Item, Mood, Option, Review
from orders.payment import Charge, PaymentMethod
from orders.status import Side
from storage.facts import KINDS, read_fact, write_fact
from storage.order_row import columns, read_order
from tests.storage.samples import order, terms

_CONTENT = Content(
    text="Готово",
    entities=({"type": "bold", "offset": 0, "length": 6},),
    files=(Attachment(kind=FileKind.PHOTO, file_id="AgAC", name="a.jpg", album="7"),),
)
_CONTENT_JSON = (
    '{"text":"Готово","entities":[{"type":"bold","offset":0,"length":6}],'
    '"files":[{"kind":"photo","file_id":"AgAC","name":"a.jpg","album":"7"}]}'
)
_OPTION = Option(number=1, title="Ночью", price=Money(5000, "RUB"), extra_days=2)
_OPTION_JSON = '{"number":1,"title":"Ночью","price":{"amount":5000,"currency":"RUB"},"extra_days":2}'
_ITEM = Item(number=2, text="Шрифт")
_ITEM_JSON = '{"number":2,"text":"Шрифт"}'

_CHARGE = Charge("stx1", Money(150, "XTR"))
_CHARGE_JSON = '{"id":"stx1","money":{"amount":150,"currency":"XTR"}}'

_DECISION_JSON = '{"ruling":"split","to_seller":{"amount":5,"currency":"XTR"},"due":null}'

_FACTS: dict[str, tuple[f.Fact, str]] = {
    "order_placed": (
        f.OrderPlaced(5, PaymentMethod.STARS, (_OPTION,)),
        '{"pay_until":5,"method":"stars","options":[' + _OPTION_JSON + "]}",
    ),
    "order_paid": (f.OrderPaid(5, _CHARGE), '{"start_until":5,"charge":' + _CHARGE_JSON + "}"),
    "order_added": (f.OrderAdded(5, is_started=True), '{"until":5,"is_started":true}'),
    "buyer_joined": (f.BuyerJoined(5), '{"clock_until":5}'),
    "due_moved": (f.DueMoved(5), '{"due":5}'),
    "window_passed": (f.WindowPassed(f.Step.AUTO_CANCEL, 5), '{"step":"auto_cancel","until":5}'),
    "work_started": (f.WorkStarted(5), '{"due":5}'),
    "cancellation_requested": (
        f.CancellationRequested(Side.SELLER, CancelReason.NO_TIME, "Рука", 5),
        '{"by":"seller","reason":"no_time","explanation":"Рука","answer_until":5}',
    ),
    "cancellation_withdrawn": (f.CancellationWithdrawn(Side.BUYER, 5), '{"by":"buyer","clock_until":5}'),
    "cancellation_declined": (f.CancellationDeclined(Side.BUYER, 5), '{"by":"buyer","clock_until":5}'),
    "work_delivered": (
        f.WorkDelivered(_CONTENT, 2, 5),
        '{"content":' + _CONTENT_JSON + ',"number":2,"review_until":5}',
    ),
    "work_returned": (f.WorkReturned(_CONTENT, 5), '{"remarks":' + _CONTENT_JSON + ',"due":5}'),
    "said": (
        f.Said(Side.BUYER, Saying.INTERIM_RESULT, _CONTENT),
        '{"by":"buyer","saying":"interim_result","content":' + _CONTENT_JSON + "}",
    ),
    "said_edited": (
        f.SaidEdited(Side.BUYER, 7, Saying.MESSAGE, _CONTENT),
        '{"by":"buyer","said":7,"saying":"message","content":' + _CONTENT_JSON + "}",
    ),
    "information_requested": (f.InformationRequested((_ITEM,)), '{"items":[' + _ITEM_JSON + "]}"),
    "information_answered": (
        f.InformationAnswered((_ITEM,), _CONTENT, left=1, said=7),
        '{"items":[' + _ITEM_JSON + '],"content":' + _CONTENT_JSON + ',"left":1,"said":7}',
    ),
    "information_closed": (f.InformationClosed((_ITEM,), left=0), '{"items":[' + _ITEM_JSON + '],"left":0}'),
    "option_offered": (f.OptionOffered(_OPTION), '{"option":' + _OPTION_JSON + "}"),
    "option_paid": (f.OptionPaid(_OPTION, None), '{"option":' + _OPTION_JSON + ',"due":null,"charge":null}'),
    "option_declined": (f.OptionDeclined(_OPTION), '{"option":' + _OPTION_JSON + "}"),
    "option_withdrawn": (f.OptionWithdrawn(_OPTION), '{"option":' + _OPTION_JSON + "}"),
    "wait_requested": (f.WaitRequested(5), '{"until":5}'),
    "wait_agreed": (f.WaitAgreed(5), '{"due":5}'),
    "wait_declined": (f.WaitDeclined(5), '{"until":5}'),
    "requests_closed": (
        f.RequestsClosed((_OPTION,), wait=True, information=(_ITEM,)),
        '{"options":[' + _OPTION_JSON + '],"wait":true,"information":[' + _ITEM_JSON + "]}",
    ),
    "due_time_passed": (f.DueTimePassed(5), '{"due":5}'),
    "step_put_off": (
        f.StepPutOff(f.Step.AUTO_ACCEPT, 5, is_warned=False),
        '{"step":"auto_accept","until":5,"is_warned":false}',
    ),
    "arbiter_called": (f.ArbiterCalled(Side.BUYER, "Рука"), '{"by":"buyer","statement":"Рука"}'),
    "dispute_withdrawn": (f.DisputeWithdrawn(Side.BUYER, 5), '{"by":"buyer","clock_until":5}'),
    "arbiter_asked": (f.ArbiterAsked("Рука?", 900), '{"question":"Рука?","arbiter":900}'),
    "arbiter_decided": (
        f.ArbiterDecided(Decision(ruling=Ruling.SPLIT, to_seller=Money(5, "XTR")), "Рука", 900, None),
        '{"decision":' + _DECISION_JSON + ',"reason":"Рука","arbiter":900,"clock_until":null}',
    ),
    "money_returned": (f.MoneyReturned(Money(150, "XTR")), '{"money":{"amount":150,"currency":"XTR"}}'),
    "review_left": (f.ReviewLeft(Mood.NEGATIVE, _CONTENT), '{"mood":"negative","content":' + _CONTENT_JSON + "}"),
    "review_answered": (f.ReviewAnswered("Рука"), '{"text":"Рука"}'),
    "review_hidden": (f.ReviewHidden("Рука", 900), '{"reason":"Рука","operator":900}'),
    "review_shown": (f.ReviewShown(900), '{"operator":900}'),
    "outcome_voided": (
        f.OutcomeVoided(Effect.BROKEN, "Рука", 900),
        '{"effect":"broken","reason":"Рука","operator":900}',
    ),
    "outcome_counted": (f.OutcomeCounted(Effect.KEPT, 900), '{"effect":"kept","operator":900}'),
    "order_ended": (f.OrderEnded(Ending.AUTO_ACCEPTED), '{"ending":"auto_accepted"}'),
}


def test_every_kind_of_fact_stands_here() -> None:
    """A new kind brings its own line."""
    assert set(_FACTS) == set(KINDS)


@pytest.mark.parametrize("name", _FACTS)
def test_a_fact_is_written_so_and_read_so(name: str) -> None:
    """Both ways."""
    fact, text = _FACTS[name]
    assert write_fact(fact) == (name, text)
    assert read_fact(name, text) == fact


@pytest.mark.parametrize(
    ("name", "body", "fact"),
    [
        ("order_placed", '{"pay_until":5}', f.OrderPlaced(5)),
        ("order_paid", '{"start_until":5}', f.OrderPaid(5)),
        ("option_paid", '{"option":' + _OPTION_JSON + ',"due":7}', f.OptionPaid(_OPTION, 7)),
    ],
)
def test_a_fact_of_an_earlier_version_is_read(name: str, body: str, fact: f.Fact) -> None:
    """From before the bot held money: whatever it says nothing of was so by default."""
    assert read_fact(name, body) == fact


def test_json_in_an_order_is_written_so_and_read_so() -> None:
    """Questions, brief, options of each kind and open items."""
    preset = PresetOption(title="Ночью", price=Money(5000, "RUB"), extra_days=2)
    written = order(
        terms=replace(terms(), presets=(preset,)),
        brief=(Answer("Цвет?", _CONTENT),),
        options=(_OPTION,),
        bought=(_OPTION,),
        information=(_ITEM,),
        review=Review(mood=Mood.POSITIVE, text="Да", photo="AgAC", left_at=5, answer="Спасибо", hidden="Рука"),
    )
    row = columns(written)
    expected = {
        "questions": '["Which colour?","Какого размера?"]',
        "brief": '[{"question":"Цвет?","content":' + _CONTENT_JSON + "}]",
        "options": "[" + _OPTION_JSON + "]",
        "information": "[" + _ITEM_JSON + "]",
        "bought": "[" + _OPTION_JSON + "]",
        "review": ('{"mood":"positive","text":"Да","photo":"AgAC","left_at":5,"answer":"Спасибо","hidden":"Рука"}'),
        "presets": '[{"title":"Ночью","price":{"amount":5000,"currency":"RUB"},"extra_days":2}]',
    }
    assert {name: row[name] for name in expected} == expected
    assert read_order({**row, "number": 0, "version": 0}) == written


def test_an_order_placed_before_gigs_had_options_is_read() -> None:
    """None were ordered with it."""
    assert read_fact("order_placed", '{"pay_until":5}') == f.OrderPlaced(5)


def test_what_a_later_version_no_longer_knows_is_passed_over() -> None:
    """A field that was removed since, such as the caption that attachments once had."""
    old = '{"kind":"photo","file_id":"AgAC","name":null,"caption":"Вид сбоку","album":null}'
    assert TypeAdapter(Attachment).validate_json(old) == Attachment(kind=FileKind.PHOTO, file_id="AgAC")
