"""«Предложить опции»: paid extra work on an order (SPEC 5)."""

import pytest

from orders.agreeing import OPEN_OPTIONS_MAX
from tests.acceptance.market import DAY, labels
from tests.acceptance.stages import EXPLANATION, HEADING, MINUTE, Deal, buttons

NBSP = "\N{NO-BREAK SPACE}"
LINE = f"Визитка, 500{NBSP}₽, +2 дня"
CLOSED = "Это предложение уже не действует."
MISMATCH = "Требования покупателя не соответствуют описанию кворка"
DAYS_WANTED = "Напишите, сколько дней добавить, числом от 0 до 60."
PRICE_WANTED = "Напишите цену числом. Например: 1500 или 1499,90."


@pytest.mark.parametrize("stage", ["new", "work"])
async def test_the_seller_offers_an_option(deal: Deal, stage: str) -> None:
    """Title, price, days, preview; both cards list it with its buttons, and nothing else has changed."""
    await deal.reaches(stage)
    market, seller = deal.market, deal.seller
    async with deal.nothing_is_sent(to=deal.buyer):
        await market.presses(seller, "Предложить опции", on=deal.card(seller))
        assert seller.last.text == ("Заказ №1. Что вы предлагаете сделать дополнительно? Название от 3 до 70 символов.")
        assert (await market.says(seller, "  Визитка ")).text == (
            "Сколько это стоит? Напишите цену числом, например: 500."
        )
        assert (await market.says(seller, "500 ₽")).text == (
            "Сколько дней добавить к сроку? Число от 0 до 60; 0, если срок тот же."
        )
        preview = await market.says(seller, "+2")
        assert preview.text == f"Заказ №1. Так опцию увидит покупатель:\n➕ Опция: {LINE}"
        assert buttons(preview) == [["(success) Предложить"], ["Назад", "Отмена"]]

    clock = (await deal.order()).clock
    deal.market.mark()
    first, second = await deal.double_taps(seller, "Предложить", on=preview)
    assert (first, second != "") == ("", True)

    assert seller.message(preview.id).text == "Опция по заказу №1 предложена покупателю."
    seller_hears = "Опция предложена покупателю. Она войдёт в цену и срок заказа, когда он её оплатит."
    buyer_hears = (
        "Сергей предлагает дополнительную работу. Оплатите опцию, если согласны: она войдёт в цену и срок заказа."
    )
    assert deal.heard() == ([f"{seller_hears}\n➕ Опция: {LINE}"], [f"{buyer_hears}\n➕ Опция: {LINE}"])
    is_new = stage == "new"
    deal.assert_cards("Не начат" if is_new else "В работе", "offered, new" if is_new else "offered")
    assert [f"➕ Опция: {LINE}" in deal.card(who).text for who in deal.sides] == [True, True]
    assert buttons(deal.buyer.last)[:2] == buttons(deal.card(deal.buyer))[:2]
    assert (await deal.order()).clock == clock


@pytest.mark.parametrize(
    ("before", "wrong", "answer"),
    [
        ((), "ab", "Нужно название от 3 до 70 символов, сейчас в нём 2."),
        ((), "х" * 5000, f"Нужно название от 3 до 70 символов, сейчас в нём 4{NBSP}096."),
        (("Визитка",), "даром", PRICE_WANTED),
        (("Визитка",), "-5", PRICE_WANTED),
        (("Визитка",), "0", f"Цена может быть от 1 до 10{NBSP}000{NBSP}000 ₽. Напишите число из этого промежутка."),
        (
            ("Визитка",),
            "1000000000000",
            f"Цена может быть от 1 до 10{NBSP}000{NBSP}000 ₽. Напишите число из этого промежутка.",
        ),
        (("Визитка", "500"), "61", DAYS_WANTED),
        (("Визитка", "500"), "-1", DAYS_WANTED),
        (("Визитка", "500"), "два", DAYS_WANTED),
    ],
)
async def test_a_wrong_answer_is_asked_again_and_nothing_is_lost(
    deal: Deal, before: tuple[str, ...], wrong: str, answer: str
) -> None:
    """One sentence each, for pictures too; the form goes on from there."""
    await deal.reaches("new")
    await deal.market.presses(deal.seller, "Предложить опции", on=deal.card(deal.seller))
    await deal.market.says(deal.seller, *before)
    deal.market.mark()
    await deal.market.says(deal.seller, wrong)
    assert deal.market.heard(deal.seller)[0] == answer
    deal.seller.send_file("photo", "price.jpg", b"1", "Визитка")
    await deal.market.settled()
    assert deal.seller.last.text == "Здесь нужен текст: напишите ответ словами."
    preview = await deal.market.says(deal.seller, *("Визитка", "500", "2")[len(before) :])
    assert preview.text.endswith(LINE)


