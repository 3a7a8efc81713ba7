"""An order from the gig to the accepted work."""

from sandbox.person import Person
from tests.acceptance.market import Market


async def test_a_seller_and_a_buyer_carry_an_order_to_its_end(market: Market, seller: Person, buyer: Person) -> None:
    """The whole way, as both see it."""
    await market.new_order(seller, buyer)

    assert "Новый оплаченный заказ" in seller.last.text
    assert await market.presses(seller, "Приступаю к работе") == "Вы приступили к работе"
    assert "приступает к работе" in buyer.last.text

    await market.presses(seller, "Сдать выполненную работу")
    await market.says(seller, "Готово: три варианта во вложении.")
    await market.presses(seller, "Готово")
    await market.presses(seller, "Сдать")
    assert "сдаёт работу" in buyer.last.text

    assert await market.presses(buyer, "Принять работу") == "Работа принята"
    assert "принимает работу" in seller.last.text
