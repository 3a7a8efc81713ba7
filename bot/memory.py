"""How often Python looks for garbage."""

import gc

#: New objects between two looks. The default of 700 comes up several times a message, and what the bot makes for a
#: message has hardly any cycles: counting frees it.
_NEW_OBJECTS = 20_000


def settle_down() -> None:
    """What is in memory after the start stays until the end: it is not looked through again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS, 20, 20)
