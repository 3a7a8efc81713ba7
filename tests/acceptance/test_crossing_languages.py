"""One order, two languages: each side reads and presses everything in their own."""

import re
from collections.abc import Iterable

import pytest

from sandbox.chats import Message
from sandbox.person import Person
from tests.acceptance.market import DAY, HOUR, Market, labels

NBSP = "\N{NO-BREAK SPACE}"
#: What people wrote themselves is shown as they wrote it.
OF_PEOPLE = (
    "Логотип для кофейни",
    "Что написать на логотипе?",
    "Сергей",
    "Визитка",
    "Готово, смотрите.",
    "Болен, увы.",
)
OF_BUYER = ("Grain, brown", "John", "Darker, please.", "The café will not open after all, sorry.")
EXPLANATION = "Болен, увы. Болен, увы."
HEADING = "Order #1 · Логотип для кофейни\n"


@pytest.fixture
def buyer(market: Market) -> Person:
    """Reads English; the client says so."""
    return market.person("John", language="en-GB")


async def both_start(market: Market, seller: Person, buyer: Person) -> None:
    """A paid order."""
    payload = await market.publishes_gig(seller)
    await market.starts(buyer, payload)
    await market.presses(buyer, "Order")
    await market.says(buyer, "Grain, brown")
    await market.presses(buyer, "Done")
    await market.presses(buyer, "Confirm order")


def words_of(messages: Iterable[Message]) -> str:
    """Everything there is to read and to press, without what people wrote themselves."""
    words = "\n".join("\n".join((message.text, *labels(message))) for message in messages)
    for own in (*OF_PEOPLE, *OF_BUYER):
        words = words.replace(own, "")
    return re.sub(r"/\w+|@\w+|https?://\S+|t\.me/\S+|SVG|HTML|JSON|UTC\S*", "", words)


def assert_each_reads_their_own(seller: Person, buyer: Person) -> None:
    """Not a Latin letter for the seller, not a Cyrillic one for the buyer."""
    assert re.findall(r"[A-Za-z]{2,}", words_of(seller.received)) == []
    gig = "Нарисую логотип в трёх вариантах, исходники в"  # the seller's own description
    assert re.findall(r"[А-яЁё]+", words_of(buyer.received).replace(gig, "")) == []


