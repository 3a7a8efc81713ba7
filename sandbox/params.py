"""The parameters of one Bot API call, however they were sent."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from sandbox.errors import bad_request
from sandbox.values import Json

_INTEGER = re.compile(r"\s*([+-]?\d+)")
_TRUE = frozenset({"true", "yes", "1"})


@dataclass(frozen=True, slots=True)
class Upload:
    """A file of a multipart request."""

    name: str
    mime_type: str
    content: bytes


@dataclass(slots=True)
class Params:
    """Values are text where the request was a form and anything JSON knows where it was JSON."""

    values: Json = field(default_factory=dict)
    uploads: dict[str, Upload] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def text(self, name: str) -> str:
        """Absent and null are empty text, as on the real server."""
        value = self.values.get(name)
        if value is None:
            return ""
        if isinstance(value, str):
            return value
        if isinstance(value, bool):
            return "true" if value else "false"
        return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)

    def required(self, name: str) -> str:
        value = self.text(name)
        if not value:
            raise bad_request(f'parameter "{name}" is required')
        return value

    def integer(self, name: str, default: int = 0) -> int:
        """The number the text begins with; the real server is as lenient."""
        match = _INTEGER.match(self.text(name))
        return int(match[1]) if match else default

    def flag(self, name: str) -> bool:
        return self.text(name).strip().lower() in _TRUE

    def parsed(self, name: str, failure: str) -> Any:
        """A JSON value, None where the parameter is absent; `failure` is the server's words for bad JSON."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(failure) from None

    def entities(self, name: str) -> list[Any]:
        """Entities that can't be read count as none: the real server ignores them too."""
        value = self.values.get(name)
        if isinstance(value, str):
            try:
                value = json.loads(value)
            except ValueError:
                return []
        return value if isinstance(value, list) else []
