"""«Приём заказов»: a seller is away until a day, or has as many orders in work as they want (issue 6, point 8)."""

from pathlib import Path

import pytest

from sandbox.person import Person
from tests.acceptance.market import DAY, HOUR, MONDAY_NOON, Market, labels, open_market
from tests.acceptance.stages import date_times

AWAY = "Продавец взял паузу. Снова принимает заказы 30 ноября."
BUSY = "Продавец сейчас занят: у него в работе столько заказов, сколько он ведёт одновременно."
REFUSED = "Продавец сейчас не принимает заказы. Если вы уже отвечали на вопросы, ответы сохранены."
REFUSED_BUSY = "Продавец сейчас занят и новых заказов не берёт. Если вы уже отвечали на вопросы, ответы сохранены."
TELL = "Сообщить, когда вернётся"


async def opens(market: Market, seller: Person) -> None:
    """From «Мои кворки»."""
    await market.says(seller, "/gigs")
    await market.presses(seller, "Приём заказов", on=seller.last)


async def goes_away(market: Market, seller: Person, choice: str = "7 дней") -> str:
    """From «Мои кворки»; gives the short answer."""
    await opens(market, seller)
    await market.presses(seller, "Не принимаю заказы до …")
    return await market.presses(seller, choice)


async def limits(market: Market, seller: Person, most: str) -> None:
    """So many orders at a time."""
    await opens(market, seller)
    await market.presses(seller, "Сколько заказов сразу")
    await market.presses(seller, most, on=seller.last)


async def orders_at_once(market: Market, buyer: Person, payload: str) -> None:
    """A gig without questions: an order that waits to be confirmed."""
    await market.starts(buyer, payload)
    await market.presses(buyer, "Заказать", on=buyer.last)


async def test_a_buyer_reads_when_the_seller_is_back(market: Market, seller: Person, buyer: Person) -> None:
    """On the gig's page, in the reader's own zone, in place of «Заказать»."""
    payload = await market.publishes_gig(seller)
    assert await goes_away(market, seller) == "Приём заказов остановлен. Начатые заказы идут дальше."
    assert "Вы не принимаете заказы до 30 ноября: потом приём включится сам." in seller.last.text
    page = await market.starts(buyer, payload)
    assert page.text.endswith(AWAY)
    assert labels(page) == [TELL, "О продавце"]
    assert date_times(page) == [("30 ноября", MONDAY_NOON + 7 * DAY, "D")]
    assert "Вы не принимаете заказы до 30 ноября" in (await market.says(seller, "/gigs")).text
    assert "Вы не принимаете заказы до 30 ноября" in (await market.starts(seller, payload)).text


async def test_being_away_ends_by_itself(market: Market, seller: Person, buyer: Person) -> None:
    """At its moment; on the last day the buyer reads the minute."""
    payload = await market.publishes_gig(seller)
    await goes_away(market, seller, "1 день")
    await market.later(DAY - 1)
    assert "Снова принимает заказы 24 ноября, 12:00." in (await market.starts(buyer, payload)).text
    await market.later(1)
    assert labels(await market.starts(buyer, payload)) == ["Заказать", "О продавце"]


async def test_whoever_asks_is_told_once(market: Market, seller: Person, buyer: Person) -> None:
    """Pressed twice, or on two gigs, it brings one message, with the way to the gig asked about last."""
    first = await market.publishes_gig(seller, questions="")
    second = await market.publishes_gig(seller, title="Визитка для кофейни", questions="")
    await goes_away(market, seller)
    await market.starts(buyer, first)
    noted = "Хорошо: бот напишет вам, как только продавец снова начнёт принимать заказы."
    assert await market.presses(buyer, TELL) == noted
    assert (await market.presses(buyer, TELL)).startswith("Вы уже просили об этом")
    await market.starts(buyer, second)
    assert (await market.presses(buyer, TELL)).startswith("Вы уже просили об этом")
    market.mark()
    await market.later(7 * DAY - 1)
    assert market.heard(buyer) == []
    await market.later(1)
    told = "Сергей снова принимает заказы. Вы просили сообщить: можно заказать «Визитка для кофейни»."
    assert market.heard(buyer) == [told]
    await market.presses(buyer, "Открыть кворк")
    assert labels(buyer.last) == ["Заказать", "О продавце"]
    await market.later(DAY)
    assert len(market.heard(buyer)) == 2


async def test_the_seller_comes_back_early(market: Market, seller: Person, buyer: Person) -> None:
    """«Снова принимаю»; whoever waits hears of it at once."""
    payload = await market.publishes_gig(seller)
    await goes_away(market, seller)
    await market.starts(buyer, payload)
    await market.presses(buyer, TELL)
    await opens(market, seller)
    assert await market.presses(seller, "Снова принимаю") == "Вы снова принимаете заказы"
    assert "Снова принимаю" not in labels(seller.last)
    await market.app.timers.sweep()
    await market.settled()
    assert buyer.last.text.startswith("Сергей снова принимает заказы.")


