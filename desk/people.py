"""A person as the bot knows them."""

from dataclasses import dataclass
from enum import StrEnum
from zoneinfo import ZoneInfo

from orders.policy import Preferences, QuietHours


class Standing(StrEnum):
    """What the operator has decided about a person."""

    GOOD = "good"
    #: Their gigs are not on sale; orders under way go on.
    PAUSED = "paused"
    #: Moreover they can do nothing in the bot. Clocks go on, and money finds its way.
    BANNED = "banned"


class OrdersView(StrEnum):
    """How «Заказы» is shown to a person."""

    TABLE = "table"
    LIST = "list"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Someone who has pressed Start. `id` is both their Telegram user id and the id of their private chat."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    #: As the person chose in «Настройки»; None: as their Telegram client says.
    language: str | None = None
    client_language: str | None = None
    timezone: ZoneInfo | None = None
    quiet: QuietHours | None = None
    start_warnings: tuple[int, ...] | None = None
    due_warnings: tuple[int, ...] | None = None
    orders_view: OrdersView = OrdersView.TABLE
    #: False while they have blocked the bot.
    is_reachable: bool = True
    standing: Standing = Standing.GOOD
    #: Why, as the operator has told them.
    standing_reason: str | None = None
    #: As a seller they take no orders until then, epoch seconds.
    away_until: int | None = None
    #: So many orders they want in work at a time; None: as many as come.
    works_at_most: int | None = None

    @property
    def name(self) -> str:
        """What the other side sees."""
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name

    @property
    def speaks(self) -> str:
        """«ru» or «en» (SPEC 10)."""
        if self.language is not None:
            return self.language
        return "ru" if (self.client_language or "").lower().startswith("ru") else "en"

    def preferences(self, default_timezone: ZoneInfo) -> Preferences:
        """What the rules need to know of this person's wishes."""
        return Preferences(
            timezone=self.timezone or default_timezone,
            quiet=self.quiet,
            start_warnings=self.start_warnings,
            due_warnings=self.due_warnings,
        )
