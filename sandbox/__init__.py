"""Telegram's side on this machine: a Bot API server with pretend people, a shared clock and faults on demand.

It knows nothing of the bot that talks to it.
"""

from sandbox.calls import Call, Calls
from sandbox.chats import Chat, Message, Profile
from sandbox.clock import MovableClock
from sandbox.errors import ApiError, PersonError
from sandbox.faults import Fault, Faults
from sandbox.files import Kind
from sandbox.inline import InlineAnswer, InlineQuery
from sandbox.person import Attachment, Person
from sandbox.presses import Answer, Press
from sandbox.server import Sandbox

__all__ = [
    "Answer",
    "ApiError",
    "Attachment",
    "Call",
    "Calls",
    "Chat",
    "Fault",
    "Faults",
    "InlineAnswer",
    "InlineQuery",
    "Kind",
    "Message",
    "MovableClock",
    "Person",
    "PersonError",
    "Press",
    "Profile",
    "Sandbox",
]
