"""Reading a bot's HTTP request: query, form, JSON or multipart with files."""

import json
from urllib.parse import parse_qsl

from aiohttp import BodyPartReader, web

from sandbox.errors import TOO_LARGE, ApiError, bad_request
from sandbox.files import MAX_UPLOAD
from sandbox.params import Params, Upload
from sandbox.values import Json

_CHUNK = 1 << 18


async def read_params(request: web.BaseRequest) -> Params:
    """Parameters of the body win over those of the address."""
    values: Json = dict(request.query) if request.query_string else {}
    if not request.can_read_body:
        return Params(values)
    kind = request.content_type
    if kind == "multipart/form-data":
        return await _multipart(request, values)
    body = await request.read()
    if kind == "application/json":
        return Params(values | _json_object(body))
    return Params(values | dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True)))


def _json_object(body: bytes) -> Json:
    try:
        decoded = json.loads(body)
    except ValueError:
        raise bad_request("Can't parse JSON object") from None
    if not isinstance(decoded, dict):
        raise bad_request("Object expected")
    return decoded


async def _multipart(request: web.BaseRequest, values: Json) -> Params:
    params = Params(values)
    try:
        reader = await request.multipart()
        while (part := await reader.next()) is not None:
            if not isinstance(part, BodyPartReader) or part.name is None:
                continue
            content = await read_part(part)
            if part.filename is None:
                params.values[part.name] = content.decode(errors="replace")
            else:
                mime_type = part.headers.get("Content-Type", "")
                known = "" if mime_type == "application/octet-stream" else mime_type
                params.uploads[part.name] = Upload(part.filename, known, content)
    except (ValueError, AssertionError):
        raise bad_request("Can't parse multipart body") from None
    return params


async def read_part(part: BodyPartReader) -> bytes:
    """One part of a multipart body; more than 50 MB are refused."""
    content = bytearray()
    while chunk := await part.read_chunk(_CHUNK):
        content += chunk
        if len(content) > MAX_UPLOAD:
            raise ApiError(TOO_LARGE, "Request Entity Too Large")
    return bytes(content)
