"""«Каталог»: finding a gig, and whom it is from."""

from handlers.catalogue import seller

routers = (seller.router,)

__all__ = ["routers"]
