"""Reading an order: its card, its whole brief, and «История» of what has happened."""

from handlers.history import brief, export, opening, replay, timeline

routers = (opening.router, brief.router, timeline.router, replay.router, export.router)

__all__ = ["routers"]
