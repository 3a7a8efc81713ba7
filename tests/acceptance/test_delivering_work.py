"""Handing over: the advice, the files in their order, the preview and its buttons."""

from collections.abc import Callable
from typing import Any

import pytest

from sandbox.chats import Message
from sandbox.files import Kind
from sandbox.person import Attachment, Person
from tests.acceptance.market import DAY, Market, labels
from tests.sandbox.pictures import picture

Sends = Callable[[Person], object]


@pytest.fixture
async def begun(market: Market, seller: Person, buyer: Person) -> Market:
    """With an order in work."""
    await market.new_order(seller, buyer)
    await market.starts_work(seller)
    return market


def album(*kinds: Kind) -> Sends:
    """Files that are sent together."""
    return lambda who: who.send_album(
        [Attachment(kind, f"{n}.bin", f"{kind} {n}".encode()) for n, kind in enumerate(kinds)]
    )


def file(kind: Kind, name: str = "1.bin", caption: str = "") -> Sends:
    """One file."""
    return lambda who: who.send_file(kind, name, f"{kind} {name}".encode(), caption)


def file_ids(messages: list[Message]) -> list[tuple[str, str | None]]:
    """What files these messages hold, as (kind, Telegram's file id), in their order."""
    found = []
    for message in messages:
        media: Any = message.body[message.kind]
        if message.kind == "photo":
            found.append(("photo", media[-1]["file_id"]))
        elif message.kind in {"document", "video", "voice", "audio", "video_note", "animation"}:
            found.append((message.kind, media["file_id"]))
    return found


def sent_files(who: Person) -> list[tuple[str, str | None]]:
    """What the person has sent themselves."""
    return file_ids([message for message in who.transcript if not message.from_bot])


async def test_the_seller_first_reads_what_a_good_delivery_is(begun: Market, seller: Person) -> None:
    """And finds the button for unfinished work right there."""
    await begun.presses(seller, "Сдать выполненную работу")
    for words in (
        "сделано и проверено на 100 % всё, что есть в задании",
        "учтены все замечания покупателя",
        "ничего не оставлено «на потом»",
    ):
        assert words in seller.last.text
    assert labels(seller.last) == ["Показать промежуточный результат", "Отмена"]


@pytest.mark.parametrize(
    ("sends", "kinds", "albums"),
    [
        pytest.param([file(Kind.DOCUMENT), file(Kind.DOCUMENT, "2.zip")], ["document"] * 2, 0, id="documents"),
        pytest.param([file(Kind.PHOTO), file(Kind.PHOTO, "2")], ["photo"] * 2, 0, id="photos"),
        pytest.param([album(Kind.PHOTO, Kind.PHOTO, Kind.VIDEO)], ["photo", "photo", "video"], 1, id="an album"),
        pytest.param([album(*[Kind.DOCUMENT] * 10)], ["document"] * 10, 1, id="ten documents at once"),
        pytest.param(
            [album(Kind.PHOTO, Kind.PHOTO), album(Kind.PHOTO, Kind.VIDEO)],
            ["photo", "photo", "photo", "video"],
            2,
            id="two albums",
        ),
        pytest.param(
            [file(Kind.VOICE), album(Kind.AUDIO, Kind.AUDIO), file(Kind.VIDEO), file(Kind.VIDEO_NOTE)],
            ["voice", "audio", "audio", "video", "video_note"],
            1,
            id="voice, music, video, a round one",
        ),
        pytest.param([file(Kind.ANIMATION), file(Kind.PHOTO)], ["animation", "photo"], 0, id="an animation"),
    ],
)
async def test_a_buyer_gets_text_and_files_in_the_order_in_which_they_were_sent(
    begun: Market, seller: Person, buyer: Person, sends: list[Sends], kinds: list[str], albums: int
) -> None:
    """The same files, albums as albums; the buttons stand below the last of them."""
    await begun.presses(seller, "Сдать выполненную работу")
    await begun.says(seller, "Готово: всё по заданию.")
    for send in sends:
        send(seller)
        await begun.settled()
    await begun.presses(seller, "Готово")
    assert f"К сдаче: сообщение и {len(kinds)} файл" in seller.last.text
    before = buyer.last.id
    await begun.presses(seller, "Сдать")

    got = [message for message in buyer.received if message.id > before]
    assert got[0].text == "📦 Сергей сдаёт работу · заказ №1 «Логотип для кофейни»\n\nГотово: всё по заданию."
    assert [kind for kind, _ in file_ids(got)] == kinds
    assert file_ids(got) == sent_files(seller)
    assert len({message.body["media_group_id"] for message in got if "media_group_id" in message.body}) == albums
    assert "сдаёт работу — она выше" in got[-1].text
    for button in ("Принять работу", "Отправить на доработку", "Написать"):
        assert button in " ".join(labels(got[-1]))


