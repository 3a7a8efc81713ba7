"""The pages of the settings: what is set now, and the buttons that change it."""

from dataclasses import dataclass
from datetime import time
from typing import assert_never
from zoneinfo import ZoneInfo

from aiogram.filters.callback_data import CallbackData
from aiogram.types import InlineKeyboardButton
from aiogram.utils.formatting import Bold, Text, as_list

from desk.people import Person
from handlers.buttons import Style, button
from handlers.menu.rooms import menu_button
from handlers.quick_replies.buttons import KeptPress
from handlers.settings.buttons import (
    DefaultPress,
    Language,
    LanguagePress,
    QuietPress,
    Section,
    SectionPress,
    TypePress,
    WarningPress,
    ZonePress,
)
from handlers.settings.zones import OFFERED, zone_name
from handlers.texts import Texts, texts_in
from handlers.wording import duration
from orders.policy import HOUR, Policy, QuietHours

#: Hours before the end of a clock for which a warning can be chosen. Not below one: an automatic step waits for an hour
#: after its first warning, so a later one would only put it off.
_CHOICES = {Section.START: (18, 12, 6, 3, 2, 1), Section.DUE: (72, 48, 24, 12, 6, 3, 2, 1)}
_QUIET_CHOICES = ((22, 8), (23, 8), (0, 9))
_IN_A_ROW = 3

Buttons = list[list[InlineKeyboardButton]]
Page = tuple[Text, Buttons]


def chosen_offsets(section: Section, person: Person, policy: Policy) -> tuple[int, ...]:
    """The person's own warnings of a clock or, where they have set none, the operator's; the earliest first."""
    own = person.start_warnings if section is Section.START else person.due_warnings
    default = policy.start_warnings if section is Section.START else policy.due_warnings
    return tuple(sorted(default if own is None else own, reverse=True))


def offered_offsets(section: Section, person: Person, policy: Policy) -> tuple[int, ...]:
    """What can be chosen: our list, and whatever the operator or the person has set besides."""
    default = policy.start_warnings if section is Section.START else policy.due_warnings
    offsets = {hours * HOUR for hours in _CHOICES[section]} | {*default, *chosen_offsets(section, person, policy)}
    if section is Section.START:
        offsets = {offset for offset in offsets if offset < policy.start_window}
    return tuple(sorted(offsets, reverse=True))


@dataclass(frozen=True, slots=True)
class Screens:
    """For one person, in their language, at one moment."""

    person: Person
    policy: Policy
    now: int

    @property
    def texts(self) -> Texts:
        """In the language that is set now: it may just have been changed."""
        return texts_in(self.person.speaks)

    def page(self, section: Section) -> Page:
        """Text and buttons of one page."""
        match section:
            case Section.HOME:
                return self._home()
            case Section.LANGUAGE:
                return self._language()
            case Section.ZONE:
                return self._zone()
            case Section.START | Section.DUE:
                return self._warnings(section)
            case Section.QUIET:
                return self._quiet()
            case _:
                assert_never(section)

    def _home(self) -> Page:
        values = {
            Section.LANGUAGE: self._language_value(),
            Section.ZONE: self._zone_value(),
            Section.START: self._warnings_value(Section.START),
            Section.DUE: self._warnings_value(Section.DUE),
            Section.QUIET: self._quiet_value(),
        }
        lines = [self.texts(f"settings-now-{section}", value=Bold(value)) for section, value in values.items()]
        rows = [[self._open(section)] for section in values]
        return as_list(Bold(self.texts.plain("settings-title")), "", *lines), [
            *rows,
            [button(self.texts.plain("button-quick-replies"), KeptPress())],
            [menu_button(self.texts, here=True)],
        ]

    def _language(self) -> Page:
        chosen = self.person.language or Language.CLIENT
        rows = [
            [_choice(self.texts.plain(f"language-{option}"), LanguagePress(language=option), chosen=option == chosen)]
            for option in Language
        ]
        return self._explained(Section.LANGUAGE, self._language_value()), [*rows, [self._back()]]

    def _zone(self) -> Page:
        chosen = self.person.timezone
        zones = [
            _choice(
                zone_name(ZoneInfo(key), self.texts.language, self.now),
                ZonePress(zone=key),
                chosen=chosen is not None and key == chosen.key,
            )
            for key in OFFERED
        ]
        default = _choice(self.texts.plain("settings-default"), ZonePress(), chosen=chosen is None)
        other = button(self.texts.plain("settings-zone-other"), TypePress(section=Section.ZONE))
        return self._explained(Section.ZONE, self._zone_value()), [
            *_rows(zones, 2),
            [other, default],
            [self._back()],
        ]

    def _warnings(self, section: Section) -> Page:
        chosen = chosen_offsets(section, self.person, self.policy)
        offsets = [
            _choice(
                duration(self.texts, offset),
                WarningPress(section=section, offset=offset, wanted=offset not in chosen),
                chosen=offset in chosen,
            )
            for offset in offered_offsets(section, self.person, self.policy)
        ]
        own = self.person.start_warnings if section is Section.START else self.person.due_warnings
        default = _choice(self.texts.plain("settings-default"), DefaultPress(section=section), chosen=own is None)
        return self._explained(section, self._warnings_value(section)), [
            *_rows(offsets, _IN_A_ROW),
            [default],
            [self._back()],
        ]

    def _quiet(self) -> Page:
        chosen = self.person.quiet
        presets = [
            _choice(
                f"{start:02d}:00–{end:02d}:00",
                QuietPress(start=start, end=end),
                chosen=chosen == QuietHours(time(start), time(end)),
            )
            for start, end in _QUIET_CHOICES
        ]
        own = button(self.texts.plain("settings-quiet-own"), TypePress(section=Section.QUIET))
        off = _choice(self.texts.plain("settings-quiet-off"), QuietPress(start=0, end=0), chosen=chosen is None)
        text = as_list(
            self._explained(Section.QUIET, self._quiet_value()),
            self.texts("settings-quiet-zone", zone=self._zone_value()),
        )
        return text, [presets, [own, off], [self._back()]]

    def _language_value(self) -> str:
        if self.person.language is None:
            name = self.texts.plain(f"language-{self.person.speaks}")
            return self.texts.plain("language-of-client", name=name)
        return self.texts.plain(f"language-{self.person.speaks}")

    def _zone_value(self) -> str:
        zone = self.person.timezone or self.policy.business_timezone
        return zone_name(zone, self.texts.language, self.now)

    def _warnings_value(self, section: Section) -> str:
        return ", ".join(duration(self.texts, offset) for offset in chosen_offsets(section, self.person, self.policy))

    def _quiet_value(self) -> str:
        quiet = self.person.quiet
        if quiet is None:
            return self.texts.plain("settings-quiet-none")
        return f"{quiet.start:%H:%M}–{quiet.end:%H:%M}"

    def _explained(self, section: Section, value: str) -> Text:
        return as_list(
            self.texts(f"settings-now-{section}", value=Bold(value)), self.texts(f"settings-about-{section}")
        )

    def _open(self, section: Section) -> InlineKeyboardButton:
        return button(self.texts.plain(f"settings-button-{section}"), SectionPress(section=section))

    def _back(self) -> InlineKeyboardButton:
        return button(self.texts.plain("button-back"), SectionPress(section=Section.HOME))


def _choice(label: str, press: CallbackData, *, chosen: bool) -> InlineKeyboardButton:
    return button(f"✓ {label}" if chosen else label, press, Style.GO if chosen else None)


def _rows(buttons: list[InlineKeyboardButton], width: int) -> Buttons:
    return [buttons[start : start + width] for start in range(0, len(buttons), width)]
