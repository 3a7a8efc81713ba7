"""The bot's sentences, from the Fluent files in `locales/`, as formatted text that no name can break out of."""

from enum import StrEnum
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final

from aiogram.utils.formatting import Text
from fluent.runtime import FluentBundle, FluentResource

LANGUAGES: Final = ("ru", "en")
#: Characters of Unicode's private use area that stand for a formatted argument while Fluent puts the sentence together.
_FIRST_MARK: Final = 0xE000
#: Sentences kept ready: all labels and most lines, and some room for names.
_KEPT: Final = 4_096

Argument = str | int | Text


class Texts:
    """The sentences of one language."""

    def __init__(self, language: str, bundle: FluentBundle) -> None:
        self.language = language
        self._bundle = bundle
        #: Arguments that are formatted nodes are marks by the time Fluent sees them, so few sentences differ at all.
        self._sentence = lru_cache(_KEPT)(self._put_together)

    def plain(self, key: str, /, **arguments: str | int) -> str:
        """A sentence without formatting: the label of a button, an answer to a press.

        Raises: KeyError, ValueError (a text or an argument is missing: a mistake of ours).
        """
        return self._sentence(key, tuple(arguments.items()))

    def _put_together(self, key: str, arguments: tuple[tuple[str, str | int], ...]) -> str:
        pattern = self._bundle.get_message(key).value
        if pattern is None:
            raise KeyError(key)
        result, errors = self._bundle.format_pattern(pattern, dict(arguments))
        if errors:
            raise ValueError(f"{self.language}: {key}: {errors}")
        return str(result)

    def __call__(self, key: str, /, **arguments: Argument) -> Text:
        """A sentence whose arguments may be formatted nodes (bold, dates); strings among them stay plain text.

        A number or a member of an enumeration chooses among a sentence's variants.
        """
        nodes: list[Argument] = []
        marked: dict[str, str | int] = {}
        for name, value in arguments.items():
            if isinstance(value, int | StrEnum):
                marked[name] = value
            else:
                marked[name] = chr(_FIRST_MARK + len(nodes))
                nodes.append(value)
        parts: list[str | Text] = []
        plain = ""
        for character in self.plain(key, **marked):
            index = ord(character) - _FIRST_MARK
            if 0 <= index < len(nodes):
                parts.extend((plain, nodes[index]))  # type: ignore[arg-type]  # ints never become nodes
                plain = ""
            else:
                plain += character
        return Text(*(part for part in (*parts, plain) if part != ""))

    def has(self, key: str) -> bool:
        """Whether there is such a sentence."""
        return self._bundle.has_message(key)


@cache
def _texts(language: str) -> Texts:
    bundle = FluentBundle([language], use_isolating=False)
    folder = files("handlers").joinpath("locales", language)
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".ftl"):
            bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return Texts(language, bundle)


def texts_in(language: str) -> Texts:
    """The sentences in «ru» or, for anything else, in English. Read from disk once a process."""
    return _texts(language if language in LANGUAGES else "en")


def all_labels(key: str) -> frozenset[str]:
    """A label in every language, for comparing with what a person wrote."""
    return frozenset(texts_in(language).plain(key) for language in LANGUAGES)
