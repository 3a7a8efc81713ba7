"""What handlers need to know of the installation."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from pydantic import SecretStr


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """Fixed while the process runs."""

    bot_username: str
    currency: str
    business_timezone: ZoneInfo
    admin_ids: frozenset[int] = frozenset()
    #: Of the payment provider, for orders that are paid by it.
    provider_token: SecretStr | None = None
    #: Whether the operator has switched on topics in private chats.
    has_topics: bool = False
    #: Whether the operator has switched on inline mode: «@bot words» in any chat.
    has_inline: bool = False

    def link(self, payload: str) -> str:
        """A deep link to the bot: opening it sends `/start payload`."""
        return f"https://t.me/{self.bot_username}?start={payload}"
