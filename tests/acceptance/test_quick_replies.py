"""Quick replies: kept in «Настройки», sent in an order with two taps (issue «The order room», 7)."""

import pytest

from sandbox.chats import Message
from sandbox.files import Kind
from sandbox.person import Person
from tests.acceptance.market import DAY, Market, labels
from tests.acceptance.stages import Deal, buttons

HEADING = "💬 Сергей · заказ №1 «Логотип для кофейни»"
GREETING = "Здравствуйте, {имя}! Ваш заказ — №{заказ}."
OVER = "Из этого списка ответ уже отправлен, или список устарел. Откройте «Быстрые ответы» в заказе ещё раз."
GONE = "Этого быстрого ответа больше нет: вы изменили или удалили его."
EXAMPLES = ["Здравствуйте, Анна!", "Анна, чтобы начать заказ №1,", "Анна, спасибо за заказ №1!"]


async def opens_kept(market: Market, who: Person) -> Message:
    """«Настройки» → «Быстрые ответы»."""
    await market.presses_or_says(who, "/settings")
    await market.presses(who, "Быстрые ответы", on=who.last)
    return who.last


async def keeps(market: Market, who: Person, *replies: str) -> Message:
    """Somebody adds these; gives the last one's page."""
    for reply in replies:
        await opens_kept(market, who)
        await market.presses(who, "Добавить ответ", on=who.last)
        await market.says(who, reply)
    return who.last


async def choice(deal: Deal) -> Message:
    """The first tap, on the seller's card."""
    await deal.market.presses(deal.seller, "Быстрые ответы", on=deal.card(deal.seller))
    return deal.seller.last


@pytest.fixture
async def greeted(deal: Deal) -> Deal:
    """A new order, and a seller who keeps a greeting and thanks."""
    await deal.reaches("new")
    await keeps(deal.market, deal.seller, GREETING, "Спасибо!")
    deal.market.mark()
    return deal


# Keeping them.


async def test_three_examples_are_offered_and_added_only_by_a_tap(market: Market, seller: Person) -> None:
    """Twice adds them once, and whoever keeps replies of their own is offered none."""
    page = await opens_kept(market, seller)
    assert "Пока здесь пусто. Начните с трёх готовых" in page.text
    assert labels(page) == ["Добавить три готовых", "Добавить ответ", "Назад"]
    presses = [seller.press(page, "Добавить три готовых") for _ in range(2)]
    await market.settled()
    assert all(press.answer is not None for press in presses)
    page = seller.message(page.id)
    assert [label[:3] for label in labels(page)] == ["1. ", "2. ", "3. ", "Доб", "Наз"]
    assert labels(page)[0].startswith("1. Здравствуйте, {имя}!")
    await market.presses(seller, "Назад", on=page)
    assert seller.message(page.id).text.startswith("Настройки")
    await market.presses(seller, "Быстрые ответы", on=seller.message(page.id))
    assert len(labels(seller.message(page.id))) == 5


async def test_a_reply_is_shown_as_it_will_read(market: Market, seller: Person) -> None:
    """With its formatting, at once, and again whenever it is opened."""
    await opens_kept(market, seller)
    await market.presses(seller, "Добавить ответ")
    assert "до 1\N{NO-BREAK SPACE}000 символов" in seller.last.text
    seller.write(GREETING, [{"type": "bold", "offset": 0, "length": len("Здравствуйте, {имя}!")}])
    await market.settled()
    page = seller.last
    assert page.text == (
        f"Сохранено. Быстрый ответ 1 из 1\n\n{GREETING}\n\n"
        "Так его прочитает покупатель:\n\nЗдравствуйте, Анна! Ваш заказ — №12."
    )
    bold = [entity for entity in page.body["entities"] if entity["type"] == "bold"]
    assert [entity["length"] for entity in bold][-1] == len("Здравствуйте, Анна!")
    assert labels(page) == ["Изменить", "Удалить", "Все ответы"]
    page = await keeps(market, seller, "Спасибо!")
    assert page.text == "Сохранено. Быстрый ответ 2 из 2\n\nСпасибо!"


