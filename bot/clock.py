"""What time it is. Everything that asks is given a clock, so that tests and the sandbox can move it."""

import time
from typing import Protocol


class Clock(Protocol):
    """Epoch seconds, UTC."""

    def now(self) -> float:
        """The present moment."""
        ...


class SystemClock:
    """The machine's wall clock."""

    def now(self) -> float:
        """The present moment."""
        return time.time()
