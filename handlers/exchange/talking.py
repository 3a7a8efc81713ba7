"""A question about a response, and the answer to it: words and files pass to the other side before any order exists."""

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message
from aiogram.utils.formatting import BlockQuote, Bold, Text, as_list

from desk.exchange_desk import ExchangeDesk
from desk.handover import has_heading, parts
from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit
from desk.posts import Post
from handlers.buttons import FormPress, FormStep, Style, button
from handlers.collecting import content_of, joined
from handlers.exchange.buttons import ResponseAct, ResponsePress
from handlers.exchange.response_page import open_response_button
from handlers.files import file_message, message_entities, text_message
from handlers.fitting import fitting
from handlers.form import begin, draft_of, dump_content, form_buttons, is_answer, load_content, values_of
from handlers.gigs.page import MESSAGE_MAX
from handlers.reader import reader_of
from handlers.replies import reply
from handlers.says import Say, Says, answer, edit, message
from handlers.texts import Texts, texts_in
from handlers.wording import moment, shortened
from orders.content import Content
from orders.exchange import Request, Response
from orders.status import Side
from orders.timers import is_quiet

router = Router(name="words about a response")

#: UTF-16 units of one message that «Переписка» shows, and left for its heading.
_SAID_SHOWN = 700
_HEADING_ROOM = 400


class Talking(StatesGroup):
    """The form."""

    gathering = State()


@router.callback_query(ResponsePress.filter(F.act == ResponseAct.WRITE))
async def open_form(
    pressed: CallbackQuery,
    callback_data: ResponsePress,
    person: Person,
    texts: Texts,
    exchange: ExchangeDesk,
    state: FSMContext,
    update_number: int,
) -> Says:
    """Says what is expected; a draft is taken up again. Raises: Refusal: nothing can be written any more."""
    request, response = await exchange.check_talk(callback_data.id, person.id)
    name = f"talk:{response.id}"
    draft, aside = await draft_of(state, name)
    await begin(
        state,
        Talking.gathering,
        update_number,
        response=response.id,
        content=dump_content(draft),
        album=None,
        keep=name,
        aside=aside,
    )
    key = "exchange-ask-question" if person.id == request.buyer_id else "exchange-ask-answer"
    text = texts(key, title=Bold(request.wish.title))
    if not draft.is_empty:
        kept = texts("handover-draft", files=texts.plain("files-count", n=len(draft.files)))
        text = as_list(text, "", kept, *([BlockQuote(shortened(draft.text, _SAID_SHOWN))] if draft.text else []))
    rows = [
        [] if draft.is_empty else [_send(texts, update_number)],
        form_buttons(texts, update_number, FormStep.CANCEL),
    ]
    return [answer(pressed), message(person, text, rows)]


@router.message(Talking.gathering, is_answer)
async def gather(written: Message, person: Person, texts: Texts, state: FSMContext) -> Says:
    """One more message of it; an album is answered once. Raises: UnsupportedKind, TextTooLong, TooManyFiles."""
    values = await values_of(state)
    content = joined(load_content(values["content"]), content_of(written, takes_stickers=True))
    is_same_album = written.media_group_id is not None and written.media_group_id == values["album"]
    await state.update_data(content=dump_content(content), album=written.media_group_id)
    if is_same_album:
        return []
    next_step = texts.plain("exchange-button-send-words")
    rows = [[_send(texts, values["form"])], form_buttons(texts, values["form"], FormStep.CANCEL)]
    return [message(person, texts("handover-got", next=next_step), rows)]


@router.callback_query(FormPress.filter(F.step == FormStep.SEND), Talking.gathering)
async def send(
    pressed: CallbackQuery,
    callback_data: FormPress,
    person: Person,
    texts: Texts,
    exchange: ExchangeDesk,
    orders: OrderDesk,
    unit: Unit,
    state: FSMContext,
) -> Says:
    """Over to the other side. Where that is no longer possible the draft stays. Raises: Refusal."""
    values = await values_of(state, callback_data)
    content = load_content(values["content"])
    request, response = await exchange.say(values["response"], person.id, content)
    await state.clear()
    told = texts("exchange-said")
    rows = [[open_response_button(texts, response)]]
    return [edit(pressed, told, rows), *await _passed_on(person, request, response, content, orders, unit)]


@router.callback_query(ResponsePress.filter(F.act == ResponseAct.TALK))
async def read_again(
    pressed: CallbackQuery,
    callback_data: ResponsePress,
    person: Person,
    texts: Texts,
    exchange: ExchangeDesk,
    orders: OrderDesk,
) -> Says:
    """«Переписка»: the words in one message, the newest surely; the files after it. Raises: NoSuchResponse."""
    request, response = await exchange.behind(callback_data.id, person.id)
    own = Side.BUYER if person.id == request.buyer_id else Side.SELLER
    zone = reader_of(person, texts, orders).zone
    words = await exchange.words(response)
    lines = [
        texts(
            "exchange-said-line",
            who=Bold(texts.plain("exchange-you" if each.side is own else f"exchange-side-{each.side}")),
            moment=moment(texts, each.said_at, zone),
            words=shortened(each.content.text, _SAID_SHOWN) or texts.plain("files-count", n=len(each.content.files)),
        )
        for each in words
    ]
    newest_first = fitting(lines[::-1], MESSAGE_MAX - _HEADING_ROOM, lambda n: texts("exchange-said-more", n=n))
    heading = texts("exchange-talk", title=Bold(request.wish.title))
    files = [file_message(person.id, part) for each in words for part in parts(each.content)]
    return [
        answer(pressed),
        *files,
        message(person, as_list(heading, "", *newest_first[::-1]), [[open_response_button(texts, response)]]),
    ]


async def _passed_on(
    author: Person, request: Request, response: Response, content: Content, orders: OrderDesk, unit: Unit
) -> list[Post]:
    """What the other side gets; without a sound in their quiet hours."""
    is_buyers = author.id == request.buyer_id
    other = await unit.people.get(response.seller_id if is_buyers else request.buyer_id)
    if other is None:
        return []
    texts = texts_in(other.speaks)
    zone = other.timezone or orders.policy.business_timezone
    silent = is_quiet(orders.now, other.preferences(zone))
    key = "exchange-asked" if is_buyers else "exchange-answered"
    heading = texts(key, name=Bold(author.name), title=Bold(request.wish.title))
    press = ResponsePress(id=response.id, act=ResponseAct.WRITE, seen=response.revision)
    rows = [
        [button(texts.plain("exchange-button-reply"), press, Style.MAIN)],
        [open_response_button(texts, response)],
    ]
    said: list[Say] = []
    if has_heading(content):
        body = Text.from_entities(content.text, message_entities(content))
        said.append(message(other, Text(heading, "\n\n", body), rows, silent=silent))
    else:
        said.append(message(other, heading, rows, silent=silent))
        if content.text:
            said.append(text_message(other.id, content))
    said += [file_message(other.id, part) for part in parts(content)]
    return [say if isinstance(say, Post) else reply(other.id, say) for say in said]


def _send(texts: Texts, form: int) -> InlineKeyboardButton:
    return button(texts.plain("exchange-button-send-words"), FormPress(step=FormStep.SEND, form=form), Style.GO)
