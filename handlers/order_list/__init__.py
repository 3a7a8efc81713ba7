"""«Заказы»: a person's orders as a table or a list, filtered and paged."""

from handlers.order_list import room

routers = (room.router,)

__all__ = ["routers"]
