"""A seller's own offers: the list, one of them, withdrawing it."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery
from aiogram.utils.formatting import Bold

from desk.offer_desk import OfferDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from handlers.buttons import OffersPress, SellerPress, button
from handlers.gigs.draft import Draft
from handlers.offers.buttons import OfferAct, OfferPress
from handlers.offers.form_screens import form_screen
from handlers.offers.screens import offer_list, sellers_screen, withdrawal
from handlers.offers.writing import OfferWriting, keep
from handlers.reader import reader_of
from handlers.replies import reply
from handlers.says import Say, Says, answer, edit, message
from handlers.setup import Setup
from handlers.texts import Texts, texts_in
from orders.offer import Offer

router = Router(name="own offers")


@router.callback_query(OffersPress.filter())
async def show_list(
    pressed: CallbackQuery,
    callback_data: OffersPress,
    person: Person,
    texts: Texts,
    offers: OfferDesk,
    orders: OrderDesk,
    people: PersonDesk,
) -> Says:
    """«Индивидуальное предложение», or another page."""
    return [edit(pressed, *await offer_list(reader_of(person, texts, orders), offers, people, callback_data.page))]


@router.callback_query(OfferPress.filter(F.act == OfferAct.OPEN))
async def look(
    pressed: CallbackQuery,
    callback_data: OfferPress,
    person: Person,
    texts: Texts,
    offers: OfferDesk,
    orders: OrderDesk,
    people: PersonDesk,
    setup: Setup,
) -> Says:
    """Where it stands, and its link. Raises: NoSuchOffer."""
    offer = await offers.own(callback_data.id, person.id)
    return [edit(pressed, *await sellers_screen(reader_of(person, texts, orders), offer, offers, people, setup))]


@router.callback_query(OfferPress.filter(F.act == OfferAct.WITHDRAW))
async def ask_withdrawal(
    pressed: CallbackQuery,
    callback_data: OfferPress,
    person: Person,
    texts: Texts,
    offers: OfferDesk,
    orders: OrderDesk,
) -> Says:
    """«Отозвать»: first whether they mean it. Raises: NoSuchOffer."""
    offer = await offers.own(callback_data.id, person.id)
    return [edit(pressed, *withdrawal(reader_of(person, texts, orders), offer))]


@router.callback_query(OfferPress.filter(F.act == OfferAct.WITHDRAW_SURE))
async def withdraw(
    pressed: CallbackQuery,
    callback_data: OfferPress,
    person: Person,
    texts: Texts,
    offers: OfferDesk,
    orders: OrderDesk,
    people: PersonDesk,
    setup: Setup,
) -> Says:
    """Nobody can order or pay it any more; whose it was is told.

    Raises: NoSuchOffer, OfferUsed, OfferWithdrawn, OfferDeclined, OfferExpired.
    """
    offer = await offers.withdraw(callback_data.id, person.id)
    screen = await sellers_screen(reader_of(person, texts, orders), offer, offers, people, setup)
    told = await _told(offer, person, people)
    return [edit(pressed, *screen), answer(pressed, texts.plain("offer-withdrawn")), *told]


@router.callback_query(OfferPress.filter(F.act == OfferAct.AGAIN))
async def make_again(
    _: CallbackQuery,
    callback_data: OfferPress,
    person: Person,
    texts: Texts,
    offers: OfferDesk,
    orders: OrderDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """A new one with the same terms, from its preview on. Raises: NoSuchOffer, SellerStopped."""
    offer = await offers.own(callback_data.id, person.id)
    await offers.expect_seller(person.id)
    writing = OfferWriting(form=update_number, draft=Draft.of(offer.terms), is_preview=True)
    await keep(state, writing)
    reader = reader_of(person, texts, orders)
    screen = form_screen(reader, writing, await orders.rating(person.id), offer.terms.price.currency, None)
    return [message(person, *screen)]


async def _told(offer: Offer, seller: Person, people: PersonDesk) -> list[Say]:
    buyer = None if offer.buyer_id is None else await people.get(offer.buyer_id)
    if buyer is None:
        return []
    texts = texts_in(buyer.speaks)
    text = texts("offer-withdrawn-buyer", name=Bold(seller.name), title=Bold(offer.terms.title))
    to_seller = button(texts.plain("button-seller"), SellerPress(id=seller.id))
    return [reply(buyer.id, message(buyer, text, [[to_seller]]))]
