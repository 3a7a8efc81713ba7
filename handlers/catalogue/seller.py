"""A seller's page: who they are, how reliable, and what they have on sale (SPEC 6 and 8)."""

from aiogram import Router
from aiogram.types import CallbackQuery

from desk.gig_desk import GigDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from handlers.availability.words import absence_line
from handlers.buttons import SellerPress
from handlers.catalogue.seller_screen import seller_screen
from handlers.reader import reader_of
from handlers.says import Says, answer, edit, message
from handlers.texts import Texts
from orders.refusals import NoSuchPerson

router = Router(name="seller's page")


@router.callback_query(SellerPress.filter())
async def show_seller(
    pressed: CallbackQuery,
    callback_data: SellerPress,
    person: Person,
    texts: Texts,
    gigs: GigDesk,
    people: PersonDesk,
    orders: OrderDesk,
) -> Says:
    """Below; another page of their gigs in place. Raises: NoSuchPerson."""
    seller = await people.seller(callback_data.id)
    if seller is None:
        raise NoSuchPerson
    reader, stands = reader_of(person, texts, orders), await gigs.availability(seller.id, person.id)
    absence = None if stands.is_open else absence_line(reader, stands)
    on_sale, rating = await gigs.on_sale_of(seller.id), await orders.rating(seller.id)
    reviews = await orders.reviews_of_seller(seller.id)
    shown = seller_screen(texts, seller, rating, on_sale, callback_data.page or 0, absence, reviews)
    if callback_data.page is None:
        return [answer(pressed), message(person, *shown)]
    return [edit(pressed, *shown)]