async def test_the_form_can_be_gone_back_through_and_left(deal: Deal) -> None:
    """«Назад» to each earlier question, «Отмена» from anywhere."""
    await deal.reaches("new")
    market, seller = deal.market, deal.seller
    async with deal.nothing_is_sent(to=deal.buyer):
        await market.presses(seller, "Предложить опции", on=deal.card(seller))
        await market.says(seller, "Визитка", "500", "2")
        for question in ("Сколько дней добавить", "Сколько это стоит?", "Заказ №1. Что вы предлагаете"):
            await market.presses(seller, "Назад")
            assert question in seller.last.text
        assert labels(seller.last) == ["Отмена"]
        assert (await market.says(seller, "Баннер", "700", "0")).text.endswith(f"Баннер, 700{NBSP}₽, срок тот же")
        await market.presses(seller, "Отмена")
        assert seller.last.text == "Ничего не отправлено. Заказ №1 без изменений."


@pytest.mark.parametrize("stage", ["offered, new", "offered"])
async def test_the_buyer_pays_for_an_option(deal: Deal, stage: str) -> None:
    """Price and term grow, a running due time moves by the extra days; a double tap pays once."""
    await deal.reaches(stage)
    is_new = stage == "offered, new"
    left = await deal.left()
    deal.market.mark()

    assert await deal.double_taps(deal.buyer, "Оплатить опцию", on=deal.buyer.last) == ("Опция оплачена", CLOSED)

    due = "" if is_new else " Новый срок: 28 ноября, 12:00."
    assert deal.heard() == (
        [f"Покупатель оплатил опцию: {LINE}.{due}"],
        [f"Опция добавлена к заказу: {LINE}.{due}"],
    )
    for who in deal.sides:
        lines = deal.card(who).text.split("\n")
        assert {f"Цена: 2{NBSP}000{NBSP}₽", "Срок: 5 дней"} <= set(lines)
        assert not any(line.startswith("➕") for line in lines)
    deal.assert_cards("Не начат" if is_new else "В работе", "new" if is_new else "work")
    assert await deal.left() == left + (0 if is_new else 2 * DAY)
    if is_new:
        assert await deal.market.presses(deal.seller, "Приступаю к работе", on=deal.card(deal.seller)) != ""
        assert await deal.left() == 5 * DAY


async def test_an_option_paid_on_an_overdue_order_takes_one_click_cancel_away(deal: Deal) -> None:
    """The due time moves from where it was; past it again, both are told again."""
    await deal.reaches("overdue")
    await deal.offers()
    await deal.market.later(DAY)
    await deal.market.presses(deal.buyer, "Оплатить опцию")
    deal.assert_cards("В работе", "work")
    assert await deal.left() == DAY
    deal.market.mark()
    await deal.market.later(DAY)
    assert [words[-1].startswith("Срок заказа вышел.") for words in deal.heard()] == [True, True]


