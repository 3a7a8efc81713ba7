"""The values that are typed."""

from aiogram.fsm.state import State, StatesGroup

from handlers.settings.buttons import Section


class SettingsForm(StatesGroup):
    """One step each."""

    zone = State()
    quiet = State()


STEPS = {Section.ZONE: SettingsForm.zone, Section.QUIET: SettingsForm.quiet}
