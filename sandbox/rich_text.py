"""Text of rich messages: strings, lists of text and typed pieces that hold text again."""

from dataclasses import dataclass

from sandbox.errors import bad_request
from sandbox.fields import as_object, required_integer, required_text
from sandbox.keyboards import read_inline_button
from sandbox.values import Json, without_none

MAX_CHARACTERS = 32_768
MAX_BLOCKS = 500
MAX_DEPTH = 16

# the fields that each type must have besides "type"; "text" is rich text, the others are plain
TYPES: dict[str, tuple[str, ...]] = {
    "bold": ("text",),
    "italic": ("text",),
    "underline": ("text",),
    "strikethrough": ("text",),
    "spoiler": ("text",),
    "subscript": ("text",),
    "superscript": ("text",),
    "marked": ("text",),
    "code": ("text",),
    "url": ("text", "url"),
    "email_address": ("text", "email_address"),
    "phone_number": ("text", "phone_number"),
    "bank_card_number": ("text", "bank_card_number"),
    "mention": ("text", "username"),
    "hashtag": ("text", "hashtag"),
    "cashtag": ("text", "cashtag"),
    "bot_command": ("text", "bot_command"),
    "anchor": ("name",),
    "anchor_link": ("text", "anchor_name"),
    "reference": ("text", "name"),
    "reference_link": ("text", "reference_name"),
    "mathematical_expression": ("expression",),
    "custom_emoji": ("custom_emoji_id", "alternative_text"),
    "date_time": ("text",),
    "text_mention": ("text",),
    "button": (),
}


@dataclass(slots=True)
class Budget:
    """What one rich message may still hold: code points, and blocks with list items and table rows."""

    characters: int = MAX_CHARACTERS
    blocks: int = MAX_BLOCKS

    def spend_text(self, text: str) -> None:
        self.characters -= len(text)
        if self.characters < 0:
            raise bad_request("RICH_MESSAGE_TEXT_TOO_LONG")

    def spend_block(self, depth: int = 0) -> None:
        self.blocks -= 1
        if self.blocks < 0:
            raise bad_request("RICH_MESSAGE_BLOCKS_TOO_MANY")
        check_depth(depth)


def check_depth(depth: int) -> None:
    if depth > MAX_DEPTH:
        raise bad_request("RICH_MESSAGE_DEPTH_INVALID")


def read_text(value: object, budget: Budget, depth: int = 0) -> str | list[object] | Json:
    """Rich text as it will be shown; raises on unknown types, missing fields and too much of anything."""
    check_depth(depth)
    if isinstance(value, str):
        budget.spend_text(value)
        return value
    if isinstance(value, list):
        return [read_text(piece, budget, depth + 1) for piece in value]
    piece = as_object(value, "RichText must be a String, an Array or an Object")
    kind = required_text(piece, "type")
    if kind not in TYPES:
        raise bad_request("Unsupported rich text type specified")
    shown: Json = {"type": kind}
    for name in TYPES[kind]:
        shown[name] = (
            read_text(piece.get("text", ""), budget, depth + 1) if name == "text" else required_text(piece, name)
        )
    match kind:
        case "date_time":
            shown["unix_time"] = required_integer(piece, "unix_time")
            shown["date_time_format"] = piece.get("date_time_format") or ""
        case "text_mention":
            shown["user"] = as_object(piece.get("user"), 'Field "user" must be of type Object')
        case "button":
            shown["button"] = read_button(piece.get("button"), budget, depth + 1)
    return shown


def read_button(value: object, budget: Budget, depth: int) -> Json:
    """A button inside the text; it does what a button of an inline keyboard does."""
    button = read_inline_button(value, what="rich message button")
    return without_none(**button) | {"text": read_text(button["text"], budget, depth)}


def plain(text: object) -> str:
    """Rich text as bare words, as it is read aloud."""
    if isinstance(text, str):
        return text
    if isinstance(text, list):
        return "".join(plain(piece) for piece in text)
    if isinstance(text, dict):
        inner = text.get("button", text)
        return plain(inner.get("text", inner.get("alternative_text", inner.get("expression", ""))))
    return ""
