"""A buyer orders a gig with some of its options."""

import pytest

from sandbox.chats import Message
from sandbox.person import Person
from tests.acceptance.market import DAY, Market, labels
from tests.acceptance.stages import Deal, buttons

NBSP = "\N{NO-BREAK SPACE}"
CARD = "Визитка, 500, 2"
BANNER = "Баннер, 700, 0"
CARD_LINE = f"Визитка, 500{NBSP}₽, +2 дня"
BANNER_LINE = f"Баннер, 700{NBSP}₽, срок тот же"
PLAIN_TOTAL = f"Всего: 1{NBSP}500{NBSP}₽, срок: 3 дня"
TOTAL = f"Всего: 2{NBSP}000{NBSP}₽, срок: 5 дней"
INCLUDED = "В цену и срок входят опции:"
CHANGED = "Продавец изменил условия. Посмотрите их ещё раз и, если согласны, нажмите «Заказать»."


def cards(person: Person) -> list[Message]:
    """The order cards in the chat."""
    return [message for message in person.received if message.text.startswith("Заказ №")]


async def chooses(market: Market, seller: Person, buyer: Person, *ticks: str, questions: str = "Какой цвет?") -> None:
    """«Заказать» on a gig with two options, and these of them ticked."""
    await market.starts(buyer, await market.publishes_gig(seller, questions=questions, options=f"{CARD}\n{BANNER}"))
    await market.presses(buyer, "Заказать")
    for tick in ticks:
        await market.presses(buyer, tick)


async def changes(market: Market, seller: Person, part: str, value: str) -> None:
    """The seller changes one part of their gig."""
    await market.says(seller, "/gigs")
    await market.presses(seller, "Логотип для кофейни")
    await market.presses(seller, "Изменить")
    await market.presses(seller, part)
    await market.says(seller, value)
    await market.presses(seller, "Сохранить")


async def drops(market: Market, seller: Person, *options: str) -> None:
    """The seller takes options away from their gig."""
    await market.says(seller, "/gigs")
    await market.presses(seller, "Логотип для кофейни")
    await market.presses(seller, "Изменить")
    await market.presses(seller, "Опции")
    for option in options:
        await market.presses(seller, f"Убрать «{option}»")
    await market.presses(seller, "Готово")
    await market.presses(seller, "Сохранить")


async def test_options_are_ticked_and_the_total_follows(market: Market, seller: Person, buyer: Person) -> None:
    """Before the questions, since they belong to what is bought; nothing is ticked at first."""
    await chooses(market, seller, buyer)
    assert "выберите опции и ответьте на вопросы" in buyer.received[-2].text
    assert buyer.last.text == (
        "Что добавить к заказу?\nОтметьте нужное. Если ничего не нужно, сразу нажмите «Дальше».\n\n"
        f"☐ {CARD_LINE}\n☐ {BANNER_LINE}\n\n{PLAIN_TOTAL}"
    )
    assert buttons(buyer.last) == [
        [f"☐ Визитка · +500{NBSP}₽ · +2 дня"],
        [f"☐ Баннер · +700{NBSP}₽"],
        ["(success) Дальше"],
        ["Отмена"],
    ]
    await market.presses(buyer, "Баннер")
    await market.presses(buyer, "Визитка")
    assert f"☑ {CARD_LINE}\n☑ {BANNER_LINE}\n\nВсего: 2{NBSP}700{NBSP}₽, срок: 5 дней" in buyer.last.text
    await market.presses(buyer, "Баннер")
    assert f"☑ {CARD_LINE}\n☐ {BANNER_LINE}\n\n{TOTAL}" in buyer.last.text
    assert f"☑ Визитка · +500{NBSP}₽ · +2 дня" in labels(buyer.last)

    choice = buyer.last
    await market.presses(buyer, "Дальше")
    assert buyer.message(choice.id).text == f"☑ {CARD_LINE}\n{TOTAL}"
    assert "Вопрос 1 из 1\nКакой цвет?" in buyer.last.text


