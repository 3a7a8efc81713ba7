"""«Вывести» and what comes of it: at the seller's, at two operators', in the ledger (SPEC 7)."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from desk.cash_desk import CashDesk
from desk.order_desk import OrderDesk
from orders.ledger import AccountKind
from orders.money import Money
from orders.policy import Policy
from sandbox.chats import Message
from sandbox.faults import FaultKind
from sandbox.files import Kind
from sandbox.person import Person
from tests.acceptance.earnings import balance, booked, operators, plain, sections
from tests.acceptance.market import Market, labels, open_market

STARS = Money(150, "XTR")
NBSP = "\N{NO-BREAK SPACE}"
TARGET = "Карта 1234 5678"
HOW = (
    "Telegram не даёт ботам пересылать звёзды людям. Заплатите продавцу сами, вне бота, и только потом нажмите "
    "«Выплачено»."
)
CLOSED = "Эта заявка уже закрыта: её выплатили, отклонили или отозвали. Что на балансе сейчас, покажет /balance."
DEAD = "Эта кнопка больше не действует. Откройте /start."


@dataclass
class Desk:
    """A seller with 150 ⭐ on the balance, and two operators."""

    market: Market
    seller: Person
    one: Person
    two: Person

    async def sends(self, amount: str = "100", target: str = TARGET) -> None:
        """A request from the first button to the last."""
        await self.market.says(self.seller, "/balance")
        await self.market.presses(self.seller, "Вывести")
        await self.market.says(self.seller, amount, target)
        await self.market.presses(self.seller, "Отправить")

    def request(self, operator: Person, payout: int = 1) -> Message:
        """The operator's message of it."""
        return operator.find(f"Выплата №{payout}: ")

    async def stars(self) -> tuple[int, int, int]:
        """On the balance, on its way out (of the first payout), paid out."""
        accounts = (
            (AccountKind.SELLER, self.seller.id), (AccountKind.PAYOUT, 1), (AccountKind.PAID_OUT, self.seller.id)
        )  # fmt: skip
        sums = [await balance(self.market, *account) for account in accounts]
        return tuple(sum(money.amount for money in each) for each in sums)  # type: ignore[return-value]

    @asynccontextmanager
    async def nothing_moves(self) -> AsyncIterator[None]:
        """Whatever is tried, the money stays where it is."""
        before = await self.stars()
        yield
        assert await self.stars() == before


@pytest.fixture
async def market(tmp_path: Path) -> AsyncIterator[Market]:
    """A bot that takes Stars, with two operators."""
    async with open_market(tmp_path, payments="stars", admin_ids="900,901") as fresh:
        yield fresh


@pytest.fixture
async def desk(market: Market, seller: Person, buyer: Person) -> Desk:
    """The money has been earned."""
    one, two = await operators(market)
    await market.starts(seller)
    await booked(market, seller, buyer, STARS)
    market.mark()
    return Desk(market, seller, one, two)


