"""Where a seller is in writing a gig. Every step has its own number, so that the buttons of past steps act no more."""

from dataclasses import dataclass, field, replace

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from pydantic import TypeAdapter

from handlers.buttons import FormPress
from handlers.form import values_of
from handlers.gigs.buttons import AddOptionPress, DropOptionPress, FieldPress, PhotoPress, PhotosPress
from handlers.gigs.draft import FIELDS, Draft, Field, OptionDraft
from orders.refusals import FormOver


class GigForm(StatesGroup):
    """A part is being written; or everything is, and the preview stands there; or the options do, or one is added; or
    the photos do, and more are welcome."""

    writing = State()
    checking = State()
    listing = State()
    adding = State()
    picturing = State()


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """The form of a gig, new or published (`gig`: its id)."""

    form: int
    gig: int | None = None
    draft: Draft = field(default_factory=Draft)
    #: The part that is asked for now or, in the preview, was asked for last.
    asked: Field = Field.TITLE
    is_preview: bool = False
    #: The part was opened from the preview, and leads back there.
    from_preview: bool = False
    #: The option that is being written.
    option: OptionDraft | None = None
    #: Telegram's `media_group_id` of the photo that came last: the others of its album join it without a word.
    album: str | None = None
    #: Likewise of what was refused last, for want of room or since it is no photo: the others are refused silently.
    refused: str | None = None

    @property
    def state(self) -> State:
        """What the form waits for."""
        if self.is_preview:
            return GigForm.checking
        if self.asked is Field.PHOTOS:
            return GigForm.picturing
        if self.asked is not Field.OPTIONS:
            return GigForm.writing
        return GigForm.listing if self.option is None else GigForm.adding

    def accepted(self, draft: Draft, form: int) -> "Writing":
        """On to what is still missing, else to the preview."""
        missing = draft.missing
        return replace(
            self,
            form=form,
            draft=draft,
            asked=missing or self.asked,
            is_preview=missing is None,
            from_preview=False,
        )

    def asking(self, part: Field, form: int) -> "Writing":
        """From the preview to one part."""
        return replace(self, form=form, asked=part, is_preview=False, from_preview=True)

    def adding(self, form: int) -> "Writing":
        """From the options to one more of them."""
        return replace(self, form=form, option=OptionDraft())

    def written_on(self, text: str, form: int) -> "Writing":
        """One more part of the option; after the last, back to the options. Raises: Refusal: what is expected."""
        written = (self.option or OptionDraft()).written(text, self.draft)
        if isinstance(written, OptionDraft):
            return replace(self, form=form, option=written)
        return self.changed(self.draft.with_option(written), form)

    def changed(self, draft: Draft, form: int) -> "Writing":
        """Options or photos are others: from here they lead to the preview, where the change is saved."""
        return replace(self, form=form, draft=draft, option=None, from_preview=True)

    def pictured(self, photo: str, album: str | None, form: int) -> "Writing":
        """One more photo. The buttons stay those of the first photo of its album. Raises: TooManyPhotos."""
        is_rest = album is not None and album == self.album
        changed = self.arranged(self.draft.with_photo(photo), self.form if is_rest else form)
        return replace(changed, album=album)

    def arranged(self, draft: Draft, form: int) -> "Writing":
        """The photos are others, or in another order; what still comes of an album is answered again."""
        return replace(self.changed(draft, form), album=None)

    def back(self, form: int) -> "Writing | None":
        """One step back; None: out of the form."""
        if self.option is not None:
            return replace(self, form=form, option=self.option.back())
        if self.from_preview:
            return replace(self, form=form, is_preview=True, from_preview=False)
        if self.is_preview:
            last = self.asked if self.gig is not None else FIELDS[-1]
            return replace(
                self, form=form, asked=last, is_preview=False, from_preview=last in {Field.OPTIONS, Field.PHOTOS}
            )
        if self.gig is not None or self.asked is FIELDS[0]:
            return None
        return replace(self, form=form, asked=FIELDS[FIELDS.index(self.asked) - 1])


_WRITING = TypeAdapter(Writing)


async def keep(state: FSMContext, writing: Writing) -> None:
    """The form stands so now, after a restart too."""
    await state.set_state(writing.state)
    await state.set_data(_WRITING.dump_python(writing, mode="json"))


async def opened(
    state: FSMContext,
    press: FormPress | FieldPress | AddOptionPress | DropOptionPress | PhotosPress | PhotoPress | None = None,
) -> Writing:
    """The form as it stands. Raises: FormOver: the pressed button belongs to another step of it."""
    values = await values_of(state)
    if press is not None and values.get("form") != press.form:
        raise FormOver
    return _WRITING.validate_python(values)


async def begun(state: FSMContext, form: int) -> Writing:
    """A new gig; one that was begun and not finished goes on where it was."""
    if await state.get_state() in GigForm:
        writing = await opened(state)
        if writing.gig is None:
            return replace(writing, form=form)
    return Writing(form=form)
