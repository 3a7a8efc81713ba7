"""Bad input: one clear sentence saying what is expected, the form stays where it was, nothing is lost (SPEC 11)."""

from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any

import pytest

from desk.gig_desk import GigDesk
from desk.order_desk import OrderDesk
from sandbox.files import Kind
from sandbox.person import Person
from tests.acceptance.market import TOKEN, Market, labels, open_market

TITLE = "Логотип для кофейни"
DESCRIPTION = "Нарисую логотип в трёх вариантах, исходники в SVG."
STEPS = (TITLE, DESCRIPTION, "Название?", "1500", "3")
NAMES = ("Название", "Описание", "Что нужно от покупателя", "Цена", "Срок")

NBSP = "\N{NO-BREAK SPACE}"
PRICE = "Напишите цену числом. Например: 1500 или 1499,90."
RANGE = "Цена может быть от 1 до 10"
TERM = "Напишите срок целым числом дней, от 1 до 60. Например: 3."
TERM_RANGE = "Срок может быть от 1 до 60 дней. Напишите число из этого промежутка."

Bad = str | Callable[[Person], object]


def photo(who: Person) -> object:
    """A picture instead of words."""
    return who.send_file(Kind.PHOTO, "1.png", b"picture", "Логотип для чайной")


def sticker(who: Person) -> object:
    """Out of nowhere."""
    return who.send_sticker()


def contact(who: Person) -> object:
    """What can't be handed over."""
    return who.send_contact()


async def sends(market: Market, who: Person, bad: Bad) -> str:
    """Whatever it is; gives the one sentence with which the bot answers the last part of it."""
    before = who.last.id
    if callable(bad):
        bad(who)
    else:
        who.write(bad)
    await market.settled()
    answers = [message.text.replace(NBSP, "") for message in who.received if message.id > before]
    assert len({answer[:30] for answer in answers}) == 1, answers  # a very long message comes in parts
    return answers[0]


@pytest.fixture
async def writing(market: Market, seller: Person) -> Market:
    """The form of a new gig is open."""
    await market.starts(seller)
    await market.says(seller, "/gigs")
    await market.presses(seller, "Создать кворк")
    return market


@pytest.mark.parametrize(
    ("step", "bad", "sentence"),
    [
        pytest.param(0, "Ло", "Нужно название от 3 до 70 символов, сейчас в нём 2.", id="a title of 2"),
        pytest.param(0, "Л" * 71, "Нужно название от 3 до 70 символов, сейчас в нём 71.", id="a title of 71"),
        pytest.param(0, "Л" * 5_000, "Нужно название от 3 до 70 символов", id="a title of 5,000"),
        pytest.param(0, photo, "Здесь нужен текст: напишите ответ словами.", id="a photo for a title"),
        pytest.param(0, sticker, "Здесь нужен текст: напишите ответ словами.", id="a sticker for a title"),
        pytest.param(1, "Коротко", "Нужно описание от 20 до 3000 символов, сейчас в нём 7.", id="a short description"),
        pytest.param(1, "о" * 3_001, "Нужно описание от 20 до 3000 символов", id="a long description"),
        pytest.param(2, "\n".join("абвгдежзиклмнопрстуфх"), "Нужно от 1 до 20 вопросов", id="21 questions"),
        pytest.param(2, "в" * 301, "Вопрос может быть не длиннее 300 символов", id="a question of 301"),
        pytest.param(3, "дорого", PRICE, id="words for a price"),
        pytest.param(3, "-5", PRICE, id="a price below zero"),
        pytest.param(3, "12,345", PRICE, id="tenths of a kopeck"),
        pytest.param(3, "1e3", PRICE, id="a number of programmers"),
        pytest.param(3, "0", RANGE, id="a price of 0"),
        pytest.param(3, "1000000000000", RANGE, id="a price of 10¹²"),
        pytest.param(3, "9" * 4_000, RANGE, id="a price of 10⁴⁰⁰⁰"),
        pytest.param(3, photo, "Здесь нужен текст: напишите ответ словами.", id="a photo for a price"),
        pytest.param(4, "скоро", TERM, id="words for a term"),
        pytest.param(4, "2.5", TERM, id="half a day"),
        pytest.param(4, "0", TERM_RANGE, id="a term of 0"),
        pytest.param(4, "61", TERM_RANGE, id="a term of 61"),
        pytest.param(4, "9" * 4_000, TERM_RANGE, id="a term of 10⁴⁰⁰⁰"),
        pytest.param(4, contact, "Здесь нужен текст: напишите ответ словами.", id="a contact for a term"),
    ],
)
async def test_a_gigs_form_stays_where_it_was(
    writing: Market, seller: Person, step: int, bad: Bad, sentence: str
) -> None:
    """And everything written before is in the preview."""
    for words in STEPS[:step]:
        await writing.says(seller, words)
    assert (await sends(writing, seller, bad)).startswith(sentence)
    for words in STEPS[step:]:
        await writing.says(seller, words)
    assert f"{TITLE}\n" in seller.last.text
    assert "1\N{NO-BREAK SPACE}500\N{NO-BREAK SPACE}₽" in seller.last.text
    assert "Опубликовать" in labels(seller.last)


