"""«Заказать»: to the options and questions of the gig or, without any, to the order at once."""

from aiogram import Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from desk.gig_desk import GigDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from desk.ports import Unit
from desk.posts import fresh_card
from handlers.marks import mark_of_terms
from handlers.ordering.briefing import begun, keep
from handlers.ordering.buttons import BuyPress
from handlers.ordering.screens import gig_page, step_screen
from handlers.says import Says, answer, edit, message
from handlers.texts import Texts
from orders.gig import Gig
from orders.order import Order
from orders.placing import check_sale
from orders.status import Side, Status

router = Router(name="ordering a gig")


@router.callback_query(BuyPress.filter())
async def order_gig(
    pressed: CallbackQuery,
    callback_data: BuyPress,
    person: Person,
    texts: Texts,
    gigs: GigDesk,
    orders: OrderDesk,
    people: PersonDesk,
    unit: Unit,
    state: FSMContext,
    update_number: int,
) -> Says:
    """Nobody orders under terms they have not seen: a page drawn for older ones is drawn anew."""
    gig = await gigs.on_sale(callback_data.code)
    check_sale(gig, person.id, orders.policy)
    if callback_data.seen != mark_of_terms(gig.terms):
        page = await gig_page(texts, gig, person, gigs, people, orders, texts("ordering-changed"))
        return [edit(pressed, *page), answer(pressed, texts.plain("ordering-changed"), alert=True)]
    if not gig.terms.questions and not gig.terms.presets:
        return await _place_at_once(pressed, gig, person, texts, gigs, orders, unit)
    gig = await gigs.orderable(gig.code, person.id)
    briefing = await begun(state, gig, update_number)
    await keep(state, briefing)
    return [message(person, *step_screen(texts, briefing))]


async def _place_at_once(
    pressed: CallbackQuery,
    gig: Gig,
    person: Person,
    texts: Texts,
    gigs: GigDesk,
    orders: OrderDesk,
    unit: Unit,
) -> Says:
    """The page was the preview. A second tap finds the order that the first has placed."""
    order = await _unconfirmed(gig, person, orders, unit)
    if order is not None:
        told = answer(pressed, texts.plain("ordering-placed-before", number=str(order.number), method=order.method))
        return [fresh_card(order, Side.BUYER), told]
    await orders.place(await gigs.orderable(gig.code, person.id), person.id, ())
    return [answer(pressed, texts.plain("ordering-check", method=orders.policy.payment_method))]


async def _unconfirmed(gig: Gig, person: Person, orders: OrderDesk, unit: Unit) -> Order | None:
    for order in await unit.orders.open_of(person.id):
        if order.buyer_id == person.id and order.gig_id == gig.id and order.terms == gig.terms:
            current = await orders.open(order.number, person.id)
            if current.status is Status.AWAITING_PAYMENT:
                return current
    return None
