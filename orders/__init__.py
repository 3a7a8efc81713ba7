"""The rules of an order's life: pure functions of what is known and what time it is.

Nothing here reads a clock, a file or a socket. Times are whole epoch seconds (UTC), durations whole seconds,
money whole minor units. Start reading at `transition.py`.
"""
