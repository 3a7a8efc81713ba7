"""An order taken on another marketplace, carried by its seller alone (SPEC 9)."""

from pathlib import Path

import pytest

from orders.order import NOBODY, Ending, Origin
from orders.payment import PaymentMethod
from orders.status import Status
from sandbox.person import Person
from tests.acceptance.alone import Alone
from tests.acceptance.market import DAY, HOUR, Market, open_market
from tests.acceptance.stages import buttons

ALONE = [["Пригласить покупателя"], ["(danger) Отменить заказ"], ["Задание", "История", "В календарь"]]


@pytest.fixture
def seller(market: Market) -> Person:
    """Who adds the order."""
    return market.person("Вера")


@pytest.fixture
def alone(market: Market, seller: Person) -> Alone:
    """Their order."""
    return Alone(market, seller)


async def test_a_started_order_is_added_with_its_due_time(alone: Alone) -> None:
    """Title, who and where, price, due: all on a card that says what the bot does and does not do."""
    await alone.adds(until="28.11 18:00", notes="Синий фон, логотип слева")

    order = await alone.order()
    assert (order.status, order.origin, order.method) == (Status.IN_PROGRESS, Origin.ELSEWHERE, PaymentMethod.DIRECT)
    assert (order.buyer_id, order.counterpart) == (NOBODY, "Анна, Kwork")
    card = alone.card()
    for line in (
        "📌 Заказ со стороны",
        "Баннер для группы",
        "Покупатель: Анна, Kwork",
        "Цена: 3\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}₽",
        "Оплата: на площадке, бот денег не держит",
        "Статус: В работе",
        "28 ноября, 18:00",
        "Синий фон, логотип слева",
        "На рейтинг этот заказ не влияет.",
    ):
        assert line in card.text
    assert buttons(card) == [
        ["(success) 📦 Работа сдана"],
        ["Перенести срок"],
        ["Добавить опцию"],
        *ALONE,
    ]


async def test_the_seller_carries_it_to_the_end_with_the_buyers_steps(alone: Alone, market: Market) -> None:
    """Start, delivery in one tap, rework without a word, delivery again, accepted."""
    await alone.adds(term="3", until="5 ч")
    assert "Срок: 3 дня" in alone.card().text
    await alone.presses("Приступаю к работе")
    assert (await alone.order()).status is Status.IN_PROGRESS

    await market.later(HOUR)
    assert await alone.presses("Работа сдана") == "Отмечено: работа сдана"
    assert buttons(alone.card()) == [
        ["(success) ✅ Покупатель принял работу"],
        ["(primary) Вернул на доработку"],
        *ALONE,
    ]
    await alone.presses("Вернул на доработку")
    await market.presses(alone.seller, "Без замечаний")
    assert (await alone.order()).returns == 1
    await alone.presses("Работа сдана")
    await alone.presses("Покупатель принял работу")

    order = await alone.order()
    assert (order.status, order.ending, order.effect) == (Status.COMPLETED, Ending.ACCEPTED, None)
    assert buttons(alone.card()) == [["Задание", "История"]]


async def test_remarks_can_be_kept(alone: Alone, market: Market) -> None:
    """What the buyer wrote elsewhere is at hand in the history."""
    await alone.adds()
    await alone.presses("Работа сдана")
    await alone.presses("Вернул на доработку")
    await market.says(alone.seller, "Фон темнее")
    await market.presses(alone.seller, "Отправить на доработку", on="Принято")

    await alone.presses("История")
    assert "Фон темнее" in alone.seller.last.text


