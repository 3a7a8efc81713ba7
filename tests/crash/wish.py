"""What a process is born for. A module of its own, since importing the bot takes seconds."""

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Sent to the nursery as one line."""

    #: The process's working folder, which holds its clock and its log.
    folder: str
    environment: dict[str, str]

    def dump(self) -> bytes:
        """One line."""
        return json.dumps(asdict(self)).encode() + b"\n"

    @classmethod
    def load(cls, line: str) -> "Wish":
        """What `dump` wrote."""
        return cls(**json.loads(line))
