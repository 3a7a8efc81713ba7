"""What forms share: a number that ties buttons to one form, contents kept as JSON, and the row of buttons."""

import re
from collections.abc import Mapping
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State
from aiogram.types import InlineKeyboardButton, Message
from pydantic import TypeAdapter

from handlers.buttons import FormPress, FormStep, Style, button
from handlers.collecting import is_sent
from handlers.texts import Texts
from orders.content import Answer, Content
from orders.refusals import FormOver

_CONTENT = TypeAdapter(Content)
_ANSWERS = TypeAdapter(tuple[Answer, ...])

_LABELS = {
    FormStep.DONE: "button-done",
    FormStep.MORE: "button-add-more",
    FormStep.BACK: "button-back",
    FormStep.CANCEL: "button-cancel",
    FormStep.SKIP: "button-skip",
    FormStep.LATER: "button-later",
}

#: Among a form's values: drafts of other forms, by their names.
ASIDE = "aside"
#: Among a form's values: the topic in which it was opened, if in any.
THREAD = "thread"

_COMMAND = re.compile(r"/\w{1,32}(@\w+)?(\s|$)", re.ASCII)


def is_answer(message: Message) -> bool:
    """A filter: what is sent is meant for the form. A command is not; «/home/me/list.txt» is."""
    return is_sent(message) and _COMMAND.match(message.text or "") is None


def put_aside(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, Any]:
    """The drafts that lie aside once the form's values change from `before` to `after`.

    A form that names its draft (`keep`) and is left for another form, not finished or cancelled, is not lost: what it
    has gathered lies aside until the same form is opened again.
    """
    aside = dict(before.get(ASIDE, {}))
    is_left = bool(after) and after.get("form") != before.get("form")
    if is_left and "keep" in before and not load_content(before["content"]).is_empty:
        aside[before["keep"]] = before["content"]
    return aside


async def begin(state: FSMContext, step: State, form: int, **values: Any) -> None:
    """Open a form at its first step; whatever form was open before is left. `form`: a number never used before."""
    await state.set_state(step)
    await state.set_data({"form": form, **values})


async def draft_of(state: FSMContext, name: str) -> tuple[Content, dict[str, Any]]:
    """What was gathered under this name before, and the other drafts that lie aside."""
    values: dict[str, Any] = await state.get_data()
    aside = put_aside(values, {"form": None})
    return load_content(aside.pop(name, dump_content(Content()))), aside


async def values_of(state: FSMContext, press: FormPress | None = None) -> dict[str, Any]:
    """What the form has gathered. Raises: FormOver: the pressed button belongs to another form."""
    values = await state.get_data()
    if press is not None and values.get("form") != press.form:
        raise FormOver
    return values


def form_buttons(texts: Texts, form: int, *steps: FormStep) -> list[InlineKeyboardButton]:
    """A row of the buttons that every form shares."""
    return [
        button(
            texts.plain(_LABELS[step]),
            FormPress(step=step, form=form),
            Style.GO if step is FormStep.DONE else None,
        )
        for step in steps
    ]


def dump_content(content: Content) -> Any:
    """For the form's JSON."""
    return _CONTENT.dump_python(content, mode="json")


def load_content(value: Any) -> Content:
    """The reverse."""
    return _CONTENT.validate_python(value)


def dump_answers(answers: tuple[Answer, ...]) -> Any:
    """For the form's JSON."""
    return _ANSWERS.dump_python(answers, mode="json")


def load_answers(value: Any) -> tuple[Answer, ...]:
    """The reverse."""
    return _ANSWERS.validate_python(value)
