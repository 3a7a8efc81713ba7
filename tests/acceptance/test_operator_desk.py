"""The operator's desk: finding, refunds by hand, people, failed updates, texts (SPEC 7, 10)."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from orders.ledger import AccountKind
from sandbox.person import Person
from storage.inbox import Inbox
from tests.acceptance.market import DAY, Market, labels, open_market
from tests.acceptance.paying import Till

OPERATOR = 1001
PROVIDER = {"payments": "provider", "currency": "RUB", "payment_provider_token": "5:TEST:1", "admin_ids": str(OPERATOR)}
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
async def market(tmp_path: Path) -> AsyncIterator[Market]:
    """A bot that is paid through a provider, with one operator."""
    async with open_market(tmp_path, **PROVIDER) as fresh:
        operator = fresh.person("Ольга")
        assert operator.id == OPERATOR
        await fresh.starts(operator)
        yield fresh


@pytest.fixture
def operator(market: Market) -> Person:
    """The operator."""
    return market.person("Ольга")


async def _paid_order(market: Market, seller: Person, buyer: Person) -> None:
    payload = await market.publishes_gig(seller)
    await market.orders(buyer, payload, "«Зерно», коричневый")
    await market.pays(buyer)


async def test_the_desk_exists_only_for_operators(market: Market, operator: Person, seller: Person) -> None:
    """A stranger's /admin is an unknown command, and a forged press of its buttons a dead one."""
    await market.starts(seller)
    assert (await market.says(seller, "/admin")).text.startswith("Такой команды нет.")
    press = seller.press(seller.last, data="a:refunds:0")
    await market.settled()
    assert press.answer is not None
    assert press.answer.text.startswith("Эта кнопка больше не действует")
    assert (await market.says(operator, "/admin")).text.startswith("Стол оператора\nЧужих денег у бота сейчас нет.")


async def test_a_refund_by_hand_is_told_to_the_operator_and_confirmed_once(
    market: Market, operator: Person, seller: Person, buyer: Person
) -> None:
    """The order is cancelled by the clock; the operator returns the money, the buyer hears of it."""
    await _paid_order(market, seller, buyer)
    assert "Под защитой в заказах: 1" in (await market.says(operator, "/admin")).text
    await market.later(DAY)
    told = operator.last
    assert told.text.startswith("Нужно вернуть деньги\nВозврат №1: 1")
    assert "Платёж " in told.text
    await market.says(operator, "/admin")
    await market.presses(operator, "Возвраты: 1")
    listed = operator.last
    market.mark()
    assert await market.presses(operator, "Возвращено", on=told) == f"Отмечено: возвращено 1{NBSP}500{NBSP}₽"
    assert await market.presses(operator, "Возвращено", on=listed) == "Этот возврат уже сделан."
    assert market.heard(buyer)[-1].endswith(f"Вам возвращено 1{NBSP}500{NBSP}₽ за заказ.")
    async with market.app.database.read() as unit:
        assert await unit.ledger.total(AccountKind.REFUND) == ()
        assert await unit.ledger.total(AccountKind.BUYER) == ()


async def test_a_payment_that_has_bought_nothing_is_returned_by_hand_and_its_payer_hears_of_it(
    market: Market, operator: Person, seller: Person, buyer: Person
) -> None:
    """It came after the order had lapsed; no order's news would tell."""
    till = Till(market)
    invoice = await till.orders(seller, buyer)
    await market.later(DAY - 60)
    await till.is_paid_all_the_same((buyer, invoice), after=60)
    market.mark()
    await market.presses(operator, "Возвращено", on="Нужно вернуть деньги")
    assert market.heard(buyer) == [f"Ваш платёж возвращён: 150{NBSP}₽."]
    assert market.heard(seller) == []


@pytest.mark.parametrize("term", ["1", "№1", "charge", "Анна", "анна"])
async def test_an_order_and_its_people_are_found(
    market: Market, operator: Person, seller: Person, buyer: Person, term: str
) -> None:
    """By number, by the number of the payment, by name in any case; from a person on to their orders."""
    await _paid_order(market, seller, buyer)
    async with market.app.database.read() as unit:
        (payment,) = await unit.payments.of_order(1)
    await market.says(operator, "/admin")
    await market.presses(operator, "Найти")
    found = await market.says(operator, payment.charge.id if term == "charge" else term)
    if "нна" in term:
        assert found.text.startswith(f"Анна\nid {buyer.id}")
        await market.presses(operator, "№1 · Не начат")
        found = operator.last
    assert found.text.startswith("Заказ №1 · Логотип для кофейни\nПродавец: Сергей")
    assert f"Под защитой: 1{NBSP}500{NBSP}₽" in found.text
    assert payment.charge.id in found.text or payment.provider_charge_id in found.text
    await market.presses(operator, "Скачать HTML", on=found)
    assert operator.last.kind == "document"


