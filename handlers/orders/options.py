"""«Предложить опции»: paid extra work on an order: title, price, extra days; the buyer pays or declines (SPEC 5)."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message
from aiogram.utils.formatting import Text

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.posts import invoice
from handlers.buttons import FormPress, FormStep, OptionAnswer, OptionPress, Style, button
from handlers.card import option_line
from handlers.form import begin, form_buttons, is_answer, values_of
from handlers.gigs.screens import Shown
from handlers.paying.billing import billed
from handlers.says import Says, answer, edit, message
from handlers.texts import Texts
from orders.agreeing import EXTRA_DAYS, parse_extra_days
from orders.commands import AnswerOption, OfferOption, PersonCommand, WithdrawOption
from orders.gig import TITLE, parse_title
from orders.money import Money, parse_price
from orders.order import Option, Order
from orders.refusals import TextExpected

router = Router(name="options")


class Offering(StatesGroup):
    """The form."""

    title = State()
    price = State()
    days = State()
    preview = State()


async def may_offer(orders: OrderDesk, number: int, person: Person) -> Order:
    """The order, if its seller can offer an option now. Raises: Refusal."""
    return await orders.check(number, OfferOption(person.id, "?" * TITLE[0], Money(1, ""), 0))


async def opened_form(texts: Texts, order: Order, state: FSMContext, form: int) -> Shown:
    """First: what is offered."""
    price = order.terms.price
    await begin(state, Offering.title, form, number=order.number, currency=price.currency, alone=order.is_solo)
    key = "option-ask-title-alone" if order.is_solo else "option-ask-title"
    text = texts(key, number=str(order.number), least=TITLE[0], most=TITLE[1])
    return text, [form_buttons(texts, form, FormStep.CANCEL)]


@router.message(Offering.title, is_answer)
async def take_title(written: Message, person: Person, texts: Texts, state: FSMContext) -> Says:
    """Then the price."""
    await state.update_data(title=parse_title(_text(written)))
    await state.set_state(Offering.price)
    return await _ask(person, texts, state, "option-ask-price")


@router.message(Offering.price, is_answer)
async def take_price(written: Message, person: Person, texts: Texts, state: FSMContext) -> Says:
    """Then the extra days."""
    values = await values_of(state)
    await state.update_data(price=parse_price(_text(written), values["currency"]).amount)
    await state.set_state(Offering.days)
    return await _ask(person, texts, state, "option-ask-days")


@router.message(Offering.days, is_answer)
async def take_days(written: Message, person: Person, texts: Texts, state: FSMContext) -> Says:
    """Then a look at the whole."""
    await state.update_data(days=parse_extra_days(_text(written)))
    await state.set_state(Offering.preview)
    values = await values_of(state)
    option = Option(
        number=0,
        title=values["title"],
        price=Money(values["price"], values["currency"]),
        extra_days=values["days"],
    )
    send = FormPress(step=FormStep.SEND, form=values["form"])
    rows = [
        [button(texts.plain("button-note-option" if values.get("alone") else "button-send-option"), send, Style.GO)],
        form_buttons(texts, values["form"], FormStep.BACK, FormStep.CANCEL),
    ]
    key = "option-preview-alone" if values.get("alone") else "option-preview"
    text = Text(texts(key, number=str(values["number"])), "\n", option_line(texts, "card-option", option))
    return [message(person, text, rows)]


@router.callback_query(Offering.preview, FormPress.filter(F.step == FormStep.SEND))
async def send(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    orders: OrderDesk,
    state: FSMContext,
) -> Says:
    """Over to the buyer."""
    values = await values_of(state, callback_data)
    price = Money(values["price"], values["currency"])
    order = await orders.perform(values["number"], OfferOption(person.id, values["title"], price, values["days"]))
    await state.clear()
    key = "option-noted" if order.is_solo else "option-sent"
    return [answer(pressed), edit(pressed, texts(key, number=str(order.number)))]


@router.callback_query(Offering.preview, FormPress.filter(F.step == FormStep.BACK))
@router.callback_query(Offering.days, FormPress.filter(F.step == FormStep.BACK))
@router.callback_query(Offering.price, FormPress.filter(F.step == FormStep.BACK))
async def back(pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext) -> Says:
    """One step back; what was written there is written anew."""
    values = await values_of(state, callback_data)
    step, key = _BACK[await state.get_state()]
    await state.set_state(step)
    steps = (FormStep.CANCEL,) if step is Offering.title else (FormStep.BACK, FormStep.CANCEL)
    text = texts(key, number=str(values["number"]), least=_BOUNDS[key][0], most=_BOUNDS[key][1])
    return [answer(pressed), edit(pressed, text, [form_buttons(texts, values["form"], *steps)])]


@router.callback_query(Offering(), FormPress.filter(F.step == FormStep.CANCEL))
async def quit_form(pressed: CallbackQuery, callback_data: FormPress, texts: Texts, state: FSMContext) -> Says:
    """Nothing was offered."""
    values = await values_of(state, callback_data)
    await state.clear()
    return [answer(pressed), edit(pressed, texts("handover-cancelled", number=str(values["number"])))]


@router.callback_query(OptionPress.filter())
async def answer_option(
    pressed: CallbackQuery, callback_data: OptionPress, person: Person, texts: Texts, orders: OrderDesk
) -> Says:
    """«Оплатить опцию», «Отказаться», or the seller takes it back.

    Where the bot holds the money, paying brings an invoice.
    """
    order = await orders.open(callback_data.number, person.id)
    if callback_data.answer is OptionAnswer.PAY and order.method.holds_money:
        await billed(order.number, callback_data.option, person, orders)
        return [answer(pressed, texts.plain("invoice-comes")), invoice(order, callback_data.option)]
    await orders.perform(callback_data.number, _command(person.id, callback_data))
    return [answer(pressed, texts.plain(f"option-{callback_data.answer}"))]


def _command(by: int, press: OptionPress) -> PersonCommand:
    if press.answer is OptionAnswer.WITHDRAW:
        return WithdrawOption(by, press.option)
    return AnswerOption(by, press.option, agrees=press.answer is OptionAnswer.PAY)


async def _ask(person: Person, texts: Texts, state: FSMContext, key: str) -> Says:
    values = await values_of(state)
    text = texts(key, number=str(values["number"]), least=_BOUNDS[key][0], most=_BOUNDS[key][1])
    return [message(person, text, [form_buttons(texts, values["form"], FormStep.BACK, FormStep.CANCEL)])]


def _text(written: Message) -> str:
    if written.text is None:
        raise TextExpected
    return written.text


_BACK = {
    Offering.price.state: (Offering.title, "option-ask-title"),
    Offering.days.state: (Offering.price, "option-ask-price"),
    Offering.preview.state: (Offering.days, "option-ask-days"),
}
_BOUNDS = {"option-ask-title": TITLE, "option-ask-price": (0, 0), "option-ask-days": EXTRA_DAYS}
