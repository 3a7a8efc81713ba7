"""Without a token the bot runs in the sandbox, behind a page."""

import os
import random
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest

from bot.playground import TOKEN, BotPlayground
from bot.settings import Settings, WrongSetting, load_settings
from sandbox.clock import MovableClock
from sandbox.server import Sandbox

_ROOT = Path(__file__).parents[2]


@pytest.fixture
def free_port() -> int:
    """Outside the range from which the system takes the ports of the tests that run beside this one."""
    for port in random.Random().sample(range(20_000, 30_000), 50):
        with socket.socket() as one, suppress(OSError):
            one.bind(("127.0.0.1", port))
            return port
    raise AssertionError("no free port")


def _start(tmp_path: Path, port: int) -> subprocess.Popen[str]:
    known = {name: value for name, value in os.environ.items() if name.lower() not in Settings.model_fields}
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        known.pop(name, None)
    added = {"PYTHONPATH": str(_ROOT), "TMPDIR": str(tmp_path), "PYTHONIOENCODING": "utf-8", "SANDBOX_PORT": str(port)}
    return subprocess.Popen(
        [sys.executable, "-m", "bot"],
        cwd=tmp_path,
        env=known | added,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def test_it_says_where_the_page_is_and_ctrl_c_ends_it_cleanly(tmp_path: Path, free_port: int) -> None:
    """No traceback, nothing left behind."""
    with _start(tmp_path, free_port) as process:
        assert process.stdout is not None
        address = ""
        for line in process.stdout:
            if found := re.search(r"http://127\.0\.0\.1:\d+", line):
                address = found[0]
                break
        assert address, process.communicate()
        with urllib.request.urlopen(address) as page:  # noqa: S310 - our own page
            shown = page.read().decode()
        process.send_signal(signal.SIGINT)
        said, errors = process.communicate()

    assert address == f"http://127.0.0.1:{free_port}"
    assert "/page/js/main.js" in shown
    assert (process.returncode, "Traceback" in errors) == (0, False)
    assert said.rstrip().endswith("Stopped. / Остановлено.")
    assert list(tmp_path.iterdir()) == []


def test_a_taken_port_is_said_in_one_sentence(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with _start(tmp_path, port) as process:
            said, errors = process.communicate()

    assert process.returncode == 1
    assert said.startswith(f"Port {port} is taken")
    assert "Traceback" not in errors


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """Listens."""
    sandbox = Sandbox(token=TOKEN, clock=MovableClock())
    await sandbox.start()
    yield sandbox
    await sandbox.stop()


@pytest.mark.parametrize(
    ("variables", "earned"),
    [
        ({}, "+2 000 ⭐"),
        ({"PAYMENTS": "direct"}, None),
        ({"PAYMENTS": "provider"}, "+2 000 ₽"),
        ({"PAYMENTS": "provider", "CURRENCY": "USD", "COMMISSION_PERCENT": "2.5"}, "+1 950 $"),
    ],
    ids=["as it is", "direct", "provider", "dollars and a commission"],
)
async def test_examples_go_by_the_way_of_paying_that_is_set(
    sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], earned: str | None
) -> None:
    """With a provider that is pretended, as everything there."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert sandbox.clock is not None
    playground = BotPlayground(load_settings(_env_file=None), sandbox, sandbox.clock, tmp_path)

    await playground.play("accepted")

    told = sandbox.people[1001].find("принимает работу").text.replace("\N{NO-BREAK SPACE}", " ")
    assert ("На вашем балансе" in told) is (earned is not None)
    assert (earned or "") in told
    await playground.stop_bot()


@pytest.mark.parametrize("port", ["0", "65536", "http"])
def test_a_port_is_a_number_from_1_to_65535(monkeypatch: pytest.MonkeyPatch, port: str) -> None:
    monkeypatch.setenv("SANDBOX_PORT", port)

    with pytest.raises(WrongSetting, match="SANDBOX_PORT"):
        load_settings(_env_file=None)
