"""Meeting people, and remembering what they wish."""

from dataclasses import replace

from desk.order_desk import OrderDesk
from desk.people import Person
from desk.ports import Unit


class PersonDesk:
    """One transaction's desk. `now`: epoch seconds."""

    def __init__(self, unit: Unit, orders: OrderDesk, now: int) -> None:
        self._unit = unit
        self._orders = orders
        self._now = now

    async def meet(self, seen: Person) -> Person:
        """The person behind an update, with what Telegram says of them now and what they have set before.

        Whoever writes or presses can be reached: what was held for them while they had blocked the bot is sent.
        """
        known = await self._unit.people.get(seen.id)
        if known is None:
            await self._unit.people.save(seen, self._now)
            await self._unit.outbox.release(seen.id)  # an operator is written to before they have pressed Start
            return seen
        person = replace(
            known,
            first_name=seen.first_name,
            last_name=seen.last_name,
            username=seen.username,
            client_language=seen.client_language or known.client_language,
            is_reachable=True,
        )
        if person != known:
            await self._unit.people.save(person, self._now)
        if not known.is_reachable:
            await self._unit.outbox.release(person.id)
            self._unit.room_messages.is_back(person.id)
        return person

    async def get(self, person_id: int) -> Person | None:
        """Someone the bot has met."""
        return await self._unit.people.get(person_id)

    async def seller(self, person_id: int) -> Person | None:
        """Someone who sells or has sold: nobody else has a page that everybody may read."""
        return await self._unit.people.get(person_id) if await self._unit.people.is_seller(person_id) else None

    async def change(self, person: Person) -> Person:
        """Save new settings; the timers of their open orders follow."""
        await self._unit.people.save(person, self._now)
        await self._orders.replan(person.id)
        return person

    async def lose(self, person_id: int) -> None:
        """The person has blocked the bot: clocks no longer wait for a warning to reach them."""
        person = await self._unit.people.get(person_id)
        if person is not None and person.is_reachable:
            await self._unit.people.save(replace(person, is_reachable=False), self._now)
