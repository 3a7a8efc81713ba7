"""Orders from elsewhere: adding one by hand, what its seller notes alone, the link by which its buyer joins."""

from handlers.elsewhere import adding, inviting, joining, moving_due

routers = (adding.router, moving_due.router, inviting.router, joining.router)
