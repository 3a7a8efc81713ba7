"""The category of a gig: chosen once it is published, and later under «Изменить»."""

from aiogram import Router
from aiogram.types import CallbackQuery
from aiogram.utils.formatting import Bold

from desk.gig_desk import GigDesk
from desk.people import Person
from desk.ports import Unit
from handlers.buttons import button
from handlers.gigs.buttons import GigAct, GigCategoryPress, GigPress
from handlers.gigs.screens import Shown, gig_screen
from handlers.says import Says, answer, edit
from handlers.texts import Texts
from orders.category import Category
from orders.gig import Gig

router = Router(name="category of a gig")


@router.callback_query(GigCategoryPress.filter())
async def choose(
    pressed: CallbackQuery, callback_data: GigCategoryPress, person: Person, texts: Texts, gigs: GigDesk, unit: Unit
) -> Says:
    """The choice or, pressed there, the gig with it. Raises: NoSuchGig, NoSuchCategory."""
    gig = await gigs.own(callback_data.id, person.id)
    if callback_data.category is None:
        return [edit(pressed, *category_choice(texts, gig, await unit.categories.all()))]
    gig = await gigs.set_category(gig.id, person.id, callback_data.category or None)
    return [edit(pressed, *gig_screen(texts, gig)), answer(pressed, texts.plain("gig-saved"))]


def category_choice(texts: Texts, gig: Gig, categories: tuple[Category, ...]) -> Shown:
    """A button a category, the one it has marked; or none."""
    rows = [
        [
            button(
                ("• " if each.id == gig.category_id else "") + each.name(texts.language),
                GigCategoryPress(id=gig.id, category=each.id),
            )
        ]
        for each in categories
    ]
    return texts("gig-category-ask", title=Bold(gig.terms.title)), [
        *rows,
        [button(texts.plain("gig-category-none"), GigCategoryPress(id=gig.id, category=0))],
        [button(texts.plain("button-skip"), GigPress(id=gig.id, act=GigAct.OPEN))],
    ]
