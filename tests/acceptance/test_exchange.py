"""«Биржа»: a request, responses to it, and the choice (SPEC 9; issue 6, point 5)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.drawing import logo
from desk.people import Standing
from orders.exchange import Response
from orders.money import Money
from sandbox.chats import Message
from sandbox.person import Person
from tests.acceptance.market import DAY, MONDAY_NOON, Market, labels, open_market
from tests.acceptance.paying import Till

TITLE = "Логотип для кофейни"
DESCRIPTION = "Нужен логотип в трёх вариантах и вывеска над входом."
MESSAGE = "Нарисую за неделю, в портфолио двадцать кофеен."
NBSP = "\N{NO-BREAK SPACE}"
OVER = "Этот запрос уже закрыт. Посмотрите другие запросы на бирже."
GONE = "Такого запроса нет, или он сейчас скрыт. Посмотрите другие запросы на бирже."
NO_RESPONSE = "Такого отклика нет."
ENDED = "Отменён до оплаты: отклик, по которому он оформлен, больше не действует"


@pytest.fixture
async def stars(tmp_path: Path) -> AsyncIterator[Market]:
    """A market where the bot holds the money, with an operator."""
    async with open_market(tmp_path, payments="stars", admin_ids="77") as market:
        yield market


async def previews(market: Market, buyer: Person, title: str = TITLE) -> Message:
    """All parts of a request; gives the preview."""
    await market.presses_or_says(buyer, "/exchange")
    await market.presses(buyer, "Создать запрос", on=buyer.last)
    await market.says(buyer, title, DESCRIPTION)
    await market.presses(buyer, "Без файлов")
    await market.says(buyer, "5000", "10")
    return buyer.last


async def publishes(market: Market, buyer: Person, title: str = TITLE) -> Message:
    """A request stands; gives its page."""
    await previews(market, buyer, title)
    await market.presses(buyer, "Опубликовать")
    return buyer.last


async def opens(market: Market, who: Person, title: str = TITLE) -> Message:
    """The request's page, from the exchange."""
    await market.presses_or_says(who, "/exchange")
    await market.presses(who, title, on=who.last)
    return who.last


async def writes(market: Market, seller: Person, price: str = "4500", term: str = "7") -> Message:
    """A response up to its preview."""
    await opens(market, seller)
    await market.presses(seller, "Откликнуться", on=seller.last)
    await market.says(seller, price, term, MESSAGE)
    return seller.last


async def responds(market: Market, seller: Person, price: str = "4500", term: str = "7") -> Message:
    """And sends it; gives its page."""
    await writes(market, seller, price, term)
    await market.presses(seller, "Отправить отклик")
    return seller.last


async def compares(market: Market, buyer: Person) -> Message:
    """«Отклики» of the newest request, as a list."""
    await market.says(buyer, "/exchange")
    await market.presses(buyer, "Мои запросы", on=buyer.last)
    await market.presses(buyer, TITLE, on=buyer.last)
    await market.presses(buyer, "Отклики", on=buyer.last)
    if "Списком" in labels(buyer.last):
        await market.presses(buyer, "Списком", on=buyer.last)
    return buyer.last


async def picks(market: Market, buyer: Person, number: str = "1") -> str:
    """The response of this number; gives the short answer."""
    await compares(market, buyer)
    await market.presses(buyer, number, on=buyer.last)
    page = buyer.last
    await market.presses(buyer, "Выбрать", on=page)
    return await market.presses(buyer, "Да, выбрать", on=page)


async def forges(market: Market, who: Person, data: str) -> str:
    """A button that is not on their screen; gives the short answer."""
    pressed = who.press(who.received[0], data=data)
    await market.settled()
    assert pressed.answer is not None
    return pressed.answer.text


async def orders_placed(market: Market) -> int:
    """How many there are."""
    async with market.app.database.read() as unit:
        numbers = [number for number in range(1, 5) if await unit.orders.get(number) is not None]
    return len(numbers)