@pytest.mark.parametrize("payload", ["k_nosuchcode", "k_", "o_nosuchcode", "x", "k_" + "a" * 60, "k_%27--", "0"])
async def test_a_link_that_does_not_exist_says_so(market: Market, buyer: Person, payload: str) -> None:
    """With the way on below it."""
    shown = await market.starts(buyer, payload)
    assert shown.text in {
        "Этот кворк сейчас не продаётся. Проверьте ссылку или спросите продавца.",
        "Такого предложения нет. Проверьте ссылку или спросите продавца.",
        "Такой ссылки нет. Проверьте, что она скопирована целиком, или попросите прислать её ещё раз.",
    }
    assert labels(shown) != []


@pytest.mark.parametrize("move", ["start", "open", "brief", "history", "info", "deliver", "early", "pay"])
@pytest.mark.parametrize("number", [1, 77, 2**62])
async def test_someone_elses_order_does_not_exist(
    market: Market, seller: Person, buyer: Person, move: str, number: int
) -> None:
    """A forged press by a stranger."""
    if number == 1:
        await market.new_order(seller, buyer)
    stranger = market.person("Чужой")
    await market.starts(stranger)
    before = len(stranger.received)
    press = stranger.press(stranger.last, data=f"o:{number}:{move}:1:c")
    await market.settled()
    assert press.answer is not None
    assert press.answer.text == "Такого заказа у вас нет. Ваши заказы — в /orders."
    assert len(stranger.received) == before


@pytest.mark.parametrize(
    "data", ["", "x", "o:1:nosuch:1:c", "o:a:start:1:c", "o:1:start", "g:nowhere:0", "f:done:abc", "o" * 64, "gig:1:?"]
)
async def test_a_button_that_nobody_has_drawn_is_answered(market: Market, seller: Person, data: str) -> None:
    """Whatever a modified client sends."""
    await market.starts(seller)
    press = seller.press(seller.last, data=data)
    await market.settled()
    assert press.answer is not None
    assert press.answer.text == "Эта кнопка больше не действует. Откройте /start."


@pytest.mark.parametrize(
    ("stray", "sentence"),
    [
        (sticker, "Сейчас передать это некому: нет открытых заказов, где вам могут ответить. Вот что можно сделать:"),
        (photo, "Сейчас передать это некому: нет открытых заказов, где вам могут ответить. Вот что можно сделать:"),
        (
            "просто текст",
            "Сейчас передать это некому: нет открытых заказов, где вам могут ответить. Вот что можно сделать:",
        ),
        ("/nosuchcommand", "Такой команды нет. Всё, что есть, — на кнопках ниже."),
    ],
)
async def test_what_comes_out_of_nowhere_gets_one_sentence_and_the_menu(
    market: Market, seller: Person, stray: Bad, sentence: str
) -> None:
    """Never silence."""
    await market.starts(seller)
    assert await sends(market, seller, stray) == sentence
    assert {"Заказы", "Мои кворки", "Настройки", "Помощь"} <= set(labels(seller.last))


