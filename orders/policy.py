"""The lengths of the clocks and the offsets of the warnings: settings of the operator and of a person."""

from dataclasses import dataclass, field
from datetime import time
from zoneinfo import ZoneInfo

from orders.payment import PaymentMethod

MINUTE = 60
HOUR = 3_600
DAY = 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The operator's settings; all durations in seconds. Defaults: SPEC 2, 3, 4 and 12."""

    payment_window: int = DAY
    start_window: int = DAY
    start_warnings: tuple[int, ...] = (12 * HOUR, 3 * HOUR, HOUR)
    due_warnings: tuple[int, ...] = (DAY, 6 * HOUR, HOUR)
    review_window: int = 3 * DAY
    review_window_with_weekend: int = 4 * DAY
    review_warnings: tuple[int, ...] = (DAY, 3 * HOUR)
    cancel_answer_window: int = 2 * DAY
    #: SPEC 4 fixes the reminders of a pending cancellation.
    cancel_answer_warnings: tuple[int, ...] = (DAY, 3 * HOUR)
    change_of_mind: int = 20 * MINUTE
    #: A declined cancellation leaves at least this much of the frozen clock.
    least_after_decline: int = HOUR
    #: An automatic step that harms a person comes at least this long after a warning was handed to Telegram.
    notice_before_harm: int = HOUR
    business_timezone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/Moscow"))
    #: Telegram ids of those who decide disputes: the operators. Without any nobody can be called.
    arbiters: frozenset[int] = frozenset()
    #: How often they are reminded of a dispute that waits for them.
    dispute_reminder: int = DAY
    #: How new orders are paid, in which currency, and what the operator keeps (hundredths of a percent).
    payment_method: PaymentMethod = PaymentMethod.DIRECT
    currency: str = "RUB"
    commission: int = 0


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Local wall-clock times between which no warning comes; `start` after `end` spans midnight."""

    start: time
    end: time


@dataclass(frozen=True, slots=True, kw_only=True)
class Preferences:
    """What a person has set for their own warnings. None: as the operator has set."""

    timezone: ZoneInfo
    quiet: QuietHours | None = None
    start_warnings: tuple[int, ...] | None = None
    due_warnings: tuple[int, ...] | None = None
