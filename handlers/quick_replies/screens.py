"""What is shown of quick replies: a text and the buttons under it."""

from aiogram.utils.formatting import Bold, Text, as_list

from handlers.buttons import GoPress, Move, Screen, Style, button, order_button
from handlers.files import message_entities
from handlers.quick_replies.buttons import (
    ExamplesPress,
    KeptPress,
    NewReplyPress,
    PlacePress,
    ReplyAct,
    ReplyPress,
    SendReplyPress,
)
from handlers.room.private import is_private
from handlers.says import Rows
from handlers.texts import Texts
from handlers.wording import shortened
from orders.content import Content, utf16_length
from orders.order import Order
from orders.quick_reply import QUICK_REPLIES_MAX, QUICK_REPLY_TEXT, QuickReply, filled, has_placeholders

_LABEL_MAX = 48
#: UTF-16 units of what was sent that are shown with the sentence above them; a message holds 4,096.
_SENT_SHOWN = 3_800
#: Of the order in a preview.
_SAMPLE_NUMBER = 12

Shown = tuple[Text, Rows]


def examples(texts: Texts) -> tuple[Content, ...]:
    """Prepared ones to begin with: a greeting, what is needed, thanks."""
    return tuple(Content(text=texts.plain(f"quick-example-{name}")) for name in ("greeting", "needed", "thanks"))


def kept_list(texts: Texts, replies: tuple[QuickReply, ...], lead: Text | None = None) -> Shown:
    """«Быстрые ответы»; `lead`: a line above."""
    lines = [texts("quick-about")]
    if not replies:
        lines.append(texts("quick-none"))
    elif len(replies) >= QUICK_REPLIES_MAX:
        lines.append(texts("quick-full", most=QUICK_REPLIES_MAX))
    rows = [
        *(
            [button(f"{place}. {_label(reply.content)}", _press(reply, ReplyAct.OPEN))]
            for place, reply in enumerate(replies, 1)
        ),
        *([] if replies else [[button(texts.plain("quick-button-examples"), ExamplesPress(), Style.GO)]]),
        *([] if len(replies) >= QUICK_REPLIES_MAX else [[button(texts.plain("quick-button-add"), NewReplyPress())]]),
        [button(texts.plain("button-back"), GoPress(screen=Screen.SETTINGS, here=True))],
    ]
    heading = Bold(texts.plain("quick-title"))
    return as_list(*([lead, ""] if lead is not None else ()), heading, *lines), rows


def kept_reply(texts: Texts, replies: tuple[QuickReply, ...], reply: QuickReply, lead: Text | None = None) -> Shown:
    """One of them: as it was written, and as it would read in an order."""
    place = replies.index(reply)
    heading = texts("quick-place", place=place + 1, count=len(replies))
    parts = [Bold(heading) if lead is None else Text(lead, " ", Bold(heading)), _words(reply.content)]
    if has_placeholders(reply.content):
        sample = filled(reply.content, name=texts.plain("quick-sample-name"), number=_SAMPLE_NUMBER)
        parts += [Bold(texts.plain("quick-preview")), _words(sample)]
    if is_private(reply.content):
        parts.append(texts("quick-private"))
    up = [button(texts.plain("quick-button-up"), PlacePress(id=reply.id, place=place - 1))] if place else []
    return as_list(*parts, sep="\n\n"), [
        [button(texts.plain("quick-button-change"), _press(reply, ReplyAct.CHANGE)), *up],
        [button(texts.plain("quick-button-remove"), _press(reply, ReplyAct.REMOVE), Style.STOP)],
        [button(texts.plain("quick-button-all"), KeptPress())],
    ]


def removal(texts: Texts, reply: QuickReply) -> Shown:
    """The question before something that can't be undone."""
    return as_list(Bold(texts.plain("quick-remove-sure")), _words(reply.content), sep="\n\n"), [
        [button(texts.plain("quick-button-remove-sure"), _press(reply, ReplyAct.SURE), Style.STOP)],
        [button(texts.plain("button-back"), _press(reply, ReplyAct.OPEN))],
    ]


def question(texts: Texts, reply: QuickReply | None) -> Text:
    """What is to be written; below it what is to be replaced, if anything."""
    asked = texts("quick-ask", most=QUICK_REPLY_TEXT[1])
    if reply is None:
        return asked
    return as_list(asked, Bold(texts.plain("quick-ask-now")), _words(reply.content), sep="\n\n")


def choice(texts: Texts, order: Order, name: str, replies: tuple[QuickReply, ...], asked: int) -> Shown:
    """Which of them is to go into the order; each shows how it begins there. Without any: the way to get some."""
    number = order.number
    if not replies:
        return texts("quick-choose-none", number=str(number)), [
            [button(texts.plain("quick-button-examples"), ExamplesPress(number=number), Style.GO)],
            [button(texts.plain("quick-button-add"), NewReplyPress())],
        ]
    rows = [
        [
            button(
                _label(filled(reply.content, name=name, number=number)),
                SendReplyPress(number=number, reply=reply.id, asked=asked),
            )
        ]
        for reply in replies
    ]
    return texts("quick-choose", number=str(number)), [
        *rows,
        [button(texts.plain("quick-button-edit"), KeptPress(here=False))],
    ]


def sent(texts: Texts, order: Order, content: Content) -> Shown:
    """What the list turns into."""
    is_whole = utf16_length(content.text) <= _SENT_SHOWN
    words = _words(content) if is_whole else Text(shortened(content.text, _SENT_SHOWN))
    text = as_list(texts("quick-sent", number=str(order.number)), words, sep="\n\n")
    return text, [[order_button(texts.plain("button-open-order", number=str(order.number)), order, Move.OPEN)]]


def _press(reply: QuickReply, act: ReplyAct) -> ReplyPress:
    return ReplyPress(id=reply.id, act=act)


def _words(content: Content) -> Text:
    return Text.from_entities(content.text, message_entities(content))


def _label(content: Content) -> str:
    """The first words in one line; a phone number among all of them is not hidden by that."""
    words = shortened(" ".join(content.text.split()), _LABEL_MAX)
    return f"📞 {words}" if is_private(content) else words
