"""«Пригласить покупателя»: the link by which the buyer of an order from elsewhere joins it."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from desk.elsewhere_desk import ElsewhereDesk
from desk.people import Person
from handlers.buttons import Move, OrderPress
from handlers.elsewhere.buttons import InviteAct, InvitePress
from handlers.elsewhere.screens import link_screen, withdrawn_screen
from handlers.says import Says, answer, edit, message
from handlers.setup import Setup
from handlers.texts import Texts

router = Router(name="inviting a buyer")


@router.callback_query(OrderPress.filter(F.move == Move.INVITE))
async def show_link(
    pressed: CallbackQuery,
    callback_data: OrderPress,
    person: Person,
    texts: Texts,
    elsewhere: ElsewhereDesk,
    setup: Setup,
) -> Says:
    """A message by itself: it can be passed on as it is. The same link however often it is asked for."""
    order, code = await elsewhere.invite(callback_data.number, person.id)
    return [answer(pressed), message(person, *link_screen(texts, order, code, setup))]


@router.callback_query(InvitePress.filter(F.act == InviteAct.RENEW))
async def renew(
    pressed: CallbackQuery,
    callback_data: InvitePress,
    person: Person,
    texts: Texts,
    elsewhere: ElsewhereDesk,
    setup: Setup,
) -> Says:
    """Another link; the one before leads nowhere."""
    order, code = await elsewhere.invite(callback_data.number, person.id, anew=True)
    told = answer(pressed, texts.plain("invite-renewed"))
    return [told, edit(pressed, *link_screen(texts, order, code, setup))]


@router.callback_query(InvitePress.filter(F.act == InviteAct.WITHDRAW))
async def withdraw(
    pressed: CallbackQuery, callback_data: InvitePress, person: Person, texts: Texts, elsewhere: ElsewhereDesk
) -> Says:
    """Nobody can join by it any more."""
    order = await elsewhere.withdraw(callback_data.number, person.id)
    return [answer(pressed), edit(pressed, *withdrawn_screen(texts, order))]