async def test_a_stray_message_of_somebody_with_orders_is_asked_about(
    market: Market, seller: Person, buyer: Person
) -> None:
    """Which of them it is for; even if there is only one."""
    await market.new_order(seller, buyer)
    assert "К какому заказу это относится?" in await sends(market, buyer, sticker)
    assert "№1 · Логотип для кофейни" in labels(buyer.last)


@pytest.mark.parametrize(
    ("bad", "sentence"),
    [
        (sticker, "Такое передать не получится. Пришлите текст, фото, видео, голосовое или файл."),
        (contact, "Такое передать не получится. Пришлите текст, фото, видео, голосовое или файл."),
    ],
)
@pytest.mark.parametrize("move", ["Сдать выполненную работу", "Показать промежуточный результат"])
async def test_what_cannot_be_handed_over_leaves_the_draft_alone(
    market: Market, seller: Person, buyer: Person, move: str, bad: Bad, sentence: str
) -> None:
    """What was gathered is still there."""
    await market.new_order(seller, buyer)
    await market.starts_work(seller)
    await market.presses(seller, move)
    await market.says(seller, "Первая часть.")
    assert await sends(market, seller, bad) == sentence
    await market.says(seller, "Вторая часть.")
    if move == "Сдать выполненную работу":
        await market.presses(seller, "Готово")
        await market.presses(seller, "Сдать")
    else:
        await market.presses(seller, "Показать покупателю")
    assert buyer.find("· заказ №1").text.endswith("Первая часть.\n\nВторая часть.")


async def test_an_empty_hand_over_is_refused(market: Market, seller: Person, buyer: Person) -> None:
    """Only what nobody can see."""
    await market.new_order(seller, buyer)
    await market.presses(seller, "Написать")
    await market.says(seller, "\u2060\u200b")
    assert await market.presses(seller, "Отправить") == "Сообщение пустое: пришлите текст или файл."


async def test_an_unanswered_question_is_asked_on(market: Market, seller: Person, buyer: Person) -> None:
    """A sticker is no answer; a command is none either; the old answer stays."""
    payload = await market.publishes_gig(seller)
    await market.starts(buyer, payload)
    await market.presses(buyer, "Заказать")
    asked = buyer.last
    assert "Готово" not in labels(asked)
    assert await sends(market, buyer, sticker) == (
        "Такое передать не получится. Пришлите текст, фото, видео, голосовое или файл."
    )
    await market.says(buyer, "«Зерно»")
    await market.says(buyer, "/help")
    await market.presses(buyer, "Готово", on="Принято")
    assert "«Зерно»" in buyer.find("Заказ №1\n").text
    assert "/help" not in buyer.find("Заказ №1\n").text


# What nobody has foreseen.


@pytest.fixture
async def watched(tmp_path: Path) -> AsyncIterator[Market]:
    """A market with an operator, who is the first person in it."""
    async with open_market(tmp_path, admin_ids=frozenset({1001})) as market:
        assert market.person("Оператор").id == 1001
        await market.starts(market.person("Оператор"))
        yield market


def breaks(monkeypatch: pytest.MonkeyPatch, error: str) -> None:
    """«Мои кворки» can't be read any more."""

    async def of_seller(*_: Any) -> Any:
        raise RuntimeError(error)

    monkeypatch.setattr(GigDesk, "of_seller", of_seller)


