"""The operator's desk: what only those in `ADMIN_IDS` can see and do. For everybody else it does not exist."""

from aiogram import Router

from handlers.operator import arbitration, asking_sides, disputes

routers: tuple[Router, ...] = (disputes.router, arbitration.router, asking_sides.router)
