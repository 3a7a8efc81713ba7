"""Where a seller is in «Вывести». Every step has its own number, so that the buttons of past steps act no more."""

from dataclasses import dataclass, replace
from enum import StrEnum

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from pydantic import TypeAdapter

from handlers.balance.buttons import WithdrawPress
from handlers.buttons import FormPress
from handlers.form import values_of
from orders.money import Money
from orders.refusals import FormOver


class Part(StrEnum):
    """What is asked for, in this order. Without several currencies the first is known."""

    CURRENCY = "currency"
    AMOUNT = "amount"
    TARGET = "target"


class Withdrawing(StatesGroup):
    """One step a part; then everything is there, and the preview stands."""

    currency = State()
    amount = State()
    target = State()
    checking = State()


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawal:
    """The form as far as it is filled in. `asked`: what the person is to say now; None: nothing, it is previewed."""

    form: int
    currency: str | None = None
    amount: int | None = None
    target: str | None = None
    asked: Part | None = Part.CURRENCY

    @property
    def money(self) -> Money:
        """How much. Only a form that has been asked for it knows."""
        if self.amount is None or self.currency is None:
            raise FormOver
        return Money(self.amount, self.currency)

    @property
    def missing(self) -> Part | None:
        """The first part that is not there."""
        if self.currency is None:
            return Part.CURRENCY
        if self.amount is None:
            return Part.AMOUNT
        return Part.TARGET if self.target is None else None

    def going_on(self, form: int) -> "Withdrawal":
        """To what is missing, else to the preview."""
        return replace(self, form=form, asked=self.missing)

    def of(self, money: Money, form: int) -> "Withdrawal":
        """So much."""
        return replace(self, currency=money.currency, amount=money.amount).going_on(form)

    def from_balance_in(self, currency: str, form: int) -> "Withdrawal":
        """Out of this currency; an amount of another is forgotten."""
        amount = self.amount if currency == self.currency else None
        return replace(self, currency=currency, amount=amount).going_on(form)

    def to(self, target: str, form: int) -> "Withdrawal":
        """There."""
        return replace(self, target=target).going_on(form)

    def asking(self, part: Part, form: int) -> "Withdrawal":
        """That part once more; what is known stays known."""
        return replace(self, form=form, asked=part)

    def back(self, form: int) -> "Withdrawal":
        """From a part that is changed to the preview, else to the part before."""
        if self.missing is None:
            return self.going_on(form)
        return self.asking(Part.AMOUNT if self.asked is Part.TARGET else Part.CURRENCY, form)


_WITHDRAWAL = TypeAdapter(Withdrawal)
_STEPS = {
    Part.CURRENCY: Withdrawing.currency,
    Part.AMOUNT: Withdrawing.amount,
    Part.TARGET: Withdrawing.target,
    None: Withdrawing.checking,
}


async def keep(state: FSMContext, withdrawal: Withdrawal) -> None:
    """The form stands so now, after a restart too."""
    await state.set_state(_STEPS[withdrawal.asked])
    await state.set_data(_WITHDRAWAL.dump_python(withdrawal, mode="json"))


async def opened(state: FSMContext, press: FormPress | WithdrawPress | None = None) -> Withdrawal:
    """The form as it stands. Raises: FormOver: the pressed button belongs to another step of it, or to none."""
    values = await values_of(state)
    if press is not None and values.get("form") != press.form:
        raise FormOver
    return _WITHDRAWAL.validate_python(values)


async def begun(state: FSMContext, form: int, available: tuple[Money, ...]) -> Withdrawal:
    """A new form; one that was begun and not finished goes on where it was."""
    if await state.get_state() in {step.state for step in _STEPS.values()}:
        return replace(await opened(state), form=form)
    only = available[0].currency if len(available) == 1 else None
    return Withdrawal(form=form, currency=only).going_on(form)
