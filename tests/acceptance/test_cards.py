"""The order card: one live message a side, edited in place, that says what is true and offers what can be pressed."""

import pytest

from tests.acceptance.market import DAY, HOUR, MONDAY_NOON, labels
from tests.acceptance.stages import BRIEF, BUTTONS, EXPLANATION, MINUTE, REASON, WAYS, Deal, buttons, date_times

NBSP = "\N{NO-BREAK SPACE}"
STARTED = 20 * MINUTE
#: At each stage the status, the line of the clock, and the moments of its date_time entities, counted from the noon.
CLOCKS: dict[str, tuple[str, str, list[int]]] = {
    "unpaid": ("Ожидает оплаты", "Подтвердите до 24 ноября, 12:00 (через 24 ч.)", [DAY, DAY]),
    "new": ("Не начат", "Автоотмена через 24 ч., 24 ноября, 12:00", [DAY, DAY]),
    "fresh": ("В работе", "Сдать через 3 дн., до 26 ноября, 12:00", [3 * DAY, 3 * DAY]),
    "work": ("В работе", "Сдать через 3 дн., до 26 ноября, 12:00", [3 * DAY, 3 * DAY]),
    "overdue": ("Просрочен", "Срок вышел 0 мин. назад, 26 ноября, 12:00", [3 * DAY, 3 * DAY]),
    "review": (
        "На проверке",
        "Будет принят автоматически через 3 дн., 26 ноября, 12:20",
        [3 * DAY + STARTED, 3 * DAY + STARTED],
    ),
    "seller asks, new": (
        "Согласуется отмена",
        "Покупатель отвечает до 25 ноября, 12:00 (через 48 ч.)",
        [2 * DAY, 2 * DAY],
    ),
    "seller asks": (
        "Согласуется отмена",
        "Покупатель отвечает до 25 ноября, 12:20 (через 48 ч.)",
        [2 * DAY + STARTED, 2 * DAY + STARTED],
    ),
    "buyer asks": (
        "Согласуется отмена",
        "Продавец отвечает до 25 ноября, 12:20 (через 48 ч.)",
        [2 * DAY + STARTED, 2 * DAY + STARTED],
    ),
    "declined, new": ("Не начат", "Автоотмена через 24 ч., 24 ноября, 12:00", [DAY, DAY]),
    "declined": ("В работе", "Сдать через 3 дн., до 26 ноября, 12:00", [3 * DAY, 3 * DAY]),
    "offered, new": ("Не начат", "Автоотмена через 24 ч., 24 ноября, 12:00", [DAY, DAY]),
    "offered": ("В работе", "Сдать через 3 дн., до 26 ноября, 12:00", [3 * DAY, 3 * DAY]),
    "waiting": ("В работе", "Сдать через 3 дн., до 26 ноября, 12:00", [3 * DAY, 3 * DAY, 5 * DAY]),
    "completed": ("Выполнен", "Покупатель принял работу", []),
    "cancelled": ("Отменён", "Покупатель отменил до начала работы", []),
}


def test_every_stage_is_looked_at() -> None:
    """And nothing else."""
    assert set(CLOCKS) == set(WAYS) == set(BUTTONS) - {"abandoned", "broken"}


@pytest.mark.parametrize("stage", CLOCKS)
async def test_the_card_says_what_is_true_and_offers_what_can_be_pressed(deal: Deal, stage: str) -> None:
    """Status, clock, brief, the buttons with their colours; moments as entities, shown in each reader's zone."""
    await deal.reaches(stage)
    status, line, moments = CLOCKS[stage]
    deal.assert_cards(status, stage)
    for who, other in ((deal.seller, "Покупатель: Анна"), (deal.buyer, "Продавец: Сергей")):
        if stage == "unpaid" and who is deal.seller:
            assert all("Статус: " not in message.text for message in who.received)
            continue
        card = deal.card(who)
        lines = card.text.split("\n")
        number = lines.index("Заказ №1")
        assert lines[number + 1 : number + 6] == [
            "Логотип для кофейни",
            other,
            f"Цена: 1{NBSP}500{NBSP}₽",
            "Оплата: напрямую между вами, бот денег не держит",
            "Срок: 3 дня",
        ]
        assert line in lines
        assert lines[lines.index("Информация от покупателя") + 1 :][:2] == ["Что написать на логотипе?", BRIEF]
        means = "Кнопка «Приступаю к работе» означает: с заданием вы согласны, в нём всё ясно, информации достаточно."
        is_to_be_started = who is deal.seller and status == "Не начат"
        assert (means in lines) == is_to_be_started
        assert [moment - MONDAY_NOON for _, moment, _ in date_times(card)] == moments
        for words, _, kind in date_times(card):
            assert kind == ("r" if words.startswith("через ") or words.endswith(" назад") else "wDt")


@pytest.mark.parametrize("reopened", [False, True])
async def test_one_live_card_a_side_is_edited_in_place_through_a_whole_life(deal: Deal, *, reopened: bool) -> None:
    """News are new messages, the card is not; «Открыть заказ» brings it to the end of the chat, and it lives there."""
    await deal.reaches("new")
    if reopened:
        for who in deal.sides:
            await deal.market.says(who, "/orders")
            await deal.market.presses(who, "1", on=who.last)
    cards = {who.id: deal.card(who).id for who in deal.sides}
    older = {who.id: [message.text for message in who.received if message.id < cards[who.id]] for who in deal.sides}
    steps = [
        "offer",
        "Оплатить опцию",
        "start",
        f"+{HOUR}",
        "ask to wait",
        "Подожду",
        "seller asks",
        "decline",
        "buyer asks",
        "Отозвать запрос",
        "deliver",
        "Принять работу",
    ]
    seen = {who.id: {deal.card(who).text} for who in deal.sides}
    for step in steps:
        await deal.does(step)
        for who in deal.sides:
            assert deal.card(who).id == cards[who.id], step
            seen[who.id].add(deal.card(who).text)
            assert [message.text for message in who.received if "\nСтатус: " in message.text][-1] == deal.card(who).text
    deal.assert_cards("Выполнен", "completed")
    for who in deal.sides:
        assert len(seen[who.id]) >= 10
        assert [message.text for message in who.received if message.id < cards[who.id]] == older[who.id]


