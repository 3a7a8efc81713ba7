"""A seller opens «Приём заказов» and chooses by buttons."""

from dataclasses import replace

from aiogram import F, Router
from aiogram.types import CallbackQuery

from desk.gig_desk import GigDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.person_desk import PersonDesk
from handlers.availability.buttons import AwayPress, LimitPress, Page, PagePress, ReturnPress
from handlers.availability.screens import away_page, limit_page, taking_page
from handlers.reader import reader_of
from handlers.says import Says, answer, edit
from handlers.texts import Texts
from orders.availability import away_for, check_limit

router = Router(name="taking orders")

_CHOICES = {Page.AWAY: away_page, Page.LIMIT: limit_page}


@router.callback_query(PagePress.filter(F.page == Page.HOME))
async def show_home(pressed: CallbackQuery, person: Person, texts: Texts, orders: OrderDesk, gigs: GigDesk) -> Says:
    """How it stands."""
    return [edit(pressed, *await taking_page(reader_of(person, texts, orders), gigs))]


@router.callback_query(PagePress.filter(F.page.in_(_CHOICES)))
async def show_choices(
    pressed: CallbackQuery, callback_data: PagePress, person: Person, texts: Texts, orders: OrderDesk
) -> Says:
    """For how long, or how many."""
    return [edit(pressed, *_CHOICES[callback_data.page](reader_of(person, texts, orders)))]


@router.callback_query(AwayPress.filter())
async def go_away(
    pressed: CallbackQuery,
    callback_data: AwayPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    gigs: GigDesk,
    people: PersonDesk,
) -> Says:
    """From now on, for so many days. Orders that exist go on. Raises: AwayOutOfRange."""
    person = await people.change(replace(person, away_until=away_for(callback_data.days, orders.now)))
    page = await taking_page(reader_of(person, texts, orders), gigs)
    return [edit(pressed, *page), answer(pressed, texts.plain("taking-away"))]


@router.callback_query(ReturnPress.filter())
async def come_back(
    pressed: CallbackQuery, person: Person, texts: Texts, orders: OrderDesk, gigs: GigDesk, people: PersonDesk
) -> Says:
    """«Снова принимаю»: unless there is another reason not to, which the page tells."""
    person = await people.change(replace(person, away_until=None))
    page = await taking_page(reader_of(person, texts, orders), gigs)
    is_open = (await gigs.availability(person.id)).is_open
    return [edit(pressed, *page), answer(pressed, texts.plain("taking-back" if is_open else "settings-saved"))]


@router.callback_query(LimitPress.filter())
async def set_limit(
    pressed: CallbackQuery,
    callback_data: LimitPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    gigs: GigDesk,
    people: PersonDesk,
) -> Says:
    """So many at a time, or as many as come. Raises: LimitOutOfRange."""
    most = None if callback_data.most == 0 else check_limit(callback_data.most)
    person = await people.change(replace(person, works_at_most=most))
    page = await taking_page(reader_of(person, texts, orders), gigs)
    return [edit(pressed, *page), answer(pressed, texts.plain("settings-saved"))]
