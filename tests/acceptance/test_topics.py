"""One topic an order, where the operator has switched topics on in the bot's private chats (SPEC 5)."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from sandbox.chats import Message
from sandbox.faults import FaultKind
from sandbox.files import Kind
from sandbox.person import Attachment, Person
from tests.acceptance.market import DAY, Market, labels, open_market
from tests.acceptance.stages import Deal

TITLE = "Логотип для кофейни"
METHODS = ("createForumTopic", "editForumTopic", "closeForumTopic", "reopenForumTopic", "deleteForumTopic")


@pytest.fixture
async def market(tmp_path: Path) -> AsyncIterator[Market]:
    """With topics switched on."""
    async with open_market(tmp_path, switches=["topics"]) as fresh:
        yield fresh


@pytest.fixture
async def closing(tmp_path: Path) -> AsyncIterator[Deal]:
    """A paid order in a Telegram that closes topics of private chats."""
    async with open_market(tmp_path, switches=["topics", "closes_topics"]) as fresh:
        deal = Deal(fresh, fresh.person("Сергей"), fresh.person("Анна"))
        await fresh.new_order(*deal.sides)
        yield deal


@pytest.fixture
async def loose(tmp_path: Path) -> AsyncIterator[Deal]:
    """A paid order where people may make and delete topics themselves."""
    async with open_market(tmp_path, switches=["topics", "people_make_topics"]) as fresh:
        deal = Deal(fresh, fresh.person("Сергей"), fresh.person("Анна"))
        await fresh.new_order(*deal.sides)
        fresh.mark()
        yield deal


@pytest.fixture
async def paid(deal: Deal) -> Deal:
    """A paid order."""
    await deal.market.new_order(*deal.sides)
    deal.market.mark()
    return deal


def new(market: Market, who: Person) -> list[Message]:
    """What the bot has said since the mark, without what Telegram tells of topics."""
    return [
        message
        for message in who.received
        if message.id > market._marks.get(who.id, 0) and not message.kind.startswith("forum_topic")
    ]


def names(who: Person) -> list[str]:
    """Of all topics, oldest first."""
    return [topic.name for topic in who.chat.topics.values()]


def named(who: Person, thread: int) -> list[str]:
    """What a topic has been called, from its making on."""
    found = []
    for message in who.received:
        change = message.body.get("forum_topic_created") or message.body.get("forum_topic_edited")
        if change and message.thread_id == thread:
            found.append(change["name"])
    return found


def calls(market: Market, *methods: str) -> list[str]:
    """Of these methods, in their order."""
    return [call.method for call in market.sandbox.calls if call.method in methods]


async def writes(market: Market, who: Person, words: str, topic: str = "№1") -> Message:
    """Somebody writes in the topic with this in its name."""
    sent = who.write(words, thread_id=who.topic(topic))
    await market.settled()
    return sent


async def test_a_whole_order_lives_in_its_topic_on_both_sides(
    market: Market, deal: Deal, seller: Person, buyer: Person
) -> None:
    """Card, news, warnings and work; the name follows the status, and the rest of the chat stays free of it."""
    payload = await market.publishes_gig(seller)
    await market.orders(buyer, payload, "«Зерно»")
    market.mark()
    await market.presses(buyer, "Подтвердить заказ")
    await market.later(12 * 3_600)
    await market.starts_work(seller)
    await market.presses(seller, "Сдать выполненную работу")
    await writes(market, seller, "Готово, принимайте.")
    await market.presses(seller, "Готово")
    await market.presses(seller, "Сдать")
    await market.presses(buyer, "Отправить на доработку")
    await writes(market, buyer, "Цвет темнее, пожалуйста.")
    await market.presses(buyer, "Отправить на доработку", on="Принято")
    await market.later(4 * DAY)
    await market.presses(seller, "Сдать выполненную работу")
    await writes(market, seller, "Теперь темнее.")
    await market.presses(seller, "Готово")
    await market.presses(seller, "Сдать")
    await market.presses(buyer, "Принять работу")

    assert len(new(market, seller)) > 10
    for who in deal.sides:
        assert {message.thread_id for message in new(market, who)} == {who.topic("№1")}
        assert deal.card(who).thread_id == who.topic("№1")
        assert len(who.chat.topics) == 1
    statuses = ["Не начат", "В работе", "На проверке", "В работе", "Просрочен", "На проверке", "Выполнен"]
    assert named(seller, seller.topic("№1")) == [f"№1 · {status} · {TITLE}" for status in statuses]
    assert named(buyer, buyer.topic("№1")) == [f"№1 · {status} · {TITLE}" for status in ("Ожидает оплаты", *statuses)]


async def test_the_name_tells_of_a_request_to_cancel_in_the_readers_language(market: Market, seller: Person) -> None:
    """And follows when that is changed."""
    buyer = market.person("Anna", "en")
    payload = await market.publishes_gig(seller)
    await market.starts(buyer, payload)
    await market.presses(buyer, "Order")
    await market.says(buyer, "Coffee")
    await market.presses(buyer, "Done")
    await market.presses(buyer, "Confirm order")
    deal = Deal(market, seller, buyer)
    await market.presses(seller, "Отменить заказ", on=deal.card(seller))
    await market.presses(seller, "Нет времени")
    await writes(market, seller, "Заболел и не успею сделать работу в срок, простите.")
    await market.presses(seller, "Отправить покупателю")
    assert (names(seller), names(buyer)) == (
        [f"№1 · Согласуется отмена · {TITLE}"],
        [f"#1 · Cancellation being agreed · {TITLE}"],
    )
    await market.says(buyer, "/settings")
    await market.presses(buyer, "Language")
    await market.presses(buyer, "Русский")
    await writes(market, seller, "Ответьте, пожалуйста")
    assert names(buyer) == [f"№1 · Согласуется отмена · {TITLE}"]


async def test_what_is_written_in_the_topic_goes_to_the_other_side_at_once(paid: Deal) -> None:
    """Without a reply, without an acknowledgement, in one call; the other side answers in the same way."""
    market, seller, buyer = paid.market, paid.seller, paid.buyer
    before = len(market.sandbox.calls.select(chat_id=seller.id))
    await writes(market, buyer, "Шрифты с засечками, пожалуйста")
    (shown,) = new(market, seller)
    assert shown.text.endswith("\n\nШрифты с засечками, пожалуйста")
    assert shown.thread_id == seller.topic("№1")
    assert len(market.sandbox.calls.select(chat_id=seller.id)) == before + 1
    assert new(market, buyer) == []
    await writes(market, seller, "Хорошо")
    assert buyer.last.text.endswith("\n\nХорошо")


async def test_files_stickers_albums_edits_and_replies_work_in_the_topic(paid: Deal) -> None:
    """At most three calls a message, as outside of topics."""
    market, seller, buyer = paid.market, paid.seller, paid.buyer
    thread = buyer.topic("№1")
    buyer.send_file(Kind.PHOTO, "a.jpg", b"picture", "Вот пример", thread_id=thread)
    await market.settled()
    assert [message.kind for message in new(market, seller)] == ["text", "photo", "text"]
    market.mark()
    buyer.send_album([Attachment(Kind.PHOTO, f"{n}.jpg", b"%d" % n) for n in range(2)], thread_id=thread)
    buyer.send_sticker(thread_id=thread)
    await market.settled()
    assert [message.kind for message in new(market, seller)] == ["photo", "photo", "text", "sticker", "text"]
    market.mark()
    sent = await writes(market, buyer, "Опечтка")
    buyer.edit(sent.id, "Опечатка")
    await market.settled()
    assert seller.last.text.endswith("\n\nОпечатка")
    seller.write("Понятно", reply_to=seller.last.id)
    await market.settled()
    assert buyer.last.text.endswith("\n\nПонятно")
    assert {message.thread_id for message in (*new(market, seller), *new(market, buyer))} == {
        seller.topic("№1"),
        buyer.topic("№1"),
    }


async def test_a_contact_leaves_the_topic_only_after_a_yes(paid: Deal) -> None:
    """The question stands in the topic."""
    market, seller, buyer = paid.market, paid.seller, paid.buyer
    buyer.send_contact(thread_id=buyer.topic("№1"))
    await market.settled()
    assert new(market, seller) == []
    (question,) = new(market, buyer)
    assert question.thread_id == buyer.topic("№1")
    await market.presses(buyer, "Передать")
    assert len(new(market, seller)) == 1


async def test_two_orders_of_the_same_people_never_mix(market: Market, seller: Person, buyer: Person) -> None:
    """Nobody is asked which order is meant."""
    payload = await market.publishes_gig(seller, questions="")
    for _ in range(2):
        await market.orders(buyer, payload)
        await market.presses(buyer, "Подтвердить заказ")
    market.mark()
    for number in (2, 1, 2):
        await writes(market, buyer, f"о заказе {number}", f"№{number} ")
    await writes(market, seller, "ответ о первом", "№1 ")
    assert [(message.thread_id, message.text[-1]) for message in new(market, seller)] == [
        (seller.topic(f"№{number} "), str(number)) for number in (2, 1, 2)
    ]
    (answer,) = new(market, buyer)
    assert answer.thread_id == buyer.topic("№1 ")


async def test_the_open_form_of_the_order_gets_what_is_written_in_its_topic(paid: Deal) -> None:
    """Questions and previews stand in the topic too."""
    market, seller, buyer = paid.market, paid.seller, paid.buyer
    await market.presses(seller, "Предложить опции")
    for words in ("Визитка", "500", "2"):
        await writes(market, seller, words)
        assert seller.last.thread_id == seller.topic("№1")
    assert new(market, buyer) == []
    await market.presses(seller, "Предложить", on="Так опцию увидит")
    assert "Визитка" in buyer.last.text


async def test_a_form_that_asks_for_a_button_lets_nothing_slip_to_the_other_side(paid: Deal) -> None:
    """What the order's form can't take is not passed on either."""
    market, seller, buyer = paid.market, paid.seller, paid.buyer
    await market.presses(seller, "Предложить опции")
    for words in ("Визитка", "500", "2"):
        await writes(market, seller, words)
    async with paid.nothing_is_sent(buyer):
        await writes(market, seller, "Нет, лучше 600")
        assert "Сейчас нужна кнопка" in seller.last.text
    await writes(market, seller, "/cancel")
    await writes(market, seller, "Беру в работу")
    assert buyer.last.text.endswith("Беру в работу")


async def test_a_form_opened_in_the_topic_is_answered_there_and_one_opened_elsewhere_is_not(paid: Deal) -> None:
    """Whatever either form is about."""
    market, seller, buyer = paid.market, paid.seller, paid.buyer
    await market.says(seller, "/gigs")
    await market.presses(seller, "Создать кворк")
    await writes(market, seller, "Логотип и визитка")
    assert buyer.last.text.endswith("\n\nЛоготип и визитка")
    await market.says(seller, "/cancel")
    market.mark()

    await writes(market, seller, "/gigs")
    await market.presses(seller, "Создать кворк")
    await writes(market, seller, "Логотип и визитка")
    assert "Шаг 2 из 5" in seller.last.text
    seller.write("Нарисую логотип и визитку, исходники в SVG.", reply_to=seller.last.id)
    await market.settled()
    assert "Шаг 3 из 5" in seller.last.text
    assert {message.thread_id for message in new(market, seller)} == {seller.topic("№1")}
    assert new(market, buyer) == []


async def test_commands_work_in_a_topic_and_are_answered_there(paid: Deal) -> None:
    """They are nothing for the other side."""
    market, seller, buyer = paid.market, paid.seller, paid.buyer
    for command in ("/orders", "/help", "/nonsense"):
        await writes(market, seller, command)
    assert [message.thread_id for message in new(market, seller)] == [seller.topic("№1")] * 3
    assert new(market, buyer) == []


async def test_a_press_outside_of_the_topic_is_answered_in_it_and_says_so(paid: Deal) -> None:
    """From the list of orders, say."""
    market, seller = paid.market, paid.seller
    await market.says(seller, "/orders")
    table = seller.last
    assert table.thread_id is None
    assert await market.presses(seller, "№1", on=table) == "Это в теме заказа №1"
    card = paid.card(seller)
    assert (card.id, card.thread_id) == (seller.last.id, seller.topic("№1"))
    assert await market.presses(seller, "История", on=card) == ""


async def test_files_of_the_whole_order_come_into_its_topic(paid: Deal) -> None:
    """Whichever form is asked for."""
    market, buyer = paid.market, paid.buyer
    await market.presses(buyer, "История", on=paid.card(buyer))
    await market.presses(buyer, "JSON")
    assert (buyer.last.kind, buyer.last.thread_id) == ("document", buyer.topic("№1"))


async def test_an_operator_who_is_no_side_of_an_order_has_no_topic_of_it(tmp_path: Path) -> None:
    """Its file comes into the general chat."""
    async with open_market(tmp_path, switches=["topics"], admin_ids=frozenset({1001})) as market:
        operator = market.person("Ольга")
        await market.new_order(market.person("Сергей"), market.person("Анна"))
        await market.starts(operator)
        await market.says(operator, "/export 1")
        await market.presses(operator, "JSON")
        assert (operator.last.kind, operator.last.thread_id) == ("document", None)
        assert operator.chat.topics == {}


async def test_the_end_closes_the_topic_after_its_news(closing: Deal) -> None:
    """Where Telegram closes topics."""
    market = closing.market
    await market.starts_work(closing.seller)
    await market.delivers(closing.seller)
    await market.presses(closing.buyer, "Принять работу")
    for who in closing.sides:
        assert [topic.closed for topic in who.chat.topics.values()] == [True]
        assert [message.kind for message in who.received][-2:] == ["text", "forum_topic_closed"]
        assert names(who) == [f"№1 · Выполнен · {TITLE}"]
    await market.is_down(60)
    assert calls(market, "closeForumTopic", "reopenForumTopic") == ["closeForumTopic"] * 2


async def test_what_is_said_in_a_finished_order_opens_its_topic_again(closing: Deal) -> None:
    """So that it can be answered; it is not closed a second time."""
    market, seller, buyer = closing.market, closing.seller, closing.buyer
    await market.presses(buyer, "Отменить заказ", on=closing.card(buyer))
    await market.presses(buyer, "Да")
    assert [topic.closed for who in closing.sides for topic in who.chat.topics.values()] == [True, True]
    await market.presses(buyer, "Написать", on=closing.card(buyer))
    await writes(market, buyer, "Простите")
    await market.presses(buyer, "Отправить")
    assert seller.last.text.endswith("\n\nПростите")
    await writes(market, seller, "Ничего страшного")
    assert buyer.last.text.endswith("\n\nНичего страшного")
    assert [topic.closed for who in closing.sides for topic in who.chat.topics.values()] == [False, False]


async def test_an_order_that_lapses_unpaid_closes_its_topic_too(tmp_path: Path) -> None:
    """Nobody but its card tells of it."""
    async with open_market(tmp_path, switches=["topics", "closes_topics"]) as market:
        deal = Deal(market, market.person("Сергей"), market.person("Анна"))
        await deal.reaches("unpaid")
        await market.later(2 * DAY)
        assert [topic.closed for topic in deal.buyer.chat.topics.values()] == [True]
        assert names(deal.buyer) == [f"№1 · Отменён · {TITLE}"]
        assert deal.seller.chat.topics == {}


async def test_where_telegram_closes_no_topics_the_name_tells_of_the_end(paid: Deal) -> None:
    """As in private chats today; it is not asked for again, and the operator hears nothing."""
    market, seller, buyer = paid.market, paid.seller, paid.buyer
    await market.presses(buyer, "Отменить заказ", on=paid.card(buyer))
    await market.presses(buyer, "Да")
    assert names(seller) == names(buyer) == [f"№1 · Отменён · {TITLE}"]
    asked = len(calls(market, "closeForumTopic"))
    assert 1 <= asked <= 2
    payload = await market.publishes_gig(seller, questions="")
    await market.orders(buyer, payload)
    await market.presses(buyer, "Отмена", on=paid.card(buyer))
    assert len(calls(market, "closeForumTopic")) == asked
    async with market.app.database.read() as unit:
        counts = await unit.outbox.counts()
    assert (counts.pending, counts.failed) == (0, 0)


async def test_a_topic_that_its_reader_has_deleted_is_made_anew(loose: Deal) -> None:
    """With what was to be said, and the card, since the old one went with it."""
    market, seller, buyer = loose.market, loose.seller, loose.buyer
    seller.delete_topic(seller.topic("№1"))
    await writes(market, buyer, "Вы здесь?")
    said, card = new(market, seller)
    assert said.text.endswith("\n\nВы здесь?")
    assert said.thread_id == card.thread_id == seller.topic("№1")
    assert loose.card(seller).id == card.id
    market.mark()

    seller.delete_topic(seller.topic("№1"))
    await market.presses(buyer, "Отменить заказ", on=loose.card(buyer))
    await market.presses(buyer, "Да")
    card, told = new(market, seller)
    assert "Статус: Отменён" in card.text
    assert card.thread_id == told.thread_id == seller.topic("№1")
    assert names(seller) == [f"№1 · Отменён · {TITLE}"]


async def test_topics_of_peoples_own_are_like_the_general_chat(loose: Deal) -> None:
    """What is asked there is answered there; in one that is gone by then, in the general chat."""
    market, seller, buyer = loose.market, loose.seller, loose.buyer
    await market.says(buyer, "/gigs")
    await market.presses(buyer, "Создать кворк")
    market.mark()
    own = buyer.open_topic("Мысли")
    await market.settled()
    assert new(market, buyer) == [], "it is no answer to the form either"
    await market.says(buyer, "/cancel")
    market.mark()
    buyer.write("Хочу поярче", thread_id=own)
    await market.settled()
    (question,) = new(market, buyer)
    assert question.thread_id == own
    await market.presses(buyer, f"№1 · {TITLE}")
    assert seller.last.text.endswith("\n\nХочу поярче")
    await market.says(buyer, "/orders")
    assert buyer.last.thread_id is None

    await market.stop_bot()
    buyer.write("/orders", thread_id=own)
    buyer.delete_topic(own)
    await market.start_bot()
    await market.settled()
    assert buyer.last.thread_id is None
    assert buyer.last.kind == "rich_message"
    assert names(buyer) == [f"№1 · Не начат · {TITLE}"]


async def test_switched_on_later_an_order_gets_its_topic_with_the_next_message(
    market: Market, deal: Deal, seller: Person, buyer: Person
) -> None:
    """Its card comes along."""
    market.sandbox.world.bot.has_topics = False
    await market.is_down(60)
    await market.new_order(seller, buyer)
    assert calls(market, *METHODS) == []
    market.sandbox.world.bot.has_topics = True
    await market.is_down(60)
    market.mark()
    assert calls(market, *METHODS) == []

    await market.starts_work(seller)

    for who in deal.sides:
        card, told = new(market, who)
        assert card.thread_id == told.thread_id == who.topic("№1")
        assert deal.card(who).id == card.id
        assert names(who) == [f"№1 · В работе · {TITLE}"]


async def test_switched_off_everything_goes_to_the_general_chat_and_back_once_they_are_on(paid: Deal) -> None:
    """The topic of before is used again."""
    market, seller, buyer = paid.market, paid.seller, paid.buyer
    thread = seller.topic("№1")
    market.sandbox.world.bot.has_topics = False
    await market.is_down(60)
    asked = len(calls(market, *METHODS))
    await market.starts_work(seller)
    assert [message.thread_id for message in (*new(market, seller), *new(market, buyer))] == [None, None]
    assert paid.card(seller).thread_id == thread, "an edited card stays where it is"
    assert len(calls(market, *METHODS)) == asked
    buyer.write("Спасибо", reply_to=paid.card(buyer).id)
    await market.settled()
    assert (seller.last.thread_id, seller.last.text[-7:]) == (None, "Спасибо")

    market.sandbox.world.bot.has_topics = True
    await market.is_down(60)
    await market.delivers(seller)
    assert seller.last.thread_id == thread
    assert names(seller) == [f"№1 · На проверке · {TITLE}"]


async def test_switched_off_while_the_bot_runs_nothing_is_lost(paid: Deal) -> None:
    """Telegram says so; it is not asked again."""
    market, seller, buyer = paid.market, paid.seller, paid.buyer
    market.sandbox.world.bot.has_topics = False
    buyer.write("Спасибо", reply_to=paid.card(buyer).id)
    await market.settled()
    (shown,) = new(market, seller)
    assert (shown.thread_id, shown.text[-7:]) == (None, "Спасибо")
    asked = len(calls(market, *METHODS))
    await market.starts_work(seller)
    await market.delivers(seller)
    assert {message.thread_id for message in (*new(market, seller), *new(market, buyer))} == {None}
    assert len(calls(market, *METHODS)) == asked
    async with market.app.database.read() as unit:
        counts = await unit.outbox.counts()
    assert (counts.pending, counts.failed) == (0, 0)


async def test_who_has_blocked_the_bot_finds_all_in_the_topic_when_they_are_back(
    market: Market, deal: Deal, seller: Person, buyer: Person
) -> None:
    """The topic is made then."""
    payload = await market.publishes_gig(seller)
    seller.block()
    await market.settled()
    await market.orders(buyer, payload, "«Зерно»")
    await market.presses(buyer, "Подтвердить заказ")
    await writes(market, buyer, "Вы здесь?")
    assert "сейчас вне бота" in buyer.last.text
    assert buyer.last.thread_id == buyer.topic("№1")
    assert seller.chat.topics == {}
    market.mark()
    seller.start()
    await market.settled()
    card, said, _ = new(market, seller)
    assert deal.card(seller).id == card.id
    assert said.text.endswith("\n\nВы здесь?")
    assert card.thread_id == said.thread_id == seller.topic("№1")


@pytest.mark.parametrize("fault", ["drop_after", "drop_before", "server_error", "retry_after"])
async def test_a_topic_whose_making_went_wrong_is_tried_again(
    market: Market, deal: Deal, seller: Person, buyer: Person, fault: FaultKind
) -> None:
    """At worst an empty one is left over."""
    payload = await market.publishes_gig(seller)
    market.sandbox.faults.add(fault, method="createForumTopic", times=2)
    await market.orders(buyer, payload, "«Зерно»")
    await market.presses(buyer, "Подтвердить заказ")
    assert len(buyer.chat.topics) == (3 if fault == "drop_after" else 1)
    assert deal.card(buyer).thread_id == buyer.last.thread_id == buyer.topic("№1")


async def test_a_topic_whose_record_was_lost_in_a_crash_is_made_a_second_time(paid: Deal) -> None:
    """What is said from then on stands in the second; the first is like one of people's own."""
    market, seller, buyer = paid.market, paid.seller, paid.buyer
    first = seller.topic("№1")
    async with market.app.database.write() as unit:
        topic = await unit.topics.get(seller.id, 1)
        assert topic is not None
        unit.topics.forget(topic)
    await market.is_down(60)
    await writes(market, buyer, "Вы здесь?")
    assert seller.last.thread_id == seller.topic("№1") != first
    seller.write("Да", thread_id=first)
    await market.settled()
    assert "К какому заказу" in seller.last.text
    assert seller.last.thread_id == first


