"""The buyer of an offer: looking at it, «Заказать», «Отказаться»."""

from aiogram import F, Router
from aiogram.types import CallbackQuery
from aiogram.utils.formatting import Bold

from desk.offer_desk import OfferDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from desk.posts import Post, fresh_card
from handlers.buttons import button
from handlers.offers.buttons import OfferAct, OfferPress
from handlers.offers.screens import Shown, buyers_screen, declining
from handlers.reader import reader_of
from handlers.refusals import refusal_sentence
from handlers.replies import reply
from handlers.says import Says, answer, edit, message
from handlers.texts import Texts, texts_in
from orders.offer import Offer, is_placed
from orders.refusals import OfferDeclined, OfferExpired, OfferUsed, OfferWithdrawn
from orders.status import Side

router = Router(name="deciding on an offer")

_OVER = (OfferDeclined, OfferExpired, OfferUsed, OfferWithdrawn)


async def _page(
    offer_id: int, person: Person, texts: Texts, offers: OfferDesk, orders: OrderDesk, people: PersonDesk
) -> Shown:
    offer = await offers.for_buyer(offer_id, person.id)
    return await buyers_screen(reader_of(person, texts, orders), offer, offers, people, orders)


@router.callback_query(OfferPress.filter(F.act == OfferAct.LOOK))
async def look(
    pressed: CallbackQuery,
    callback_data: OfferPress,
    person: Person,
    texts: Texts,
    offers: OfferDesk,
    orders: OrderDesk,
    people: PersonDesk,
) -> Says:
    """As it stands now. Raises: NoSuchOffer."""
    return [edit(pressed, *await _page(callback_data.id, person, texts, offers, orders, people))]


@router.callback_query(OfferPress.filter(F.act == OfferAct.ORDER))
async def order_offer(
    pressed: CallbackQuery,
    callback_data: OfferPress,
    person: Person,
    texts: Texts,
    offers: OfferDesk,
    orders: OrderDesk,
    people: PersonDesk,
) -> Says:
    """An order that waits for its payment. A second tap finds it; of what is over the page says so now.

    Raises: NoSuchOffer, SellerStopped, OtherCurrency.
    """
    existing = await offers.order_of(await offers.for_buyer(callback_data.id, person.id))
    if existing is not None and is_placed(existing):
        is_paid = existing.paid_at is not None
        key = "offer-ordered-before" if is_paid else "ordering-placed-before"
        told = answer(pressed, texts.plain(key, number=str(existing.number), method=existing.method))
        return [fresh_card(existing, Side.BUYER), told]
    try:
        await offers.order(callback_data.id, person.id)
    except _OVER as refusal:
        told = answer(pressed, refusal_sentence(texts, refusal), alert=True)
    else:
        told = answer(pressed, texts.plain("ordering-check", method=orders.policy.payment_method))
    return [edit(pressed, *await _page(callback_data.id, person, texts, offers, orders, people)), told]


@router.callback_query(OfferPress.filter(F.act == OfferAct.DECLINE))
async def ask_declining(
    pressed: CallbackQuery,
    callback_data: OfferPress,
    person: Person,
    texts: Texts,
    offers: OfferDesk,
    orders: OrderDesk,
    people: PersonDesk,
) -> Says:
    """«Отказаться»: first whether they mean it. Raises: NoSuchOffer."""
    try:
        offer = await offers.check_decline(callback_data.id, person.id)
    except _OVER as refusal:
        page = await _page(callback_data.id, person, texts, offers, orders, people)
        return [edit(pressed, *page), answer(pressed, refusal_sentence(texts, refusal), alert=True)]
    return [edit(pressed, *declining(reader_of(person, texts, orders), offer))]


@router.callback_query(OfferPress.filter(F.act == OfferAct.DECLINE_SURE))
async def decline(
    pressed: CallbackQuery,
    callback_data: OfferPress,
    person: Person,
    texts: Texts,
    offers: OfferDesk,
    orders: OrderDesk,
    people: PersonDesk,
) -> Says:
    """The seller is told. Raises: NoSuchOffer, OfferUsed, OfferWithdrawn, OfferDeclined, OfferExpired."""
    offer = await offers.decline(callback_data.id, person.id)
    page = await _page(offer.id, person, texts, offers, orders, people)
    return [edit(pressed, *page), *await _told(offer, person, people)]


async def _told(offer: Offer, buyer: Person, people: PersonDesk) -> list[Post]:
    seller = await people.get(offer.seller_id)
    if seller is None:
        return []
    texts = texts_in(seller.speaks)
    text = texts("offer-declined-seller", name=Bold(buyer.name), title=Bold(offer.terms.title))
    press = OfferPress(id=offer.id, act=OfferAct.OPEN)
    return [reply(seller.id, message(seller, text, [[button(texts.plain("offer-button-open"), press)]]))]
