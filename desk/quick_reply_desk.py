"""Keeping quick replies."""

from collections.abc import Sequence

from desk.ports import Unit
from orders.content import Content
from orders.quick_reply import QUICK_REPLIES_MAX, QuickReply, check_quick_reply
from orders.refusals import NoSuchQuickReply, TooManyQuickReplies


class QuickReplyDesk:
    """One transaction's desk."""

    def __init__(self, unit: Unit) -> None:
        self._unit = unit

    async def of_person(self, person_id: int) -> tuple[QuickReply, ...]:
        """In the person's own order."""
        return await self._unit.quick_replies.of_person(person_id)

    async def own(self, reply_id: int, person_id: int) -> QuickReply:
        """One of the person's own. Raises: NoSuchQuickReply."""
        reply = await self._unit.quick_replies.get(reply_id)
        if reply is None or reply.person_id != person_id:
            raise NoSuchQuickReply
        return reply

    async def expect_room(self, person_id: int, more: int = 1) -> None:
        """Raises: TooManyQuickReplies."""
        kept = len(await self.of_person(person_id))
        if kept + more > QUICK_REPLIES_MAX:
            raise TooManyQuickReplies(0, QUICK_REPLIES_MAX, kept)

    async def add(self, person_id: int, content: Content) -> QuickReply:
        """Below the others. Raises: TextExpected, QuickReplyLength, UnknownPlaceholder, TooManyQuickReplies."""
        content = check_quick_reply(content)
        await self.expect_room(person_id)
        return await self._unit.quick_replies.add(person_id, content)

    async def begin_with(self, person_id: int, contents: Sequence[Content]) -> tuple[QuickReply, ...]:
        """These, for somebody who keeps none yet; for anybody else, what they keep: a second press adds nothing."""
        if not await self.of_person(person_id):
            for content in contents:
                await self.add(person_id, content)
        return await self.of_person(person_id)

    async def change(self, reply_id: int, person_id: int, content: Content) -> QuickReply:
        """A new text in the place of the old one; where that was removed meanwhile, below the others.

        Raises: as `add`.
        """
        content = check_quick_reply(content)
        try:
            reply = await self.own(reply_id, person_id)
        except NoSuchQuickReply:
            return await self.add(person_id, content)
        return await self._unit.quick_replies.replace(reply, content)

    async def put_at(self, reply_id: int, person_id: int, place: int) -> QuickReply:
        """At this place of the list, from 0; one beyond its end is the last. Twice does no harm.

        Raises: NoSuchQuickReply.
        """
        reply = await self.own(reply_id, person_id)
        others = [other for other in await self.of_person(person_id) if other != reply]
        place = min(max(place, 0), len(others))
        self._unit.quick_replies.arrange([*others[:place], reply, *others[place:]])
        return reply

    async def remove(self, reply_id: int, person_id: int) -> None:
        """For good; what was sent stays said. Raises: NoSuchQuickReply."""
        self._unit.quick_replies.remove(await self.own(reply_id, person_id))
