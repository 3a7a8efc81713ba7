"""The list of commands that Telegram shows beside the field for writing."""

from aiogram.methods import SetMyCommands
from aiogram.types import BotCommand

from handlers.texts import Texts, texts_in

COMMANDS = (
    "start",
    "orders",
    "gigs",
    "catalog",
    "exchange",
    "balance",
    "stats",
    "settings",
    "help",
    "cancel",
    "privacy",
    "terms",
    "paysupport",
)


def command_lists() -> tuple[SetMyCommands, ...]:
    """English for everyone, Russian for those whose client speaks it."""
    return (
        SetMyCommands(commands=_commands(texts_in("en"))),
        SetMyCommands(commands=_commands(texts_in("ru")), language_code="ru"),
    )


def _commands(texts: Texts) -> list[BotCommand]:
    return [BotCommand(command=name, description=texts.plain(f"command-{name}")) for name in COMMANDS]
