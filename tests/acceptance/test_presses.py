"""Presses that no honest app sends, and those that come at the wrong time: answered, and nothing happens."""

import pytest
from aiogram.filters.callback_data import CallbackData

from handlers.buttons import Move
from handlers.routers import root_router
from tests.acceptance.stages import Deal

STRANGE = "Такого заказа у вас нет. Ваши заказы — в /orders."
#: Data of every kind of button of an order, for the order of this number.
KINDS = [
    *(f"o:{{}}:{move}:1:c" for move in Move),
    *(f"y:{{}}:{move}:1:0" for move in (Move.ABANDON, Move.CANCEL_BEFORE_START, Move.CHANGE_MIND, Move.ANYWAY)),
    "r:{}:no_time:0",
    "r:{}:not_needed:0",
    *(f"p:{{}}:1:{answer}:c" for answer in ("pay", "no", "take")),
    "w:{}:1795683600:1:c",
    "w:{}:1795683600:0:n",
    "i:{}:1",
    "i:{}:0",
    "ix:{}:1",
    "ix:{}:0",
    "ia:{}:1:1:1",
    "ia:{}:1:0:0",
    "m:{}:0123abcd:0",
    "m:{}::0",
    "d:{}:1:7",
    "d:{}:1:0",
    "qs:{}:1:1",
    "qe:{}",
]


async def test_a_stranger_can_press_nothing(deal: Deal) -> None:
    """Whatever the button: to them there is no such order, whether or not it exists."""
    await deal.reaches("new")
    stranger = deal.market.person("Олег")
    await deal.market.starts(stranger)
    async with deal.nothing_happens():
        for kind in KINDS:
            for number in (1, 2):
                assert await deal.forges(stranger, kind.format(number)) == STRANGE, kind
        assert deal.market.heard(stranger) == []


async def test_a_seller_can_press_nothing_on_an_order_that_is_not_paid(deal: Deal) -> None:
    """They hear of it only once it is."""
    await deal.reaches("unpaid")
    deal.market.mark()
    async with deal.nothing_happens():
        for kind in KINDS:
            assert await deal.forges(deal.seller, kind.format(1)) == STRANGE, kind


@pytest.mark.parametrize(
    "data",
    [
        "o:1:start:0:c",  # an earlier turn
        "o:1:start:99:c",  # a turn that has not come
        "o:1:fly:1:c",
        "o:1:start:1:z",
        "o:1:start:1",
        "o:1:start:1:c:c",
        "o:one:start:1:c",
        "o:-1:start:1:c",
        "o:0:start:1:c",
        f"o:{2**31}:start:1:c",
        f"o:{2**63}:start:1:c",
        f"o:{10**40}:open:1:c",
        f"o:1:start:{10**40}:c",
        f"p:1:{10**40}:take:c",
        f"w:1:{10**40}:1:c",
        f"w:1:-{10**30}:1:c",
        f"d:1:1:{10**30}",
        f"m:{2**63}:0123abcd:0",
        f"m:1:0123abcd:{10**30}",
        "m:1:0123abcd",
        "tick:1:0:1",
        f"tick:{10**40}:0:1",
        "gigoption:1",
        "gigdrop:1:0",
        "d:1:1:-5",
        "r:1:because:0",
        "r:1:other:maybe",
        "y:1:start:1:0",
        "f:done:1",
        "f:send:999999",
        f"f:cancel:{10**40}",
        f"y:{2**63}:any:1:0",
        f"r:{2**63}:other:0",
        f"d:{2**63}:1:1",
        f"gig:{2**63}:open",
        f"gig:{2**63}:pause",
        f"gigs:{2**63}",
        f"gigedit:{2**63}:title",
        f"h:{2**63}:0",
        f"h:1:{10**30}",
        f"hr:1:{2**63}",
        f"l:all:{10**40}:",
        f"shop:{2**63}",
        f"ct:0:r:0:{2**62}:0:0",
        f"ct:0:r:0:{10**9}:{2**62}:0",
        "ct:0:r:0:-5:0:0",
        f"ct:0:r:0:0:0:{10**40}",
        "ct:0:z:0:0:0:0",
        f"cg:0:r:0:0:0:0:{2**62}",
        "cg:0:r:0:0:0:0:404",
        "cf:0:r:0:0:0:0:z",
        f"cn:{2**62}:r:0:0:0:0",
        f"i:{2**63}:1",
        f"ix:1:{10**40}",
        f"ia:1:{2**63}:1:1",
        "ia:1:1:-5:5",
        f"sw:start:{10**30}:1",
        f"qr:{2**63}:open",
        f"qp:1:{10**30}",
        f"qs:1:{2**63}:1",
        "qk:maybe",
        f"sq:{10**30}:5",
        "g:nowhere:0",
        "o",
        ":",
        "::::",
        "\N{ZERO WIDTH SPACE}",
        "о:1:start:1:c",  # a Russian «о»
        "x" * 64,
    ],
)
async def test_data_that_nobody_has_drawn_is_answered(deal: Deal, data: str) -> None:
    """With one short sentence; the bot lives, and the order is as it was."""
    await deal.reaches("new")
    await deal.market.says(deal.seller, "/settings")
    card = deal.card(deal.seller)
    async with deal.nothing_happens():
        answer = await deal.forges(deal.seller, data)
        assert 5 < len(answer) <= 200
        assert "Код:" not in answer
    assert await deal.market.presses(deal.seller, "Приступаю к работе", on=card) == "Вы приступили к работе"


