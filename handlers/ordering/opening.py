"""Opening a gig: by its link or by its button."""

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import CallbackQuery, Message

from desk.gig_desk import GigDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from handlers.availability.screens import standing_line
from handlers.buttons import OpenGigPress
from handlers.gigs.photo_screens import photos_message
from handlers.gigs.screens import gig_screen
from handlers.menu.rooms import menu_button
from handlers.ordering.screens import gig_page
from handlers.reader import reader_of
from handlers.refusals import refusal_sentence
from handlers.says import Says, answer, message
from handlers.texts import Texts
from orders.refusals import NotOnSale

router = Router(name="opening a gig")

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
    return await page_of((command.args or "").removeprefix(_PREFIX), person, texts, gigs, orders, people)


async def page_of(
    code: str, person: Person, texts: Texts, gigs: GigDesk, orders: OrderDesk, people: PersonDesk
) -> Says:
    """The gig behind a code, to whoever it is."""
    own = next((gig for gig in await gigs.of_seller(person.id) if gig.code == code), None)
    if own is not None:
        stands = await gigs.availability(person.id)
        lead = texts("gig-yours") if stands.is_open else standing_line(reader_of(person, texts, orders), stands)
        return [message(person, *gig_screen(texts, own, lead))]
    try:
        gig = await gigs.on_sale(code)
    except NotOnSale as refusal:
        return [message(person, texts("refused", sentence=refusal_sentence(texts, refusal)), [[menu_button(texts)]])]
    page = await gig_page(texts, gig, person, gigs, people, orders)
    return [*photos_message(person, gig.photos, texts("gig-photos-gone")), message(person, *page)]


@router.callback_query(OpenGigPress.filter())
async def open_gig_by_button(
    pressed: CallbackQuery,
    callback_data: OpenGigPress,
    person: Person,
    texts: Texts,
    gigs: GigDesk,
    people: PersonDesk,
    orders: OrderDesk,
) -> Says:
    """The page that its link shows. Raises: NotOnSale."""
    gig = await gigs.on_sale(callback_data.code)
    if gig.seller_id == person.id:
        return [answer(pressed), message(person, *gig_screen(texts, gig, texts("gig-yours")))]
    page = await gig_page(texts, gig, person, gigs, people, orders)
    return [answer(pressed), *photos_message(person, gig.photos, texts("gig-photos-gone")), message(person, *page)]
