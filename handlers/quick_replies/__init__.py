"""Quick replies: keeping them, and sending one inside an order with two taps."""

from handlers.quick_replies import keeping, sending, writing

routers = (sending.router, keeping.router, writing.router)

__all__ = ["routers"]
