"""Settings: a wrong one is named in one line, with what is allowed."""

from pathlib import Path

import pytest

from bot.settings import Settings, WrongSetting, load_settings
from tests.acceptance.market import TOKEN


@pytest.fixture(autouse=True)
def _no_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("CURRENCY", "rub", "CURRENCY='rub': allowed is three capital letters, like RUB"),
        ("PAYMENTS", "cash", "PAYMENTS='cash': allowed is stars, provider or direct"),
        ("CURRENCY", "RUB", "CURRENCY='RUB' with PAYMENTS=stars: allowed is XTR, or nothing at all"),
        (
            "COMMISSION_PERCENT",
            "91",
            (
                "COMMISSION_PERCENT='91': allowed is "
                "a number from 0 to 90 with at most two digits after the point, like 2.5"
            ),
        ),
        ("ADMIN_IDS", "@me", "ADMIN_IDS='@me': allowed is Telegram ids separated by commas, like 12345678,87654321"),
        ("START_WINDOW", "1 day", "START_WINDOW='1 day': allowed is a number with s, m, h or d, like 24h"),
        ("START_WINDOW", "0h", "START_WINDOW='0h': allowed is more than 0 and at most 366d"),
        ("START_WARNINGS", "24h,3h,90s", "START_WARNINGS='24h,3h,90s': allowed is what is shorter than 24h"),
        ("REVIEW_WARNINGS", "3d,1h", "REVIEW_WARNINGS='3d,1h': allowed is what is shorter than 3d"),
        ("BUSINESS_TIMEZONE", "Mars", "BUSINESS_TIMEZONE='Mars': allowed is a time zone like Europe/Moscow"),
        ("TELEGRAM_API_URL", "x", "TELEGRAM_API_URL='x': allowed is an address that begins with http:// or https://"),
        ("START_WARNINGS", "soon", "START_WARNINGS='soon': allowed is a number with s, m, h or d, like 24h"),
        ("DUE_WARNINGS", "24h;6h", "DUE_WARNINGS='24h;6h': allowed is a number with s, m, h or d, like 24h"),
        ("REVIEW_WARNINGS", "400d", "REVIEW_WARNINGS='400d': allowed is more than 0 and at most 366d"),
        ("CANCEL_ANSWER_WINDOW", "-1h", "CANCEL_ANSWER_WINDOW='-1h': allowed is a number with s, m, h or d, like 24h"),
        ("CHANGE_OF_MIND", "1.5h", "CHANGE_OF_MIND='1.5h': allowed is a number with s, m, h or d, like 24h"),
        (
            "BUSINESS_TIMEZONE",
            "../etc/passwd",
            "BUSINESS_TIMEZONE='../etc/passwd': allowed is a time zone like Europe/Moscow",
        ),
        ("SANDBOX_PORT", "0", "SANDBOX_PORT='0': allowed is greater than or equal to 1"),
        (
            "SANDBOX_PORT",
            "http",
            "SANDBOX_PORT='http': allowed is a valid integer, unable to parse string as an integer",
        ),
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


def test_a_provider_needs_its_token(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Unless there is no token of a bot either: the sandbox has a provider of its own."""
    monkeypatch.setenv("PAYMENTS", "provider")
    pretended = load_settings(_env_file=None).in_sandbox(TOKEN, "http://127.0.0.1:1", tmp_path / "bot.db")
    monkeypatch.setenv("BOT_TOKEN", TOKEN)

    with pytest.raises(WrongSetting) as refused:
        load_settings(_env_file=None)

    line = "PAYMENT_PROVIDER_TOKEN: with PAYMENTS=provider a token from @BotFather → Payments is needed"
    assert str(refused.value) == line
    assert pretended.payment_provider_token is not None
    assert (pretended.prices_in, pretended.payments) == ("RUB", "provider")


def test_a_real_providers_token_stays_out_of_the_sandbox(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """As the bot's own does."""
    monkeypatch.setenv("PAYMENTS", "provider")
    monkeypatch.setenv("PAYMENT_PROVIDER_TOKEN", "381764678:LIVE:1")

    pretended = load_settings(_env_file=None).in_sandbox(TOKEN, "http://127.0.0.1:1", tmp_path / "bot.db")

    assert pretended.payment_provider_token is not None
    assert "LIVE" not in pretended.payment_provider_token.get_secret_value()


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


@pytest.mark.parametrize(
    ("name", "value", "seconds"),
    [
        ("change_of_mind", "90s", 90),
        ("start_window", " 36H ", 36 * 3_600),
        ("change_of_mind", "30 m", 1_800),
        ("cancel_answer_window", "3d", 3 * 86_400),
        ("due_warnings", "1h, 2d,6h,6h", (2 * 86_400, 6 * 3_600, 3_600)),
        ("review_warnings", "6h", (6 * 3_600,)),
        ("admin_ids", " 1, 22 ,", frozenset({1, 22})),
        ("log_level", "debug", "DEBUG"),
    ],
)
def test_a_setting_may_be_written_as_people_write(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, seconds: object
) -> None:
    """Spaces, capitals, any order."""
    monkeypatch.setenv(name.upper(), value)

    assert getattr(load_settings(_env_file=None), name) == seconds


def test_the_rules_go_by_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every clock of the operator's reaches them."""
    for name, value in {
        "START_WINDOW": "10h",
        "START_WARNINGS": "2h",
        "DUE_WARNINGS": "3h",
        "REVIEW_WARNINGS": "4h",
        "CANCEL_ANSWER_WINDOW": "5h",
        "CHANGE_OF_MIND": "6m",
        "BUSINESS_TIMEZONE": "Asia/Omsk",
        "ADMIN_IDS": "7,8",
    }.items():
        monkeypatch.setenv(name, value)
    policy = load_settings(_env_file=None).policy

    assert (policy.start_window, policy.cancel_answer_window, policy.change_of_mind) == (36_000, 18_000, 360)
    assert (policy.start_warnings, policy.due_warnings, policy.review_warnings) == ((7_200,), (10_800,), (14_400,))
    assert policy.business_timezone.key == "Asia/Omsk"
    assert policy.arbiters == {7, 8}
