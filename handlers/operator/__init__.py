"""The operator's desk: what only those in `ADMIN_IDS` can see and do. For everybody else it does not exist."""

from aiogram import Router

routers: tuple[Router, ...] = ()
