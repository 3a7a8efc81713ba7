"""Invoices, pre-checkout queries, Stars and refunds."""

import asyncio

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import LabeledPrice, Message, PreCheckoutQuery

from sandbox import MovableClock, Person, PersonError, Sandbox
from tests.sandbox.conftest import Raw

PRICES = [LabeledPrice(label="Логотип", amount=150)]


async def _invoice(bot: Bot, person: Person, **other: object) -> Message:
    terms = {"title": "Заказ №1", "description": "Логотип", "payload": "order:1", "currency": "XTR", "prices": PRICES}
    return await bot.send_invoice(person.id, **(terms | other))  # type: ignore[arg-type]


async def _query(bot: Bot) -> PreCheckoutQuery:
    """The newest one."""
    query = (await bot.get_updates(offset=-1, allowed_updates=["message", "pre_checkout_query"]))[0].pre_checkout_query
    assert query is not None
    return query


async def _paid(bot: Bot, person: Person) -> str:
    """Gives the charge."""
    person.pay((await _invoice(bot, person)).message_id)
    await bot.answer_pre_checkout_query((await _query(bot)).id, ok=True)
    charge: str = person.transcript[-1].body["successful_payment"]["telegram_payment_charge_id"]
    return charge


async def test_an_invoice_is_shown_and_paid_in_stars(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    before = anna.chat.stars
    message = await _invoice(bot, anna)
    assert message.invoice is not None
    assert (message.invoice.title, message.invoice.currency, message.invoice.total_amount) == ("Заказ №1", "XTR", 150)
    anna.pay(message.message_id)
    query = await _query(bot)
    assert (query.from_user.id, query.currency, query.total_amount, query.invoice_payload) == (
        anna.id,
        "XTR",
        150,
        "order:1",
    )
    assert anna.chat.stars == before

    await bot.answer_pre_checkout_query(query.id, ok=True)

    paid = (await bot.get_updates(offset=-1))[0].message
    assert paid is not None
    assert paid.successful_payment is not None
    assert (paid.successful_payment.total_amount, paid.successful_payment.invoice_payload) == (150, "order:1")
    assert anna.chat.stars == before - 150
    assert (await bot.get_my_star_balance()).amount == 150


async def test_a_no_is_told_to_the_person_and_moves_nothing(bot: Bot, sandbox: Sandbox, anna: Person) -> None:
    before = anna.chat.stars
    anna.pay((await _invoice(bot, anna)).message_id)

    await bot.answer_pre_checkout_query((await _query(bot)).id, ok=False, error_message="Заказ уже отменён")

    events = sandbox.events.after(0)
    assert events is not None
    assert (events[-2].data["chat_id"], events[-2].data["payment_error"]) == (anna.id, "Заказ уже отменён")
    assert (anna.chat.stars, "successful_payment" in anna.transcript[-1].body) == (before, False)


@pytest.mark.parametrize("late", [False, True])
async def test_a_query_is_answered_once_and_within_ten_seconds(
    bot: Bot, clock: MovableClock, anna: Person, *, late: bool
) -> None:
    anna.pay((await _invoice(bot, anna)).message_id)
    query = await _query(bot)
    if late:
        clock.advance(10.5)
    else:
        await bot.answer_pre_checkout_query(query.id, ok=True)

    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await bot.answer_pre_checkout_query(query.id, ok=True)


async def test_whoever_hears_nothing_for_ten_seconds_keeps_their_stars(
    bot: Bot, clock: MovableClock, anna: Person
) -> None:
    """Neither a second too early nor for ever; a yes that comes later changes nothing."""
    before = anna.chat.stars
    checkout = anna.pay((await _invoice(bot, anna)).message_id)
    query = await _query(bot)
    waiting = asyncio.create_task(checkout.settled())

    clock.advance(10)
    assert not checkout.is_settled
    clock.advance(0.5)
    await waiting

    assert (checkout.error, checkout.charge, anna.chat.stars) == ("BOT_PRECHECKOUT_TIMEOUT", None, before)
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await bot.answer_pre_checkout_query(query.id, ok=True)
    assert "successful_payment" not in anna.transcript[-1].body


async def test_stars_are_spent_once(bot: Bot, anna: Person) -> None:
    """Two invoices paid side by side with the Stars for one: the second yes comes too late."""
    anna.chat.stars = 200
    invoices = [await _invoice(bot, anna) for _ in range(2)]
    checkouts = [anna.pay(invoice.message_id) for invoice in invoices]

    for checkout in checkouts:
        await bot.answer_pre_checkout_query(checkout.id, ok=True)

    assert [checkout.error for checkout in checkouts] == [None, "BALANCE_TOO_LOW"]
    assert (anna.chat.stars, (await bot.get_my_star_balance()).amount) == (50, 150)
    assert list(anna.chat.paid) == [invoices[0].message_id]


def test_a_person_buys_stars(anna: Person) -> None:
    """Not fewer than one, nor all there are."""
    anna.chat.stars = 5

    assert anna.add_stars(100) == 105
    for amount in (0, -1, 10**9):
        with pytest.raises(PersonError, match="one buys"):
            anna.add_stars(amount)


async def test_a_refund_gives_the_stars_back_once(bot: Bot, anna: Person) -> None:
    before = anna.chat.stars
    charge = await _paid(bot, anna)

    await bot.refund_star_payment(anna.id, charge)

    assert anna.chat.stars == before
    assert anna.last.body["refunded_payment"]["telegram_payment_charge_id"] == charge
    with pytest.raises(TelegramBadRequest, match="CHARGE_ALREADY_REFUNDED"):
        await bot.refund_star_payment(anna.id, charge)
    moves = (await bot.get_star_transactions()).transactions
    assert [(move.id, move.amount, move.source is None) for move in moves] == [
        (charge, 150, False),
        (charge, 150, True),
    ]


async def test_a_refund_of_what_was_never_paid_is_refused(bot: Bot, anna: Person, boris: Person) -> None:
    charge = await _paid(bot, anna)

    for user_id, named in ((anna.id, "nonsense"), (boris.id, charge)):
        with pytest.raises(TelegramBadRequest, match="CHARGE_NOT_FOUND"):
            await bot.refund_star_payment(user_id, named)


async def test_a_person_pays_what_they_have_and_only_invoices(bot: Bot, anna: Person) -> None:
    message = await _invoice(bot, anna)
    anna.chat.stars = 149
    with pytest.raises(PersonError, match="not enough Stars"):
        anna.pay(message.message_id)
    with pytest.raises(PersonError, match="nothing to pay"):
        anna.pay(1)


async def test_other_money_needs_a_provider_and_leaves_the_stars_alone(bot: Bot, anna: Person) -> None:
    before = anna.chat.stars
    provider = {"provider_token": "1:TEST"}
    with pytest.raises(TelegramBadRequest, match="PAYMENT_PROVIDER_INVALID"):
        await _invoice(bot, anna, currency="RUB")
    anna.pay((await _invoice(bot, anna, currency="RUB", prices=PRICES * 2, **provider)).message_id)

    await bot.answer_pre_checkout_query((await _query(bot)).id, ok=True)

    payment = anna.transcript[-1].body["successful_payment"]
    assert (payment["total_amount"], payment["currency"], anna.chat.stars) == (300, "RUB", before)
    assert payment["provider_payment_charge_id"] == f"card-{payment['telegram_payment_charge_id']}"
    assert (await bot.get_star_transactions()).transactions == []
    with pytest.raises(TelegramBadRequest, match="CHARGE_NOT_FOUND"):
        await bot.refund_star_payment(anna.id, payment["telegram_payment_charge_id"])


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"prices": []}, "STARS_INVOICE_INVALID"),
        ({"prices": [{"label": "a", "amount": 1}, {"label": "b", "amount": 1}]}, "STARS_INVOICE_INVALID"),
        ({"prices": [{"label": "a", "amount": 0}]}, "CURRENCY_TOTAL_AMOUNT_INVALID"),
        ({"prices": [{"label": "a", "amount": 10_001}]}, "CURRENCY_TOTAL_AMOUNT_INVALID"),
        ({"payload": "я" * 65}, "INVOICE_PAYLOAD_INVALID"),
        ({"currency": "stars"}, "CURRENCY_INVALID"),
        ({"title": ""}, 'parameter "title" is required'),
    ],
)
async def test_a_wrong_invoice_is_refused(raw: Raw, anna: Person, wrong: dict[str, object], words: str) -> None:
    terms: dict[str, object] = {
        "title": "x",
        "description": "x",
        "payload": "x",
        "currency": "XTR",
        "prices": [{"label": "a", "amount": 1}],
    }

    answer = await raw("sendInvoice", chat_id=anna.id, **(terms | wrong))

    assert words in answer["description"]
    assert anna.received == []
