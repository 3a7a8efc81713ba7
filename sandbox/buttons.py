"""The buttons a person sees under and inside a message."""

import re
from collections.abc import Iterator

from sandbox.chats import Message
from sandbox.errors import PersonError
from sandbox.keyboards import buttons_of
from sandbox.rich import buttons_in
from sandbox.values import Json

Place = tuple[int, int]


def visible_buttons(message: Message) -> Iterator[Json]:
    """Those under the message, row by row, then those inside a rich message."""
    for _, _, button in buttons_of(message.body.get("reply_markup")):
        yield button
    if "rich_message" in message.body:
        yield from buttons_in(message.body["rich_message"]["blocks"])


def find_button(message: Message, wanted: str | Place, *, stale: bool = False) -> Json:
    """A button by its label (the whole of it, or words that stand in it) or by row and column, both from 0.

    `stale` looks at the keyboards that the message had before, newest first: what an app shows that has not
    heard of the edit.
    """
    if stale:
        for markup in reversed(message.keyboards):
            button = _among([button for _, _, button in buttons_of(markup)], _at(markup, wanted), wanted)
            if button is not None:
                return button
    else:
        current = message.body.get("reply_markup")
        button = _among(list(visible_buttons(message)), _at(current, wanted), wanted)
        if button is not None:
            return button
    labels = ", ".join(f"«{button['text']}»" for button in visible_buttons(message)) or "none"
    raise PersonError(f"no button {wanted!r} on message {message.id}; it has {labels}")


def _at(markup: Json | None, wanted: str | Place) -> Json | None:
    if isinstance(wanted, str):
        return None
    return next((button for row, column, button in buttons_of(markup) if (row, column) == tuple(wanted)), None)


def _among(buttons: list[Json], at_place: Json | None, wanted: str | Place) -> Json | None:
    if not isinstance(wanted, str):
        return at_place
    for button in buttons:
        if button["text"] == wanted:
            return button
    words = re.compile(rf"(?<!\w){re.escape(wanted)}(?!\w)")
    near = [button for button in buttons if words.search(button["text"])]
    if len(near) > 1:
        labels = ", ".join(f"«{button['text']}»" for button in near)
        raise PersonError(f"«{wanted}» could be any of {labels}")
    return near[0] if near else None
