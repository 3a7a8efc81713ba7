"""The page of an order: everything is there, in the reader's words and times, and nothing of it runs."""

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from desk.people import Person
from desk.ports import RecordedFact
from handlers.history.export_html import html_page
from handlers.texts import LANGUAGES
from orders import facts as f
from orders.commands import Saying
from orders.content import Answer, Attachment, Content, FileKind
from orders.order import CancelReason
from orders.status import Side
from storage.facts import KINDS
from tests.handlers.export_samples import whole
from tests.handlers.screens import reader
from tests.handlers.test_export_json import sample
from tests.orders.builders import HOUR, NOW, content, in_progress, option, photo

SCRIPT = "<script>alert('1')</script>"
IMAGE = '"><img src=x onerror=alert(1)>'
#: Everything that a page of ours is made of.
TAGS = {
    "html", "head", "meta", "title", "style", "body", "main", "header", "h1", "h2", "h3", "p", "span", "dl", "div",
    "dt", "dd", "bdi", "section", "ol", "ul", "li", "time", "footer", "a", "b", "i", "u", "s", "code", "pre",
    "blockquote",
}  # fmt: skip
ATTRIBUTES = {"lang", "charset", "name", "content", "http-equiv", "class", "dir", "datetime", "href", "rel"}


class Page(HTMLParser):
    """What a browser makes of it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name == "href"]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def recorded(*facts: f.Fact, apart: int = HOUR) -> tuple[RecordedFact, ...]:
    """These facts, one after the other."""
    return tuple(RecordedFact(index + 1, 12, NOW + index * apart, fact) for index, fact in enumerate(facts))


def words_of(page: str) -> list[str]:
    """The page line by line, as somebody reads it."""
    body = re.sub(r"<(?:style|title)>.*?</(?:style|title)>", "", page, flags=re.DOTALL)
    lines = re.sub(r"</?(?!b>|i>|/b>|/i>|bdi)[a-z][^>]*>", "\n", body)
    return [line for line in unescape(re.sub(r"<[^>]*>", "", lines)).split("\n") if line.strip()]


def test_a_page_tells_the_whole_order() -> None:
    """Terms, brief, and what happened, day by day."""
    order = replace(in_progress(), brief=(Answer("Какой цвет?", content("Зелёный", photo())),))
    document = Attachment(kind=FileKind.DOCUMENT, file_id="secret", name="logo.svg")
    facts = recorded(
        f.OrderPlaced(NOW + HOUR),
        f.Said(Side.SELLER, Saying.INFORMATION_REQUEST, content("Какой шрифт?")),
        f.WorkDelivered(content("Готово", document), 1, NOW + HOUR),
        apart=10 * HOUR,
    )
    page = html_page(whole(order=order, facts=facts))
    assert words_of(page) == [
        "Заказ №12", "В работе", "A logo for your shop",
        "Продавец", "Сергей", "Покупатель", "Анна", "Цена", "1\xa0500\xa0₽", "Срок", "3 дн.",
        "Оформлен", "21 февраля 2026 г., 15:00", "Подтверждён", "22 февраля 2026 г., 15:00",
        "Начат", "2 марта 2026 г., 15:00", "Часы идут до", "5 марта 2026 г., 15:00",
        "Что заказано", "Three drafts, one of them finished with care.",
        "Задание", "Какой цвет?", "Зелёный", "Фото",
        "История",
        "Вторник, 3 марта 2026 г.",
        "15:00", "Покупатель оформил заказ. Подтвердить: до ", "3 марта, 16:00",
        "Среда, 4 марта 2026 г.",
        "01:00", "спустя 10 ч.", "Продавец запросил информацию", "Какой шрифт?",
        "11:00", "спустя 10 ч.", "Продавец сдал работу, сдача 1. Проверить: до ", "3 марта, 16:00",
        "Готово", "Документ", " logo.svg",
        "Выгружено 3 марта 2026 г., 15:00. Время на этой странице: Europe/Moscow, UTC+03:00.",
        "Файлы хранятся в Telegram: бот пришлёт их снова из «Истории» заказа.",
    ]  # fmt: skip
    assert "secret" not in page


def test_options_stand_in_the_summary_and_where_they_were_ordered() -> None:
    """One a line, each with its price and days."""
    bought = (option(), replace(option(2, extra_days=0), title="A banner"))
    order = replace(in_progress(), bought=bought)
    page = html_page(whole(order=order, facts=recorded(f.OrderPlaced(NOW + HOUR, options=bought[:1]))))
    words = words_of(page)
    card, banner = "A business card, 500\xa0₽, +2 дня", "A banner, 500\xa0₽, срок тот же"
    summary = words.index("Опции")
    assert words[summary + 1 : summary + 3] == [card, banner]
    placed = words.index("Покупатель оформил заказ с опциями. Подтвердить: до ")
    assert words[placed + 2] == card


def test_times_and_words_are_the_readers() -> None:
    """The same moment in Kathmandu, in English; a program finds the exact one."""
    there = replace(reader("en"), zone=ZoneInfo("Asia/Kathmandu"))
    page = html_page(whole(reader=there, facts=recorded(f.WorkStarted(NOW))))
    assert '<html lang="en">' in page
    assert '<time datetime="2026-03-03T17:45:00+05:45">17:45</time>' in page
    assert "Tuesday, 3 March 2026" in page
    assert "Asia/Kathmandu, UTC+05:45" in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fact_and_every_kind_of_file_has_its_words(language: str) -> None:
    """Whatever kinds there will be."""
    files = tuple(Attachment(kind=kind, file_id="x") for kind in FileKind)
    facts = [sample(kind) for kind in KINDS.values()]
    page = Page(
        html_page(whole(reader=reader(language), facts=recorded(*facts, f.WorkReturned(content("", *files), 0))))
    )
    assert page.open == []
    assert page.tags <= TAGS


def hostile() -> dict[str, Any]:
    """An order of which everything that people write is an attack."""
    bad = SCRIPT + IMAGE
    link = {"type": "text_link", "offset": 0, "length": 5, "url": "javascript:alert(1)"}
    quoted = {"type": "text_link", "offset": 0, "length": 9, "url": 'https://x/"onmouseover="alert(1)'}
    said = Content(
        text=bad, entities=(link, quoted), files=(Attachment(kind=FileKind.DOCUMENT, file_id="x", name=f"{IMAGE}.svg"),)
    )
    order = in_progress()
    return {
        "order": replace(
            order,
            terms=replace(order.terms, title=bad, description=f"</style></title>{bad}", questions=(bad,)),
            brief=(Answer(bad, said),),
            bought=(replace(option(), title=bad),),
        ),
        "seller": Person(id=11, first_name=bad),
        "buyer": Person(id=22, first_name=IMAGE, last_name=SCRIPT),
        "facts": recorded(
            f.Said(Side.BUYER, Saying.MESSAGE, said),
            f.CancellationRequested(Side.SELLER, CancelReason.OTHER, bad, NOW),
            f.OptionOffered(replace(sample(f.OptionOffered).option, title=bad)),
            f.OrderPlaced(NOW, options=(replace(option(), title=bad),)),
        ),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_that_people_write_is_markup(language: str) -> None:
    """Names, titles, questions, answers, messages, links, file names: all of it is read, none of it is run."""
    whole_page = html_page(whole(reader=reader(language), **hostile()))
    page = Page(whole_page)
    assert page.open == []
    assert page.tags <= TAGS
    assert page.attributes <= ATTRIBUTES
    assert set(page.links) == {'https://x/"onmouseover="alert(1)'}
    assert page.text.count(SCRIPT) == 12
    assert "default-src &#x27;none&#x27;" in whole_page


def test_a_page_needs_nothing_else() -> None:
    """No scripts, nothing fetched, printable, light and dark."""
    page = html_page(whole())
    assert "src=" not in page
    assert "url(" not in page
    assert "@import" not in page
    assert "@media print" in page
    assert "prefers-color-scheme: dark" in page