async def test_a_deleted_card_is_sent_anew_and_lives_on_there(deal: Deal) -> None:
    """With the next change of the order; the other side's card stays where it is."""
    await deal.reaches("new")
    seller, buyer = deal.seller, deal.buyer
    gone, other = deal.card(buyer).id, deal.card(seller).id
    buyer.delete(gone)
    await deal.market.starts_work(seller)

    anew = deal.card(buyer)
    assert anew.id > gone
    assert "Статус: В работе" in anew.text
    assert buttons(anew) == BUTTONS["fresh"][1]
    assert deal.card(seller).id == other

    await deal.does("deliver")
    assert deal.card(buyer).id == anew.id
    assert sum("\nСтатус: " in message.text for message in buyer.received) == 1
    deal.assert_cards("На проверке", "review")


async def test_an_older_card_that_was_deleted_is_not_missed(deal: Deal) -> None:
    """A press that was on its way when the reader deleted the message: answered, and nothing is sent for it."""
    await deal.reaches("new")
    card = deal.card(deal.seller)
    data = deal.seller.button(card, "Приступаю к работе")["callback_data"]
    await deal.market.says(deal.seller, "/orders")
    await deal.market.presses(deal.seller, "1", on=deal.seller.last)
    await deal.market.starts_work(deal.seller)
    deal.seller.delete(card.id)
    async with deal.nothing_happens():
        press = deal.seller.press(card.id, data=data)
        await deal.market.settled()
        assert press.answer is not None
        assert press.answer.text == "Заказ уже в работе."


async def test_the_same_card_twice_is_no_trouble(deal: Deal) -> None:
    """A press out of date on a card that already says what is true: Telegram finds nothing to change."""
    await deal.reaches("fresh")
    card = deal.card(deal.seller)
    async with deal.nothing_happens():
        for _ in range(2):
            press = deal.seller.press(card.id, "Приступаю к работе", stale=True)
            await deal.market.settled()
            assert press.answer is not None
            assert press.answer.text == "Заказ уже в работе."
    assert deal.card(deal.seller).text == card.text


async def test_names_and_texts_of_people_are_no_markup(deal: Deal) -> None:
    """Not on cards, not in news: bold and quotes are ours, links nobody's."""
    market = deal.market
    deal.buyer = market.person("<b>*Анна*</b> [x](y)")
    deal.seller = market.person("_Сергей_ & <i>сын")
    title = "<a href='#'>Логотип</a> **срочно** & {name}"
    await market.orders(deal.buyer, await market.publishes_gig(deal.seller, title=title), "<b>{ $name }</b> %s \\0")
    await market.presses(deal.buyer, "Подтвердить заказ")
    await deal.asks_to_cancel(deal.seller, REASON, f"<code>{EXPLANATION}</code>")
    for who, other in ((deal.seller, "<b>*Анна*</b> [x](y)"), (deal.buyer, "_Сергей_ & <i>сын")):
        card = deal.card(who)
        for words in (title, other, "<b>{ $name }</b> %s \\0", f"<code>{EXPLANATION}</code>"):
            assert words in card.text
        for message in (card, who.last):
            kinds = {entity["type"] for entity in message.body["entities"]}
            assert kinds <= {"bold", "blockquote", "expandable_blockquote", "date_time", "bot_command"}
    assert other in deal.buyer.last.text


async def test_a_long_brief_fits_the_card_and_is_whole_behind_its_button(deal: Deal) -> None:
    """A message holds 4,096 units; an emoji counts two."""
    market = deal.market
    questions = "\n".join(f"Вопрос {number}" for number in range(1, 8))
    answers = [f"Ответ {number}: " + "🌿 слово " * 200 for number in range(1, 8)]
    await market.orders(deal.buyer, await market.publishes_gig(deal.seller, questions=questions), *answers)
    await market.presses(deal.buyer, "Подтвердить заказ")
    for who in deal.sides:
        card = deal.card(who)
        assert len(card.text.encode("utf-16-le")) // 2 <= 4096
        assert "… всё целиком — кнопка «Задание»" in card.text
        market.mark()
        await market.presses(who, "Задание", on=card)
        whole = "\n".join(market.heard(who))
        assert all(answer.strip() in whole for answer in answers)


async def test_a_finished_order_can_be_written_about_for_thirty_days(deal: Deal) -> None:
    """Then the button, pressed on an old card, says so, and the card is redrawn without it."""
    await deal.reaches("completed")
    card = deal.card(deal.seller)
    await deal.market.later(30 * DAY - 1)
    await deal.market.presses(deal.seller, "Написать", on=card)
    await deal.market.says(deal.seller, "Исходники лежат в той же папке.")
    await deal.market.presses(deal.seller, "Отправить", on="Принято")
    assert deal.buyer.last.text.endswith("\n\nИсходники лежат в той же папке.")
    await deal.market.later(1)
    async with deal.nothing_happens():
        late = "Заказ завершён больше 30 дней назад: писать в него уже нельзя."
        assert await deal.market.presses(deal.seller, "Написать", on=card) == late
    assert labels(deal.card(deal.seller)) == ["Задание", "История"]
