"""A seller's gigs: the list, one gig, writing one."""

from handlers.gigs import form, listing, options, own

routers = (listing.router, own.router, form.router, options.router)
