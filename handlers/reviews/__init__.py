"""Reviews: leaving one, answering it, reading them (SPEC 8)."""

from handlers.reviews import answering, leaving, reading

routers = (leaving.router, answering.router, reading.router)

__all__ = ["routers"]
