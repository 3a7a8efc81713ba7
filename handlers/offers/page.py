"""An offer as people see it: one message."""

from aiogram.utils.formatting import Bold, Text, as_list

from handlers.card import Reader
from handlers.fitting import length
from handlers.gigs.page import MESSAGE_MAX, rating_line
from handlers.wording import countdown, moment, price, shortened
from orders.gig import Terms
from orders.offer import Offer, OfferState
from orders.rating import Rating


def terms_page(reader: Reader, terms: Terms, facts: list[Text], lead: Text, tail: Text | None = None) -> Text:
    """Title, facts and description between two lines; of a long description what fits into one message."""
    texts = reader.texts
    head = as_list(
        lead,
        "",
        Bold(terms.title),
        "",
        *facts,
        texts("gig-price", price=Bold(price(texts, terms.price))),
        texts("gig-term", days=terms.term_days),
        "",
        "",
    )
    end = Text("\n\n", tail) if tail is not None else Text()
    return Text(head, shortened(terms.description, MESSAGE_MAX - length(head) - length(end)), end)


def seller_lines(reader: Reader, name: str, rating: Rating) -> list[Text]:
    """Who offers it, and how reliable they are."""
    return [reader.texts("gig-seller", name=Bold(name)), rating_line(reader.texts, rating)]


def until_line(reader: Reader, expires_at: int) -> Text:
    """How long it stands."""
    return reader.texts(
        "offer-until",
        moment=moment(reader.texts, expires_at, reader.zone),
        countdown=countdown(reader.texts, expires_at, reader.now),
    )


def state_line(reader: Reader, offer: Offer, state: OfferState, buyer: str | None) -> Text:
    """Where it stands, to its seller. `buyer`: the name of whose it is, if anybody's yet."""
    texts = reader.texts
    name = buyer or texts.plain("somebody")
    match state:
        case OfferState.OPEN if offer.buyer_id is None:
            return texts("offer-state-new")
        case OfferState.OPEN if offer.opened_at is None:
            return texts("offer-state-sent", name=name)
        case OfferState.OPEN:
            return texts("offer-state-opened", name=name)
        case OfferState.ORDERED:
            return texts("offer-state-ordered", number=str(offer.order_number))
        case OfferState.DECLINED:
            return texts("offer-state-declined", name=name)
        case OfferState.EXPIRED | OfferState.WITHDRAWN:
            return texts(f"offer-state-{state}")
