"""«Отозвать выплату»: the seller has thought better of it while it waits."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from desk.cash_desk import CashDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from desk.posts import payout_news, payout_request
from handlers.balance.page import balance_of
from handlers.balance.screens import balance_screen
from handlers.buttons import PayoutAct, PayoutPress
from handlers.reader import reader_of
from handlers.says import Says, answer, edit
from handlers.setup import Setup
from handlers.texts import Texts
from handlers.wording import price

router = Router(name="taking back")


@router.callback_query(PayoutPress.filter(F.act == PayoutAct.TAKE_BACK))
async def take_back(
    pressed: CallbackQuery,
    callback_data: PayoutPress,
    person: Person,
    texts: Texts,
    cash: CashDesk,
    orders: OrderDesk,
    unit: Unit,
    setup: Setup,
) -> Says:
    """The money is on the balance again; the operators are told not to pay. Raises: NoSuchPayout."""
    payout = await cash.take_payout_back(callback_data.id, person.id)
    screen = balance_screen(reader_of(person, texts, orders), await balance_of(unit, person.id))
    told = [
        post
        for operator_id in sorted(setup.admin_ids)
        for post in (payout_request(payout, operator_id), payout_news(payout, operator_id))
    ]
    taken = texts.plain("payout-taken-back", id=str(payout.id), amount=price(texts, payout.money))
    return [answer(pressed, taken), edit(pressed, *screen), *told]
