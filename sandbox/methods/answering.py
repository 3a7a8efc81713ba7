"""answerCallbackQuery."""

from sandbox.methods.handler import Table
from sandbox.params import Params
from sandbox.world import World


class Answering:
    def __init__(self, world: World) -> None:
        self._world = world

    def table(self) -> Table:
        return {"answerCallbackQuery": self.answer_callback_query}

    def answer_callback_query(self, params: Params) -> bool:
        """Once for each press, within 150 seconds of the shared clock."""
        press = self._world.presses.answer(
            params.text("callback_query_id"),
            text=params.text("text"),
            show_alert=params.flag("show_alert"),
            url=params.text("url"),
        )
        self._world.events.add("callback_answer", press.view())
        return True
