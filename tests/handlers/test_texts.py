"""The Fluent files: both languages complete, nothing missing, nothing left over."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor

import handlers
from handlers.texts import LANGUAGES, texts_in

HANDLERS = Path(handlers.__file__).parent
#: Where keys are written down: the rooms, the posts' leads, what the process itself says.
SOURCES = (HANDLERS, HANDLERS.parent / "desk", HANDLERS.parent / "bot")


class Variables(Visitor):
    """Names of the variables of a message."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802 - Fluent's name
        self.names.add(node.id.name)


@cache
def messages(language: str) -> dict[str, frozenset[str]]:
    """Each key of a language and the variables of its text."""
    found: dict[str, frozenset[str]] = {}
    for entry in entries(language):
        variables = Variables()
        variables.visit(entry)
        found[entry.id.name] = frozenset(variables.names)
    return found


def entries(language: str) -> Iterator[fluent.Message]:
    """Every message of every file."""
    for file in sorted((HANDLERS / "locales" / language).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
            assert not isinstance(entry, fluent.Junk), f"{file}: {entry.content}"
            if isinstance(entry, fluent.Message):
                yield entry


@cache
def trees() -> tuple[ast.AST, ...]:
    """The source, parsed."""
    return tuple(ast.parse(file.read_text(encoding="utf-8")) for root in SOURCES for file in root.rglob("*.py"))


def asked_for() -> Iterator[ast.expr]:
    """The first argument of every `texts(…)`, `….texts(…)` and `….plain(…)`."""
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args:
                called = node.func
                name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
                if name in {"texts", "plain"}:
                    yield node.args[0]


def literals(node: ast.AST) -> Iterator[str]:
    """Keys written out in full: plain, or as the outcomes of a condition."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from literals(node.body)
        yield from literals(node.orelse)


def pattern_of(node: ast.JoinedStr) -> str | None:
    """What an f-string can become; None where it says nothing of a key."""
    parts = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else ".*" for part in node.values]
    pattern = "".join(parts)
    return pattern if re.match(r"[a-z]+", pattern) and "-" in pattern else None


@cache
def mentioned() -> tuple[frozenset[str], tuple[str, ...]]:
    """Every string of the source, and the patterns of every f-string that could name a key."""
    strings: set[str] = set()
    patterns: set[str] = set()
    for tree in trees():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                strings.add(node.value)
            elif isinstance(node, ast.JoinedStr):
                pattern = pattern_of(node)
                if pattern is not None:
                    patterns.add(pattern)
    return frozenset(strings), tuple(patterns)


def is_mentioned(key: str) -> bool:
    """By name, by an f-string, or by a beginning such as "refusal-" to which the rest is added."""
    strings, patterns = mentioned()
    if key in strings or any(re.fullmatch(pattern, key) for pattern in patterns):
        return True
    return any(key.startswith(string) for string in strings if re.fullmatch(r"[a-z]+(-[a-z]+)*-", string))


def test_both_languages_say_the_same_things() -> None:
    """A missing text would be a crash for half of the people."""
    assert sorted(messages("ru")) == sorted(messages("en"))


def test_both_languages_use_the_same_variables() -> None:
    """A text that ignores an argument in one language is usually a slip."""
    russian, english = messages("ru"), messages("en")
    different = {key for key in russian.keys() & english.keys() if russian[key] != english[key]}
    assert different == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_written_twice(language: str) -> None:
    """The second would be ignored without a word."""
    counted = Counter(entry.id.name for entry in entries(language))
    assert [key for key, times in counted.items() if times > 1] == []


def test_every_text_that_is_asked_for_exists() -> None:
    """Keys written out in full, and f-strings that some key must match."""
    known = messages("ru")
    asked = [*asked_for()]
    missing = {key for node in asked for key in literals(node) if key not in known}
    patterns = {pattern_of(node) or ".*" for node in asked if isinstance(node, ast.JoinedStr)}
    missing |= {pattern for pattern in patterns if not any(re.fullmatch(pattern, key) for key in known)}
    assert missing == set()


def test_every_label_in_a_table_of_labels_exists() -> None:
    """Labels are looked up in dictionaries; whatever looks like a button's key must be one."""
    strings, _ = mentioned()
    labels = {string for string in strings if re.fullmatch(r"button(-[a-z]+)+", string)}
    assert labels - messages("ru").keys() == set()


def test_no_text_is_left_over() -> None:
    """A text that nothing says any more goes."""
    assert [key for key in sorted(messages("ru")) if not is_mentioned(key)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_can_be_put_together(language: str) -> None:
    """With any arguments, in every plural: a mistake in a selector shows only then."""
    texts = texts_in(language)
    for key, variables in messages(language).items():
        for value in (0, 1, 2, 5, 21, "ru"):
            assert texts.plain(key, **dict.fromkeys(variables, value))


@pytest.mark.parametrize(
    ("n", "said"), [(1, "1 заказ"), (3, "3 заказа"), (11, "11 заказов"), (21, "21 заказ"), (25, "25 заказов")]
)
def test_russian_plurals(n: int, said: str) -> None:
    """One, few, many."""
    assert texts_in("ru").plain("orders-total", n=n) == said


def test_many_deadlines_are_many_whatever_their_number_ends_in() -> None:
    """«21 срок» is one by its grammar alone: a calendar adds «их»."""
    one, many = (texts_in("ru").plain("calendar-caption", n=n, number="") for n in (1, 21))
    assert one.startswith("1 срок. Откройте файл, и календарь добавит его.")
    assert many.startswith("21 срок. Откройте файл, и календарь добавит их.")


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_names_buttons_as_they_are_labelled(language: str) -> None:
    """What stands in quotation marks there can be found and pressed."""
    labels = [
        texts_in(language).plain(key, **dict.fromkeys(names, "1"))
        for key, names in messages(language).items()
        if "button" in key
    ]
    for key in ("help-seller", "help-seller-money", "help-buyer", "help-rest", "help-arbiter"):
        words = texts_in(language).plain(key, **dict.fromkeys(messages(language)[key], "1"))
        for named in re.findall("[«“](.+?)[»”]", words):
            assert any(label.endswith(named) for label in labels), named
