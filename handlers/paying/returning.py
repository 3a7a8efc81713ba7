"""Telegram tells in the chat that it has given money back. The bot tells of it in its own words, so nothing is said."""

from aiogram import F, Router

from handlers.says import Says

router = Router(name="returned payments")


@router.message(F.refunded_payment)
async def hear(_: object) -> Says:
    """Nor is it taken for the answer to a form."""
    return []