async def test_of_a_gig_that_is_gone_the_way_leads_to_the_others(market: Market, seller: Person, buyer: Person) -> None:
    """The seller is back, the gig is not."""
    payload = await market.publishes_gig(seller)
    await market.publishes_gig(seller, title="Визитка для кофейни")
    await goes_away(market, seller)
    await market.starts(buyer, payload)
    await market.presses(buyer, TELL)
    await market.says(seller, "/gigs")
    await market.presses(seller, "Логотип для кофейни")
    await market.presses(seller, "Удалить")
    await market.presses(seller, "Да, удалить")
    await market.later(7 * DAY)
    assert "кворк «Логотип для кофейни» больше не продаётся" in buyer.last.text
    await market.presses(buyer, "Другие кворки продавца")
    assert any("Визитка для кофейни" in label for label in labels(buyer.last))


async def test_answers_are_kept_while_the_seller_is_away(market: Market, seller: Person, buyer: Person) -> None:
    """In the middle of the questions: «Готово» says until when, and orders once the seller is back."""
    payload = await market.publishes_gig(seller, questions="Название?\nЦвет?")
    await market.orders(buyer, payload, "«Зерно»")
    await market.says(buyer, "Коричневый")
    await goes_away(market, seller)
    assert await market.presses(buyer, "Готово") == REFUSED
    assert buyer.last.text == AWAY
    assert labels(buyer.last) == [TELL]
    await market.presses(buyer, TELL)
    async with market.app.database.read() as unit:
        assert await unit.orders.get(1) is None
    await market.later(7 * DAY)
    await market.presses(buyer, "Открыть кворк")
    await market.presses(buyer, "Заказать", on=buyer.last)
    assert "Вопрос 2 из 2" in buyer.last.text
    assert "Коричневый" in buyer.last.text
    await market.presses(buyer, "Готово")
    assert "«Зерно»" in buyer.find("Заказ №1\n").text


async def test_a_page_drawn_before_says_so_when_it_is_pressed(market: Market, seller: Person, buyer: Person) -> None:
    """Nothing is placed."""
    payload = await market.publishes_gig(seller, questions="")
    await market.starts(buyer, payload)
    await goes_away(market, seller)
    assert await market.presses(buyer, "Заказать") == REFUSED
    assert buyer.last.text == AWAY
    async with market.app.database.read() as unit:
        assert await unit.orders.get(1) is None


async def test_what_is_placed_can_be_paid_and_goes_on(market: Market, seller: Person, buyer: Person) -> None:
    """Being away concerns new orders only."""
    payload = await market.publishes_gig(seller, questions="")
    await orders_at_once(market, buyer, payload)
    await goes_away(market, seller)
    await market.presses(buyer, "Подтвердить заказ")
    assert "Новый оплаченный заказ" in seller.last.text
    await market.starts_work(seller)
    await market.delivers(seller)
    await market.presses(buyer, "Принять работу")
    assert "Статус: Выполнен" in buyer.find("Заказ №1\n").text


async def test_a_limit_fills_and_frees_up(market: Market, seller: Person, buyer: Person) -> None:
    """Not started and in progress count; a delivery makes room, and whoever waits is told."""
    payload = await market.publishes_gig(seller, questions="")
    await limits(market, seller, "1")
    assert "Одновременно в работе: не больше 1, сейчас 0." in seller.last.text
    await orders_at_once(market, buyer, payload)
    await market.presses(buyer, "Подтвердить заказ")
    other = market.person("Вера")
    page = await market.starts(other, payload)
    assert page.text.endswith(BUSY)
    assert labels(page) == ["Сообщить, когда освободится", "О продавце"]
    await market.presses(other, "Сообщить, когда освободится")
    await market.starts_work(seller)
    market.mark()
    await market.later(HOUR)
    assert market.heard(other) == []
    assert "сейчас заняты" in (await market.says(seller, "/gigs")).text
    await market.delivers(seller)
    await market.later(1)
    assert market.heard(other)[-1].startswith("Сергей снова принимает заказы.")
    await orders_at_once(market, other, payload)
    assert "Статус: Ожидает оплаты" in other.last.text


async def test_an_unpaid_order_keeps_its_place_for_an_hour(market: Market, seller: Person, buyer: Person) -> None:
    """Then others may order; but whoever has placed an order can pay for it all the same."""
    payload = await market.publishes_gig(seller, questions="")
    await limits(market, seller, "1")
    await orders_at_once(market, buyer, payload)
    other = market.person("Вера")
    assert (await market.starts(other, payload)).text.endswith(BUSY)
    assert labels(await market.starts(buyer, payload)) == ["Заказать", "О продавце"]
    assert "уже оформлен" in await market.presses(buyer, "Заказать", on=buyer.last)
    await market.later(HOUR)
    await orders_at_once(market, other, payload)
    await market.presses(other, "Подтвердить заказ")
    await market.presses(buyer, "Подтвердить заказ")
    assert "Заказ №1\n" in seller.last.text
    await opens(market, seller)
    assert "не больше 1, сейчас 2." in seller.last.text


