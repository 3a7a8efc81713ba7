"""Updates come twice, the bot is started anew in the middle: nothing is lost, nothing counts twice."""

from typing import Any

import pytest

from sandbox.files import Kind
from sandbox.person import Person
from tests.acceptance.market import Market


def received_updates(market: Market) -> list[dict[str, Any]]:
    """Every update that Telegram has handed to the bot."""
    return [
        update
        for call in market.sandbox.calls
        if call.method == "getUpdates" and isinstance(call.answer, list)
        for update in call.answer
    ]


@pytest.mark.parametrize("restart", [False, True], ids=["in the same run", "after a restart"])
async def test_updates_that_come_again_change_nothing(
    market: Market, seller: Person, buyer: Person, *, restart: bool
) -> None:
    """A whole order's updates, all of them a second time."""
    await market.new_order(seller, buyer)
    await market.starts_work(seller)
    await market.delivers(seller)
    updates = received_updates(market)
    assert len(updates) > 15
    if restart:
        await market.is_down(1)
    before = [[(message.id, message.text) for message in who.received] for who in (seller, buyer)]

    await market.app.inbox.store(updates)
    await market.settled()

    assert [[(message.id, message.text) for message in who.received] for who in (seller, buyer)] == before


async def test_a_press_that_comes_twice_under_two_numbers_is_a_double_tap(
    market: Market, seller: Person, buyer: Person
) -> None:
    """The second gets an answer of its own and does nothing."""
    await market.new_order(seller, buyer)
    card = seller.find("Заказ №1\n")
    presses = [seller.press(card, "Приступаю к работе") for _ in range(2)]
    await market.settled()
    answers = [press.answer.text for press in presses if press.answer is not None]
    assert answers[0] == "Вы приступили к работе"
    assert len(answers) == 2
    assert answers[1] != answers[0]
    assert len([message for message in buyer.received if "приступает к работе" in message.text]) == 1


async def test_a_gig_form_goes_on_after_a_restart_at_each_of_its_steps(market: Market, seller: Person) -> None:
    """The old buttons act, what was written is there."""
    await market.starts(seller)
    await market.says(seller, "/gigs")
    await market.presses(seller, "Создать кворк")
    for words in (
        "Логотип для кофейни",
        "Нарисую логотип в трёх вариантах, исходники в SVG.",
        "Название?",
        "1500",
        "3",
    ):
        await market.is_down(60)
        await market.says(seller, words)
    await market.is_down(60)
    assert "Логотип для кофейни" in seller.last.text
    await market.presses(seller, "Опубликовать")
    assert "start=k_" in seller.last.text


async def test_the_other_forms_go_on_after_a_restart(market: Market, seller: Person, buyer: Person) -> None:
    """A brief, a delivery with a file, remarks, a cancellation, quiet hours."""
    payload = await market.publishes_gig(seller, questions="Название?\nЦвет?")
    await market.starts(buyer, payload)
    await market.presses(buyer, "Заказать")
    await market.says(buyer, "«Зерно»")
    await market.is_down(60)
    await market.presses(buyer, "Готово")
    await market.is_down(60)
    await market.says(buyer, "Коричневый")
    await market.presses(buyer, "Готово")
    await market.presses(buyer, "Подтвердить заказ")
    assert "«Зерно»" in seller.last.text
    await market.starts_work(seller)

    await market.presses(seller, "Сдать выполненную работу")
    await market.says(seller, "Готово.")
    await market.is_down(60)
    seller.send_file(Kind.DOCUMENT, "logo.zip", b"zip")
    await market.settled()
    await market.presses(seller, "Готово")
    await market.is_down(60)
    await market.presses(seller, "Сдать")
    assert buyer.received[-2].kind == "document"

    await market.presses(buyer, "Отправить на доработку")
    await market.says(buyer, "Темнее.")
    await market.is_down(60)
    await market.presses(buyer, "Отправить на доработку", on="Принято")
    assert "Темнее." in seller.find("возвращает на доработку").text

    await market.presses(seller, "Отменить заказ", on="Заказ №1\n")
    await market.presses(seller, "Нет времени")
    await market.is_down(60)
    await market.says(seller, "Заболел и не успею сделать работу, простите.")
    await market.is_down(60)
    await market.presses(seller, "Отправить покупателю")
    assert "Статус: Согласуется отмена" in buyer.find("Заказ №1\n").text


async def test_cancel_leaves_any_form_and_loses_nothing_sent(market: Market, seller: Person, buyer: Person) -> None:
    """`/cancel`: the order and what was said before stay."""
    await market.new_order(seller, buyer)
    await market.starts_work(seller)
    await market.presses(seller, "Написать")
    await market.says(seller, "Отправлено")
    await market.presses(seller, "Отправить")
    await market.presses(seller, "Сдать выполненную работу")
    await market.says(seller, "Черновик")
    assert "Вы вышли из формы. Всё, что отправлено раньше, на месте." in (await market.says(seller, "/cancel")).text
    assert "Отменять нечего" in (await market.says(seller, "/cancel")).text
    assert "Отправлено" in buyer.last.text
    assert "Статус: В работе" in seller.find("Заказ №1\n").text


async def test_one_persons_updates_are_handled_in_order_and_others_are_not_held_up(
    market: Market, seller: Person, buyer: Person
) -> None:
    """A burst of ten messages of each, sent before the bot looks."""
    await market.new_order(seller, buyer)
    await market.presses(seller, "Написать")
    await market.presses(buyer, "Написать")
    for number in range(10):
        seller.write(f"с{number}")
        buyer.write(f"а{number}")
    await market.settled()
    await market.presses(seller, "Отправить")
    await market.presses(buyer, "Отправить")
    assert buyer.find("💬").text.split("\n\n")[1:] == [f"с{number}" for number in range(10)]
    assert seller.find("💬").text.split("\n\n")[1:] == [f"а{number}" for number in range(10)]
