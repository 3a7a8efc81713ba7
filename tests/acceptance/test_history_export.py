"""«Скачать HTML» and «Скачать JSON»: the whole order as a file, through Telegram, for those who may read it."""

import json
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from bot.wire import Wire
from desk.posts import Upload
from handlers.history.export_json import utc
from sandbox.chats import Message
from sandbox.faults import FaultKind
from sandbox.files import Kind
from sandbox.person import Person
from storage.facts import write_fact
from tests.acceptance.market import Market, open_market
from tests.acceptance.stages import Deal
from tests.handlers.test_export_html import ATTRIBUTES, TAGS, Page
from tests.handlers.test_export_json import as_stored, without_ids

NOT_YOURS = "Такого заказа у вас нет. Ваши заказы — в /orders."
HTML, JSON = "Скачать HTML", "Скачать JSON"
SEND = "sendDocument"


async def downloaded(market: Market, message: Message) -> str:
    """What a document holds, as Telegram gives it back."""
    file = await market.app.bot.get_file(message.body["document"]["file_id"])
    content = await market.app.bot.download(file)
    assert isinstance(content, BytesIO)
    return content.read().decode()


async def takes(market: Market, who: Person, button: str, history: str = "История") -> str:
    """Somebody opens the history, asks for the file, and opens it."""
    await market.presses(who, history)
    await market.presses(who, button)
    assert who.last.kind == "document"
    return await downloaded(market, who.last)


def files(who: Person) -> list[str]:
    """The names of all documents that the bot has sent."""
    return [message.body["document"]["file_name"] for message in who.received if message.kind == "document"]


async def test_each_side_gets_the_whole_order_as_a_page(deal: Deal) -> None:
    """Brief, messages with their formatting, files by name; under a caption that says what it is."""
    market, seller, buyer = deal.market, deal.seller, deal.buyer
    await market.new_order(seller, buyer)
    await market.starts_work(seller)
    await market.presses(seller, "Сдать выполненную работу")
    seller.write("Готово, смотрите", [{"type": "bold", "offset": 0, "length": 6}])
    seller.send_file(Kind.DOCUMENT, "логотип.svg", b"<svg/>")
    await market.settled()
    await market.presses(seller, "Готово")
    await market.presses(seller, "Сдать")
    for who in (seller, buyer):
        page = await takes(market, who, HTML)
        assert who.last.body["document"]["file_name"] == "order-1.html"
        assert who.last.body["document"]["mime_type"] == "text/html"
        assert who.last.text.startswith("Заказ №1 «Логотип для кофейни» целиком")
        read = Page(page).text
        for words in ("Сергей", "Анна", "1\xa0500\xa0₽", "Что написать на логотипе?", "«Зерно», коричневый",
                      "Продавец сдал работу", "логотип.svg", "Понедельник, 23 ноября 2026 г."):  # fmt: skip
            assert words in read
        assert "<b>Готово</b>, смотрите" in page


async def test_a_file_speaks_its_readers_language(tmp_path: Path) -> None:
    """Of the same order each side has it in their own."""
    async with open_market(tmp_path) as market:
        seller, buyer = market.person("Сергей"), market.person("John", "en")
        payload = await market.publishes_gig(seller, questions="")
        await market.starts(buyer, payload)
        await market.presses(buyer, "Order")
        await market.presses(buyer, "Confirm order")
        english = await takes(market, buyer, "Download HTML", "History")
        russian = await takes(market, seller, HTML)
        assert "The buyer confirmed the order" in english
        assert "Monday, 23 November 2026" in english
        assert buyer.last.text.startswith("The whole of order #1")
        assert "Покупатель подтвердил заказ" in russian


