"""What an operator is shown of a decision before saying yes: every unit of the money, and who moves it."""

from dataclasses import replace

import pytest

from handlers.operator.verdict import verdict_lines
from orders import facts as f
from orders.dispute import Decision, Ruling
from orders.ledger import shares
from orders.money import Money
from orders.order import Ending
from orders.payment import Charge, PaymentMethod
from tests.handlers.screens import reader
from tests.orders.builders import NOW, OPERATOR, ended, in_progress

NBSP = "\N{NO-BREAK SPACE}"
#: The order of 1,000 with an option of 500, in the currency's minor units.
RUB = (Charge("a", Money(100_000, "RUB")), Charge("b", Money(50_000, "RUB")))


@pytest.mark.parametrize(
    ("method", "to_seller", "lines"),
    [
        (PaymentMethod.PROVIDER, 0, [f"Покупателю вернёте вы: 1{NBSP}500{NBSP}₽"]),
        (
            PaymentMethod.PROVIDER,
            33_333,
            [
                f"Продавцу на баланс: 325{NBSP}₽",
                f"Комиссия: 8,33{NBSP}₽",  # 2.5 % of 333.33 is 8.33325
                f"Покупателю вернёте вы: 1{NBSP}166,67{NBSP}₽",
            ],
        ),
        (
            PaymentMethod.STARS,
            49_900,
            [
                f"Продавцу на баланс: 486,52{NBSP}₽",
                f"Комиссия: 12,48{NBSP}₽",
                f"Покупателю бот вернёт сам: 1{NBSP}000{NBSP}₽",
                f"Покупателю вернёте вы: 1{NBSP}₽ (Telegram возвращает только целые платежи)",
            ],
        ),
        (PaymentMethod.STARS, 150_000, [f"Продавцу на баланс: 1{NBSP}462,50{NBSP}₽", f"Комиссия: 37,50{NBSP}₽"]),
    ],
)
def test_all_that_is_held_is_accounted_for(method: PaymentMethod, to_seller: int, lines: list[str]) -> None:
    """Nothing that is nought; what the bot can give back by itself apart from what it can't."""
    order = replace(ended(Ending.SPLIT), method=method, commission=250)
    fact = f.ArbiterDecided(Decision(ruling=Ruling.REFUND), "So says the brief.", OPERATOR, None)
    shown = [
        line.render()[0] for line in verdict_lines(reader(), order, fact, shares(RUB, to_seller, order.commission))
    ]
    assert shown == ["Арбитр решил спор в пользу покупателя.", *lines, "Рейтинг продавца не изменится."]


def test_where_the_order_goes_on_no_money_moves() -> None:
    """Only the new clock is told."""
    fact = f.ArbiterDecided(Decision(ruling=Ruling.WORK, due=NOW), "So says the brief.", OPERATOR, NOW)
    (line,) = verdict_lines(reader(), in_progress(), fact, None)
    assert line.render()[0] == "Арбитр решил: работа продолжается, сдать её нужно до 3 марта, 15:00."
