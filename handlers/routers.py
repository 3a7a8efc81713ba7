"""All rooms, in the order in which they are asked."""

from aiogram import Router

from handlers import gigs, history, menu, order_list, ordering, orders, settings


def root_router() -> Router:
    """All rooms under one roof; the last takes what no other does.

    A router belongs to one dispatcher for good, but a process may build several (as the tests do): so the rooms'
    handlers are put into routers of this roof's own.
    """
    root = Router(name="rooms")
    for room in (menu, gigs, ordering, orders, order_list, history, settings):
        root.include_routers(*map(_own, room.routers))
    root.include_router(_own(menu.last_router))
    return root


def _own(router: Router) -> Router:
    own = Router(name=router.name)
    for name, observer in router.observers.items():
        own.observers[name].handlers.extend(observer.handlers)
    return own