async def test_a_payout_from_the_first_press_to_the_last(desk: Desk) -> None:
    """All of it by a button, where to in words, a look, and it is with both operators."""
    market, seller = desk.market, desk.seller
    await market.says(seller, "/balance")
    await market.presses(seller, "Вывести")
    assert plain(seller.last) == "Сколько вывести? На балансе 150 ⭐. Напишите сумму числом или нажмите кнопку."
    assert labels(seller.last) == [f"Всё: 150{NBSP}⭐", "Отмена"]
    await market.presses(seller, "Всё")
    assert "Telegram не даёт ботам пересылать звёзды людям" in seller.last.text
    await market.says(seller, TARGET)
    assert sections(seller.last.text)[:4] == [
        "Так заявку увидит оператор. Всё верно?", "Сумма: 150 ⭐", "Куда:", TARGET
    ]  # fmt: skip
    assert await desk.stars() == (150, 0, 0)
    await market.presses(seller, "Отправить")
    assert plain(seller.last) == "Заявка отправлена: выплата №1, 150 ⭐. Оператор ответит, и сюда придёт сообщение."
    assert await desk.stars() == (0, 150, 0)
    for operator in (desk.one, desk.two):
        assert sections(desk.request(operator).text) == [
            "Выплата №1: ждёт вас",
            f"Кому: Сергей, id {seller.id}",
            "Сумма: 150 ⭐",
            "Куда:",
            TARGET,
            "Заявка от 23 ноября, 12:00",
            "Всего заработано 150 ⭐ за 1 заказ, выплачено 0 ⭐, ждёт выплаты 150 ⭐, на балансе 0 ⭐",
            HOW,
        ]
        assert labels(desk.request(operator)) == ["Скопировать реквизиты", "Выплачено", "Отклонить"]
    market.mark()
    assert await market.presses(desk.one, "Выплачено") == f"Отмечено: 150{NBSP}⭐ выплачено. Продавец узнает."
    assert await desk.stars() == (0, 0, 150)
    for operator in (desk.one, desk.two):
        said = sections(desk.request(operator).text)
        assert said[0] == "Выплата №1: выплачена"
        assert said[-1] == "Выплачено 23 ноября, 12:00, отметка: Олег"
        assert labels(desk.request(operator)) == []
        assert market.heard(operator) == []
    assert sections(seller.last.text) == [
        "Выплата №1 на 150 ⭐: оператор отметил, что заплатил вам вне бота, сюда:",
        TARGET,
        "Если деньги не пришли, напишите оператору бота.",
    ]
    await market.presses(seller, "Баланс")
    assert sections(seller.last.text)[1:] == ["Доступно: 0 ⭐", "Под защитой: 0 ⭐", "Выплачено: 150 ⭐"]


async def test_the_whole_of_it_in_english(market: Market, buyer: Person) -> None:
    """Each reads their own language; the target and the reason are as written."""
    seller = market.person("John", "en")
    one, two = await operators(market, "en", "ru")
    await market.starts(seller)
    await booked(market, seller, buyer, Money(150_055, "RUB"), commission=1_000)
    await market.says(seller, "/balance")
    await market.presses(seller, "Withdraw")
    assert "The balance holds 1,350.49 ₽" in plain(seller.last)
    assert "above zero and up to that" in (await market.says(seller, "2000")).text
    await market.says(seller, "1000.49")
    assert "The operator transfers the money outside of the bot." in seller.last.text
    await market.says(seller, "IBAN DE12")
    await market.presses(seller, "Send")
    assert "The request is sent: payout #1, 1,000.49 ₽" in plain(seller.last)
    assert "Earned in all 1,350.49 ₽ with 1 order" in plain(one.last)
    assert "Всего заработано 1 350,49 ₽ за 1 заказ" in plain(two.last)
    await market.presses(one, "Decline")
    assert "why do you decline it" in one.last.text
    await market.says(one, "No such account")
    assert sections(seller.last.text) == [
        "Payout #1 is declined: 1,000.49 ₽ is on your balance again. The operator’s reason:",
        "No such account",
    ]
    assert "Отклонено 23 ноября, 12:00, отметка: Олег. Причина:" in two.find("Выплата №1: ").text
    assert await balance(market, AccountKind.SELLER, seller.id) == (Money(135_049, "RUB"),)


async def test_declined_money_is_on_the_balance_again(desk: Desk) -> None:
    """The seller reads why; the form of the reason holds out against bad input and is left without a trace."""
    market, one = desk.market, desk.one
    await desk.sends("150")
    async with desk.nothing_moves():
        await market.presses(one, "Отклонить")
        for words, said in (("ну", "от 3 до 500"), ("я" * 501, "сейчас в ней 501")):
            assert said in (await market.says(one, words)).text
        one.send_sticker()
        await market.settled()
        assert "нужен текст" in one.last.text
        await market.presses(one, "Отмена")
        await market.says(one, "Нет такой карты")
        assert labels(desk.request(one)) == ["Скопировать реквизиты", "Выплачено", "Отклонить"]
    await market.presses(one, "Отклонить")
    await market.says(one, "Нет такой карты")
    assert one.last.text == "Выплата №1 отклонена: деньги снова на балансе продавца, причину он узнает."
    assert await desk.stars() == (150, 0, 0)
    assert sections(desk.seller.last.text) == [
        "Выплата №1 отклонена: 150 ⭐ снова на вашем балансе. Причина от оператора:",
        "Нет такой карты",
    ]
    for operator in (one, desk.two):
        assert sections(desk.request(operator).text)[-2:] == [
            "Отклонено 23 ноября, 12:00, отметка: Олег. Причина:", "Нет такой карты"
        ]  # fmt: skip


