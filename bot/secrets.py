"""Keeps tokens out of what is logged or sent."""

import logging
import re

#: In an address it stands right after «bot»: a word boundary before it is not to be asked for.
_TOKEN = re.compile(r"(?<!\d)\d{5,}:(?:[A-Za-z0-9_-]{30,}|(?:TEST|LIVE):[\w-]+)")


def without_secrets(text: str) -> str:
    """The text with every token replaced, of a bot or a payment provider.

    Aiogram puts the address, token and all, into some exceptions.
    """
    return _TOKEN.sub("<token>", text)


class SafeFormatter(logging.Formatter):
    """A log line, its traceback included, never holds a token."""

    def format(self, record: logging.LogRecord) -> str:
        """As any formatter, without tokens."""
        return without_secrets(super().format(record))
