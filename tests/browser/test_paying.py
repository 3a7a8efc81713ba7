"""Paying on the page: Stars, receipts, refusals, and what the bot is told."""

import re

from playwright.async_api import Locator, expect

from sandbox.server import Sandbox
from tests.browser.screen import Screen


async def _invoice(screen: Screen, sandbox: Sandbox) -> None:
    """An order that waits to be paid, with the rest done by the people themselves."""
    await screen.shows_example("Новый заказ")
    buyer = sandbox.people[1002]
    buyer.press(buyer.find("Нарисую логотип"), "Заказать")
    await screen.buyer.presses("Дальше")
    await screen.buyer.sees("Вопрос 1 из 2")
    for answer in ("«Зерно»", "Зелёный"):
        buyer.write(answer)
        await screen.buyer.sees(f"Принято:\n{answer}")
        await screen.buyer.presses("Готово")
    await screen.buyer.sees("Заказ №2")
    await expect(screen.buyer.log.locator(".key-kind-pay", has_text="Оплатить")).to_have_count(1)


def _payments(screen: Screen) -> Locator:
    return screen.page.locator(".payments")


async def test_stars_go_from_one_phone_and_the_button_becomes_a_receipt(screen: Screen, sandbox: Sandbox) -> None:
    """The receipt leads to the payment."""
    await _invoice(screen, sandbox)
    buyer = screen.buyer
    await buyer.has_stars("8 000")

    await buyer.pays()

    await expect(buyer.log.locator(".row-service", has_text="Оплачено: ⭐")).to_have_count(2)
    await buyer.has_stars("6 500")
    await screen.seller.has_stars("10 000")
    receipts = buyer.log.locator(".key-kind-pay", has_text="Чек")
    await expect(receipts).to_have_count(2)
    await receipts.last.click()
    await expect(buyer.log.locator(".key-kind-pay", has_text="Оплатить")).to_have_count(0)
    assert len(sandbox.payments.charges) == 2


async def test_a_refusal_is_said_in_the_bots_own_words(screen: Screen, sandbox: Sandbox) -> None:
    """The order has gone meanwhile; no money moves, and the button is free again."""
    await _invoice(screen, sandbox)
    buyer = screen.buyer
    await buyer.presses("Отмена")
    await buyer.presses("Да, отменить")
    await buyer.sees("Заказ №2 отменён")

    await buyer.pays()

    alert = screen.page.get_by_role("dialog")
    await expect(alert).to_contain_text("Заказ")
    await alert.get_by_role("button", name="Понятно").click()
    await buyer.has_stars("8 000")
    await expect(buyer.log.locator(".key-kind-pay.is-waiting")).to_have_count(0)


async def test_a_bot_that_says_nothing_costs_nothing(screen: Screen, sandbox: Sandbox) -> None:
    """The button waits, and after ten seconds of the bot's time the person is told why."""
    await _invoice(screen, sandbox)
    sandbox.faults.add("drop_before", method="answerPreCheckoutQuery", times=None)
    await screen.buyer.pays()
    await expect(screen.buyer.log.locator(".key-kind-pay.is-waiting")).to_have_count(1)

    assert sandbox.clock is not None
    sandbox.clock.advance(11)

    await expect(screen.page.get_by_role("dialog")).to_contain_text("Бот не ответил за 10 секунд, деньги не списаны.")
    await screen.buyer.has_stars("8 000")


async def test_somebody_without_stars_can_be_given_some(screen: Screen, sandbox: Sandbox) -> None:
    await _invoice(screen, sandbox)
    sandbox.people[1002].chat.stars = 1000
    await screen.buyer.pays()
    await screen.told("Не хватает звёзд.")

    await screen.buyer.root.get_by_role("button", name="Настройки телефона: Анна").click()
    await screen.page.get_by_role("menuitem", name=re.compile("Добавить 1.000 звёзд")).click()

    await screen.buyer.has_stars("2 000")
    await screen.buyer.pays()
    await screen.buyer.has_stars("500")


async def test_a_payment_is_held_back_and_told_by_hand(screen: Screen, sandbox: Sandbox) -> None:
    """It is taken as any other then; told once more it changes nothing."""
    await _invoice(screen, sandbox)
    await screen.click("Запросы")
    payments = _payments(screen)
    await payments.locator("summary").click()
    await screen.page.get_by_label("Сколько раз").select_option("1")
    await payments.get_by_role("switch", name="Придержать").check(force=True)
    await screen.buyer.pays()
    await screen.buyer.has_stars("6 500")
    row = payments.locator(".payment").first
    await expect(row).to_contain_text("Анна · ⭐ 1 500")
    await expect(row).to_contain_text("бот не знает")
    await expect(payments.get_by_role("switch", name="Придержать")).not_to_be_checked()

    await row.get_by_role("button", name="Сообщить").click()

    await expect(row).to_contain_text("бот знает")
    await expect(screen.seller.log.locator(".bubble", has_text="Новый оплаченный заказ")).to_have_count(2)
    await row.get_by_role("button", name="Ещё раз").click()
    await expect(row).to_contain_text("бот знает, сообщений: 2")
    await expect(screen.seller.log.locator(".bubble", has_text="Новый оплаченный заказ")).to_have_count(2)


async def test_a_chargeback_reaches_the_operator(screen: Screen) -> None:
    """The bot finds it in the list of the next day."""
    await screen.shows_example("Новый заказ")
    await screen.click("Запросы")
    payments = _payments(screen)
    await payments.locator("summary").click()

    await payments.get_by_role("button", name="Отозвать").click()
    await expect(payments.locator(".payment")).to_contain_text("отозван, бот не знает")
    await expect(payments.get_by_role("button", name="Отозвать")).to_have_count(0)
    await screen.moves_clock("+1 ч")

    await screen.phone(1003).sees("Сверка звёзд с Telegram")
