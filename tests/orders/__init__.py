"""The rules of an order, tested on their own."""
