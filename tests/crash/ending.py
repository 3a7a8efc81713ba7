"""How a story ended: what is recorded, what everybody was told, what was answered to their presses."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from sandbox.values import Json
from tests.books import checked_books
from tests.crash.actor import Actor, Seen
from tests.crash.stage import Stage

Row = dict[str, Any]

#: Emptied or cut down as the bot goes on, so compared in other ways.
_TRANSIENT = frozenset(
    {"inbox", "outbox", "cards", "room_messages", "sqlite_sequence", "refunds", "entries", "postings"}
)
#: Every movement of money; a refund by its payment, since its number tells who of two people was faster.
_MOVEMENTS = """
    SELECT kind, order_number, entries.charge_id, at, account, postings.currency, amount,
        CASE account WHEN 'refund' THEN (SELECT charge_id FROM refunds WHERE id = holder) ELSE holder END AS holder
    FROM entries JOIN postings ON entry_id = entries.id
"""
#: Numbers and codes that depend on who of two people was faster, or on chance.
_INCIDENTAL = frozenset({"id", "gig_id", "code"})
#: An answer to a press is sent once: a death takes at most those that were under way, one a person.
_ANSWERS_LOST_A_DEATH = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """Of one run."""

    #: Every table, in the order of its rows.
    tables: dict[str, list[Row]]
    #: What the newest card of each side says, and its buttons.
    cards: dict[tuple[int, str], tuple[str, list[str]]]
    #: Which kinds of messages are known to belong to which order, for whom: a message said twice is known twice.
    rooms: set[tuple[int, int, int | None, bool]]
    #: What each person was sent, in order, as it read then.
    said: dict[str, list[str]]
    #: What was answered to each person's presses; None: nothing.
    answers: dict[str, list[str | None]]
    #: What has become of each payment, by the invoice that it was for: in the books, and with Telegram.
    payments: list[tuple[str, str, bool]]
    #: How many Stars each person has.
    stars: dict[str, int]
    #: What is still to be done: updates, posts, and what Telegram still holds.
    left: dict[str, int]
    requests: int
    deaths: int
    log: str

    @classmethod
    def of(cls, stage: Stage) -> "Ending":
        """When the last process has ended."""
        return cls(
            tables={
                **{name: _table(stage, f"SELECT * FROM {name}", name) for name in _table_names(stage)},  # noqa: S608 - a name from the schema
                "movements": _table(stage, _MOVEMENTS),
                "refunds": _table(stage, "SELECT * FROM refunds"),
            },
            cards={(row["order_number"], row["side"]): _card(stage, row) for row in stage.rows("SELECT * FROM cards")},
            rooms={
                (row["person_id"], row["order_number"], row["part"], bool(row["has_words"]))
                for row in stage.rows("SELECT * FROM room_messages")
            },
            said={name: _said(stage, actor) for name, actor in stage.actors.items()},
            answers={
                name: [None if press.answer is None else press.answer.text for press in actor.presses]
                for name, actor in stage.actors.items()
            },
            payments=_payments(stage),
            stars={name: actor.person.chat.stars for name, actor in stage.actors.items()},
            left={
                "updates unread": stage.sandbox.updates.pending,
                "updates unhandled": len(stage.rows("SELECT 1 FROM inbox WHERE state <> 'done'")),
                "posts": len(stage.rows("SELECT 1 FROM outbox")),
            },
            requests=stage.sandbox.requests,
            deaths=stage.keeper.deaths,
            log=stage.log,
        )


def assert_nothing_is_lost(ending: Ending, undisturbed: Ending) -> None:
    """The same orders, histories, gigs, people, forms and timers, to the second; nothing is left to do."""
    assert set(ending.left.values()) == {0}, ending.left
    assert " ERROR " not in ending.log
    assert "Traceback" not in ending.log
    for name, rows in undisturbed.tables.items():
        assert ending.tables[name] == rows, name
    assert ending.cards == undisturbed.cards
    assert ending.rooms == undisturbed.rooms


def assert_the_money_is_right(ending: Ending, undisturbed: Ending) -> None:
    """Every invoice was paid once; its money is with the seller, or back once, as Telegram says, too."""
    invoices = [invoice for invoice, _, _ in ending.payments]
    assert len(set(invoices)) == len(invoices)
    assert all(is_back is (fate == "returned") for _, fate, is_back in ending.payments)
    assert {fate for _, fate, _ in ending.payments} == {"released", "returned"}
    assert (ending.payments, ending.stars) == (undisturbed.payments, undisturbed.stars)


def assert_all_is_said(ending: Ending, undisturbed: Ending) -> None:
    """Everybody was told everything, in the same order, and nothing else; some of it again after a death."""
    for name, usual in undisturbed.said.items():
        said = ending.said[name]
        assert list(dict.fromkeys(said)) == list(dict.fromkeys(usual)), name
        counts, usual_counts = Counter(said), Counter(usual)
        assert counts >= usual_counts, name
        too_often = {words for words, count in counts.items() if count > usual_counts[words] * (1 + ending.deaths)}
        assert not too_often, name
    for name, answers in undisturbed.answers.items():
        given = ending.answers[name]
        assert len(given) == len(answers), name
        assert all(answer in {None, usual} for answer, usual in zip(given, answers, strict=True)), name
    unanswered = sum(answers.count(None) for answers in ending.answers.values())
    assert unanswered <= ending.deaths * _ANSWERS_LOST_A_DEATH


def assert_all_is_said_once(ending: Ending, undisturbed: Ending) -> None:
    """What was under way at a stop was finished: nothing is said again, and every press is answered."""
    assert ending.said == undisturbed.said
    assert ending.answers == undisturbed.answers


def _table_names(stage: Stage) -> list[str]:
    rows = stage.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    return [row["name"] for row in rows if row["name"] not in _TRANSIENT]


def _table(stage: Stage, sql: str, name: str = "") -> list[Row]:
    rows = [dict(row) for row in stage.rows(sql)]
    if name == "facts":
        rows.sort(key=lambda row: (row["order_number"], row["id"]))
        rows = [row | {"body": _with_places(row["body"], rows)} for row in rows]
    rows = [{key: _plain(stage, value) for key, value in row.items() if key not in _INCIDENTAL} for row in rows]
    return rows if name == "facts" else sorted(rows, key=repr)


def _with_places(body: str, facts: list[Row]) -> str:
    """A fact that names another names its place in the order's history: ids tell who of two people was faster."""

    def place(found: re.Match[str]) -> str:
        (named,) = [row for row in facts if row["id"] == int(found[1])]
        same = [row["id"] for row in facts if row["order_number"] == named["order_number"]]
        return f'"said":"{same.index(named["id"])}"'

    return re.sub(r'"said":(\d+)', place, body)