async def test_a_request_can_be_taken_back_while_it_waits(desk: Desk) -> None:
    """The operators are told not to pay; once it is settled it can't."""
    market, seller = desk.market, desk.seller
    await desk.sends("100")
    sent = seller.last
    market.mark()
    answer = await market.presses(seller, "Отозвать выплату №1")
    assert answer == f"Выплата №1 отозвана: 100{NBSP}⭐ снова на балансе"
    assert await desk.stars() == (150, 0, 0)
    assert "Доступно: 150 ⭐" in plain(seller.message(sent.id))
    for operator in (desk.one, desk.two):
        assert [text.replace(NBSP, " ") for text in market.heard(operator)] == [
            "Продавец Сергей отозвал выплату №1 на 100 ⭐: не платите по ней."
        ]
        assert sections(desk.request(operator).text)[-1] == (
            "Продавец отозвал заявку 23 ноября, 12:00: деньги снова на его балансе"
        )
    async with desk.nothing_moves():
        press = seller.press(seller.message(sent.id), data="po:1:take")
        await market.settled()
        assert press.answer is not None
        assert press.answer.text == CLOSED
        old = desk.one.press(desk.request(desk.one), data="po:1:paid")
        await market.settled()
        assert old.answer is not None
        assert old.answer.text.startswith("Продавец уже отозвал заявку, деньги снова на его балансе.")


@pytest.mark.parametrize("order", ["one after the other", "at once"])
async def test_two_operators_pay_once(desk: Desk, order: str) -> None:
    """The second is told who has noted it."""
    market = desk.market
    await desk.sends("150")
    old = desk.request(desk.two)
    presses = [desk.one.press(desk.request(desk.one), "Выплачено")]
    if order == "one after the other":
        await market.settled()
    presses.append(desk.two.press(old, data="po:1:paid"))
    await market.settled()
    answers = [press.answer.text for press in presses if press.answer is not None]
    assert sorted(answers) in (
        ["Отмечено: 150\xa0⭐ выплачено. Продавец узнает.", "Эта выплата уже отмечена выплаченной: Олег."],
        ["Отмечено: 150\xa0⭐ выплачено. Продавец узнает.", "Эта выплата уже отмечена выплаченной: Ольга."],
    )
    assert await desk.stars() == (0, 0, 150)
    assert len([message for message in desk.seller.received if "оператор отметил" in message.text]) == 1


async def test_double_taps_do_everything_once(desk: Desk) -> None:
    """Of the seller's «Отправить» and «Отозвать», and of the operator's «Выплачено»."""
    market, seller = desk.market, desk.seller

    async def double(who: Person, message: Message, button: str) -> list[str]:
        presses = [who.press(message, button) for _ in range(2)]
        await market.settled()
        return [press.answer.text for press in presses if press.answer is not None]

    await market.says(seller, "/balance")
    assert await double(seller, seller.last, "Вывести") == ["", ""]
    await market.says(seller, "50", TARGET)
    assert await double(seller, seller.last, "Отправить") == ["", DEAD]
    assert await desk.stars() == (100, 50, 0)
    assert (await double(seller, seller.last, "Отозвать"))[1] == CLOSED
    assert await desk.stars() == (150, 0, 0)
    await desk.sends("150")
    answers = await double(desk.one, desk.request(desk.one, 2), "Выплачено")
    assert answers[1] == "Эта выплата уже отмечена выплаченной: Олег."
    assert await desk.stars() == (0, 0, 150)


