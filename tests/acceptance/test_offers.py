"""«Индивидуальное предложение»: for one person, ordered at most once (SPEC 9; issue 6, point 4)."""

import re
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.chats import Message
from sandbox.person import Person
from tests.acceptance.market import DAY, HOUR, MONDAY_NOON, Market, labels, open_market
from tests.acceptance.paying import Till
from tests.acceptance.stages import Deal, date_times

TITLE = "Логотип и вывеска"
DESCRIPTION = "Логотип в трёх вариантах и вывеска два на один метр."
NBSP = "\N{NO-BREAK SPACE}"
STRANGERS = "Это предложение сделано для другого человека. Попросите продавца сделать такое же для вас."
#: The buyer’s buttons while it stands, and once it is over.
CHOICE, OVER = ["Заказать", "Отказаться", "О продавце"], ["О продавце"]
EXPIRED = "Срок этого предложения вышел. Попросите продавца прислать новое."


@pytest.fixture
async def stars(tmp_path: Path) -> AsyncIterator[Market]:
    """A market where the bot holds the money."""
    async with open_market(tmp_path, payments="stars") as market:
        yield market


async def writes(market: Market, seller: Person, price: str = "5000") -> Message:
    """The four parts; gives the preview."""
    return await market.says(seller, TITLE, DESCRIPTION, price, "5")


async def makes(market: Market, seller: Person, *, price: str = "5000", days: str = "") -> str:
    """From «Мои кворки»; gives the link's payload."""
    await market.presses_or_says(seller, "/gigs")
    await market.presses(seller, "Индивидуальное предложение")
    await market.presses(seller, "Сделать предложение")
    await writes(market, seller, price)
    if days:
        await market.presses(seller, days)
    await market.presses(seller, "Создать ссылку")
    return payload_of(seller.last)


def payload_of(message: Message) -> str:
    """What the link in a message carries."""
    found = re.search(r"start=(o_[\w-]+)", message.text)
    assert found is not None, message.text
    return found[1]


async def sellers_line(market: Market, seller: Person) -> str:
    """How the newest offer stands, in the seller's list."""
    await market.says(seller, "/gigs")
    await market.presses(seller, "Индивидуальное предложение", on=seller.last)
    return next(line for line in seller.last.text.split("\n") if line.startswith("1. "))


async def opens_own(market: Market, seller: Person) -> None:
    """The newest, from the list."""
    await sellers_line(market, seller)
    await market.presses(seller, TITLE, on=seller.last)


async def withdraws(market: Market, seller: Person) -> str:
    """The newest; gives the short answer."""
    await opens_own(market, seller)
    await market.presses(seller, "Отозвать", on=seller.last)
    return await market.presses(seller, "Да, отозвать", on=seller.last)


async def test_from_the_first_word_to_the_paid_order(market: Market, seller: Person, buyer: Person) -> None:
    """The seller writes four parts, the buyer sees who, what, price, term and rating, and orders without a question."""
    await market.starts(seller)
    await market.says(seller, "/gigs")
    await market.presses(seller, "Индивидуальное предложение")
    assert "заказать по ней можно один раз" in seller.last.text
    await market.presses(seller, "Сделать предложение")
    assert "Шаг 1 из 4" in seller.last.text
    preview = await writes(market, seller)
    assert preview.text.startswith("Предложение для одного человека")
    assert preview.text.endswith("Предложение действует 7 дней, срок можно поменять кнопкой.")
    await market.presses(seller, "Создать ссылку")
    assert seller.last.text.startswith("Предложение готово.")
    assert labels(seller.last)[:2] == ["Скопировать ссылку", "Поделиться"]
    payload = payload_of(seller.last)

    page = await market.starts(buyer, payload)
    for words in (
        "Индивидуальное предложение\n\nЛоготип и вывеска",
        "Продавец: Сергей",
        "Рейтинг ответственности: нет данных",
        f"Цена: 5{NBSP}000{NBSP}₽",
        "Срок: 5 дней",
        DESCRIPTION,
    ):
        assert words in page.text
    assert ("30 ноября, 12:00", MONDAY_NOON + 7 * DAY, "wDt") in date_times(page)
    assert labels(page) == CHOICE
    assert await sellers_line(market, seller) == f"1. {TITLE} — 5{NBSP}000{NBSP}₽, открыто: Анна"

    assert await market.presses(buyer, "Заказать") == "Осталось проверить заказ и подтвердить его"
    assert "По этому предложению оформлен заказ №1." in buyer.message(page.id).text
    card = buyer.find("Заказ №1\n")
    assert "Статус: Ожидает оплаты" in card.text
    market.mark()
    assert "открыто: Анна" in await sellers_line(market, seller)
    await market.presses(buyer, "Подтвердить заказ")
    told = seller.find("Заказ №1\n").text
    assert "Новый оплаченный заказ" in told
    assert TITLE in told
    assert "заказ №1" in await sellers_line(market, seller)
    await market.starts_work(seller)
    await market.delivers(seller)
    await market.presses(buyer, "Принять работу")
    assert "Статус: Выполнен" in buyer.find("Заказ №1\n").text


