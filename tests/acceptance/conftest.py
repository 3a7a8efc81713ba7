"""Fixtures of the acceptance tests."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.person import Person
from tests.acceptance.market import Market, open_market
from tests.acceptance.stages import Deal


@pytest.fixture
async def market(tmp_path: Path) -> AsyncIterator[Market]:
    """A fresh bot in a fresh sandbox."""
    async with open_market(tmp_path) as fresh:
        yield fresh


@pytest.fixture
def seller(market: Market) -> Person:
    """A seller."""
    return market.person("Сергей")


@pytest.fixture
def buyer(market: Market) -> Person:
    """A buyer."""
    return market.person("Анна")


@pytest.fixture
def deal(market: Market, seller: Person, buyer: Person) -> Deal:
    """An order of the two, not placed yet."""
    return Deal(market, seller, buyer)