@pytest.mark.parametrize("stage", ["offered, new", "offered"])
async def test_the_buyer_declines_an_option(deal: Deal, stage: str) -> None:
    """The seller is told, with a button that opens cancellation with the fitting reason chosen."""
    await deal.reaches(stage)
    before = await deal.order()
    deal.market.mark()

    assert await deal.double_taps(deal.buyer, "Отказаться", on=deal.card(deal.buyer)) == (
        "Вы отказались от опции",
        CLOSED,
    )

    assert deal.heard() == (
        [f"Покупатель отказался от опции: {LINE}. Если без неё работу не сделать, заказ можно отменить с причиной."],
        [f"Вы отказались от опции: {LINE}. Заказ без изменений."],
    )
    after = await deal.order()
    assert (after.terms, after.clock, after.turn, after.options) == (before.terms, before.clock, before.turn, ())
    await deal.market.presses(deal.seller, "Отменить заказ", on=deal.seller.last)
    assert deal.seller.last.text.startswith(f"{MISMATCH}\n")
    await deal.market.says(deal.seller, EXPLANATION)
    await deal.market.presses(deal.seller, "Отправить покупателю")
    assert f"\n{MISMATCH}\n{EXPLANATION}\n" in deal.buyer.last.text


async def test_the_news_of_a_declined_option_leads_to_cancellation_later_too(deal: Deal) -> None:
    """Another option was paid for meanwhile: the declined one is as declined as before."""
    await deal.reaches("offered")
    await deal.offers("Баннер", "700", "0")
    await deal.market.presses(deal.buyer, "Отказаться от опции «Визитка»", on=deal.card(deal.buyer))
    news = deal.seller.last
    await deal.market.presses(deal.buyer, "Оплатить опцию", on=deal.card(deal.buyer))
    await deal.market.presses(deal.seller, "Отменить заказ", on=news)
    assert deal.seller.message(news.id).text.startswith(f"{MISMATCH}\n")


async def test_the_seller_takes_an_offer_back(deal: Deal) -> None:
    """The buyer's buttons for it, on the news and on an older card, do nothing any more; the card is redrawn."""
    await deal.reaches("offered")
    news, old = deal.buyer.last, deal.card(deal.buyer)
    await deal.market.presses(deal.buyer, "Открыть заказ №1")
    deal.market.mark()
    assert await deal.double_taps(deal.seller, "Отозвать опцию", on=deal.card(deal.seller)) == (
        "Предложение отозвано",
        CLOSED,
    )
    assert deal.heard() == (
        [f"Вы отозвали опцию: {LINE}."],
        [f"Продавец отозвал опцию: {LINE}. Заказ без изменений."],
    )
    async with deal.nothing_happens():
        assert "Опция" in deal.buyer.message(old.id).text
        for message in (news, old):
            assert await deal.market.presses(deal.buyer, "Оплатить опцию", on=message) == CLOSED
        assert deal.buyer.message(old.id).text == deal.card(deal.buyer).text
        assert buttons(deal.buyer.message(old.id)) == buttons(deal.card(deal.buyer))
    deal.assert_cards("В работе", "work")


async def test_several_options_are_answered_one_by_one(deal: Deal) -> None:
    """Each by its own buttons; ten can be open at once."""
    await deal.reaches("new")
    market = deal.market
    for number in range(1, OPEN_OPTIONS_MAX + 1):
        await deal.offers(f"Опция {number}", str(number * 100), "1")
    async with deal.nothing_happens():
        assert await market.presses(deal.seller, "Предложить опции", on=deal.card(deal.seller)) == (
            "Открытых предложений уже 10. Дождитесь ответа или отзовите одно из них."
        )
    await market.presses(deal.buyer, "Отказаться от опции «Опция 3»", on=deal.card(deal.buyer))
    await market.presses(deal.buyer, f"Оплатить опцию: 700{NBSP}₽", on=deal.card(deal.buyer))
    order = await deal.order()
    assert [option.number for option in order.options] == [1, 2, 4, 5, 6, 8, 9, 10]
    assert (order.terms.price.amount, order.terms.term_days) == (220_000, 4)


