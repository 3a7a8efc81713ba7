"""What the server refuses a bot, and what the app refuses a person."""

from sandbox.values import Json

BAD_REQUEST = 400
UNAUTHORIZED = 401
FORBIDDEN = 403
NOT_FOUND = 404
CONFLICT = 409
TOO_LARGE = 413
TOO_MANY_REQUESTS = 429
SERVER_ERROR = 500


class ApiError(Exception):
    """The answer to a bot's call that failed; the HTTP status is the same as `code`."""

    def __init__(self, code: int, description: str, parameters: Json | None = None, *, reason: str = "") -> None:
        """`reason`: the words before the server's prefix, for a message that quotes them."""
        super().__init__(f"{code} {description}")
        self.reason = reason or description
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> Json:
        answer: Json = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            answer["parameters"] = self.parameters
        return answer


class PersonError(Exception):
    """A person tried what Telegram's app does not let them do; the message is a sentence for them."""


def bad_request(reason: str) -> ApiError:
    """400, worded as the server words it: the first letter goes down unless a CODE_LIKE_THIS begins there."""
    second = reason[1:2]
    words = reason if second == "_" or second.isupper() else reason[0].lower() + reason[1:]
    return ApiError(BAD_REQUEST, f"Bad Request: {words}", reason=reason)


def conflict(reason: str) -> ApiError:
    return ApiError(CONFLICT, f"Conflict: {reason}")


def retry_later(seconds: int) -> ApiError:
    return ApiError(TOO_MANY_REQUESTS, f"Too Many Requests: retry after {seconds}", {"retry_after": seconds})


def blocked() -> ApiError:
    return ApiError(FORBIDDEN, "Forbidden: bot was blocked by the user")
