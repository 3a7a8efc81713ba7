"""Ordering a gig: opening its link, choosing its options, answering its questions, placing the order."""

from handlers.ordering import answering, choosing, opening, starting

routers = (opening.router, starting.router, choosing.router, answering.router)
