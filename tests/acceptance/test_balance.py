"""«Баланс», the statement of a month and its file, as sellers and buyers meet them (SPEC 7)."""

import csv
from collections.abc import AsyncIterator
from io import BytesIO, StringIO
from pathlib import Path

import pytest

from orders.ledger import AccountKind
from orders.money import Money
from sandbox.chats import Message
from sandbox.person import Person
from tests.acceptance.earnings import balance, booked, operators, paid, plain, sections
from tests.acceptance.market import DAY, Market, labels, open_market
from tests.handlers.screens import table_of

#: In hundredths of a percent.
TENTH = 1_000
NBSP = "\N{NO-BREAK SPACE}"


@pytest.fixture
async def market(tmp_path: Path) -> AsyncIterator[Market]:
    """A bot that takes Stars and keeps a tenth."""
    async with open_market(tmp_path, payments="stars", commission_percent="10", admin_ids="900,901") as fresh:
        yield fresh


async def opens(market: Market, who: Person) -> list[str]:
    """The lines of the person's balance."""
    return sections((await market.says(who, "/balance")).text)


async def withdraws(market: Market, seller: Person, amount: str, target: str = "Карта 1234") -> None:
    """A request is sent."""
    await market.says(seller, "/balance")
    await market.presses(seller, "Вывести")
    await market.says(seller, amount, target)
    await market.presses(seller, "Отправить")


async def file_of(market: Market, message: Message) -> bytes:
    """What it brought."""
    assert message.kind == "document"
    file = await market.app.bot.get_file(message.body["document"]["file_id"])
    content = await market.app.bot.download(file)
    assert isinstance(content, BytesIO)
    return content.read()


def rows_of(content: bytes, delimiter: str = ";") -> list[list[str]]:
    """As a spreadsheet reads it; the mark at the beginning says that it is UTF-8."""
    assert content.startswith(b"\xef\xbb\xbf")
    return [*csv.reader(StringIO(content.decode("utf-8-sig"), newline=""), delimiter=delimiter, strict=True)]


def table(who: Person) -> list[list[str]]:
    """The newest table, with breakable spaces."""
    return [[cell.replace(NBSP, " ") for cell in row] for row in table_of(who.last.body)]


async def test_who_has_no_money_here_is_told_what_will_be_here(market: Market, seller: Person) -> None:
    """With a way on."""
    await market.starts(seller)
    assert "Пока пусто" in (await market.says(seller, "/balance")).text
    assert labels(seller.last) == ["Заказы", "Меню"]


@pytest.mark.parametrize(
    ("language", "said"),
    [("ru", "стороны рассчитываются напрямую"), ("en", "the sides settle directly")],
)
async def test_a_bot_that_holds_no_money_says_so(tmp_path: Path, language: str, said: str) -> None:
    """Also to sides of orders."""
    async with open_market(tmp_path) as market:
        seller, buyer = market.person("Сергей", language), market.person("Анна")
        await market.starts(seller)
        assert said in (await market.says(seller, "/balance")).text
        await market.new_order(buyer, market.person("Борис"))
        assert "Бот денег не держит" in (await market.says(buyer, "/balance")).text
        assert "Вывести" not in labels(buyer.last)


async def test_a_seller_sees_what_is_held_and_what_is_theirs(market: Market, seller: Person, buyer: Person) -> None:
    """Each order behind a sum has a button, which opens it."""
    await paid(market, seller, buyer, "1500")
    assert await opens(market, seller) == [
        "Баланс",
        "Доступно: 0 ⭐",
        "Под защитой: 1 500 ⭐",
        "Из них ваши после комиссии: 1 350 ⭐",
        "Выплачено: 0 ⭐",
        "🛡 Под защитой, пока покупатель не принял работу",
        "№1 Логотип для кофейни: 1 500 ⭐, ваши 1 350 ⭐",
    ]
    assert labels(seller.last) == ["Открыть заказ №1", "Меню"]
    await market.presses(seller, "Открыть заказ №1", on=seller.last)
    assert "Статус: Не начат" in seller.last.text

    await market.starts_work(seller)
    await market.delivers(seller)
    await market.presses(buyer, "Принять работу")
    assert "На вашем балансе: +1 350 ⭐. Комиссия 10 %: 150 ⭐." in plain(seller.last)
    await market.presses(seller, "Баланс")
    assert sections(seller.last.text) == ["Баланс", "Доступно: 1 350 ⭐", "Под защитой: 0 ⭐", "Выплачено: 0 ⭐"]
    assert labels(seller.last) == ["Вывести", "Выписка", "Меню"]