async def test_the_preview_shows_what_the_buyer_will_get(begun: Market, seller: Person, buyer: Person) -> None:
    """Words and files as they will come, and three buttons; the buyer has heard nothing yet."""
    begun.mark()
    await begun.presses(seller, "Сдать выполненную работу")
    seller.send_file(Kind.PHOTO, "logo.png", picture(), "Логотип и исходники.")
    await begun.settled()
    await begun.says(seller, "Шрифт — внутри.")
    asked = seller.last
    await begun.presses(seller, "Готово")

    assert seller.message(asked.id).text == "Так работу увидит покупатель:"
    shown = [message for message in seller.received if message.id > asked.id]
    assert [message.kind for message in shown] == ["text", "photo", "text"]
    assert shown[0].text == "Логотип и исходники.\n\nШрифт — внутри."
    assert labels(shown[-1]) == ["📦 Сдать", "Добавить ещё", "Отмена"]
    assert begun.heard(buyer) == []


async def test_add_more_goes_on_collecting(begun: Market, seller: Person, buyer: Person) -> None:
    """Nothing gathered is lost."""
    await begun.presses(seller, "Сдать выполненную работу")
    await begun.says(seller, "Готово.")
    await begun.presses(seller, "Готово")
    await begun.presses(seller, "Добавить ещё")
    assert seller.last.text == "Пришлите, что добавить."
    file(Kind.DOCUMENT)(seller)
    await begun.says(seller, "И исходники.")
    await begun.presses(seller, "Готово")
    await begun.presses(seller, "Сдать")
    assert buyer.find("· заказ №1").text.endswith("Готово.\n\nИ исходники.")
    assert len(file_ids(buyer.received)) == 1


@pytest.mark.parametrize("seen", [False, True], ids=["while collecting", "from the preview"])
async def test_cancel_sends_nothing_and_leaves_the_order_as_it_is(
    begun: Market, seller: Person, buyer: Person, *, seen: bool
) -> None:
    """The buttons of the form act no more."""
    await begun.presses(seller, "Сдать выполненную работу")
    await begun.says(seller, "Готово.")
    if seen:
        await begun.presses(seller, "Готово")
    begun.mark()
    form = seller.last
    await begun.presses(seller, "Отмена")
    assert seller.message(form.id).text == "Ничего не отправлено. Заказ №1 без изменений."
    assert labels(seller.message(form.id)) == []
    assert begun.heard(buyer) == []
    assert "Статус: В работе" in seller.find("Заказ №1\n").text
    stale = seller.press(form, "Сдать" if seen else "Готово", stale=True)
    await begun.settled()
    assert stale.answer is not None
    assert stale.answer.text != ""
    assert begun.heard(buyer) == []


@pytest.mark.parametrize("nothing", ["", "\u200b \u2060"], ids=["only a file", "only what nobody sees"])
async def test_a_delivery_needs_words(begun: Market, seller: Person, buyer: Person, nothing: str) -> None:
    """One sentence; the files stay, and with a text it goes on."""
    await begun.presses(seller, "Сдать выполненную работу")
    file(Kind.DOCUMENT)(seller)
    await begun.settled()
    if nothing:
        await begun.says(seller, nothing)
    assert await begun.presses(seller, "Готово") == "К сдаче нужно сообщение: напишите покупателю, что готово."
    await begun.says(seller, "Вот, готово.")
    await begun.presses(seller, "Готово")
    await begun.presses(seller, "Сдать")
    assert len(file_ids(buyer.received)) == 1
    assert "Статус: На проверке" in buyer.find("Заказ №1\n").text


