"""Very many gigs: written straight into the tables, then taken into the catalogue by the bot's own code."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from itertools import accumulate
from pathlib import Path

from storage import json_text
from storage.database import Database

#: Different words that people use in gigs; the second is half as frequent as the first, and so on.
_VOCABULARY = 10_000
_TITLE_WORDS, _DESCRIPTION_WORDS = 4, 20
_SYLLABLES = [consonant + vowel for consonant in "бвгдзклмнпрст" for vowel in "аеиоу"]
_ENDINGS = ("", "а", "ы", "ом", "ами")
_ADD = """
    INSERT INTO gigs
        (code, seller_id, title, description, questions, price, currency, term_days, presets, photos, status,
         created_at)
    VALUES (?, ?, ?, ?, ?, ?, 'RUB', ?, '[]', '[]', 'active', 1)
"""
_QUESTIONS = json_text.write(("Что написать на логотипе?",))


class Words:
    """Made-up words in Russian letters, drawn as often as in a language; the same ones in every run."""

    def __init__(self) -> None:
        self._random = random.Random(8)
        words = {
            "".join(self._random.choices(_SYLLABLES, k=self._random.randint(2, 4))) for _ in range(2 * _VOCABULARY)
        }
        self._words = sorted(words)[:_VOCABULARY]
        self._random.shuffle(self._words)
        self._weights = list(accumulate(1 / rank for rank in range(1, len(self._words) + 1)))
        self.commonest = self._words[0]

    def some(self, count: int) -> list[str]:
        """In one of their forms."""
        drawn = self._random.choices(self._words, cum_weights=self._weights, k=count)
        return [word + self._random.choice(_ENDINGS) for word in drawn]

    def misspelt(self) -> str:
        """A long word with one letter that is wrong."""
        word = next(word for word in iter(lambda: self._random.choice(self._words), "") if len(word) == 8)
        place = self._random.randrange(1, len(word) - 1)
        return word[:place] + "щ" + word[place + 1 :]

    def row(self, number: int, seller_id: int) -> tuple[object, ...]:
        """A gig, for `_ADD`."""
        title, description = (" ".join(self.some(count)) for count in (_TITLE_WORDS, _DESCRIPTION_WORDS))
        price, term_days = self._random.randint(5, 1_000) * 10_000, self._random.randint(1, 30)
        return f"crowd{number}", seller_id, title, description, _QUESTIONS, price, term_days


async def add_gigs(path: Path, sellers: Iterator[int], words: Words) -> None:
    """One more for each of these. Their stems are made as after a change of the stemmer: of all gigs anew."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.executemany(_ADD, (words.row(number, seller_id) for number, seller_id in enumerate(sellers)))
        connection.execute("DELETE FROM stemmers")
    database = await Database.open(path)
    await database.close()
