"""The buyer of an order from elsewhere joins by its link (SPEC 9)."""

import json
from pathlib import Path

import pytest

from orders.order import NOBODY, Effect, Ending
from orders.status import Status
from sandbox.person import Person
from tests.acceptance.alone import Alone
from tests.acceptance.court import open_court
from tests.acceptance.market import DAY, HOUR, Market, open_market
from tests.acceptance.stages import BUTTONS, buttons
from tests.acceptance.test_history_export import downloaded


@pytest.fixture
def alone(market: Market) -> Alone:
    """The seller's order."""
    return Alone(market, market.person("Вера"))


async def test_the_buyer_sees_what_it_is_and_joins(alone: Alone, market: Market, buyer: Person) -> None:
    """Title, price, due, whose it is; then both have the card of an ordinary order, and the seller is told who."""
    await alone.adds(until="5 дней", notes="Не говорить, что фон из запасов")
    await market.starts(buyer, await alone.invites())
    for words in ("Вера приглашает вас", "Баннер для группы", "3\N{NO-BREAK SPACE}000", "Сдать через", "между вами"):
        assert words in buyer.last.text
    assert "запасов" not in buyer.last.text

    market.mark()
    await market.presses(buyer, "Присоединиться")
    order = await alone.order()
    assert (order.buyer_id, order.is_solo, order.status) == (buyer.id, False, Status.IN_PROGRESS)
    assert alone.heard()[0].startswith("🤝 Анна теперь в заказе")
    assert "🤝 Теперь этот заказ и у вас" in alone.card(buyer).text
    assert "Оплата: напрямую между вами, бот денег не держит" in alone.card(buyer).text
    assert "Покупатель: Анна" in alone.card().text
    assert buttons(alone.card()) == BUTTONS["fresh"][0]
    assert buttons(alone.card(buyer)) == BUTTONS["fresh"][1]


async def test_from_then_on_both_make_their_own_moves(alone: Alone, market: Market, buyer: Person) -> None:
    """The room works, a delivery needs words, the buyer accepts; the rating stays and no review is asked for."""
    await alone.adds()
    await alone.is_joined_by(buyer)
    buyer.write("Добрый день", reply_to=alone.card(buyer).id)
    await market.settled()
    assert "Добрый день" in alone.seller.last.text

    await market.delivers(alone.seller)
    market.mark()
    await market.presses(buyer, "Принять работу")
    order = await alone.order()
    assert (order.ending, order.effect) == (Ending.ACCEPTED, None)
    assert "рейтинг" not in " ".join(alone.heard()).lower()
    async with market.app.database.read() as unit:
        assert await unit.orders.recent_effects(alone.seller.id, 30) == ()


async def test_the_sellers_own_steps_for_the_buyer_are_over(alone: Alone, market: Market, buyer: Person) -> None:
    """Buttons on the old card and forged ones change nothing."""
    await alone.adds()
    old = alone.card()
    await alone.is_joined_by(buyer)
    before = await alone.order()
    for move in ("handed", "due", "off", "accept", "invite"):
        press = alone.seller.press(old, data=f"o:1:{move}:{before.turn}:n")
        await market.settled()
        assert press.answer is not None
        assert press.answer.text
    assert await alone.order() == before


async def test_one_link_is_for_one_person(alone: Alone, market: Market, buyer: Person) -> None:
    """A second gets one clear sentence; whoever has joined gets the card again; the seller can't join."""
    await alone.adds()
    payload = await alone.invites()
    await market.starts(alone.seller, payload)
    assert alone.seller.last.text == "Это ссылка для покупателя вашего заказа: перешлите её ему."

    late = market.person("Борис")
    await market.starts(late, payload)
    invitation = late.last
    await market.starts(buyer, payload)
    await market.presses(buyer, "Присоединиться")
    before = await alone.order()
    assert "уже не присоединиться" in await market.presses(late, "Присоединиться", on=invitation)
    await market.starts(late, payload)
    assert late.last.text.startswith("К этому заказу уже не присоединиться")
    await market.starts(buyer, payload)
    assert "Статус: В работе" in buyer.last.text
    assert await alone.order() == before


async def test_a_link_is_renewed_and_withdrawn(alone: Alone, market: Market, buyer: Person) -> None:
    """The one before leads nowhere, from an older message too."""
    await alone.adds()
    first = await alone.invites()
    assert await alone.invites() == first
    await market.presses(alone.seller, "Новая ссылка")
    second = await alone.invites()
    assert second != first
    await market.starts(buyer, first)
    assert buyer.last.text == "Эта ссылка больше не действует. Попросите у продавца новую."

    await market.starts(buyer, second)
    await market.presses(alone.seller, "Отозвать ссылку")
    assert "больше не действует" in await market.presses(buyer, "Присоединиться")
    assert (await alone.order()).buyer_id == NOBODY


async def test_an_order_that_is_over_is_not_joined(alone: Alone, market: Market, buyer: Person) -> None:
    """The link says so."""
    await alone.adds()
    payload = await alone.invites()
    await alone.presses("Отменить заказ")
    await market.presses(alone.seller, "Да, отменить")
    await market.starts(buyer, payload)
    assert buyer.last.text.startswith("К этому заказу уже не присоединиться")