async def test_replies_are_changed_moved_and_removed(market: Market, seller: Person) -> None:
    """The order is the person's; «Выше» pressed twice on one message moves once; removing asks first."""
    page = await keeps(market, seller, "раз", "два", "три")
    for press in [seller.press(page, "Выше") for _ in range(2)]:
        await market.settled()
        assert press.answer is not None
    assert "Быстрый ответ 2 из 3" in seller.message(page.id).text
    await market.presses(seller, "Изменить", on=seller.message(page.id))
    assert seller.message(page.id).text.endswith("Сейчас ответ такой:\n\nтри")
    page = await market.says(seller, "четыре")
    assert page.text.startswith("Сохранено. Быстрый ответ 2 из 3\n\nчетыре")
    await market.presses(seller, "Все ответы", on=page)
    page = seller.message(page.id)
    assert labels(page)[:3] == ["1. раз", "2. четыре", "3. два"]
    await market.presses(seller, "1. раз", on=page)
    assert "Выше" not in labels(seller.message(page.id))
    await market.presses(seller, "Удалить", on=page)
    assert seller.message(page.id).text == "Удалить этот ответ? Отправленное раньше останется.\n\nраз"
    await market.presses(seller, "Назад", on=page)
    await market.presses(seller, "Удалить", on=page)
    sure = seller.button(seller.message(page.id), "Удалить")["callback_data"]
    assert await market.presses(seller, "Удалить", on=page) == "Ответ удалён"
    assert labels(seller.message(page.id))[:2] == ["1. четыре", "2. два"]
    again = seller.press(page, data=sure)
    await market.settled()
    assert again.answer is not None
    assert again.answer.text == GONE
    assert labels(seller.message(page.id))[:2] == ["1. четыре", "2. два"]


@pytest.mark.parametrize(
    ("words", "answer"),
    [
        ("x" * 1_001, "Ответ может быть от 1 до 1\N{NO-BREAK SPACE}000 символов, сейчас в нём 1\N{NO-BREAK SPACE}001."),
        (
            "Здравствуйте, {фамилия}!",
            (
                "Вместо {фамилия} подставить нечего: бот знает только {имя} и {заказ}. Исправьте слово или уберите "
                "скобки."
            ),
        ),
        ("photo", "Здесь нужен текст: напишите ответ словами."),
        ("sticker", "Здесь нужен текст: напишите ответ словами."),
    ],
)
async def test_a_wrong_text_is_asked_again(market: Market, seller: Person, words: str, answer: str) -> None:
    """One sentence; the form stays where it was, over a restart too; then the right one is kept."""
    await opens_kept(market, seller)
    await market.presses(seller, "Добавить ответ")
    match words:
        case "photo":
            seller.send_file(Kind.PHOTO, "a.jpg", b"picture", "Подпись")
        case "sticker":
            seller.send_sticker()
        case _:
            seller.write(words)
    await market.settled()
    assert seller.last.text == answer
    await market.is_down(60)
    assert (await market.says(seller, GREETING)).text.startswith("Сохранено. Быстрый ответ 1 из 1")


async def test_the_form_is_left_by_both_its_buttons_and_by_the_command(market: Market, seller: Person) -> None:
    """Nothing is kept."""
    for leave in ("Отмена", "Назад", "/cancel"):
        page = await opens_kept(market, seller)
        await market.presses(seller, "Добавить ответ", on=page)
        if leave.startswith("/"):
            await market.says(seller, leave)
        else:
            await market.presses(seller, leave, on=page)
        await market.says(seller, "Это уже не ответ")
        assert "Пока здесь пусто" in (await opens_kept(market, seller)).text


async def test_twenty_are_kept_at_most(market: Market, seller: Person) -> None:
    """The page says so; an older page's button and an open form are refused, and the form keeps waiting."""
    for number in range(1, 20):
        await keeps(market, seller, f"ответ {number}")
    old = await opens_kept(market, seller)
    await opens_kept(market, seller)
    await market.presses(seller, "Добавить ответ", on=seller.last)
    await market.says(seller, "двадцатый")
    full = "Быстрых ответов может быть не больше 20. Чтобы добавить новый, удалите один из прежних."
    assert await market.presses(seller, "Добавить ответ", on=old) == full
    page = await opens_kept(market, seller)
    assert len(labels(page)) == 21
    assert "Сохранено 20 ответов, больше не поместится" in page.text


