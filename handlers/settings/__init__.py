"""«Настройки»: language, time zone, one's own warnings, quiet hours."""

from handlers.settings import language, quiet, room, warnings, zone

routers = (room.router, language.router, zone.router, warnings.router, quiet.router)

__all__ = ["routers"]