async def test_a_buyer_sees_what_is_held_and_what_comes_back(market: Market, seller: Person, buyer: Person) -> None:
    """In roubles the operator gives it back, in Stars the bot does at once; what is back is gone from here."""
    await paid(market, seller, buyer, "150")
    number = await booked(market, seller, buyer, Money(500_00, "RUB"), title="Сайт", is_done=False)
    assert await opens(market, buyer) == [
        "Баланс",
        "🛡 Вы заплатили, деньги под защитой: 500 ₽ · 150 ⭐",
        "№1 Логотип для кофейни: 150 ⭐",
        f"№{number} Сайт: 500 ₽",
    ]
    assert labels(buyer.last) == ["Открыть заказ №1", f"Открыть заказ №{number}", "Меню"]
    await market.later(DAY)
    assert await opens(market, buyer) == [
        "Баланс",
        "↩️ Возвращаются вам: 500 ₽",
        f"Заказ №{number}: 500 ₽, возвращает оператор",
    ]
    assert labels(buyer.last) == [f"Открыть заказ №{number}", "Меню"]


async def test_english_reads_the_same(market: Market, buyer: Person) -> None:
    """Points and commas as English has them."""
    seller = market.person("John", "en")
    await market.starts(seller)
    number = await booked(market, seller, buyer, Money(150_055, "RUB"), title="Сайт", commission=TENTH)
    shown = await market.says(seller, "/balance")
    assert sections(shown.text) == ["Balance", "Available: 1,350.49 ₽", "Protected: 0 ₽", "Paid out: 0 ₽"]
    assert labels(shown) == ["Withdraw", "Statement", "Menu"]
    await market.presses(seller, "Statement")
    assert table(seller)[:2] == [["When", "What", "Order", "Amount"], ["", "At the beginning", "", "0 ₽"]]
    assert table(seller)[2][1:] == ["Сайт (commission 150.06 ₽)", f"#{number}", "+1,350.49 ₽"]
    await market.presses(seller, "Download CSV")
    rows = rows_of(await file_of(market, seller.last), ",")
    assert rows[2][6:] == ["150.06", "1350.49", "1350.49", "RUB"]


async def test_many_orders_are_paged(market: Market, seller: Person, buyer: Person) -> None:
    """Eight a page; a page that is no more is the last."""
    await market.starts(seller)
    for _ in range(10):
        await booked(market, seller, buyer, Money(100_00, "RUB"), is_done=False)
        market.clock.advance(1)
    assert "Под защитой: 1 000 ₽" in await opens(market, seller)
    shown = seller.last
    assert labels(shown)[7:] == ["Открыть заказ №8", "Следующие ›", "Меню"]
    await market.presses(seller, "Следующие ›")
    assert labels(seller.message(shown.id)) == ["Открыть заказ №9", "Открыть заказ №10", "‹ Предыдущие", "Меню"]
    press = seller.press(seller.message(shown.id), data="ba:999999999999")
    await market.settled()
    assert press.answer is not None
    assert "Открыть заказ №10" in labels(seller.message(shown.id))