async def test_json_says_what_is_recorded(deal: Deal) -> None:
    """Fact by fact, after an order with everything in it."""
    market, seller, buyer = deal.market, deal.seller, deal.buyer
    await market.new_order(seller, buyer)
    await market.starts_work(seller)
    await deal.offers()
    await market.presses(buyer, "Написать")
    buyer.write("Вот пример", [{"type": "text_link", "offset": 4, "length": 6, "url": "https://example.org/"}])
    buyer.send_file(Kind.DOCUMENT, "пример.pdf", b"%PDF")
    await market.settled()
    await market.presses(buyer, "Отправить")
    await deal.asks_to_cancel(seller, "Нет времени", "Заболел и не успею сделать работу в срок.")
    await market.presses(buyer, "Причина уважительная")

    body: dict[str, Any] = json.loads(await takes(market, buyer, JSON))

    async with market.app.database.read() as unit:
        facts = await unit.orders.history(1)
        order = await unit.orders.get(1)
    assert order is not None
    assert len(facts) > 5
    assert [(entry["id"], entry["at"], entry["kind"]) for entry in body["timeline"]] == [
        (recorded.id, utc(recorded.at), write_fact(recorded.fact)[0]) for recorded in facts
    ]
    assert [as_stored(entry["data"]) for entry in body["timeline"]] == [
        without_ids(json.loads(write_fact(recorded.fact)[1])) for recorded in facts
    ]
    assert body["order"]["status"] == order.status == "cancelled"
    assert datetime.fromisoformat(body["order"]["ended_at"]).timestamp() == order.ended_at
    assert body["brief"][0]["content"]["text"] == "«Зерно», коричневый"
    assert body["buyer"] == {"name": "Анна", "telegram_id": None}


async def test_nothing_that_people_write_runs_in_the_page(tmp_path: Path) -> None:
    """Names, title, description, question, answer, a file's name, a link: an attack each."""
    script, image = "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>'
    async with open_market(tmp_path) as market:
        seller, buyer = market.person(script), market.person(image)
        payload = await market.publishes_gig(
            seller, title=f"{script} логотип", description=f"</style></title>{script}{image}", questions=f"{script}?"
        )
        await market.orders(buyer, payload, script + image)
        await market.presses(buyer, "Подтвердить заказ")
        await market.starts_work(seller)
        await market.presses(seller, "Сдать выполненную работу")
        link = {"type": "text_link", "offset": 0, "length": 8, "url": "javascript:alert(1)"}
        seller.write(script + image, [link])
        seller.send_file(Kind.DOCUMENT, f"{image}.svg", b"<svg/>")
        await market.settled()
        await market.presses(seller, "Готово")
        await market.presses(seller, "Сдать")
        source = await takes(market, buyer, HTML)
        page = Page(source)
        assert page.open == []
        assert page.tags <= TAGS
        assert page.attributes <= ATTRIBUTES
        assert page.links == []
        assert page.text.count(script) == 7
        assert f"{image}.svg" in page.text
        assert json.loads(await takes(market, buyer, JSON))["terms"]["title"] == f"{script} логотип"


async def test_strangers_get_nothing(deal: Deal) -> None:
    """Neither by a forged button nor by the command; nor a seller of an order that is not paid."""
    market, seller, buyer = deal.market, deal.seller, deal.buyer
    stranger = market.person("Глеб")
    await market.starts(stranger)
    await market.orders(buyer, await market.publishes_gig(seller), "«Зерно», коричневый")
    for who in (stranger, seller):
        for data in ("hx:1:html", "hx:1:json", "hx:2:html"):
            assert await deal.forges(who, data) == NOT_YOURS
        assert NOT_YOURS in (await market.says(who, "/export 1")).text
        assert files(who) == []
    await market.presses(buyer, "Подтвердить заказ")
    assert await deal.forges(stranger, "hx:1:html") == NOT_YOURS
    assert await deal.forges(seller, "hx:1:html") == "Файл сейчас придёт"
    assert (files(stranger), files(seller)) == ([], ["order-1.html"])


