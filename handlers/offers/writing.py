"""Where a seller is in writing an offer. Each step has its own number, so that the buttons of past ones act no more."""

from dataclasses import dataclass, field, replace

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from pydantic import TypeAdapter

from handlers.buttons import FormPress
from handlers.form import values_of
from handlers.gigs.draft import Draft, Field
from handlers.offers.buttons import OfferDaysPress, OfferFieldPress
from orders.offer import OFFER_DAYS_DEFAULT
from orders.refusals import FormOver

#: An offer asks no questions: whoever it is for is being talked to.
STEPS = (Field.TITLE, Field.DESCRIPTION, Field.PRICE, Field.TERM)


class OfferForm(StatesGroup):
    """A part is being written; or everything is, and the preview stands there."""

    writing = State()
    checking = State()


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferWriting:
    """The form of an offer."""

    form: int
    #: Whom it is for, named by the order from which it was begun.
    buyer: int | None = None
    #: That order.
    number: int | None = None
    draft: Draft = field(default_factory=lambda: Draft(questions=()))
    #: The part that is asked for now or, in the preview, was asked for last.
    asked: Field = Field.TITLE
    days: int = OFFER_DAYS_DEFAULT
    is_preview: bool = False
    #: The part was opened from the preview, and leads back there.
    from_preview: bool = False

    @property
    def state(self) -> State:
        """What the form waits for."""
        return OfferForm.checking if self.is_preview else OfferForm.writing

    @property
    def missing(self) -> Field | None:
        """The first part that is not written."""
        return next((part for part in STEPS if not self.draft.has(part)), None)

    @property
    def may_keep(self) -> bool:
        """Someone who has walked back goes on without writing it again."""
        return not self.from_preview and self.draft.has(self.asked)

    def accepted(self, draft: Draft, form: int) -> "OfferWriting":
        """On to what is still missing, else to the preview."""
        writing = replace(self, form=form, draft=draft, from_preview=False)
        missing = writing.missing
        return replace(writing, asked=missing or self.asked, is_preview=missing is None)

    def asking(self, part: Field, form: int) -> "OfferWriting":
        """From the preview to one part."""
        return replace(self, form=form, asked=part, is_preview=False, from_preview=True)

    def back(self, form: int) -> "OfferWriting | None":
        """One step back; None: out of the form."""
        if self.from_preview:
            return replace(self, form=form, is_preview=True, from_preview=False)
        if self.is_preview:
            return replace(self, form=form, asked=STEPS[-1], is_preview=False)
        if self.asked is STEPS[0]:
            return None
        return replace(self, form=form, asked=STEPS[STEPS.index(self.asked) - 1])


_WRITING = TypeAdapter(OfferWriting)


async def keep(state: FSMContext, writing: OfferWriting) -> None:
    """The form stands so now, after a restart too."""
    await state.set_state(writing.state)
    await state.set_data(_WRITING.dump_python(writing, mode="json"))


async def opened(state: FSMContext, press: FormPress | OfferFieldPress | OfferDaysPress | None = None) -> OfferWriting:
    """The form as it stands. Raises: FormOver: the pressed button belongs to another step of it."""
    values = await values_of(state)
    if press is not None and values.get("form") != press.form:
        raise FormOver
    return _WRITING.validate_python(values)


async def begun(state: FSMContext, form: int, buyer: int | None = None, number: int | None = None) -> OfferWriting:
    """A new offer; one that was begun for the same person and not finished goes on where it was."""
    if await state.get_state() in OfferForm:
        writing = await opened(state)
        if writing.buyer == buyer:
            return replace(writing, form=form, number=number)
    return OfferWriting(form=form, buyer=buyer, number=number)
