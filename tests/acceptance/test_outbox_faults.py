"""Telegram fails in every way it can; everything is said, and to each person in order."""

import pytest

from sandbox.faults import FaultKind
from sandbox.person import Person
from tests.acceptance.market import DAY, HOUR, MONDAY_NOON, Market, labels
from tests.handlers.screens import table_of

HEADING = "Заказ №1 · Логотип для кофейни\n"
SEND = "sendMessage"


def once(texts: list[str]) -> list[str]:
    """Without what was said twice in a row or later: the order of the first time is what counts."""
    return list(dict.fromkeys(texts))


@pytest.mark.parametrize("times", [1, 3])
@pytest.mark.parametrize("kind", ["retry_after", "server_error", "drop_before", "drop_after"])
async def test_every_notice_arrives_and_in_order(
    market: Market, seller: Person, buyer: Person, kind: FaultKind, times: int
) -> None:
    """Whatever happens to the calls; only where the answer was lost may something be said twice."""
    await market.new_order(seller, buyer)
    await market.starts_work(seller)
    await market.presses(seller, "Сдать выполненную работу")
    await market.says(seller, "Готово.")
    await market.presses(seller, "Готово")
    market.mark()
    for method in (SEND, "editMessageText"):
        market.sandbox.faults.add(kind, method=method, chat_id=buyer.id, times=times)
        market.sandbox.faults.add(kind, method=method, chat_id=seller.id, times=times)

    await market.presses(seller, "Сдать")

    said = once(market.heard(buyer))
    assert [text.split("\n")[0] for text in said] == [
        "📦 Сергей сдаёт работу · заказ №1 «Логотип для кофейни»",
        HEADING.strip(),
    ]
    assert len(once(market.heard(seller))) == 1
    assert "Работа сдана, часы остановлены" in seller.last.text
    assert "Статус: На проверке" in buyer.find("Заказ №1\n").text
    if kind in {"retry_after", "server_error"}:
        assert said == market.heard(buyer)


async def test_random_faults_on_every_call_lose_nothing(market: Market, seller: Person, buyer: Person) -> None:
    """A third of all messages fail, one way or another, while a whole conversation goes on."""
    await market.new_order(seller, buyer)
    await market.starts_work(seller)
    for seed, kind in enumerate(("drop_before", "drop_after", "server_error", "retry_after")):
        market.sandbox.faults.add(kind, method=SEND, times=None, probability=0.1, seed=seed)  # type: ignore[arg-type]
    market.mark()
    for number in range(12):
        speaker = (seller, buyer)[number % 2]
        await market.presses(speaker, "Написать")
        await market.says(speaker, f"Сообщение {number}.")
        await market.presses(speaker, "Отправить")
    market.sandbox.faults.clear()
    await market.settled()
    for who, parity in ((buyer, 0), (seller, 1)):
        got = [text.split("\n\n")[1] for text in once(market.heard(who)) if text.startswith("💬")]
        assert got == [f"Сообщение {number}." for number in range(12) if number % 2 == parity]


async def test_what_one_chat_waits_for_does_not_hold_up_another(market: Market, seller: Person, buyer: Person) -> None:
    """The seller's messages fail again and again; the buyer has heard everything meanwhile."""
    await market.new_order(seller, buyer)
    fault = market.sandbox.faults.add("server_error", method=SEND, chat_id=seller.id, times=None)
    seller.press(seller.find("Заказ №1\n"), "Приступаю к работе")
    await buyer.sees("приступает к работе")
    market.sandbox.faults.remove(fault.id)
    await market.settled()
    assert "Вы приступили к работе" in seller.last.text


async def test_of_warnings_that_could_not_be_sent_only_the_newest_goes_out(
    market: Market, seller: Person, buyer: Person
) -> None:
    """Telegram could not be reached from the 12th hour to the 2nd: one warning with what is left."""
    await market.new_order(seller, buyer)
    market.mark()
    fault = market.sandbox.faults.add("drop_before", method=SEND, chat_id=seller.id, times=None)
    for moment in (12 * HOUR, 21 * HOUR, 22 * HOUR):
        market.clock.set(MONDAY_NOON + moment)
        await market.app.timers.sweep()
        tried = max(call.number for call in market.sandbox.calls)
        await market.sandbox.calls.until(lambda call: call.fault is not None, after=tried)
    market.sandbox.faults.remove(fault.id)
    await market.settled()
    assert [text.split(":")[0] for text in market.heard(seller)] == [f"{HEADING}⏳ Осталось 2 ч. до автоотмены"]


async def test_a_warning_that_was_never_handed_over_does_not_count_as_one(
    market: Market, seller: Person, buyer: Person
) -> None:
    """Telegram was out of reach for the whole day: the auto-cancel waits for an hour after the first that arrives."""
    await market.new_order(seller, buyer)
    await market.stop_bot()
    market.sandbox.faults.add("server_error", method=SEND, chat_id=seller.id, times=4)
    market.mark()
    market.clock.advance(DAY)
    await market.start_bot()
    assert "Осталось 1 ч." in market.heard(seller)[0]
    await market.later(HOUR - 1)
    assert "Статус: Не начат" in buyer.find("Заказ №1\n").text
    await market.later(1)
    assert "Статус: Отменён" in buyer.find("Заказ №1\n").text


