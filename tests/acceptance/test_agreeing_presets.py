"""«Предложить опции» where the gig has some ready: two taps in all."""

import pytest

from sandbox.chats import Message
from tests.acceptance.market import labels
from tests.acceptance.stages import EXPLANATION, Deal, buttons

NBSP = "\N{NO-BREAK SPACE}"
CARD = "Визитка, 500, 2"
BANNER = "Баннер, 700, 0"
CARD_LINE = f"Визитка, 500{NBSP}₽, +2 дня"
BANNER_LINE = f"Баннер, 700{NBSP}₽, срок тот же"
CARD_BUTTON = f"Визитка · 500{NBSP}₽ · +2 дня"
BANNER_BUTTON = f"Баннер · 700{NBSP}₽ · срок тот же"
CHOICE = "Заказ №1. Какую опцию предложить покупателю?"
SENT = "Опция по заказу №1 предложена покупателю."
CHANGED = "Опции с тех пор изменились. Выберите ещё раз."
ALREADY = "Эта опция уже предложена: покупатель ещё не ответил."


async def is_ordered(deal: Deal, *ticks: str) -> None:
    """A gig with two options, with these of them; the order is paid."""
    market = deal.market
    await market.starts(deal.buyer, await market.publishes_gig(deal.seller, questions="", options=f"{CARD}\n{BANNER}"))
    for button in ("Заказать", *ticks, "Дальше", "Подтвердить заказ"):
        await market.presses(deal.buyer, button)


async def choice(deal: Deal) -> Message:
    """What the seller chooses from."""
    await deal.market.presses(deal.seller, "Предложить опции", on=deal.card(deal.seller))
    assert deal.seller.last.text == CHOICE
    return deal.seller.last


async def edits_options(deal: Deal, *steps: str) -> None:
    """Of the gig, from «Изменить» → «Опции» to «Сохранить»."""
    market = deal.market
    await market.says(deal.seller, "/gigs")
    for step in ("Логотип для кофейни", "Изменить", "Опции", *steps, "Готово", "Сохранить"):
        if step.startswith(">"):
            await market.says(deal.seller, step[1:])
        else:
            await market.presses(deal.seller, step)


@pytest.mark.parametrize("is_started", [False, True])
async def test_an_option_of_the_gig_is_offered_with_two_taps(deal: Deal, is_started: bool) -> None:  # noqa: FBT001 - by name
    """«Предложить опции», the option; a double tap offers it once. Paid, it is part of the order."""
    await is_ordered(deal)
    if is_started:
        await deal.market.starts_work(deal.seller)
    left = await deal.left()
    chosen = await choice(deal)
    assert buttons(chosen) == [[CARD_BUTTON], [BANNER_BUTTON], ["Своя опция"]]
    deal.market.mark()

    assert await deal.double_taps(deal.seller, "Визитка", on=chosen) == ("", ALREADY)

    assert (deal.seller.message(chosen.id).text, labels(deal.seller.message(chosen.id))) == (SENT, [])
    (seller_hears,), (buyer_hears,) = deal.heard()
    assert seller_hears.endswith(f"Она войдёт в цену и срок заказа, когда он её оплатит.\n➕ Опция: {CARD_LINE}")
    assert buyer_hears.endswith(
        f"Оплатите опцию, если согласны: она войдёт в цену и срок заказа.\n➕ Опция: {CARD_LINE}"
    )
    assert await deal.double_taps(deal.buyer, "Оплатить опцию", on=deal.buyer.last) == (
        "Опция оплачена",
        "Это предложение уже не действует.",
    )
    for who in deal.sides:
        assert f"В цену и срок входят опции:\n☑ {CARD_LINE}" in deal.card(who).text
        assert f"Цена: 2{NBSP}000{NBSP}₽" in deal.card(who).text
    assert await deal.left() == left + (2 * 86_400 if is_started else 0)


async def test_what_is_open_or_bought_is_not_offered_again(deal: Deal) -> None:
    """Once nothing is left, the form opens at once; what was declined may be offered again."""
    await is_ordered(deal)
    await deal.market.presses(deal.seller, "Визитка", on=await choice(deal))
    assert labels(await choice(deal)) == [BANNER_BUTTON, "Своя опция"]
    await deal.market.presses(deal.seller, "Баннер")
    await deal.market.presses(deal.seller, "Предложить опции", on=deal.card(deal.seller))
    assert deal.seller.last.text.startswith("Заказ №1. Что вы предлагаете сделать дополнительно?")
    await deal.market.presses(deal.buyer, f"Оплатить опцию: 500{NBSP}₽", on=deal.card(deal.buyer))
    await deal.market.presses(deal.buyer, "Отказаться от опции «Баннер»", on=deal.card(deal.buyer))
    assert labels(await choice(deal)) == [BANNER_BUTTON, "Своя опция"]


async def test_what_was_ordered_with_the_gig_is_not_offered_again(deal: Deal) -> None:
    """It is part of the order."""
    await is_ordered(deal, "Визитка")
    assert labels(await choice(deal)) == [BANNER_BUTTON, "Своя опция"]


async def test_an_option_of_ones_own_is_written_as_before(deal: Deal) -> None:
    """«Своя опция» opens the form in place of the choice; a second tap opens it anew."""
    await is_ordered(deal)
    chosen = await choice(deal)
    await deal.double_taps(deal.seller, "Своя опция", on=chosen)
    assert deal.seller.message(chosen.id).text.startswith("Заказ №1. Что вы предлагаете сделать дополнительно?")
    await deal.market.says(deal.seller, "Футболка", "900", "1")
    await deal.market.presses(deal.seller, "Предложить", on="Так опцию увидит")
    assert f"➕ Опция: Футболка, 900{NBSP}₽, +1 день" in deal.buyer.last.text


