"""A review is left and answered by clicking."""

import pytest

from tests.browser.screen import Screen
from tests.browser.test_order import place_order


@pytest.mark.parametrize("payments", ["direct"])
async def test_a_buyer_reviews_an_order_and_the_seller_answers(screen: Screen) -> None:
    """From the acceptance to the page on which everybody reads both."""
    await place_order(screen)
    seller, buyer = screen.seller, screen.buyer
    await buyer.presses("Подтвердить заказ")
    await seller.presses("Приступаю к работе")
    await seller.presses("Сдать выполненную работу")
    await seller.says("Готово: три варианта.", "Принято")
    await seller.presses("Готово")
    await seller.presses("Сдать")
    await buyer.presses("Принять работу")

    await buyer.presses("Оставить отзыв")
    await buyer.presses("Положительный отзыв")
    await buyer.says("Сделано раньше срока.", "Так отзыв увидят все")
    await buyer.presses("Отправить отзыв")
    await seller.sees("оставляет положительный отзыв")
    await seller.presses("Ответить на отзыв")
    await seller.says("Спасибо, приходите ещё.", "Так ответ увидят все")
    await seller.presses("Отправить ответ")

    await buyer.sees("отвечает на ваш отзыв")
    await buyer.presses("Другие кворки продавца")
    await buyer.presses("Отзывы: 1")
    await buyer.sees("Отзывы о продавце: Сергей")
    await buyer.sees("Ответ продавца:")
