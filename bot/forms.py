"""Forms that survive a restart: aiogram's FSM kept in the transaction of the update being handled."""

from collections.abc import Mapping
from contextvars import ContextVar
from typing import Any

from aiogram.fsm.state import State
from aiogram.fsm.storage.base import BaseStorage, StateType, StorageKey

from handlers.form import ASIDE, THREAD, put_aside
from storage.units import WriteUnit

#: The transaction of the update that is being handled in this task.
current_unit: ContextVar[WriteUnit] = ContextVar("current_unit")
#: The topic in which the person has written or pressed.
current_thread: ContextVar[int | None] = ContextVar("current_thread", default=None)


class FormStorage(BaseStorage):
    """A person's open form. A form belongs to a person, since all chats are private."""

    async def set_state(self, key: StorageKey, state: StateType = None) -> None:
        """None closes the form."""
        _, data = await current_unit.get().forms.get(key.user_id)
        await current_unit.get().forms.set(key.user_id, state.state if isinstance(state, State) else state, data)

    async def get_state(self, key: StorageKey) -> str | None:
        """The step at which the form stands; None: no form is open."""
        state, _ = await current_unit.get().forms.get(key.user_id)
        return state

    async def set_data(self, key: StorageKey, data: Mapping[str, Any]) -> None:
        """What the form has gathered. What lies aside stays there, and a form belongs where it was opened."""
        state, before = await current_unit.get().forms.get(key.user_id)
        after = dict(data)
        aside = after.get(ASIDE, put_aside(before, after))
        if aside:
            after[ASIDE] = aside
        thread = current_thread.get() if after.get("form") != before.get("form") else before.get(THREAD)
        if thread is not None and "form" in after:
            after[THREAD] = thread
        else:
            after.pop(THREAD, None)
        await current_unit.get().forms.set(key.user_id, state, after)

    async def get_data(self, key: StorageKey) -> dict[str, Any]:
        """A copy."""
        _, data = await current_unit.get().forms.get(key.user_id)
        return data

    async def close(self) -> None:
        """Nothing to close: the database is closed by the app."""
