"""The operator's desk: what only those in `ADMIN_IDS` can see and do. For everybody else it does not exist."""

from aiogram import Router

from handlers.operator import payout_list, payouts

routers: tuple[Router, ...] = (payouts.router, payout_list.router)
