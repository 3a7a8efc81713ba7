"""Pretend people who go by what they see, and never press or say anything twice."""

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass

from sandbox.buttons import visible_buttons
from sandbox.chats import Message
from sandbox.person import Attachment, Person
from sandbox.presses import Press

#: Seconds of real time; a process is born in a fraction of one.
PATIENCE = 30.0
_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as it stood when somebody looked at it: what they press is what they have seen."""

    id: int
    text: str
    buttons: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, message: Message) -> "Seen":
        """Its text or the kind of file that it is, and its buttons with their data."""
        buttons = ((button["text"], button.get("callback_data", "")) for button in visible_buttons(message))
        return cls(message.id, message.text or f"<{message.kind}>", tuple(buttons))

    def data(self, label: str) -> str:
        """Of the button with these words."""
        found = [data for text, data in self.buttons if label == text]
        found = found or [data for text, data in self.buttons if label in text]
        assert len(found) == 1, f"«{label}» on «{self.text}»: {self.buttons}"
        return found[0]


class Actor:
    """One person."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self.presses: list[Press] = []
        self._read: set[str] = set()
        self._at: Seen | None = None

    @property
    def name(self) -> str:
        """What the others see."""
        return self.person.profile.first_name

    async def starts(self, link: str, shown: str) -> Seen:
        """Presses Start, or opens a link that leads here."""
        return await self._acts(lambda: self.person.follow(link) if link else self.person.start(), shown)

    async def says(self, text: str, shown: str) -> Seen:
        """Writes, and waits for what the bot shows then."""
        return await self._acts(lambda: self.person.write(text), shown)

    async def replies(self, text: str, to: Seen, shown: str) -> Seen:
        """Writes in reply, and waits for what the bot shows then."""
        return await self._acts(lambda: self.person.write(text, reply_to=to.id), shown)

    async def sends(self, files: list[Attachment], shown: str) -> Seen:
        """Sends a file or an album."""
        one = files[0]
        return await self._acts(
            lambda: (
                self.person.send_album(files)
                if len(files) > 1
                else self.person.send_file(one.kind, one.name, one.content, one.caption)
            ),
            shown,
        )

    async def presses_and_sees(self, label: str, shown: str, *, on: Seen | None = None) -> Seen:
        """Presses a button, and waits for what the bot shows then. On what was shown last, if not told otherwise."""
        return await self._acts(lambda: self._press(label, on), shown)

    def only_replies(self, text: str, to: Seen) -> int:
        """Writes in reply to a message of an order, to which the bot says nothing; gives the number of the message."""
        return self.person.write(text, reply_to=to.id).id

    def only_sends(self, files: list[Attachment], to: Seen) -> None:
        """The same with an album."""
        self.person.send_album(files, reply_to=to.id)

    def only_edits(self, message_id: int, text: str) -> None:
        """Of a message of their own."""
        self.person.edit(message_id, text)

    def only_presses(self, label: str, on: Seen | None = None) -> None:
        """Presses a button whose effect is told as news."""
        self._press(label, on)

    async def pays(self, number: int) -> None:
        """The invoice of an order, as soon as it is there; whether the money has moved is told as news."""
        title = f"Заказ №{number}"
        invoice = await self._until(
            lambda message: message.kind == "invoice" and message.body["invoice"]["title"] == title,
            f"invoice of {title}",
        )
        self.person.pay(invoice.id)

    async def buys(self, label: str, on: Seen) -> None:
        """Presses a button that brings an invoice, and pays that."""
        invoice = await self.presses_and_sees(label, "<invoice>", on=on)
        self.person.pay(invoice.id)

    async def hears(self, number: int, *words: str) -> Seen:
        """The news of an order that has these words, once it is there; each is heard only once."""

        about = re.compile(rf"\bзаказ №{number}\b", re.IGNORECASE)

        def is_news(message: Message) -> bool:
            return (
                message.text not in self._read
                and about.search(message.text) is not None
                and all(word in message.text for word in words)
            )

        seen = await self._until(is_news, f"news of order {number}: {words}")
        self._read.add(seen.text)
        return seen

    async def _acts(self, act: Callable[[], object], shown: str) -> Seen:
        before = {Seen.of(message) for message in self.person.received}
        act()
        self._at = await self._until(lambda message: _shows(message, shown, before), shown)
        return self._at

    def _press(self, label: str, on: Seen | None) -> None:
        seen = on or self._at
        assert seen is not None
        self.presses.append(self.person.press(seen.id, data=seen.data(label)))

    async def _until(self, wanted: Callable[[Message], object], what: str) -> Seen:
        try:
            async with asyncio.timeout(PATIENCE):
                return Seen.of(await self.person.until(wanted))
        except TimeoutError:
            raise AssertionError(f"{self.name} waits in vain for «{what}»") from None

    @property
    def end_of_chat(self) -> str:
        """What stands there, and what was answered to the last presses."""
        messages = "\n".join(str(Seen.of(message)) for message in self.person.transcript[-_SHOWN:])
        answers = "\n".join(f"{press.data}: {press.answer and press.answer.text}" for press in self.presses[-_SHOWN:])
        return f"{self.name}\n{messages}\n{answers}"


def _shows(message: Message, words: str, before: set[Seen]) -> bool:
    seen = Seen.of(message)
    return words in seen.text and seen not in before