async def test_a_second_person_learns_nothing(market: Market, seller: Person, buyer: Person) -> None:
    """One sentence, whatever has become of it; the first keeps it."""
    payload = await makes(market, seller)
    await market.starts(buyer, payload)
    other = market.person("Вера")
    assert (await market.starts(other, payload)).text == STRANGERS
    await market.presses(buyer, "Заказать")
    assert (await market.starts(other, payload)).text == STRANGERS
    await market.later(8 * DAY)
    assert (await market.starts(other, payload)).text == STRANGERS
    for press in ("of:1:order", "of:1:look", "of:1:no", "of:1:never", "of:1:open", "of:1:sure", "of:1:again"):
        pressed = other.press(other.last, data=press)
        await market.settled()
        assert pressed.answer is not None
        assert pressed.answer.text == "Такого предложения нет. Проверьте ссылку или спросите продавца."
    async with market.app.database.read() as unit:
        assert await unit.orders.get(2) is None


async def test_a_code_that_does_not_exist_says_so(market: Market, seller: Person) -> None:
    """As any bad link."""
    no_such = "Такого предложения нет. Проверьте ссылку или спросите продавца."
    for payload in ("o_", "o_nothing", "o_" + "x" * 60):
        assert (await market.starts(seller, payload)).text == no_such


async def test_the_seller_sees_their_own_screen_of_it(market: Market, seller: Person, buyer: Person) -> None:
    """By the link too; it does not become the seller's."""
    payload = await makes(market, seller)
    own = await market.starts(seller, payload)
    assert "ссылку ещё не открывали" in own.text
    assert "Отозвать" in labels(own)
    assert labels(await market.starts(buyer, payload)) == CHOICE


async def test_the_link_says_whose_it_is(market: Market, seller: Person, buyer: Person) -> None:
    """Nobody's yet, the first may take it; afterwards it is of no use to send it to somebody else."""
    payload = await makes(market, seller)
    assert "достанется тому, кто откроет её первым" in seller.last.text
    await market.starts(buyer, payload)
    await opens_own(market, seller)
    assert "По этой ссылке предложение увидит только Анна." in seller.last.text
    assert "первым" not in seller.last.text


async def test_the_buyer_looks_at_the_seller_who_has_no_gigs(market: Market, seller: Person, buyer: Person) -> None:
    """Before they order."""
    await market.starts(buyer, await makes(market, seller))
    await market.presses(buyer, "О продавце")
    assert buyer.last.text.startswith("Сергей\nРейтинг ответственности: нет данных")


async def test_its_review_does_not_tell_others_what_was_agreed(market: Market, seller: Person, buyer: Person) -> None:
    """The title was for one person."""
    await market.starts(buyer, await makes(market, seller))
    await market.presses(buyer, "Заказать")
    await market.presses(buyer, "Подтвердить заказ")
    await market.starts_work(seller)
    await market.delivers(seller)
    await market.presses(buyer, "Принять работу")
    await market.presses(buyer, "Оставить отзыв")
    await market.presses(buyer, "Положительный отзыв")
    await market.says(buyer, "Всё хорошо. " * 40)
    await market.presses(buyer, "Отправить отзыв")
    other = market.person("Вера")
    await market.starts(other, await market.publishes_gig(seller, title="Визитка"))
    await market.presses(other, "О продавце")
    await market.presses(other, "Отзывы: 1")
    await market.presses(other, "1", on=other.last)
    shown = [message.text for message in other.received[-2:]]
    assert all("\nПо индивидуальной договорённости\n" in text for text in shown)
    assert TITLE not in "".join(shown)


