"""The order room by clicking: what the two sides say to each other."""

import re

from playwright.async_api import expect

from tests.browser.screen import Screen
from tests.browser.test_order import paid_order


async def test_the_room_is_played_from_a_greeting_to_the_history(screen: Screen) -> None:
    """A quick reply, «Написать», a reply, an edit, an album, a contact with its yes, and a file sent again."""
    await paid_order(screen)
    seller, buyer = screen.seller, screen.buyer

    await seller.presses("Быстрые ответы")
    await seller.sees("Быстрых ответов у вас пока нет")
    await seller.presses("Добавить три готовых")
    await seller.sees("Какой ответ отправить?")
    await seller.presses_what_begins("Здравствуйте, Анна!")
    await seller.sees("Отправлено в заказ №1")
    await buyer.sees("Здравствуйте, Анна! Спасибо за заказ №1.")

    await buyer.presses("Написать")
    await buyer.sees("Пришлите сообщение или файлы")
    await buyer.says("Когда начнёте?", "Принято")
    await buyer.presses("Отправить")
    await seller.sees("Когда начнёте?")

    await seller.chooses("Ответить", "Когда начнёте?")
    await seller.sends("Завтра утром")
    await buyer.sees("Завтра утром")
    await expect(seller.log.locator(".row-out").last.locator(".reply-header")).to_contain_text("Когда начнёте?")

    await seller.chooses("Изменить", "Завтра утром")
    await expect(seller.writing).to_have_value("Завтра утром")
    await seller.sends("Сегодня вечером")
    await buyer.sees("Сегодня вечером")
    await expect(buyer.log.locator(".row-in", has_text="Сегодня вечером")).to_contain_text("✏️ изменено")
    await expect(seller.log.locator(".row-out", has_text="Сегодня вечером").locator(".edited")).to_be_visible()
    await buyer.sees_no("Завтра утром")

    await buyer.chooses("Ответить", "Сегодня вечером")
    await buyer.attaches("раз.png", "два.png")
    await buyer.sends("Вот примеры")
    await seller.sees("Вот примеры")
    await expect(seller.log.locator(".row-in .album img")).to_have_count(2)
    await seller.sees("Вам пишет Анна")

    await buyer.root.get_by_role("button", name="Настройки телефона: Анна").click()
    await screen.page.get_by_role("menuitem", name="Отправить свой контакт").click()
    await buyer.sees("К какому заказу это относится?")
    await buyer.presses("№1 · Логотип для кофейни")
    await buyer.sees("Здесь номер телефона или контакт")
    await seller.sees_no("+7900")
    await buyer.presses("Передать")
    await seller.sees("+7900")

    await seller.presses("История")
    await seller.sees("История заказа №1")
    await seller.log.locator(".key", has_text=re.compile(r"^\d+$")).last.click()
    await expect(seller.log.locator(".row-in .album")).to_have_count(2)
    await expect(seller.log.locator(".row-in .album img")).to_have_count(4)


async def test_an_edit_can_be_left_and_what_did_not_get_through_comes_back(screen: Screen) -> None:
    """Escape and the cross leave the message as it was."""
    seller = screen.seller
    await seller.starts()
    await seller.says("Первое", "Сейчас передать это некому")
    for leave in ("Escape", "cross"):
        await seller.chooses("Изменить", "Первое")
        await expect(seller.root.locator(".reply-bar")).to_contain_text("Правка сообщения")
        if leave == "Escape":
            await seller.writing.press("Escape")
        else:
            await seller.root.get_by_role("button", name="Не изменять").click()
        await expect(seller.writing).to_have_value("")
        await expect(seller.root.locator(".reply-bar")).to_be_hidden()

    await seller.chooses("Изменить", "Первое")
    await screen.page.route("**/sandbox/people/*/messages/*", lambda route: route.abort())
    await seller.sends("Второе")
    await screen.told("Песочница не отвечает")
    await expect(seller.writing).to_have_value("Второе")
    await screen.page.unroute("**/sandbox/people/*/messages/*")
    await screen.page.reload()
    await expect(seller.writing).to_have_value("Второе")


async def test_an_edit_goes_on_after_a_change_of_theme(screen: Screen) -> None:
    """The phones are drawn anew with what was being written."""
    seller = screen.seller
    await seller.starts()
    await seller.says("Первое", "Сейчас передать это некому")
    await seller.chooses("Изменить", "Первое")
    await seller.writing.fill("Второе")
    await screen.page.get_by_role("button", name="Оформление").click()
    await expect(seller.root.locator(".reply-bar")).to_contain_text("Правка сообщения")
    await expect(seller.writing).to_have_value("Второе")

    await seller.writing.press("Enter")

    await expect(seller.log.locator(".row-out", has_text="Второе").locator(".edited")).to_have_text("изменено")
    await expect(seller.log.locator(".row-out")).to_have_count(2)