async def test_a_whole_order_in_two_languages(market: Market, seller: Person, buyer: Person) -> None:
    """Options, waiting, a request to cancel that is declined, rework, acceptance."""
    await both_start(market, seller, buyer)
    assert buyer.last.text == (
        f"{HEADING}The order is confirmed and handed to the seller. Сергей will start or answer by "
        "24 November, 12:00, otherwise the order is cancelled by itself."
    )
    await market.presses(seller, "Предложить опции")
    await market.says(seller, "Визитка", "500", "2")
    await market.presses(seller, "Предложить", on="Так опцию увидит")
    assert buyer.last.text == (
        f"{HEADING}Сергей offers extra work. Pay for the option if you agree: it joins the order’s price and term.\n"
        f"➕ Option: Визитка, 500{NBSP}₽, +2 days"
    )
    assert await market.presses(buyer, "Pay for the option") == "Option paid"
    assert seller.last.text.endswith(f"Покупатель оплатил опцию: Визитка, 500{NBSP}₽, +2 дня.")
    await market.presses(seller, "Приступаю к работе", on="Статус:")
    assert buyer.last.text == (
        f"{HEADING}Сергей has started. Due: 28 November, 12:00. You can still change your mind at no cost for 20 min."
    )
    await market.later(HOUR)
    await market.presses(seller, "Попросить подождать")
    await market.presses(seller, "+1 день")
    assert await market.presses(buyer, "I will wait") == "New due time accepted"
    assert seller.last.text.endswith("John подождёт. Новый срок: 29 ноября, 12:00.")

    await market.presses(seller, "Отменить заказ")
    await market.presses(seller, "Нет времени")
    await market.says(seller, EXPLANATION)
    await market.presses(seller, "Отправить покупателю")
    assert buyer.last.text == (
        f"{HEADING}Сергей asks to cancel the order. The clock is stopped; please answer by 25 November, 13:00. "
        f"Without an answer the order is cancelled and the rating stays as it is.\n\nNo time\n{EXPLANATION}\n"
        "“Good reason”: the order is cancelled, the seller’s rating stays. “Not a good reason”: the order is "
        "cancelled, the seller’s rating drops. “Do not cancel”: the order goes on."
    )
    assert await market.presses(buyer, "Do not cancel") == "The order goes on"

    await market.presses(seller, "Сдать выполненную работу")
    await market.says(seller, "Готово, смотрите.")
    await market.presses(seller, "Готово")
    await market.presses(seller, "Сдать")
    await market.presses(buyer, "Send back for rework")
    await market.says(buyer, "Darker, please.")
    await market.presses(buyer, "Send back for rework", on="Got it")
    await market.presses(seller, "Сдать выполненную работу")
    await market.says(seller, "Готово, смотрите.")
    await market.presses(seller, "Готово")
    await market.presses(seller, "Сдать")
    assert await market.presses(buyer, "Accept work") == "Work accepted"
    assert seller.last.text.endswith(
        f"🎉 John принимает работу. Спасибо, что довели дело до конца. Рейтинг ответственности: 100{NBSP}%."
    )
    card = next(message for message in reversed(buyer.received) if "\nStatus: " in message.text)
    assert card.text.split("\n")[:9] == [
        "Order #1",
        "Логотип для кофейни",
        "Seller: Сергей",
        f"Price: 2,000{NBSP}₽",
        "Payment: directly between you; the bot holds no money",
        "Term: 5 days",
        "Status: Completed",
        "The buyer accepted the work",
        "Sent back for rework 1 time",
    ]
    for person in (seller, buyer):
        await market.presses(person, "История" if person is seller else "History")
        await market.says(person, "/help", "/orders")
    assert_each_reads_their_own(seller, buyer)


async def test_refusals_and_warnings_are_in_the_readers_language(market: Market, seller: Person, buyer: Person) -> None:
    """Of a stale press, of bad input, before each clock runs out, and at its end."""
    await both_start(market, seller, buyer)
    await market.presses(seller, "Приступаю к работе")
    card = next(message for message in reversed(buyer.received) if "\nStatus: " in message.text)
    await market.later(DAY)
    assert await market.presses(buyer, "Cancel order", on=card) == (
        "The first minutes after the start are over. Now the seller must agree to a cancellation."
    )
    await market.presses(buyer, "The work is no longer needed")
    assert (await market.says(buyer, "Sorry")).text == (
        "An explanation of 20 to 1,000 characters is needed; this one has 5."
    )
    await market.says(buyer, "The café will not open after all, sorry.")
    await market.presses(buyer, "Send to the seller")
    await market.later(DAY)
    assert "⏳ Покупатель просит отменить заказ." in seller.last.text
    await market.presses(seller, "Не отменять")
    await market.later(2 * DAY)
    assert buyer.last.text == (
        f"{HEADING}The order is past its due time. Сергей has not delivered yet. The order goes on; "
        "you need not wait: you can cancel it in one click."
    )
    assert await market.presses(buyer, "Cancel order", on=card) == "Order cancelled"
    assert await market.presses(seller, "Сдать выполненную работу") == "Заказ уже отменён."
    assert_each_reads_their_own(seller, buyer)


async def test_a_changed_language_holds_from_the_next_word_on(market: Market, seller: Person, buyer: Person) -> None:
    """News that wait to be sent and cards that are redrawn included; the other side's does not change."""
    await both_start(market, seller, buyer)
    await market.says(buyer, "/settings")
    await market.presses(buyer, "Language")
    await market.presses(buyer, "Русский")
    await market.presses(seller, "Приступаю к работе")
    assert buyer.last.text.startswith("Заказ №1 · Логотип для кофейни\nСергей приступает к работе.")
    card = next(
        message for message in reversed(buyer.received) if "Покупатель" in message.text or "Статус" in message.text
    )
    assert "\nСтатус: В работе\n" in card.text
    assert "Отменить заказ" in labels(card)
    assert "Вы приступили к работе" in seller.last.text