async def test_two_taps_place_one_order(market: Market, seller: Person, buyer: Person) -> None:
    """The second finds it; so does the link, and after the payment nothing else can be done with it."""
    payload = await makes(market, seller)
    page = await market.starts(buyer, payload)
    presses = [buyer.press(page, "Заказать"), buyer.press(page, "Заказать")]
    await market.settled()
    told = [press.answer.text for press in presses if press.answer is not None]
    assert told == ["Осталось проверить заказ и подтвердить его", "Заказ №1 уже оформлен, осталось подтвердить"]
    await market.presses(buyer, "Подтвердить заказ")
    assert labels(await market.starts(buyer, payload)) == ["Открыть заказ №1"]
    pressed = buyer.press(page, data="of:1:order")
    await market.settled()
    assert pressed.answer is not None
    assert pressed.answer.text == "По этому предложению уже есть заказ №1"
    async with market.app.database.read() as unit:
        assert await unit.orders.get(2) is None


@pytest.mark.parametrize("how", ["lapses", "is dropped"])
async def test_an_order_that_is_not_paid_leaves_the_offer_open(
    market: Market, seller: Person, buyer: Person, how: str
) -> None:
    """Opened again it can be ordered anew, once more and not twice."""
    payload = await makes(market, seller)
    await market.starts(buyer, payload)
    await market.presses(buyer, "Заказать")
    if how == "lapses":
        await market.later(DAY)
    else:
        await market.presses(buyer, "Отмена", on=buyer.find("Заказ №1\n"))
        await market.presses(buyer, "Да, отменить")
    assert labels(await market.starts(buyer, payload)) == CHOICE
    await market.presses(buyer, "Заказать", on=buyer.last)
    await market.presses(buyer, "Подтвердить заказ")
    assert "Заказ №2\n" in seller.last.text
    assert "заказ №2" in await sellers_line(market, seller)


async def test_an_offer_expires(market: Market, seller: Person, buyer: Person) -> None:
    """By its own days; whoever opens it later, and who had it open, read so. The seller can offer it again."""
    payload = await makes(market, seller, days="1 день")
    page = await market.starts(buyer, payload)
    await market.later(DAY - 1)
    assert labels(await market.starts(buyer, payload)) == CHOICE
    await market.later(1)
    assert await market.presses(buyer, "Заказать", on=page) == EXPIRED
    assert labels(buyer.message(page.id)) == OVER
    assert (await market.starts(buyer, payload)).text.endswith(EXPIRED)
    assert "срок вышел" in await sellers_line(market, seller)
    await opens_own(market, seller)
    await market.presses(seller, "Предложить снова")
    await market.presses(seller, "Создать ссылку")
    assert labels(await market.starts(buyer, payload_of(seller.last))) == CHOICE


async def test_a_link_that_nobody_has_opened_in_time_becomes_nobodys(
    market: Market, seller: Person, buyer: Person
) -> None:
    """It says so to everybody."""
    payload = await makes(market, seller)
    await market.later(7 * DAY)
    for who in (buyer, market.person("Вера")):
        assert (await market.starts(who, payload)).text == EXPIRED
    assert "срок вышел" in await sellers_line(market, seller)


async def test_an_order_placed_in_time_can_be_paid_after_the_offers_days(
    market: Market, seller: Person, buyer: Person
) -> None:
    """The order's own 24 hours count from then on."""
    payload = await makes(market, seller, days="1 день")
    await market.starts(buyer, payload)
    await market.later(DAY - HOUR)
    await market.presses(buyer, "Заказать")
    await market.later(2 * HOUR)
    await market.presses(buyer, "Подтвердить заказ")
    assert "Новый оплаченный заказ" in seller.last.text