async def test_an_order_with_options_has_their_price_and_term(deal: Deal) -> None:
    """Both cards, «Задание», «История»; the due time is counted with the whole term."""
    market, seller, buyer = deal.market, deal.seller, deal.buyer
    await chooses(market, seller, buyer, "Визитка")
    await market.presses(buyer, "Дальше")
    await market.says(buyer, "Коричневый")
    await market.presses(buyer, "Готово")
    await market.presses(buyer, "Подтвердить заказ")
    for who in deal.sides:
        lines = deal.card(who).text.split("\n")
        assert {f"Цена: 2{NBSP}000{NBSP}₽", "Срок: 5 дней"} <= set(lines)
        assert lines[lines.index(INCLUDED) + 1] == f"☑ {CARD_LINE}"
        assert f"☑ {BANNER_LINE}" not in lines
    await market.starts_work(seller)
    assert await deal.left() == 5 * DAY

    await market.presses(seller, "Задание", on=deal.card(seller))
    assert any(f"{INCLUDED}\n☑ {CARD_LINE}\n\nКакой цвет?" in message.text for message in seller.received[-2:])
    await market.presses(buyer, "История", on=deal.card(buyer))
    assert f"Покупатель оформил заказ с опциями. Подтвердить: до 24 ноября, 12:00\n{CARD_LINE}\n" in buyer.last.text


async def test_options_that_are_paid_for_later_join_those_ordered_with_the_gig(deal: Deal) -> None:
    """In the same list, and in the same sum."""
    market, seller, buyer = deal.market, deal.seller, deal.buyer
    await chooses(market, seller, buyer, "Визитка", questions="")
    await market.presses(buyer, "Дальше")
    await market.presses(buyer, "Подтвердить заказ")
    await market.presses(seller, "Предложить опции")
    await market.presses(seller, "Баннер")
    await market.presses(buyer, "Оплатить опцию")
    for who in deal.sides:
        assert f"{INCLUDED}\n☑ {CARD_LINE}\n☑ {BANNER_LINE}" in deal.card(who).text
        assert f"Цена: 2{NBSP}700{NBSP}₽" in deal.card(who).text
    assert [option.number for option in (await deal.order()).bought] == [1, 2]


@pytest.mark.parametrize("questions", ["", "Какой цвет?"])
async def test_nobody_has_to_take_an_option(market: Market, seller: Person, buyer: Person, questions: str) -> None:
    """«Дальше» at once; price and term are the gig's."""
    await chooses(market, seller, buyer, questions=questions)
    choice = buyer.last
    await market.presses(buyer, "Дальше")
    assert buyer.message(choice.id).text == f"Без опций\n{PLAIN_TOTAL}"
    if questions:
        await market.says(buyer, "Коричневый")
        await market.presses(buyer, "Готово")
    card = cards(buyer)[-1].text
    assert f"Цена: 1{NBSP}500{NBSP}₽" in card
    assert INCLUDED not in card


async def test_a_gig_with_options_and_without_questions_is_ordered_once(
    market: Market, seller: Person, buyer: Person
) -> None:
    """A double tap on «Дальше» places one order."""
    await chooses(market, seller, buyer, "Визитка", questions="")
    presses = [buyer.press(buyer.last, "Дальше"), buyer.press(buyer.last, "Дальше")]
    await market.settled()
    first, second = (press.answer for press in presses)
    assert first is not None
    assert second is not None
    assert (first.text, second.text) == ("", "Эта кнопка больше не действует. Откройте /start.")
    assert {card.text.split("\n")[0] for card in cards(buyer)} == {"Заказ №1"}
    assert f"Цена: 2{NBSP}000{NBSP}₽" in cards(buyer)[-1].text


async def test_a_double_tap_on_an_option_ticks_it(market: Market, seller: Person, buyer: Person) -> None:
    """The button says what it was drawn to do; the second tap finds that done."""
    await chooses(market, seller, buyer)
    for _ in range(2):
        buyer.press(buyer.last, "Визитка")
    await market.settled()
    assert TOTAL in buyer.last.text


async def test_the_choice_survives_a_restart_and_a_look_elsewhere(
    market: Market, seller: Person, buyer: Person
) -> None:
    """«Заказать» goes on where it was; from the first question «Назад» leads to the options as they were ticked."""
    await chooses(market, seller, buyer, "Визитка")
    await market.stop_bot()
    await market.start_bot()
    await market.presses(buyer, "Заказать", on="Логотип для кофейни")
    assert TOTAL in buyer.last.text
    await market.presses(buyer, "Дальше")
    await market.says(buyer, "Коричневый")
    await market.presses(buyer, "Назад")
    assert TOTAL in buyer.last.text
    await market.presses(buyer, "Баннер")
    await market.presses(buyer, "Дальше")
    assert "Коричневый" in buyer.last.text
    await market.presses(buyer, "Готово")
    assert f"Цена: 2{NBSP}700{NBSP}₽" in cards(buyer)[-1].text