async def test_from_the_request_to_the_paid_order(market: Market, seller: Person, buyer: Person) -> None:
    """The buyer writes what is needed, compares, chooses; the sellers hear who was chosen once it is paid."""
    other = market.person("Вера")
    preview = await previews(market, buyer)
    for words in (TITLE, f"Бюджет: 5{NBSP}000{NBSP}₽", "Желаемый срок: 10 дней", DESCRIPTION):
        assert words in preview.text
    await market.presses(buyer, "Опубликовать")
    assert buyer.last.text.startswith("Запрос опубликован.")

    page = await opens(market, seller)
    assert "Покупатель: Анна" in page.text
    assert labels(page) == ["Откликнуться", "Все запросы"]
    market.mark()
    own = await responds(market, seller)
    assert own.text.startswith("Отклик отправлен. Если выберут вас, придёт оплаченный заказ.")
    assert market.heard(buyer) == [
        f"Новый отклик на запрос «{TITLE}»: Сергей, 4{NBSP}500{NBSP}₽, срок 7 дней. Всего откликов: 1."
    ]
    await responds(market, other, "4000", "9")

    table = await compares(market, buyer)
    assert table.text.startswith(f"Отклики: {TITLE}\n\n1. Вера\n4{NBSP}000{NBSP}₽, срок 9 дней, рейтинг: нет данных")
    await market.presses(buyer, "По сроку", on=buyer.last)
    assert "1. Сергей" in buyer.last.text
    await market.presses(buyer, "1", on=buyer.last)
    assert MESSAGE in buyer.last.text
    assert labels(buyer.last) == ["Выбрать", "Задать вопрос", "О продавце", "Все отклики"]
    response = buyer.last
    await market.presses(buyer, "О продавце", on=response)
    assert buyer.last.text.startswith("Сергей\nРейтинг ответственности: нет данных")
    await market.presses(buyer, "Выбрать", on=response)
    assert buyer.message(response.id).text.startswith(
        f"Выбрать этот отклик? Продавец: Сергей. Оформим заказ «{TITLE}»: 4{NBSP}500{NBSP}₽, срок 7 дней"
    )
    market.mark()
    assert await market.presses(buyer, "Да, выбрать", on=response) == "Осталось проверить заказ и подтвердить его"
    assert (market.heard(seller), market.heard(other)) == ([], [])
    card = buyer.find("Заказ №1\n")
    assert TITLE in card.text
    assert DESCRIPTION in card.text
    await market.presses(buyer, "Подтвердить заказ")
    await market.later(5)
    assert "Новый оплаченный заказ" in seller.find("Заказ №1\n").text
    assert market.heard(other) == [
        f"По запросу «{TITLE}» покупатель выбрал другой отклик. Спасибо, что откликнулись. Посмотрите другие запросы:"
    ]
    await market.starts_work(seller)
    assert await forges(market, other, "xr:1:resp") == OVER


async def test_a_table_with_the_same_facts(market: Market, seller: Person, buyer: Person) -> None:
    """«Таблицей» comes first, as in «Заказы», and the choice is remembered."""
    await publishes(market, buyer)
    await responds(market, seller)
    await market.presses(buyer, "Отклики (1)")
    assert buyer.last.kind == "rich_message"
    assert {"По цене", "По сроку", "По рейтингу", "Списком"} <= {label.lstrip("• ") for label in labels(buyer.last)}
    await market.presses(buyer, "Списком", on=buyer.last)
    assert "положительных отзывов: 0" in buyer.last.text
    await compares(market, buyer)
    assert "Таблицей" in labels(buyer.last)


async def test_the_form_says_what_is_expected_and_loses_nothing(market: Market, buyer: Person) -> None:
    """Each wrong answer is one sentence; the form stays where it was."""
    await market.presses_or_says(buyer, "/exchange")
    await market.presses(buyer, "Создать запрос", on=buyer.last)
    assert "от 3 до 70 символов" in (await market.says(buyer, "Ы")).text
    await market.says(buyer, TITLE)
    assert "от 20 до 3" in (await market.says(buyer, "коротко")).text
    await market.says(buyer, DESCRIPTION)
    assert (await market.says(buyer, "слова вместо файла")).text == (
        "Пришлите файл или нажмите кнопку, чтобы идти дальше."
    )
    await market.presses(buyer, "Без файлов")
    assert "числом" in (await market.says(buyer, "много")).text
    await market.presses(buyer, "Обсудим")
    assert "от 1 до 60" in (await market.says(buyer, "61")).text
    preview = await market.says(buyer, "60")
    assert "Бюджет: обсудим" in preview.text
    await market.presses(buyer, "Отмена", on=preview)
    async with market.app.database.read() as unit:
        assert await unit.requests.get(1) is None