async def test_the_statement_leads_from_balance_to_balance(market: Market, seller: Person, buyer: Person) -> None:
    """Every movement with its order, month by month; the months on both sides are one press away."""
    await market.starts(seller)
    await booked(market, seller, buyer, Money(1_500, "XTR"), commission=TENTH)
    await operators(market)
    await market.later(10 * DAY)  # into December
    await withdraws(market, seller, "350")
    await market.presses(seller, "Отозвать выплату №1")
    await withdraws(market, seller, "1000")
    await market.says(seller, "/balance")
    await market.presses(seller, "Выписка")
    assert table(seller) == [
        ["Когда", "Что", "Заказ", "Сумма"],
        ["", "На начало", "", "1 350 ⭐"],
        ["3 декабря, 12:00", "Выплата №1, заявка", "–", "−350 ⭐"],
        ["3 декабря, 12:00", "Выплата №1 отозвана", "–", "+350 ⭐"],
        ["3 декабря, 12:00", "Выплата №2, ждёт оператора", "–", "−1 000 ⭐"],
        ["", "Сейчас", "", "350 ⭐"],
    ]
    assert labels(seller.last) == ["‹ ноябрь 2026", "Скачать CSV", "CSV за всё время", "Списком", "Назад", "Меню"]
    await market.presses(seller, "‹ ноябрь 2026")
    assert table(seller)[1:] == [
        ["", "На начало", "", "0 ⭐"],
        ["23 ноября, 12:00", "Логотип для кофейни (комиссия 150 ⭐)", "№1", "+1 350 ⭐"],
        ["", "На конец", "", "1 350 ⭐"],
    ]
    assert labels(seller.last)[:2] == ["№1", "декабрь 2026 ›"]
    await market.presses(seller, "№1", on=seller.last)
    assert "Статус: Выполнен" in seller.last.text


async def test_the_statement_as_a_list_says_the_same(market: Market, seller: Person, buyer: Person) -> None:
    """Remembered for the person; and what goes out where Telegram refuses tables."""
    await market.starts(seller)
    await booked(market, seller, buyer, Money(1_500, "XTR"), commission=TENTH)
    await market.says(seller, "/balance")
    await market.presses(seller, "Выписка")
    await market.presses(seller, "Списком")
    said = [
        "Выписка: ноябрь 2026",
        "На начало: 0 ⭐",
        "23 ноября, 12:00 · №1 Логотип для кофейни (комиссия 150 ⭐): +1 350 ⭐",
        "Сейчас: 1 350 ⭐",
        "1 движение",
    ]
    assert sections(seller.last.text) == said
    await market.presses(seller, "Назад")
    await market.presses(seller, "Выписка")
    assert sections(seller.last.text) == said
    await market.presses(seller, "Таблицей")
    assert seller.last.kind == "rich_message"
    market.sandbox.faults.add("refuse", method="editMessageText", description="Bad Request: RICH_MESSAGE_UNSUPPORTED")
    await market.says(seller, "/balance")
    await market.presses(seller, "Выписка")
    assert sections(seller.last.text) == said


async def test_a_month_without_movements_says_so(market: Market, seller: Person, buyer: Person) -> None:
    """Whether or not there is anything from before; a month before the first or after this one is not shown."""
    await market.starts(seller)
    await booked(market, seller, buyer, Money(150, "XTR"), commission=TENTH)
    await market.later(40 * DAY)
    await market.says(seller, "/balance")
    await market.presses(seller, "Выписка")
    shown = seller.last.id
    assert table(seller)[1:] == [["", "На начало", "", "135 ⭐"], ["", "Сейчас", "", "135 ⭐"]]
    assert "движений не было" in str(seller.last.body)
    for data, month in (("bs:2026-01:0:", "ноябрь 2026"), ("bs:9998-12:7:", "январь 2027"), ("bs:нет:0:", "январь")):
        press = seller.press(seller.message(shown), data=data)
        await market.settled()
        assert press.answer is not None
        assert f"Выписка: {month}" in str(seller.message(shown).body)