async def test_somebody_declines_while_another_pays(desk: Desk) -> None:
    """Who is still writing the reason is told that it is settled, and the form is over."""
    market = desk.market
    await desk.sends("150")
    await market.presses(desk.two, "Отклонить")
    await market.presses(desk.one, "Выплачено")
    async with desk.nothing_moves():
        assert (await market.says(desk.two, "Нет такой карты")).text == "Эта выплата уже отмечена выплаченной: Олег."
        assert "передать это некому" in (await market.says(desk.two, "Нет такой карты")).text
    assert "отклонена" not in desk.seller.last.text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("0", "На балансе 150 ⭐. Напишите сумму больше нуля и не больше этой."),
        ("151", "На балансе 150 ⭐. Напишите сумму больше нуля и не больше этой."),
        ("1000000000000", "На балансе 150 ⭐. Напишите сумму больше нуля и не больше этой."),
        ("сто", "Напишите сумму целым числом. Например: 500."),
        ("-5", "Напишите сумму целым числом. Например: 500."),
        ("1,5", "Напишите сумму целым числом. Например: 500."),
    ],
)
async def test_a_wrong_amount_gets_one_sentence_and_the_form_stays(desk: Desk, words: str, said: str) -> None:
    """And takes a right one afterwards."""
    market, seller = desk.market, desk.seller
    await market.says(seller, "/balance")
    await market.presses(seller, "Вывести")
    async with desk.nothing_moves():
        assert plain(await market.says(seller, words)) == said
    assert plain(await market.says(seller, "150")).startswith("Куда отправить деньги? Сумма: 150 ⭐.")


async def test_a_photo_or_too_long_a_target_gets_one_sentence(desk: Desk) -> None:
    """At each of the two questions; what was said stays."""
    market, seller = desk.market, desk.seller
    await market.says(seller, "/balance")
    await market.presses(seller, "Вывести")
    sends: list[Callable[[], object]] = [
        lambda: seller.send_file(Kind.PHOTO, "card.png", b"png", caption="100"),
        seller.send_sticker,
    ]
    for _ in range(2):
        for send in sends:
            send()
            await market.settled()
            assert "нужен текст" in seller.last.text
        if "Куда отправить" not in str([message.text for message in seller.received]):
            await market.says(seller, "100")
    assert "сейчас их 2" in (await market.says(seller, "да")).text
    assert "от 3 до 500 символов, сейчас их 501" in (await market.says(seller, "я" * 501)).text
    await market.says(seller, "я" * 500)
    assert sections(seller.last.text)[1] == "Сумма: 100 ⭐"
    await market.presses(seller, "Отправить")
    assert await desk.stars() == (50, 100, 0)
    assert labels(desk.request(desk.one)) == ["Выплачено", "Отклонить"]  # a button copies 256 characters at most


async def test_the_preview_leads_back_to_either_part(desk: Desk) -> None:
    """What is not changed stays; «Назад» leads to the preview again; «Отмена» leaves the money where it is."""
    market, seller = desk.market, desk.seller
    await market.says(seller, "/balance")
    await market.presses(seller, "Вывести")
    await market.says(seller, "100")
    await market.presses(seller, "Назад")
    await market.says(seller, "120", TARGET)
    old = seller.last
    await market.presses(seller, "✏️ Куда")
    assert sections(seller.last.text)[-1] == TARGET
    await market.presses(seller, "Назад")
    assert sections(seller.last.text)[1:4] == ["Сумма: 120 ⭐", "Куда:", TARGET]
    await market.presses(seller, "✏️ Сумма")
    await market.says(seller, "130")
    assert sections(seller.last.text)[1:4] == ["Сумма: 130 ⭐", "Куда:", TARGET]
    async with desk.nothing_moves():
        press = seller.press(old, "Отправить", stale=True)
        await market.settled()
        assert press.answer is not None
        assert press.answer.text == "Эта форма уже закрыта."
        assert await market.presses(seller, "Отмена") == ""
    assert sections(seller.last.text)[:3] == ["Заявка не отправлена, деньги на балансе.", "Баланс", "Доступно: 150 ⭐"]
    assert [message for message in desk.one.received if "Выплата №" in message.text] == []


