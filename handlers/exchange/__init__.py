"""«Биржа»: requests of buyers, responses of sellers, and the choice between them (SPEC 9)."""

from handlers.exchange import (
    comparing,
    deciding,
    listing,
    own,
    response_form,
    stopping,
    subscribing,
    talking,
    wish_form,
)

routers = (
    listing.router,
    own.router,
    wish_form.router,
    response_form.router,
    comparing.router,
    deciding.router,
    talking.router,
    subscribing.router,
    stopping.router,
)
