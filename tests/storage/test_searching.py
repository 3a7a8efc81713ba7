"""Searching gigs: word forms, typos, layouts, and whatever else people type."""

import asyncio
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from desk.catalogue import CataloguePage
from orders.catalogue import Wanted
from orders.gig import GigStatus
from storage.connection import Connection
from storage.database import Database
from storage.stems import stem, words_of
from storage.typos import grams, near
from storage.units import WriteUnit
from tests.storage.samples import SELLER, terms

TITLES = (
    "Логотип для кофейни",
    "Сайт на WordPress под ключ",
    "Перевод технических текстов",
    "Обложка для книги",
    "Программа на C++ и C#",
    "Дизайн открыток и ёлочных игрушек",
    "Website design and landing pages",
)


async def _publish(unit: WriteUnit) -> None:
    for number, title in enumerate(TITLES):
        sold = replace(terms(title), description="Сделаю хорошо и в срок, правки бесплатно.")
        await unit.gigs.add(SELLER, f"c{number}", sold, 1)


async def _found(unit: WriteUnit, words: str) -> CataloguePage:
    return await unit.catalogue.page(Wanted(words=words), "RUB", 0, 10)


def _titles(page: CataloguePage) -> list[str]:
    return [row.gig.terms.title for row in page.rows]


@pytest.mark.parametrize(
    ("words", "title", "shown_for"),
    [
        ("логотипы", TITLES[0], None),
        ("ЛОГОТИПОВ", TITLES[0], None),
        ("лого", TITLES[0], None),
        ("для кофейнь", TITLES[0], None),
        ("логатип", TITLES[0], "логотип"),
        ("логотпи кофейня", TITLES[0], "логотип кофейня"),
        ("kjujnbg", TITLES[0], "логотип"),
        ("j,kj;rf", TITLES[3], "обложка"),
        ("цщквзкуыы", TITLES[1], "wordpress"),
        ("wordpres", TITLES[1], None),
        ("вордпресс сайт", TITLES[1], None),
        ("переводы текста", TITLES[2], None),
        ("открытка", TITLES[5], None),
        ("ёлочная игрушка", TITLES[5], None),
        ("елочная", TITLES[5], None),
        ("c++", TITLES[4], None),
        ("C#", TITLES[4], None),
        ("websites", TITLES[6], None),
        ("designing pages", TITLES[6], None),
    ],
)
async def test_what_people_type_finds_what_they_mean(
    database: Database, words: str, title: str, shown_for: str | None
) -> None:
    """In any form, with a slip of the finger, in the wrong layout; a correction is told."""
    async with database.write() as unit:
        await _publish(unit)
        page = await _found(unit, words)
    assert _titles(page) == [title]
    assert page.total == 1
    assert page.shown_for == shown_for


async def test_all_words_are_wanted_and_most_of_them_where_no_gig_has_all(database: Database) -> None:
    """The page says which it is."""
    async with database.write() as unit:
        await _publish(unit)
        both = await _found(unit, "логотип кофейня")
        most = await _found(unit, "логотип кофейня аквариум")
        one = await _found(unit, "логотип обложка")
        none = await _found(unit, "аквариум с рыбами")
    assert (_titles(both), both.is_partial) == ([TITLES[0]], False)
    assert (_titles(most), most.is_partial) == ([TITLES[0]], True)
    assert (_titles(one), one.is_partial) == ([TITLES[3], TITLES[0]], True)
    assert (_titles(none), none.is_partial) == ([], False)


async def test_filters_that_leave_nothing_do_not_loosen_the_words(database: Database) -> None:
    """There are gigs with all the words: it is the price that they don't have."""
    async with database.write() as unit:
        await _publish(unit)
        page = await unit.catalogue.page(Wanted(words="логотип кофейня", price_most=1), "RUB", 0, 10)
    assert (page.total, page.is_partial) == (0, False)


async def test_words_follow_the_gig(database: Database) -> None:
    """A changed gig is found by its new words, a paused or a removed one by none, a resumed one again."""
    async with database.write() as unit:
        gig = await unit.gigs.add(SELLER, "a", terms("Логотип для кофейни"), 1)
        changed = replace(gig, terms=terms("Плакат для кофейни"))
        await unit.gigs.save(changed)
        assert (await _found(unit, "логотип")).total == 0
        assert (await _found(unit, "плакаты")).total == 1
        await unit.gigs.save(replace(changed, status=GigStatus.PAUSED))
        assert (await _found(unit, "плакаты")).total == 0
        await unit.gigs.save(changed)
        assert (await _found(unit, "плакаты")).total == 1
        await unit.gigs.save(replace(changed, status=GigStatus.REMOVED))
        assert (await _found(unit, "плакаты")).total == 0


async def test_a_file_stemmed_by_another_version_is_stemmed_anew(path: Path) -> None:
    """Also one that was never stemmed: of a version that knew no catalogue."""
    database = await Database.open(path)
    async with database.write() as unit:
        await _publish(unit)
    await database.close()
    connection = await Connection.open(path)
    for table in ("gig_stems", "catalogue", "stems", "stem_grams", "stemmers"):
        await connection.rows(f"DELETE FROM {table}")  # noqa: S608 - names above
    await connection.close()
    database = await Database.open(path)
    async with database.write() as unit:
        assert _titles(await _found(unit, "логатип")) == [TITLES[0]]
        assert (await unit.catalogue.page(Wanted(), "RUB", 0, 10)).total == len(TITLES)
    await database.close()


@settings(max_examples=60, deadline=None)
@given(texts=st.lists(st.text(max_size=60), min_size=1, max_size=15))
@example(
    texts=['" AND OR NOT NEAR( * ^', "stems:лого", "ﬁ ½ ß İ", "а\u0301б", "🏴\u200d☠️", "٣ ๕ 漢字", "'; DROP TABLE gigs"]
)
def test_no_text_breaks_the_search_or_the_index(texts: list[str]) -> None:
    """Neither as a search nor as a title; and whatever words a gig has, it is found by them."""

    async def play() -> None:
        with tempfile.TemporaryDirectory() as folder:
            database = await Database.open(Path(folder) / "bot.db")
            async with database.write() as unit:
                await _publish(unit)
                for number, text in enumerate(texts):
                    await _found(unit, text)
                    gig = await unit.gigs.add(SELLER, f"t{number}", replace(terms(), title=text), 1)
                    if words_of(text):
                        page = await unit.catalogue.page(Wanted(words=" ".join(words_of(text)[:16])), "RUB", 0, 100)
                        assert gig.id in {row.gig.id for row in page.rows}
            await database.close()

    asyncio.run(play())


@given(st.text(max_size=30))
def test_a_word_is_its_own_stem_or_shares_it(text: str) -> None:
    """Words are letters and digits, with «е» for «ё», and have a stem."""
    for word in words_of(text):
        assert stem(word)
        assert "ё" not in word
        assert words_of(word) == [word]


@given(st.text("абвгд", min_size=7, max_size=10), st.lists(st.text("абвгд", min_size=5, max_size=12), max_size=30))
def test_near_stems_are_those_with_few_mistakes(typed: str, others: list[str]) -> None:
    """As counted one by one."""
    assert near(typed, others) == [
        (OSA.distance(typed, other), other) for other in others if OSA.distance(typed, other) <= 2
    ]
    assert all(len(gram) == 3 for gram in grams(typed))
