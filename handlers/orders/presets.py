"""«Предложить опции» where the gig has options ready: one more tap offers one; «Своя опция» leads to the form."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from desk.gig_desk import GigDesk
from desk.order_desk import OrderDesk
from desk.people import Person
from handlers.buttons import Move, OrderPress, PresetPress, button
from handlers.gigs.screens import Shown
from handlers.marks import mark_of_preset
from handlers.orders.options import may_offer, opened_form
from handlers.says import Says, answer, edit, message
from handlers.texts import Texts
from handlers.wording import price
from orders.agreeing import presets_left
from orders.commands import OfferOption
from orders.gig import PresetOption
from orders.order import Order

router = Router(name="options that a gig has ready")


@router.callback_query(OrderPress.filter(F.move == Move.OFFER_OPTION))
async def choose(
    pressed: CallbackQuery,
    callback_data: OrderPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    gigs: GigDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """What the gig has ready and the order has not; without any, the form at once."""
    order = await may_offer(orders, callback_data.number, person)
    presets = presets_left(order, await gigs.presets_for(order))
    if not presets:
        return [answer(pressed), message(person, *await opened_form(texts, order, state, update_number))]
    return [answer(pressed), message(person, *_choice(texts, order, presets))]


@router.callback_query(PresetPress.filter(F.seen == ""))
async def write_own(
    pressed: CallbackQuery,
    callback_data: PresetPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """«Своя опция»."""
    order = await may_offer(orders, callback_data.number, person)
    return [answer(pressed), edit(pressed, *await opened_form(texts, order, state, update_number))]


@router.callback_query(PresetPress.filter())
async def offer(
    pressed: CallbackQuery,
    callback_data: PresetPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    gigs: GigDesk,
) -> Says:
    """At once. A choice drawn before the gig or the order's options have changed is drawn anew instead."""
    order = await may_offer(orders, callback_data.number, person)
    presets = await gigs.presets_for(order)
    preset = next((preset for preset in presets if mark_of_preset(preset) == callback_data.seen), None)
    if preset is not None:
        command = OfferOption(person.id, preset.title, preset.price, preset.extra_days)
        await orders.check(order.number, command)
        if preset in presets_left(order, presets) and callback_data.offered == order.options_offered:
            await orders.perform(order.number, command)
            return [answer(pressed), edit(pressed, texts("option-sent", number=str(order.number)))]
    told = answer(pressed, texts.plain("option-choice-changed"), alert=True)
    return [told, edit(pressed, *_choice(texts, order, presets_left(order, presets)))]


def _choice(texts: Texts, order: Order, presets: tuple[PresetOption, ...]) -> Shown:
    def press(seen: str) -> PresetPress:
        return PresetPress(number=order.number, seen=seen, offered=order.options_offered)

    rows = [[button(_label(texts, preset), press(mark_of_preset(preset)))] for preset in presets]
    own = [button(texts.plain("button-own-option"), press(""))]
    return texts("option-choose", number=str(order.number)), [*rows, own]


def _label(texts: Texts, preset: PresetOption) -> str:
    days = texts.plain("option-days", days=preset.extra_days)
    return f"{preset.title} · {price(texts, preset.price)} · {days}"
