"""How hard the generated tests of the rules try."""

from hypothesis import settings

settings.register_profile("orders", deadline=None, max_examples=100)
settings.load_profile("orders")
