"""What the two sides of an order do with it."""

from handlers.orders import calling, cancelling, handing_over, moves, options, presets, sure, waiting

routers = (
    moves.router,
    sure.router,
    cancelling.router,
    handing_over.router,
    options.router,
    presets.router,
    waiting.router,
    calling.router,
)
