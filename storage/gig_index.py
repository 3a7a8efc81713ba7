"""The index of words: which gigs have which stems, and what a search means.

Nothing that people write reaches the query language of FTS5: every stem is quoted, and is made of letters and digits.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from orders.gig import Terms
from storage.connection import Connection
from storage.stems import stem, telling, words_of
from storage.typos import LONGEST, grams, mistakes_allowed, near, other_layout

_PUT = "INSERT INTO gig_stems (rowid, stems) VALUES (?, ?)"
_DROP = "DELETE FROM gig_stems WHERE rowid = ?"
_KNOWN_STEMS = "SELECT stem, word FROM stems WHERE stem IN (SELECT value FROM json_each(?))"
_ADD_STEM = """
    INSERT INTO stems (stem, word) VALUES (?, ?) ON CONFLICT (stem) DO UPDATE SET word = excluded.word
"""
_ADD_GRAM = "INSERT INTO stem_grams (gram, stem) VALUES (?, ?) ON CONFLICT DO NOTHING"
_MET = "SELECT term FROM gig_vocabulary WHERE term IN (SELECT value FROM json_each(?))"
_BEGINS = "SELECT 1 FROM gig_vocabulary WHERE term >= ? AND term < ? LIMIT 1"
_ALIKE = """
    SELECT stem_grams.stem, stems.word, count(*) AS common
    FROM stem_grams JOIN stems ON stems.stem = stem_grams.stem
    WHERE gram IN ({marks})
    GROUP BY stem_grams.stem
    ORDER BY common DESC, stem_grams.stem
    LIMIT 100
"""
_COUNT = "SELECT doc FROM gig_vocabulary WHERE term = ?"
#: More words than anybody types; the others are passed over.
_WORDS_MOST = 16
#: A beginning of so many letters may stand for the whole word.
_BEGINNING_LEAST = 3


@dataclass(frozen=True, slots=True)
class Meant:
    """What a search means: each of its words as FTS5 is asked for it.

    `shown`: how it would have been written, where it was not understood as it is.
    """

    terms: tuple[str, ...]
    shown: str | None = None

    @property
    def all_of_them(self) -> str:
        """For MATCH."""
        return " AND ".join(self.terms)


class GigIndex:
    """The words of gigs."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        #: Whether gigs have these stems, as far as somebody has asked in this search.
        self._met: dict[str, bool] = {}

    async def put(self, gig_id: int, terms: Terms) -> None:
        """The gig has these words now, and no others."""
        await self.put_many([(gig_id, terms)])

    async def put_many(self, gigs: Sequence[tuple[int, Terms]]) -> None:
        """Like `put`, for many at once."""
        found = {gig_id: words_of(text_of(terms)) for gig_id, terms in gigs}
        await self._learn(word for words in found.values() for word in words)
        for gig_id in found:
            self.drop(gig_id)
        self._connection.later_many(
            _PUT, [(gig_id, " ".join(dict.fromkeys(map(stem, words)))) for gig_id, words in found.items()]
        )

    def drop(self, gig_id: int) -> None:
        """It can't be found any more."""
        self._connection.later(_DROP, gig_id)

    async def meant(self, words: str) -> Meant:
        """What somebody has typed, with typos corrected by what there is in gigs."""
        terms: list[str] = []
        shown: list[str] = []
        self._met.clear()
        await self._look_up(words_of(words))
        empty = set(words_of(words)) - set(telling(words_of(words)))
        for typed in words.split():
            if len(terms) >= _WORDS_MOST:
                break
            meant, as_shown = await self._understood(typed, [word for word in words_of(typed) if word not in empty])
            terms += meant
            shown.append(as_shown)
        corrected = " ".join(shown)
        return Meant(tuple(dict.fromkeys(terms)), None if shown == words.split()[: len(shown)] else corrected)

    async def _understood(self, typed: str, words: list[str]) -> tuple[list[str], str]:
        """One word as it is typed (a hyphen can make it two): the terms of it, and how it is to be shown."""
        direct = [await self._as_typed(word) for word in words]
        if all(direct):
            return [term for term in direct if term], typed
        switched = words_of(other_layout(typed))
        await self._look_up(switched)
        if switched and all(self._met[stem(word)] for word in switched):
            return [_exactly(stem(word)) for word in switched], " ".join(switched)
        terms, shown, is_corrected = [], [], False
        for word, term in zip(words, direct, strict=True):
            nearest = None if term else await self._nearest(stem(word))
            is_corrected |= nearest is not None
            terms.append(term or _exactly(nearest[0] if nearest else stem(word)))
            shown.append(nearest[1] if nearest else word)
        return terms, "-".join(shown) if is_corrected else typed

    async def _as_typed(self, word: str) -> str | None:
        """A word that gigs have, or the beginning of one."""
        if self._met[stem(word)]:
            return _exactly(stem(word))
        if len(word) < _BEGINNING_LEAST:
            return None
        begins = await self._connection.row(_BEGINS, word, word + "\U0010ffff")
        return f'"{word}" *' if begins else None

    async def _look_up(self, words: Iterable[str]) -> None:
        stems = {stem(word) for word in words}.difference(self._met)
        if stems:
            found = {row["term"] for row in await self._connection.rows(_MET, json.dumps(sorted(stems)))}
            self._met.update((each, each in found) for each in stems)

    async def _nearest(self, typed: str) -> tuple[str, str] | None:
        """The stem with the fewest mistakes that gigs have, and a word of it; of several, the one that most have."""
        if not mistakes_allowed(typed):
            return None
        asked = grams(typed)
        rows = await self._connection.rows(_ALIKE.format(marks=", ".join("?" * len(asked))), *asked)
        words = {row["stem"]: row["word"] for row in rows}
        best: tuple[int, bool, int, str] | None = None
        for distance, other in near(typed, words):
            count = await self._connection.row(_COUNT, other)
            if count is not None:
                rank = (distance, other[0] != typed[0], -count["doc"], other)
                best = rank if best is None else min(best, rank)
        return None if best is None else (best[-1], words[best[-1]])

    async def _learn(self, words: Iterable[str]) -> None:
        """Every stem with its shortest word: of «логотипами» and «логотип» the latter is shown."""
        shortest: dict[str, str] = {}
        for word in words:
            if word.isalpha() and len(word) <= LONGEST:
                of = stem(word)
                shortest[of] = min(word, shortest.get(of, word), key=len)
        rows = await self._connection.rows(_KNOWN_STEMS, json.dumps(list(shortest)))
        known = {row["stem"]: row["word"] for row in rows}
        self._connection.later_many(
            _ADD_STEM, [(of, word) for of, word in shortest.items() if len(word) < len(known.get(of, f"{word} "))]
        )
        new = [of for of in shortest if of not in known]
        self._connection.later_many(_ADD_GRAM, [(gram, of) for of in new for gram in grams(of)])


def text_of(terms: Terms) -> str:
    """What a gig is found by."""
    return "\n".join((terms.title, terms.description, *(preset.title for preset in terms.presets)))


def _exactly(of: str) -> str:
    return f'"{of}"'
