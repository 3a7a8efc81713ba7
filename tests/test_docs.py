"""The documents say what is so: the same variables everywhere, no dead links, nothing of anybody's machine."""

import importlib
import re
import subprocess
from itertools import chain
from pathlib import Path

import pytest

from bot.settings import Settings, load_settings

_ROOT = Path(__file__).parents[1]
_READMES = ("README.md", "README.ru.md")
_VARIABLES = [name.upper() for name in Settings.model_fields]
_TRACKED = subprocess.run(
    ["git", "ls-files", "-z"], cwd=_ROOT, check=True, capture_output=True, encoding="utf-8"
).stdout.split("\0")
_DOCUMENTS = sorted({*_READMES, "CHANGELOG.md", *(str(path.relative_to(_ROOT)) for path in _ROOT.glob("docs/**/*.md"))})
_PACKAGES = ("bot", "desk", "handlers", "orders", "sandbox", "storage")

#: Homes of people on a machine (but for the «me» of examples), and this very folder.
_MACHINE = re.compile(
    rf"(?<![\w./-])/(?:root|Users/\w+|home/(?!me/)\w+)/|[A-Z]:\\Users\\|{re.escape(str(_ROOT))}/", re.ASCII
)
#: Where packages come from is the matter of whoever installs them.
_REGISTRY = re.compile(
    "|".join(("--(?:extra-)?index-" + "url", "--find-" + "links", "files.python" + "hosted", "pypi" + r"\."))
)


@pytest.mark.parametrize("readme", _READMES)
def test_the_readme_names_every_setting(readme: str) -> None:
    """The table of configuration, in the order of the settings."""
    assert re.findall(r"^\| `([A-Z_]+)` \|", _text(readme), re.MULTILINE) == _VARIABLES


@pytest.mark.parametrize("readme", _READMES)
def test_the_readme_names_the_defaults_of_the_example(readme: str) -> None:
    """What is written into a code span there; a dash or a word stands for «not set»."""
    table = dict(re.findall(r"^\| `([A-Z_]+)` \| (?:`(.*?)`|[^|]*) \|", _text(readme), re.MULTILINE))

    assert table == dict(_example())


def test_the_example_names_every_setting_with_its_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """Copied as it is, it changes nothing."""
    for name in _VARIABLES:
        monkeypatch.delenv(name, raising=False)

    assert [name for name, _ in _example()] == _VARIABLES
    assert load_settings(_env_file=_ROOT / ".env.example") == load_settings(_env_file=None)


def test_each_line_of_the_example_is_explained() -> None:
    """By a comment right above it."""
    lines = _text(".env.example").splitlines()

    assert [
        line for above, line in zip(["", *lines], lines, strict=False) if "=" in line[:30] and above[:2] != "# "
    ] == []


def test_both_readmes_have_the_same_parts() -> None:
    """As many headings of each level, the same commands, the same links."""
    english, russian = map(_text, _READMES)

    assert _heading_levels(english) == _heading_levels(russian)
    assert _commands(english) == _commands(russian)
    assert sorted(_links(english) - set(_READMES)) == sorted(_links(russian) - set(_READMES))


@pytest.mark.parametrize("document", _DOCUMENTS)
def test_no_link_is_dead(document: str) -> None:
    """Every link into the repository leads to something that is there."""
    folder = (_ROOT / document).parent

    assert [link for link in _links(_text(document)) if not (folder / link).exists()] == []


@pytest.mark.parametrize("document", _DOCUMENTS)
def test_what_is_named_is_there(document: str) -> None:
    """Files of ours and names in our packages, wherever they stand in a code span."""
    spans = re.findall(rf"`((?:{'|'.join(_PACKAGES)})[/.][\w./]+)`", _text(document))

    assert [span for span in spans if span != "bot.db" and not _exists(span)] == []


def test_every_decision_is_listed_once() -> None:
    """In the list of decisions, in the order of their numbers, under its own title."""
    listed = re.findall(r"^(\d+)\. \[(.+)\]\((.+)\)$", _text("docs/decisions/README.md"), re.MULTILINE)
    written = sorted(path.name for path in (_ROOT / "docs/decisions").glob("[0-9]*.md"))

    assert [name for _, _, name in listed] == written
    assert [f"# {number}. {title}" for number, title, _ in listed] == [
        _text(f"docs/decisions/{name}").partition("\n")[0] for name in written
    ]
    assert [int(number) for number, _, _ in listed] == [int(name[:4]) for name in written]


def test_no_file_tells_of_the_machine_it_was_written_on() -> None:
    """No absolute paths of a machine, no package registry."""
    told = []
    for name in filter(None, _TRACKED):
        path = _ROOT / name
        text = path.read_text("utf-8", errors="replace") if path.is_file() else ""
        told += [f"{name}: {found[0]}" for found in chain(_MACHINE.finditer(text), _REGISTRY.finditer(text))]

    assert told == []


def _text(name: str) -> str:
    return (_ROOT / name).read_text("utf-8")


def _example() -> list[tuple[str, str]]:
    return re.findall(r"^([A-Z_]+)=(.*)$", _text(".env.example"), re.MULTILINE)


def _heading_levels(text: str) -> list[int]:
    return [len(marks) for marks in re.findall(r"^(#+) ", _without_code(text), re.MULTILINE)]


def _commands(text: str) -> list[str]:
    blocks = re.findall(r"^```sh\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return [line.partition("  #")[0].rstrip() for block in blocks for line in block.splitlines()]


def _links(text: str) -> set[str]:
    """Into the repository; an anchor is left off."""
    links = re.findall(r"\]\(([^)\s]+)\)", _without_code(text))
    return {link.partition("#")[0] for link in links if "://" not in link and not link.startswith("#")}


def _without_code(text: str) -> str:
    return re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL)


def _exists(name: str) -> bool:
    """A path from the root, or a dotted name: a module and what is in it."""
    if "/" in name or name in _PACKAGES:
        return (_ROOT / name).exists()
    package, *parts = name.split(".")
    found: object = importlib.import_module(package)
    for number, part in enumerate(parts, 1):
        if not hasattr(found, part):
            try:
                importlib.import_module(".".join([package, *parts[:number]]))
            except ModuleNotFoundError:
                return part in getattr(found, "__dataclass_fields__", {})
        found = getattr(found, part)
    return True
