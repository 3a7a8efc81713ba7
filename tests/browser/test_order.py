"""A whole order by clicking."""

import pytest
from playwright.async_api import expect

from sandbox.server import Sandbox
from tests.browser.conftest import Open
from tests.browser.screen import BUYER, Screen


async def publish_gig(screen: Screen, title: str = "Логотип для кофейни") -> None:
    """The seller's, from the first Start on."""
    seller = screen.seller
    await seller.starts()
    await seller.presses("Мои кворки")
    await seller.presses("Создать кворк")
    await seller.sees("Шаг 1 из 5")
    await seller.says(title, "Шаг 2 из 5")
    await seller.says("Нарисую логотип в трёх вариантах, исходники в SVG.", "Шаг 3 из 5")
    await seller.says("Что написать на логотипе?", "Шаг 4 из 5")
    await seller.says("1500", "Шаг 5 из 5")
    await seller.says("3", "Так кворк увидит покупатель")
    await seller.presses("Опубликовать")
    await seller.sees("опубликован")


async def place_order(screen: Screen) -> None:
    """The buyer answers the question and could pay."""
    await publish_gig(screen)
    await screen.seller.log.get_by_role("link", name="t.me/vsrok_bot").last.click()
    await screen.page.get_by_role("menuitem", name="Анна").click()
    buyer = screen.buyer
    await buyer.presses("Заказать")
    await buyer.sees("Вопрос 1 из 1")
    await buyer.says("«Зерно», коричневый", "Это всё?")
    await buyer.presses("Готово")


async def paid_order(screen: Screen) -> None:
    """The seller has heard of it."""
    await place_order(screen)
    await screen.buyer.sees("Заказ №1")
    await screen.buyer.pays()
    await screen.seller.sees("Новый оплаченный заказ")


async def test_an_order_is_played_from_the_gig_to_the_acceptance(screen: Screen) -> None:
    """As the help of the page tells a newcomer to do it, with a file in the delivery."""
    await paid_order(screen)
    seller, buyer = screen.seller, screen.buyer

    await seller.presses("Приступаю к работе")
    await buyer.sees("приступает к работе")
    await seller.presses("Сдать выполненную работу")
    await seller.sees("сда")
    await seller.root.locator("input[type=file]").set_input_files(
        {"name": "логотип.svg", "mimeType": "image/svg+xml", "buffer": b"<svg/>"}
    )
    await expect(seller.root.locator(".tray-name")).to_have_text("логотип.svg")
    await seller.says("Готово: три варианта во вложении.", "Готово: три варианта")
    await seller.presses("Готово")
    await seller.presses("Сдать")
    await buyer.sees("сдаёт работу")
    await expect(buyer.log.get_by_role("link", name="Скачать логотип.svg")).to_be_visible()
    await buyer.presses("Принять работу")

    await buyer.sees("Вы приняли работу")
    await seller.sees("принимает работу")


async def test_a_reload_in_the_middle_loses_nothing_and_another_window_shows_the_same(
    screen: Screen, open_page: Open, sandbox: Sandbox
) -> None:
    await paid_order(screen)
    assert sandbox.clock is not None
    sandbox.clock.freeze()  # so that the countdowns read the same each time
    await screen.buyer.sees("Оплата получена")
    before = await screen.buyer.log.locator(".bubble").all_inner_texts()

    await screen.page.reload()

    await expect(screen.buyer.log.locator(".bubble")).to_have_text(before, use_inner_text=True)
    other = await open_page()
    await expect(other.buyer.log.locator(".bubble")).to_have_text(before, use_inner_text=True)
    await screen.seller.presses("Приступаю к работе")
    await other.buyer.sees("приступает к работе")
    await other.phone(BUYER).says("/orders", "Заказы")
    await screen.buyer.sees("Заказы")


@pytest.mark.parametrize("payments", ["direct"])
async def test_where_the_sides_settle_themselves_a_button_is_the_payment(screen: Screen) -> None:
    """There is no invoice."""
    await place_order(screen)
    await screen.buyer.presses("Подтвердить заказ")

    await screen.seller.sees("Новый оплаченный заказ")
    await screen.buyer.sees("Заказ подтверждён")
    await expect(screen.buyer.log.locator(".key-kind-pay")).to_have_count(0)
