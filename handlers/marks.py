"""A short sign of what a button was drawn for, where the button has no room for more."""

from collections.abc import Iterable
from zlib import crc32

from orders.gig import PresetOption, Terms


def mark_of_terms(terms: Terms) -> str:
    """Differs once the terms do."""
    price = f"{terms.price.amount} {terms.price.currency}"
    presets = (f"option {mark_of_preset(preset)}" for preset in terms.presets)
    return _mark((terms.title, terms.description, *terms.questions, price, str(terms.term_days), *presets))


def mark_of_preset(preset: PresetOption) -> str:
    """Differs once title, price or days do."""
    return _mark((preset.title, f"{preset.price.amount} {preset.price.currency}", str(preset.extra_days)))


def _mark(parts: Iterable[str]) -> str:
    return f"{crc32(chr(0).join(parts).encode()):08x}"