async def test_a_clock_that_has_run_out_starts_anew(alone: Alone, market: Market, buyer: Person) -> None:
    """Otherwise joining would end the order at once."""
    await alone.adds(term="3", until="5 ч")
    await market.later(2 * DAY)
    await alone.is_joined_by(buyer)
    now = int(market.clock.now())
    assert getattr((await alone.order()).clock, "until", 0) == now + DAY

    await market.later(DAY + HOUR)
    order = await alone.order()
    assert (order.ending, order.effect) == (Ending.AUTO_CANCELLED, None)
    assert "На рейтинг это не влияет." in alone.heard()[-1]


async def test_a_buyer_who_joins_in_review_has_the_whole_of_it(alone: Alone, market: Market, buyer: Person) -> None:
    """However long ago the seller noted the delivery."""
    await alone.adds()
    await alone.presses("Работа сдана")
    await market.later(2 * DAY)
    await alone.is_joined_by(buyer)
    assert getattr((await alone.order()).clock, "until", 0) >= int(market.clock.now()) + 3 * DAY
    assert buttons(alone.card(buyer)) == BUTTONS["review"][1]


async def test_the_history_tells_before_from_after(alone: Alone, market: Market, buyer: Person) -> None:
    """What the seller entered is marked; what both have done since is not. The file says the same."""
    await alone.adds()
    await alone.presses("Работа сдана")
    await alone.presses("Вернул на доработку")
    await market.presses(alone.seller, "Без замечаний")
    await alone.is_joined_by(buyer)
    await market.delivers(alone.seller)

    await market.presses(buyer, "История", on=alone.card(buyer))
    text = buyer.last.text
    assert text.count("внесено продавцом") == 2
    assert text.index("внесено продавцом") < text.index("Покупатель присоединился.")
    assert "внесено" not in text[text.index("Покупатель присоединился.") :]

    await market.presses(buyer, "Скачать JSON")
    body = json.loads(await downloaded(market, buyer.last))
    assert (body["order"]["origin"], body["order"]["has_buyer_joined"]) == ("elsewhere", True)
    assert [entry["entered_by_seller"] for entry in body["timeline"]] == [False, True, True, False, False]
    assert "counterpart" not in json.dumps(body)


async def test_a_broken_joined_order_does_not_count(alone: Alone, market: Market, buyer: Person) -> None:
    """Neither kept nor broken: a seller could make up such orders, and a rival too."""
    await alone.adds(until="1 ч")
    await alone.is_joined_by(buyer)
    await market.later(2 * HOUR)
    await market.presses(buyer, "Отменить заказ", on=alone.card(buyer))

    order = await alone.order()
    assert order.ending is Ending.CANCELLED_OVERDUE
    assert order.ending.effect is Effect.BROKEN
    assert order.effect is None
    assert "На рейтинг это не влияет." in alone.heard()[-1]


async def test_where_the_bot_takes_stars_it_still_holds_nothing_of_it(tmp_path: Path) -> None:
    """Priced in roubles, settled elsewhere, and the books stay right."""
    async with open_market(tmp_path, payments="stars", admin_ids="1") as market:
        alone = await Alone(market, market.person("Вера")).adds()
        assert "3\N{NO-BREAK SPACE}000\N{NO-BREAK SPACE}₽" in alone.card().text
        buyer = market.person("Анна")
        await alone.is_joined_by(buyer)
        await market.delivers(alone.seller)
        await market.presses(buyer, "Принять работу")
        assert (await alone.order()).status is Status.COMPLETED
        assert "На вашем балансе" not in " ".join(market.heard(alone.seller))
        assert await market.wrongs() == []


async def test_an_arbiters_decision_names_no_rating_either(tmp_path: Path) -> None:
    """In favour of the seller: everywhere else that would count."""
    async with open_court(tmp_path) as court:
        alone = await Alone(court.market, court.seller).adds()
        await alone.is_joined_by(court.buyer)
        await court.market.later(HOUR)
        await court.calls(court.buyer)
        court.market.mark()
        await court.decides("Засчитать работу")
        (told,) = court.market.heard(court.seller)
        assert told.endswith("рассчитайтесь с покупателем между собой. На рейтинг это не влияет.")
        assert "Рейтинг ответственности" not in told


async def test_whoever_may_have_paid_elsewhere_is_not_told_that_nothing_is_to_be_paid(
    alone: Alone, market: Market, buyer: Person
) -> None:
    """The bot does not know; it says whom to ask, before cancelling and after."""
    await alone.adds(term="3", until="5 ч")
    await alone.is_joined_by(buyer)
    await market.presses(buyer, "Отменить заказ", on=alone.card(buyer))
    assert "Если вы уже заплатили, договоритесь с продавцом о возврате." in buyer.last.text
    await market.presses(buyer, "Да")
    assert buyer.last.text.endswith("Если вы уже заплатили, договоритесь с продавцом о возврате.")


async def test_the_history_of_who_joins_late_does_not_say_that_a_clock_runs(
    alone: Alone, market: Market, buyer: Person
) -> None:
    """Its time was over before."""
    await alone.adds(until="1 ч")
    await market.later(DAY)
    await alone.is_joined_by(buyer)
    await market.presses(buyer, "История", on=alone.card(buyer))
    assert "Покупатель присоединился. Часы: до 23 ноября, 13:00" in buyer.last.text
