"""Reviews: left once, answered once, read by everybody, hidden by an operator (SPEC 8)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from orders.order import Mood, Review
from sandbox.chats import Message
from sandbox.files import Kind
from sandbox.person import Person
from tests.acceptance.court import STRANGE, Court, open_court
from tests.acceptance.market import DAY, labels
from tests.acceptance.stages import HEADING

WORDS = "Сделано раньше срока, всё понятно."
ANSWER = "Спасибо, приходите ещё."
REASON = "В отзыве чужие личные данные."
LEAVE, RESPOND = "Оставить отзыв", "Ответить на отзыв"


@pytest.fixture
async def court(tmp_path: Path) -> AsyncIterator[Court]:
    """A seller, a buyer and two operators."""
    async with open_court(tmp_path) as opened:
        yield opened


async def leaves(court: Court, mood: str = "Положительный отзыв", words: str = WORDS) -> None:
    """The buyer leaves a review."""
    await court.market.presses(court.buyer, LEAVE)
    await court.market.presses(court.buyer, mood)
    if words:
        await court.market.says(court.buyer, words)
    else:
        await court.market.presses(court.buyer, "Без текста")
    await court.market.presses(court.buyer, "Отправить отзыв")


async def responds(court: Court) -> None:
    """The seller answers it."""
    await court.market.presses(court.seller, RESPOND)
    await court.market.says(court.seller, ANSWER)
    await court.market.presses(court.seller, "Отправить ответ")


async def review(court: Court) -> Review:
    """As it is kept."""
    kept = (await court.order()).review
    assert kept is not None
    return kept


async def finds_order(court: Court, who: Person | None = None) -> Message:
    """An operator opens the order at the desk."""
    operator = who or court.operator
    await court.market.says(operator, "/admin")
    await court.market.presses(operator, "Найти")
    return await court.market.says(operator, "1")


async def gig_page(court: Court, who: Person) -> Message:
    """The page of the gig that was ordered."""
    link = next(message for message in reversed(court.seller.received) if "start=k_" in message.text)
    return await court.market.starts(who, link.text.partition("start=")[2].split()[0])


async def test_a_buyer_leaves_a_review_and_the_seller_answers_it(court: Court) -> None:
    """Asked for when the work is accepted; each looks at it once more before everybody does."""
    await court.reaches("completed")
    market, seller, buyer = court.market, court.seller, court.buyer
    asked = buyer.find("Оставьте отзыв: он поможет другим покупателям и продавцу.")
    assert labels(asked)[0] == LEAVE
    assert LEAVE in labels(court.card(buyer))

    await market.presses(buyer, LEAVE, on=asked)
    assert buyer.last.text == (
        "Как вам заказ №1 «Логотип для кофейни»? Отзыв можно оставить один раз, до 23 декабря, 12:20. Его увидят все."
    )
    assert labels(buyer.last) == ["👍 Положительный отзыв", "👎 Отрицательный отзыв", "Отмена"]
    await market.presses(buyer, "Положительный отзыв")
    async with court.nothing_is_sent(to=seller):
        await market.says(buyer, WORDS)
        assert buyer.last.text == (
            f"Заказ №1. Так отзыв увидят все:\n👍 Положительный отзыв\n{WORDS}\nПодпись: Анна\n\n"
            "Изменить или удалить отзыв потом нельзя. Чтобы поправить его сейчас, пришлите новый текст или фото."
        )
        await market.presses(buyer, "Назад")
        await market.presses(buyer, "Отрицательный отзыв")
        await market.says(buyer, "Долго", "Дольше, чем договорились.")
    market.mark()
    await market.presses(buyer, "Отправить отзыв")
    buyer.find("Спасибо. Отзыв о заказе №1 опубликован.")
    assert court.heard() == (
        ["👎 Анна оставляет отрицательный отзыв. Его видят все. Ответить можно один раз.\n\nДольше, чем договорились."],
        [],
    )
    assert labels(seller.last) == [RESPOND, "Открыть заказ №1"]
    assert LEAVE not in labels(court.card(buyer))
    assert "Отзыв покупателя: 👎 отрицательный" in court.card(seller).text

    await market.presses(seller, RESPOND, on=seller.last)
    async with court.nothing_is_sent(to=buyer):
        await market.says(seller, "Да", ANSWER)
        assert seller.last.text == (
            f"Заказ №1. Так ответ увидят все:\n{ANSWER}\n\n"
            "Изменить ответ потом нельзя. Чтобы поправить его сейчас, пришлите новый текст."
        )
    market.mark()
    await market.presses(seller, "Отправить ответ")
    assert court.heard() == ([], [f"Сергей отвечает на ваш отзыв:\n\n{ANSWER}"])
    assert (await review(court)).answer == ANSWER
    assert RESPOND not in labels(court.card(seller))
    assert await market.presses(seller, RESPOND, on="оставляет отрицательный отзыв") == (
        "Вы уже ответили на этот отзыв. Ответ один и больше не меняется."
    )


@pytest.mark.parametrize(
    ("stage", "ends"),
    [
        ("overdue", ("Отменить заказ",)),
        ("seller asks", ("Причина неуважительная",)),
        ("new", (f"+{DAY}",)),
        ("review", (f"+{4 * DAY}",)),
    ],
)
async def test_an_order_that_was_broken_or_accepted_by_itself_can_be_reviewed(
    court: Court, stage: str, ends: tuple[str, ...]
) -> None:
    """Without a word too."""
    await court.reaches(stage)
    for step in ends:
        await court.does(step)
    assert LEAVE in labels(court.card(court.buyer))
    await leaves(court, "Отрицательный отзыв", "")
    kept = await review(court)
    assert (kept.mood, kept.text, kept.photo) == (Mood.NEGATIVE, "", None)
    assert "Отрицательный отзыв" not in court.seller.last.text
    assert court.seller.last.text.endswith("отрицательный отзыв. Его видят все. Ответить можно один раз.")


async def test_a_photo_comes_with_it_and_is_shown_on_a_press(court: Court) -> None:
    """Its words in the caption; of an album the first; the seller sees it above the news."""
    await court.reaches("completed")
    market, seller, buyer = court.market, court.seller, court.buyer
    await market.presses(buyer, LEAVE)
    await market.presses(buyer, "Положительный отзыв")
    await market.says(buyer, "Без фото")
    buyer.send_file(Kind.PHOTO, "1.jpg", b"first", WORDS)
    await market.settled()
    assert f"\n{WORDS}\n📷 С фото\n" in buyer.last.text
    market.mark()
    await market.presses(buyer, "Отправить отзыв")
    photo, news = seller.received[-2:]
    assert "photo" in photo.body
    assert WORDS in news.text

    page = await gig_page(court, market.person("Вера"))
    assert f"👍 Анна · 23 ноября\n{WORDS}" in page.text
    reader = market.person("Вера")
    await market.presses(reader, "Отзывы: 1")
    assert reader.last.text == (
        f"Отзывы о кворке «Логотип для кофейни»\nОтзывы: 100 % положительных из 1\n\n"
        f"1. 👍 Анна · 23 ноября\nЛоготип для кофейни\n{WORDS}\n📷 С фото\n\n"
        "Кнопка с номером покажет отзыв целиком, с фото."
    ).replace("100 %", "100\N{NO-BREAK SPACE}%")
    await market.presses(reader, "1", on=reader.last)
    whole, picture = reader.received[-2:]
    assert whole.text == f"👍 Анна · 23 ноября\nЛоготип для кофейни\n{WORDS}"
    assert picture.body["photo"] == photo.body["photo"]
    assert labels(whole) == ["О продавце"]
    english = await gig_page(court, market.person("Kate", "en"))
    assert "Responsibility rating: 100% (" in english.text


async def test_the_sellers_page_has_all_reviews_with_their_answers(court: Court) -> None:
    """And the way back; whoever reads them need not have ordered anything."""
    await court.reaches("completed")
    await leaves(court)
    await responds(court)
    reader = court.market.person("Вера")
    await gig_page(court, reader)
    await court.market.presses(reader, "О продавце")
    assert "\nОтзывы: 100\N{NO-BREAK SPACE}% положительных из 1\n" in reader.last.text
    await court.market.presses(reader, "Отзывы: 1", on=reader.last)
    assert reader.last.text == (
        "Отзывы о продавце: Сергей\nОтзывы: 100\N{NO-BREAK SPACE}% положительных из 1\n\n"
        f"1. 👍 Анна · 23 ноября\nЛоготип для кофейни\n{WORDS}\n↩️ Ответ продавца:\n{ANSWER}"
    )
    assert labels(reader.last) == ["О продавце"]


async def test_what_a_review_does_not_take_is_refused_and_nothing_is_lost(court: Court) -> None:
    """A video, a sticker, a text of 5,000 characters: one sentence each, and the form stays."""
    await court.reaches("completed")
    market, buyer = court.market, court.buyer
    await market.presses(buyer, LEAVE)
    await market.presses(buyer, "Положительный отзыв")
    await market.says(buyer, WORDS)
    async with court.nothing_is_sent(to=court.seller):
        only_a_photo = "К отзыву можно приложить только одно фото. Пришлите текст или фото."
        for kind in (Kind.VIDEO, Kind.DOCUMENT, Kind.VOICE):
            buyer.send_file(kind, "1.bin", b"content")
            await market.settled()
            assert buyer.last.text == only_a_photo
        buyer.send_sticker()
        await market.settled()
        assert buyer.last.text == only_a_photo
        await market.says(buyer, "я" * 4_000)
        assert buyer.last.text == (
            "Текст может быть не длиннее 1 000 символов, сейчас в нём 4 000. Сократите его."
        ).replace("1 000", "1\N{NO-BREAK SPACE}000").replace("4 000", "4\N{NO-BREAK SPACE}000")
    await market.presses(buyer, "Отправить отзыв")
    assert (await review(court)).text == WORDS


async def test_a_review_is_left_once_and_in_time_and_by_the_buyer(court: Court) -> None:
    """A stranger, the seller, a second time, another day too late, an old preview."""
    await court.reaches("completed")
    market, seller, buyer = court.market, court.seller, court.buyer
    stranger = market.person("Вера")
    await market.starts(stranger)
    forged = buyer.button(court.card(buyer), LEAVE)["callback_data"]
    await market.presses(buyer, LEAVE)
    await market.presses(buyer, "Отрицательный отзыв")
    await market.says(buyer, WORDS)
    await market.later(30 * DAY)
    late = "Отзыв можно оставить в течение 30 дней после завершения заказа. Этот срок прошёл."
    async with court.nothing_happens():
        assert await court.forges(seller, forged) == "Это решает другая сторона заказа."
        assert await court.forges(stranger, forged) == STRANGE
        assert await market.presses(buyer, "Отправить отзыв") == late
        assert await court.forges(buyer, forged) == late


async def test_a_second_review_changes_nothing(court: Court) -> None:
    """From the old news and from a preview that was open before."""
    await court.reaches("completed")
    await leaves(court)
    once = "Отзыв об этом заказе уже есть. Он один и больше не меняется."
    async with court.nothing_happens():
        assert await court.market.presses(court.buyer, LEAVE, on="Оставьте отзыв") == once


@pytest.mark.parametrize("stage", ["work", "cancelled"])
async def test_an_order_that_is_open_or_does_not_count_is_not_reviewed(court: Court, stage: str) -> None:
    """The button is not there; who forges it is told why."""
    await court.reaches(stage)
    order = await court.order()
    assert LEAVE not in labels(court.card(court.buyer))
    expected = {
        "work": "Заказ уже в работе.",
        "cancelled": "Отзыв можно оставить о выполненном заказе или о заказе, который сорвал продавец. "
        "Этот заказ к ним не относится.",
    }
    async with court.nothing_happens():
        assert await court.forges(court.buyer, f"o:1:review:{order.turn}:c") == expected[stage]


async def test_an_operator_hides_a_review_and_shows_it_again(court: Court) -> None:
    """Both sides read why; it counts nowhere and nobody else sees it, until it is shown again."""
    await court.reaches("completed")
    await leaves(court)
    market, operator, reader = court.market, court.operator, court.market.person("Вера")
    await finds_order(court)
    assert WORDS in operator.last.text
    await market.presses(operator, "Скрыть отзыв")
    await market.says(operator, "Плохой")
    assert operator.last.text.startswith("Нужно объяснение от 10 до")
    async with court.nothing_happens():
        await market.says(operator, REASON)
        assert "Отзыв никто не увидит, и он не будет учитываться." in operator.last.text
    await market.presses(operator, "Да, скрыть")
    assert court.heard() == (
        [f"Оператор скрыл отзыв об этом заказе: другие его больше не видят. Причина:\n\n{REASON}"],
        [f"Оператор скрыл ваш отзыв: другие его больше не видят. Причина:\n\n{REASON}"],
    )
    page = await gig_page(court, reader)
    assert WORDS not in page.text
    assert not any("Отзывы" in label for label in labels(page))
    press = reader.press(page, data="rv:1")
    await market.settled()
    assert press.answer is not None
    assert press.answer.text == "Такого отзыва нет, или он скрыт."
    async with court.nothing_happens():
        assert await market.presses(court.seller, RESPOND) == "Этот отзыв скрыт оператором: его никто не видит."
        assert await market.presses(operator, "Скрыть отзыв") == "Этот отзыв скрыт оператором: его никто не видит."

    await finds_order(court, court.second)
    await market.presses(court.second, "Показать отзыв")
    market.mark()
    await market.presses(court.second, "Да, показать")
    assert court.heard() == (["Отзыв об этом заказе снова видят все."], ["Ваш отзыв снова видят все."])
    assert WORDS in (await gig_page(court, reader)).text
    await responds(court)


async def test_only_an_operator_hides_and_not_in_their_own_order(court: Court) -> None:
    """Forged by a side; and by an operator who has become one."""
    await court.reaches("completed")
    await leaves(court)
    async with court.nothing_happens():
        for data in ("av:1:hide", "av:1:void", "av:1:show", "av:1:count"):
            assert await court.forges(court.seller, data) == "Эта кнопка больше не действует. Откройте /start."
    own = Court(court.market, court.operator, court.market.person("Вера"), court.operator, court.second)
    payload = await court.market.publishes_gig(court.operator, questions="", title="Визитка")
    await court.market.starts(own.buyer, payload)
    await court.market.presses(own.buyer, "Заказать")
    await court.market.presses(own.buyer, "Подтвердить заказ")
    await own.market.presses(court.operator, "Приступаю к работе")
    await own.market.delivers(court.operator)
    await own.market.presses(own.buyer, "Принять работу")
    await court.market.says(court.operator, "/admin")
    await court.market.presses(court.operator, "Найти")
    await court.market.says(court.operator, "2")
    refused = "Это ваш собственный заказ: такое решает другой оператор."
    assert await court.market.presses(court.operator, "Не учитывать в рейтинге") == refused


async def test_the_form_outlives_a_restart_and_is_left_by_a_button(court: Court) -> None:
    """Nothing gathered is lost; «Отмена» sends nothing."""
    await court.reaches("completed")
    market, buyer = court.market, court.buyer
    await market.presses(buyer, LEAVE)
    await market.presses(buyer, "Положительный отзыв")
    await market.says(buyer, WORDS)
    await market.is_down(60)
    await market.presses(buyer, "Отправить отзыв")
    assert (await review(court)).text == WORDS
    await market.presses(court.seller, RESPOND)
    async with court.nothing_is_sent(to=buyer):
        await market.presses(court.seller, "Отмена")
    assert court.seller.last.text == "Ответ на отзыв о заказе №1 не отправлен."


async def test_the_history_and_the_files_tell_of_reviews(court: Court) -> None:
    """Who reads the order later reads them, too."""
    await court.reaches("completed")
    await leaves(court)
    await responds(court)
    await court.market.presses(court.buyer, "История", on=court.card(court.buyer))
    told = court.buyer.last.text
    assert f"Покупатель оставил положительный отзыв\n{WORDS}" in told
    assert f"Продавец ответил на отзыв\n{ANSWER}" in told


async def test_reviews_of_people_who_are_gone_stay(court: Court) -> None:
    """The buyer has blocked the bot since."""
    await court.reaches("completed")
    await leaves(court)
    court.buyer.block()
    await court.market.settled()
    assert WORDS in (await gig_page(court, court.market.person("Вера"))).text


async def test_many_reviews_stand_on_pages(court: Court) -> None:
    """Five a page, newest first, turned in place."""
    await court.reaches("completed")
    async with court.market.app.database.write() as unit:
        order = await unit.orders.get(1)
        assert order is not None
        for number in range(7):
            said = Review(mood=Mood(("positive", "negative")[number % 2]), text=f"Отзыв {number}.", left_at=number)
            await unit.orders.add(replace(order, review=said))
    reader = court.market.person("Вера")
    await gig_page(court, reader)
    await court.market.presses(reader, "Отзывы: 7")
    first = reader.last
    assert [line for line in first.text.split("\n") if line.startswith("Отзыв ")] == [
        f"Отзыв {number}." for number in (6, 5, 4, 3, 2)
    ]
    assert "Отзывы: 57\N{NO-BREAK SPACE}% положительных из 7" in first.text
    court.market.mark()
    await court.market.presses(reader, "Следующие", on=first)
    assert "7. 👍 Анна" in reader.message(first.id).text
    assert HEADING not in reader.message(first.id).text
    assert court.market.heard(reader) == []