async def test_a_message_does_not_wait_for_a_new_name(paid: Deal) -> None:
    """Telegram's patience with names may be short; the next message names the topic."""
    market, seller, buyer = paid.market, paid.seller, paid.buyer
    market.sandbox.faults.add("retry_after", method="editForumTopic", seconds=900, times=4)
    await market.starts_work(seller)
    assert "приступает" in buyer.last.text
    assert names(buyer) == [f"№1 · Не начат · {TITLE}"]
    await writes(market, seller, "Начинаю")
    assert names(buyer) == [f"№1 · В работе · {TITLE}"]


async def test_a_chat_that_refuses_a_topic_gets_everything_as_before(
    market: Market, deal: Deal, seller: Person, buyer: Person
) -> None:
    """The other side's is not touched by it."""
    market.sandbox.faults.add(
        "refuse", method="createForumTopic", chat_id=buyer.id, times=None,
        description="Bad Request: BOT_FORUM_CREATE_FORBIDDEN",
    )  # fmt: skip
    await market.new_order(seller, buyer)
    await market.starts_work(seller)
    assert deal.card(buyer).thread_id is buyer.last.thread_id is None
    assert len(market.sandbox.calls.select("createForumTopic", chat_id=buyer.id)) == 1
    assert deal.card(seller).thread_id == seller.topic("№1")


async def test_without_topics_none_of_their_calls_is_made(tmp_path: Path) -> None:
    """In a whole order; no message names a topic."""
    async with open_market(tmp_path) as market:
        deal = Deal(market, market.person("Сергей"), market.person("Анна"))
        await deal.reaches("completed")
        deal.buyer.write("Спасибо", reply_to=deal.card(deal.buyer).id)
        await market.settled()
        assert calls(market, *METHODS) == []
        assert not any("message_thread_id" in call.params for call in market.sandbox.calls)
        async with market.app.database.read() as unit:
            assert await unit.topics.get(deal.buyer.id, 1) is None
        assert "Написать" in labels(deal.card(deal.buyer))
