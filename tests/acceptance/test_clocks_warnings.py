"""Warnings before a clock runs out: their words, their buttons, their moments."""

import pytest

from sandbox.person import Person
from tests.acceptance.market import DAY, HOUR, MONDAY_NOON, Market, labels

HEADING = "Заказ №1 · Логотип для кофейни\n"


def moments(who: Person, words: str) -> list[float]:
    """When messages with these words came, in hours from Monday noon."""
    return [(message.body["date"] - MONDAY_NOON) / HOUR for message in who.received if words in message.text]


async def test_a_seller_is_warned_of_the_auto_cancel_at_12_3_and_1_hours(
    market: Market, seller: Person, buyer: Person
) -> None:
    """The next steps stand in the same message; the buyer hears nothing of it."""
    await market.new_order(seller, buyer)
    market.mark()

    await market.later(DAY - 1)

    assert market.heard(seller) == [
        f"{HEADING}⏳ Осталось {left} ч. до автоотмены: 24 ноября, 12:00. "
        "Приступите к работе или отмените заказ с причиной."
        for left in (12, 3, 1)
    ]
    assert moments(seller, "до автоотмены:") == [12, 21, 23]
    for button in ("Приступаю к работе", "Запросить информацию", "Предложить опции", "Отменить заказ"):
        assert button in " ".join(labels(seller.last))
    assert market.heard(buyer) == []


async def test_the_deadline_in_a_warning_is_a_date_that_every_client_shows_in_its_own_zone(
    market: Market, seller: Person, buyer: Person
) -> None:
    """A `date_time` entity over the words that an older client shows."""
    await market.new_order(seller, buyer)
    await market.later(12 * HOUR)
    (date,) = [entity for entity in seller.last.body["entities"] if entity["type"] == "date_time"]
    assert date["unix_time"] == MONDAY_NOON + DAY


async def test_work_can_be_begun_from_the_warning(market: Market, seller: Person, buyer: Person) -> None:
    """And then nobody warns of an auto-cancel any more."""
    await market.new_order(seller, buyer)
    await market.later(12 * HOUR)
    await market.presses(seller, "Приступаю к работе", on=seller.last)
    market.mark()
    await market.later(DAY)
    assert not any("автоотмен" in text for text in market.heard(seller))


@pytest.mark.parametrize(
    ("term", "warned"),
    [("1", [18, 23]), ("2", [24, 42, 47]), ("60", [59 * 24, 60 * 24 - 6, 60 * 24 - 1])],
)
async def test_a_seller_is_warned_of_the_due_time_within_the_term(
    market: Market, seller: Person, buyer: Person, term: str, warned: list[int]
) -> None:
    """At 24, 6 and 1 hours left; a day's term has no warning a day before its end."""
    await market.new_order(seller, buyer, term=term)
    await market.starts_work(seller)
    market.mark()

    await market.later(int(term) * DAY - 1)

    assert moments(seller, "До сдачи заказа осталось") == warned
    said = market.heard(seller)
    assert len(said) == len(warned)
    assert said[-2].startswith(f"{HEADING}⏳ До сдачи заказа осталось 6 ч. Срок: ")
    assert said[-1].startswith(f"{HEADING}⏳ До сдачи заказа осталось 1 ч. Срок: ")
    assert "Сдать выполненную работу" in " ".join(labels(seller.last))
    assert market.heard(buyer) == []


async def test_a_buyer_is_reminded_of_the_review_at_24_and_3_hours(
    market: Market, seller: Person, buyer: Person
) -> None:
    """With the buttons that answer it; then the work is accepted, and both are thanked."""
    await market.new_order(seller, buyer)
    await market.starts_work(seller)
    await market.delivers(seller)
    market.mark()

    await market.later(3 * DAY - 1)

    assert market.heard(buyer) == [
        f"{HEADING}⏳ Заказ будет принят автоматически через {left} ч. Проверьте работу до 26 ноября, 12:00."
        for left in (24, 3)
    ]
    assert moments(buyer, "будет принят автоматически через") == [48, 69]
    assert ["Принять работу" in " ".join(labels(buyer.last)), "Отправить на доработку" in labels(buyer.last)] == [
        True,
        True,
    ]
    assert market.heard(seller) == []

    await market.later(1)
    assert "Срок проверки вышел, работа принята автоматически. Спасибо за заказ." in buyer.last.text
    assert "Срок проверки вышел, работа принята автоматически. Рейтинг ответственности: 100" in seller.last.text


async def test_whoever_is_asked_to_cancel_is_reminded_at_24_and_3_hours(
    market: Market, seller: Person, buyer: Person
) -> None:
    """The order's own clock stands still meanwhile: no warning of it comes."""
    await market.new_order(seller, buyer)
    await market.presses(seller, "Отменить заказ")
    await market.presses(seller, "Нет времени")
    await market.says(seller, "Простите, заболел и не успею сделать всё как следует.")
    await market.presses(seller, "Отправить покупателю")
    market.mark()

    await market.later(2 * DAY - 1)

    assert market.heard(buyer) == [
        f"{HEADING}⏳ Продавец просит отменить заказ. Ответьте до 25 ноября, 12:00: осталось {left} ч. "
        "Без ответа заказ отменится."
        for left in (24, 3)
    ]
    assert {"Причина уважительная", "Причина неуважительная", "Не отменять"} <= set(labels(buyer.last))
    assert market.heard(seller) == []


async def test_several_orders_are_warned_of_each_by_itself(market: Market, seller: Person, buyer: Person) -> None:
    """Work on one does not silence the other."""
    payload = await market.publishes_gig(seller)
    for name in ("Анна", "Борис"):
        await market.orders(market.person(name), payload, "Зерно")
        await market.presses(market.person(name), "Подтвердить заказ")
    await market.presses(seller, "Приступаю к работе", on="Заказ №2")
    market.mark()
    await market.later(DAY - 1)
    assert [text.split(" · ")[0] for text in market.heard(seller)] == ["Заказ №1"] * 3


async def test_a_seller_and_the_operator_can_set_other_offsets(market: Market, seller: Person, buyer: Person) -> None:
    """Chosen in «Настройки» while an order runs, they hold for it at once."""
    await market.new_order(seller, buyer)
    await market.says(seller, "/settings")
    await market.presses(seller, "Напоминания о начале работы")
    for offset in ("12 ч.", "3 ч.", "2 ч."):
        await market.presses(seller, offset)
    await market.presses(seller, "Назад")
    await market.presses(seller, "Напоминания о сдаче")
    for offset in ("48 ч.", "24 ч.", "6 ч."):
        await market.presses(seller, offset)
    market.mark()

    await market.later(DAY - 1)
    assert moments(seller, "до автоотмены:") == [22, 23]

    await market.starts_work(seller)
    began = MONDAY_NOON + DAY - 1
    await market.later(3 * DAY - 1)
    due = [message.body["date"] - began for message in seller.received if "До сдачи заказа осталось" in message.text]
    assert due == [DAY, 3 * DAY - HOUR]
