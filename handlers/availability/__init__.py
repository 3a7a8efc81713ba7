"""«Приём заказов»: a seller is away or has enough to do; buyers read when it is over, and can be told of it."""

from handlers.availability import setting, typing, waiting

routers = (setting.router, typing.router, waiting.router)
