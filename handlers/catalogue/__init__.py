"""«Каталог»: finding a gig, and whom it is from."""

from handlers.catalogue import room, searching, seller

routers = (room.router, searching.router, seller.router)

__all__ = ["routers"]