async def test_one_removed_while_it_was_being_changed_comes_back(market: Market, seller: Person) -> None:
    """What was typed is not lost."""
    page = await keeps(market, seller, "раз", "два")
    other = await opens_kept(market, seller)
    await market.presses(seller, "2. два", on=other)
    await market.presses(seller, "Изменить", on=page)
    await market.presses(seller, "Удалить", on=other)
    await market.presses(seller, "Удалить", on=other)
    assert (await market.says(seller, "три")).text.startswith("Сохранено. Быстрый ответ 2 из 2\n\nтри")


async def test_replies_are_nobody_elses(greeted: Deal) -> None:
    """With the button of another's, forged."""
    market, buyer = greeted.market, greeted.buyer
    before = labels(await opens_kept(market, greeted.seller))
    for data in ("qr:1:open", "qr:1:change", "qr:1:remove", "qr:1:sure", "qp:1:1", f"qr:{2**62}:open"):
        assert await greeted.forges(buyer, data) == GONE
    assert labels(await opens_kept(market, greeted.seller)) == before


# Sending one.


async def test_two_taps_send_one(greeted: Deal) -> None:
    """An ordinary message of the room; the list says what was sent; the history keeps it."""
    market, seller, buyer = greeted.market, greeted.seller, greeted.buyer
    shown = await choice(greeted)
    assert shown.text == "Заказ №1. Какой ответ отправить? Нажмите — и он уйдёт покупателю."
    assert labels(shown) == ["Здравствуйте, Анна! Ваш заказ — №1.", "Спасибо!", "Изменить ответы"]
    assert await market.presses(seller, "Здравствуйте, Анна!", on=shown) == "Отправлено"
    assert market.heard(buyer) == [f"{HEADING}\n\nЗдравствуйте, Анна! Ваш заказ — №1."]
    assert labels(buyer.last) == ["Написать", "Открыть заказ №1"]
    shown = seller.message(shown.id)
    assert shown.text == "✅ Отправлено в заказ №1:\n\nЗдравствуйте, Анна! Ваш заказ — №1."
    assert buttons(shown) == [["Открыть заказ №1"]]
    await market.presses(buyer, "История", on=greeted.card(buyer))
    assert "Здравствуйте, Анна! Ваш заказ — №1." in buyer.last.text
    buyer.write("И вам здравствуйте", reply_to=buyer.find(HEADING).id)
    seller.write("Начинаю завтра", reply_to=shown.id)
    await market.settled()
    assert seller.last.text.endswith("И вам здравствуйте")
    assert buyer.last.text == f"{HEADING}\n\nНачинаю завтра"


async def test_it_is_offered_wherever_the_seller_can_write(greeted: Deal) -> None:
    """Under the buyer's words, with a warning, in review, while a cancellation is agreed, and after the end."""
    market, seller, buyer = greeted.market, greeted.seller, greeted.buyer
    buyer.write("Здравствуйте", reply_to=greeted.card(buyer).id)
    await market.settled()
    assert buttons(seller.last) == [["Написать", "Быстрые ответы"], ["Открыть заказ №1"]]
    await market.presses(seller, "Быстрые ответы", on=seller.last)
    await market.presses(seller, "Здравствуйте, Анна!", on=seller.last)
    assert buyer.last.text.endswith("Ваш заказ — №1.")
    for step in ("start", "deliver", "Принять работу"):
        await greeted.does(step)
        assert ["Написать", "Быстрые ответы"] in buttons(greeted.card(seller))
        assert not any("Быстрые ответы" in labels(message) for message in buyer.received)
    await market.presses(seller, "Спасибо!", on=await choice(greeted))
    assert buyer.last.text == f"{HEADING}\n\nСпасибо!"


