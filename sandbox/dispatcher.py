"""Finding the method a bot calls; names are the same in any case."""

from collections.abc import Awaitable
from typing import cast

from sandbox.errors import NOT_FOUND, ApiError
from sandbox.methods.handler import Handler, Table
from sandbox.params import Params


class Dispatcher:
    def __init__(self) -> None:
        self._methods: dict[str, tuple[str, Handler]] = {}

    def add(self, table: Table) -> None:
        self._methods |= {name.lower(): (name, handler) for name, handler in table.items()}

    def spelled(self, method: str) -> str:
        """The method's name as Telegram writes it; an unknown one stays as it is."""
        known = self._methods.get(method.lower())
        return known[0] if known else method

    async def execute(self, method: str, params: Params) -> object:
        known = self._methods.get(method.lower())
        if known is None:
            raise ApiError(NOT_FOUND, "Not Found: method not found")
        result = known[1](params)
        return await cast("Awaitable[object]", result) if hasattr(result, "__await__") else result