async def test_the_form_goes_on_after_a_restart_at_each_of_its_steps(desk: Desk) -> None:
    """The old buttons act, what was written is there."""
    market, seller = desk.market, desk.seller
    await market.says(seller, "/balance")
    await market.presses(seller, "Вывести")
    await market.is_down(60)
    await market.says(seller, "100")
    await market.is_down(60)
    await market.says(seller, TARGET)
    await market.is_down(60)
    await market.presses(seller, "Отправить")
    await market.is_down(60)
    await market.presses(desk.one, "Отклонить")
    await market.is_down(60)
    await market.says(desk.one, "Нет такой карты")
    assert await desk.stars() == (150, 0, 0)
    assert desk.request(desk.two).text.startswith("Выплата №1: отклонена")


async def test_looking_around_loses_nothing(desk: Desk) -> None:
    """A form that was begun goes on where it was, by «Вывести» and by the answer itself."""
    market, seller = desk.market, desk.seller
    await market.says(seller, "/balance")
    await market.presses(seller, "Вывести")
    await market.says(seller, "100")
    await market.says(seller, "/orders")
    await market.says(seller, "/balance")
    await market.presses(seller, "Вывести")
    assert plain(seller.last).startswith("Куда отправить деньги? Сумма: 100 ⭐.")


async def test_less_on_the_balance_by_the_time_of_sending(desk: Desk) -> None:
    """One sentence that says how much there is; the form stays, and only the amount is to be written anew."""
    market, seller = desk.market, desk.seller
    await market.says(seller, "/balance")
    await market.presses(seller, "Вывести")
    await market.says(seller, "150", TARGET)
    async with market.app.database.write() as unit:
        now = int(market.clock.now())
        other = CashDesk(unit, OrderDesk(unit, Policy(), now), now)
        await other.request_payout(seller.id, Money(100, "XTR"), "another device")
    async with desk.nothing_moves():
        assert await market.presses(seller, "Отправить") == (
            f"На балансе теперь 50{NBSP}⭐: меньше, чем в заявке. Нажмите «Сумма» и укажите другую."
        )
    await market.presses(seller, "✏️ Сумма")
    await market.presses(seller, f"Всё: 50{NBSP}⭐")
    assert sections(seller.last.text)[1:4] == ["Сумма: 50 ⭐", "Куда:", TARGET]
    await market.presses(seller, "Отправить")
    assert await balance(market, AccountKind.SELLER, seller.id) == ()


async def test_several_payouts_wait_side_by_side(desk: Desk) -> None:
    """As long as the balance covers them; each is settled by itself."""
    market, seller = desk.market, desk.seller
    for amount in ("50", "40", "60"):
        await desk.sends(amount)
    await market.says(seller, "/balance")
    assert "Ждёт выплаты: 150 ⭐" in plain(seller.last)
    assert labels(seller.last) == [
        "Отозвать выплату №1", "Отозвать выплату №2", "Отозвать выплату №3", "Выписка", "Меню"
    ]  # fmt: skip
    press = seller.press(seller.last, data="bw:begin:0:")
    await market.settled()
    assert press.answer is not None
    assert press.answer.text.startswith("Выводить пока нечего")
    await market.presses(desk.one, "Выплачено", on="Выплата №2")
    await market.presses(seller, "Отозвать выплату №3")
    assert sections(seller.find("Доступно:").text)[1:] == [
        "Доступно: 60 ⭐", "Под защитой: 0 ⭐", "Ждёт выплаты: 50 ⭐", "Выплачено: 40 ⭐",
        "⏳ Ждёт выплаты", "Выплата №1: 50 ⭐, заявка от 23 ноября, 12:00",
    ]  # fmt: skip