async def test_a_second_tap_on_the_same_list_sends_nothing(greeted: Deal) -> None:
    """Whichever button, and after a restart too; another list of the same order sends."""
    market, seller, buyer = greeted.market, greeted.seller, greeted.buyer
    first, second = await choice(greeted), await choice(greeted)
    thanks = seller.button(first, "Спасибо!")["callback_data"]
    assert await greeted.double_taps(seller, "Здравствуйте, Анна!", on=first) == ("Отправлено", OVER)
    await market.is_down(60)
    stale = seller.press(first, data=thanks)
    await market.settled()
    assert stale.answer is not None
    assert stale.answer.text == OVER
    assert [text.rpartition("\n")[2] for text in market.heard(buyer)] == ["Здравствуйте, Анна! Ваш заказ — №1."]
    assert "Здравствуйте" in seller.message(first.id).text
    assert await market.presses(seller, "Спасибо!", on=second) == "Отправлено"
    assert buyer.last.text.endswith("Спасибо!")


@pytest.mark.parametrize("change", ["changed", "removed"])
async def test_nothing_goes_out_that_the_list_did_not_show(greeted: Deal, change: str) -> None:
    """A reply changed or removed since is not sent; the list is shown as it is now, and still sends one."""
    market, seller, buyer = greeted.market, greeted.seller, greeted.buyer
    shown = await choice(greeted)
    page = await opens_kept(market, seller)
    await market.presses(seller, "2. Спасибо!", on=page)
    await market.presses(seller, "Изменить" if change == "changed" else "Удалить", on=page)
    if change == "changed":
        await market.says(seller, "Благодарю.")
    else:
        await market.presses(seller, "Удалить", on=page)
    market.mark()
    assert await market.presses(seller, "Спасибо!", on=shown) == GONE
    assert (market.heard(seller), market.heard(buyer)) == ([], [])
    rest = ["Благодарю."] if change == "changed" else []
    assert labels(seller.message(shown.id))[1:-1] == rest
    await market.presses(seller, "Здравствуйте, Анна!", on=shown)
    assert buyer.last.text.endswith("Ваш заказ — №1.")


async def test_without_any_the_order_leads_to_where_they_are_kept(deal: Deal) -> None:
    """The examples are there with one tap, and the next one sends."""
    await deal.reaches("new")
    market, seller, buyer = deal.market, deal.seller, deal.buyer
    market.mark()
    shown = await choice(deal)
    assert shown.text.startswith("Заказ №1. Быстрых ответов у вас пока нет.")
    assert labels(shown) == ["Добавить три готовых", "Добавить ответ"]
    presses = [seller.press(shown, "Добавить три готовых") for _ in range(2)]
    await market.settled()
    assert all(press.answer is not None for press in presses)
    shown = seller.message(shown.id)
    assert all(label.startswith(begin) for label, begin in zip(labels(shown)[:3], EXAMPLES, strict=True))
    assert market.heard(buyer) == []
    await market.presses(seller, EXAMPLES[0], on=shown)
    assert market.heard(buyer)[0].startswith(f"{HEADING}\n\n{EXAMPLES[0]} Спасибо за заказ №1.")
    await market.presses(seller, "Добавить ответ", on=await opens_kept(market, seller))
    await market.says(seller, "Свой")
    assert "Свой" in labels(await choice(deal))


async def test_a_buyers_name_is_never_markup(market: Market, seller: Person) -> None:
    """Whatever they are called, braces included; of the name only the first."""
    buyer = market.sandbox.people.add("<b>{заказ}<i> *_[x](http://a.b)`", last_name="Фамилия", language_code="ru")
    market.people["buyer"] = buyer
    deal = Deal(market, seller, buyer)
    await deal.reaches("new")
    await keeps(market, seller, "{имя}: №{заказ}")
    shown = await choice(deal)
    reads = "<b>{заказ}<i> *_[x](http://a.b)`: №1"
    assert labels(shown)[0] == reads
    await market.presses(seller, reads, on=shown)
    assert buyer.last.text.endswith(f"\n\n{reads}")
    assert {entity["type"] for entity in buyer.last.body["entities"]} <= {"bold", "url"}
    assert seller.message(shown.id).text.endswith(f"\n\n{reads}")


