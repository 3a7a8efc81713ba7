"""The seller has changed the gig while a buyer was ordering it: the buyer decides again."""

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from desk.gig_desk import GigDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from handlers.ordering.briefing import Briefing, keep
from handlers.ordering.screens import gig_page
from handlers.says import Says, answer, message
from handlers.texts import Texts
from orders.gig import Gig


async def shown_anew(
    pressed: CallbackQuery,
    briefing: Briefing,
    gig: Gig,
    person: Person,
    texts: Texts,
    gigs: GigDesk,
    orders: OrderDesk,
    people: PersonDesk,
    state: FSMContext,
) -> Says:
    """The page as it is now. `briefing` is under the new terms already, so that only what is new is asked."""
    told = answer(pressed, texts.plain("ordering-changed"), alert=True)
    if not briefing.contents and not briefing.is_choosing:
        await state.clear()
        return [
            message(person, *await gig_page(texts, gig, person, gigs, people, orders, texts("ordering-changed"))),
            told,
        ]
    await keep(state, briefing)
    has_answers = any(not content.is_empty for content in briefing.contents)
    lead = texts("ordering-changed-kept" if has_answers else "ordering-changed")
    resumes = briefing if briefing.is_complete else None
    return [message(person, *await gig_page(texts, gig, person, gigs, people, orders, lead, resumes=resumes)), told]
