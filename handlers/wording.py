"""Words for durations, prices and moments."""

from datetime import UTC, datetime
from functools import lru_cache
from zoneinfo import ZoneInfo

from aiogram.utils.formatting import DateTime, Text
from babel.dates import format_date, format_datetime

from handlers.texts import Texts
from orders.content import utf16_length
from orders.money import Money, digits
from orders.order import Ending, Order, Origin
from orders.policy import DAY, HOUR, MINUTE
from orders.rating import Rating

_NBSP = "\N{NO-BREAK SPACE}"
_SIGNS = {"RUB": "₽", "XTR": "⭐", "USD": "$", "EUR": "€"}
#: Up to here a duration is told in hours, as sellers know their clocks: «24 ч.», not «1 дн.».
_HOURS_UP_TO = 2 * DAY
_PATTERNS = {"ru": "d MMMM, HH:mm", "en": "d MMMM, HH:mm"}


def duration(texts: Texts, seconds: int) -> str:
    """«3 ч.», «2 ч. 30 мин.», «3 дн. 4 ч.»: rounded up to whole minutes, above two days to whole hours."""
    minutes = max(0, -(-seconds // MINUTE))
    if minutes * MINUTE > _HOURS_UP_TO:
        hours = -(-minutes // 60)
        days, hours = divmod(hours, DAY // HOUR)
        parts = (("days", days), ("hours", hours))
    else:
        parts = (("hours", minutes // 60), ("minutes", minutes % 60))
    words = [texts.plain(f"duration-{unit}", n=n) for unit, n in parts if n]
    return " ".join(words) or texts.plain("duration-minutes", n=0)


def price(texts: Texts, money: Money) -> str:
    """«1 500 ₽», «$12.50»-like amounts without needless zeros; spaces do not break."""
    places = digits(money.currency)
    whole, rest = divmod(money.amount, 10**places)
    amount = f"{whole:,}".replace(",", _NBSP if texts.language == "ru" else ",")
    if rest:
        amount += ("," if texts.language == "ru" else ".") + f"{rest:0{places}d}"
    return f"{amount}{_NBSP}{_SIGNS.get(money.currency, money.currency)}"


def ending_line(texts: Texts, order: Order) -> Text | None:
    """How the order has ended; None: it has not. What is taken back of an offer is one thing, of a response another."""
    if order.ending is None:
        return None
    key = f"ending-{order.ending.replace('_', '-')}"
    is_of_response = order.ending is Ending.TAKEN_BACK and order.origin is Origin.EXCHANGE
    return texts(f"{key}-response" if is_of_response else key)


def shortened(text: str, most: int) -> str:
    """At most so many UTF-16 units, the last of them «…» where something is missing."""
    if utf16_length(text) <= most:
        return text
    shown = text.encode("utf-16-le", "surrogatepass")[: 2 * (most - 1)].decode("utf-16-le", "ignore")
    return f"{shown.rstrip()}…"


def share(some: int, total: int) -> int:
    """In whole percent, half rounded up."""
    return (200 * some + total) // (2 * total)


def rating_text(texts: Texts, rating: Rating) -> str:
    """«97 %», or that there is no data yet."""
    return texts.plain("rating-none") if rating.percent is None else texts.plain("percent", n=rating.percent)


def moment_text(texts: Texts, at: int, zone: ZoneInfo) -> str:
    """«24 ноября, 15:00» in the given zone: what a client older than date entities shows."""
    return _moment_text(texts.language, at, zone)


@lru_cache(1_024)  # one change speaks of the same few moments to both sides
def _moment_text(language: str, at: int, zone: ZoneInfo) -> str:
    local = datetime.fromtimestamp(at, UTC).astimezone(zone)
    return str(format_datetime(local, _PATTERNS[language], locale=language))


def moment(texts: Texts, at: int, zone: ZoneInfo) -> Text:
    """A moment that each client shows in its reader's own zone."""
    return DateTime(moment_text(texts, at, zone), unix_time=at, date_time_format="wDt")


def day(texts: Texts, at: int, zone: ZoneInfo) -> Text:
    """The day of a moment, «5 декабря»; each client shows it in its reader's own zone."""
    local = datetime.fromtimestamp(at, UTC).astimezone(zone)
    return DateTime(format_date(local, "d MMMM", locale=texts.language), unix_time=at, date_time_format="D")


def countdown(texts: Texts, at: int, now: int) -> Text:
    """A live countdown to a moment; an older client shows how long it was when the message was written."""
    key = "in-duration" if at > now else "duration-ago"
    return DateTime(texts.plain(key, duration=duration(texts, abs(at - now))), unix_time=at, date_time_format="r")
