"""«Рейтинг ответственности» (SPEC 8)."""

from handlers.rating import screen

routers = (screen.router,)

__all__ = ["routers"]
