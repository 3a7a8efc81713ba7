"""«Другие кворки продавца»: what else a seller has on sale, offered below a delivery (SPEC 6)."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram.utils.formatting import as_list

from desk.gig_desk import GigDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from handlers.availability.words import absence_line
from handlers.buttons import OpenGigPress, SellersGigsPress, button
from handlers.menu.rooms import menu_button
from handlers.ordering.screens import gig_page
from handlers.reader import reader_of
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
    orders: OrderDesk,
) -> Says:
    """A button a gig, and when the seller is back, if they are away; or that there is nothing else now."""
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
    stands = await gigs.availability(seller.id, person.id)
    absence = [] if stands.is_open else [absence_line(reader_of(person, texts, orders), stands)]
    text = as_list(texts("sellers-gigs", name=seller.name), *absence)
    return [answer(pressed), message(person, text, [*rows, [menu_button(texts)]])]


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
    return [answer(pressed), message(person, *await gig_page(texts, gig, person, gigs, people, orders))]