def _plain(stage: Stage, value: object) -> object:
    """Files by their names and payments by their invoices: their identifiers tell who of two people was faster."""
    if not isinstance(value, str):
        return value
    value = re.sub(r"stx\d+", lambda found: _invoice(stage, found[0]), value)
    return re.sub(r'"file_id": ?"([^"]+)"', lambda found: f'"file_id":"{_file_name(stage, found[1])}"', value)


def _invoice(stage: Stage, charge_id: str) -> str:
    charge = stage.sandbox.world.payments.charges.get(charge_id)
    return "unknown" if charge is None else f"<{charge.invoice.payload}>"


def _payments(stage: Stage) -> list[tuple[str, str, bool]]:
    fates = checked_books(stage.folder / "bot.db").fates
    charges = stage.sandbox.world.payments.charges
    return sorted(
        (charge.invoice.payload, fates.get(charge.id, "unknown"), charge.refunded_at is not None)
        for charge in charges.values()
    )


def _file_name(stage: Stage, file_id: str) -> str:
    stored = stage.sandbox.files.find(file_id)
    return "unknown" if stored is None else stored.name


def _card(stage: Stage, row: Any) -> tuple[str, list[str]]:
    (order,) = stage.rows(f"SELECT * FROM orders WHERE number = {row['order_number']:d}")  # noqa: S608 - a number
    message = stage.sandbox.people[order[f"{row['side']}_id"]].message(row["message_id"])
    seen = Seen.of(message)
    return seen.text, [label for label, _ in seen.buttons]


def _said(stage: Stage, actor: Actor) -> list[str]:
    calls = stage.sandbox.calls.select(chat_id=actor.person.id, ok=True)
    return [_gist(stage, call.answer) for call in calls if call.method.startswith("send")]


def _gist(stage: Stage, answer: Json | list[Json]) -> str:
    """What a call has said, but for what may differ where it is said again: a card tells the state of then."""
    if isinstance(answer, list):
        return " + ".join(_gist(stage, message) for message in answer)
    if "invoice" in answer:
        return f"<invoice: {answer['invoice']}>"
    text = answer.get("text") or answer.get("caption") or ""
    if "\nСтатус: " in text:
        number = re.search(r"Заказ №\d+", text)
        return f"<card: {number and number[0]}>"
    text = re.sub(r"(ейтинг ответственности[^:\n]*): .*", r"\1", text)
    text = re.sub(r"k_[\w-]+", "k_…", text)
    for kind in ("photo", "document"):
        if kind in answer:
            file = answer[kind][-1] if kind == "photo" else answer[kind]
            return f"<{kind}: {_file_name(stage, file['file_id'])}> {text}"
    return text or f"<rich message: {answer.get('rich_message')}>"
