"""Where orders come from (SPEC 9): a gig that is ordered, or terms on which both sides agree for one purchase."""

from dataclasses import dataclass, replace

from orders import facts as f
from orders.agreeing import grown
from orders.change import Change
from orders.content import Answer
from orders.gig import Gig, GigStatus, PresetOption, Terms
from orders.order import Option, Order, Origin, Running
from orders.paying import check_invoice
from orders.policy import Policy
from orders.refusals import BriefIncomplete, NoSuchPreset, NotOnSale, OtherCurrency, OwnGig
from orders.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """Terms for one purchase between two people; `brief`: what is known of the buyer's wishes already."""

    origin: Origin
    seller_id: int
    buyer_id: int
    terms: Terms
    brief: tuple[Answer, ...] = ()


def check_sale(gig: Gig, buyer_id: int, policy: Policy) -> None:
    """Whether they can order it, before they are asked anything. Raises: NotOnSale, OwnGig, OtherCurrency."""
    if gig.status is not GigStatus.ACTIVE:
        raise NotOnSale
    _check_sides(gig.seller_id, buyer_id)
    _check_currency(gig.terms, policy)


def place(
    number: int,
    gig: Gig,
    buyer_id: int,
    brief: tuple[Answer, ...],
    now: int,
    policy: Policy,
    chosen: tuple[PresetOption, ...] = (),
) -> Change:
    """A new order with a copy of the gig's terms, grown by the options `chosen` of them, waiting for payment.

    Raises: NotOnSale, OwnGig, OtherCurrency, NoSuchPreset, BriefIncomplete, InvoiceTooDear.
    """
    check_sale(gig, buyer_id, policy)
    if len(set(chosen)) < len(chosen) or not set(chosen) <= set(gig.terms.presets):
        raise NoSuchPreset
    if tuple(answer.question for answer in brief) != gig.terms.questions or any(
        answer.content.is_empty for answer in brief
    ):
        raise BriefIncomplete
    terms = grown(gig.terms, chosen)
    bought = tuple(
        Option(number=count, title=preset.title, price=preset.price, extra_days=preset.extra_days)
        for count, preset in enumerate(chosen, 1)
    )
    return _placed(
        Order(
            number=number,
            seller_id=gig.seller_id,
            buyer_id=buyer_id,
            gig_id=gig.id,
            terms=terms,
            brief=brief,
            status=Status.AWAITING_PAYMENT,
            placed_at=now,
            options_offered=len(bought),
            bought=bought,
        ),
        policy,
    )


def place_agreed(number: int, agreement: Agreement, now: int, policy: Policy) -> Change:
    """A new order on terms of no gig, waiting for payment. Raises: OwnGig, OtherCurrency, InvoiceTooDear."""
    _check_sides(agreement.seller_id, agreement.buyer_id)
    _check_currency(agreement.terms, policy)
    return _placed(
        Order(
            number=number,
            seller_id=agreement.seller_id,
            buyer_id=agreement.buyer_id,
            gig_id=None,
            origin=agreement.origin,
            terms=agreement.terms,
            brief=agreement.brief,
            status=Status.AWAITING_PAYMENT,
            placed_at=now,
        ),
        policy,
    )


def _check_sides(seller_id: int, buyer_id: int) -> None:
    if buyer_id == seller_id:
        raise OwnGig


def _check_currency(terms: Terms, policy: Policy) -> None:
    if policy.payment_method.holds_money and terms.price.currency != policy.currency:
        raise OtherCurrency


def _placed(order: Order, policy: Policy) -> Change:
    check_invoice(order.terms, policy)
    until = order.placed_at + policy.payment_window
    waiting = replace(
        order,
        method=policy.payment_method,
        commission=policy.commission if policy.payment_method.holds_money else 0,
        clock=Running(until),
    )
    return Change(waiting, (f.OrderPlaced(until, waiting.method, waiting.bought),))
