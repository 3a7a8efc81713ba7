"""The screens of an offer, of its seller's and its buyer's: a text and the buttons under it."""

from urllib.parse import urlencode

from aiogram.types import CopyTextButton, InlineKeyboardButton
from aiogram.utils.formatting import Bold, Text, as_list

from desk.offer_desk import OfferDesk
from desk.order_desk import OrderDesk
from desk.person_desk import PersonDesk
from handlers.buttons import GoPress, OffersPress, Screen, SellerPress, Style, button, open_order_button
from handlers.card import Reader
from handlers.offers.buttons import NewOfferPress, OfferAct, OfferPress
from handlers.offers.page import seller_lines, state_line, terms_page, until_line
from handlers.says import Rows
from handlers.setup import Setup
from handlers.wording import price, shortened
from orders.offer import Offer, OfferState

PAGE = 8
_LABEL_MAX = 40

Shown = tuple[Text, Rows]


async def offer_list(
    reader: Reader, offers: OfferDesk, people: PersonDesk, page: int = 0, lead: Text | None = None
) -> Shown:
    """The seller's offers, newest first, each with where it stands; `lead`: a line above."""
    texts = reader.texts
    some = await offers.of_seller(reader.person.id, max(page, 0) * PAGE, PAGE)
    heading = (
        [Bold(texts.plain("offers-title"))] if some.total else [Bold(texts.plain("offers-title")), texts("offers-none")]
    )
    lines = [
        texts(
            "offers-line",
            number=str(number),
            title=Bold(offer.terms.title),
            price=price(texts, offer.terms.price),
            state=state_line(reader, offer, await offers.state_to_seller(offer), await _buyer(offer, people)),
        )
        for number, offer in enumerate(some.offers, max(page, 0) * PAGE + 1)
    ]
    return as_list(*([lead, ""] if lead is not None else ()), *heading, *lines), [
        *([_button(shortened(each.terms.title, _LABEL_MAX), each, OfferAct.OPEN)] for each in some.offers),
        [
            *([button("‹", OffersPress(page=page - 1))] if page > 0 else ()),
            *([button("›", OffersPress(page=page + 1))] if (page + 1) * PAGE < some.total else ()),
        ],
        [button(texts.plain("offers-button-new"), NewOfferPress(), Style.GO)],
        [button(texts.plain("button-back"), GoPress(screen=Screen.GIGS, here=True))],
    ]


async def sellers_screen(
    reader: Reader, offer: Offer, offers: OfferDesk, people: PersonDesk, setup: Setup, lead: Text | None = None
) -> Shown:
    """One of the seller's own, with its link while it stands; `lead`: in place of the heading."""
    texts = reader.texts
    state = await offers.state_to_seller(offer)
    is_open = state is OfferState.OPEN
    buyer = await _buyer(offer, people)
    standing = Bold(state_line(reader, offer, state, buyer))
    facts = [texts("offer-state", state=standing), *([until_line(reader, offer.expires_at)] if is_open else ())]
    link, whose = setup.link(f"o_{offer.code}"), "offer-link" if offer.buyer_id is None else "offer-link-taken"
    text = terms_page(
        reader,
        offer.terms,
        facts,
        lead or Bold(texts.plain("offer-title")),
        as_list(texts(whose, name=buyer or texts.plain("somebody")), link) if is_open else None,
    )
    return text, [
        *(_link_buttons(reader, offer, link) if is_open else ()),
        [open_order_button(texts.plain("button-open-order", number=str(offer.order_number)), offer.order_number or 0)]
        if state is OfferState.ORDERED
        else [],
        [_button(texts.plain("offer-button-withdraw"), offer, OfferAct.WITHDRAW, Style.STOP)] if is_open else [],
        [] if is_open else [_button(texts.plain("offer-button-again"), offer, OfferAct.AGAIN)],
        [button(texts.plain("offer-button-all"), OffersPress())],
    ]


async def buyers_screen(
    reader: Reader, offer: Offer, offers: OfferDesk, people: PersonDesk, orders: OrderDesk
) -> Shown:
    """What its buyer sees: who, what, price, term, until when, and «Заказать» while it stands."""
    texts = reader.texts
    seller = await people.get(offer.seller_id)
    state = await offers.state(offer)
    is_open = state is OfferState.OPEN
    name = seller.name if seller is not None else texts.plain("somebody")
    facts = [
        *seller_lines(reader, name, await orders.rating(offer.seller_id)),
        *([until_line(reader, offer.expires_at)] if is_open else ()),
    ]
    tail = texts(f"offer-tail-{state}", number=str(offer.order_number), method=reader.policy.payment_method)
    text = terms_page(reader, offer.terms, facts, Bold(texts.plain("offer-title")), tail)
    if state is OfferState.ORDERED and offer.order_number is not None:
        label = texts.plain("button-open-order", number=str(offer.order_number))
        return text, [[open_order_button(label, offer.order_number)]]
    return text, [
        [_button(texts.plain("ordering-button-order"), offer, OfferAct.ORDER, Style.GO)] if is_open else [],
        [_button(texts.plain("offer-button-decline"), offer, OfferAct.DECLINE)] if is_open else [],
        [button(texts.plain("button-seller"), SellerPress(id=offer.seller_id))],
    ]


def withdrawal(reader: Reader, offer: Offer) -> Shown:
    """The question before something that can't be undone."""
    texts = reader.texts
    return texts("offer-withdraw-sure", title=Bold(offer.terms.title)), [
        [_button(texts.plain("offer-button-withdraw-sure"), offer, OfferAct.WITHDRAW_SURE, Style.STOP)],
        [_button(texts.plain("button-back"), offer, OfferAct.OPEN)],
    ]


def declining(reader: Reader, offer: Offer) -> Shown:
    """The same to the buyer."""
    texts = reader.texts
    return texts("offer-decline-sure", title=Bold(offer.terms.title)), [
        [_button(texts.plain("offer-button-decline-sure"), offer, OfferAct.DECLINE_SURE, Style.STOP)],
        [_button(texts.plain("button-back"), offer, OfferAct.LOOK)],
    ]


async def _buyer(offer: Offer, people: PersonDesk) -> str | None:
    person = None if offer.buyer_id is None else await people.get(offer.buyer_id)
    return None if person is None else person.name


def _link_buttons(reader: Reader, offer: Offer, link: str) -> list[list[InlineKeyboardButton]]:
    share = f"https://t.me/share/url?{urlencode({'url': link, 'text': offer.terms.title})}"
    return [
        [InlineKeyboardButton(text=reader.texts.plain("gig-button-copy"), copy_text=CopyTextButton(text=link))],
        [InlineKeyboardButton(text=reader.texts.plain("gig-button-share"), url=share)],
    ]


def _button(label: str, offer: Offer, act: OfferAct, style: Style | None = None) -> InlineKeyboardButton:
    return button(label, OfferPress(id=offer.id, act=act), style)
