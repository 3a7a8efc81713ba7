"""All rooms, in the order in which they are asked."""

from aiogram import Router

from handlers import (
    availability,
    balance,
    calendar,
    catalogue,
    elsewhere,
    exchange,
    gigs,
    history,
    information,
    inline,
    menu,
    offers,
    operator,
    order_list,
    ordering,
    orders,
    paying,
    quick_replies,
    rating,
    reviews,
    room,
    settings,
    statistics,
)


def root_router() -> Router:
    """All rooms' handlers in one router; the last room takes what no other does.

    A router belongs to one dispatcher for good, but a process may build several (as the tests do): so the handlers are
    put into a router of this roof's own. In one list they are also found faster than room by room.
    """
    root = Router(name="rooms")
    # A command is never the answer to a form, so the menu hears messages first; the buttons of orders are pressed most.
    orders_of_asking = {
        # A reply inside an order is heard before the forms, which ask for nothing of the kind.
        # A card of the bot's own, sent by inline mode, is nobody's words and no answer to anything.
        "message": (
            inline,
            paying,
            menu,
            room,
            operator,
            gigs,
            availability,
            offers,
            ordering,
            catalogue,
            exchange,
            orders,
            information,
            elsewhere,
            order_list,
            history,
            calendar,
            balance,
            statistics,
            settings,
            quick_replies,
            reviews,
        ),
        "edited_message": (room,),
        "callback_query": (
            orders,
            paying,
            ordering,
            gigs,
            availability,
            catalogue,
            offers,
            exchange,
            information,
            elsewhere,
            order_list,
            history,
            room,
            quick_replies,
            calendar,
            balance,
            statistics,
            reviews,
            rating,
            settings,
            operator,
            menu,
        ),
    }
    for name, rooms in orders_of_asking.items():
        in_rooms = (router for each in rooms for router in each.routers)
        for router in (menu.first_router, *in_rooms, room.last_router, menu.last_router):
            root.observers[name].handlers.extend(router.observers[name].handlers)
    return root