async def test_files_go_with_the_request(market: Market, seller: Person, buyer: Person) -> None:
    """A photo with words is both; sellers are sent the files when they ask."""
    await market.presses_or_says(buyer, "/exchange")
    await market.presses(buyer, "Создать запрос", on=buyer.last)
    await market.says(buyer, TITLE)
    buyer.send_file("photo", "logo.png", logo(width=60, height=40), DESCRIPTION)
    await market.settled()
    assert "1 файл" in buyer.last.text
    await market.presses(buyer, "Готово")
    await market.says(buyer, "5000", "10")
    await market.presses(buyer, "Опубликовать")
    assert "Приложено: 1 файл" in (await opens(market, seller)).text
    await market.presses(seller, "Файлы", on=seller.last)
    assert [message.kind for message in seller.received[-2:]] == ["photo", "text"]


async def test_a_photo_is_kept_though_its_caption_is_no_description(market: Market, buyer: Person) -> None:
    """What is missing is asked for; the photo need not be sent again."""
    await market.presses_or_says(buyer, "/exchange")
    await market.presses(buyer, "Создать запрос", on=buyer.last)
    await market.says(buyer, TITLE)
    buyer.send_file("photo", "logo.png", logo(width=60, height=40), "вот такой")
    await market.settled()
    assert "1 файл сохранён, теперь опишите задачу словами." in buyer.last.text
    await market.says(buyer, DESCRIPTION)
    assert buyer.last.text.endswith("Сейчас:\n1 файл")


async def test_a_request_says_what_to_do_next(market: Market, seller: Person, buyer: Person) -> None:
    """First wait, then compare; no closing is offered where it is refused."""
    page = await publishes(market, buyer)
    assert page.text.endswith("Мы сообщим о каждом отклике. Пока откликов нет, запрос можно изменить.")
    await responds(market, seller)
    await compares(market, buyer)
    await market.presses(buyer, "Открыть запрос", on=buyer.last)
    assert buyer.last.text.endswith("Мы сообщим о каждом отклике. Сравните отклики и выберите подходящий.")
    request = buyer.last
    await picks(market, buyer)
    assert (await market.presses(buyer, "Закрыть запрос", on=request)).startswith("Отклик уже выбран")
    assert buyer.message(request.id).text == request.text


async def test_a_double_tap_publishes_and_responds_once(market: Market, seller: Person, buyer: Person) -> None:
    """Of two presses the second changes nothing."""
    preview = await previews(market, buyer)
    for _ in range(2):
        buyer.press(preview, "Опубликовать")
    await market.settled()
    preview = await writes(market, seller)
    for _ in range(2):
        seller.press(preview, "Отправить отклик")
    await market.settled()
    async with market.app.database.read() as unit:
        assert (await unit.requests.of_buyer(buyer.id, 0, 10)).total == 1
        assert len(await unit.responses.of_request(1)) == 1
    told = await forges(market, seller, "xr:1:resp")
    assert told == "Вы уже откликнулись на этот запрос. Свой отклик можно изменить."


async def test_two_taps_choose_once(market: Market, seller: Person, buyer: Person) -> None:
    """One order; another response can be chosen only once that one is out of the way."""
    other = market.person("Вера")
    await publishes(market, buyer)
    await responds(market, seller)
    await responds(market, other, "4000", "9")
    await picks(market, buyer)
    picked = "Отклик уже выбран, его заказ ждёт оплаты. Чтобы выбрать другой, сначала отмените этот заказ."
    assert await forges(market, buyer, "xp:1:sure:1") == picked
    assert await forges(market, buyer, "xp:2:sure:1") == picked
    assert await orders_placed(market) == 1
    await market.presses(buyer, "Отмена", on=buyer.find("Заказ №1\n"))
    await market.presses(buyer, "Да, отменить")
    assert await picks(market, buyer, "2") == "Осталось проверить заказ и подтвердить его"
    await market.presses(buyer, "Подтвердить заказ")
    assert "Заказ №2\n" in seller.find("Новый оплаченный заказ").text


async def test_an_order_that_lapses_leaves_the_request_open(market: Market, seller: Person, buyer: Person) -> None:
    """After 24 hours another can be chosen; the seller has heard nothing."""
    await publishes(market, buyer)
    await responds(market, seller)
    market.mark()
    await picks(market, buyer)
    await market.later(DAY)
    assert market.heard(seller) == []
    await picks(market, buyer)
    assert await orders_placed(market) == 2


