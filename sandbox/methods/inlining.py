"""answerInlineQuery."""

import re

from sandbox.contents import caption_content, find_file, media_content, text_content
from sandbox.errors import ApiError, bad_request
from sandbox.fields import as_list, as_object, optional_text, required_text
from sandbox.files import FileStore, Kind
from sandbox.inline import InlineAnswer, InlineResult
from sandbox.keyboards import read_inline_markup
from sandbox.methods.handler import Table
from sandbox.methods.sending import link_preview
from sandbox.params import Params
from sandbox.values import Json, without_none
from sandbox.world import World

MAX_RESULTS = 50
MAX_RESULT_ID_BYTES = 64
MAX_OFFSET_BYTES = 64
MAX_START_PARAMETER = 64
USUAL_CACHE_TIME = 300
_START_PARAMETER = re.compile(r"[A-Za-z0-9_-]*")
_LOOKS = ("title", "description", "url", "thumbnail_url")


class Inlining:
    def __init__(self, world: World) -> None:
        self._world = world

    def table(self) -> Table:
        return {"answerInlineQuery": self.answer_inline_query}

    def answer_inline_query(self, params: Params) -> bool:
        """Once for each query, within 30 seconds of the shared clock; only articles and photos known by their id."""
        answer = InlineAnswer(
            results=_results(params, self._world.files),
            next_offset=params.text("next_offset"),
            button=_button(params),
            cache_time=max(params.integer("cache_time", USUAL_CACHE_TIME), 0),
            is_personal=params.flag("is_personal"),
        )
        if not self._world.bot.has_inline:
            raise bad_request("USER_BOT_INVALID")
        query = self._world.inline.waiting(params.text("inline_query_id"))
        _check_ids([result.id for result in answer.results])
        if len(answer.next_offset.encode()) > MAX_OFFSET_BYTES:
            raise bad_request("NEXT_OFFSET_INVALID")
        self._world.inline.settle(query, answer)
        return True


def _results(params: Params, files: FileStore) -> tuple[InlineResult, ...]:
    value = params.parsed("results", "Can't parse JSON encoded inline query results")
    values = as_list([] if value is None else value, "Expected an Array of inline query results")
    if len(values) > MAX_RESULTS:
        raise bad_request("Too many inline query results specified")
    results = []
    for each in values:
        try:
            results.append(_result(as_object(each, "Object expected"), files))
        except ApiError as error:
            raise bad_request(f"Can't parse InlineQueryResult: {error.reason}") from None
    return tuple(results)


def _result(fields: Json, files: FileStore) -> InlineResult:
    kind, result_id = required_text(fields, "type").lower(), required_text(fields, "id")
    look: Json = {"type": kind} | without_none(**{name: optional_text(fields, name) or None for name in _LOOKS})
    written = _written(fields)
    match kind:
        case "article":
            if not required_text(fields, "title"):
                raise bad_request("ARTICLE_TITLE_EMPTY")
            if written is None:
                raise bad_request("Message content is not specified")
            content = written
        case "photo":
            photo = find_file(Params(), optional_text(fields, "photo_file_id"), Kind.PHOTO, files, details={})
            if photo is None:
                raise bad_request("the sandbox shows photos known by their photo_file_id only")
            shown = media_content(photo)
            look = {"type": kind} | shown  # the list shows the photo alone: the server drops its title and description
            content = written or shown | caption_content(
                optional_text(fields, "caption"),
                as_list(fields.get("caption_entities") or [], "Expected an Array of MessageEntity"),
                optional_text(fields, "parse_mode"),
            )
        case _:
            raise bad_request(f'type "{kind}" is unsupported for the inline query result')
    markup = read_inline_markup(Params({"reply_markup": fields.get("reply_markup")}))
    return InlineResult(result_id, look, content | without_none(reply_markup=markup))


def _written(fields: Json) -> Json | None:
    """The text to be sent, None where the result is sent as what it is."""
    value = fields.get("input_message_content")
    if value is None:
        return None
    content = as_object(value, 'Field "input_message_content" must be of type Object')
    if content.get("message_text") is None:
        raise bad_request("the sandbox knows texts as input_message_content only")
    text = text_content(
        optional_text(content, "message_text"),
        as_list(content.get("entities") or [], "Expected an Array of MessageEntity"),
        optional_text(content, "parse_mode"),
    )
    return text | link_preview(Params(content))


def _check_ids(ids: list[str]) -> None:
    if not all(ids):
        raise bad_request("RESULT_ID_EMPTY")
    if any(len(result_id.encode()) > MAX_RESULT_ID_BYTES for result_id in ids):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(ids)) < len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")


def _button(params: Params) -> Json | None:
    """What stands above the results and leads into the bot's chat."""
    value = params.parsed("button", "Can't parse inline query results button JSON object")
    if value is None:
        return None
    button = as_object(value, "Can't parse InlineQueryResultsButton: expected an Object")
    text, parameter = required_text(button, "text"), required_text(button, "start_parameter")
    if not parameter:
        raise bad_request("Can't use empty start_parameter")
    if len(parameter) > MAX_START_PARAMETER:
        raise bad_request("Too long start_parameter specified")
    if not _START_PARAMETER.fullmatch(parameter):
        raise bad_request("Unallowed characters in start_parameter are used")
    return {"text": text, "start_parameter": parameter}
