"""«Баланс», statement and payouts: whatever the names and sums, they fit into a message; months are months."""

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from aiogram.types import InlineKeyboardButton
from aiogram.utils.formatting import Text
from hypothesis import given
from hypothesis import strategies as st

from desk.money import Held, Payout, PayoutState, Purse, Refund, Statement, StatementLine
from desk.people import OrdersView, Person
from handlers.balance.csv_file import harmless
from handlers.balance.month import Month
from handlers.balance.page import ON_A_PAGE, Balance
from handlers.balance.screens import balance_screen
from handlers.balance.statement import statement_buttons
from handlers.balance.statement_page import ON_A_PAGE as ROWS
from handlers.balance.statement_page import MonthPage, rows_of
from handlers.balance.statement_views import as_lines, as_table
from handlers.balance.withdrawal import Part, Withdrawal
from handlers.balance.withdrawal_screens import withdrawal_screen
from handlers.money import signed
from handlers.payout_messages import Request, news_message, request_screen, settled_answer
from handlers.says import ANSWER_MAX
from handlers.setup import Setup
from handlers.texts import LANGUAGES, texts_in
from orders.content import utf16_length
from orders.ledger import EntryKind
from orders.money import Money
from tests.handlers.screens import POLICY, reader
from tests.orders.builders import NOW

MESSAGE_MAX = 4_096
ENTITIES_MAX = 100
MOST = 2**53
LETTER = "😀"
SELLER = Person(id=11, first_name=LETTER * 64, last_name=LETTER * 64, username="u" * 32)
PAYOUT = Payout(
    id=10**9, person_id=11, money=Money(MOST, "RUB"), target=LETTER * 500, requested_at=NOW, reason=LETTER * 500
)
PURSE = Purse(currency="RUB", earned=MOST, orders=10**9, available=MOST, leaving=0, paid_out=0)
SETUP = Setup(bot_username="bot", currency="RUB", business_timezone=POLICY.business_timezone, admin_ids=frozenset({1}))


def assert_fits(text: Text, rows: list[list[InlineKeyboardButton]]) -> None:
    """Telegram's bounds: of the text, its formatting, each button's data."""
    words, entities = text.render()
    assert utf16_length(words) <= MESSAGE_MAX
    assert len(entities) <= ENTITIES_MAX
    for row in rows:
        assert len(row) <= 8
        for button in row:
            assert len((button.callback_data or "").encode()) <= 64


def longest_statement() -> Statement:
    """A month full of the longest movements."""
    lines = tuple(
        StatementLine(
            entry_id=number,
            at=NOW,
            kind=EntryKind.SHARE_OUT,
            amount=MOST,
            order_number=10**9 + number,
            title=LETTER * 70,
            commission=MOST,
        )
        for number in range(ROWS)
    )
    return Statement(currency="RUB", opening=0, lines=lines, closing=MOST * ROWS)


