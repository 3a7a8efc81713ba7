"""Draws pictures in a process of its own that ends with each: matplotlib would double the memory of the bot's."""

import asyncio
import os
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

import charts
from charts.sheet import Sheet
from desk.posts import Upload
from handlers.statistics.picture import PART

#: A picture takes a second; where it takes so long, something is wrong.
SECONDS_MOST = 60.0
_ROOT = Path(charts.__file__).parents[1]


class NotDrawn(Exception):  # noqa: N818
    """The process that draws has failed; the message is what it said last."""


class Painter:
    """One picture at a time. `stop` ends what is being drawn and takes the cache of fonts away."""

    def __init__(self, seconds: float = SECONDS_MOST) -> None:
        self._seconds = seconds
        self._turn = asyncio.Lock()
        self._cache: str | None = None

    async def paint(self, sheet: Sheet) -> Upload:
        """The picture as a file. Raises: NotDrawn."""
        async with self._turn:
            try:
                content = await asyncio.wait_for(self._painted(sheet), self._seconds)
            except TimeoutError:
                raise NotDrawn(f"not ready after {self._seconds:.0f} s") from None
            except OSError as error:
                raise NotDrawn(str(error)) from error
        return Upload(PART, f"{PART}.png", "image/png", content)

    def stop(self) -> None:
        """At the end of the bot's process."""
        if self._cache is not None:
            shutil.rmtree(self._cache, ignore_errors=True)
            self._cache = None

    async def _painted(self, sheet: Sheet) -> bytes:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "charts",
            cwd=_ROOT,
            env={**os.environ, "MPLCONFIGDIR": self._fonts(), "MPLBACKEND": "Agg"},
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            start_new_session=True,  # Ctrl+C is the bot's to answer: it lets what is being sent finish
        )
        try:
            content, said = await process.communicate(sheet.to_json().encode())
        finally:
            if process.returncode is None:
                with suppress(ProcessLookupError):
                    process.kill()
                await process.wait()
        if process.returncode:
            words = said.decode(errors="replace").strip()
            raise NotDrawn(words.rpartition("\n")[2] or f"exit code {process.returncode}")
        return content

    def _fonts(self) -> str:
        """Where matplotlib keeps what it knows of fonts, so that they are looked for once; a home may be read-only."""
        if self._cache is None:
            self._cache = tempfile.mkdtemp(prefix="vsrok-fonts-")
        return self._cache
