"""Inline mode: «@bot words» in any chat."""

from pathlib import Path

import pytest

from sandbox.inline import InlineQuery, InlineResult
from sandbox.person import Person
from tests.acceptance.market import Market, labels, open_market
from tests.acceptance.stages import Deal

NBSP = "\N{NO-BREAK SPACE}"


def offered(query: InlineQuery) -> tuple[InlineResult, ...]:
    """The list above the message field."""
    assert query.answer is not None
    return query.answer.results


def titles(query: InlineQuery) -> list[str]:
    """What the list shows."""
    return [result.look["title"] for result in offered(query)]


def above(query: InlineQuery) -> tuple[str, str]:
    """The button above the list: its label, and what it carries into the bot's chat."""
    assert query.answer is not None
    assert query.answer.button is not None
    return query.answer.button["text"], query.answer.button["start_parameter"]


async def test_somebody_who_has_never_met_the_bot_finds_a_gig_and_opens_it(
    market: Market, seller: Person, buyer: Person
) -> None:
    """The card says what, for how much, how quickly, and how reliable the seller is; its button opens the gig."""
    payload = await market.publishes_gig(seller)

    (found,) = offered(await market.finds(buyer, "логотипы"))

    assert found.look["title"] == "Логотип для кофейни"
    assert found.look["description"] == f"1{NBSP}500{NBSP}₽ · 3 дня · рейтинг: нет данных"
    assert found.content["text"] == (
        f"Логотип для кофейни\n\nЦена: 1{NBSP}500{NBSP}₽\nСрок: 3 дня\nРейтинг ответственности: нет данных"
    )
    assert found.content["link_preview_options"] == {"is_disabled": True}
    ((button,),) = found.content["reply_markup"]["inline_keyboard"]
    assert (button["text"], button["url"]) == ("Открыть", f"https://t.me/vsrok_bot?start={payload}")
    buyer.follow(button["url"])
    await market.settled()
    assert "Нарисую логотип" in buyer.last.text
    assert "Заказать" in labels(buyer.last)


async def test_the_card_tells_the_sellers_rating(market: Market, deal: Deal, buyer: Person) -> None:
    await deal.reaches("completed")

    (found,) = offered(await market.finds(buyer, "логотип"))

    assert found.look["description"].endswith(f"рейтинг: 100{NBSP}%")
    assert f"Рейтинг ответственности: 100{NBSP}% (выполнено заказов: 1, сорвано: 0)" in found.content["text"]