async def test_what_moved_at_a_months_edge_is_in_its_readers_month(market: Market, buyer: Person) -> None:
    """At 23:30 in Moscow on the last day it is another month in Vladivostok already."""
    sellers = {"Сергей": "Москва", "Вера": "Владивосток"}
    market.clock.set(1_796_070_600)  # 2026-11-30 23:30 in Moscow
    await market.starts(buyer)
    for name, city in sellers.items():
        seller = market.person(name)
        await market.starts(seller)
        await market.says(seller, "/settings")
        await market.presses(seller, "Часовой пояс")
        await market.presses(seller, "Другой")
        await market.says(seller, city)
        await booked(market, seller, buyer, Money(100_00, "RUB"))
        market.clock.advance(60)
        await market.says(seller, "/balance")
        await market.presses(seller, "Выписка")
        month, at = ("ноябрь", "30 ноября, 23:3") if name == "Сергей" else ("декабрь", "1 декабря, 06:3")
        assert f"Выписка: {month} 2026" in str(seller.last.body)
        assert table(seller)[2][0].startswith(at)


async def test_the_file_says_what_the_ledger_says(market: Market, seller: Person, buyer: Person) -> None:
    """Parsed back: every amount, the balance after it, the order, the payout; in both currencies."""
    await operators(market)
    await market.starts(seller)
    await booked(market, seller, buyer, Money(1_500, "XTR"), commission=TENTH)
    number = await booked(market, seller, buyer, Money(150_055, "RUB"), title="Сайт", commission=TENTH)
    await market.later(10 * DAY)
    await market.says(seller, "/balance")
    await market.presses(seller, "Вывести")
    await market.presses(seller, f"1{NBSP}350,49")
    await market.says(seller, "0,49", "Карта 1234")
    await market.presses(seller, "Отправить")
    await market.says(seller, "/balance")
    await market.presses(seller, "Выписка")
    assert await market.presses(seller, "CSV за всё время") == "Файл сейчас придёт"
    assert seller.last.body["document"]["file_name"] == "balance.csv"
    header, *rows = rows_of(await file_of(market, seller.last))
    assert header == [
        "Дата и время (Europe/Moscow)", "Время UTC", "Операция", "Заказ", "Название", "Выплата", "Комиссия", "Сумма",
        "Остаток", "Валюта",
    ]  # fmt: skip
    november, december = (
        ("2026-11-23 12:00:00", "2026-11-23T09:00:00Z"),
        ("2026-12-03 12:00:00", "2026-12-03T09:00:00Z"),
    )
    title = "Логотип для кофейни"
    assert rows == [
        ["", "", "На начало", "", "", "", "", "", "0,00", "RUB"],
        [*november, "Доход по заказу", str(number), "Сайт", "", "150,06", "1350,49", "1350,49", "RUB"],
        [*december, "Заявка на выплату", "", "", "1", "", "-0,49", "1350,00", "RUB"],
        ["", "", "На конец", "", "", "", "", "", "1350,00", "RUB"],
        ["", "", "На начало", "", "", "", "", "", "0", "XTR"],
        [*november, "Доход по заказу", "1", title, "", "150", "1350", "1350", "XTR"],
        ["", "", "На конец", "", "", "", "", "", "1350", "XTR"],
    ]
    totals = {"RUB": 0, "XTR": 0}
    for row in rows:
        totals[row[9]] += int(row[7].replace(",", "") or 0)
    assert await balance(market, AccountKind.SELLER, seller.id) == (
        Money(totals["RUB"], "RUB"), Money(totals["XTR"], "XTR")
    )  # fmt: skip
    await market.presses(seller, "Скачать CSV")
    assert seller.last.body["document"]["file_name"] == "balance-2026-12.csv"
    assert [row[8] for row in rows_of(await file_of(market, seller.last))[1:]] == [
        "1350,49", "1350,00", "1350,00", "1350", "1350"
    ]  # fmt: skip


