"""Words and their stems: «логотипов» and «логотип» are one, and so are "websites" and "website"."""

import re
import unicodedata
from functools import lru_cache
from importlib.metadata import version

from snowballstemmer.english_stemmer import EnglishStemmer
from snowballstemmer.russian_stemmer import RussianStemmer

#: Of the stems in a database. The second number is this file's: raise it with every change of what it makes.
STEMMER = f"snowball {version('snowballstemmer')}, 1"

#: Letters and digits of any script; «C++» and «C#» are words too.
_WORD = re.compile(r"[^\W_]+(?:\+\+|#)?")
_RUSSIAN_WORD = re.compile(r"[а-я]+")
_ENGLISH_WORD = re.compile(r"[a-z]+")
#: Stress marks, soft hyphens and whatever else stands in a word unseen.
_UNSEEN = dict.fromkeys(map(ord, "\u0300\u0301\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_ALIKE = str.maketrans({"ё": "е"})
#: Words that say nothing of a gig: asked for among others, they are passed over.
#: «открыток» is of «открытка», «образец» of «образцы»: the vowel comes and goes.
_FLEETING_VOWEL = re.compile(r"(?<=[бвгджзклмнпрстфхцчшщ])[ео](?=[кц]$)")
_EMPTY_WORDS = frozenset(
    re.findall(
        r"\w+",
        "и в во на для по с со к ко из от до о об обо у за под над при или а но же бы не мне нужен нужна нужно нужны "
        "the a an of for to in on at and or with by from is i need",
    )
)

_RUSSIAN = RussianStemmer()
_ENGLISH = EnglishStemmer()


def words_of(text: str) -> list[str]:
    """In their order, small, with «е» for «ё»."""
    return _WORD.findall(plain(text))


def plain(text: str) -> str:
    """One way to write what looks the same."""
    seen = unicodedata.normalize("NFKC", text).translate(_UNSEEN)
    return unicodedata.normalize("NFKC", seen.casefold()).translate(_ALIKE)


@lru_cache(50_000)
def stem(word: str) -> str:
    """Of one of `words_of`. What is of neither language stays as it is."""
    if _RUSSIAN_WORD.fullmatch(word):
        return _FLEETING_VOWEL.sub("", _RUSSIAN.stemWord(word))
    if _ENGLISH_WORD.fullmatch(word):
        return str(_ENGLISH.stemWord(word))
    return word


def telling(words: list[str]) -> list[str]:
    """Those that say what is looked for; all of them where none does."""
    return [word for word in words if word not in _EMPTY_WORDS] or words
