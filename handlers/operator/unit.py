"""What the operator's desk needs of storage beyond what everybody's handlers need."""

from collections.abc import Sequence
from typing import Protocol

from desk.money import Refund
from desk.ports import Refunds, Unit


class FailedItem(Protocol):
    """An update that was set aside, as Telegram sent it."""

    @property
    def update_id(self) -> int: ...

    @property
    def lane(self) -> int: ...

    @property
    def body(self) -> str: ...


class FailedRow(Protocol):
    """And what is known of its failure."""

    @property
    def item(self) -> FailedItem: ...

    @property
    def received_at(self) -> int: ...

    @property
    def error(self) -> str | None: ...

    @property
    def code(self) -> str | None: ...


class FailedUpdates(Protocol):
    """The updates that were set aside."""

    async def failed(self) -> Sequence[FailedRow]:
        """All of them, by update id."""
        ...

    async def failed_count(self) -> int: ...

    async def retry(self, update_id: int) -> bool:
        """It waits again; whether it was set aside."""
        ...

    async def give_up(self, update_id: int) -> bool:
        """It is not to be tried again; whether it was set aside."""
        ...


class NewRefunds(Refunds, Protocol):
    """With what this transaction has made for the operator to carry out."""

    @property
    def new_by_hand(self) -> Sequence[Refund]: ...


class OperatorUnit(Unit, Protocol):
    """One transaction's view."""

    @property
    def inbox(self) -> FailedUpdates: ...

    @property
    def refunds(self) -> NewRefunds: ...
