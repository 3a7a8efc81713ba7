"""What the topic of an order is called."""

from dataclasses import replace

import pytest

from handlers.texts import LANGUAGES, texts_in
from handlers.topic import NAME_MAX, topic_look
from orders.content import utf16_length
from orders.status import Side
from tests.orders.builders import NOW, in_progress


def test_a_topic_is_named_by_number_status_and_title() -> None:
    """In the reader's language; its colour says which side the reader is."""
    order = replace(in_progress(), number=12)
    seller, buyer = (topic_look(texts_in("ru"), order, side, NOW) for side in Side)
    assert seller.name == buyer.name == f"№12 · В работе · {order.terms.title}"
    assert seller.color != buyer.color
    assert topic_look(texts_in("en"), order, Side.BUYER, NOW).name == f"#12 · In progress · {order.terms.title}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_title_fits_into_telegrams_bound(language: str) -> None:
    """The end of it is cut."""
    order = replace(in_progress(), number=10**9)
    order = replace(order, terms=replace(order.terms, title="😀" * 70))
    name = topic_look(texts_in(language), order, Side.SELLER, NOW).name
    assert utf16_length(name) <= NAME_MAX
    assert name.endswith("😀…")