@pytest.mark.parametrize(
    "title",
    ["=HYPERLINK(1)", "+1+1", "-1+1", "@SUM(A1)", "x,=1+1", 'a;"=1+1"', "＝1+1", "\t=1+1"],
)
async def test_no_spreadsheet_runs_a_title(market: Market, seller: Person, buyer: Person, title: str) -> None:
    """In no cell of the file, whatever the program takes for the end of a cell."""
    await market.starts(seller)
    await booked(market, seller, buyer, Money(150, "XTR"), title=title.strip())
    await market.says(seller, "/balance")
    await market.presses(seller, "Выписка")
    await market.presses(seller, "Скачать CSV")
    content = await file_of(market, seller.last)
    for delimiter in ";,\t":
        text = content.decode("utf-8-sig")
        for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
            for cell in row:
                assert not cell.startswith(("=", "+", "-", "@", "＝")), row
    cell = rows_of(content)[2][4]
    assert cell.replace("'", "") == title.strip().replace("'", "")


async def test_a_second_press_brings_no_second_file_while_the_first_waits(
    market: Market, seller: Person, buyer: Person
) -> None:
    """Made when it is sent, of what there is by then."""
    await market.starts(seller)
    await booked(market, seller, buyer, Money(150, "XTR"), commission=TENTH)
    await market.says(seller, "/balance")
    await market.presses(seller, "Выписка")
    statement = seller.last
    seller.press(statement, "Скачать CSV")
    seller.press(statement, "Скачать CSV")
    seller.block()
    await market.settled()
    assert [message for message in seller.received if message.kind == "document"] == []
    await booked(market, seller, buyer, Money(100_00, "RUB"))
    await market.starts(seller)
    (sent,) = [message for message in seller.received if message.kind == "document"]
    rows = rows_of(await file_of(market, sent))
    assert [row[9] for row in rows[1:] if row[3]] == ["RUB", "XTR"]


async def test_nobody_reads_another_persons_balance(market: Market, seller: Person, buyer: Person) -> None:
    """Whatever they press, it is about themselves."""
    await market.starts(seller)
    await booked(market, seller, buyer, Money(150, "XTR"), commission=TENTH)
    stranger = market.person("Глеб")
    await market.starts(stranger)
    for data in ("ba:0", "bs:2026-11:0:", "bs:2026-11:0:table", "bc:2026-11", "bc:"):
        press = stranger.press(stranger.last, data=data)
        await market.settled()
        assert press.answer is not None
    file = await file_of(market, stranger.last)
    assert len(rows_of(file)) == 1
    assert "Логотип" not in str([message.body for message in stranger.received])


async def test_a_price_is_shown_with_what_is_left_of_it(market: Market, seller: Person) -> None:
    """While the gig is written, and in its preview; the buyer never reads of it."""
    await market.starts(seller)
    await market.says(seller, "/gigs")
    await market.presses(seller, "Создать кворк")
    await market.says(seller, "Логотип для кофейни", "Нарисую логотип в трёх вариантах.")
    await market.presses(seller, "Пропустить")
    assert "Комиссия 10 %: из 1 500 ⭐ вы получите 1 350 ⭐." in plain(seller.last)
    await market.says(seller, "1505", "3")
    assert "Комиссия 10 %: вы получите 1 354 ⭐. Покупатель этой строки не видит." in plain(seller.last)
    await market.presses(seller, "Опубликовать")
    link = next(text for text in reversed([m.text for m in seller.received]) if "start=k_" in text)
    buyer = market.person("Анна")
    await market.starts(buyer, link.partition("start=")[2].split()[0])
    assert "Комиссия" not in buyer.last.text


@pytest.mark.parametrize("settings", [{"payments": "stars"}, {"payments": "direct", "commission_percent": "10"}])
async def test_without_a_commission_nothing_is_said_of_one(tmp_path: Path, settings: dict[str, str]) -> None:
    """At nought percent, or where the bot holds no money."""
    async with open_market(tmp_path, **settings) as market:
        seller = market.person("Сергей")
        await market.publishes_gig(seller)
        assert not [message.text for message in seller.received if "Комиссия" in message.text]
