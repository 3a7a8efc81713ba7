"""Where a seller is in writing a response. Each step has its own number, so that buttons of past ones act no more."""

from dataclasses import dataclass, replace

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from pydantic import TypeAdapter

from handlers.buttons import FormPress
from handlers.exchange.buttons import ResponsePart, ResponsePartPress
from handlers.form import values_of
from orders.exchange import Request, Response, parse_message
from orders.gig import parse_term
from orders.money import Money, parse_price
from orders.refusals import FormOver

STEPS = tuple(ResponsePart)


class ResponseForm(StatesGroup):
    """A part is being written; or everything is, and the preview stands there."""

    writing = State()
    checking = State()


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponseWriting:
    """The form of a response."""

    form: int
    request: int
    #: The revision of the request that the seller has read.
    seen: int
    #: The response that is being changed.
    response: int | None = None
    price: Money | None = None
    term_days: int | None = None
    message: str | None = None
    asked: ResponsePart = ResponsePart.PRICE
    is_preview: bool = False
    #: The part was opened from the preview, and leads back there.
    from_preview: bool = False

    @property
    def state(self) -> State:
        """What the form waits for."""
        return ResponseForm.checking if self.is_preview else ResponseForm.writing

    def has(self, part: ResponsePart) -> bool:
        """Whether it is written."""
        match part:
            case ResponsePart.PRICE:
                return self.price is not None
            case ResponsePart.TERM:
                return self.term_days is not None
            case ResponsePart.MESSAGE:
                return self.message is not None

    @property
    def may_keep(self) -> bool:
        """Someone who has walked back goes on without writing it again."""
        return not self.from_preview and self.has(self.asked)

    def written(self, text: str, currency: str) -> "ResponseWriting":
        """With the asked part as the person wrote it. Raises: Refusal: what is expected."""
        match self.asked:
            case ResponsePart.PRICE:
                return replace(self, price=parse_price(text, currency))
            case ResponsePart.TERM:
                return replace(self, term_days=parse_term(text))
            case ResponsePart.MESSAGE:
                return replace(self, message=parse_message(text))

    def accepted(self, form: int) -> "ResponseWriting":
        """On to what is still missing, else to the preview."""
        missing = next((part for part in STEPS if not self.has(part)), None)
        return replace(self, form=form, asked=missing or self.asked, is_preview=missing is None, from_preview=False)

    def asking(self, part: ResponsePart, form: int) -> "ResponseWriting":
        """From the preview to one part."""
        return replace(self, form=form, asked=part, is_preview=False, from_preview=True)

    def back(self, form: int) -> "ResponseWriting | None":
        """One step back; None: out of the form."""
        if self.from_preview:
            return replace(self, form=form, is_preview=True, from_preview=False)
        if self.is_preview:
            return replace(self, form=form, asked=STEPS[-1], is_preview=False)
        place = STEPS.index(self.asked)
        return None if place == 0 else replace(self, form=form, asked=STEPS[place - 1])

    def given(self, seller_id: int, now: int) -> Response:
        """What can be sent."""
        if self.price is None or self.term_days is None or self.message is None:
            raise AssertionError("a response is previewed only when every part is written")
        return Response(
            id=0,
            request_id=self.request,
            seller_id=seller_id,
            price=self.price,
            term_days=self.term_days,
            message=self.message,
            made_at=now,
        )


_WRITING = TypeAdapter(ResponseWriting)


async def keep(state: FSMContext, writing: ResponseWriting) -> None:
    """The form stands so now, after a restart too."""
    await state.set_state(writing.state)
    await state.set_data(_WRITING.dump_python(writing, mode="json"))


async def opened(state: FSMContext, press: FormPress | ResponsePartPress | None = None) -> ResponseWriting:
    """The form as it stands. Raises: FormOver: the pressed button belongs to another step of it."""
    values = await values_of(state)
    if press is not None and values.get("form") != press.form:
        raise FormOver
    return _WRITING.validate_python(values)


async def begun(state: FSMContext, form: int, request: Request) -> ResponseWriting:
    """A new response; one that was begun to the same request and not finished goes on where it was."""
    if await state.get_state() in ResponseForm:
        writing = await opened(state)
        if writing.request == request.id and writing.response is None:
            return replace(writing, form=form, seen=request.revision)
    return ResponseWriting(form=form, request=request.id, seen=request.revision)


def changing(response: Response, form: int, request: Request) -> ResponseWriting:
    """A sent response, from its preview on."""
    return ResponseWriting(
        form=form,
        request=request.id,
        seen=request.revision,
        response=response.id,
        price=response.price,
        term_days=response.term_days,
        message=response.message,
        asked=ResponsePart.MESSAGE,
        is_preview=True,
    )
