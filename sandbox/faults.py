"""Faults on demand: the ways in which the network and the server fail a bot."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias, get_args

from sandbox.errors import BAD_REQUEST, ApiError, retry_later
from sandbox.values import Json, without_none

CallFault: TypeAlias = Literal["retry_after", "server_error", "refuse", "drop_before", "drop_after", "delay"]
#: These strike no call but the update that tells the bot of a payment: it comes twice, only on demand, or never.
PaymentFault: TypeAlias = Literal["payment_twice", "payment_late", "payment_lost"]
FaultKind: TypeAlias = CallFault | PaymentFault
KINDS: tuple[FaultKind, ...] = (*get_args(CallFault), *get_args(PaymentFault))
PAYMENT_FAULTS: frozenset[FaultKind] = frozenset(get_args(PaymentFault))

_SERVER_ERROR = 500
_REASONS = {500: "Internal Server Error", 502: "Bad Gateway", 503: "Service Unavailable", 504: "Gateway Timeout"}


@dataclass(slots=True)
class Fault:
    """One fault that waits for the calls it is meant for."""

    id: int
    kind: FaultKind
    method: str | None
    chat_id: int | None
    times: int | None
    """How many calls it still strikes; None: all of them."""
    seconds: float
    """`delay`: how long, in real seconds; `retry_after`: what the bot is told to wait."""
    code: int
    description: str
    probability: float
    spare_polling: bool
    """Leaves getUpdates alone: only what the bot says is struck."""
    chance: random.Random = field(repr=False)

    def meant_for(self, method: str, chat_id: int | None) -> bool:
        return (
            self.kind not in PAYMENT_FAULTS
            and (self.method is None or self.method.lower() == method)
            and not (self.spare_polling and method == "getupdates")
            and self._strikes(chat_id)
        )

    def meant_for_payment(self, chat_id: int) -> bool:
        return self.kind in PAYMENT_FAULTS and self._strikes(chat_id)

    def _strikes(self, chat_id: int | None) -> bool:
        return (self.chat_id is None or self.chat_id == chat_id) and (
            self.probability >= 1 or self.chance.random() < self.probability
        )

    def error(self) -> ApiError | None:
        """The answer it puts in place of the real one."""
        match self.kind:
            case "retry_after":
                return retry_later(round(self.seconds))
            case "server_error":
                return ApiError(self.code, self.description or _REASONS.get(self.code, _REASONS[_SERVER_ERROR]))
            case "refuse":
                return ApiError(self.code, self.description)
            case _:
                return None

    def view(self) -> Json:
        return without_none(
            id=self.id,
            kind=self.kind,
            method=self.method,
            chat_id=self.chat_id,
            times=self.times,
            seconds=self.seconds,
            code=self.code,
            description=self.description,
            probability=self.probability,
            spare_polling=self.spare_polling,
        )


class Faults:
    """The first fault meant for a call strikes it; a delay lets a second one strike too."""

    def __init__(self, changed: Callable[[], object] = lambda: None) -> None:
        """`changed` is called whenever the list of waiting faults has become another."""
        self._faults: list[Fault] = []
        self._count = 0
        self._changed = changed

    def __iter__(self) -> Iterator[Fault]:
        return iter(self._faults)

    def __bool__(self) -> bool:
        return bool(self._faults)

    def add(
        self,
        kind: FaultKind,
        *,
        method: str | None = None,
        chat_id: int | None = None,
        times: int | None = 1,
        seconds: float = 1.0,
        code: int | None = None,
        description: str = "",
        probability: float = 1.0,
        spare_polling: bool = False,
        seed: int = 0,
    ) -> Fault:
        """Strike the next `times` calls of that method to that chat; None means every one.

        `refuse` needs a `description` in the server's words; its `code` is 400 unless given, that of
        `server_error` is 500. `probability` strikes at random, the same way for the same `seed`.
        """
        if kind not in KINDS:
            raise ValueError(f"a fault is one of {', '.join(KINDS)}, not {kind!r}")
        if kind == "refuse" and not description:
            raise ValueError("a refusal needs a description")
        if times is not None and times < 1:
            raise ValueError("a fault strikes at least once")
        self._count += 1
        usual = BAD_REQUEST if kind == "refuse" else _SERVER_ERROR
        fault = Fault(
            id=self._count,
            kind=kind,
            method=method,
            chat_id=chat_id,
            times=times,
            seconds=float(seconds),
            code=usual if code is None else code,
            description=description,
            probability=float(probability),
            spare_polling=spare_polling,
            chance=random.Random(seed),  # noqa: S311 - faults are no secrets
        )
        self._faults.append(fault)
        self._changed()
        return fault

    def remove(self, fault_id: int) -> bool:
        before = len(self._faults)
        self._faults = [fault for fault in self._faults if fault.id != fault_id]
        if len(self._faults) == before:
            return False
        self._changed()
        return True

    def clear(self) -> None:
        self._faults.clear()
        self._changed()

    def strike(self, method: str, chat_id: int | None) -> list[Fault]:
        """The faults of this call: at most one delay and one other; each is used up by one."""
        struck: list[Fault] = []
        for fault in self._faults:
            if all(is_delay(fault) != is_delay(other) for other in struck) and fault.meant_for(method, chat_id):
                struck.append(fault)
        self._use_up(struck)
        return struck

    def strike_payment(self, chat_id: int) -> FaultKind | None:
        """What becomes of the news of this payment; None: nothing strikes it."""
        struck = [fault for fault in self._faults if fault.meant_for_payment(chat_id)][:1]
        self._use_up(struck)
        return struck[0].kind if struck else None

    def _use_up(self, struck: list[Fault]) -> None:
        for fault in struck:
            if fault.times is not None:
                fault.times -= 1
                if fault.times <= 0:
                    self._faults.remove(fault)
        if any(fault.times is not None for fault in struck):
            self._changed()


def is_delay(fault: Fault) -> bool:
    return fault.kind == "delay"
