"""«Статистика»: what a seller's orders come to, as a picture and as a table; for the operator everybody's (SPEC 8)."""

from handlers.statistics import room

routers = (room.router,)
