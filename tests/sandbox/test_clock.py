"""The movable clock and the listening address."""

import time

import pytest

from sandbox import MovableClock, Sandbox
from tests.sandbox.conftest import MONDAY, TOKEN


def test_a_frozen_clock_stands_still_until_it_is_moved() -> None:
    clock = MovableClock(at=MONDAY)

    assert clock.now() == clock.now() == MONDAY
    assert clock.advance(3600) == clock.now() == MONDAY + 3600
    assert clock.advance(-60) == clock.now() == MONDAY + 3540


def test_a_running_clock_goes_with_the_systems() -> None:
    clock = MovableClock()
    clock.advance(86_400)

    assert clock.offset == pytest.approx(86_400, abs=1)
    assert clock.now() == pytest.approx(time.time() + 86_400, abs=1)


def test_freezing_and_letting_go_keep_the_time_shown() -> None:
    clock = MovableClock()
    clock.set(MONDAY)

    frozen = clock.freeze()
    assert clock.frozen
    assert clock.now() == frozen
    assert clock.unfreeze() == pytest.approx(frozen, abs=1)
    assert not clock.frozen


def test_every_move_is_told() -> None:
    clock = MovableClock(at=MONDAY)
    moves: list[float] = []
    unsubscribe = clock.subscribe(lambda: moves.append(clock.now()))

    clock.advance(1)
    clock.set(MONDAY)
    unsubscribe()
    clock.advance(1)

    assert moves == [MONDAY + 1, MONDAY]


async def test_the_sandbox_listens_on_loopback_only() -> None:
    sandbox = Sandbox(token=TOKEN)

    for host in ("0.0.0.0", "192.0.2.1", "example.com"):  # noqa: S104
        with pytest.raises(ValueError, match="loopback only"):
            await sandbox.start(host)


async def test_the_sandbox_can_stop_and_start_again_with_its_memory() -> None:
    sandbox = Sandbox(token=TOKEN, now=lambda: MONDAY)
    anna = sandbox.people.add("Анна")
    await sandbox.start("localhost")
    anna.start()
    await sandbox.stop()

    assert (await sandbox.start()).startswith("http://127.0.0.1:")

    assert sandbox.updates.pending == 1
    with pytest.raises(RuntimeError, match="runs already"):
        await sandbox.start()
    await sandbox.stop()
    with pytest.raises(RuntimeError, match="does not run"):
        _ = sandbox.url


async def test_a_port_that_is_taken_is_an_error_and_another_one_can_be_tried(sandbox: Sandbox) -> None:
    second = Sandbox(token=TOKEN)
    taken = int(sandbox.url.rpartition(":")[2])

    with pytest.raises(OSError, match="address already in use"):
        await second.start(port=taken)

    await second.start()
    await second.stop()


def test_a_token_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="a token looks like"):
        Sandbox(token="secret")  # noqa: S106
