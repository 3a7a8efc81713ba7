"""editMessageText, …Caption, …Media and …ReplyMarkup."""

from sandbox.chats import Chat, Message
from sandbox.contents import ALBUM_KINDS, WITHOUT_CAPTION, caption_of, input_media, text_content
from sandbox.errors import bad_request, blocked
from sandbox.files import Kind
from sandbox.keyboards import read_inline_markup
from sandbox.methods.handler import Table
from sandbox.methods.sending import link_preview
from sandbox.params import Params
from sandbox.rich import rich_content
from sandbox.values import Json
from sandbox.world import CONTENT_FIELDS, World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same as a current "
    "content and reply markup of the message"
)
_TEXT_KINDS = frozenset({"text", "rich_message"})
_CAPTIONED = frozenset(kind.value for kind in Kind if kind not in WITHOUT_CAPTION)
_MEDIA_KINDS = ALBUM_KINDS | {"animation": Kind.ANIMATION}
_REPLACED = frozenset(
    (*CONTENT_FIELDS, "entities", "caption", "caption_entities", "link_preview_options", "show_caption_above_media")
)
_CAPTION_FIELDS = frozenset({"caption", "caption_entities", "show_caption_above_media"})


class Editing:
    """An edit without `reply_markup` takes the keyboard away, as on the real server."""

    def __init__(self, world: World) -> None:
        self._world = world

    def table(self) -> Table:
        return {
            "editMessageText": self.edit_text,
            "editMessageCaption": self.edit_caption,
            "editMessageMedia": self.edit_media,
            "editMessageReplyMarkup": self.edit_reply_markup,
        }

    def edit_text(self, params: Params) -> Json:
        rich = "rich_message" in params and bool(params.text("rich_message"))
        if not rich and not params.text("text"):
            raise bad_request("message text is empty")
        markup = read_inline_markup(params)
        chat, message = self._target(params)
        if message.kind not in _TEXT_KINDS:
            raise bad_request("there is no text in the message to edit")
        if rich:
            content = rich_content(params, self._world.files)
        else:
            content = text_content(
                params.text("text"), params.entities("entities"), params.text("parse_mode")
            ) | link_preview(params)
        return self._change(chat, message, content, _REPLACED, markup)

    def edit_caption(self, params: Params) -> Json:
        markup = read_inline_markup(params)
        chat, message = self._target(params)
        if message.kind not in _CAPTIONED:
            raise bad_request("there is no caption in the message to edit")
        content = caption_of(params)
        if params.flag("show_caption_above_media"):
            content["show_caption_above_media"] = True
        return self._change(chat, message, content, _CAPTION_FIELDS, markup)

    def edit_media(self, params: Params) -> Json:
        params.required("media")
        media = params.parsed("media", "Can't parse input media JSON object")
        markup = read_inline_markup(params)
        chat, message = self._target(params)
        if message.kind not in _CAPTIONED | _TEXT_KINDS or message.kind == "voice":
            raise bad_request("message media can't be edited")
        content = input_media(params, media, self._world.files, kinds=_MEDIA_KINDS)
        if "media_group_id" in message.body and message.kind not in content:
            one_kind_only = {"document", "audio"}
            if "animation" in content or one_kind_only & {message.kind, *content}:
                raise bad_request("can't change media type in the album")
        return self._change(chat, message, content, _REPLACED, markup)

    def edit_reply_markup(self, params: Params) -> Json:
        markup = read_inline_markup(params)
        chat, message = self._target(params)
        return self._change(chat, message, {}, frozenset(), markup)

    def _target(self, params: Params) -> tuple[Chat, Message]:
        if not params.text("chat_id") and not params.integer("message_id"):
            raise bad_request("Message identifier is not specified")
        chat = self._world.chat(params)
        message = chat.messages.get(params.integer("message_id"))
        if message is None:
            raise bad_request("message to edit not found")
        if not _editable(message):
            raise bad_request("message can't be edited")
        if chat.blocked:
            raise blocked()
        return chat, message

    def _change(
        self, chat: Chat, message: Message, content: Json, replaced: frozenset[str], markup: Json | None
    ) -> Json:
        """Put `content` in place of the `replaced` fields, unless the message would stay as it is."""
        body = {
            name: value
            for name, value in message.body.items()
            if name not in replaced and name not in {"reply_markup", "edit_date"}
        }
        body |= content
        if markup is not None:
            body["reply_markup"] = markup
        before = {name: value for name, value in message.body.items() if name != "edit_date"}
        if body == before:
            raise bad_request(NOT_MODIFIED)
        return self._world.replace(chat, message, body).body


def _editable(message: Message) -> bool:
    """A bot edits what it wrote itself: no service message, no forward, nothing sent with a reply keyboard."""
    own = message.from_bot and "forward_origin" not in message.body
    return own and message.kind in CONTENT_FIELDS and not message.final
