"""Rich messages: blocks of text, tables, lists, details, media and buttons.

Only `blocks` is understood; `html` and `markdown` are refused, as the bot this server was built for sends neither.
"""

from collections.abc import Iterator

from sandbox.contents import ALBUM_KINDS, checked_location, input_media
from sandbox.errors import bad_request
from sandbox.fields import (
    as_list,
    as_object,
    optional_flag,
    optional_integer,
    optional_text,
    required_integer,
    required_text,
)
from sandbox.files import FileStore, Kind
from sandbox.params import Params
from sandbox.rich_text import Budget, plain, read_button, read_text
from sandbox.values import Json

MAX_COLUMNS = 20
MAX_HEADING = 6
LIST_TYPES = frozenset("aAiI1")
ALIGNMENTS = frozenset({"left", "center", "right"})
VERTICAL_ALIGNMENTS = frozenset({"top", "middle", "bottom"})
MEDIA_BLOCKS = ALBUM_KINDS | {"animation": Kind.ANIMATION, "voice_note": Kind.VOICE}
_MEDIA_TYPES = MEDIA_BLOCKS | {"voice": Kind.VOICE}
_TEXT_BLOCKS = frozenset({"paragraph", "footer", "thinking", "pullquote", "expandable_blockquote", "heading", "pre"})
_MAP_DEFAULTS = {"zoom": 15, "width": 600, "height": 400}


def rich_content(params: Params, files: FileStore) -> Json:
    """Content of sendRichMessage and of an edit to a rich message."""
    value = params.parsed("rich_message", "Can't parse rich message JSON object")
    if value is None:
        raise bad_request("Rich message must be non-empty")
    message = as_object(value, "Object expected as rich message")
    sources = [name for name in ("html", "markdown", "blocks") if message.get(name)]
    if len(sources) != 1:
        raise bad_request(
            "exactly one of the fields html, markdown and blocks must be specified"
            if sources
            else "Rich message must be non-empty"
        )
    if sources != ["blocks"]:
        raise bad_request(f"Rich message {sources[0]} is not supported by the sandbox: send blocks")
    shown: Json = {"blocks": _Reader(params, files).blocks(message["blocks"], 1)}
    if optional_flag(message, "is_rtl"):
        shown["is_rtl"] = True
    return {"rich_message": shown}


