"""The screens of a seller's gigs: a text and the buttons under it."""

from urllib.parse import urlencode

from aiogram.types import CopyTextButton, InlineKeyboardButton, SwitchInlineQueryChosenChat
from aiogram.utils.formatting import Bold, Text, as_list

from handlers.availability.buttons import Page, PagePress
from handlers.buttons import OffersPress, RatingPress, Style, button
from handlers.gigs.buttons import EditPress, GigAct, GigCategoryPress, GigListPress, GigPress, NewGigPress
from handlers.gigs.draft import Field
from handlers.gigs.page import own_page
from handlers.menu.rooms import menu_button
from handlers.says import Rows
from handlers.setup import Setup
from handlers.texts import Texts
from handlers.wording import price, shortened
from orders.gig import Gig, GigStatus

PAGE = 8
_LABEL_MAX = 40

Shown = tuple[Text, Rows]


def gig_list(texts: Texts, gigs: tuple[Gig, ...], page: int, lead: Text | None = None) -> Shown:
    """«Мои кворки». A page beyond the last is the last; `lead`: a line above."""
    pages = max(1, -(-len(gigs) // PAGE))
    page = min(max(page, 0), pages - 1)
    start = page * PAGE
    some = gigs[start : start + PAGE]
    heading = [Bold(texts.plain("gigs-title"))] if gigs else [Bold(texts.plain("gigs-title")), texts("gigs-none")]
    lines = [_line(texts, number, gig) for number, gig in enumerate(some, start + 1)]
    text = as_list(*([lead, ""] if lead is not None else ()), *heading, *lines)
    rows = [
        *([button(shortened(gig.terms.title, _LABEL_MAX), GigPress(id=gig.id, act=GigAct.OPEN))] for gig in some),
        _paging(page, pages),
        [button(texts.plain("gigs-button-create"), NewGigPress(), Style.GO)],
        [button(texts.plain("button-offer"), OffersPress())],
        [button(texts.plain("button-taking"), PagePress(page=Page.HOME))],
        [button(texts.plain("button-rating"), RatingPress())],
        [menu_button(texts, here=True)],
    ]
    return text, rows


def gig_screen(texts: Texts, gig: Gig, lead: Text | None = None) -> Shown:
    """One of the seller's own gigs; `lead`: a line above."""
    turn = (
        _button(texts, "gig-button-resume", gig, GigAct.RESUME, Style.GO)
        if gig.status is GigStatus.PAUSED
        else _button(texts, "gig-button-pause", gig, GigAct.PAUSE)
    )
    return own_page(texts, gig, lead), [
        [_button(texts, "gig-button-link", gig, GigAct.LINK, Style.MAIN)],
        [_button(texts, "gig-button-edit", gig, GigAct.EDIT), turn],
        [_button(texts, "gig-button-remove", gig, GigAct.REMOVE, Style.STOP)],
        [button(texts.plain("button-back"), GigListPress(page=0))],
    ]


def field_choice(texts: Texts, gig: Gig, *, has_categories: bool = False) -> Shown:
    """Which part of the gig is to be changed."""
    rows = [[button(texts.plain(f"gig-field-{part}"), EditPress(id=gig.id, field=part))] for part in Field]
    category = [button(texts.plain("gig-category-button"), GigCategoryPress(id=gig.id))] if has_categories else []
    text = as_list(Bold(gig.terms.title), texts("gig-edit-what"))
    return text, [*rows, category, [_button(texts, "button-back", gig, GigAct.OPEN)]]


def removal(texts: Texts, gig: Gig) -> Shown:
    """The question before something that can't be undone."""
    return texts("gig-remove-sure", title=Bold(gig.terms.title)), [
        [_button(texts, "gig-button-remove-sure", gig, GigAct.SURE, Style.STOP)],
        [_button(texts, "button-back", gig, GigAct.OPEN)],
    ]


def link_screen(texts: Texts, gig: Gig, setup: Setup, lead: Text) -> Shown:
    """The gig's link, to be copied or passed on; `lead`: the sentence above it."""
    link = setup.link(f"k_{gig.code}")
    share = f"https://t.me/share/url?{urlencode({'url': link, 'text': gig.terms.title})}"
    return as_list(lead, "", link), [
        [InlineKeyboardButton(text=texts.plain("gig-button-copy"), copy_text=CopyTextButton(text=link))],
        [InlineKeyboardButton(text=texts.plain("gig-button-share"), url=share)],
        *([[_shown_in_chat(texts, gig)]] if setup.has_inline and gig.status is GigStatus.ACTIVE else []),
        [_button(texts, "gig-button-open", gig, GigAct.OPEN)],
    ]


def _shown_in_chat(texts: Texts, gig: Gig) -> InlineKeyboardButton:
    """Telegram asks for a chat and begins an inline query there, which finds the gig by its name."""
    asked = SwitchInlineQueryChosenChat(
        query=gig.terms.title, allow_user_chats=True, allow_group_chats=True, allow_channel_chats=True
    )
    return InlineKeyboardButton(text=texts.plain("gig-button-show-in-chat"), switch_inline_query_chosen_chat=asked)


def _line(texts: Texts, number: int, gig: Gig) -> Text:
    return texts(
        "gigs-line",
        number=str(number),
        title=Bold(gig.terms.title),
        price=price(texts, gig.terms.price),
        days=gig.terms.term_days,
        status=texts.plain(f"gig-status-{gig.status}"),
    )


def _paging(page: int, pages: int) -> list[InlineKeyboardButton]:
    return [
        *([button("‹", GigListPress(page=page - 1))] if page else ()),
        *([button("›", GigListPress(page=page + 1))] if page + 1 < pages else ()),
    ]


def _button(texts: Texts, key: str, gig: Gig, act: GigAct, style: Style | None = None) -> InlineKeyboardButton:
    return button(texts.plain(key), GigPress(id=gig.id, act=act), style)
