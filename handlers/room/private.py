"""Contacts and phone numbers: they leave only after a yes (SPEC 5)."""

import re

from aiogram.types import Contact, Message

from orders.content import Content

#: A whole text that is one phone number; Telegram marks those inside of a text itself, as entities.
_PHONE = re.compile(r"\+?\d[\d\s().\-]{5,18}\d")
_DIGITS = (10, 15)
_DIGITS_WITH_PLUS = (7, 15)


def is_private(content: Content) -> bool:
    """Whether there is a phone number in it."""
    return any(entity.get("type") == "phone_number" for entity in content.entities) or _is_phone(content.text.strip())


def contact_content(contact: Contact) -> Content:
    """A contact as words: name and number."""
    name = " ".join(part for part in (contact.first_name, contact.last_name) if part)
    number = contact.phone_number if contact.phone_number.startswith("+") else f"+{contact.phone_number}"
    text = f"{name}\n{number}"
    entity = {"type": "phone_number", "offset": len(f"{name}\n".encode("utf-16-le")) // 2, "length": len(number)}
    return Content(text=text, entities=(entity,))


def has_contact(message: Message) -> bool:
    """A filter."""
    return message.contact is not None


def _is_phone(text: str) -> bool:
    if _PHONE.fullmatch(text) is None:
        return False
    least, most = _DIGITS_WITH_PLUS if text.startswith("+") else _DIGITS
    return least <= sum(character.isdigit() for character in text) <= most
