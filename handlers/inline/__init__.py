"""«@bot words» in any chat: what the bot offers there, and the cards that come of it."""

from handlers.inline import arriving

routers = (arriving.router,)

__all__ = ["routers"]
