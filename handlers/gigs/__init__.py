"""A seller's gigs: the list, one gig, writing one."""

from handlers.gigs import category, form, listing, options, own, photos

routers = (listing.router, own.router, form.router, options.router, photos.router, category.router)