async def test_the_seller_withdraws(market: Market, seller: Person, buyer: Person) -> None:
    """The buyer is told; the page and the link say so; twice changes nothing."""
    payload = await makes(market, seller)
    page = await market.starts(buyer, payload)
    market.mark()
    assert await withdraws(market, seller) == "Предложение отозвано"
    assert "отозвано" in seller.last.text
    told = f"Сергей больше не предлагает «{TITLE}»: предложение отозвано. Платить по нему ничего не нужно."
    assert market.heard(buyer) == [told]
    assert labels(buyer.last) == OVER
    assert await market.presses(buyer, "Заказать", on=page) == "Это предложение отозвано."
    assert buyer.message(page.id).text.endswith("Продавец отозвал это предложение.")
    pressed = seller.press(seller.last, data="of:1:sure")
    await market.settled()
    assert pressed.answer is not None
    assert pressed.answer.text == "Это предложение отозвано."
    assert market.heard(buyer) == [told]
    other = market.person("Вера")
    assert (await market.starts(other, payload)).text == STRANGERS


async def test_an_offer_withdrawn_unopened_is_over_for_everybody(market: Market, seller: Person, buyer: Person) -> None:
    """Nobody is told, there being nobody."""
    payload = await makes(market, seller)
    await withdraws(market, seller)
    assert (await market.starts(buyer, payload)).text == "Это предложение отозвано."


async def test_withdrawn_while_the_buyer_pays_the_invoice_is_refused(stars: Market) -> None:
    """No money moves: the order has ended with its offer, and Telegram is told no."""
    seller, buyer, till = stars.person("Сергей"), stars.person("Анна"), Till(stars)
    payload = await makes(stars, seller, price="100")
    await stars.starts(buyer, payload)
    await stars.presses(buyer, "Заказать")
    invoice = till.invoice(buyer)
    assert await withdraws(stars, seller) == "Предложение отозвано"
    assert "Продавец отозвал предложение" in buyer.find("Заказ №1\n").text
    assert await till.asks(buyer, invoice) == "Заказ уже отменён."
    assert till.fates() == []


async def test_money_on_its_way_when_the_offer_is_withdrawn_comes_back(stars: Market) -> None:
    """The yes was said a moment before: what arrives has nothing to buy and is given back."""
    seller, buyer, till = stars.person("Сергей"), stars.person("Анна"), Till(stars)
    payload = await makes(stars, seller, price="100")
    await stars.starts(buyer, payload)
    await stars.presses(buyer, "Заказать")
    before, invoice = buyer.chat.stars, till.invoice(buyer)
    await withdraws(stars, seller)
    await till.is_paid_all_the_same((buyer, invoice))
    assert (till.fates(), buyer.chat.stars) == (["returned"], before)


async def test_with_stars_the_offer_is_paid_as_any_order(stars: Market) -> None:
    """The invoice comes with the order; a paid one can't be withdrawn any more."""
    seller, buyer = stars.person("Сергей"), stars.person("Анна")
    payload = await makes(stars, seller, price="100")
    await stars.starts(buyer, payload)
    await stars.presses(buyer, "Заказать")
    await stars.pays(buyer)
    assert "Новый оплаченный заказ" in seller.last.text
    pressed = seller.press(seller.last, data="of:1:sure")
    await stars.settled()
    assert pressed.answer is not None
    assert pressed.answer.text == "По этому предложению уже оформлен заказ."
    await opens_own(stars, seller)
    assert "Отозвать" not in labels(seller.last)
    assert "Открыть заказ №1" in labels(seller.last)


async def test_the_buyer_declines_and_the_seller_is_told(market: Market, seller: Person, buyer: Person) -> None:
    """After a yes to the question; it is over then, for the buyer too."""
    payload = await makes(market, seller)
    page = await market.starts(buyer, payload)
    await market.presses(buyer, "Отказаться")
    assert "Продавец узнает об этом" in buyer.last.text
    await market.presses(buyer, "Назад")
    assert labels(buyer.last) == CHOICE
    await market.presses(buyer, "Отказаться")
    market.mark()
    await market.presses(buyer, "Да, отказаться")
    assert market.heard(seller) == [f"Анна: отказ от предложения «{TITLE}»."]
    assert buyer.message(page.id).text.endswith("Если передумали, попросите продавца прислать новое.")
    assert labels(buyer.message(page.id)) == OVER
    pressed = buyer.press(page, data="of:1:order")
    await market.settled()
    assert pressed.answer is not None
    assert pressed.answer.text == "От этого предложения отказались. Его можно сделать заново."
    assert "отказ: Анна" in await sellers_line(market, seller)