async def test_without_words_all_that_is_on_sale_is_offered_page_by_page(
    market: Market, seller: Person, buyer: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.inline.finding.PAGE", 2)
    for title in ("Первый кворк", "Второй кворк", "Третий кворк"):
        await market.publishes_gig(seller, title=title)

    first = await market.finds(buyer)
    assert first.answer is not None
    second = await market.finds(buyer, offset=first.answer.next_offset)

    assert sorted(titles(first) + titles(second)) == sorted(["Первый кворк", "Второй кворк", "Третий кворк"])
    assert len(offered(first)) == 2
    assert second.answer is not None
    assert second.answer.next_offset == ""
    assert above(first)[0] == "Открыть каталог"


@pytest.mark.parametrize("offset", ["", "x", "-1", "1" * 60, "²"])
async def test_a_forged_offset_is_the_first_page(market: Market, seller: Person, buyer: Person, offset: str) -> None:
    await market.publishes_gig(seller)

    assert titles(await market.finds(buyer, offset=offset)) == ["Логотип для кофейни"]


@pytest.mark.parametrize("words", ["стоматология", "!!! ???", "ж" * 256])
async def test_where_nothing_is_found_the_button_above_says_so_and_leads_on(
    market: Market, seller: Person, buyer: Person, words: str
) -> None:
    await market.publishes_gig(seller)

    query = await market.finds(buyer, words)

    assert offered(query) == ()
    label, payload = above(query)
    assert label == "Ничего не нашлось. Открыть каталог"
    await market.starts(buyer, payload)
    assert buyer.last.text.startswith("Каталог")


async def test_where_nothing_is_on_sale_the_button_above_says_so(market: Market, buyer: Person) -> None:
    assert above(await market.finds(buyer))[0] == "Пока ничего не продаётся. Открыть бота"


async def test_a_paused_gig_is_not_offered(market: Market, seller: Person, buyer: Person) -> None:
    """Once what Telegram still knows of it is over."""
    await market.publishes_gig(seller)
    assert titles(await market.finds(buyer, "логотип")) == ["Логотип для кофейни"]

    await market.presses(seller, "Открыть кворк")
    await market.presses(seller, "Приостановить")
    market.clock.advance(30)

    assert titles(await market.finds(buyer, "логотип")) == []


async def test_everybody_is_answered_in_their_own_language(market: Market, seller: Person, buyer: Person) -> None:
    """The same words of two people are two answers; chosen in «Настройки» goes before the app's language."""
    await market.publishes_gig(seller)
    english = market.person("Boris", "en")
    await market.finds(buyer, "логотип")

    (found,) = offered(await market.finds(english, "логотип"))

    assert found.look["description"] == f"1,500{NBSP}₽ · 3 days · rating: no data"
    assert found.content["reply_markup"]["inline_keyboard"][0][0]["text"] == "Open"


OPERATOR = 1001


async def test_the_banned_are_offered_nothing(tmp_path: Path) -> None:
    """They read why in the bot."""
    async with open_market(tmp_path, admin_ids=str(OPERATOR)) as market:
        operator, seller, buyer = (market.person(name) for name in ("Ольга", "Сергей", "Анна"))
        await market.publishes_gig(seller)
        await market.starts(buyer)
        await market.starts(operator)
        await market.says(operator, "/admin")
        await market.presses(operator, "Найти")
        await market.says(operator, str(buyer.id))
        await market.presses(operator, "Закрыть доступ")
        await market.says(operator, "Спам.")

        query = await market.finds(buyer, "логотип")

        assert offered(query) == ()
        label, payload = above(query)
        assert label == "Доступ закрыт. Узнать почему"
        assert "Причина: Спам." in (await market.starts(buyer, payload)).text


async def test_a_seller_shows_a_gig_in_a_chat_and_it_comes_first(market: Market, seller: Person, buyer: Person) -> None:
    """Also where others sell something of the same name, and have done so well that they stand above."""
    await market.publishes_gig(market.person("Пётр"))
    payload = await market.publishes_gig(seller)
    button = seller.button(seller.last, "Показать в чате")
    chosen = button["switch_inline_query_chosen_chat"]
    assert chosen["query"] == "Логотип для кофейни"
    assert chosen["allow_user_chats"]

    for who in (seller, market.person("Пётр")):
        query = await market.finds(who, chosen["query"])
        assert titles(query) == ["Логотип для кофейни"] * 2
        assert (offered(query)[0].id == payload.removeprefix("k_")) is (who is seller)


async def test_a_paused_gig_is_not_shown_in_chats(market: Market, seller: Person) -> None:
    await market.publishes_gig(seller)
    await market.presses(seller, "Открыть кворк")
    await market.presses(seller, "Приостановить")
    await market.presses(seller, "Ссылка")

    assert "Показать в чате" not in labels(seller.last)
    assert "Поделиться" in labels(seller.last)


async def test_help_tells_of_it_where_it_is_switched_on(market: Market, buyer: Person) -> None:
    assert "наберите @vsrok_bot и что ищете" in (await market.presses_or_says(buyer, "/help")).text
    market.sandbox.world.bot.has_inline = False
    await market.is_down(0)
    assert "@vsrok_bot" not in (await market.says(buyer, "/help")).text


async def test_without_inline_mode_there_is_no_button_for_it(market: Market, seller: Person) -> None:
    """The operator has not switched it on at @BotFather."""
    market.sandbox.world.bot.has_inline = False
    await market.is_down(0)
    await market.publishes_gig(seller)

    assert "Показать в чате" not in labels(seller.last)
    assert "Поделиться" in labels(seller.last)


async def test_a_card_chosen_in_the_bots_own_chat_opens_the_gig(market: Market, seller: Person, buyer: Person) -> None:
    """It is no answer to the form that waits for one."""
    await market.publishes_gig(seller, title="Визитка", questions="Что на визитке?")
    await market.starts(buyer, await market.publishes_gig(seller, title="Вывеска", questions="Какого размера?"))
    await market.presses(buyer, "Заказать")

    query = await market.finds(buyer, "визитка")
    (found,) = offered(query)
    buyer.choose(query, found.id)
    await market.settled()

    assert "Что на визитке?" in buyer.last.text
    assert "Заказать" in labels(buyer.last)
    assert "Принято:\nДва на три метра\n" in (await market.says(buyer, "Два на три метра")).text


async def test_a_sellers_own_card_opens_their_page_of_the_gig(market: Market, seller: Person) -> None:
    await market.publishes_gig(seller)

    query = await market.finds(seller, "логотип")
    seller.choose(query, offered(query)[0].id)
    await market.settled()

    assert "Приостановить" in labels(seller.last)


async def test_a_picture_by_another_bot_is_still_an_answer(market: Market, seller: Person, buyer: Person) -> None:
    """Only the bot's own cards are not."""
    await market.starts(buyer, await market.publishes_gig(seller))
    await market.presses(buyer, "Заказать")

    other = {"id": 7, "is_bot": True, "first_name": "gif", "username": "gif"}
    market.sandbox.world.post(buyer.chat, {"text": "Вот такой", "via_bot": other}, from_bot=False)
    await market.settled()

    assert "Готово" in labels(buyer.last)


async def test_many_gigs_of_one_name_fit_into_one_answer(market: Market, seller: Person) -> None:
    """Telegram takes fifty results: of one's own of exactly this name ten come first, the others as they rank."""
    await market.publishes_gig(seller)
    async with market.app.database.write() as unit:
        first = await unit.gigs.get(1)
        assert first is not None
        for number in range(40):
            await unit.gigs.add(seller.id, f"code{number}", first.terms, 1)

    found = offered(await market.finds(seller, "Логотип для кофейни"))

    assert 20 <= len(found) <= 30
    assert len({result.id for result in found}) == len(found)
