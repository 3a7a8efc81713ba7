"""Opening the link of a gig."""

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import Message

from desk.gig_desk import GigDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from handlers.gigs.screens import gig_screen
from handlers.menu.rooms import menu_button
from handlers.ordering.screens import gig_page
from handlers.refusals import refusal_sentence
from handlers.says import Says, message
from handlers.texts import Texts
from orders.refusals import NotOnSale

router = Router(name="gig link")

_PREFIX = "k_"


@router.message(CommandStart(deep_link=True, magic=F.args.startswith(_PREFIX)))
async def open_gig(
    _: Message,
    command: CommandObject,
    person: Person,
    texts: Texts,
    gigs: GigDesk,
    orders: OrderDesk,
    people: PersonDesk,
) -> Says:
    """A buyer sees the gig, its seller their own page of it; a form that is open stays open."""
    code = (command.args or "").removeprefix(_PREFIX)
    own = next((gig for gig in await gigs.of_seller(person.id) if gig.code == code), None)
    if own is not None:
        return [message(person, *gig_screen(texts, own, texts("gig-yours")))]
    try:
        gig = await gigs.on_sale(code)
    except NotOnSale as refusal:
        return [message(person, texts("refused", sentence=refusal_sentence(texts, refusal)), [[menu_button(texts)]])]
    return [message(person, *await gig_page(texts, gig, person, gigs, people, orders))]