async def test_a_forged_form_is_a_dead_button(deal: Deal) -> None:
    """There are two."""
    await deal.market.new_order(deal.seller, deal.buyer)
    assert (await deal.forges(deal.seller, "hx:1:exe")).startswith("Эта кнопка больше не действует")
    assert files(deal.seller) == []


async def test_the_operator_writes_the_number(tmp_path: Path) -> None:
    """And gets either file of anybody's order, with whose it is."""
    async with open_market(tmp_path, admin_ids=frozenset({900})) as market:
        operator = market.sandbox.people.add("Олег", person_id=900)
        seller, buyer = market.person("Сергей"), market.person("Анна")
        await market.new_order(seller, buyer)
        await market.starts(operator)
        for words in ("/export", "/export один", "/export " + "9" * 30):
            assert "/export 12" in (await market.says(operator, words)).text
        assert NOT_YOURS in (await market.says(operator, "/export 77")).text
        assert "Логотип для кофейни" in (await market.says(operator, "/export №1")).text
        await market.presses(operator, HTML)
        assert "Логотип для кофейни" in await downloaded(market, operator.last)
        await market.presses(operator, JSON)
        body = json.loads(await downloaded(market, operator.last))
        assert [body[side]["telegram_id"] for side in ("seller", "buyer")] == [seller.id, buyer.id]


@pytest.mark.parametrize("kind", ["retry_after", "server_error", "drop_before"])
async def test_a_file_that_did_not_get_through_is_sent_again(deal: Deal, kind: FaultKind) -> None:
    """Whole, once, and in its place between the messages."""
    market, seller = deal.market, deal.seller
    await market.new_order(seller, deal.buyer)
    await market.presses(seller, "История")
    market.sandbox.faults.add(kind, method=SEND, chat_id=seller.id, times=3)
    await market.presses(seller, HTML)
    assert files(seller) == ["order-1.html"]
    assert (await downloaded(market, seller.last)).endswith("</html>\n")


async def test_a_file_waits_for_a_reader_who_has_blocked_the_bot(deal: Deal) -> None:
    """It comes once when they are back, however often asked for, with what is recorded by then."""
    market, seller, buyer = deal.market, deal.seller, deal.buyer
    await market.new_order(seller, buyer)
    await market.presses(buyer, "История")
    history = market.with_button(buyer, JSON)
    buyer.press(history, JSON)
    buyer.press(history, JSON)
    buyer.block()
    await market.settled()
    assert files(buyer) == []
    await market.starts_work(seller)
    await market.starts(buyer)
    assert files(buyer) == ["order-1.json"]
    sent = next(message for message in buyer.received if message.kind == "document")
    assert "work_started" in await downloaded(market, sent)


async def test_both_sides_files_wait_at_once(deal: Deal) -> None:
    """One does not take the place of the other."""
    market, seller, buyer = deal.market, deal.seller, deal.buyer
    await market.new_order(seller, buyer)
    for who in (seller, buyer):
        await market.presses(who, "История", on=deal.card(who))
        who.press(market.with_button(who, JSON), JSON)
        who.block()
    await market.settled()
    for who in (seller, buyer):
        await market.starts(who)
    assert (files(seller), files(buyer)) == (["order-1.json"], ["order-1.json"])


async def test_a_large_file_goes_through(market: Market) -> None:
    """Several megabytes, with letters of any language in the other parameters."""
    person = market.person("Анна")
    await market.starts(person)
    wire = Wire(market.app.bot, market.app.bot.session)  # type: ignore[arg-type]
    upload = Upload("order", "order-1.html", "text/html", "ё".encode() * (3 << 20))
    params = {"chat_id": person.id, "document": "attach://order", "caption": "Заказ №1 «ё» \U0001f4e6"}
    await wire.call(SEND, params, uploads=[upload])
    assert person.last.text == params["caption"]
    assert person.last.body["document"]["file_size"] == len(upload.content)