async def test_what_the_gig_has_ready_now_is_offered(deal: Deal) -> None:
    """Added since the order was placed; and at the gig's new price. The order's own terms stay."""
    await is_ordered(deal)
    before = (await deal.order()).terms
    await edits_options(deal, "Убрать «Визитка»", "Добавить опцию", ">Визитка", ">600", ">2")
    assert labels(await choice(deal)) == [BANNER_BUTTON, f"Визитка · 600{NBSP}₽ · +2 дня", "Своя опция"]
    await deal.market.presses(deal.seller, "Визитка")
    assert f"Визитка, 600{NBSP}₽, +2 дня" in deal.buyer.last.text
    assert (await deal.order()).terms == before


async def test_a_choice_drawn_before_the_gig_has_changed_is_drawn_anew(deal: Deal) -> None:
    """Nothing is offered at a price that the gig no longer has."""
    await is_ordered(deal)
    chosen = await choice(deal)
    await edits_options(deal, "Убрать «Визитка»", "Добавить опцию", ">Визитка", ">600", ">2")
    async with deal.nothing_happens():
        assert await deal.market.presses(deal.seller, "Визитка", on=chosen) == CHANGED
    assert labels(deal.seller.message(chosen.id)) == [
        BANNER_BUTTON,
        f"Визитка · 600{NBSP}₽ · +2 дня",
        "Своя опция",
    ]
    await deal.market.presses(deal.seller, "Визитка", on=chosen)
    assert deal.seller.message(chosen.id).text == SENT


async def test_an_old_choice_offers_nothing_a_second_time(deal: Deal) -> None:
    """Declined since: the seller presses it knowingly or not at all."""
    await is_ordered(deal)
    chosen = await choice(deal)
    data = deal.seller.button(chosen, "Визитка")["callback_data"]
    await deal.market.presses(deal.seller, "Визитка", on=chosen)
    await deal.market.presses(deal.buyer, "Отказаться от опции")
    async with deal.nothing_happens():
        assert await deal.forges(deal.seller, data) == CHANGED


async def test_options_of_a_gig_that_is_removed_are_still_offered(deal: Deal) -> None:
    """Those that the order's copy has."""
    await is_ordered(deal, "Баннер")
    await deal.market.says(deal.seller, "/gigs")
    for step in ("Логотип для кофейни", "Удалить", "Да, удалить"):
        await deal.market.presses(deal.seller, step)
    assert labels(await choice(deal)) == [CARD_BUTTON, "Своя опция"]
    await deal.market.presses(deal.seller, "Визитка")
    assert CARD_LINE in deal.buyer.last.text


async def test_a_declined_option_of_the_gig_leads_to_cancellation_with_its_reason(deal: Deal) -> None:
    """As any other."""
    await is_ordered(deal)
    await deal.market.presses(deal.seller, "Визитка", on=await choice(deal))
    await deal.market.presses(deal.buyer, "Отказаться от опции")
    assert f"Покупатель отказался от опции: {CARD_LINE}." in deal.seller.last.text
    await deal.market.presses(deal.seller, "Отменить заказ", on=deal.seller.last)
    assert deal.seller.last.text.startswith("Требования покупателя не соответствуют описанию кворка\n")


async def test_the_choice_is_the_sellers_and_for_work_that_is_to_be_done(deal: Deal) -> None:
    """Pressed by the other side, by a stranger, while a cancellation is agreed, after the end."""
    await is_ordered(deal)
    market, seller = deal.market, deal.seller
    chosen = await choice(deal)
    stranger = market.person("Олег")
    await market.starts(stranger)
    presses = [seller.button(chosen, name)["callback_data"] for name in ("Визитка", "Своя опция")]
    async with deal.nothing_happens():
        for data in presses:
            assert await deal.forges(deal.buyer, data) == "Это решает другая сторона заказа."
            assert await deal.forges(stranger, data) == "Такого заказа у вас нет. Ваши заказы — в /orders."
            assert await deal.forges(seller, data.replace("m:1:", "m:2:")) == (
                "Такого заказа у вас нет. Ваши заказы — в /orders."
            )
    await deal.asks_to_cancel(seller, "Нет времени", EXPLANATION)
    async with deal.nothing_happens():
        for data in presses:
            assert (await deal.forges(seller, data)).startswith("Сейчас согласуется отмена")
    await market.presses(deal.buyer, "Причина уважительная", on=deal.card(deal.buyer))
    async with deal.nothing_happens():
        for data in presses:
            assert await deal.forges(seller, data) == "Заказ уже отменён."


async def test_in_english_too(deal: Deal) -> None:
    """Titles stay as they were written."""
    await is_ordered(deal)
    await deal.market.says(deal.seller, "/settings")
    await deal.market.presses(deal.seller, "Язык")
    await deal.market.presses(deal.seller, "English")
    await deal.market.presses(deal.seller, "Предложить опции", on=deal.card(deal.seller))
    assert deal.seller.last.text == "Order #1. Which option do you offer the buyer?"
    assert labels(deal.seller.last) == [
        f"Визитка · 500{NBSP}₽ · +2 days",
        f"Баннер · 700{NBSP}₽ · same term",
        "An option of your own",
    ]
    chosen = deal.seller.last
    first, second = await deal.double_taps(deal.seller, "Визитка", on=chosen)
    assert (first, second) == ("", "This option is offered already: the buyer has not answered yet.")
    assert deal.seller.message(chosen.id).text == "The option for order #1 is offered to the buyer."
