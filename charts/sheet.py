"""What is to be drawn: words ready to be read, and numbers. Nothing here knows of matplotlib, or of the bot."""

import json
from dataclasses import asdict, dataclass
from enum import StrEnum


class Tone(StrEnum):
    """How an outcome is coloured."""

    GOOD = "good"
    EVEN = "even"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: as long as `value`, in minor units, and with its words."""

    label: str
    value: int
    text: str


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the strip of outcomes."""

    label: str
    count: int
    tone: Tone


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure in large type, and what it is."""

    value: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One picture, from top to bottom."""

    title: str
    period: str
    total_label: str
    total: str
    bars: tuple[Bar, ...]
    parts_title: str
    parts: tuple[Part, ...]
    tiles: tuple[Tile, ...]

    def to_json(self) -> str:
        """As it travels to the process that draws."""
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> "Sheet":
        """The reverse of `to_json`."""
        said = json.loads(text)
        return cls(
            title=said["title"],
            period=said["period"],
            total_label=said["total_label"],
            total=said["total"],
            bars=tuple(Bar(**bar) for bar in said["bars"]),
            parts_title=said["parts_title"],
            parts=tuple(Part(part["label"], part["count"], Tone(part["tone"])) for part in said["parts"]),
            tiles=tuple(Tile(**tile) for tile in said["tiles"]),
        )