async def test_strangers_choose_and_change_nothing(market: Market, seller: Person, buyer: Person) -> None:
    """Forged buttons of somebody else's request and response."""
    stranger = market.person("Вера")
    await publishes(market, buyer)
    await responds(market, seller)
    await market.starts(stranger)
    for press in ("xr:1:edit", "xr:1:sure", "xr:1:close", "xc:1:price:0:", "xr:1:again"):
        assert await forges(market, stranger, press) == GONE, press
    for act in ("open", "pick", "sure", "write", "talk", "edit", "take", "gone"):
        assert await forges(market, stranger, f"xp:1:{act}:1") == NO_RESPONSE, act
    assert await forges(market, stranger, "xr:9:open") == GONE
    assert await forges(market, stranger, "xr:1:stop") == "Эта кнопка больше не действует. Откройте /start."
    assert await forges(market, buyer, "xr:1:resp") == "Это ваш собственный запрос, откликаются на него другие."
    for act in ("pick", "sure"):
        assert await forges(market, seller, f"xp:1:{act}:1") == GONE
    assert await orders_placed(market) == 0


async def test_a_response_is_changed_until_it_is_chosen(market: Market, seller: Person, buyer: Person) -> None:
    """The buyer is told, and what they saw before can't be chosen by an old button."""
    await publishes(market, buyer)
    page = await responds(market, seller)
    await compares(market, buyer)
    await market.presses(buyer, "1", on=buyer.last)
    seen = buyer.last
    market.mark()
    await market.presses(seller, "Изменить отклик", on=page)
    await market.presses(seller, "Цена", on=seller.last)
    await market.says(seller, "6000")
    await market.presses(seller, "Сохранить", on=seller.last)
    assert market.heard(buyer) == [f"Сергей меняет отклик на запрос «{TITLE}»: теперь 6{NBSP}000{NBSP}₽, срок 7 дней."]
    assert await market.presses(buyer, "Выбрать", on=seen) == (
        "Продавец изменил этот отклик. Посмотрите новые условия и выберите его снова, если они подходят."
    )
    assert f"Цена: 6{NBSP}000{NBSP}₽" in buyer.message(seen.id).text
    assert await orders_placed(market) == 0


async def test_a_withdrawn_response_can_not_be_chosen_and_comes_back(
    market: Market, seller: Person, buyer: Person
) -> None:
    """An unpaid order of it ends with it; the seller may respond anew."""
    await publishes(market, buyer)
    page = await responds(market, seller)
    await picks(market, buyer)
    await market.presses(seller, "Отозвать", on=page)
    assert await market.presses(seller, "Да, отозвать", on=page) == "Отклик отозван"
    assert "Отменён" in buyer.find("Заказ №1\n").text
    assert await forges(market, buyer, "xp:1:sure:2") == "Этот отклик отозван."
    await responds(market, seller, "4700")
    assert "1. Сергей" in (await compares(market, buyer)).text
    async with market.app.database.read() as unit:
        assert len(await unit.responses.of_request(1)) == 1


async def test_the_buyer_hears_that_the_chosen_response_is_withdrawn(
    market: Market, seller: Person, buyer: Person
) -> None:
    """With what has become of the order, and a way on."""
    await publishes(market, buyer)
    page = await responds(market, seller)
    await responds(market, market.person("Вера"))
    await picks(market, buyer)
    market.mark()
    await market.presses(seller, "Отозвать", on=page)
    await market.presses(seller, "Да, отозвать", on=page)
    assert market.heard(buyer) == [
        (
            f"Сергей отзывает выбранный вами отклик на запрос «{TITLE}». Заказ №1 отменён. "
            "Запрос открыт: можно выбрать другой отклик или дождаться новых."
        )
    ]
    assert labels(buyer.last) == ["Отклики (1)", "Открыть запрос"]
    assert ENDED in buyer.find("Заказ №1\n").text


async def test_the_buyer_hears_that_the_chosen_response_is_changed(
    market: Market, seller: Person, buyer: Person
) -> None:
    """Its order was made of what is no longer offered; the new terms can be chosen."""
    await publishes(market, buyer)
    page = await responds(market, seller)
    await picks(market, buyer)
    market.mark()
    await market.presses(seller, "Изменить отклик", on=page)
    await market.presses(seller, "Срок", on=seller.last)
    await market.says(seller, "5")
    await market.presses(seller, "Сохранить", on=seller.last)
    assert market.heard(buyer) == [
        (
            f"Сергей меняет отклик на запрос «{TITLE}»: теперь 4{NBSP}500{NBSP}₽, срок 5 дней. "
            "Заказ №1 по прежним условиям отменён."
        )
    ]
    assert ENDED in buyer.find("Заказ №1\n").text
    assert await picks(market, buyer) == "Осталось проверить заказ и подтвердить его"


