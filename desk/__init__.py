"""The desk between the rules and the world: loads an order, asks the rules, records what follows.

It speaks to storage through the ports in `ports.py` and knows neither Telegram nor SQL. Everything it does happens
inside one transaction that its caller has opened.
"""