async def test_from_the_third_delivery_on_the_seller_is_told_how_often_it_came_back(
    begun: Market, seller: Person, buyer: Person
) -> None:
    """Before handing over and after it; not at the second."""
    told = []
    for number in range(1, 5):
        await begun.presses(seller, "Сдать выполненную работу")
        advice = seller.last.text
        await begun.says(seller, f"Сдача {number}")
        await begun.presses(seller, "Готово")
        await begun.presses(seller, "Сдать")
        told.append(("возвращался на доработку" in advice, "заказ возвращался" in seller.last.text))
        if number == 4:
            assert "Заказ возвращался на доработку 3 раза" in advice
            assert "До этого заказ возвращался 3 раза" in seller.last.text
        await begun.sends_back(buyer, f"Замечание {number}")
    assert told == [(False, False), (False, False), (True, True), (True, True)]
    assert "Возвращался на доработку 4 раза" in seller.find("Заказ №1\n").text


async def test_remarks_come_with_their_files(begun: Market, seller: Person, buyer: Person) -> None:
    """Words, then files, then the news with the seller's buttons; the order is in work again."""
    await begun.delivers(seller)
    await begun.presses(buyer, "Отправить на доработку")
    file(Kind.VOICE)(buyer)
    await begun.settled()
    album(Kind.PHOTO, Kind.PHOTO)(buyer)
    await begun.settled()
    refused = await begun.presses(buyer, "Отправить на доработку", on="Альбом принят")
    assert refused == "Напишите, что нужно исправить: без этого вернуть работу нельзя."
    await begun.says(buyer, "1. Темнее.\n2. Крупнее.")
    before = seller.last.id
    await begun.presses(buyer, "Отправить на доработку", on="Принято")

    got = [message for message in seller.received if message.id > before]
    assert got[0].text.startswith("🔁 Анна возвращает на доработку · заказ №1")
    assert got[0].text.endswith("1. Темнее.\n2. Крупнее.")
    assert [kind for kind, _ in file_ids(got)] == ["voice", "photo", "photo"]
    assert file_ids(got) == sent_files(buyer)
    assert "возвращает работу на доработку, замечания выше" in got[-1].text
    assert "Сдать выполненную работу" in " ".join(labels(got[-1]))
    assert "Статус: В работе" in seller.find("Заказ №1\n").text


async def test_an_interim_result_is_marked_as_one(begun: Market, seller: Person, buyer: Person) -> None:
    """From the advice or the card; the order stays in work, and there is nothing to accept."""
    await begun.presses(seller, "Сдать выполненную работу")
    await begun.presses(seller, "Показать промежуточный результат", on="Хорошая сдача")
    assert "Статус и часы не изменятся" in seller.last.text
    await begun.says(seller, "Набросок")
    file(Kind.PHOTO)(seller)
    await begun.settled()
    before = buyer.last.id
    await begun.presses(seller, "Показать покупателю")
    got = [message for message in buyer.received if message.id > before]
    assert got[0].text.startswith("👀 Сергей показывает промежуточный результат · заказ №1")
    assert [message.kind for message in got] == ["text", "photo", "text"]
    assert "Это ещё не сдача" in got[-1].text
    assert "Принять работу" not in " ".join(label for message in got for label in labels(message))
    assert "Статус: В работе" in buyer.find("Заказ №1\n").text


