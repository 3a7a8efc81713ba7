"""Opening the link of an offer: the first who does is whose it is."""

from aiogram import F, Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import Message

from desk.offer_desk import OfferDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from handlers.menu.rooms import menu_button
from handlers.offers.screens import buyers_screen, sellers_screen
from handlers.reader import reader_of
from handlers.refusals import refusal_sentence
from handlers.says import Says, message
from handlers.setup import Setup
from handlers.texts import Texts
from orders.refusals import Refusal

router = Router(name="offer link")

_PREFIX = "o_"


@router.message(CommandStart(deep_link=True, magic=F.args.startswith(_PREFIX)))
async def open_offer(
    _: Message,
    command: CommandObject,
    person: Person,
    texts: Texts,
    offers: OfferDesk,
    orders: OrderDesk,
    people: PersonDesk,
    setup: Setup,
) -> Says:
    """Its seller sees their own screen of it; to anybody else but its buyer nothing of it is told."""
    reader = reader_of(person, texts, orders)
    try:
        offer = await offers.behind((command.args or "").removeprefix(_PREFIX))
        if offer.seller_id == person.id:
            return [message(person, *await sellers_screen(reader, offer, offers, people, setup))]
        offer = await offers.open(offer, person.id)
    except Refusal as refusal:
        return [message(person, texts("refused", sentence=refusal_sentence(texts, refusal)), [[menu_button(texts)]])]
    return [message(person, *await buyers_screen(reader, offer, offers, people, orders))]
