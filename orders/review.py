"""How long a buyer has to judge a delivery."""

from datetime import UTC, datetime, timedelta

from orders.policy import Policy

_SATURDAY = 5


def review_until(delivered_at: int, policy: Policy) -> int:
    """When the review of work delivered at this moment runs out.

    The short window becomes the long one if any moment of it (its end not included) falls on a Saturday or Sunday
    in the business time zone. The windows themselves are exact seconds, whatever daylight saving does.
    """
    zone = policy.business_timezone
    first = datetime.fromtimestamp(delivered_at, UTC).astimezone(zone).date()
    last = datetime.fromtimestamp(delivered_at + policy.review_window - 1, UTC).astimezone(zone).date()
    days = (last - first).days
    has_weekend = any((first + timedelta(day)).weekday() >= _SATURDAY for day in range(days + 1))
    return delivered_at + (policy.review_window_with_weekend if has_weekend else policy.review_window)