async def test_options_are_for_the_right_side_only(deal: Deal) -> None:
    """Forged by the other side and by a stranger."""
    await deal.reaches("offered")
    stranger = deal.market.person("Олег")
    await deal.market.starts(stranger)
    async with deal.nothing_happens():
        for who, other, names in (
            (deal.buyer, deal.seller, ("Оплатить опцию", "Отказаться от опции")),
            (deal.seller, deal.buyer, ("Отозвать опцию", "Предложить опции")),
        ):
            for name in names:
                data = who.button(deal.card(who), name)["callback_data"]
                assert await deal.forges(other, data) == "Это решает другая сторона заказа."
                assert await deal.forges(stranger, data) == "Такого заказа у вас нет. Ваши заказы — в /orders."
        assert await deal.forges(deal.buyer, "p:1:7:pay:n") == CLOSED


@pytest.mark.parametrize(
    ("step", "answer", "status"),
    [
        ("deliver", "Заказ уже на проверке у покупателя.", "На проверке"),
        ("Отменить заказ", "Заказ уже отменён.", "Отменён"),
    ],
)
async def test_open_offers_are_closed_when_the_order_moves_on(deal: Deal, step: str, answer: str, status: str) -> None:
    """Both are told; the old buttons say why they do nothing."""
    await deal.reaches("fresh")
    await deal.offers()
    news = deal.buyer.last
    deal.market.mark()
    await deal.does(step)
    if step == "Отменить заказ":
        await deal.market.presses(deal.buyer, "Да, отменить")
    for heard in deal.heard():
        assert f"Предложение больше не действует: {LINE}." in heard
    assert f"Статус: {status}\n" in deal.card(deal.buyer).text
    assert "Опция" not in deal.card(deal.buyer).text
    async with deal.nothing_happens():
        assert await deal.market.presses(deal.buyer, "Оплатить опцию", on=news) == answer


async def test_an_offer_waits_while_a_cancellation_is_agreed_and_is_there_again_after(deal: Deal) -> None:
    """Its buttons leave the card meanwhile."""
    await deal.reaches("offered")
    news = deal.buyer.last
    await deal.asks_to_cancel(deal.seller, "Нет времени", EXPLANATION)
    deal.assert_cards("Согласуется отмена", "seller asks")
    async with deal.nothing_happens():
        assert await deal.market.presses(deal.buyer, "Оплатить опцию", on=news) == (
            "Сейчас согласуется отмена: сначала на неё нужно ответить или отозвать запрос."
        )
    await deal.market.presses(deal.seller, "Отозвать запрос", on=deal.card(deal.seller))
    deal.assert_cards("В работе", "offered")
    assert await deal.market.presses(deal.buyer, "Оплатить опцию", on=news) == "Опция оплачена"


async def test_an_older_start_button_says_that_the_terms_have_changed(deal: Deal) -> None:
    """Starting means agreeing with the brief and the terms: a button drawn for others does not start."""
    await deal.reaches("offered, new")
    await deal.market.later(12 * 60 * MINUTE)
    warning = deal.seller.last
    assert "Осталось 12 ч. до автоотмены" in warning.text
    await deal.market.presses(deal.buyer, "Оплатить опцию")
    async with deal.nothing_happens():
        assert await deal.market.presses(deal.seller, "Приступаю к работе", on=warning) == (
            "Заказ с тех пор изменился. Посмотрите на него ещё раз и, если всё верно, нажмите снова."
        )
    await deal.market.presses(deal.seller, "Открыть заказ №1", on=warning)
    await deal.market.presses(deal.seller, "Приступаю к работе", on=deal.seller.last)
    deal.assert_cards("В работе", "fresh")
    assert HEADING in deal.buyer.last.text