async def test_of_several_currencies_one_is_chosen(desk: Desk, buyer: Person) -> None:
    """Each by itself; an amount of one is not taken for the other."""
    market, seller = desk.market, desk.seller
    await booked(market, seller, buyer, Money(1_000_00, "RUB"), commission=1_000)
    await market.says(seller, "/balance")
    await market.presses(seller, "Вывести")
    assert labels(seller.last) == [f"900{NBSP}₽", f"150{NBSP}⭐", "Отмена"]
    await market.presses(seller, f"900{NBSP}₽")
    assert "На балансе 900 ₽" in plain(await market.says(seller, "900,01"))
    await market.presses(seller, "Назад")
    await market.presses(seller, f"150{NBSP}⭐")
    assert "целым числом" in (await market.says(seller, "0,5")).text
    await market.presses(seller, "Назад")
    await market.presses(seller, f"900{NBSP}₽")
    await market.says(seller, "0,5", TARGET)
    await market.presses(seller, "Отправить")
    assert await balance(market, AccountKind.SELLER, seller.id) == (Money(89_950, "RUB"), Money(150, "XTR"))
    assert "Сумма: 0,50 ₽" in plain(desk.request(desk.one))
    assert "Бот этих денег не переводит" in desk.request(desk.one).text


async def test_a_stranger_finds_the_operators_buttons_dead(desk: Desk) -> None:
    """Also the seller whose money it is; and nobody takes back what is another's."""
    market, seller = desk.market, desk.seller
    await desk.sends("150")
    stranger = market.person("Глеб")
    await market.starts(stranger)
    async with desk.nothing_moves():
        for who in (stranger, seller):
            for act in ("paid", "no", "open"):
                press = who.press(who.last, data=f"po:1:{act}")
                await market.settled()
                assert press.answer is not None
                assert press.answer.text == DEAD
            press = who.press(who.last, data="pol:0")
            await market.settled()
            assert press.answer is not None
            assert press.answer.text == DEAD
            assert "Такой команды нет" in (await market.says(who, "/payouts")).text
        for who, data in (
            (stranger, "po:1:take"),
            (desk.one, "po:1:take"),
            (seller, "po:9:take"),
            (desk.one, "po:9:paid"),
        ):
            press = who.press(who.last, data=data)
            await market.settled()
            assert press.answer is not None
            assert press.answer.text == CLOSED, data
        forged = seller.press(seller.last, data=f"po:{2**70}:take")
        await market.settled()
        assert forged.answer is not None
        assert forged.answer.text == DEAD


async def test_who_is_no_operator_any_more_declines_nothing(desk: Desk) -> None:
    """The question for the reason was asked while they were one."""
    market = desk.market
    await desk.sends("150")
    await market.presses(desk.two, "Отклонить")
    await market.stop_bot()
    market.settings = market.settings.model_copy(update={"admin_ids": frozenset({900})})
    await market.start_bot()
    async with desk.nothing_moves():
        await market.says(desk.two, "Нет такой карты")
    await market.presses(desk.one, "Выплачено")
    assert await desk.stars() == (0, 0, 150)


@pytest.mark.parametrize("when", ["before the form", "before the sending"])
async def test_without_an_operator_nobody_can_be_asked(tmp_path: Path, when: str) -> None:
    """Said in one sentence, and the money stays on the balance."""
    said = "Вывести пока нельзя: у бота не указан оператор, который платит. Деньги остаются на балансе."
    async with open_market(tmp_path, payments="stars", admin_ids="900") as market:
        seller, buyer = market.person("Сергей"), market.person("Анна")
        await market.starts(seller)
        await booked(market, seller, buyer, STARS)
        await market.says(seller, "/balance")
        if when == "before the sending":
            await market.presses(seller, "Вывести")
            await market.says(seller, "150", TARGET)
        await market.stop_bot()
        market.settings = market.settings.model_copy(update={"admin_ids": frozenset()})
        await market.start_bot()
        button = "Вывести" if when == "before the form" else "Отправить"
        assert await market.presses(seller, button) == said
        assert await balance(market, AccountKind.SELLER, seller.id) == (Money(150, "XTR"),)


