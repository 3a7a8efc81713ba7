"""The clock that the sandbox and the bot under test share."""

import time
from collections.abc import Callable


class MovableClock:
    """System time plus an offset, or a frozen moment; epoch seconds."""

    def __init__(self, *, at: float | None = None) -> None:
        """`at`: begin frozen at this moment; without it the clock runs with the system's."""
        self._offset = 0.0
        self._frozen = at
        self._listeners: list[Callable[[], object]] = []

    @property
    def frozen(self) -> bool:
        return self._frozen is not None

    @property
    def offset(self) -> float:
        """How far ahead of the system's clock this one is; negative when behind."""
        return self.now() - time.time()

    def now(self) -> float:
        return time.time() + self._offset if self._frozen is None else self._frozen

    def advance(self, seconds: float) -> float:
        """Move by so many seconds, backwards when negative, running or frozen; returns the new time."""
        return self.set(self.now() + seconds)

    def set(self, moment: float) -> float:
        if self._frozen is None:
            self._offset = moment - time.time()
        else:
            self._frozen = moment
        self._tell()
        return moment

    def freeze(self) -> float:
        self._frozen = self.now()
        self._tell()
        return self._frozen

    def unfreeze(self) -> float:
        """Run again from the moment shown."""
        if self._frozen is not None:
            self._offset = self._frozen - time.time()
            self._frozen = None
            self._tell()
        return self.now()

    def subscribe(self, listener: Callable[[], object]) -> Callable[[], None]:
        """Call `listener` after every move; the returned function ends it."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def _tell(self) -> None:
        for listener in tuple(self._listeners):
            listener()
