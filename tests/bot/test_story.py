"""Without a token the bot plays one order in the terminal."""

import os
import signal
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.settings import Settings, load_settings
from bot.story import play
from tests.acceptance.market import TOKEN

_ROOT = Path(__file__).parents[2]
_BETWEEN = "│"


@pytest.fixture
def settings(monkeypatch: pytest.MonkeyPatch) -> Settings:
    """The defaults, whatever the environment says."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    return load_settings(_env_file=None)


async def test_it_plays_one_order_to_its_end(
    settings: Settings, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Why there is a sandbox, each turn in the column of whoever hears of it, and how to go live; 80 columns wide."""
    monkeypatch.setenv("COLUMNS", "80")

    assert await play(settings) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("BOT_TOKEN is not set")
    assert "To go live: take a token from @BotFather" in " ".join(lines[-5:])
    assert [line for line in lines if len(line) > 80] == []
    rows = [line for line in lines if _BETWEEN in line]
    assert {row.index(_BETWEEN) for row in rows if not _has_wide_letters(row)} == {39}
    seller, buyer = ([row.partition(_BETWEEN)[side].strip() for row in rows] for side in (0, 2))
    assert _in_order(
        seller,
        "> [Опубликовать]",
        "🔔 Новый оплаченный заказ",
        "> [Приступаю к работе]",
        "⏳ До сдачи заказа осталось 24 ч.",
        "> 📎 логотип.svg",
        "> [Сдать]",
        "Буквы чуть крупнее, пожалуйста.",
        "> 📎 логотип-2.svg",
        "🎉 Анна принимает работу.",
    )
    assert _in_order(
        buyer,
        "🧾 Заказ №1",
        "> [Оплатить 1\N{NO-BREAK SPACE}500\N{NO-BREAK SPACE}⭐]",
        "Оплата получена",
        "Сергей приступает к работе.",
        "Готово: три варианта во вложении.",
        "📎 логотип.svg",
        "> [Отправить на доработку]",
        "Буквы крупнее.",
        "📎 логотип-2.svg",
        "> [Принять работу]",
        "Вы приняли работу.",
    )


@pytest.mark.parametrize(
    ("payments", "button"),
    [
        ("direct", "> [Подтвердить заказ]"),
        ("provider", "> [Оплатить 1\N{NO-BREAK SPACE}500\N{NO-BREAK SPACE}₽]"),
    ],
)
async def test_it_goes_by_the_way_of_paying_that_is_set(
    settings: Settings, capsys: pytest.CaptureFixture[str], payments: str, button: str
) -> None:
    """A provider is pretended; where the sides settle between themselves a button is the payment."""
    known = load_settings(_env_file=None, payments=payments)

    assert await play(known) == 0

    assert _in_order([line.partition(_BETWEEN)[2].strip() for line in _lines(capsys)], button, "Вы приняли работу.")


async def test_with_a_token_it_is_a_story_all_the_same(settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
    """The token is not used."""
    assert await play(settings.model_copy(update={"bot_token": SecretStr(TOKEN)})) == 0

    lines = _lines(capsys)
    assert lines[0].startswith("For this story the bot talks to a sandbox")
    assert lines[-1] == "Заказ выполнен."


def test_ctrl_c_ends_it_cleanly(tmp_path: Path) -> None:
    """`python -m bot story` as a person starts and stops it: no traceback, nothing left behind."""
    known = {name: value for name, value in os.environ.items() if name.lower() not in Settings.model_fields}
    environment = known | {"PYTHONPATH": str(_ROOT), "TMPDIR": str(tmp_path), "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(
        [sys.executable, "-m", "bot", "story"],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("BOT_TOKEN is not set")
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate()

    assert process.returncode == 0
    assert "Traceback" not in errors
    assert list(tmp_path.iterdir()) == []


def _lines(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return capsys.readouterr().out.splitlines()


def _in_order(lines: list[str], *wanted: str) -> bool:
    left = iter(lines)
    return all(any(line.startswith(words) for line in left) for words in wanted)


def _has_wide_letters(line: str) -> bool:
    """Emoji, which take two cells of a terminal."""
    return any(unicodedata.east_asian_width(c) in "WF" or unicodedata.combining(c) or c == "\ufe0f" for c in line)
