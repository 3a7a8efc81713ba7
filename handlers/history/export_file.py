"""A whole order as one file, and the message that brings it."""

from enum import StrEnum

from aiogram.methods import SendDocument

from desk.ports import Unit
from desk.posts import Upload
from handlers.card import Reader
from handlers.history.export_html import html_page
from handlers.history.export_json import json_text
from handlers.history.export_order import whole_order
from orders.order import Order

_PART = "order"


class ExportForm(StrEnum):
    """To be read by people, or by programs. The values are short: they travel in buttons."""

    HTML = "html"
    JSON = "json"


_WRITERS = {ExportForm.HTML: (html_page, "text/html"), ExportForm.JSON: (json_text, "application/json")}


async def exported(reader: Reader, order: Order, form: ExportForm, unit: Unit) -> tuple[Upload, SendDocument]:
    """The file and the call that sends it."""
    write, content_type = _WRITERS[form]
    # Half of a surrogate pair, which some client may have sent, has no bytes.
    content = write(await whole_order(reader, order, unit)).encode(errors="replace")
    upload = Upload(_PART, f"order-{order.number}.{form}", content_type, content)
    caption = reader.texts.plain(f"export-caption-{form}", number=str(order.number), title=order.terms.title)
    return upload, SendDocument(chat_id=reader.person.id, document=f"attach://{_PART}", caption=caption)