def test_no_two_kinds_of_buttons_share_a_prefix() -> None:
    """Otherwise one would be taken for the other."""
    root_router()
    kinds = CallbackData.__subclasses__()
    for kind in kinds:
        kinds += kind.__subclasses__()
    prefixes = [kind.__prefix__ for kind in kinds if kind.__module__.startswith("handlers.")]
    assert len(prefixes) > 20
    assert sorted(prefixes) == sorted(set(prefixes))


async def test_a_press_on_a_message_that_is_gone_still_counts(deal: Deal) -> None:
    """Telegram tells no more of it than its number: the move is made, the news comes."""
    await deal.reaches("new")
    card = deal.card(deal.seller)
    data = deal.seller.button(card, "Приступаю к работе")["callback_data"]
    deal.seller.delete(card.id)
    press = deal.seller.press(card.id, data=data)
    await deal.market.settled()
    assert press.answer is not None
    assert press.answer.text == "Вы приступили к работе"
    deal.assert_cards("В работе", "fresh")


async def test_a_form_on_a_message_that_is_gone_goes_on_below(deal: Deal) -> None:
    """What would have been edited is said anew."""
    await deal.reaches("new")
    await deal.market.presses(deal.seller, "Отменить заказ")
    reasons = deal.seller.last
    data = deal.seller.button(reasons, "Нет времени")["callback_data"]
    deal.seller.delete(reasons.id)
    deal.seller.press(reasons.id, data=data)
    await deal.market.settled()
    assert deal.seller.last.text.startswith("Нет времени\nОбъясните покупателю")


async def test_both_press_at_once_and_one_of_them_is_first(deal: Deal) -> None:
    """The seller starts while the buyer cancels: one order, one outcome, and the other is told why not."""
    await deal.reaches("new")
    await deal.market.presses(deal.buyer, "Отменить заказ", on=deal.card(deal.buyer))
    sure = deal.buyer.last
    start = deal.seller.press(deal.card(deal.seller), "Приступаю к работе")
    cancel = deal.buyer.press(sure, "Да, отменить")
    await deal.market.settled()
    assert start.answer is not None
    assert cancel.answer is not None
    answers = (start.answer.text, cancel.answer.text)
    if (await deal.order()).status.is_final:
        assert answers == ("Заказ уже отменён.", "")
        deal.assert_cards("Отменён", "cancelled")
    else:
        assert answers == ("Вы приступили к работе", "Заказ уже в работе.")
        deal.assert_cards("В работе", "fresh")


async def test_the_same_person_on_both_sides_of_two_orders_presses_each_as_that_side(deal: Deal) -> None:
    """A seller here, a buyer there: the side is the order's, not the person's."""
    market = deal.market
    await deal.reaches("new")
    payload = await market.publishes_gig(deal.buyer, title="Статья о кофе", questions="")
    await market.orders(deal.seller, payload)
    await market.presses(deal.seller, "Подтвердить заказ")
    assert "Новый оплаченный заказ" in deal.buyer.last.text
    assert await market.presses(deal.buyer, "Приступаю к работе", on="Статья о кофе") == "Вы приступили к работе"
    assert await market.presses(deal.seller, "Приступаю к работе", on="Логотип для кофейни") == "Вы приступили к работе"
    assert "Сергей приступает к работе" in deal.buyer.last.text