async def test_a_limit_reached_meanwhile_refuses_before_any_money(tmp_path: Path) -> None:
    """With Stars: the answers stay, no invoice comes; a placed order's invoice is paid."""
    async with open_market(tmp_path, payments="stars") as market:
        seller, buyer, other = (market.person(name) for name in ("Сергей", "Анна", "Вера"))
        payload = await market.publishes_gig(seller, price="100")
        await limits(market, seller, "1")
        await market.starts(buyer, payload)
        await market.presses(buyer, "Заказать")
        await market.says(buyer, "«Зерно»")
        await market.orders(other, payload, "«Чай»")
        assert await market.presses(buyer, "Готово") == REFUSED_BUSY
        assert buyer.last.text == BUSY
        assert not [message for message in buyer.received if message.kind == "invoice"]
        await market.pays(other)
        assert "Новый оплаченный заказ" in seller.last.text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("завтра", "30.11"),
        ("23.11", "не раньше завтрашнего"),
        ("01.01.2099", "не дальше чем через 180 дней"),
    ],
)
async def test_a_date_that_cannot_be_is_asked_for_again(market: Market, seller: Person, words: str, said: str) -> None:
    """One sentence; the form stays, and takes a good date: the first moment of it in the seller's zone."""
    await market.starts(seller)
    await goes_away(market, seller, "Другая дата")
    assert said in (await market.says(seller, words)).text
    seller.send_sticker()
    await market.settled()
    assert "нужен текст" in seller.last.text
    await market.says(seller, "05.12")
    assert "Вы не принимаете заказы до 5 декабря" in seller.last.text
    async with market.app.database.read() as unit:
        person = await unit.people.get(seller.id)
    assert person is not None
    assert person.away_until == MONDAY_NOON + 12 * DAY - 12 * HOUR


async def test_a_limit_of_ones_own_is_typed(market: Market, seller: Person) -> None:
    """Out of bounds it is asked for again; «Назад» and «Без ограничения» do what they say."""
    await market.starts(seller)
    await limits(market, seller, "Другое число")
    for words in ("0", "51", "пять"):
        assert "от 1 до 50" in (await market.says(seller, words)).text
    assert "не больше 7, сейчас 0" in (await market.says(seller, "7")).text
    await limits(market, seller, "Другое число")
    await market.presses(seller, "Назад", on=seller.last)
    assert "не больше 7, сейчас 0" in seller.last.text
    await limits(market, seller, "Без ограничения")
    assert "Одновременно в работе: сколько придёт, сейчас 0." in seller.last.text


async def test_after_a_restart_the_pause_and_the_waiting_are_still_there(
    market: Market, seller: Person, buyer: Person
) -> None:
    """What ended while the bot was down is told at the start."""
    payload = await market.publishes_gig(seller)
    await goes_away(market, seller, "1 день")
    await market.starts(buyer, payload)
    await market.presses(buyer, TELL)
    await market.is_down(2 * DAY)
    await market.settled()
    assert buyer.last.text.startswith("Сергей снова принимает заказы.")


async def test_a_seller_whom_the_operator_has_paused_stays_off_sale(tmp_path: Path) -> None:
    """Coming back from a pause of one's own does not undo the operator's."""
    async with open_market(tmp_path, admin_ids="99") as market:
        seller, buyer = market.person("Сергей"), market.person("Анна")
        operator = market.sandbox.people.add("Олег", person_id=99)
        payload = await market.publishes_gig(seller)
        await goes_away(market, seller)
        await market.starts(buyer, payload)
        await market.presses(buyer, TELL)
        await market.starts(operator)
        await market.says(operator, "/admin")
        await market.presses(operator, "Найти")
        await market.says(operator, "Сергей")
        await market.presses(operator, "Приостановить продажи")
        await market.says(operator, "Жалобы покупателей")
        await opens(market, seller)
        assert "Ваши продажи приостановил оператор." in seller.last.text
        assert "предложения действуют" not in seller.last.text
        market.mark()
        await market.later(8 * DAY)
        assert market.heard(buyer) == []
        assert "сейчас не продаётся" in (await market.starts(buyer, payload)).text


async def test_coming_back_is_not_said_where_something_else_is_in_the_way(
    market: Market, seller: Person, buyer: Person
) -> None:
    """As many orders as one wants are in work still: the page says so, and the answer does not say otherwise."""
    payload = await market.publishes_gig(seller, questions="")
    await limits(market, seller, "1")
    await orders_at_once(market, buyer, payload)
    await market.presses(buyer, "Подтвердить заказ")
    await goes_away(market, seller)
    assert await market.presses(seller, "Снова принимаю") == "Сохранено"
    assert "Вы сейчас заняты" in seller.last.text
    await limits(market, seller, "2")
    await goes_away(market, seller)
    assert await market.presses(seller, "Снова принимаю") == "Вы снова принимаете заказы"
