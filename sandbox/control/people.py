"""What people do, over HTTP."""

import asyncio
from contextlib import suppress
from typing import Any

from aiohttp import BodyPartReader, web

from sandbox.buttons import Place
from sandbox.chats import Message
from sandbox.control.replies import body_of, number, reply, seconds
from sandbox.errors import PersonError
from sandbox.files import Kind
from sandbox.methods.profile import commands_for
from sandbox.people import People
from sandbox.person import Attachment, Person
from sandbox.requests import read_part
from sandbox.topics import view as topics_view
from sandbox.values import Json
from sandbox.world import World

CREATED = 201


class PeopleRoutes:
    def __init__(self, people: People, world: World) -> None:
        self._people = people
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        one = "/people/{id}"
        return [
            web.get("/people", self.everybody),
            web.post("/people", self.add),
            web.get(one, self.chat),
            web.post(f"{one}/start", self.start),
            web.post(f"{one}/follow", self.follow),
            web.post(f"{one}/messages", self.write),
            web.patch(f"{one}/messages/{{message_id}}", self.edit),
            web.delete(f"{one}/messages/{{message_id}}", self.delete),
            web.post(f"{one}/files", self.send_files),
            web.post(f"{one}/sticker", self.send_sticker),
            web.post(f"{one}/contact", self.send_contact),
            web.post(f"{one}/location", self.send_location),
            web.post(f"{one}/topics", self.open_topic),
            web.delete(f"{one}/topics/{{thread_id}}", self.delete_topic),
            web.post(f"{one}/press", self.press),
            web.post(f"{one}/inline", self.ask),
            web.post(f"{one}/inline/{{query_id}}", self.choose),
            web.post(f"{one}/pay", self.pay),
            web.post(f"{one}/stars", self.add_stars),
            web.post(f"{one}/block", self.block),
            web.post(f"{one}/unblock", self.unblock),
        ]

    async def everybody(self, _request: web.Request) -> web.Response:
        return reply([person_view(person) for person in self._people])

    async def add(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        person = self._people.add(
            _word(body, "first_name"),
            last_name=_word(body, "last_name") or None,
            username=_word(body, "username") or None,
            language_code=_word(body, "language_code") or None,
            phone_number=_word(body, "phone_number") or None,
        )
        return reply(person_view(person), CREATED)

    async def chat(self, request: web.Request) -> web.Response:
        """Everything the person's screen shows, with the id of the event that follows it."""
        return reply(chat_view(self._person(request), self._world))

    async def start(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        return _sent(self._person(request).start(_word(body, "payload")))

    async def follow(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        return _sent(self._person(request).follow(_word(body, "url")))

    async def write(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        entities = body.get("entities") or []
        if not isinstance(entities, list):
            raise PersonError("entities are a list")
        message = self._person(request).write(_word(body, "text"), entities, **_around(body))
        return _sent(message)

    async def edit(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        message_id = number(request.match_info["message_id"], "message_id")
        return reply(message_view(self._person(request).edit(message_id, _word(body, "text"))))

    async def delete(self, request: web.Request) -> web.Response:
        self._person(request).delete(number(request.match_info["message_id"], "message_id"))
        return reply({})

    async def send_files(self, request: web.Request) -> web.Response:
        person = self._person(request)
        if request.content_type != "multipart/form-data":
            raise PersonError("files come as multipart/form-data")
        fields, files = await _read_files(request)
        if not files:
            raise PersonError("there is no file")
        caption, around = _word(fields, "caption"), _around(fields)
        first = Attachment(files[0].kind, files[0].name, files[0].content, caption, files[0].mime_type)
        if len(files) > 1:
            messages = person.send_album([first, *files[1:]], **around)
        else:
            messages = [
                person.send_file(first.kind, first.name, first.content, caption, mime_type=first.mime_type, **around)
            ]
        return reply([message_view(message) for message in messages], CREATED)

    async def send_sticker(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        return _sent(self._person(request).send_sticker(_word(body, "emoji") or "👍", **_around(body)))

    async def send_contact(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        person = self._person(request)
        return _sent(person.send_contact(_word(body, "phone_number"), _word(body, "first_name"), **_around(body)))

    async def send_location(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        place = [seconds(body.get(name), name) for name in ("latitude", "longitude")]
        thread_id = None if body.get("thread_id") is None else number(body["thread_id"], "thread_id")
        return _sent(self._person(request).send_location(*place, thread_id=thread_id))

    async def open_topic(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        return reply({"message_thread_id": self._person(request).open_topic(_word(body, "name"))}, CREATED)

    async def delete_topic(self, request: web.Request) -> web.Response:
        self._person(request).delete_topic(number(request.match_info["thread_id"], "thread_id"))
        return reply({})

    async def press(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        wait = seconds(body.get("wait", 0), "wait")
        press = self._person(request).press(
            number(body.get("message_id"), "message_id"),
            _button(body.get("button")),
            stale=body.get("stale") is True,
            data=None if body.get("data") is None else _word(body, "data"),
        )
        if wait > 0:
            with suppress(TimeoutError):
                await asyncio.wait_for(press.answered(), wait)
        return reply(press.view(), CREATED)

    async def ask(self, request: web.Request) -> web.Response:
        """«@bot text» in the message field; `wait`: up to so many seconds for the bot's answer."""
        body = await body_of(request)
        wait = seconds(body.get("wait", 0), "wait")
        query = self._person(request).ask(_word(body, "text"), offset=_word(body, "offset"))
        if wait > 0:
            with suppress(TimeoutError):
                await asyncio.wait_for(query.answered(), wait)
        return reply(query.view(), CREATED)

    async def choose(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        thread_id = None if body.get("thread_id") is None else number(body["thread_id"], "thread_id")
        person, query_id = self._person(request), request.match_info["query_id"]
        return _sent(person.choose(query_id, _word(body, "result"), thread_id=thread_id))

    async def pay(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        wait = seconds(body.get("wait", 0), "wait")
        checkout = self._person(request).pay(number(body.get("message_id"), "message_id"))
        if wait > 0:
            with suppress(TimeoutError):
                await asyncio.wait_for(checkout.settled(), wait)
        paid = None if checkout.charge is None else checkout.charge.view()
        return reply({"id": checkout.id, "paid": paid, "error": checkout.error}, CREATED)

    async def add_stars(self, request: web.Request) -> web.Response:
        body = await body_of(request)
        return reply({"stars": self._person(request).add_stars(number(body.get("amount"), "amount"))})

    async def block(self, request: web.Request) -> web.Response:
        person = self._person(request)
        person.block()
        return reply(person_view(person))

    async def unblock(self, request: web.Request) -> web.Response:
        person = self._person(request)
        person.unblock()
        return reply(person_view(person))

    def _person(self, request: web.Request) -> Person:
        try:
            return self._people[number(request.match_info["id"], "a person's id")]
        except PersonError as error:
            raise web.HTTPNotFound(reason=str(error)) from None


def person_view(person: Person) -> Json:
    return {
        "user": person.profile.as_user(),
        "phone_number": person.profile.phone_number,
        "started": person.chat.started,
        "blocked": person.chat.blocked,
    }


def chat_view(person: Person, world: World) -> Json:
    chat = person.chat
    return person_view(person) | {
        "messages": [message_view(message) for message in person.transcript],
        "reply_keyboard": chat.reply_keyboard,
        "stars": chat.stars,
        "paid": {str(invoice): payment for invoice, payment in chat.paid.items()},
        "pinned": chat.pinned,
        "reactions": {str(message_id): list(given) for message_id, given in chat.reactions.items()},
        "topics": topics_view(chat),
        "commands": commands_for(world, person.id),
        "menu_button": chat.menu_button or world.bot.menu_button,
        "last_event": world.events.last_id,
    }


def message_view(message: Message) -> Json:
    return {"message": message.body, "from_bot": message.from_bot, "former_keyboards": message.keyboards}


def _sent(message: Message) -> web.Response:
    return reply(message_view(message), CREATED)


def _word(body: Json, name: str) -> str:
    value = body.get(name, "")
    if not isinstance(value, str):
        raise PersonError(f"{name} is text")
    return value


def _around(body: Json) -> dict[str, Any]:
    return {name: number(body[name], name) for name in ("reply_to", "thread_id") if body.get(name) is not None}


def _button(value: object) -> str | Place | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, list) and len(value) == 2:  # noqa: PLR2004 - row and column
        return number(value[0], "a row"), number(value[1], "a column")
    raise PersonError("a button is a label or [row, column]")


async def _read_files(request: web.Request) -> tuple[Json, list[Attachment]]:
    fields: Json = {}
    files = []
    reader = await request.multipart()
    while (part := await reader.next()) is not None:
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = await read_part(part)
        if part.filename is None:
            fields[part.name] = content.decode(errors="replace")
            continue
        if part.name not in set(Kind):
            raise PersonError(f"a file is one of {', '.join(Kind)}, not {part.name}")
        files.append(Attachment(part.name, part.filename, content, mime_type=part.headers.get("Content-Type", "")))
    return fields, files
