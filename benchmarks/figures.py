"""A figure, its limit, and the table in which they are printed."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """What was measured; less is better."""

    name: str
    value: float
    limit: float
    unit: str
    details: str

    @property
    def is_kept(self) -> bool:
        """Within the limit."""
        return self.value <= self.limit

    def line(self) -> str:
        """A row of the table."""
        verdict = "PASS" if self.is_kept else "FAIL"
        measured, limit = (f"{number:.4g} {self.unit}" for number in (self.value, self.limit))
        return f"{self.name:<58} {measured:>10} {limit:>10}  {verdict}  {self.details}"


def heading() -> str:
    """The table's first row."""
    return f"{'figure':<58} {'measured':>10} {'at most':>10}        details"


def all_kept(figures: Iterable[Figure]) -> bool:
    """Whether every one is within its limit."""
    return all(figure.is_kept for figure in figures)
