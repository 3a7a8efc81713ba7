"""The operator's desk: what only those in `ADMIN_IDS` can see and do. For everybody else it does not exist."""

from handlers.operator import desk, failed, finding, orders, payout_list, payouts, people, refunds, texts

routers = (
    desk.router,
    refunds.router,
    payouts.router,
    payout_list.router,
    failed.router,
    finding.router,
    orders.router,
    people.router,
    texts.router,
)
