"""What all tests share: files in memory, and certificates that are read once."""

import gc
import os
import ssl
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes folders of its own there, as it does in /tmp


def pytest_configure() -> None:
    """Temporary folders lie in memory where there is such a place: a commit waits for the disk, a test need not.

    What the crash tests prove, that a killed process loses nothing, is as true there.
    """
    if os.access(_MEMORY, os.W_OK):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))


def pytest_collection_finish() -> None:
    """What thousands of tests are made of stays to the end: the garbage collector need not look at it each time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


@pytest.fixture(scope="session", autouse=True)
def _certificates_are_read_once() -> Iterator[None]:
    """Aiogram reads all of them for every session, also for one that never speaks TLS: a third of a test's time."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ssl, "create_default_context", cache(ssl.create_default_context))
        yield