async def test_from_an_order_it_is_for_that_buyer(deal: Deal) -> None:
    """The buyer has it at once, in a message with the buttons; nobody else can take it by the link."""
    market, seller, buyer = deal.market, deal.seller, deal.buyer
    await market.new_order(seller, buyer)
    await market.presses(seller, "Индивидуальное предложение", on=deal.card(seller))
    assert "Предложение для: Анна" in seller.last.text
    await writes(market, seller)
    market.mark()
    await market.presses(seller, "Отправить: Анна")
    assert "Предложение отправлено: Анна." in seller.last.text
    (page,) = market.heard(buyer)
    assert page.startswith(f"Индивидуальное предложение\n\n{TITLE}")
    assert "отправлено: Анна" in await sellers_line(market, seller)
    await opens_own(market, seller)
    assert (await market.starts(market.person("Вера"), payload_of(seller.last))).text == STRANGERS
    await market.presses(buyer, "Заказать")
    await market.presses(buyer, "Подтвердить заказ")
    assert "Заказ №2\n" in seller.find("Новый оплаченный заказ").text


async def test_a_form_begun_for_a_buyer_leads_back_to_the_order(deal: Deal) -> None:
    """«Отмена» and a restart in the middle lose nothing that was sent."""
    market, seller, buyer = deal.market, deal.seller, deal.buyer
    await market.new_order(seller, buyer)
    await market.presses(seller, "Индивидуальное предложение", on=deal.card(seller))
    await market.says(seller, TITLE)
    await market.is_down(HOUR)
    await market.says(seller, DESCRIPTION)
    assert "Шаг 3 из 4" in seller.last.text
    await market.presses(seller, "Отмена", on=seller.last)
    assert "Открыть заказ №1" in labels(seller.last)
    assert not [text for text in market.heard(buyer) if "предложение" in text]


async def test_the_buyer_of_an_order_cannot_make_offers_in_it(deal: Deal) -> None:
    """By a forged button."""
    market, seller, buyer = deal.market, deal.seller, deal.buyer
    await market.new_order(seller, buyer)
    pressed = buyer.press(deal.card(buyer), data="o:1:offer:1:c")
    await market.settled()
    assert pressed.answer is not None
    assert pressed.answer.text == "Это решает другая сторона заказа."


async def test_bad_input_gets_one_sentence_and_the_form_stays(market: Market, seller: Person) -> None:
    """SPEC 11, as for gigs; walking back keeps what was written."""
    await market.presses_or_says(seller, "/gigs")
    await market.presses(seller, "Индивидуальное предложение")
    await market.presses(seller, "Сделать предложение")
    assert "от 3 до 70" in (await market.says(seller, "я" * 4_000)).text
    seller.send_sticker()
    await market.settled()
    assert "нужен текст" in seller.last.text
    await market.says(seller, TITLE)
    assert "от 20 до" in (await market.says(seller, "мало")).text
    await market.says(seller, DESCRIPTION)
    for price in ("0", "1000000000000", "дорого"):
        await market.says(seller, price)
        assert "Шаг" not in seller.last.text
    await market.says(seller, "5000")
    await market.presses(seller, "Назад", on=seller.last)
    assert f"5{NBSP}000" in seller.last.text
    await market.presses(seller, "Оставить как есть", on=seller.last)
    for term in ("0", "61"):
        assert "от 1 до 60" in (await market.says(seller, term)).text
    preview = await market.says(seller, "5")
    await market.presses(seller, "Цена", on=preview)
    preview = await market.says(seller, "4000")
    assert f"4{NBSP}000{NBSP}₽" in preview.text
    await market.presses(seller, "14 дней", on=preview)
    assert "действует 14 дней" in seller.last.text
    pressed = seller.press(seller.last, data=re.sub(r"ofd:\d+", "ofd:99", data_of(seller.last, "14 дней")))
    await market.settled()
    assert pressed.answer is not None
    assert "выберите срок кнопкой" in pressed.answer.text


