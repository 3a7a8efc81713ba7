"""A page of orders as a table and as a list."""

from dataclasses import replace

import pytest

from desk.people import OrdersView
from desk.ports import OrdersFilter
from handlers.order_list.buttons import ListPress, list_buttons
from handlers.order_list.page import ListPage, Row
from handlers.order_list.views import as_empty, as_lines, as_table
from handlers.texts import texts_in
from orders.content import utf16_length
from orders.order import Order
from orders.status import Side
from tests.handlers.screens import dates_of, reader, table_of
from tests.orders.builders import DAY, HOUR, NOW, ended, in_progress, not_started, overdue, seller_asked

NBSP = "\N{NO-BREAK SPACE}"


def page(*orders: Order, total: int = 0, number: int = 0, name: str = "Анна") -> ListPage:
    """These orders of a seller."""
    rows = tuple(Row(order, Side.BUYER, name) for order in orders)
    return ListPage(which=OrdersFilter.ALL, page=number, total=total or len(orders), rows=rows)


def test_the_table_says_number_what_who_status_and_time_left() -> None:
    """SPEC 9."""
    shown = page(not_started(), overdue(), seller_asked(), ended())
    table = as_table(reader(), shown)
    body = {"rich_message": table.model_dump(mode="json", exclude_none=True)}
    title = "A logo for your shop"
    assert table_of(body) == [
        ["№", "Что", "С кем", "Статус", "Срок"],
        ["№12", title, "Анна, покупатель", "Не начат", "через 5 ч."],
        ["№12", title, "Анна, покупатель", "Просрочен", "1 ч. назад"],
        ["№12", title, "Анна, покупатель", "Согласуется отмена", "через 48 ч."],
        ["№12", title, "Анна, покупатель", "Выполнен", "3 марта, 14:00"],
    ]
    assert dates_of(body) == [NOW + 5 * HOUR, NOW - HOUR, NOW + 2 * DAY, NOW - HOUR]


def test_the_list_says_the_same() -> None:
    """For clients that know no tables."""
    words, entities = as_lines(reader(), page(not_started(), ended(), total=23, number=1)).render()
    assert words == (
        "Заказы\n\n"
        "№12 A logo for your shop\nАнна, покупатель\nНе начат · срок через 5 ч.\n\n"
        "№12 A logo for your shop\nАнна, покупатель\nВыполнен · 3 марта, 14:00\n\n"
        "Страница 2 из 3, всего 23 заказа"
    )
    assert [entity.unix_time for entity in entities if entity.type == "date_time"] == [NOW + 5 * HOUR, NOW - HOUR]


def test_names_never_become_markup_or_links() -> None:
    """A name is plain text in both views."""
    name = "<b>@admin</b> https://evil.example"
    shown = page(in_progress(), name=name)
    table = as_table(reader(), shown)
    assert table.skip_entity_detection
    body = {"rich_message": table.model_dump(mode="json", exclude_none=True)}
    assert table_of(body)[1][2].startswith("<b>@admin</b>")
    _, entities = as_lines(reader(), shown).render()
    assert {entity.type for entity in entities} == {"bold", "date_time"}


def test_the_longest_list_fits_a_message() -> None:
    """Ten orders with titles and names as long as they can be, in characters that count two."""
    order = in_progress()
    longest = replace(order, number=10**9, terms=replace(order.terms, title="😀" * 70))
    words, _ = as_lines(reader(), page(*[longest] * 10, name="😀" * 128)).render()
    assert utf16_length(words) <= 4_096


@pytest.mark.parametrize(
    ("number", "expected"),
    [(0, ["Следующие ›"]), (1, ["‹ Предыдущие", "Следующие ›"]), (2, ["‹ Предыдущие"])],
)
def test_pages_are_turned_where_there_are_more(number: int, expected: list[str]) -> None:
    """First, middle, last."""
    rows = list_buttons(texts_in("ru"), page(in_progress(), total=23, number=number), OrdersView.TABLE)
    assert [button.text for button in rows[-4]] == expected


def test_the_chosen_filter_is_marked_and_every_row_opens_its_order() -> None:
    """The five labels of SPEC 10."""
    rows = list_buttons(texts_in("ru"), page(in_progress()), OrdersView.LIST)
    labels = [button.text for row in rows for button in row]
    filters = ["• Все", "Новые", "В работе", "На проверке", "Завершённые"]
    assert labels == ["№12", *filters, "📅 Сроки в календарь", "➕ Добавить заказ", "Таблицей", "Меню"]
    assert all(len((button.callback_data or "").encode()) <= 64 for row in rows for button in row)


@pytest.mark.parametrize("sells", [True, False])
def test_who_has_no_orders_is_led_on(sells: bool) -> None:  # noqa: FBT001
    """A seller to the link of a gig, anybody else to both beginnings."""
    words, _ = as_empty(reader(), page(), sells=sells).render()
    assert ("Отправьте покупателю ссылку" in words) is sells


def test_a_view_is_only_remembered_when_it_was_chosen() -> None:
    """Filters and pages say nothing of the view."""
    assert ListPress.unpack(ListPress(which=OrdersFilter.NEW, page=3).pack()).view is None
    assert ListPress.unpack(ListPress(view=OrdersView.LIST).pack()).view is OrdersView.LIST