async def test_an_operator_who_has_not_pressed_start_gets_the_request_when_they_do(
    market: Market, seller: Person, buyer: Person
) -> None:
    """In their language; of what is settled by then they are not told."""
    await market.starts(seller)
    await booked(market, seller, buyer, STARS)
    one = market.sandbox.people.add("Oleg", person_id=900, language_code="en")
    desk = Desk(market, seller, one, one)
    await desk.sends("100")
    await desk.sends("50")
    await market.presses(seller, "Отозвать выплату №2")
    assert one.received == []
    await market.starts(one)
    requests = [message for message in one.received if "waits for you" in message.text]
    assert [message.text.split("\n")[0] for message in requests] == ["Payout #1: waits for you"]
    await market.presses(one, "Paid out")
    assert await desk.stars() == (50, 0, 100)
    assert requests[0].id == one.find("Payout #1: paid out").id


async def test_an_operator_who_was_away_finds_what_waits(desk: Desk) -> None:
    """`/payouts`: the oldest first, ten a page; opened anew, it is that message which is edited from then on."""
    market, one, two = desk.market, desk.one, desk.two
    assert "Никто не ждёт выплаты." in (await market.says(one, "/payouts")).text
    for _ in range(11):
        await desk.sends("10")
    await market.says(one, "/admin")
    await market.presses(one, "Выплаты: 11")
    shown = one.last
    assert "Ждёт 11 заявок." in shown.text
    assert labels(shown)[0] == f"№1 · 10{NBSP}⭐ · Сергей"
    assert labels(shown)[-2:] == ["Следующие ›", "К столу оператора"]
    await market.presses(one, "Следующие ›")
    assert labels(one.message(shown.id)) == [f"№11 · 10{NBSP}⭐ · Сергей", "‹ Предыдущие", "К столу оператора"]
    old = desk.request(one, 11)
    await market.presses(one, "№11", on=one.message(shown.id))
    opened = one.last
    assert opened.id != old.id
    assert labels(opened) == ["Скопировать реквизиты", "Выплачено", "Отклонить"]
    await market.presses(two, "Выплачено", on="Выплата №11")
    assert one.message(opened.id).text.startswith("Выплата №11: выплачена")
    late = one.press(old, "Выплачено")
    await market.settled()
    assert late.answer is not None
    assert late.answer.text == "Эта выплата уже отмечена выплаченной: Ольга."
    assert one.message(old.id).text.startswith("Выплата №11: выплачена")


@pytest.mark.parametrize("kind", ["retry_after", "server_error", "drop_before"])
async def test_a_request_that_did_not_get_through_is_sent_again(desk: Desk, kind: FaultKind) -> None:
    """Once, and it is the one that is edited."""
    desk.market.sandbox.faults.add(kind, method="sendMessage", chat_id=desk.one.id, times=2)
    await desk.sends("150")
    assert len([message for message in desk.one.received if "Выплата №1" in message.text]) == 1
    await desk.market.presses(desk.two, "Выплачено")
    assert desk.request(desk.one).text.startswith("Выплата №1: выплачена")


async def test_of_a_request_that_came_twice_both_messages_end_true(desk: Desk) -> None:
    """Telegram had taken it, but its answer was lost: whichever is pressed says what is so."""
    desk.market.sandbox.faults.add("drop_after", method="sendMessage", chat_id=desk.one.id)
    await desk.sends("150")
    first, second = [message.id for message in desk.one.received if "Выплата №1" in message.text]
    await desk.market.presses(desk.one, "Выплачено", on=desk.one.message(first))
    for message_id in (first, second):
        assert desk.one.message(message_id).text.startswith("Выплата №1: выплачена")
        assert labels(desk.one.message(message_id)) == []


async def test_names_and_targets_are_never_markup(market: Market, buyer: Person) -> None:
    """Whatever people write stands there as written."""
    seller = market.person("<b>Серж</b> @admin")
    one, two = await operators(market)
    await market.starts(seller)
    await booked(market, seller, buyer, STARS)
    desk = Desk(market, seller, one, two)
    target = "<script>alert(1)</script>\n*bold* [x](http://evil.example)"
    await desk.sends("150", target)
    request = desk.request(one)
    assert target in request.text
    assert "<b>Серж</b> @admin" in request.text
    kinds = {entity["type"] for entity in request.body["entities"]}
    assert kinds == {"bold", "text_mention", "code", "date_time"}