def data_of(message: Message, label: str) -> str:
    """The data of a button."""
    rows = message.body["reply_markup"]["inline_keyboard"]
    return next(str(button["callback_data"]) for row in rows for button in row if label in button["text"])


async def test_two_taps_on_the_last_button_make_one_offer(market: Market, seller: Person) -> None:
    """The second finds the form closed."""
    await market.presses_or_says(seller, "/gigs")
    await market.presses(seller, "Индивидуальное предложение")
    await market.presses(seller, "Сделать предложение")
    preview = await writes(market, seller)
    seller.press(preview, "Создать ссылку")
    seller.press(preview, "Создать ссылку")
    await market.settled()
    async with market.app.database.read() as unit:
        assert (await unit.offers.of_seller(seller.id, 0, 10)).total == 1


async def test_being_away_or_busy_does_not_touch_offers(market: Market, seller: Person, buyer: Person) -> None:
    """The seller has agreed to this very one (decision 27)."""
    payload = await makes(market, seller)
    await market.says(seller, "/gigs")
    await market.presses(seller, "Приём заказов", on=seller.last)
    await market.presses(seller, "Не принимаю заказы до …")
    await market.presses(seller, "14 дней", on=seller.last)
    await market.starts(buyer, payload)
    await market.presses(buyer, "Заказать")
    await market.presses(buyer, "Подтвердить заказ")
    assert "Новый оплаченный заказ" in seller.last.text


async def test_offers_of_a_seller_whom_the_operator_has_paused_cannot_be_ordered(tmp_path: Path) -> None:
    """Nor made, which is said before anything is written; when they may sell again, the offer stands as it did."""
    stopped = "Продажи этого продавца приостановлены. Решить это может оператор бота."
    async with open_market(tmp_path, admin_ids="99") as market:
        seller, buyer = market.person("Сергей"), market.person("Анна")
        operator = market.sandbox.people.add("Олег", person_id=99)
        payload = await makes(market, seller)
        await market.starts(buyer, payload)
        await market.says(seller, "/gigs")
        await market.presses(seller, "Индивидуальное предложение", on=seller.last)
        await market.presses(seller, "Сделать предложение", on=seller.last)
        written = await writes(market, seller)
        await market.starts(operator)
        await market.says(operator, "/admin")
        await market.presses(operator, "Найти")
        await market.says(operator, "Сергей")
        await market.presses(operator, "Приостановить продажи")
        await market.says(operator, "Жалобы покупателей")
        assert await market.presses(buyer, "Заказать") == stopped
        assert await market.presses(seller, "Создать ссылку", on=written) == stopped
        await opens_own(market, seller)
        assert await market.presses(seller, "Все предложения", on=seller.last) == ""
        assert await market.presses(seller, "Сделать предложение", on=seller.last) == stopped
        await market.presses(operator, "Снять ограничения")
        await market.presses(buyer, "Заказать")
        assert "Статус: Ожидает оплаты" in buyer.find("Заказ №1\n").text


async def test_both_read_their_own_language(market: Market, seller: Person) -> None:
    """The words of the offer stay as they were written."""
    kate = market.person("Kate", "en")
    payload = await makes(market, seller)
    page = await market.starts(kate, payload)
    assert page.text.startswith("Individual offer\n\nЛоготип и вывеска")
    assert labels(page) == ["Order", "Decline", "About the seller"]


async def test_the_list_has_pages(market: Market, seller: Person) -> None:
    """Eight a page, newest first."""
    for _ in range(9):
        await makes(market, seller)
    await market.says(seller, "/gigs")
    await market.presses(seller, "Индивидуальное предложение", on=seller.last)
    assert labels(seller.last).count(TITLE) == 8
    await market.presses(seller, "›", on=seller.last)
    assert "\n9. " in seller.last.text
    assert labels(seller.last).count(TITLE) == 1