async def test_a_search_without_a_hit_is_asked_again(market: Market, operator: Person) -> None:
    """Symbols and long texts too; the form stays until it is left."""
    await market.says(operator, "/admin")
    await market.presses(operator, "Найти")
    for nothing in ("999", "%", "х" * 500, "9" * 40, "@nobody"):
        assert (await market.says(operator, nothing)).text.startswith("Ничего не нашлось.")
    operator.send_sticker()
    await market.settled()
    assert operator.last.text == "Здесь нужен текст: напишите ответ словами."
    assert labels(await market.says(operator, "/cancel"))


async def test_a_paused_seller_sells_nothing_new(
    market: Market, operator: Person, seller: Person, buyer: Person
) -> None:
    """What was begun goes on; once the pause is over, the link works again."""
    payload = await market.publishes_gig(seller)
    await market.says(operator, "/admin")
    await market.presses(operator, "Найти")
    await market.says(operator, str(seller.id))
    await market.presses(operator, "Приостановить продажи")
    assert (await market.says(operator, "?")).text == "Нужно объяснение от 3 до 500 символов, сейчас в нём 1."
    await market.says(operator, "Жалобы покупателей.")
    assert "Причина: Жалобы покупателей." in seller.last.text
    assert "Продажи приостановлены" in operator.last.text
    assert (await market.starts(buyer, payload)).text.startswith("Этот кворк сейчас не продаётся.")
    await market.presses(operator, "Снять ограничения")
    assert seller.last.text.startswith("Оператор снял ограничения")
    assert "Логотип для кофейни" in (await market.starts(buyer, payload)).text


async def test_a_banned_person_can_do_nothing_but_gets_their_money_back(
    market: Market, operator: Person, seller: Person, buyer: Person
) -> None:
    """Every message and press is answered; a payment under way is taken and owed back or held as any other."""
    payload = await market.publishes_gig(seller)
    await market.orders(buyer, payload, "«Зерно», коричневый")
    invoice = buyer.last
    await market.says(operator, "/admin")
    await market.presses(operator, "Найти")
    await market.says(operator, str(buyer.id))
    await market.presses(operator, "Закрыть доступ")
    await market.says(operator, "Обман.")
    checkout = buyer.pay(invoice)
    await market.settled()
    assert checkout.id  # the pay button was pressed, and the bot said no
    async with market.app.database.read() as unit:
        assert await unit.ledger.total(AccountKind.ESCROW) == ()
    assert (await market.says(buyer, "/orders")).text.startswith("Доступ к боту для вас закрыт. Причина: Обман.")
    assert (await market.presses(buyer, "Отмена", on="Статус")).startswith("Доступ к боту для вас закрыт.")


async def test_operators_are_not_judged(market: Market, operator: Person) -> None:
    """Nor can one close the bot to oneself."""
    await market.says(operator, "/admin")
    await market.presses(operator, "Найти")
    await market.says(operator, str(operator.id))
    assert await market.presses(operator, "Закрыть доступ") == "Это решает другая сторона заказа."


async def test_a_failed_update_is_tried_again(
    market: Market, operator: Person, seller: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What made it fail is mended: pressed once it is handled as if it had just come, pressed twice it is not there."""
    await market.starts(seller)
    with monkeypatch.context() as broken:
        broken.setattr(Inbox, "done", _fails)
        seller.write("/help")
        await market.settled()
    await market.settled()
    await market.says(operator, "/admin")
    await market.presses(operator, "Сбои: 1")
    listed = operator.last
    assert "RuntimeError: the disk is full" in listed.text
    market.mark()
    assert await market.presses(operator, "Повторить", on=listed) == "Обрабатывается ещё раз"
    assert any("Если вы продаёте" in text for text in market.heard(seller))
    assert "Всё обработано." in operator.message(listed.id).text


async def _fails(*_: object) -> None:
    raise RuntimeError("the disk is full")


async def test_terms_are_written_anew_and_restored(market: Market, operator: Person, seller: Person) -> None:
    """In one language only, with formatting; a name in it is no markup."""
    await market.starts(seller)
    before = (await market.says(seller, "/terms")).text
    await market.says(operator, "/admin")
    await market.presses(operator, "Тексты")
    await market.presses(operator, "/terms · Русский")
    await market.presses(operator, "Написать заново")
    operator.send_file("photo", "terms.jpg", b"1", "Условия")
    await market.settled()
    assert operator.last.text == "Здесь нужен текст: напишите ответ словами."
    assert (await market.says(operator, "х" * 3_501)).text.startswith("Текст может быть не длиннее 3")
    await market.says(operator, "<b>Наши</b> условия.")
    assert (await market.says(seller, "/terms")).text == "Условия\n<b>Наши</b> условия."
    english = market.person("John", "en")
    await market.starts(english)
    assert "protected until the work is accepted" in (await market.says(english, "/terms")).text
    await market.presses(operator, "Вернуть исходный")
    assert (await market.says(seller, "/terms")).text == before