async def test_buttons_of_a_choice_that_is_over_do_nothing(market: Market, seller: Person, buyer: Person) -> None:
    """Neither ticking nor «Дальше»; and an option that is not there can't be forged."""
    await chooses(market, seller, buyer)
    choice = buyer.last
    tick, go_on = (buyer.button(choice, name)["callback_data"] for name in ("Визитка", "Дальше"))
    for at in ("2", "-1", "99"):
        press = buyer.press(choice, data=tick.replace(":0:", f":{at}:"))
        await market.settled()
        assert press.answer is not None
        assert press.answer.text == "Такой опции у кворка сейчас нет. Выберите ещё раз."
    await market.presses(buyer, "Дальше")
    for data in (tick, go_on):
        press = buyer.press(choice, data=data)
        await market.settled()
        assert press.answer is not None
        assert press.answer.text
    await market.says(buyer, "Коричневый")
    await market.presses(buyer, "Готово")
    assert INCLUDED not in cards(buyer)[-1].text


async def test_words_while_options_are_chosen_are_answered(market: Market, seller: Person, buyer: Person) -> None:
    """A button is due; what is ticked stays."""
    await chooses(market, seller, buyer, "Визитка")
    assert "нужна кнопка под последним вопросом" in (await market.says(buyer, "Мне побыстрее")).text
    await market.presses(buyer, "Дальше")
    assert "Какой цвет?" in buyer.last.text


async def test_leaving_orders_nothing(market: Market, seller: Person, buyer: Person) -> None:
    """«Отмена» on the options."""
    await chooses(market, seller, buyer, "Визитка", questions="")
    await market.presses(buyer, "Отмена")
    assert "Вы вышли из формы." in buyer.last.text
    assert cards(buyer) == []


async def test_an_option_that_is_gone_by_now_is_not_ordered(market: Market, seller: Person, buyer: Person) -> None:
    """The page is shown anew; what else was ticked stays ticked."""
    await chooses(market, seller, buyer, "Визитка", "Баннер", questions="")
    await drops(market, seller, "Баннер")
    assert await market.presses(buyer, "Дальше") == CHANGED
    assert buyer.last.text.startswith(CHANGED)
    assert cards(buyer) == []
    await market.presses(buyer, "Заказать")
    assert f"☑ {CARD_LINE}\n\n{TOTAL}" in buyer.last.text
    assert "Баннер" not in buyer.last.text
    await market.presses(buyer, "Дальше")
    assert f"Цена: 2{NBSP}000{NBSP}₽" in cards(buyer)[-1].text


async def test_without_any_options_left_the_order_is_placed_from_the_page(
    market: Market, seller: Person, buyer: Person
) -> None:
    """There is nothing to choose any more."""
    await chooses(market, seller, buyer, "Визитка", questions="")
    await drops(market, seller, "Визитка", "Баннер")
    assert await market.presses(buyer, "Дальше") == CHANGED
    await market.presses(buyer, "Заказать")
    assert f"Цена: 1{NBSP}500{NBSP}₽" in cards(buyer)[-1].text


async def test_options_changed_while_questions_are_answered_are_chosen_anew(
    market: Market, seller: Person, buyer: Person
) -> None:
    """The answers are kept; nobody pays a price they have not seen."""
    await chooses(market, seller, buyer, "Визитка", "Баннер")
    await market.presses(buyer, "Дальше")
    await market.says(buyer, "Коричневый")
    await drops(market, seller, "Визитка")
    assert await market.presses(buyer, "Готово") == CHANGED
    assert "Ваши ответы сохранены." in buyer.last.text
    await market.presses(buyer, "Заказать")
    assert f"☑ {BANNER_LINE}\n\nВсего: 2{NBSP}200{NBSP}₽, срок: 3 дня" in buyer.last.text
    await market.presses(buyer, "Дальше")
    assert "Коричневый" in buyer.last.text
    await market.presses(buyer, "Готово")
    card = cards(buyer)[-1].text
    assert (f"Цена: 2{NBSP}200{NBSP}₽" in card, "Коричневый" in card, CARD_LINE in card) == (True, True, False)


