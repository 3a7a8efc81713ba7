"""Where an order stands, and who a person is in it."""

from enum import StrEnum


class Status(StrEnum):
    """Where an order stands. «Просрочен» and «Согласуется отмена» are views of these, not statuses."""

    AWAITING_PAYMENT = "awaiting_payment"
    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    IN_REVIEW = "in_review"
    COMPLETED = "completed"
    CANCELLED = "cancelled"

    @property
    def is_final(self) -> bool:
        """Nothing moves any more."""
        return self in {Status.COMPLETED, Status.CANCELLED}


class Side(StrEnum):
    """Who a person is in one order."""

    SELLER = "seller"
    BUYER = "buyer"

    @property
    def other(self) -> "Side":
        """The opposite side."""
        return Side.BUYER if self is Side.SELLER else Side.SELLER
