"""Reply markup: inline keyboards and the keyboards that take the place of the phone's own."""

from collections.abc import Iterator
from typing import Any

from sandbox.errors import ApiError, bad_request
from sandbox.fields import as_list, as_object, optional_flag, optional_text, required_text
from sandbox.params import Params
from sandbox.utf16 import length as utf16_length
from sandbox.values import Json, without_none

MAX_BUTTONS = 100
MAX_CALLBACK_DATA_BYTES = 64
MAX_COPY_TEXT = 256
CHATS_TO_CHOOSE = ("user", "bot", "group", "channel")
STYLES = frozenset({"danger", "success", "primary"})
LINK_SCHEMES = ("http://", "https://", "tg://")
BUTTON_KINDS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
    "disabled",
)
_MAY_BE_EMPTY = frozenset({"switch_inline_query", "switch_inline_query_current_chat", "disabled", "callback_game"})


def read_markup(params: Params) -> Json | None:
    """Markup of any kind, checked; None where there is none or it is empty."""
    value = params.parsed("reply_markup", "Can't parse reply keyboard markup JSON object")
    if value is None:
        return None
    markup = as_object(value, "Object expected as reply markup")
    if markup.get("keyboard"):
        return markup | {"keyboard": _reply_rows(markup["keyboard"])}
    if markup.get("inline_keyboard"):
        return {"inline_keyboard": _inline_rows(markup["inline_keyboard"])}
    if optional_flag(markup, "remove_keyboard") or optional_flag(markup, "force_reply"):
        return markup
    return None


def read_inline_markup(params: Params) -> Json | None:
    """For edits: nothing but an inline keyboard can stand under an edited message."""
    markup = read_markup(params)
    if markup is not None and "inline_keyboard" not in markup:
        raise bad_request("Inline keyboard expected")
    return markup


def buttons_of(markup: Json | None) -> Iterator[tuple[int, int, Json]]:
    """Each inline button with its row and column."""
    for row, buttons in enumerate((markup or {}).get("inline_keyboard", ())):
        for column, button in enumerate(buttons):
            yield row, column, button


def _reply_rows(rows: object) -> list[list[Json]]:
    wrong = 'Field "keyboard" must be an Array of Arrays'
    return [[_reply_button(button) for button in as_list(row, wrong)] for row in as_list(rows, wrong)]


def _reply_button(value: object) -> Json:
    if isinstance(value, str):
        value = {"text": value}
    try:
        button = as_object(value, "KeyboardButton must be a String or an Object")
        text = required_text(button, "text")
        _check_style(button)
    except ApiError as error:
        raise bad_request(f"Can't parse keyboard button: {error.reason}") from None
    if not text:
        raise bad_request("Keyboard button text must be non-empty")
    return button


def _inline_rows(value: object) -> list[list[Json]]:
    wrong = 'Field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays'
    rows = []
    count = 0
    for row in as_list(value, wrong):
        buttons = [read_inline_button(button) for button in as_list(row, wrong)]
        count += len(buttons)
        if buttons:
            rows.append(buttons)
    if count > MAX_BUTTONS:
        raise bad_request("reply markup is too long")
    return rows


def read_inline_button(value: object, *, what: str = "inline keyboard button") -> Json:
    """One button of an inline keyboard (of a rich message: its text is checked by the caller)."""
    try:
        button = as_object(value, "InlineKeyboardButton must be an Object")
        text = button.get("text") if what != "inline keyboard button" else required_text(button, "text")
        _check_style(button)
        kinds = _kinds(button)
    except ApiError as error:
        raise bad_request(f"Can't parse {what}: {error.reason}") from None
    if not text:
        raise bad_request("Inline keyboard button text must be non-empty")
    if len(kinds) > 1:
        raise bad_request("BUTTON_TYPE_INVALID")
    _check_target(kinds[0], button[kinds[0]])
    return without_none(**button)


def _check_style(button: Json) -> None:
    style = optional_text(button, "style")
    if style and style not in STYLES:
        raise bad_request("invalid button style specified")


def _kinds(button: Json) -> list[str]:
    """What the button does."""
    kinds = [kind for kind in BUTTON_KINDS if button.get(kind) is not None and (button[kind] or kind in _MAY_BE_EMPTY)]
    if not kinds:
        raise bad_request("Text buttons are unallowed in the inline keyboard")
    return kinds


def _check_target(kind: str, target: Any) -> None:
    match kind:
        case "callback_data":
            if not isinstance(target, str) or len(target.encode()) > MAX_CALLBACK_DATA_BYTES:
                raise bad_request("BUTTON_DATA_INVALID")
        case "url":
            if not isinstance(target, str) or not target.lower().startswith(LINK_SCHEMES):
                raise bad_request("BUTTON_URL_INVALID")
        case "copy_text":
            copied = optional_text(as_object(target, 'Field "copy_text" must be of type Object'), "text")
            if not 1 <= utf16_length(copied) <= MAX_COPY_TEXT:
                raise bad_request("BUTTON_COPY_TEXT_INVALID")
        case "switch_inline_query_chosen_chat":
            chosen = as_object(target, 'Field "switch_inline_query_chosen_chat" must be of type Object')
            if not any(optional_flag(chosen, f"allow_{chats}_chats") for chats in CHATS_TO_CHOOSE):
                raise bad_request("At least one chat type must be allowed")
        case "disabled":
            as_object(target, 'Field "disabled" must be of type Object')
