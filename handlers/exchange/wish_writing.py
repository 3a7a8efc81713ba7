"""Where a buyer is in writing a request. Each step has its own number, so that the buttons of past ones act no more."""

from dataclasses import dataclass, replace
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from pydantic import TypeAdapter

from handlers.buttons import FormPress
from handlers.exchange.buttons import CategoryPress, WishPart, WishPress
from handlers.form import values_of
from orders.content import Attachment, Content, visible
from orders.exchange import FILES_MOST, Wish
from orders.gig import DESCRIPTION, parse_description, parse_term, parse_title
from orders.money import Money, parse_price
from orders.refusals import CategoryExpected, FileExpected, FormOver, TextExpected, TooManyFiles

STEPS = tuple(WishPart)


class WishForm(StatesGroup):
    """A part is being written; or everything is, and the preview stands there."""

    writing = State()
    checking = State()


@dataclass(frozen=True, slots=True, kw_only=True)
class WishWriting:
    """The form of a request."""

    form: int
    #: The published request that is being changed.
    request: int | None = None
    title: str = ""
    description: str = ""
    files: tuple[Attachment, ...] = ()
    category_id: int | None = None
    budget: Money | None = None
    days: int = 0
    #: The parts that are settled.
    done: frozenset[WishPart] = frozenset()
    #: The part that is asked for now or, in the preview, was asked for last.
    asked: WishPart = WishPart.TITLE
    is_preview: bool = False
    #: The part was opened from the preview, and leads back there.
    from_preview: bool = False
    #: The operator has set some.
    has_categories: bool = False
    #: The album that arrives.
    album: str | None = None

    @classmethod
    def of(cls, wish: Wish, form: int, *, has_categories: bool, request: int | None = None) -> "WishWriting":
        """A written wish, from its preview on."""
        return cls(
            form=form,
            request=request,
            title=wish.title,
            description=wish.description,
            files=wish.files,
            category_id=wish.category_id,
            budget=wish.budget,
            days=wish.days,
            done=frozenset(STEPS),
            asked=STEPS[-1],
            is_preview=True,
            has_categories=has_categories,
        )

    @property
    def steps(self) -> tuple[WishPart, ...]:
        """Those that are asked for."""
        return tuple(part for part in STEPS if part is not WishPart.CATEGORY or self.has_categories)

    @property
    def state(self) -> State:
        """What the form waits for."""
        return WishForm.checking if self.is_preview else WishForm.writing

    @property
    def may_keep(self) -> bool:
        """Someone who has walked back goes on without writing it again."""
        return not self.from_preview and self.asked in self.done

    def written(self, content: Content, currency: str) -> "tuple[WishWriting, bool]":
        """With what the person sent for the asked part; whether that settles it. Raises: Refusal: what is expected."""
        if self.asked in {WishPart.DESCRIPTION, WishPart.FILES}:
            return self._described(content)
        if not content.text or content.files:
            raise TextExpected
        match self.asked:
            case WishPart.TITLE:
                return replace(self, title=parse_title(content.text)), True
            case WishPart.BUDGET:
                return replace(self, budget=parse_price(content.text, currency)), True
            case WishPart.DAYS:
                return replace(self, days=parse_term(content.text)), True
            case _:
                raise CategoryExpected

    def accepted(self, form: int) -> "WishWriting":
        """On to what is still missing, else to the preview."""
        done = self.done | {self.asked}
        missing = next((part for part in self.steps if part not in done), None)
        return replace(
            self,
            form=form,
            done=done,
            asked=missing or self.asked,
            is_preview=missing is None,
            from_preview=False,
        )

    def asking(self, part: WishPart, form: int) -> "WishWriting":
        """From the preview to one part."""
        return replace(self, form=form, asked=part, is_preview=False, from_preview=True)

    def back(self, form: int) -> "WishWriting | None":
        """One step back; None: out of the form."""
        if self.from_preview:
            return replace(self, form=form, is_preview=True, from_preview=False)
        if self.is_preview:
            return replace(self, form=form, asked=self.steps[-1], is_preview=False)
        place = self.steps.index(self.asked) if self.asked in self.steps else 0
        return None if place == 0 else replace(self, form=form, asked=self.steps[place - 1])

    def wish(self) -> Wish:
        """What can be published."""
        return Wish(
            title=self.title,
            description=self.description,
            days=self.days,
            budget=self.budget,
            files=self.files,
            category_id=self.category_id,
        )

    def _described(self, content: Content) -> "tuple[WishWriting, bool]":
        is_text = self.asked is WishPart.DESCRIPTION
        if not is_text and not content.files:
            raise FileExpected
        files = self.files + content.files
        if len(files) > FILES_MOST:
            raise TooManyFiles(0, FILES_MOST, len(files))
        description = self.description
        if is_text and content.files and len(visible(content.text)) < DESCRIPTION[0]:
            return replace(self, files=files), False  # a caption is no description yet, but the files are kept
        if content.text:  # words under a file belong to the description
            description = parse_description(content.text if is_text else f"{description}\n\n{content.text}")
        return replace(self, files=files, description=description), is_text and bool(content.text)


_WRITING = TypeAdapter(WishWriting)


async def keep(state: FSMContext, writing: WishWriting) -> None:
    """The form stands so now, after a restart too."""
    await state.set_state(writing.state)
    await state.set_data(_WRITING.dump_python(writing, mode="json"))


async def opened(state: FSMContext, press: FormPress | WishPress | CategoryPress | None = None) -> WishWriting:
    """The form as it stands. Raises: FormOver: the pressed button belongs to another step of it."""
    values: dict[str, Any] = await values_of(state)
    if press is not None and values.get("form") != press.form:
        raise FormOver
    return _WRITING.validate_python(values)


async def begun(state: FSMContext, form: int, *, has_categories: bool) -> WishWriting:
    """A new request; one that was begun and not finished goes on where it was."""
    if await state.get_state() in WishForm:
        writing = await opened(state)
        if writing.request is None:
            return replace(writing, form=form)
    return WishWriting(form=form, has_categories=has_categories)
