"""Paying for an order or an option of it: the invoice, and the money when it arrives (SPEC 7)."""

from handlers.paying import arriving, billing, returning

routers = (arriving.router, returning.router, billing.router)
