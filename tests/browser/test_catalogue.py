"""The catalogue by clicking."""

from tests.browser.screen import Screen
from tests.browser.test_order import publish_gig


async def test_a_gig_is_found_with_a_misspelt_word_and_ordered(screen: Screen) -> None:
    """From the menu to the first question, with the way back to the list."""
    await publish_gig(screen)
    buyer = screen.buyer
    await buyer.starts()
    await buyer.presses("Каталог")
    await buyer.sees("Найден 1 кворк")
    await buyer.presses("Найти")
    await buyer.says("логатипы", "Показано по запросу «логотип»")

    await buyer.presses("Логотип для кофейни")
    await buyer.sees("Продавец: Сергей")
    await buyer.presses("Назад в каталог")
    await buyer.sees("Показано по запросу «логотип»")
    await buyer.presses("Логотип для кофейни")
    await buyer.presses("Заказать")
    await buyer.sees("Вопрос 1 из 1")