async def test_formatting_arrives(greeted: Deal) -> None:
    """Where it stands with the name put in."""
    market, seller, buyer = greeted.market, greeted.seller, greeted.buyer
    await opens_kept(market, seller)
    await market.presses(seller, "Добавить ответ", on=seller.last)
    seller.write("{имя}, срочно", [{"type": "italic", "offset": 7, "length": 6}])
    await market.settled()
    await market.presses(seller, "Анна, срочно", on=await choice(greeted))
    (italic,) = [entity for entity in buyer.last.body["entities"] if entity["type"] == "italic"]
    assert italic["offset"] == len(f"{HEADING}\n\nАнна, ".encode("utf-16-le")) // 2
    assert italic["length"] == 6


async def test_what_grows_too_long_with_the_name_is_not_sent(market: Market, seller: Person) -> None:
    """One sentence; the list stays, and sends another."""
    buyer = market.person("А" * 64)
    deal = Deal(market, seller, buyer)
    await deal.reaches("new")
    await keeps(market, seller, "{имя}" * 200, "{имя}" * 62, "Коротко")
    shown = await choice(deal)
    market.mark()
    long, almost, _short, _edit = (seller.button(shown, (row, 0))["callback_data"] for row in range(4))
    press = seller.press(shown, data=long)
    await market.settled()
    assert press.answer is not None
    assert press.answer.text.startswith("Текст может быть не длиннее 4\N{NO-BREAK SPACE}096 символов")
    assert market.heard(buyer) == []
    seller.press(shown, data=almost)
    await market.settled()
    assert market.heard(buyer)[0] == "А" * 64 * 62
    assert seller.message(shown.id).text.startswith("✅ Отправлено в заказ №1:\n\nААА")


async def test_a_phone_number_in_ones_own_reply_is_said_beforehand(greeted: Deal) -> None:
    """Where it is kept and on its button; the tap is the yes."""
    market, seller, buyer = greeted.market, greeted.seller, greeted.buyer
    page = await keeps(market, seller, "8 (900) 123-45-67")
    assert page.text.endswith("📞 Здесь номер телефона. Отправляя этот ответ в заказ, вы передаёте и его.")
    shown = await choice(greeted)
    assert labels(shown)[2] == "📞 8 (900) 123-45-67"
    assert await market.presses(seller, "📞", on=shown) == "Отправлено"
    assert buyer.last.text == f"{HEADING}\n\n8 (900) 123-45-67"


async def test_a_buyer_who_is_away_gets_it_when_they_are_back(greeted: Deal) -> None:
    """The seller is told that it waits."""
    market, seller, buyer = greeted.market, greeted.seller, greeted.buyer
    buyer.block()
    await market.settled()
    shown = await choice(greeted)
    await market.presses(seller, "Спасибо!", on=shown)
    assert seller.last.text.startswith("Анна сейчас вне бота. Сообщения в заказ №1 сохранены")
    buyer.unblock()
    await market.settled()
    assert buyer.last.text == f"{HEADING}\n\nСпасибо!"


async def test_a_closed_room_takes_none(greeted: Deal) -> None:
    """From the card, from a list opened in time, and with the examples."""
    market, seller, buyer = greeted.market, greeted.seller, greeted.buyer
    for step in ("start", "deliver", "Принять работу"):
        await greeted.does(step)
    card, shown = greeted.card(seller), await choice(greeted)
    await market.later(30 * DAY)
    market.mark()
    late = "Заказ завершён больше 30 дней назад: писать в него уже нельзя."
    assert await market.presses(seller, "Спасибо!", on=shown) == late
    assert await greeted.forges(seller, "qe:1") == late
    assert await market.presses(seller, "Быстрые ответы", on=card) == late
    assert (market.heard(seller), market.heard(buyer)) == ([], [])


