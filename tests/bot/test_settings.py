"""Settings: a wrong one is named in one line, with what is allowed."""

import pytest

from bot.settings import Settings, WrongSetting, load_settings


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("CURRENCY", "rub", "CURRENCY='rub': allowed is three capital letters, like RUB"),
        ("PAYMENTS", "stars", "PAYMENTS='stars': allowed is 'direct'"),
        ("ADMIN_IDS", "@me", "ADMIN_IDS='@me': allowed is Telegram ids separated by commas, like 12345678,87654321"),
        ("START_WINDOW", "1 day", "START_WINDOW='1 day': allowed is a number with s, m, h or d, like 24h"),
        ("START_WINDOW", "0h", "START_WINDOW='0h': allowed is more than 0 and at most 366d"),
        ("START_WARNINGS", "24h,3h,90s", "START_WARNINGS='24h,3h,90s': allowed is what is shorter than 24h"),
        ("REVIEW_WARNINGS", "3d,1h", "REVIEW_WARNINGS='3d,1h': allowed is what is shorter than 3d"),
        ("BUSINESS_TIMEZONE", "Mars", "BUSINESS_TIMEZONE='Mars': allowed is a time zone like Europe/Moscow"),
        ("TELEGRAM_API_URL", "x", "TELEGRAM_API_URL='x': allowed is an address that begins with http:// or https://"),
        ("LOG_LEVEL", "LOUD", "LOG_LEVEL='LOUD': allowed is 'DEBUG', 'INFO', 'WARNING' or 'ERROR'"),
    ],
)
def test_a_wrong_setting_is_named_with_its_value_and_what_is_allowed(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, line: str
) -> None:
    """One line for whoever starts the bot."""
    monkeypatch.setenv(name, value)

    with pytest.raises(WrongSetting) as refused:
        load_settings(_env_file=None)

    assert str(refused.value) == line


def test_a_wrong_token_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be a real one with a letter too many."""
    monkeypatch.setenv("BOT_TOKEN", "123456:secret secret")

    with pytest.raises(WrongSetting) as refused:
        load_settings(_env_file=None)

    assert str(refused.value) == "BOT_TOKEN: allowed is a token from @BotFather, like 123456:AAE…"


def test_an_empty_setting_has_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a line of `.env` can be left without a value."""
    monkeypatch.setenv("BOT_TOKEN", "")
    monkeypatch.setenv("ADMIN_IDS", "")
    monkeypatch.setenv("START_WINDOW", "")

    assert load_settings(_env_file=None) == Settings.model_construct()
