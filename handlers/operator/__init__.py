"""The operator's desk: what only those in `ADMIN_IDS` can see and do. For everybody else it does not exist."""

from handlers.operator import (
    arbitration,
    asking_sides,
    categories,
    desk,
    disputes,
    failed,
    finding,
    orders,
    overseeing,
    payout_list,
    payouts,
    people,
    refunds,
    statistics,
    texts,
)

routers = (
    desk.router,
    refunds.router,
    payouts.router,
    payout_list.router,
    disputes.router,
    arbitration.router,
    asking_sides.router,
    failed.router,
    finding.router,
    orders.router,
    overseeing.router,
    people.router,
    statistics.router,
    texts.router,
    categories.router,
)
