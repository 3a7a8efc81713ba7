"""The file for programs says what the database says, under names that stay."""

import json
import re
from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import datetime
from enum import Enum
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

import pytest

import handlers
from desk.ports import RecordedFact
from handlers.history.export_json import HIDDEN, MOMENTS, json_text, kind_of
from orders import facts as f
from orders.content import Content
from orders.order import Ending
from storage.facts import KINDS, write_fact
from tests.handlers.export_samples import whole
from tests.orders.builders import NOW, ended, in_progress, option, preset, terms

DOCS = Path(handlers.__file__).parents[1] / "docs" / "order-export.md"
#: Whole numbers that are no moments.
COUNTS = {"number", "said", "left"}


def sample(kind: Any) -> Any:  # noqa: PLR0911 - one case a kind
    """Some value of an annotation, with as much in it as it can have."""
    if kind is int:
        return NOW
    if kind is str:
        return "Текст <b>"
    if kind is bool:
        return True
    origin, arguments = get_origin(kind), get_args(kind)
    if origin in {Union, UnionType}:
        return sample(next(argument for argument in arguments if argument is not NoneType))
    if origin is tuple:
        return (sample(arguments[0]),)
    if origin is Mapping:
        return {"type": "text_link", "offset": 0, "length": 5, "url": "https://example.org/"}
    if issubclass(kind, Enum):
        return next(iter(kind))
    hints = get_type_hints(kind)
    return kind(**{field.name: sample(hints[field.name]) for field in fields(kind)})


def exported(*facts: f.Fact) -> dict[str, Any]:
    """What a file of these facts says."""
    recorded = tuple(RecordedFact(5 + index, 12, NOW + index, fact) for index, fact in enumerate(facts))
    body: dict[str, Any] = json.loads(json_text(whole(facts=recorded)))
    return body


def as_stored(value: Any) -> Any:
    """A value of the file as the database has it: moments as seconds."""
    match value:
        case str() if re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", value):
            return int(datetime.fromisoformat(value).timestamp())
        case dict():
            return {key: as_stored(item) for key, item in value.items() if key != "digits"}
        case list():
            return [as_stored(item) for item in value]
        case _:
            return value


def without_ids(value: Any) -> Any:
    """What only Telegram can read is not in the file; of a payment, only how much it was."""
    match value:
        case {"id": str(), "money": money}:
            return money
        case dict():
            return {key: without_ids(item) for key, item in value.items() if key not in {"file_id", "album", *HIDDEN}}
        case list():
            return [without_ids(item) for item in value]
        case _:
            return value


@pytest.mark.parametrize("name", KINDS)
def test_every_fact_is_told_as_it_is_recorded(name: str) -> None:
    """Kind, moment and every field, whatever kinds there will be."""
    fact = sample(KINDS[name])
    kind, stored = write_fact(fact)
    (entry,) = exported(fact)["timeline"]
    assert {key: entry[key] for key in ("id", "at", "kind")} == {
        "id": 5, "at": "2026-03-03T12:00:00Z", "kind": kind,
    }  # fmt: skip
    assert as_stored(entry["data"]) == without_ids(json.loads(stored))


@pytest.mark.parametrize("name", KINDS)
def test_a_whole_number_is_a_moment_or_a_count(name: str) -> None:
    """A new field is one or the other: moments are told as dates."""
    hints = get_type_hints(KINDS[name])
    whole_numbers = {field for field, kind in hints.items() if kind is int or int in get_args(kind)}
    assert whole_numbers <= MOMENTS | COUNTS | HIDDEN


def keys_of(value: Any) -> set[str]:
    """Every key, however deep."""
    match value:
        case dict():
            return set(value).union(*(keys_of(item) for item in value.values()))
        case list():
            return set().union(*(keys_of(item) for item in value))
        case _:
            return set()


def test_every_key_and_kind_is_documented() -> None:
    """A name that is not on the page can't be relied on."""
    body = exported(*[sample(kind) for kind in KINDS.values()])
    documented = set(re.findall(r"`([a-z_]+)`", DOCS.read_text(encoding="utf-8")))
    assert (keys_of(body) | set(KINDS)) - documented == set()
    assert all(kind_of(kind) == name for name, kind in KINDS.items())


def test_the_order_itself() -> None:
    """What has not happened is null; no accounts."""
    body = json.loads(json_text(whole(order=in_progress())))
    assert {key: body[key] for key in ("format", "version", "exported_at", "order", "seller", "buyer", "terms")} == {
        "format": "vsrok-order",
        "version": 1,
        "exported_at": "2026-03-03T12:00:00Z",
        "order": {
            "number": 12,
            "origin": "gig",
            "has_buyer_joined": True,
            "status": "in_progress",
            "ending": None,
            "placed_at": "2026-02-21T12:00:00Z",
            "paid_at": "2026-02-22T12:00:00Z",
            "started_at": "2026-03-02T12:00:00Z",
            "ended_at": None,
            "clock_until": "2026-03-05T12:00:00Z",
            "deliveries": 0,
            "returns": 0,
            "bought": [],
            "dispute": None,
        },
        "seller": {"name": "Сергей", "telegram_id": None},
        "buyer": {"name": "Анна", "telegram_id": None},
        "terms": {
            "title": "A logo for your shop",
            "description": "Three drafts, one of them finished with care.",
            "questions": ["Which colour?"],
            "price": {"amount": 150_000, "currency": "RUB", "digits": 2},
            "term_days": 3,
            "presets": [],
        },
    }
    assert body["brief"] == [{"question": "Which colour?", "content": {"text": "Green", "entities": [], "files": []}}]
    assert json.loads(json_text(whole(order=ended(Ending.BLAMED))))["order"]["ending"] == "blamed"


def test_options_that_are_part_of_the_order() -> None:
    """With what the gig had ready besides."""
    order = replace(in_progress(), terms=terms(presets=(preset("A banner"),)), bought=(option(),))
    body = json.loads(json_text(whole(order=order)))
    price = {"amount": 50_000, "currency": "RUB", "digits": 2}
    assert body["order"]["bought"] == [{"number": 1, "title": "A business card", "price": price, "extra_days": 2}]
    assert body["terms"]["presets"] == [{"title": "A banner", "price": price, "extra_days": 2}]


def test_the_operator_sees_whose_order_it_is() -> None:
    """To write to them; people who are gone have no name."""
    seller = whole().reader
    operator = replace(seller, person=replace(seller.person, id=99))
    body = json.loads(json_text(whole(reader=operator, seller=None)))
    assert body["seller"] == {"name": None, "telegram_id": 11}
    assert body["buyer"] == {"name": "Анна", "telegram_id": 22}


def test_a_mention_gives_no_account_away() -> None:
    """Neither to the other side nor to whoever reads the file after them."""
    user = {"id": 77_777, "is_bot": False, "first_name": "Глеб"}
    mention = {"type": "text_mention", "offset": 0, "length": 4, "user": user}
    body = exported(f.WorkReturned(Content(text="Глеб", entities=(mention,)), NOW))
    assert body["timeline"][0]["data"]["remarks"]["entities"] == [{"type": "text_mention", "offset": 0, "length": 4}]