async def test_a_response_to_a_closed_request_is_shown_back(market: Market, seller: Person, buyer: Person) -> None:
    """One clear sentence, and nothing of what was written is lost."""
    page = await publishes(market, buyer)
    preview = await writes(market, seller)
    await market.presses(buyer, "Закрыть запрос", on=page)
    assert await market.presses(buyer, "Да, закрыть", on=page) == "Запрос закрыт"
    assert await market.presses(seller, "Отправить отклик", on=preview) == OVER
    shown = seller.message(preview.id)
    assert shown.text == f"{OVER}\nОтклик не отправлен. Вот что вы написали, текст можно скопировать:\n{MESSAGE}"
    assert labels(shown) == ["Скопировать текст", "Все запросы"]
    async with market.app.database.read() as unit:
        assert await unit.responses.of_request(1) == ()


async def test_closing_by_hand_is_told_to_who_has_responded(market: Market, seller: Person, buyer: Person) -> None:
    """Twice changes nothing; it can be created again from its preview."""
    page = await publishes(market, buyer)
    await responds(market, seller)
    market.mark()
    await market.presses(buyer, "Закрыть запрос", on=page)
    await market.presses(buyer, "Да, закрыть", on=page)
    assert await forges(market, buyer, "xr:1:sure") == OVER
    await market.later(5)
    assert market.heard(seller) == [f"Покупатель закрыл запрос «{TITLE}». Посмотрите другие запросы:"]
    await market.presses(buyer, "Создать снова")
    await market.presses(buyer, "Опубликовать")
    assert "Состояние: открыт" in buyer.find("Запрос опубликован.").text


async def test_a_request_is_changed_before_the_first_response_only(
    market: Market, seller: Person, buyer: Person
) -> None:
    """A seller who was writing reads it once more, and sends what fits."""
    page = await publishes(market, buyer)
    preview = await writes(market, seller)
    await market.presses(buyer, "Изменить", on=page)
    await market.presses(buyer, "Бюджет", on=buyer.last)
    await market.says(buyer, "9000")
    await market.presses(buyer, "Сохранить", on=buyer.last)
    assert "Изменения сохранены." in buyer.last.text
    assert (await market.presses(seller, "Отправить отклик", on=preview)).startswith("Пока вы писали")
    assert f"Бюджет: 9{NBSP}000{NBSP}₽" in seller.message(preview.id).text
    await market.presses(seller, "Отправить отклик", on=seller.last)
    assert await forges(market, buyer, "xr:1:edit") == (
        "На запрос уже откликнулись, изменить его нельзя. Можно закрыть его и создать новый."
    )


async def test_a_request_closes_after_fourteen_days(market: Market, seller: Person, buyer: Person) -> None:
    """The buyer is told what to do next, the sellers that nobody was chosen."""
    await publishes(market, buyer)
    await responds(market, seller)
    await market.later(14 * DAY - 5)
    market.mark()
    assert labels(await opens(market, market.person("Вера"))) == ["Откликнуться", "Все запросы"]
    assert (market.heard(buyer), market.heard(seller)) == ([], [])
    await market.later(10)
    await market.later(5)
    (told,) = market.heard(buyer)
    assert told.startswith(f"Запрос «{TITLE}» простоял 14 дней и закрылся. Если работа ещё нужна, создайте его снова")
    assert "Создать снова" in labels(buyer.last)
    assert market.heard(seller) == [
        f"Запрос «{TITLE}» простоял 14 дней и закрылся, никого не выбрали. Посмотрите другие запросы:"
    ]


async def test_an_order_that_waits_keeps_the_request_past_its_days(
    market: Market, seller: Person, buyer: Person
) -> None:
    """Paid in time the choice stands; nobody is told that nobody was chosen."""
    await publishes(market, buyer)
    await responds(market, seller)
    await market.later(14 * DAY - 60)
    await picks(market, buyer)
    market.mark()
    await market.later(3600)
    assert market.heard(seller) == []
    await market.presses(buyer, "Подтвердить заказ")
    await market.later(DAY)
    assert "Заказ №1\n" in market.heard(seller)[0]
    assert "простоял" not in "".join([*market.heard(seller), *market.heard(buyer)])


async def test_five_open_requests_at_most(market: Market, buyer: Person) -> None:
    """One more is refused with what to do."""
    for number in range(5):
        await publishes(market, buyer, f"Запрос {number}")
    await market.says(buyer, "/exchange")
    assert await market.presses(buyer, "Создать запрос", on=buyer.last) == (
        "Открытых запросов может быть не больше 5. Закройте один из своих, чтобы создать новый."
    )


