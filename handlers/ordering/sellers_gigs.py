"""«Другие кворки продавца»: what else a seller has on sale, offered below a delivery (SPEC 6)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.gig_desk import GigDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from handlers.buttons import OpenGigPress, SellersGigsPress, button
from handlers.menu.rooms import menu_button
from handlers.ordering.screens import gig_page
from handlers.says import Says, answer, message
from handlers.texts import Texts
from handlers.wording import price
from orders.gig import GigStatus

router = Router(name="seller's gigs")

#: The newest so many: a message is no catalogue.
_SHOWN = 10


@router.callback_query(SellersGigsPress.filter())
async def show_gigs(
    pressed: CallbackQuery,
    callback_data: SellersGigsPress,
    person: Person,
    texts: Texts,
    gigs: GigDesk,
    people: PersonDesk,
) -> Says:
    """A button a gig; or that there is nothing else now."""
    seller = await people.get(callback_data.seller)
    on_sale = [
        gig
        for gig in await gigs.of_seller(callback_data.seller)
        if gig.status is GigStatus.ACTIVE and gig.id != callback_data.bought
    ]
    if seller is None or not on_sale or not await gigs.may_sell(seller.id):
        return [answer(pressed, texts.plain("sellers-gigs-none"), alert=True)]
    rows = [
        [button(f"{gig.terms.title} · {price(texts, gig.terms.price)}", OpenGigPress(code=gig.code))]
        for gig in on_sale[:_SHOWN]
    ]
    return [answer(pressed), message(person, texts("sellers-gigs", name=seller.name), [*rows, [menu_button(texts)]])]


@router.callback_query(OpenGigPress.filter())
async def open_gig(
    pressed: CallbackQuery,
    callback_data: OpenGigPress,
    person: Person,
    texts: Texts,
    gigs: GigDesk,
    people: PersonDesk,
    orders: OrderDesk,
) -> Says:
    """The gig's page, as its link shows it. Raises: NotOnSale."""
    gig = await gigs.on_sale(callback_data.code)
    return [answer(pressed), message(person, *await gig_page(texts, gig, people, orders))]
