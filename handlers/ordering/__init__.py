"""Ordering a gig: opening its link, answering its questions, placing the order."""

from handlers.ordering import answering, opening, sellers_gigs, starting

routers = (opening.router, starting.router, answering.router, sellers_gigs.router)
