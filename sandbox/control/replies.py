"""How the control answers, and whom it answers at all."""

import json
import math
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from sandbox.errors import BAD_REQUEST, FORBIDDEN, TOO_LARGE, ApiError, PersonError
from sandbox.values import Json, encode

LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
TOO_BIG = "a file has up to 50 MB"

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


def reply(value: object, status: int = 200) -> web.Response:
    return web.Response(text=encode(value), status=status, content_type="application/json")


def refusal(sentence: str, status: int = BAD_REQUEST) -> web.Response:
    return reply({"error": sentence}, status)


async def body_of(request: web.Request) -> Json:
    """The JSON object of a request; an empty body is an empty object."""
    raw = await request.read()
    try:
        value: Any = json.loads(raw) if raw else {}
    except ValueError:
        raise PersonError("the body is no JSON") from None
    if not isinstance(value, dict):
        raise PersonError("the body is no JSON object")
    return value


def number(value: object, what: str) -> int:
    """An id from an address or a body."""
    if isinstance(value, int | str) and not isinstance(value, bool):
        try:
            return int(value)
        except ValueError:
            pass
    raise PersonError(f"{what} is a number")


def seconds(value: object, what: str) -> float:
    try:
        return float(str(value))
    except ValueError:
        raise PersonError(f"{what} is a number of seconds") from None


def finite(value: object, what: str) -> float:
    """Seconds that are a real number: not infinite, not NaN."""
    found = seconds(value, what)
    if not math.isfinite(found):
        raise PersonError(f"{what} is a number of seconds")
    return found


@web.middleware
async def guarded(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Only this machine's own pages and programs get through, whatever a website makes a browser send."""
    host = urlsplit(f"//{request.host}").hostname
    origin = request.headers.get("Origin")
    if host not in LOOPBACK or (origin and origin != f"{request.scheme}://{request.host}"):
        return refusal("the sandbox is for pages of its own address only", FORBIDDEN)
    return await handler(request)


@web.middleware
async def in_a_sentence(request: web.Request, handler: Handler) -> web.StreamResponse:
    """Every refusal becomes {"error": "a sentence"}."""
    try:
        return await handler(request)
    except PersonError as error:
        return refusal(str(error))
    except ApiError as error:
        return refusal(TOO_BIG, TOO_LARGE) if error.code == TOO_LARGE else refusal(error.description)
    except web.HTTPException as error:
        return refusal(TOO_BIG if error.status == TOO_LARGE else error.reason, error.status)