async def test_the_same_warnings_come_to_the_seller_alone(alone: Alone, market: Market) -> None:
    """Of the start, of the due time and, since nobody else could, of the review."""
    await alone.adds(term="2", until="24 ч")
    market.mark()
    await market.later(23 * HOUR + 1)
    assert [text.split(":")[0] for text in alone.heard()] == [
        f"⏳ Осталось {left}, чтобы начать" for left in ("12 ч.", "3 ч.", "1 ч.")
    ]

    await alone.presses("Приступаю к работе")
    market.mark()
    await market.later(2 * DAY - 1)
    assert [text.split(" С")[0] for text in alone.heard()] == [
        f"⏳ До сдачи заказа осталось {left}" for left in ("24 ч.", "6 ч.", "1 ч.")
    ]

    await alone.presses("Работа сдана")
    market.mark()
    await market.later(4 * DAY - 1)
    assert [text.split(" Она")[0] for text in alone.heard()] == [
        f"⏳ До конца проверки осталось {left}" for left in ("24 ч.", "3 ч.")
    ]


@pytest.mark.parametrize(
    ("status", "words"),
    [(Status.NOT_STARTED, "Время на начало вышло."), (Status.IN_REVIEW, "Время на проверку вышло.")],
)
async def test_no_clock_ends_it(alone: Alone, market: Market, status: Status, words: str) -> None:
    """The bot does not see the other marketplace: it asks once, and every move stays possible."""
    await alone.adds(term="2" if status is Status.NOT_STARTED else "", until="24 ч")
    if status is Status.IN_REVIEW:
        await alone.presses("Работа сдана")
    await market.later(10 * DAY)

    assert (await alone.order()).status is status
    assert [text for text in alone.heard() if text.startswith(words)] == [alone.heard()[-1]]
    assert words[:-1] in alone.card().text
    await alone.presses("Приступаю к работе" if status is Status.NOT_STARTED else "Покупатель принял работу")
    assert (await alone.order()).status is not status


async def test_when_it_is_due_the_seller_moves_the_due_time(alone: Alone, market: Market) -> None:
    """By days on a button, counted from now; or to a moment in words."""
    await alone.adds(until="2 ч")
    await market.later(3 * HOUR)
    assert "Срок заказа вышел." in alone.heard()[-1]
    assert "Статус: Просрочен" in alone.card().text

    await alone.presses("Перенести срок")
    await market.presses(alone.seller, "+2 дня")
    order = await alone.order()
    assert order.clock is not None
    assert not order.is_overdue(int(market.clock.now()))
    assert getattr(order.clock, "until", 0) == int(market.clock.now()) + 2 * DAY

    await alone.presses("Перенести срок")
    await market.says(alone.seller, "когда-нибудь")
    assert alone.seller.last.text.startswith("Не понимаю, когда это.")
    await market.says(alone.seller, "01.12 10:00")
    assert "1 декабря, 10:00" in alone.card().text


async def test_an_option_is_part_of_it_at_once(alone: Alone, market: Market) -> None:
    """What the buyer has taken elsewhere needs no second yes here."""
    await alone.adds(until="2 дня")
    await alone.presses("Добавить опцию")
    await market.says(alone.seller, "Исходники", "500", "1")
    await market.presses(alone.seller, "Добавить", on="войдёт в цену и срок")

    card = alone.card().text
    assert "Цена: 3\N{NO-BREAK SPACE}500\N{NO-BREAK SPACE}₽" in card
    assert "☑ Исходники" in card
    assert getattr((await alone.order()).clock, "until", 0) == int(market.clock.now()) + 3 * DAY


async def test_cancelling_is_one_question_and_hurts_nobody(alone: Alone, market: Market) -> None:
    """No reason, no verdict; the rating knows nothing of it."""
    await alone.adds()
    await alone.presses("Отменить заказ")
    assert "отменён на площадке?" in alone.seller.last.text
    await market.presses(alone.seller, "Да, отменить")

    order = await alone.order()
    assert (order.status, order.ending, order.effect) == (Status.CANCELLED, Ending.CALLED_OFF, None)
    assert "Отменён на площадке" in alone.card().text
    async with market.app.database.read() as unit:
        assert await unit.orders.recent_effects(alone.seller.id, 30) == ()