async def test_a_forged_press_sends_nothing(greeted: Deal) -> None:
    """By the buyer, by a stranger, of another's reply, from a list that nobody has opened."""
    market, seller, buyer = greeted.market, greeted.seller, greeted.buyer
    stranger = market.person("Олег")
    await keeps(market, stranger, "Чужой ответ")
    shown = await choice(greeted)
    sending = seller.button(shown, "Спасибо!")["callback_data"]
    prefix, number, reply, asked = sending.split(":")
    theirs = "Это решает другая сторона заказа."
    strange = "Такого заказа у вас нет. Ваши заказы — в /orders."
    async with greeted.nothing_happens():
        for data in (sending, "o:1:quick:1:n", "qe:1"):
            assert await greeted.forges(buyer, data) == theirs
            assert await greeted.forges(stranger, data) == strange
        assert await greeted.forges(seller, f"{prefix}:{number}:{reply}:999999") == OVER
        assert await greeted.forges(seller, f"{prefix}:{number}:{int(reply) + 1}:{asked}") == GONE
        assert await greeted.forges(seller, f"{prefix}:2:{reply}:{asked}") == strange
        assert await greeted.forges(seller, f"{prefix}:-1:{reply}:{asked}") == strange
    assert await market.presses(seller, "Спасибо!", on=shown) == "Отправлено"


async def test_an_open_form_stays_where_it_was(greeted: Deal) -> None:
    """Sending a quick reply is no form: what is being handed over is not lost."""
    market, seller, buyer = greeted.market, greeted.seller, greeted.buyer
    await market.starts_work(seller)
    await market.presses(seller, "Сдать выполненную работу", on=greeted.card(seller))
    await market.says(seller, "Готово, смотрите")
    await market.presses(seller, "Спасибо!", on=await choice(greeted))
    assert buyer.last.text.endswith("\n\nСпасибо!")
    await market.presses(seller, "Готово", on="Принято")
    assert any("Готово, смотрите" in text for text in market.heard(seller))


async def test_english_sellers_read_and_write_it_in_english(market: Market, buyer: Person) -> None:
    """The page, the examples and their placeholders, the list, the refusals; the buyer reads Russian around it."""
    john = market.person("John", language="en")
    deal = Deal(market, john, buyer)
    payload = await publishes_in_english(market, john)
    await market.orders(buyer, payload, "Зерно")
    await market.presses(buyer, "Подтвердить заказ")
    await market.says(john, "/settings")
    await market.presses(john, "Quick replies", on=john.last)
    page = john.last
    assert "In place of {name} the bot puts the buyer’s name, in place of {order} the order’s number." in page.text
    await market.presses(john, "Add three prepared ones", on=page)
    await market.presses(john, "Add a reply", on=john.message(page.id))
    assert (await market.says(john, "Hi {surname}")).text == (
        "There is nothing to put in place of {surname}: the bot knows only {name} and {order}. Correct the "
        "word, or take the braces away."
    )
    assert (await market.says(john, "Hi {Name}, order {order}")).text == (
        "Saved. Quick reply 4 of 4\n\nHi {Name}, order {order}\n\nThe buyer will read it like this:\n\n"
        "Hi Anna, order 12"
    )
    await market.presses(john, "Quick replies", on=deal.card(john))
    shown = john.last
    assert shown.text == "Order #1. Which reply is to be sent? Press it, and the buyer gets it."
    assert labels(shown)[0].startswith("Hello Анна, thank you for order #1.")
    assert await market.presses(john, "Hi Анна, order 1", on=shown) == "Sent"
    assert buyer.last.text == "💬 John · заказ №1 «Logo for a café»\n\nHi Анна, order 1"
    assert john.message(shown.id).text == "✅ Sent in order #1:\n\nHi Анна, order 1"


async def publishes_in_english(market: Market, seller: Person) -> str:
    """A gig; gives its link's payload."""
    await market.starts(seller)
    await market.says(seller, "/gigs")
    await market.presses(seller, "Create a gig")
    await market.says(seller, "Logo for a café", "I draw a logo in three versions, sources in SVG.", "What to write?")
    await market.says(seller, "1500", "3")
    await market.presses(seller, "Publish")
    text = next(message.text for message in reversed(seller.received) if "start=k_" in message.text)
    return "k_" + text.partition("start=k_")[2].split()[0]
