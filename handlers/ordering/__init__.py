"""Ordering a gig: opening its link, answering its questions, placing the order."""

from handlers.ordering import answering, opening, starting

routers = (opening.router, starting.router, answering.router)
