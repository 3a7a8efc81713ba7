"""What went wrong, told to the person in one line and to the operators with the traceback."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from aiogram.methods import SendMessage
from aiogram.utils.formatting import Bold, Pre, Text

from bot.clock import Clock
from bot.secrets import without_secrets
from desk.money import Refund
from desk.people import Person
from desk.posts import Post, PostKind
from desk.reconciliation import Difference
from handlers.operator.differences import differences_message
from handlers.replies import as_json, reply
from handlers.texts import texts_in
from storage.units import WriteUnit

#: What of a traceback fits into one message beside its heading.
_TRACE_SHOWN = 3_500


@dataclass(frozen=True, slots=True)
class Reports:
    """Writes reports into the outbox of an open transaction."""

    admin_ids: frozenset[int]
    clock: Clock
    wake_sender: Callable[[], None]

    async def failed_update(self, unit: WriteUnit, sender: Person | None, code: str, trace: str) -> None:
        """An update could not be handled: the same code for both. `sender`: as Telegram shows them."""
        posts = []
        if sender is not None:
            person = await unit.people.get(sender.id) or sender
            line = texts_in(person.speaks)("failed-for-person", code=code)
            posts.append(reply(person.id, SendMessage(chat_id=person.id, **line.as_kwargs())))
        posts += [self._to_operator(admin, code, trace) for admin in sorted(self.admin_ids)]
        await unit.outbox.add(posts, int(self.clock.now()))

    async def failed_post(self, unit: WriteUnit, code: str, what: str) -> None:
        """A message was refused by Telegram for good."""
        posts = [self._to_operator(admin, code, what) for admin in sorted(self.admin_ids)]
        await unit.outbox.add(posts, int(self.clock.now()))

    async def failed_refund(self, unit: WriteUnit, code: str, refund: Refund, error: str) -> None:
        """Stars could not be given back: they stay due, and are tried again."""
        what = f"refundStarPayment {refund.id}: {refund.money.amount} {refund.money.currency} → {refund.person_id}"
        posts = [self._to_operator(admin, code, f"{what}\n{error}") for admin in sorted(self.admin_ids)]
        await unit.outbox.add(posts, int(self.clock.now()))

    async def differences(self, unit: WriteUnit, differences: Sequence[Difference]) -> None:
        """Telegram's list of Star transactions and our books don't agree."""
        payers = {each.person_id: await unit.people.get(each.person_id) for each in differences}
        posts = []
        for admin in sorted(self.admin_ids):
            reader = await unit.people.get(admin) or Person(id=admin, first_name="")
            call = as_json(differences_message(reader, texts_in(reader.speaks), differences, payers))
            posts.append(Post(person_id=admin, kind=PostKind.REPORT, body=call))
        await unit.outbox.add(posts, int(self.clock.now()))

    def _to_operator(self, admin: int, code: str, trace: str) -> Post:
        shown = without_secrets(trace)[-_TRACE_SHOWN:]
        text = Text(Bold(f"Ошибка {code}"), "\n", Pre(shown))
        call = as_json(SendMessage(chat_id=admin, **text.as_kwargs()))
        return Post(person_id=admin, kind=PostKind.REPORT, body=call)
