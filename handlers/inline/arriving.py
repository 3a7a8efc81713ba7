"""Coming into the bot from its inline mode: by the button above the list, or with a card that was sent right here."""

from aiogram import Bot, F, Router
from aiogram.filters import CommandStart
from aiogram.types import Message

from desk.gig_desk import GigDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from handlers.catalogue.room import open_catalogue
from handlers.ordering.opening import page_of
from handlers.says import Says
from handlers.setup import Setup
from handlers.texts import Texts

router = Router(name="coming from inline mode")

#: What the button above the list carries.
CATALOGUE = "catalogue"


def code_on(sent: Message, bot: Bot, setup: Setup) -> dict[str, str] | bool:
    """A filter: one of the bot's own cards; gives the code of its gig."""
    if sent.via_bot is None or sent.via_bot.id != bot.id or sent.reply_markup is None:
        return False
    link = setup.link("k_")
    urls = (button.url or "" for row in sent.reply_markup.inline_keyboard for button in row)
    return next(({"code": url.removeprefix(link)} for url in urls if url.startswith(link)), False)


@router.message(code_on)
async def open_sent_card(
    _: Message,
    code: str,
    person: Person,
    texts: Texts,
    gigs: GigDesk,
    orders: OrderDesk,
    people: PersonDesk,
) -> Says:
    """Who chooses a gig here wants to see it. It answers no form and goes to no order: it is nobody's words."""
    return await page_of(code, person, texts, gigs, orders, people)


router.message.register(open_catalogue, CommandStart(deep_link=True, magic=F.args == CATALOGUE))
