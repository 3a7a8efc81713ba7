"""Words between the two sides of an order: replies, edits, and what came without saying to which order it belongs."""

from handlers.room import asking, editing, replying

last_router = replying.last_router
routers = (replying.router, editing.router, asking.router)
