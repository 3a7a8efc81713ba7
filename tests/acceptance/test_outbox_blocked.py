"""Somebody has blocked the bot: what is theirs is kept, and comes when they are back."""

from sandbox.person import Person
from tests.acceptance.market import DAY, HOUR, Market, labels


async def counts(market: Market) -> tuple[int, int, int]:
    """Posts pending, held and failed."""
    async with market.app.database.read() as unit:
        found = await unit.outbox.counts()
    return found.pending, found.held, found.failed


async def is_reachable(market: Market, who: Person) -> bool:
    """What the bot believes."""
    async with market.app.database.read() as unit:
        person = await unit.people.get(who.id)
    assert person is not None
    return person.is_reachable


async def test_news_is_held_for_who_has_blocked_the_bot_and_comes_in_order_when_they_are_back(
    market: Market, seller: Person, buyer: Person
) -> None:
    """All of it, as it was said, and the card as it is now; nobody else is held up."""
    await market.new_order(seller, buyer)
    buyer.block()
    await market.settled()
    assert not await is_reachable(market, buyer)
    await market.starts_work(seller)
    for words in ("Первое", "Второе"):
        await market.presses(seller, "Написать")
        await market.says(seller, words)
        await market.presses(seller, "Отправить")
    assert "Второе" not in buyer.last.text
    pending, held, failed = await counts(market)
    assert (pending, failed) == (0, 0)
    assert held >= 3
    market.mark()

    buyer.start()
    await market.settled()

    said = market.heard(buyer)
    assert "приступает к работе" in said[0]
    assert [text.split("\n\n")[1] for text in said[1:3]] == ["Первое", "Второе"]
    assert "Здравствуйте" in said[3]
    assert "Статус: В работе" in buyer.find("Заказ №1\n").text
    assert await counts(market) == (0, 0, 0)
    assert await is_reachable(market, buyer)


async def test_unblocking_is_enough_to_be_back(market: Market, seller: Person, buyer: Person) -> None:
    """Telegram tells the bot; the person need not write."""
    await market.new_order(seller, buyer)
    buyer.block()
    await market.settled()
    await market.starts_work(seller)
    market.mark()
    buyer.unblock()
    await market.settled()
    assert "приступает к работе" in market.heard(buyer)[0]


async def test_what_was_held_comes_before_what_is_said_at_the_moment_of_the_return(
    market: Market, seller: Person, buyer: Person
) -> None:
    """Telegram takes messages again before the bot has heard that the person is back."""
    await market.new_order(seller, buyer)
    card = buyer.find("Заказ №1\n").id
    seller.block()
    buyer.write("Первое", reply_to=card)
    await market.settled()
    market.mark()
    buyer.write("Второе", reply_to=card)
    await market.settled()
    buyer.write("Третье", reply_to=card)
    seller.unblock()
    await market.settled()
    assert [text.split("\n\n")[1] for text in market.heard(seller)] == ["Первое", "Второе", "Третье"]
    assert await counts(market) == (0, 0, 0)


async def test_what_is_said_next_finds_out_that_somebody_is_back(market: Market, seller: Person, buyer: Person) -> None:
    """Where Telegram's own word of it was lost; what was held comes first."""
    await market.new_order(seller, buyer)
    card = buyer.find("Заказ №1\n").id
    seller.block()
    buyer.write("Первое", reply_to=card)
    await market.settled()
    market.mark()
    seller.chat.blocked = False
    buyer.write("Второе", reply_to=card)
    await market.settled()
    assert [text.split("\n\n")[1] for text in market.heard(seller)] == ["Первое", "Второе"]
    assert await counts(market) == (0, 0, 0)


async def test_a_block_of_which_the_bot_was_not_told_shows_at_the_first_message(
    market: Market, seller: Person, buyer: Person
) -> None:
    """403: the person is out of reach, and nothing of theirs is lost, over a restart too."""
    await market.new_order(seller, buyer)
    buyer.chat.blocked = True
    await market.starts_work(seller)
    assert not await is_reachable(market, buyer)
    await market.is_down(60)
    market.mark()
    buyer.start()
    await market.settled()
    assert "приступает к работе" in market.heard(buyer)[0]


async def test_a_warning_held_for_too_long_is_dropped(market: Market, seller: Person, buyer: Person) -> None:
    """Back after the end, the seller reads what became of the order and nothing that was true before."""
    await market.new_order(seller, buyer)
    seller.block()
    await market.settled()
    await market.later(2 * DAY)
    assert "Статус: Отменён" in buyer.find("Заказ №1\n").text
    market.mark()
    seller.start()
    await market.settled()
    said = market.heard(seller)
    assert not any("Осталось" in text for text in said)
    assert "Автоотмена" in said[0]


async def test_of_held_warnings_the_newest_comes_if_it_is_still_true(
    market: Market, seller: Person, buyer: Person
) -> None:
    """With what is left when it comes."""
    await market.new_order(seller, buyer)
    seller.block()
    await market.settled()
    await market.later(22 * HOUR)
    market.mark()
    seller.start()
    await market.settled()
    warnings = [text for text in market.heard(seller) if "до автоотмены" in text]
    assert len(warnings) == 1
    assert "Осталось 2 ч." in warnings[0]
    assert "Приступаю к работе" in " ".join(labels(seller.find("до автоотмены")))


async def test_who_has_never_pressed_start_cannot_be_written_to_and_holds_up_nobody(
    market: Market, seller: Person, buyer: Person
) -> None:
    """«chat not found» for one side: the other goes on."""
    await market.new_order(seller, buyer)
    market.sandbox.faults.add(
        "refuse", method="sendMessage", chat_id=buyer.id, times=None, description="Bad Request: chat not found"
    )
    await market.starts_work(seller)
    await market.delivers(seller)
    assert "Работа сдана" in seller.last.text
    assert not await is_reachable(market, buyer)
    assert (await counts(market))[2] == 0
