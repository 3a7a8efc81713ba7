"""The menu, what stands about the bot, the way out of any form, and whatever no other room takes."""

from handlers.menu import about, leaving, start
from handlers.menu.fallback import first_router, last_router

#: Before the rooms with forms: a command is never taken for the answer to a question. `last_router` comes after all.
routers = (start.router, about.router, leaving.router)

__all__ = ["first_router", "last_router", "routers"]
