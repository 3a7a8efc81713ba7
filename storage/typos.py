"""What somebody may have meant: the other keyboard layout, and the nearest stem."""

from collections.abc import Iterable

from rapidfuzz.distance import OSA

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,.`QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>~"
_CYRILLIC = "йцукенгшщзхъфывапролджэячсмитьбюёЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮЁ"
_TO_CYRILLIC = str.maketrans(_LATIN, _CYRILLIC)
_TO_LATIN = str.maketrans(_CYRILLIC, _LATIN)
#: A stem of so many letters may have one mistake, or two.
_ONE_FROM, _TWO_FROM = 4, 7
#: Longer ones are no words: the nearest is not looked for.
LONGEST = 40


def other_layout(typed: str) -> str:
    """«kjujnbg» is «логотип» with the wrong layout, «ыущ» is "seo"."""
    return typed.translate(_TO_CYRILLIC if typed.translate(_TO_CYRILLIC) != typed else _TO_LATIN)


def mistakes_allowed(stem: str) -> int:
    """A letter too many, too few, another one or two changed places: each is one mistake."""
    if len(stem) > LONGEST or len(stem) < _ONE_FROM:
        return 0
    return 1 if len(stem) < _TWO_FROM else 2


def grams(stem: str) -> list[str]:
    """Three letters each, with its beginning and its end: a mistake in the middle leaves some of them as they are."""
    framed = f"^{stem}$"
    return sorted({framed[at : at + 3] for at in range(len(framed) - 2)})


def near(stem: str, others: Iterable[str]) -> list[tuple[int, str]]:
    """Those with no more mistakes than are allowed, with their number."""
    most = mistakes_allowed(stem)
    told = ((OSA.distance(stem, other, score_cutoff=most), other) for other in others)
    return [(distance, other) for distance, other in told if distance <= most]
