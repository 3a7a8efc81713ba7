"""The Bot API for calls that are JSON already: no models are built for answers of which one number is read."""

import io
import json
from collections.abc import Sequence
from typing import Any

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import ClientDecodeError, TelegramNetworkError
from aiogram.methods import GetMe
from aiohttp import ClientError, ClientTimeout, FormData

from bot.secrets import without_secrets
from desk.posts import Json, Upload

_HEADERS = {"Content-Type": "application/json"}
_SECONDS = 60.0
#: Messages quote people: what they link to is not ours to advertise.
_NO_PREVIEW = {"link_preview_options": {"is_disabled": True}}
_USUAL: dict[str, Json] = {"sendMessage": _NO_PREVIEW, "editMessageText": _NO_PREVIEW}
#: Aiogram's errors name a method; ours are told apart by who called.
_SOME_METHOD = GetMe()


class Wire:
    """Calls over the connections of aiogram's own session, with aiogram's own errors."""

    def __init__(self, bot: Bot, session: AiohttpSession) -> None:
        self._bot = bot
        self._session = session

    async def call(self, name: str, params: Json, *, uploads: Sequence[Upload] = (), seconds: float = _SECONDS) -> Any:
        """The `result` of the answer, as JSON.

        Args:
            name: The method, as the Bot API spells it.
            params: Its parameters, without nulls: Telegram doesn't take those for absent ones.
            uploads: Files to send along; with any, the call is a multipart form instead of JSON.
            seconds: After how long an unanswered call counts as lost.

        Raises:
            TelegramAPIError: by its subclass what Telegram said, or that it could not be reached.
        """
        client = await self._session.create_session()
        url = self._session.api.api_url(token=self._bot.token, method=name)
        usual = _USUAL.get(name)
        if usual is not None and "text" in params:
            params = {**usual, **params}
        body = _form(params, uploads) if uploads else _compact(params).encode()
        headers = None if uploads else _HEADERS
        try:
            async with client.post(url, data=body, headers=headers, timeout=ClientTimeout(total=seconds)) as answer:
                content = await answer.read()
        except TimeoutError as error:
            raise TelegramNetworkError(method=_SOME_METHOD, message="no answer in time") from error
        except ClientError as error:
            words = without_secrets(f"{type(error).__name__}: {error}")
            raise TelegramNetworkError(method=_SOME_METHOD, message=words) from error
        if answer.ok:
            parsed = _parsed(content)
            if parsed is not None and parsed.get("ok") is True:
                return parsed["result"]
        try:
            self._session.check_response(self._bot, _SOME_METHOD, answer.status, content.decode(errors="replace"))
        except ClientDecodeError as error:  # a page of some proxy
            raise TelegramNetworkError(method=_SOME_METHOD, message="an answer that is none") from error
        raise TelegramNetworkError(method=_SOME_METHOD, message="an answer that is none")


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _form(params: Json, uploads: Sequence[Upload]) -> FormData:
    """A new one for every attempt: a form can be sent only once."""
    form = FormData()
    for name, value in params.items():
        form.add_field(name, value if isinstance(value, str) else _compact(value))
    for upload in uploads:
        content = io.BytesIO(upload.content)
        form.add_field(upload.part, content, filename=upload.name, content_type=upload.content_type)
    return form


def _parsed(content: bytes) -> dict[str, Any] | None:
    try:
        parsed = json.loads(content)
    except ValueError:
        return None
    return parsed if isinstance(parsed, dict) else None
