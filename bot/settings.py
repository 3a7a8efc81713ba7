"""Settings from the environment and `.env`. A wrong one stops the start with one line (SPEC 12)."""

import re
from pathlib import Path
from typing import Annotated, Any, Literal, Self
from zoneinfo import ZoneInfo

from pydantic import BeforeValidator, Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from orders.payment import PaymentMethod
from orders.policy import DAY, HOUR, MINUTE, Policy

_UNITS = {"s": 1, "m": MINUTE, "h": HOUR, "d": DAY}
_DURATION = re.compile(r"(\d{1,6})\s*([smhd])")
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{30,}")
_LONGEST = 366 * DAY
#: Hundredths of a percent.
_COMMISSION_MOST = 9_000
_STARS = "XTR"
_PRETENDED_PROVIDER = "1234567890:TEST:sandbox"


class WrongSetting(Exception):  # noqa: N818
    """The message is the line for the person who starts the bot; it never shows a secret."""


def _duration(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    match = _DURATION.fullmatch(value.strip().lower())
    if match is None:
        raise ValueError("a number with s, m, h or d, like 24h")
    seconds = int(match[1]) * _UNITS[match[2]]
    if not 0 < seconds <= _LONGEST:
        raise ValueError("more than 0 and at most 366d")
    return seconds


def _durations(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    return tuple(sorted({_duration(part) for part in value.split(",") if part.strip()}, reverse=True))


def _written(seconds: int) -> str:
    """As it is written in a setting: «24h»."""
    unit = next(unit for unit in "dhms" if seconds % _UNITS[unit] == 0 and (unit != "d" or seconds >= 2 * DAY))
    return f"{seconds // _UNITS[unit]}{unit}"


Duration = Annotated[int, BeforeValidator(_duration)]


def _commission(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    match = re.fullmatch(r"(\d{1,2})(?:[.,](\d{1,2}))?\s*%?", value.strip())
    if match is None or (rate := int(match[1]) * 100 + int((match[2] or "").ljust(2, "0"))) > _COMMISSION_MOST:
        raise ValueError("a number from 0 to 90 with at most two digits after the point, like 2.5")
    return rate


Commission = Annotated[int, BeforeValidator(_commission)]
Durations = Annotated[tuple[int, ...], NoDecode, BeforeValidator(_durations)]


class Settings(BaseSettings):
    """All variables of SPEC 12. Durations are seconds here and «24h» in the environment."""

    model_config = SettingsConfigDict(env_file=".env", env_file_encoding="utf-8", extra="ignore", env_ignore_empty=True)

    bot_token: SecretStr | None = None
    telegram_api_url: str | None = None
    database_path: Path = Path("data/bot.db")
    admin_ids: Annotated[frozenset[int], NoDecode] = frozenset()
    payments: PaymentMethod = PaymentMethod.STARS
    #: Empty: Stars for `stars`, roubles else.
    currency: str = ""
    payment_provider_token: SecretStr | None = None
    #: Hundredths of a percent here and «2.5» in the environment.
    commission_percent: Commission = 0
    start_window: Duration = 24 * HOUR
    start_warnings: Durations = (12 * HOUR, 3 * HOUR, HOUR)
    due_warnings: Durations = (24 * HOUR, 6 * HOUR, HOUR)
    review_warnings: Durations = (24 * HOUR, 3 * HOUR)
    cancel_answer_window: Duration = 48 * HOUR
    change_of_mind: Duration = 20 * MINUTE
    business_timezone: ZoneInfo = ZoneInfo("Europe/Moscow")
    #: Where the sandbox page listens when there is no token.
    sandbox_port: Annotated[int, Field(ge=1, le=65_535)] = 8080
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("bot_token", mode="after")
    @classmethod
    def _looks_like_a_token(cls, value: SecretStr | None) -> SecretStr | None:
        if value is not None and not _TOKEN.fullmatch(value.get_secret_value()):
            raise ValueError("a token from @BotFather, like 123456:AAE…")
        return value

    @field_validator("telegram_api_url", mode="after")
    @classmethod
    def _is_a_url(cls, value: str | None) -> str | None:
        if value is not None and not re.fullmatch(r"https?://[^\s/]+[^\s]*", value):
            raise ValueError("an address that begins with http:// or https://")
        return value

    @field_validator("currency", mode="after")
    @classmethod
    def _is_a_currency(cls, value: str) -> str:
        if value and not re.fullmatch(r"[A-Z]{3}", value):
            raise ValueError("three capital letters, like RUB")
        return value

    @field_validator("payments", mode="before")
    @classmethod
    def _is_a_method(cls, value: Any) -> Any:
        if isinstance(value, str) and value not in set(PaymentMethod):
            raise ValueError("stars, provider or direct")
        return value

    @field_validator("admin_ids", mode="before")
    @classmethod
    def _ids(cls, value: Any) -> Any:
        if not isinstance(value, str):
            return value
        parts = [part.strip() for part in value.split(",") if part.strip()]
        if not all(re.fullmatch(r"[1-9]\d{0,15}", part) for part in parts):
            raise ValueError("Telegram ids separated by commas, like 12345678,87654321")
        return frozenset(map(int, parts))

    @field_validator("business_timezone", mode="before")
    @classmethod
    def _zone(cls, value: Any) -> Any:
        try:
            return ZoneInfo(value) if isinstance(value, str) else value
        except (KeyError, ValueError, OSError):
            raise ValueError("a time zone like Europe/Moscow") from None

    @field_validator("log_level", mode="before")
    @classmethod
    def _upper(cls, value: Any) -> Any:
        return value.upper() if isinstance(value, str) else value

    @model_validator(mode="after")
    def _warnings_fit(self) -> Self:
        for name, window in (("start_warnings", self.start_window), ("review_warnings", 3 * DAY)):
            offsets = getattr(self, name)
            if any(offset >= window for offset in offsets):
                value = ",".join(map(_written, offsets))
                raise ValueError(f"{name.upper()}={value!r}: allowed is what is shorter than {_written(window)}")
        return self

    @model_validator(mode="after")
    def _money_fits(self) -> Self:
        is_stars = self.payments is PaymentMethod.STARS
        if is_stars != (self.prices_in == _STARS) and self.payments is not PaymentMethod.DIRECT:
            allowed = f"{_STARS}, or nothing at all" if is_stars else "a currency of the provider's, like RUB"
            raise ValueError(f"CURRENCY={self.currency!r} with PAYMENTS={self.payments!s}: allowed is {allowed}")
        is_real = self.bot_token is not None  # the sandbox has a provider of its own
        if is_real and self.payments is PaymentMethod.PROVIDER and self.payment_provider_token is None:
            raise ValueError(
                "PAYMENT_PROVIDER_TOKEN: with PAYMENTS=provider a token from @BotFather → Payments is needed"
            )
        return self

    def in_sandbox(
        self, token: str, url: str, database_path: Path, admin_ids: frozenset[int] = frozenset()
    ) -> "Settings":
        """The same for a bot among pretend people, whose payment provider is as pretended as they are."""
        return self.model_copy(
            update={
                "bot_token": SecretStr(token),
                "telegram_api_url": url,
                "database_path": database_path,
                "admin_ids": admin_ids,
                "payment_provider_token": SecretStr(_PRETENDED_PROVIDER),
            }
        )

    @property
    def prices_in(self) -> str:
        """The currency of new prices."""
        return self.currency or (_STARS if self.payments is PaymentMethod.STARS else "RUB")

    @property
    def policy(self) -> Policy:
        """The rules' part of the settings."""
        return Policy(
            start_window=self.start_window,
            start_warnings=self.start_warnings,
            due_warnings=self.due_warnings,
            review_warnings=self.review_warnings,
            cancel_answer_window=self.cancel_answer_window,
            change_of_mind=self.change_of_mind,
            business_timezone=self.business_timezone,
            arbiters=self.admin_ids,
            payment_method=self.payments,
            currency=self.prices_in,
            commission=self.commission_percent,
        )


def load_settings(**overrides: Any) -> Settings:
    """From the environment and `.env`; `overrides` win. Raises: WrongSetting."""
    try:
        return Settings(**overrides)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        reason = str(first["msg"]).removeprefix("Value error, ").replace("Input should be", "").strip()
        if not first["loc"]:
            raise WrongSetting(reason) from None
        name = str(first["loc"][0]).upper()
        shown = "" if "TOKEN" in name else f"={first.get('input')!r}"
        raise WrongSetting(f"{name}{shown}: allowed is {reason}") from None