@pytest.mark.parametrize("language", ["ru", "en"])
async def test_an_unforeseen_error_gives_the_person_a_code_and_the_operator_the_same_with_the_traceback(
    watched: Market, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    """The token is not in it; the next message is handled as ever."""
    operator, seller = watched.person("Оператор"), watched.person("Сергей", language)
    await watched.starts(seller)
    with monkeypatch.context() as broken:
        breaks(broken, f"https://api.telegram.org/file/bot{TOKEN}/photo.png")
        watched.mark()
        await watched.says(seller, "/gigs")
    (told,) = watched.heard(seller)
    code = told.split()[-1].rstrip(".")
    line = {"ru": "Что-то сломалось на нашей стороне. Ваше сообщение сохранено, оператор уже знает. Код: "}
    assert told.startswith(line.get(language, "Something broke"))
    (report,) = watched.heard(operator)
    assert report.startswith(f"Ошибка {code}\n")
    assert "RuntimeError" in report
    assert "of_seller" in report
    assert TOKEN not in report
    assert "AAAA" not in report
    assert "Мои кворки" in (await watched.says(seller, "/gigs")).text or language == "en"


async def test_an_error_in_a_press_leaves_everything_as_it_was(
    watched: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing of a failed transaction stays; pressed again, it works."""
    seller, buyer = watched.person("Сергей"), watched.person("Анна")
    await watched.new_order(seller, buyer)

    def fails(*_: Any) -> Any:
        raise RuntimeError("no news today")

    with monkeypatch.context() as broken:
        broken.setattr("desk.order_desk.news", fails)
        watched.mark()
        seller.press(seller.find("Заказ №1\n"), "Приступаю к работе")
        await watched.settled()
    assert "Код: " in watched.heard(seller)[0]
    assert watched.heard(buyer) == []
    assert "no news today" in watched.heard(watched.person("Оператор"))[0]
    assert await watched.presses(seller, "Приступаю к работе") == "Вы приступили к работе"


async def test_somebody_whose_very_first_message_fails_is_told_as_well(
    watched: Market, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The bot has not met them yet: what failed is what it could have remembered."""
    newcomer = watched.person("Новенький")
    with monkeypatch.context() as broken:
        broken.setattr("handlers.menu.start.menu_rows", lambda _: 1 / 0)
        newcomer.start()
        await watched.settled()
    assert "Код: " in newcomer.last.text
    assert "ZeroDivisionError" in watched.person("Оператор").last.text


async def test_an_error_that_passes_is_not_told_to_anybody(watched: Market, monkeypatch: pytest.MonkeyPatch) -> None:
    """An update is tried three times."""
    seller = watched.person("Сергей")
    await watched.starts(seller)
    real, tries = GigDesk.of_seller, []

    async def of_seller(desk: GigDesk, person: int) -> Any:
        tries.append(person)
        if len(tries) < 3:
            raise RuntimeError("busy")
        return await real(desk, person)

    monkeypatch.setattr(GigDesk, "of_seller", of_seller)
    watched.mark()
    assert "Мои кворки" in (await watched.says(seller, "/gigs")).text
    assert len(watched.heard(seller)) == 1
    assert watched.heard(watched.person("Оператор")) == []


async def test_an_order_whose_timers_fail_does_not_hold_up_the_others(
    watched: Market, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It is tried again with the next look."""
    seller = watched.person("Сергей")
    payload = await watched.publishes_gig(seller)
    for name in ("Анна", "Борис"):
        await watched.orders(watched.person(name), payload, "Зерно")
        await watched.presses(watched.person(name), "Подтвердить заказ")
    watched.clock.advance(12 * 3_600)
    with monkeypatch.context() as broken:
        ring = OrderDesk.ring

        async def rings(desk: OrderDesk, number: int) -> None:
            if number == 1:
                raise RuntimeError("a row that nobody can read")
            await ring(desk, number)

        broken.setattr(OrderDesk, "ring", rings)
        watched.mark()
        await watched.app.timers.rescan()
        await watched.settled()
        assert ["Заказ №2" in text for text in watched.heard(seller)] == [True]
        assert "The timers of order 1 failed" in caplog.text
    await watched.app.timers.rescan()
    await watched.settled()
    assert [text[:8] for text in watched.heard(seller)] == ["Заказ №2", "Заказ №1"]
