"""The sandbox page: phones side by side in a browser. Plain files, served as they are; nothing comes from outside."""

import hashlib
import mimetypes
from importlib.resources import files
from importlib.resources.abc import Traversable

from aiohttp import web

from sandbox.control.replies import guarded

#: Nothing but this server's own files; no inline scripts or styles; text can't become markup even by mistake.
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' blob: data:",
        "media-src 'self' blob:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-cache",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_TYPES = {".js": "text/javascript", ".svg": "image/svg+xml"}
_NOT_MODIFIED = 304


class PageRoutes:
    """The files are read once, at the start."""

    def __init__(self) -> None:
        self._files = {path: (content, _tag(content)) for path, content in _read(files("sandbox.page") / "static", "")}

    def routes(self) -> list[web.RouteDef]:
        return [web.get("/", self.show), web.get("/page/{path:.+}", self.show)]

    async def show(self, request: web.Request) -> web.StreamResponse:
        return await guarded(request, self._show)

    async def _show(self, request: web.Request) -> web.StreamResponse:
        path = request.match_info.get("path", "index.html")
        if path not in self._files:
            raise web.HTTPNotFound(reason="there is no such file", headers=HEADERS)
        content, tag = self._files[path]
        headers = HEADERS | {"ETag": tag}
        if request.headers.get("If-None-Match") == tag:
            return web.Response(status=_NOT_MODIFIED, headers=headers)
        return web.Response(body=content, content_type=_type(path), charset="utf-8", headers=headers)


def _read(folder: Traversable, prefix: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        path = f"{prefix}{entry.name}"
        found += _read(entry, f"{path}/") if entry.is_dir() else [(path, entry.read_bytes())]
    return found


def _tag(content: bytes) -> str:
    return f'"{hashlib.sha256(content).hexdigest()[:20]}"'


def _type(path: str) -> str:
    suffix = path[path.rfind(".") :]
    return _TYPES.get(suffix) or mimetypes.guess_type(path)[0] or "application/octet-stream"
