"""The operator's desk: what only those in `ADMIN_IDS` can see and do. For everybody else it does not exist."""

from handlers.operator import desk, failed, finding, orders, people, refunds, texts

routers = (
    desk.router,
    refunds.router,
    failed.router,
    finding.router,
    orders.router,
    people.router,
    texts.router,
)
