"""«Баланс»: what is available, held, on its way out and paid out; the statement; asking for a payout (SPEC 7)."""

from handlers.balance import room, statement, taking_back, withdrawing

routers = (room.router, statement.router, withdrawing.router, taking_back.router)
