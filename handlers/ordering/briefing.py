"""A buyer's way through a gig's options and questions.

Each step has its own number, so that the buttons of past ones act no more.
"""

from dataclasses import dataclass, replace

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from pydantic import TypeAdapter

from handlers.buttons import FormPress
from handlers.collecting import joined
from handlers.form import values_of
from handlers.ordering.buttons import AnewPress, TickPress
from orders.agreeing import grown
from orders.content import Answer, Content
from orders.gig import Gig, PresetOption, Terms
from orders.refusals import EmptyMessage, FormOver, NoSuchPreset


class Ordering(StatesGroup):
    """The gig's options are being chosen, or its questions answered."""

    choosing = State()
    answering = State()


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """The form of an order to be. `contents` holds one content a question; an empty one: no answer yet."""

    form: int
    code: str
    #: As the buyer has seen them.
    terms: Terms
    contents: tuple[Content, ...]
    at: int = 0
    #: Options of the terms that are ordered with it.
    ticked: tuple[PresetOption, ...] = ()
    #: The options come before the questions.
    is_choosing: bool = False

    @classmethod
    def of(cls, gig: Gig, form: int) -> "Briefing":
        """Nothing chosen and nothing answered yet."""
        contents = (Content(),) * len(gig.terms.questions)
        return cls(form=form, code=gig.code, terms=gig.terms, contents=contents, is_choosing=bool(gig.terms.presets))

    @property
    def state(self) -> State:
        """What the form waits for."""
        return Ordering.choosing if self.is_choosing else Ordering.answering

    @property
    def total(self) -> Terms:
        """What the order will be, with price and term of what is ticked."""
        return grown(self.terms, self.ticked)

    @property
    def question(self) -> str:
        """What is asked now."""
        return self.terms.questions[self.at]

    @property
    def content(self) -> Content:
        """What is answered to it so far."""
        return self.contents[self.at]

    @property
    def is_last(self) -> bool:
        """No question follows."""
        return self.at + 1 == len(self.contents)

    @property
    def is_complete(self) -> bool:
        """Every question has an answer, the last one is shown, and there is at least one; the options are chosen."""
        return (
            bool(self.contents)
            and not self.is_choosing
            and self.is_last
            and not any(content.is_empty for content in self.contents)
        )

    @property
    def brief(self) -> tuple[Answer, ...]:
        """The questions with their answers."""
        return tuple(map(Answer, self.terms.questions, self.contents))

    def tick(self, at: int, *, wanted: bool) -> "Briefing":
        """The option at this place is ordered too, or not; in the gig's order. Raises: NoSuchPreset."""
        if not 0 <= at < len(self.terms.presets):
            raise NoSuchPreset
        ticked = {*self.ticked, self.terms.presets[at]} if wanted else {*self.ticked} - {self.terms.presets[at]}
        return replace(self, ticked=tuple(preset for preset in self.terms.presets if preset in ticked))

    def chosen(self, form: int) -> "Briefing":
        """From the options to the question that is asked now."""
        return replace(self, form=form, is_choosing=False)

    def continues(self, album: str | None) -> bool:
        """Whether a file belongs to an album of which another file is here already."""
        return self._album_at(album) is not None

    def with_more(self, content: Content, album: str | None) -> "Briefing":
        """One more message. A late file of an album joins the rest of it, even if that was the question before.

        Raises: TextTooLong, TooManyFiles.
        """
        at = self._album_at(album)
        return self._with(joined(self.contents[at], content), at) if at is not None else self._with_here(content)

    def anew(self) -> "Briefing":
        """What was answered to this question is dropped."""
        return self._with(Content(), self.at)

    def on(self, form: int) -> "Briefing":
        """To the next question. Raises: EmptyMessage: this one is not answered."""
        self.check()
        return replace(self, form=form, at=self.at + 1)

    def back(self, form: int) -> "Briefing":
        """To the question before, with its answer; from the first one to the options."""
        if self.at == 0:
            return replace(self, form=form, is_choosing=bool(self.terms.presets))
        return replace(self, form=form, at=self.at - 1)

    def check(self) -> None:
        """Raises: EmptyMessage: the question is not answered."""
        if self.content.is_empty:
            raise EmptyMessage

    def under(self, terms: Terms, form: int) -> "Briefing":
        """With the terms as they are now: answers go with their questions, and the first without one is asked.

        Ticked stays what is on offer unchanged; where the options have changed, they are chosen anew.
        """
        contents, at = self.contents, self.at
        if terms.questions != self.terms.questions:
            contents = self._answers_to(terms.questions)
            at = next((index for index, content in enumerate(contents) if content.is_empty), len(contents) - 1)
        return replace(
            self,
            form=form,
            terms=terms,
            contents=contents,
            at=max(0, at),
            ticked=tuple(preset for preset in terms.presets if preset in self.ticked),
            is_choosing=bool(terms.presets) and (self.is_choosing or terms.presets != self.terms.presets),
        )

    def _answers_to(self, questions: tuple[str, ...]) -> tuple[Content, ...]:
        left = list(self.brief)
        contents = []
        for question in questions:
            kept = next((answer for answer in left if answer.question == question), None)
            if kept is not None:
                left.remove(kept)
            contents.append(kept.content if kept is not None else Content())
        return tuple(contents)

    def _with_here(self, content: Content) -> "Briefing":
        return self._with(joined(self.content, content), self.at)

    def _with(self, content: Content, at: int) -> "Briefing":
        return replace(self, contents=(*self.contents[:at], content, *self.contents[at + 1 :]))

    def _album_at(self, album: str | None) -> int | None:
        if album is None:
            return None
        for at in (self.at, self.at - 1):
            if at >= 0 and self.contents[at].files and self.contents[at].files[-1].album == album:
                return at
        return None


_BRIEFING = TypeAdapter(Briefing)


async def keep(state: FSMContext, briefing: Briefing) -> None:
    """The form stands so now, after a restart too."""
    await state.set_state(briefing.state)
    await state.set_data(_BRIEFING.dump_python(briefing, mode="json"))


async def opened(state: FSMContext, press: FormPress | AnewPress | TickPress | None = None) -> Briefing:
    """The form as it stands. Raises: FormOver: the pressed button belongs to another step of it."""
    values = await values_of(state)
    if press is not None and values.get("form") != press.form:
        raise FormOver
    return _BRIEFING.validate_python(values)


async def begun(state: FSMContext, gig: Gig, form: int) -> Briefing:
    """The options and questions of a gig from the first; or, where they were begun and not finished, from there."""
    if await state.get_state() in Ordering:
        briefing = await opened(state)
        if briefing.code == gig.code:
            return briefing.under(gig.terms, form)
    return Briefing.of(gig, form)