async def test_an_overdue_order_can_be_added(alone: Alone, market: Market) -> None:
    """The preview says so, and no second word comes of it."""
    await alone.fills(title="Баннер для группы", counterpart="", price="3000", term="", until="22.11")
    await market.presses(alone.seller, "Пропустить")
    assert "Срок этого заказа уже вышел" in alone.seller.last.text
    await market.presses(alone.seller, "Добавить", on="Так заказ будет записан")
    market.mark()
    await market.later(HOUR)

    assert "Статус: Просрочен" in alone.card().text
    assert alone.heard() == []


async def test_the_list_shows_it_once(alone: Alone, market: Market) -> None:
    """With whom the seller has named, though nobody is on the other side."""
    await alone.adds()
    await market.says(alone.seller, "/orders")
    await market.presses(alone.seller, "Списком")

    text = alone.seller.message(alone.seller.last.id).text
    assert text.count("Баннер для группы") == 1
    assert "Анна, Kwork, покупатель" in text
    assert "1 заказ" in text


async def test_the_history_says_who_has_noted_what(alone: Alone, market: Market) -> None:
    """The buyer's steps are the seller's word."""
    await alone.adds()
    await alone.presses("Работа сдана")
    await alone.presses("Покупатель принял работу")
    await alone.presses("История")

    text = alone.seller.last.text
    assert "Продавец добавил заказ со стороны, уже в работе." in text
    assert text.count("внесено продавцом") == 2


async def test_words_in_it_have_no_reader(alone: Alone, market: Market) -> None:
    """A reply to its card is not lost silently."""
    await alone.adds()
    before = await alone.order()
    alone.seller.write("Когда ждать ответа?", reply_to=alone.card().id)
    await market.settled()

    assert alone.seller.last.text.startswith("Покупатель ещё не присоединился к этому заказу.")
    assert await alone.order() == before


async def test_words_into_the_blue_are_not_said_to_lack_an_open_order(alone: Alone, market: Market) -> None:
    """There is one; only nobody in it to read them."""
    await alone.adds()
    told = (await market.says(alone.seller, "Когда ждать ответа?")).text
    assert told == "Сейчас передать это некому: нет открытых заказов, где вам могут ответить. Вот что можно сделать:"


@pytest.mark.parametrize(
    ("step", "wrong", "expected"),
    [
        (0, "Ок", "символов"),
        (1, "Я" * 61, "Здесь нужно от 1 до 60 символов, а у вас 61."),
        (2, "дорого", "числом"),
        (2, "0", "от 1"),
        (4, "61", "от 1 до 60"),
        (5, "вчера", "Не понимаю, когда это."),
        (5, "22.11", "Такое время не подходит."),
        (5, "400 дней", "Такое время не подходит."),
        (5, "99999 дней", "Такое время не подходит."),
        (5, "30.02", "Не понимаю, когда это."),
        (5, "25:10", "Не понимаю, когда это."),
        (5, "30.11.9999", "Такое время не подходит."),
        (5, "01.01.0001", "Такое время не подходит."),
    ],
)
async def test_bad_input_leaves_the_form_where_it_was(
    alone: Alone, market: Market, step: int, wrong: str, expected: str
) -> None:
    """One clear sentence; the right answer goes on from there."""
    answers = ["Баннер для группы", "Анна, Kwork", "3000", "press", "3", "5 ч"]
    await market.presses_or_says(alone.seller, "/orders")
    await market.presses(alone.seller, "Добавить заказ")
    for index, right in enumerate(answers):
        if index == step:
            await market.says(alone.seller, wrong)
            assert expected in alone.seller.last.text
        if right == "press":
            await market.presses(alone.seller, "Ещё не начат")
        else:
            await market.says(alone.seller, right)
    await market.presses(alone.seller, "Пропустить")
    assert alone.seller.last.text.startswith("Так заказ будет записан:")


