"""Where a seller is in adding an order. Each step has its own number, so that the buttons of past steps act no more."""

from dataclasses import dataclass, field, replace
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from pydantic import TypeAdapter

from handlers.form import values_of
from orders.content import Answer, Content
from orders.elsewhere import Entry
from orders.gig import DAY, Terms
from orders.money import Money
from orders.refusals import FormOver


class Adding(StatesGroup):
    """The form, in the order in which it asks."""

    title = State()
    counterpart = State()
    price = State()
    stage = State()
    #: Asked only where the work has not begun: the term begins with it.
    term = State()
    until = State()
    notes = State()
    preview = State()


_STEPS = tuple(str(step.state) for step in Adding.__states__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What has been answered so far."""

    form: int
    step: str = _STEPS[0]
    title: str = ""
    counterpart: str = ""
    price: Money | None = None
    is_started: bool = False
    term_days: int | None = None
    until: int = 0
    notes: Content = field(default_factory=Content)
    #: Of the notes, the album that may still arrive.
    album: str | None = None

    def next(self, form: int, **answered: Any) -> "Draft":
        """On to the next question, with this answered."""
        known = replace(self, form=form, **answered)
        return replace(known, step=_beside(known, 1))

    def back(self, form: int) -> "Draft":
        """To the question before."""
        return replace(self, form=form, step=_beside(self, -1))

    def renumbered(self, form: int) -> "Draft":
        """The same question, asked below."""
        return replace(self, form=form)

    def with_notes(self, form: int, notes: Content, album: str | None) -> "Draft":
        """One more message of them."""
        return replace(self, form=form, notes=notes, album=album)

    def entry(self, seller_id: int, notes_heading: str, now: int) -> Entry:
        """The whole. Of work that has begun elsewhere nobody knows the term: what is left of it stands for it."""
        if self.price is None:
            raise AssertionError("asked for before the preview")
        left = max(1, -((now - self.until) // DAY))
        return Entry(
            seller_id=seller_id,
            terms=Terms(
                title=self.title,
                description="",
                questions=(),
                price=self.price,
                term_days=left if self.is_started or self.term_days is None else self.term_days,
            ),
            is_started=self.is_started,
            until=self.until,
            counterpart=self.counterpart,
            brief=() if self.notes.is_empty else (Answer(notes_heading, self.notes),),
        )


def _beside(draft: Draft, way: int) -> str:
    at = max(0, min(len(_STEPS) - 1, _STEPS.index(draft.step) + way))
    if _STEPS[at] == Adding.term.state and draft.is_started:
        at += way
    return _STEPS[at]


_DRAFT = TypeAdapter(Draft)


async def keep(state: FSMContext, draft: Draft) -> None:
    """The form stands so now, after a restart too."""
    await state.set_state(draft.step)
    await state.set_data(_DRAFT.dump_python(draft, mode="json"))


async def opened(state: FSMContext, form: int | None = None) -> Draft:
    """The form as it stands. Raises: FormOver: the pressed button belongs to another step of it."""
    values = await values_of(state)
    if form is not None and values.get("form") != form:
        raise FormOver
    return _DRAFT.validate_python(values)


async def begun(state: FSMContext, form: int) -> Draft:
    """A new order; one that was begun and not finished goes on where it was."""
    if await state.get_state() in _STEPS:
        return (await opened(state)).renumbered(form)
    return Draft(form=form)
