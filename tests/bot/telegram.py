"""A Bot API that says what it is told to say, over HTTP."""

import json
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web

TOKEN = "123456:" + "A" * 35
Reply = tuple[int, str]
#: Not JSON: what a proxy in between answers.
BAD_GATEWAY: Reply = (502, "<html>502 Bad Gateway</html>")
#: The connection is closed without an answer.
LOST: Reply = (0, "")


def ok(result: object) -> Reply:
    """Done."""
    return 200, json.dumps({"ok": True, "result": result})


def refused(code: int, description: str, **parameters: int) -> Reply:
    """Not done, and why."""
    body = {"ok": False, "error_code": code, "description": description, "parameters": parameters}
    return code, json.dumps(body)


UNAUTHORIZED = refused(401, "Unauthorized: invalid token specified")
CONFLICT = refused(409, "Conflict: terminated by other getUpdates request")


class Telegram:
    """What is not told is answered as usual; `getUpdates`, once its replies are used up, with 401: that ends a poll."""

    def __init__(self) -> None:
        self.replies: defaultdict[str, deque[Reply]] = defaultdict(deque)
        self.calls: list[tuple[str, dict[str, Any]]] = []
        self.url = ""

    def tell(self, method: str, *replies: Reply) -> None:
        """What the next calls of a method get."""
        self.replies[method].extend(replies)

    def asked(self, method: str) -> list[dict[str, Any]]:
        """The parameters of every call of a method."""
        return [params for name, params in self.calls if name == method]

    async def answer(self, request: web.Request) -> web.Response:
        """One call."""
        method = request.match_info["method"]
        params = await request.json() if request.content_type == "application/json" else dict(await request.post())
        self.calls.append((method, params))
        status, text = self.replies[method].popleft() if self.replies[method] else self._usual(method, params)
        if (status, text) == LOST:
            assert request.transport is not None
            request.transport.close()
            return web.Response()
        return web.Response(
            status=status, text=text, content_type="application/json" if text[0] == "{" else "text/html"
        )

    def _usual(self, method: str, params: dict[str, Any]) -> Reply:
        match method:
            case "getMe":
                return ok({"id": 123456, "is_bot": True, "first_name": "В срок", "username": "vsrok_bot"})
            case "getUpdates":
                return UNAUTHORIZED
            case "sendMessage":
                chat = {"id": int(params["chat_id"]), "type": "private", "first_name": "Сергей"}
                return ok({"message_id": len(self.calls), "date": 0, "chat": chat})
            case _:
                return ok(result=True)


@asynccontextmanager
async def telegram() -> AsyncIterator[Telegram]:
    """It listens on this machine."""
    server = Telegram()
    app = web.Application()
    app.router.add_post("/bot" + TOKEN + "/{method}", server.answer)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.url = "http://{}:{}".format(*runner.addresses[0][:2])
    try:
        yield server
    finally:
        await runner.cleanup()


def message(number: int, text: str = "/help", sender: int = 11) -> dict[str, Any]:
    """An update: somebody writes."""
    who = {"id": sender, "is_bot": False, "first_name": "Сергей", "language_code": "ru"}
    chat = {"id": sender, "type": "private", "first_name": "Сергей"}
    body: dict[str, Any] = {"message_id": number, "date": 0, "chat": chat, "from": who, "text": text}
    if text.startswith("/"):
        body["entities"] = [{"type": "bot_command", "offset": 0, "length": len(text)}]
    return {"update_id": number, "message": body}


def press(number: int, data: str, sender: int = 11) -> dict[str, Any]:
    """An update: somebody presses a button."""
    update = message(number, sender=sender)["message"]
    query = {"id": str(number), "from": update["from"], "message": update, "chat_instance": "1", "data": data}
    return {"update_id": number, "callback_query": query}


def texts(calls: list[dict[str, Any]]) -> Iterator[str]:
    """What was said."""
    return (str(params["text"]) for params in calls)
