"""A buyer asks to be told once a seller takes orders again, and is told once."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram.utils.formatting import Bold

from desk.gig_desk import GigDesk
from desk.people import Person, Standing
from desk.ports import Unit, WaitingPerson
from desk.posts import Post
from handlers.availability.buttons import WaitForPress
from handlers.buttons import OpenGigPress, SellerPress, Style, button
from handlers.replies import posts_of
from handlers.says import Says, answer, message
from handlers.texts import Texts, texts_in
from orders.gig import GigStatus

router = Router(name="waiting for a seller")


@router.callback_query(WaitForPress.filter())
async def wait_for(
    pressed: CallbackQuery, callback_data: WaitForPress, person: Person, texts: Texts, gigs: GigDesk
) -> Says:
    """A second press changes nothing; of a seller who is back already the person hears at the next sweep.

    Raises: NotOnSale, OwnGig.
    """
    is_new = await gigs.wait(callback_data.gig, person.id)
    return [answer(pressed, texts.plain("waiting-noted" if is_new else "waiting-noted-before"))]


async def told_of_return(waiting: WaitingPerson, unit: Unit) -> list[Post]:
    """The seller is back: the way to the gig or, where it is no longer on sale, to the seller's others."""
    unit.waiting.drop(waiting)
    person, seller = await unit.people.get(waiting.person_id), await unit.people.get(waiting.seller_id)
    gig = await unit.gigs.get(waiting.gig_id)
    if person is None or seller is None or gig is None or person.standing is Standing.BANNED:
        return []
    texts = texts_in(person.speaks)
    is_on_sale = gig.status is GigStatus.ACTIVE
    text = texts(
        "waiting-back" if is_on_sale else "waiting-back-without",
        name=Bold(seller.name),
        title=Bold(gig.terms.title),
    )
    way = (
        button(texts.plain("gig-button-open"), OpenGigPress(code=gig.code), Style.GO)
        if is_on_sale
        else button(texts.plain("button-sellers-gigs"), SellerPress(id=seller.id))
    )
    return posts_of(person, [message(person, text, [[way]])])