async def test_a_question_and_its_answer_pass_before_any_order(market: Market, seller: Person, buyer: Person) -> None:
    """Words and files; the seller answers once asked, and both can read it again."""
    await publishes(market, buyer)
    page = await responds(market, seller)
    assert "Ответить покупателю" not in labels(page)
    assert (await forges(market, seller, "xp:1:write:1")).startswith("Покупатель пока ничего не спросил.")
    await compares(market, buyer)
    await market.presses(buyer, "1", on=buyer.last)
    await market.presses(buyer, "Задать вопрос", on=buyer.last)
    await market.says(buyer, "Исходники будут?")
    market.mark()
    await market.presses(buyer, "Отправить")
    assert market.heard(seller) == [f"Анна спрашивает о вашем отклике на «{TITLE}»:\n\nИсходники будут?"]
    await market.presses(seller, "Ответить", on=seller.last)
    seller.send_file("photo", "logo.png", logo(width=60, height=40), "Да, вот пример.")
    await market.settled()
    await market.presses(seller, "Отправить")
    heard = buyer.received[-2:]
    assert heard[0].text == f"Сергей отвечает по запросу «{TITLE}»:\n\nДа, вот пример."
    assert heard[1].kind == "photo"
    await market.presses(buyer, "Открыть отклик", on=heard[0])
    await market.presses(buyer, "Переписка", on=buyer.message(heard[0].id))
    assert "Исходники будут?" in buyer.last.text
    assert "Да, вот пример." in buyer.last.text


async def test_a_question_that_was_begun_is_shown_again(market: Market, seller: Person, buyer: Person) -> None:
    """Whoever has looked elsewhere meanwhile sees what «Отправить» would send."""
    await publishes(market, buyer)
    await responds(market, seller)
    await compares(market, buyer)
    await market.presses(buyer, "1", on=buyer.last)
    await market.presses(buyer, "Задать вопрос", on=buyer.last)
    await market.says(buyer, "Исходники будут?", "/exchange")
    await forges(market, buyer, "xp:1:write:1")
    assert "Ваш черновик сохранён" in buyer.last.text
    assert buyer.last.text.endswith("Исходники будут?")
    assert labels(buyer.last) == ["Отправить", "Отмена"]


async def test_pages_of_responses_are_counted(market: Market, buyer: Person) -> None:
    """Ten a page, and how many there are in all."""
    await publishes(market, buyer)
    one = Response(
        id=0, request_id=1, seller_id=0, price=Money(1, "RUB"), term_days=1, message=MESSAGE, made_at=MONDAY_NOON
    )
    async with market.app.database.write() as unit:
        for seller_id in range(5_001, 5_013):
            await unit.responses.add(replace(one, seller_id=seller_id))
    await compares(market, buyer)
    await market.presses(buyer, "Следующие ›", on=buyer.last)
    assert labels(buyer.last)[:2] == ["11", "12"]
    assert buyer.last.text.endswith("Страница 2 из 2, всего 12 откликов")


async def test_subscribers_are_told_at_once(market: Market, seller: Person, buyer: Person) -> None:
    """All or none; not of one's own."""
    for who in (seller, buyer):
        await market.presses_or_says(who, "/exchange")
        await market.presses(who, "Подписка", on=who.last)
        await market.presses(who, "Все запросы", on=who.last)
        assert "Сейчас: все запросы." in who.last.text
        assert labels(who.last) == ["✓ Все запросы", "Без подписки", "Назад"]
    market.mark()
    await publishes(market, buyer)
    await market.later(5)
    (told,) = market.heard(seller)
    assert told.startswith(f"Новый запрос на бирже\n\n{TITLE}")
    assert labels(seller.last) == ["Откликнуться", "Открыть запрос"]
    assert not any(text.startswith("Новый запрос") for text in market.heard(buyer))
    await market.says(seller, "/exchange")
    await market.presses(seller, "Подписка", on=seller.last)
    await market.presses(seller, "Без подписки", on=seller.last)
    market.mark()
    await publishes(market, buyer, "Ещё один логотип")
    await market.later(5)
    assert market.heard(seller) == []


