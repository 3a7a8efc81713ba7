"""Time zones as people name them: a city, «UTC+5», or the name in the IANA database."""

import re
import zoneinfo
from datetime import UTC, datetime
from functools import cache
from zoneinfo import ZoneInfo

from babel.dates import get_timezone_location

from handlers.texts import LANGUAGES
from orders.refusals import TimezoneNotUnderstood

#: Offered as buttons, from west to east.
OFFERED = (
    "Europe/Kaliningrad", "Europe/Moscow", "Europe/Minsk", "Asia/Tbilisi", "Europe/Samara", "Asia/Yerevan",
    "Asia/Yekaterinburg", "Asia/Almaty", "Asia/Tashkent", "Asia/Omsk", "Asia/Novosibirsk", "Asia/Krasnoyarsk",
    "Asia/Irkutsk", "Asia/Yakutsk", "Asia/Vladivostok", "Asia/Kamchatka",
)  # fmt: skip

#: Large cities that name no zone of their own, and short names.
_OTHER_CITIES = {
    "Europe/Moscow": "мск, питер, спб, санкт-петербург, saint petersburg, нижний новгород, казань, kazan, краснодар, "
    "ростов-на-дону, воронеж, сочи, ярославль, рязань, тула, тверь, калуга, курск, белгород, мурманск, архангельск",
    "Europe/Samara": "тольятти, ижевск",
    "Asia/Yekaterinburg": "екб, уфа, ufa, пермь, perm, челябинск, chelyabinsk, тюмень, сургут, оренбург, магнитогорск",
    "Asia/Krasnoyarsk": "абакан, норильск",
    "Asia/Irkutsk": "улан-удэ, братск",
    "Asia/Vladivostok": "хабаровск",
    "Asia/Kamchatka": "петропавловск-камчатский",
    "Asia/Almaty": "алма-ата, астана, astana, шымкент",
    "Europe/Minsk": "гомель, брест, гродно, витебск",
}
#: Offsets that are no whole hours, by minutes.
_UNEVEN = {
    -210: "America/St_Johns", 210: "Asia/Tehran", 270: "Asia/Kabul", 330: "Asia/Kolkata", 345: "Asia/Kathmandu",
    390: "Asia/Yangon", 525: "Australia/Eucla", 570: "Australia/Darwin", 765: "Pacific/Chatham",
}  # fmt: skip
_OFFSET = re.compile(r"(utc|gmt|мск)?([+-]\d{1,2})(?::?([0-5]\d))?")
_MOSCOW_HOURS = 3
_WEST, _EAST = -12, 14
_NO_PLACES = ("Factory", "localtime", "posixrules")


def parse_zone(text: str) -> ZoneInfo:
    """Raises: TimezoneNotUnderstood."""
    words = _folded(text)
    offset = _OFFSET.fullmatch(words.replace(" ", "").replace("−", "-").replace("–", "-"))
    name = _by_offset(offset) if offset is not None else _names().get(words)
    if name is None:
        raise TimezoneNotUnderstood
    return ZoneInfo(name)


def known_zone(name: str) -> ZoneInfo:
    """A zone by its exact name, as a button carries it. Raises: TimezoneNotUnderstood."""
    if name not in OFFERED:
        raise TimezoneNotUnderstood
    return ZoneInfo(name)


def zone_name(zone: ZoneInfo, language: str, now: int) -> str:
    """«Екатеринбург (UTC+5)»; a zone that is only an offset is named by it."""
    offset = _offset_name(zone, now)
    if zone.key.startswith("Etc/") or zone.key == "UTC":
        return offset
    return f"{_city(zone.key, language)} ({offset})"


def _offset_name(zone: ZoneInfo, now: int) -> str:
    shift = datetime.fromtimestamp(now, UTC).astimezone(zone).utcoffset()
    minutes = 0 if shift is None else int(shift.total_seconds()) // 60
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return f"UTC{sign}{hours}" + (f":{rest:02d}" if rest else "")


def _by_offset(offset: re.Match[str]) -> str | None:
    hours = int(offset[2]) + (_MOSCOW_HOURS if offset[1] == "мск" else 0)
    minutes = int(offset[3] or 0)
    if minutes:
        return _UNEVEN.get(hours * 60 + (-minutes if offset[2].startswith("-") else minutes))
    if not _WEST <= hours <= _EAST:
        return None
    return f"Etc/GMT{-hours:+d}" if hours else "Etc/UTC"  # in these names the sign is turned round


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold().replace("ё", "е")


def _city(name: str, language: str) -> str:
    return str(get_timezone_location(name, locale=language, return_city=True))


@cache
def _names() -> dict[str, str]:
    """Every name that is understood, folded. Read once a process, when somebody first types one: a quarter second."""
    names: dict[str, str] = {}
    for key in sorted(zoneinfo.available_timezones() - {*_NO_PLACES}):
        names.setdefault(_folded(key), key)
        if "/" in key and not key.startswith("Etc/"):
            for language in LANGUAGES:
                names.setdefault(_folded(_city(key, language)), key)
    for key, cities in _OTHER_CITIES.items():
        names.update({_folded(city): key for city in cities.split(", ")})
    return names
