"""News that arrive late say what is true when they are read."""

import pytest

from sandbox.person import Person
from tests.acceptance.market import HOUR, Market


@pytest.mark.parametrize(("late", "says"), [(0, "ещё 20 мин."), (15 * 60, "ещё 5 мин."), (HOUR, "")])
async def test_the_buyer_is_told_how_long_a_change_of_mind_is_still_possible(
    market: Market, seller: Person, buyer: Person, late: int, says: str
) -> None:
    """The bot was stopped before it could say so; afterwards it speaks of what is left, and not of what is over."""
    await market.new_order(seller, buyer)
    buyer.block()
    await market.settled()
    await market.presses(seller, "Приступаю к работе")
    market.clock.advance(late)

    buyer.start()
    await market.settled()

    news = buyer.find("приступает к работе").text
    assert says in news
    assert ("Передумать" in news) == bool(says)