async def test_subscribers_of_a_category(market: Market, seller: Person, buyer: Person) -> None:
    """Chosen ones only; the list is filtered by them too."""
    async with market.app.database.write() as unit:
        await unit.categories.add("Дизайн", "Design")
        await unit.categories.add("Тексты", "Writing")
    other = market.person("Вера")
    for who, category in ((seller, "Дизайн"), (other, "Тексты")):
        await market.presses_or_says(who, "/exchange")
        await market.presses(who, "Подписка", on=who.last)
        await market.presses(who, category, on=who.last)
        assert f"Сейчас: {category}." in who.last.text
    await market.presses_or_says(buyer, "/exchange")
    await market.presses(buyer, "Создать запрос", on=buyer.last)
    await market.says(buyer, TITLE, DESCRIPTION)
    await market.presses(buyer, "Без файлов")
    assert "Такой категории нет" in (await market.says(buyer, "что-то")).text
    await market.presses(buyer, "Дизайн")
    await market.says(buyer, "5000", "10")
    market.mark()
    await market.presses(buyer, "Опубликовать")
    await market.later(5)
    assert len(market.heard(seller)) == 1
    assert market.heard(other) == []
    await market.says(seller, "/exchange")
    await market.presses(seller, "Категория", on=seller.last)
    await market.presses(seller, "Тексты", on=seller.last)
    assert "В этой категории открытых запросов сейчас нет." in seller.last.text


