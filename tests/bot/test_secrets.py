"""No token gets into a log or a report, wherever it stands."""

import logging

import pytest

from bot.secrets import SafeFormatter, without_secrets
from tests.bot.telegram import TOKEN


@pytest.mark.parametrize(
    "text",
    [
        f"{TOKEN}",
        f"https://api.telegram.org/bot{TOKEN}/getMe",
        f"https://api.telegram.org/file/bot{TOKEN}/photos/file_1.jpg",
        f"Bot('{TOKEN}')",
        f"BOT_TOKEN={TOKEN} and {TOKEN}",
        f"x{TOKEN}",
    ],
)
def test_a_token_is_replaced(text: str) -> None:
    """In an address it follows «bot» without a gap."""
    safe = without_secrets(text)
    assert "AAAA" not in safe
    assert "123456" not in safe
    assert "<token>" in safe


@pytest.mark.parametrize("text", ["", "12:30", "Заказ 123456: готово", "1795424400:3600", "a1b2:c3"])
def test_what_is_no_token_stays(text: str) -> None:
    """Times, numbers, words."""
    assert without_secrets(text) == text


def test_a_log_line_is_safe_with_its_arguments_its_traceback_and_its_stack() -> None:
    """All that a formatter puts together."""
    error = RuntimeError(f"https://api.telegram.org/file/bot{TOKEN}/x")
    info = (RuntimeError, error, None)
    record = logging.LogRecord("bot", logging.ERROR, __file__, 1, "call of %s failed", (f"bot{TOKEN}",), info)
    record.stack_info = f"Stack: {TOKEN}"
    line = SafeFormatter("%(levelname)s %(message)s").format(record)
    assert line.startswith("ERROR call of bot<token> failed")
    assert "RuntimeError" in line
    assert line.count("<token>") == 3
    assert "AAAA" not in line