async def test_the_form_survives_a_restart_and_goes_back(alone: Alone, market: Market) -> None:
    """Nothing that was answered is lost."""
    await alone.fills(title="Баннер для группы", counterpart="Анна", price="50 $", term="", until="5 дней")
    await market.is_down(60)
    await market.presses(alone.seller, "Назад")
    assert "Когда сдавать?" in alone.seller.last.text
    await market.presses(alone.seller, "7 дн.")
    await market.presses(alone.seller, "Пропустить")
    await market.presses(alone.seller, "Добавить", on="Так заказ будет записан")

    assert "Цена: 50\N{NO-BREAK SPACE}$" in alone.card().text
    assert getattr((await alone.order()).clock, "until", 0) == int(market.clock.now()) + 7 * DAY


async def test_cancel_adds_nothing(alone: Alone, market: Market) -> None:
    """Neither /cancel nor «Отмена»; the buttons of the form that was left act no more."""
    await alone.fills(title="Баннер для группы", counterpart="Анна", price="3000", term="", until="5 дней")
    old = alone.seller.last
    await market.says(alone.seller, "/cancel")
    assert await market.presses(alone.seller, "Пропустить", on=old)
    assert "Так заказ будет записан" not in alone.seller.last.text
    await market.presses(alone.seller, "Добавить заказ")
    await market.presses(alone.seller, "Отмена")
    assert alone.seller.message(alone.seller.last.id).text == "Заказ не добавлен."
    async with market.app.database.read() as unit:
        assert await unit.orders.get(1) is None


async def test_a_button_pressed_twice_moves_once(alone: Alone, market: Market) -> None:
    """As everywhere: the second press says why not."""
    await alone.adds()
    card = alone.card()
    await market.presses(alone.seller, "Работа сдана", on=card)
    before = await alone.order()
    press = alone.seller.press(card, data=f"o:1:handed:{before.turn - 1}:c")
    await market.settled()

    assert press.answer is not None
    assert press.answer.text
    assert await alone.order() == before


@pytest.mark.parametrize("move", ["deliver", "interim", "offer"])
async def test_what_needs_a_buyer_is_refused_by_forged_buttons_too(alone: Alone, market: Market, move: str) -> None:
    """One sentence says why, and no form opens."""
    await alone.adds()
    before, newest = await alone.order(), alone.seller.last.id
    press = alone.seller.press(alone.card(), data=f"o:1:{move}:{before.turn}:n")
    await market.settled()

    assert press.answer is not None
    assert press.answer.text.startswith("Покупатель ещё не присоединился к этому заказу.")
    assert alone.seller.last.id == newest
    assert await alone.order() == before


async def test_where_it_is_over_the_card_speaks_of_no_more_steps(alone: Alone) -> None:
    """Nothing is left to note."""
    await alone.adds()
    await alone.presses("Работа сдана")
    await alone.presses("Покупатель принял работу")
    assert "отмечаете вы" not in alone.card().text
    assert "Заказ со стороны: на рейтинг не влияет." in alone.card().text


async def test_the_card_has_one_heading_for_notes(alone: Alone) -> None:
    """Whose they are stands below it."""
    await alone.adds(notes="Синий фон")
    assert "Задание и заметки\nОт продавца\nСиний фон" in alone.card().text
    assert alone.card().text.count("Задание и заметки") == 1


@pytest.mark.parametrize(
    ("settings", "example"),
    [({"payments": "stars"}, "3 000 ₽"), ({"payments": "direct", "currency": "USD"}, "3 000 $")],
)
async def test_the_price_is_asked_for_in_the_currency_that_a_bare_number_gets(
    tmp_path: Path, settings: dict[str, str], example: str
) -> None:
    """And the example itself is a price."""
    async with open_market(tmp_path, **settings) as market:
        seller = market.person("Вера")
        await market.presses_or_says(seller, "/orders")
        await market.presses(seller, "Добавить заказ")
        await market.says(seller, "Баннер")
        await market.presses(seller, "Пропустить")
        asked = seller.last.text.replace("\N{NO-BREAK SPACE}", " ")
        assert f"Напишите число, например: {example}." in asked
        assert "Вы уже приступили" in (await market.says(seller, example)).text
