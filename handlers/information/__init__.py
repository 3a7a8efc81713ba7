"""«Запросить информацию»: the seller asks item by item, the buyer answers (SPEC 5)."""

from handlers.information import answering, closing, replied, requesting

routers = (requesting.router, answering.router, closing.router, replied.router)

__all__ = ["routers"]
