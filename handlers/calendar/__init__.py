"""«Сроки в календарь»: the deadlines of open orders as a file that a calendar takes in."""

from handlers.calendar import room

routers = (room.router,)