async def test_a_burst_of_requests_floods_nobody(market: Market, seller: Person) -> None:
    """Twenty in a day, then one message that there is more, then none."""
    await market.presses_or_says(seller, "/exchange")
    await market.presses(seller, "Подписка", on=seller.last)
    await market.presses(seller, "Все запросы", on=seller.last)
    async with market.app.database.write() as unit:
        for _ in range(19):
            await unit.subscriptions.count(seller.id, int(market.clock.now()) // DAY)
    buyer = market.person("Анна")
    market.mark()
    for number in range(4):
        await publishes(market, buyer, f"Запрос {number}")
        await market.later(5)
    first, second = market.heard(seller)
    assert first.startswith("Новый запрос на бирже")
    assert second.startswith("Сегодня на бирже появились и другие новые запросы.")


async def test_the_request_of_a_paused_buyer_is_hidden(stars: Market) -> None:
    """And a paused seller can neither respond nor be chosen."""
    seller, buyer = stars.person("Сергей"), stars.person("Анна")
    await publishes(stars, buyer)
    await responds(stars, seller)
    async with stars.app.database.write() as unit:
        person = await unit.people.get(buyer.id)
        assert person is not None
        await unit.people.save(replace(person, standing=Standing.PAUSED), 1)
    await stars.says(seller, "/exchange")
    assert "Открытых запросов сейчас нет." in seller.last.text
    assert await forges(stars, seller, "xr:1:open") == GONE
    await stars.says(buyer, "/exchange")
    stopped = "Оператор приостановил вашу работу на бирже. Причину можно узнать у него."
    assert await stars.presses(buyer, "Создать запрос", on=buyer.last) == stopped
    async with stars.app.database.write() as unit:
        await unit.people.save(person, 1)
        other = await unit.people.get(seller.id)
        assert other is not None
        await unit.people.save(replace(other, standing=Standing.PAUSED), 1)
    assert await forges(stars, seller, "xp:1:edit:1") == stopped
    assert await forges(stars, seller, "xp:1:write:1") == stopped
    assert await forges(stars, buyer, "xp:1:sure:1") == (
        "Продажи этого продавца приостановлены. Решить это может оператор бота."
    )
    assert await orders_placed(stars) == 0


async def test_an_operator_closes_a_request_with_a_reason(stars: Market) -> None:
    """The buyer reads it, and so do those who have responded that it is closed."""
    seller, buyer = stars.person("Сергей"), stars.person("Анна")
    operator = stars.sandbox.people.add("Ольга", person_id=77, language_code="ru")
    await publishes(stars, buyer)
    await responds(stars, seller)
    await opens(stars, operator)
    await stars.presses(operator, "Закрыть с причиной", on=operator.last)
    stars.mark()
    assert "от 10" in (await stars.says(operator, "нет")).text
    await stars.says(operator, "В запросе реклама чужого сервиса.")
    await stars.later(5)
    assert stars.heard(buyer) == [f"Оператор закрыл ваш запрос «{TITLE}». Причина: В запросе реклама чужого сервиса."]
    assert stars.heard(seller) == [f"Оператор закрыл запрос «{TITLE}». Посмотрите другие запросы:"]


async def test_an_order_of_a_request_that_the_operator_closes_is_not_paid(stars: Market) -> None:
    """The invoice that was sent before is refused, and the buyer is told of both."""
    seller, buyer = stars.person("Сергей"), stars.person("Анна")
    operator = stars.sandbox.people.add("Ольга", person_id=77, language_code="ru")
    await publishes(stars, buyer)
    await responds(stars, seller, "450")
    await picks(stars, buyer)
    till = Till(stars)
    invoice = till.invoice(buyer)
    page = await opens(stars, operator)
    await stars.presses(operator, "Закрыть с причиной", on=page)
    stars.mark()
    await stars.says(operator, "В запросе реклама чужого сервиса.")
    assert stars.heard(buyer) == [
        (
            f"Оператор закрыл ваш запрос «{TITLE}». Причина: В запросе реклама чужого сервиса.\n"
            "Неоплаченный заказ №1 по нему отменён."
        )
    ]
    assert ENDED in buyer.find("Заказ №1\n").text
    assert await till.asks(buyer, invoice) == "Заказ уже отменён."
    assert till.fates() == []
    assert await stars.presses(operator, "Закрыть с причиной", on=page) == OVER


async def test_money_for_a_request_that_is_closed_meanwhile_goes_back(stars: Market) -> None:
    """Telegram had its yes before the operator closed it."""
    seller, buyer = stars.person("Сергей"), stars.person("Анна")
    operator = stars.sandbox.people.add("Ольга", person_id=77, language_code="ru")
    await publishes(stars, buyer)
    await responds(stars, seller, "450")
    await picks(stars, buyer)
    till = Till(stars)
    await opens(stars, operator)
    await stars.presses(operator, "Закрыть с причиной", on=operator.last)
    await stars.says(operator, "В запросе реклама чужого сервиса.")
    stars.mark()
    await till.is_paid_all_the_same((buyer, till.invoice(buyer)))
    await stars.later(60)
    assert till.fates() == ["returned"]
    assert not any("оплаченный" in words for words in stars.heard(seller))


async def test_stars_pay_for_the_chosen_response(stars: Market) -> None:
    """As any order; the books are right in the end."""
    seller, buyer = stars.person("Сергей"), stars.person("Анна")
    await publishes(stars, buyer)
    await responds(stars, seller, "450")
    await picks(stars, buyer)
    till = Till(stars)
    assert await till.asks(buyer, till.invoice(buyer)) is None
    assert "Новый оплаченный заказ" in seller.find("Заказ №1\n").text


@pytest.mark.parametrize("standing", [Standing.PAUSED, Standing.BANNED])
async def test_a_seller_whom_the_operator_stops_meanwhile_is_not_paid(stars: Market, standing: Standing) -> None:
    """Nobody would do the work: the invoice is refused, and another response can be chosen."""
    seller, buyer = stars.person("Сергей"), stars.person("Анна")
    await publishes(stars, buyer)
    await responds(stars, seller, "450")
    await picks(stars, buyer)
    async with stars.app.database.write() as unit:
        person = await unit.people.get(seller.id)
        assert person is not None
        await unit.people.save(replace(person, standing=standing), 1)
    till = Till(stars)
    assert await till.asks(buyer, till.invoice(buyer)) == (
        "Продажи этого продавца приостановлены. Решить это может оператор бота."
    )
    assert till.fates() == []
    await stars.presses(buyer, "Отмена", on=buyer.find("Заказ №1\n"))
    await stars.presses(buyer, "Да, отменить")
    await responds(stars, stars.person("Вера"), "400")
    await picks(stars, buyer)
    assert await till.asks(buyer, till.invoice(buyer)) is None


async def test_everything_is_in_english_too(market: Market) -> None:
    """For those whose client isn't Russian."""
    seller, buyer = market.person("John", "en"), market.person("Ann", "en")
    await market.presses_or_says(buyer, "/exchange")
    await market.presses(buyer, "Create a request", on=buyer.last)
    await market.says(buyer, "A logo", DESCRIPTION)
    await market.presses(buyer, "No files")
    await market.presses(buyer, "To be discussed")
    await market.says(buyer, "10")
    await market.presses(buyer, "Publish")
    await market.presses_or_says(seller, "/exchange")
    await market.presses(seller, "A logo", on=seller.last)
    await market.presses(seller, "Respond", on=seller.last)
    await market.says(seller, "4500", "7", MESSAGE)
    await market.presses(seller, "Send the response")
    assert seller.last.text.startswith("The response is sent.")
    assert buyer.last.text.startswith("A new response to the request “A logo”: John")