@pytest.mark.parametrize("deleted", ["by the person", "uneditable"])
async def test_a_card_that_is_gone_is_sent_anew_and_is_the_newest_from_then_on(
    market: Market, seller: Person, buyer: Person, deleted: str
) -> None:
    """Once: the next change edits it in place."""
    await market.new_order(seller, buyer)
    gone = buyer.find("Заказ №1\n")
    if deleted == "by the person":
        buyer.delete(gone.id)
    else:
        market.sandbox.faults.add(
            "refuse", method="editMessageText", chat_id=buyer.id, description="Bad Request: message can't be edited"
        )
    market.mark()
    await market.starts_work(seller)
    (fresh,) = [message for message in buyer.received if message.id > gone.id and "Заказ №1\n" in message.text]
    assert "Статус: В работе" in fresh.text
    await market.delivers(seller)
    assert "Статус: На проверке" in buyer.message(fresh.id).text
    assert len([text for text in market.heard(buyer) if "Заказ №1\n" in text]) == 1


@pytest.mark.parametrize("kind", ["retry_after", "server_error", "drop_before"])
async def test_a_card_sent_anew_survives_a_fault_of_its_own(
    market: Market, seller: Person, buyer: Person, kind: FaultKind
) -> None:
    """The edit is refused, and the message in its place fails at first."""
    await market.new_order(seller, buyer)
    buyer.delete(buyer.find("Заказ №1\n").id)
    market.sandbox.faults.add(kind, method=SEND, chat_id=buyer.id, times=2)
    await market.starts_work(seller)
    assert "Статус: В работе" in buyer.find("Заказ №1\n").text


async def test_a_message_that_is_the_same_already_counts_as_sent(market: Market, seller: Person, buyer: Person) -> None:
    """«message is not modified» is no error: nobody is told of one."""
    await market.new_order(seller, buyer)
    await market.says(seller, "/settings")
    await market.presses(seller, "Язык")
    await market.presses(seller, "Как в Telegram")
    await market.presses(seller, "Как в Telegram")
    refused = [call for call in market.sandbox.calls if "not modified" in str(call.answer)]
    assert refused != []
    async with market.app.database.read() as unit:
        counts = await unit.outbox.counts()
    assert (counts.pending, counts.failed) == (0, 0)


async def test_an_edit_of_a_message_that_its_reader_has_deleted_troubles_nobody(
    market: Market, seller: Person, buyer: Person
) -> None:
    """Pressed, then deleted: the press did what it does, and no operator hears of it."""
    await market.starts(seller)
    await market.says(seller, "/settings")
    await market.presses(seller, "Язык")
    page = seller.last
    seller.press(page, "English")
    seller.delete(page.id)
    await market.settled()
    async with market.app.database.read() as unit:
        assert (await unit.outbox.counts()).failed == 0
    assert "Settings" in (await market.says(seller, "/settings")).text


async def test_a_refused_table_becomes_a_list(market: Market, seller: Person, buyer: Person) -> None:
    """And the next table is tried again."""
    await market.new_order(seller, buyer)
    market.sandbox.faults.add("refuse", method="sendRichMessage", description="Bad Request: RICH_MESSAGE_UNSUPPORTED")
    shown = await market.says(seller, "/orders")
    assert "№1 Логотип для кофейни" in shown.text
    assert "№1" in labels(shown)
    assert len(table_of((await market.says(seller, "/orders")).body)) == 2


async def test_a_message_that_telegram_refuses_for_good_is_told_to_the_operator_and_holds_up_nothing(
    market: Market, seller: Person, buyer: Person
) -> None:
    """With what Telegram said of it."""
    await market.new_order(seller, buyer)
    market.sandbox.faults.add("refuse", method=SEND, chat_id=buyer.id, description="Bad Request: ENTITY_WRONG")
    await market.starts_work(seller)
    await market.presses(seller, "Написать")
    await market.says(seller, "Вопрос")
    await market.presses(seller, "Отправить")
    assert "Вопрос" in buyer.last.text
    async with market.app.database.read() as unit:
        assert (await unit.outbox.counts()).failed == 1


async def test_what_was_not_sent_before_a_stop_is_sent_after_the_next_start(
    market: Market, seller: Person, buyer: Person
) -> None:
    """From the table, in its order."""
    await market.new_order(seller, buyer)
    market.mark()
    fault = market.sandbox.faults.add("delay", method=SEND, chat_id=buyer.id, times=None, seconds=0.05)
    await market.presses(seller, "Приступаю к работе")
    for number in range(3):
        await market.presses(seller, "Написать")
        await market.says(seller, f"Письмо {number}")
        seller.press(seller.last, "Отправить")
    await market.sandbox.delivered()
    await market.app.inbox.settled()
    await market.stop_bot()
    market.sandbox.faults.remove(fault.id)
    await market.start_bot()
    await market.settled()
    said = once(market.heard(buyer))
    assert "приступает к работе" in said[0]
    assert [text.split("\n\n")[1] for text in said[1:]] == ["Письмо 0", "Письмо 1", "Письмо 2"]
