"""Time zones and quiet hours as people write them."""

from datetime import time
from zoneinfo import ZoneInfo

import pytest

from handlers.settings.quiet_hours import parse_quiet_hours
from handlers.settings.zones import OFFERED, known_zone, parse_zone, zone_name
from handlers.texts import LANGUAGES
from orders.policy import QuietHours
from orders.refusals import QuietHoursNotUnderstood, TimezoneNotUnderstood
from tests.orders.builders import NOW


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("Asia/Tbilisi", "Asia/Tbilisi"),
        ("asia/tbilisi", "Asia/Tbilisi"),
        ("Тбилиси", "Asia/Tbilisi"),
        ("  москва ", "Europe/Moscow"),
        ("Moscow", "Europe/Moscow"),
        ("Казань", "Europe/Moscow"),
        ("нижний   новгород", "Europe/Moscow"),
        ("Петропавловск-Камчатский", "Asia/Kamchatka"),
        ("UTC", "UTC"),
        ("UTC+5", "Etc/GMT-5"),
        ("utc + 5", "Etc/GMT-5"),
        ("+5", "Etc/GMT-5"),
        ("+05:00", "Etc/GMT-5"),
        ("GMT-3", "Etc/GMT+3"),
        ("UTC−3", "Etc/GMT+3"),
        ("МСК+2", "Etc/GMT-5"),
        ("+0", "Etc/UTC"),
        ("+5:30", "Asia/Kolkata"),
        ("-3:30", "America/St_Johns"),
    ],
)
def test_a_zone_can_be_named_in_many_ways(words: str, zone: str) -> None:
    """City, offset, or the name in the database."""
    assert parse_zone(words) == ZoneInfo(zone)


@pytest.mark.parametrize(
    "words", ["", "Нигде", "5", "+15", "-13", "+5:17", "localtime", "../etc/passwd", "/", "x" * 5_000]
)
def test_what_names_no_zone_is_refused(words: str) -> None:
    """Nothing is looked up on the disk by a person's words."""
    with pytest.raises(TimezoneNotUnderstood):
        parse_zone(words)


@pytest.mark.parametrize("name", ["Europe/Paris", "../../etc/passwd", "europe/moscow"])
def test_a_forged_button_names_no_zone(name: str) -> None:
    """Only what is offered can be pressed."""
    with pytest.raises(TimezoneNotUnderstood):
        known_zone(name)


@pytest.mark.parametrize(
    ("zone", "language", "name"),
    [
        ("Asia/Yekaterinburg", "ru", "Екатеринбург (UTC+5)"),
        ("Asia/Yekaterinburg", "en", "Yekaterinburg (UTC+5)"),
        ("Asia/Kolkata", "en", "Kolkata (UTC+5:30)"),
        ("America/St_Johns", "ru", "Сент-Джонс (UTC-3:30)"),
        ("Etc/GMT-5", "ru", "UTC+5"),
        ("UTC", "en", "UTC+0"),
    ],
)
def test_a_zone_is_shown_by_its_city_and_its_offset_now(zone: str, language: str, name: str) -> None:
    """In winter, here."""
    assert zone_name(ZoneInfo(zone), language, NOW) == name


def test_every_offered_zone_has_a_name_in_both_languages() -> None:
    """Sixteen buttons."""
    for language in LANGUAGES:
        assert len({zone_name(known_zone(name), language, NOW) for name in OFFERED}) == len(OFFERED)


@pytest.mark.parametrize(
    ("words", "start", "end"),
    [
        ("23:00–08:00", time(23), time(8)),
        ("23:00-08:00", time(23), time(8)),
        ("23-8", time(23), time(8)),
        ("с 23 до 7:30", time(23), time(7, 30)),
        ("0.15 — 9.00", time(0, 15), time(9)),
        ("from 22 to 24:00", time(22), time(0)),
        ("13 до 14", time(13), time(14)),
    ],
)
def test_quiet_hours_can_be_written_in_many_ways(words: str, start: time, end: time) -> None:
    """They may span midnight."""
    assert parse_quiet_hours(words) == QuietHours(start, end)


@pytest.mark.parametrize(
    "words", ["", "ночью", "23", "25-8", "23:60-8", "8-8", "0-24:00", "24:30-8", "1-2-3", "9" * 5_000]
)
def test_what_is_no_quiet_hours_is_refused(words: str) -> None:
    """A whole day of silence, too."""
    with pytest.raises(QuietHoursNotUnderstood):
        parse_quiet_hours(words)
