"""Ordering a gig: opening its link, choosing its options, answering its questions, placing the order."""

from handlers.ordering import answering, choosing, opening, sellers_gigs, starting

routers = (opening.router, starting.router, choosing.router, answering.router, sellers_gigs.router)
