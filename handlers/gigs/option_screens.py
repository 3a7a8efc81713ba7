"""The screens of the options that a gig has ready: all of them, and writing one more."""

from aiogram.utils.formatting import Bold, as_list

from handlers.buttons import FormPress, FormStep, Style, button
from handlers.card import option_line
from handlers.form import form_buttons
from handlers.gigs.buttons import AddOptionPress, DropOptionPress
from handlers.gigs.draft import OptionDraft, OptionPart
from handlers.gigs.screens import Shown
from handlers.gigs.writing import Writing
from handlers.texts import Texts
from handlers.wording import price
from orders.agreeing import EXTRA_DAYS
from orders.gig import PRESETS_MAX, TITLE

_BOUNDS = {OptionPart.TITLE: TITLE, OptionPart.PRICE: (0, 0), OptionPart.DAYS: EXTRA_DAYS}


def options_screen(texts: Texts, writing: Writing) -> Shown:
    """What there is, with a button each to take it away, and one to add more; «Готово» leads to the preview."""
    presets = writing.draft.presets
    lines = [option_line(texts, "gig-option", preset) for preset in presets]
    text = as_list(
        Bold(texts.plain("gig-field-options")), texts("gig-options-are" if presets else "gig-options-none"), *lines
    )
    done = button(texts.plain("button-done"), FormPress(step=FormStep.BACK, form=writing.form), Style.GO)
    back = form_buttons(texts, writing.form, FormStep.BACK)
    return text, [
        [button(texts.plain("gig-button-add-option"), AddOptionPress(form=writing.form))]
        if len(presets) < PRESETS_MAX
        else [],
        *(
            [
                button(
                    texts.plain("gig-button-drop-option", title=preset.title), DropOptionPress(form=writing.form, at=at)
                )
            ]
            for at, preset in enumerate(presets)
        ),
        [done] if writing.from_preview else back,
        form_buttons(texts, writing.form, FormStep.CANCEL),
    ]


def option_question(texts: Texts, writing: Writing) -> Shown:
    """Title, price or days of one more option, below what is written of it already."""
    option = writing.option or OptionDraft()
    least, most = _BOUNDS[option.asked]
    written = [
        *([option.title] if option.title is not None else []),
        *([price(texts, option.price)] if option.price is not None else []),
    ]
    text = as_list(
        Bold(", ".join(written) or texts.plain("gig-option-new")),
        texts(f"gig-option-ask-{option.asked}", least=least, most=most),
    )
    return text, [form_buttons(texts, writing.form, FormStep.BACK, FormStep.CANCEL)]