async def test_a_new_price_of_the_gig_shows_the_total_and_one_tap_agrees(
    market: Market, seller: Person, buyer: Person
) -> None:
    """The options are the same, so they need not be chosen again."""
    await chooses(market, seller, buyer, "Визитка")
    await market.presses(buyer, "Дальше")
    await market.says(buyer, "Коричневый")
    await changes(market, seller, "Цена", "2000")
    assert await market.presses(buyer, "Готово") == CHANGED
    assert buyer.last.text.endswith(f"\n\n☑ {CARD_LINE}\nВсего: 2{NBSP}500{NBSP}₽, срок: 5 дней")
    await market.presses(buyer, "Заказать")
    assert f"Цена: 2{NBSP}500{NBSP}₽" in cards(buyer)[-1].text


async def test_a_page_drawn_before_there_were_options_is_drawn_anew(
    market: Market, seller: Person, buyer: Person
) -> None:
    """Its «Заказать» orders nothing yet."""
    page = await market.starts(buyer, await market.publishes_gig(seller, questions=""))
    await market.says(seller, "/gigs")
    await market.presses(seller, "Логотип для кофейни")
    await market.presses(seller, "Изменить")
    await market.presses(seller, "Опции")
    await market.adds_options(seller, CARD)
    await market.presses(seller, "Готово")
    await market.presses(seller, "Сохранить")
    assert await market.presses(buyer, "Заказать", on=page) == CHANGED
    assert f"➕ {CARD_LINE}" in buyer.message(page.id).text
    await market.presses(buyer, "Заказать", on=page)
    assert PLAIN_TOTAL in buyer.last.text
    assert cards(buyer) == []


async def test_a_paused_gig_keeps_the_choice(market: Market, seller: Person, buyer: Person) -> None:
    """Once it is resumed, «Дальше» goes on."""
    await chooses(market, seller, buyer, "Визитка", questions="")
    await market.presses(seller, "Открыть кворк")
    await market.presses(seller, "Приостановить")
    assert "не продаётся" in await market.presses(buyer, "Дальше")
    assert TOTAL in buyer.last.text
    await market.presses(seller, "Возобновить")
    await market.presses(buyer, "Дальше")
    assert f"Цена: 2{NBSP}000{NBSP}₽" in cards(buyer)[-1].text


async def test_what_the_gig_offers_later_changes_no_order(deal: Deal) -> None:
    """It keeps the copy it was bought with."""
    market, seller, buyer = deal.market, deal.seller, deal.buyer
    await chooses(market, seller, buyer, "Визитка", questions="")
    await market.presses(buyer, "Дальше")
    before = await deal.order()
    await drops(market, seller, "Визитка")
    assert await deal.order() == before
    await market.presses(buyer, "Подтвердить заказ")
    assert f"{INCLUDED}\n☑ {CARD_LINE}" in deal.card(seller).text


async def test_an_english_buyer_chooses_in_english(market: Market, seller: Person) -> None:
    """Titles stay as the seller wrote them."""
    payload = await market.publishes_gig(seller, questions="", options=f"{CARD}\n{BANNER}")
    kate = market.person("Kate", "en")
    page = await market.starts(kate, payload)
    assert f"Options, paid separately:\n➕ Визитка, 500{NBSP}₽, +2 days\n" in page.text
    assert "Press “Order” and choose options." in page.text
    await market.presses(kate, "Order")
    await market.presses(kate, "Визитка")
    assert kate.last.text == (
        "What do you want to add to the order?\nTick what you want. If you want nothing, just press “Next”.\n\n"
        f"☑ Визитка, 500{NBSP}₽, +2 days\n☐ Баннер, 700{NBSP}₽, same term\n\nIn all: 2,000{NBSP}₽, term: 5 days"
    )
    assert labels(kate.last) == [f"☑ Визитка · +500{NBSP}₽ · +2 days", f"☐ Баннер · +700{NBSP}₽", "Next", "Cancel"]
    await market.presses(kate, "Next")
    assert f"Price and term include these options:\n☑ Визитка, 500{NBSP}₽, +2 days" in kate.last.text
    await market.presses(kate, "Confirm order")
    assert f"{INCLUDED}\n☑ {CARD_LINE}" in seller.last.text
    await market.presses(kate, "History")
    assert "The buyer placed the order with options." in kate.last.text