async def test_a_draft_is_kept_when_the_order_moves_on_under_it(begun: Market, seller: Person, buyer: Person) -> None:
    """The buyer asks to cancel while the seller writes; the request is declined, and the draft is there."""
    await begun.later(DAY)
    await begun.presses(seller, "Сдать выполненную работу")
    await begun.says(seller, "Готово, принимайте.")
    file(Kind.DOCUMENT)(seller)
    await begun.settled()
    await begun.presses(seller, "Готово")
    assert "отмену нужно согласовать" in await begun.presses(buyer, "Отменить заказ", on="Заказ №1\n")
    await begun.presses(buyer, "Отменить заказ", on="Заказ №1\n")
    await begun.presses(buyer, "Работа больше не нужна")
    await begun.says(buyer, "Кофейня закрылась, к сожалению, логотип не нужен.")
    await begun.presses(buyer, "Отправить продавцу")

    assert "Сейчас согласуется отмена" in await begun.presses(seller, "Сдать")
    await begun.presses(seller, "Не отменять")
    await begun.presses(seller, "Сдать выполненную работу")
    assert "Ваш черновик сохранён (1 файл)" in seller.last.text
    await begun.presses(seller, "Готово")
    await begun.presses(seller, "Сдать")
    assert buyer.find("· заказ №1").text.endswith("Готово, принимайте.")
    assert len(file_ids(buyer.received)) == 1


async def test_formatting_of_the_text_arrives_and_names_never_become_markup(market: Market, buyer: Person) -> None:
    """Bold of the seller's own is bold at its place under the heading; a name with tags is only a name."""
    seller = market.person("<b>Сергей *_[x](http://x)")
    await market.new_order(seller, buyer, title="<i>Логотип</i> _для_ `кофейни`")
    await market.starts_work(seller)
    await market.presses(seller, "Сдать выполненную работу")
    seller.write("Готово 🎉 совсем", [{"type": "bold", "offset": 10, "length": 6}])
    await market.settled()
    await market.presses(seller, "Готово")
    await market.presses(seller, "Сдать")
    got = buyer.find("Готово 🎉 совсем")
    assert got.text.startswith("📦 <b>Сергей *_[x](http://x) сдаёт работу · заказ №1 «<i>Логотип</i> _для_ `кофейни`»")
    units = got.text.encode("utf-16-le")
    bold = [
        units[2 * entity["offset"] : 2 * (entity["offset"] + entity["length"])].decode("utf-16-le")
        for entity in got.body["entities"]
        if entity["type"] == "bold"
    ]
    assert "совсем" in bold
    assert set(bold) <= {"<b>Сергей *_[x](http://x)", "1", "совсем"}


async def test_on_acceptance_both_are_thanked(begun: Market, seller: Person, buyer: Person) -> None:
    """And the cards have no buttons left that would change anything."""
    await begun.delivers(seller)
    begun.mark()
    await begun.presses(buyer, "Принять работу")
    assert "Анна принимает работу. Спасибо, что довели дело до конца." in begun.heard(seller)[0]
    assert "Вы приняли работу. Спасибо за заказ." in begun.heard(buyer)[0]
    reading = {"Написать", "Задание", "История"}
    assert set(labels(seller.find("Заказ №1\n"))) == {*reading, "Быстрые ответы", "Индивидуальное предложение"}
    assert set(labels(buyer.find("Заказ №1\n"))) == {*reading, "Оставить отзыв"}


async def test_the_longest_text_and_a_hundred_files_pass(begun: Market, seller: Person, buyer: Person) -> None:
    """4,096 characters fill a message: the heading gives way; what is more is refused and nothing is lost."""
    await begun.presses(seller, "Сдать выполненную работу")
    await begun.says(seller, "я" * 4_096)
    refused = await begun.says(seller, "ещё")
    assert refused.text.startswith("Текст может быть не длиннее 4")
    for _ in range(10):
        album(*[Kind.PHOTO] * 10)(seller)
        await begun.settled()
    file(Kind.PHOTO)(seller)
    await begun.settled()
    assert "Можно приложить не больше 100 файлов" in seller.last.text
    await begun.presses(seller, "Готово", on="Альбом принят")
    await begun.presses(seller, "Сдать")
    assert any(message.text == "я" * 4_096 for message in buyer.received)
    assert len(file_ids(buyer.received)) == 100