def month_of(*statements: Statement) -> MonthPage:
    """The first page of them."""
    month = Month.of(NOW, POLICY.business_timezone)
    rows = tuple(row for statement in statements for row in rows_of(statement))
    return MonthPage(
        month=month, current=month.after, first=month.before, rows=rows[:ROWS], movements=10**6, page=1, pages=3
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_balance_fits_a_message(language: str) -> None:
    """On every page, in both languages."""
    held = tuple(
        Held(order_number=10**9 + n, title=LETTER * 70, money=Money(MOST, "RUB"), commission=1) for n in range(10)
    )
    refund = Refund(
        id=1, person_id=11, money=Money(MOST, "RUB"), charge_id=None, order_number=10**9, by_hand=True, due_at=NOW
    )
    balance = Balance(
        purses=(PURSE, replace(PURSE, currency="XTR")),
        selling=held,
        leaving=(PAYOUT,) * 10,
        buying=held,
        returning=(refund,) * 10,
    )
    for page in range(len(balance.items) // ON_A_PAGE + 2):
        assert_fits(*balance_screen(reader(language), balance, page))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_statement_fits_a_message(language: str) -> None:
    """As a list; as a table it may have 32,768."""
    shown = month_of(longest_statement())
    who = reader(language)
    assert_fits(as_lines(who, shown), statement_buttons(who, shown, OrdersView.LIST))
    assert len(as_table(who, shown).model_dump_json(exclude_none=True)) < 32_768


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", PayoutState)
def test_the_longest_payout_fits_a_message(language: str, state: PayoutState) -> None:
    """At an operator and at the seller; the answer to a press fits, too."""
    payout = replace(PAYOUT, state=state, settled_at=None if state is PayoutState.REQUESTED else NOW)
    request = Request(payout=payout, seller=SELLER, purse=PURSE, settler=SELLER)
    who = reader(language)
    assert_fits(*request_screen(who, request))
    assert len(settled_answer(who.texts, request)) <= ANSWER_MAX
    if state is not PayoutState.REQUESTED:
        assert utf16_length(news_message(who, request, SETUP).text) <= MESSAGE_MAX


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_form_fits_a_message(language: str) -> None:
    """Each of its questions and the preview."""
    full = Withdrawal(form=10**12, currency="RUB", amount=MOST, target=LETTER * 500)
    for asked in (*Part, None):
        available = (Money(MOST, "RUB"), Money(MOST, "XTR"))
        assert_fits(*withdrawal_screen(texts_in(language), replace(full, asked=asked), available))


def test_an_operator_whom_the_bot_does_not_know_any_more_has_no_name() -> None:
    """Nor has such a seller; nothing breaks."""
    payout = replace(PAYOUT, state=PayoutState.PAID, settled_at=NOW)
    request = Request(payout=payout, seller=None, purse=None, settler=None)
    words = request_screen(reader(), request)[0].render()[0]
    assert "Кому: без имени" in words
    assert "отметка: без имени" in words


def test_amounts_of_a_statement_have_a_sign() -> None:
    """A real minus."""
    texts = texts_in("ru")
    assert [signed(texts, Money(amount, "RUB")).replace("\xa0", " ") for amount in (150_050, -5)] == [
        "+1 500,50 ₽", "−0,05 ₽"
    ]  # fmt: skip


@given(
    at=st.integers(1_000_000_000, 4_000_000_000),  # in 1986 Kathmandu began a year at 00:15
    zone=st.sampled_from(["Europe/Moscow", "America/New_York", "Asia/Kathmandu", "Pacific/Apia", "UTC"]),
)
def test_every_moment_is_in_one_month(at: int, zone: str) -> None:
    """Which begins where the one before ends, and is read as it was written."""
    where = ZoneInfo(zone)
    month = Month.of(at, where)
    assert month.begins(where) <= at < month.after.begins(where)
    assert month.after.before == month.before.after == month
    assert month.before < month < month.after
    assert Month.read(str(month)) == month or month.year < 1970
    local = datetime.fromtimestamp(month.begins(where), UTC).astimezone(where)
    assert (local.day, local.hour, local.minute) == (1, 0, 0)


@pytest.mark.parametrize("written", ["", "2026", "2026-13", "2026-00", "26-11", "2026-11-01", "１９９９-11", "9999-12"])
def test_what_is_no_month_is_not_read(written: str) -> None:
    """Forged buttons hold anything."""
    assert Month.read(written) is None


def test_months_are_named_as_people_call_them() -> None:
    """In the nominative."""
    assert Month(2026, 11).name("ru") == "ноябрь 2026"
    assert Month(2026, 5).name("en") == "May 2026"


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Логотип", "Логотип"),
        ("Сайт - под ключ", "Сайт - под ключ"),
        ("Скидка 10 % + визитка = хорошо", "Скидка 10 % + визитка = хорошо"),
        ("=1", "'=1"),
        ("==1", "'==1"),
        ("a,=1;@b", "a,'=1;'@b"),
    ],
)
def test_only_what_would_run_is_changed(words: str, written: str) -> None:
    """An honest title stays as it is."""
    assert harmless(words) == written