class _Reader:
    """Turns the blocks a bot sends into the blocks a message shows."""

    def __init__(self, params: Params, files: FileStore) -> None:
        self._params = params
        self._files = files
        self._budget = Budget()

    def blocks(self, value: object, depth: int) -> list[Json]:
        return [self._block(block, depth) for block in as_list(value, "Expected an Array of InputRichBlock")]

    def _block(self, value: object, depth: int) -> Json:
        block = as_object(value, "Block must be non-empty")
        self._budget.spend_block(depth)
        kind = required_text(block, "type")
        if kind in _TEXT_BLOCKS:
            return {"type": kind} | self._text_block(kind, block)
        if kind in MEDIA_BLOCKS:
            return {"type": kind} | self._media_block(kind, block)
        return {"type": kind} | self._other_block(kind, block, depth)

    def _text_block(self, kind: str, block: Json) -> Json:
        shown: Json = {"text": self._text(block.get("text", ""))}
        if kind == "heading":
            shown["size"] = required_integer(block, "size")
            if not 1 <= shown["size"] <= MAX_HEADING:
                raise bad_request("Invalid section heading size specified")
        if kind == "pre" and block.get("language"):
            shown["language"] = optional_text(block, "language")
        if kind in {"pullquote", "expandable_blockquote"}:
            shown |= self._credit(block)
        return shown

    def _media_block(self, kind: str, block: Json) -> Json:
        content = input_media(self._params, block.get(kind), self._files, kinds=_MEDIA_TYPES)
        field = MEDIA_BLOCKS[kind].value
        if field not in content:
            raise bad_request("Block is not allowed")
        return {kind: content[field]} | self._caption(block)

    def _other_block(self, kind: str, block: Json, depth: int) -> Json:
        match kind:
            case "divider":
                shown: Json = {}
            case "anchor":
                shown = {"name": required_text(block, "name")}
            case "mathematical_expression":
                shown = {"expression": required_text(block, "expression")}
            case "list":
                shown = {"items": self._items(block, depth)}
            case "table":
                shown = self._table(block)
            case "map":
                shown = self._map(block)
            case "buttons":
                shown = self._buttons(block, depth)
            case _:
                shown = self._container(kind, block, depth)
        return shown

    def _container(self, kind: str, block: Json, depth: int) -> Json:
        """Blocks that hold blocks."""
        if kind not in {"blockquote", "details", "collage", "slideshow"}:
            raise bad_request("Unsupported rich block type specified")
        shown: Json = {"blocks": self.blocks(block.get("blocks") or [], depth + 1)}
        match kind:
            case "blockquote":
                return shown | self._credit(block)
            case "details":
                opened = {"is_open": True} if optional_flag(block, "is_open") else {}
                return shown | {"summary": self._text(block.get("summary", ""))} | opened
            case _:
                return shown | self._caption(block)

    def _items(self, block: Json, depth: int) -> list[Json]:
        items = [self._item(item, depth) for item in as_list(block.get("items"), "Expected an Array of list items")]
        if not items:
            raise bad_request("List must be non-empty")
        if len({bool(item["label"]) for item in items}) > 1:
            raise bad_request("List must be either ordered or unordered")
        return items

    def _item(self, value: object, depth: int) -> Json:
        item = as_object(value, "List item must be non-empty")
        self._budget.spend_block()
        shown: Json = {"label": "", "blocks": self.blocks(item.get("blocks") or [], depth + 1)}
        for flag in ("has_checkbox", "is_checked"):
            if optional_flag(item, flag):
                shown[flag] = True
        style = optional_text(item, "type")
        if style:
            if style not in LIST_TYPES:
                raise bad_request("Invalid list item type specified")
            number = optional_integer(item, "value", 1)
            shown |= {"label": f"{number}.", "value": number, "type": style}
        return shown

    def _table(self, block: Json) -> Json:
        wrong = "Expected an Array of Arrays of table cells"
        rows = [[self._cell(cell) for cell in as_list(row, wrong)] for row in as_list(block.get("cells"), wrong)]
        if any(sum(cell.get("colspan", 1) for cell in row) > MAX_COLUMNS for row in rows):
            raise bad_request("RICH_MESSAGE_TABLE_COLS_TOO_MANY")
        for _ in rows:
            self._budget.spend_block()
        shown: Json = {"cells": rows}
        for flag in ("is_bordered", "is_striped", "is_compact"):
            if optional_flag(block, flag):
                shown[flag] = True
        if block.get("caption"):
            shown["caption"] = self._text(block["caption"])
        return shown

    def _cell(self, value: object) -> Json:
        cell = as_object(value, "Table cell must be non-empty")
        shown: Json = {
            "align": optional_text(cell, "align") or "left",
            "valign": optional_text(cell, "valign") or "middle",
        }
        if shown["align"] not in ALIGNMENTS or shown["valign"] not in VERTICAL_ALIGNMENTS:
            raise bad_request("Invalid table cell alignment specified")
        if cell.get("text") is not None:
            shown["text"] = self._text(cell["text"])
        if optional_flag(cell, "is_header"):
            shown["is_header"] = True
        for span in ("colspan", "rowspan"):
            cells = optional_integer(cell, span, 1)
            if cells < 0:
                raise bad_request(f"Invalid table cell {span} specified")
            if cells > 1:
                shown[span] = cells
        return shown

    def _map(self, block: Json) -> Json:
        place = checked_location(as_object(block.get("location"), "Invalid location specified"))
        sizes = {name: optional_integer(block, name, default) for name, default in _MAP_DEFAULTS.items()}
        return {"location": place} | sizes | self._caption(block)

    def _buttons(self, block: Json, depth: int) -> Json:
        buttons = as_list(block.get("buttons"), "Expected an Array of RichMessageButton")
        shown: Json = {"buttons": [read_button(button, self._budget, depth + 1) for button in buttons]}
        if block.get("align"):
            shown["align"] = optional_text(block, "align")
        return shown

    def _credit(self, block: Json) -> Json:
        return {"credit": self._text(block["credit"])} if block.get("credit") else {}

    def _caption(self, block: Json) -> Json:
        if not block.get("caption"):
            return {}
        caption = as_object(block["caption"], 'Field "caption" must be of type Object')
        return {"caption": {"text": self._text(caption.get("text", ""))} | self._credit(caption)}

    def _text(self, value: object) -> str | list[object] | Json:
        return read_text(value, self._budget)


def buttons_in(content: object) -> Iterator[Json]:
    """Every button inside a rich message, in reading order; its text becomes bare words."""
    if isinstance(content, list):
        for piece in content:
            yield from buttons_in(piece)
    elif isinstance(content, dict):
        for name, value in content.items():
            if name == "buttons":
                yield from (button | {"text": plain(button["text"])} for button in value)
            elif name == "button":
                yield value | {"text": plain(value["text"])}
            elif isinstance(value, list | dict):
                yield from buttons_in(value)
