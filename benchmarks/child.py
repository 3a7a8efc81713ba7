"""A process of its own, so that what one side spends is not counted as another's."""

import asyncio
import multiprocessing
import traceback
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, Self

Command = Callable[..., Awaitable[object]]
#: Opens what lives in the process and gives the commands that it understands.
Room = Callable[..., AbstractAsyncContextManager[Mapping[str, Command]]]

#: No command takes longer, unless something is broken.
PATIENCE = 120.0


class ChildFailed(Exception):  # noqa: N818
    """The traceback from the other process."""


class Child:
    """A room in a process of its own. Its end closes the room.

    Args:
        room: A function at the top of a module; its arguments follow.
    """

    def __init__(self, room: Room, *arguments: object) -> None:
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_live, args=(theirs, room, arguments), daemon=True)
        self._process.start()
        theirs.close()
        self._receive()

    def ask(self, command: str, *arguments: object) -> Any:
        """Carry out a command there and wait for what it gives. Raises: ChildFailed, TimeoutError."""
        self._pipe.send((command, arguments))
        return self._receive()

    def close(self) -> None:
        """Close the room and wait for the process to end."""
        self._pipe.close()
        self._process.join(PATIENCE)
        if self._process.is_alive():
            self._process.kill()

    def _receive(self) -> Any:
        if not self._pipe.poll(PATIENCE):
            raise TimeoutError(f"nothing from the other process for {PATIENCE:.0f} s")
        failed, value = self._pipe.recv()
        if failed:
            raise ChildFailed(value)
        return value

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _live(pipe: Connection, room: Room, arguments: tuple[object, ...]) -> None:
    asyncio.run(_serve(pipe, room, arguments))


async def _serve(pipe: Connection, room: Room, arguments: tuple[object, ...]) -> None:
    try:
        async with room(*arguments) as commands:
            pipe.send((False, None))
            await _obey(pipe, commands)
    except Exception:  # noqa: BLE001 - whatever it is, the other process is told
        pipe.send((True, traceback.format_exc()))


async def _obey(pipe: Connection, commands: Mapping[str, Command]) -> None:
    loop = asyncio.get_running_loop()
    while True:
        try:
            name, arguments = await loop.run_in_executor(None, pipe.recv)
        except EOFError:
            return
        try:
            value = await commands[name](*arguments)
        except Exception:  # noqa: BLE001 - whatever it is, the other process is told
            pipe.send((True, traceback.format_exc()))
        else:
            pipe.send((False, value))
