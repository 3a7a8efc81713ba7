"""«Подписка»: of which new requests a seller wants to hear."""

from aiogram import Router
from aiogram.types import CallbackQuery, InlineKeyboardButton
from aiogram.utils.formatting import Bold, Text, as_list

from desk.exchange import Subscription
from desk.exchange_desk import ExchangeDesk
from desk.people import Person
from desk.ports import Unit
from handlers.buttons import Style, button
from handlers.exchange.buttons import RequestsPress, SubscriptionChoice, SubscriptionPress
from handlers.says import Rows, Says, edit
from handlers.texts import Texts
from orders.exchange import TOLD_A_DAY
from orders.refusals import CategoryExpected

router = Router(name="subscription to requests")


@router.callback_query(SubscriptionPress.filter())
async def subscribe(
    pressed: CallbackQuery,
    callback_data: SubscriptionPress,
    person: Person,
    texts: Texts,
    exchange: ExchangeDesk,
    unit: Unit,
) -> Says:
    """Each press says what is so now. Raises: CategoryExpected."""
    subscription = await exchange.subscription(person.id)
    if callback_data.choice is not SubscriptionChoice.LOOK:
        if callback_data.choice is SubscriptionChoice.ONE and await unit.categories.get(callback_data.category) is None:
            raise CategoryExpected
        subscription = _chosen(subscription, callback_data)
        exchange.subscribe(person.id, subscription)
    return [edit(pressed, *await _screen(texts, subscription, unit))]


def _chosen(before: Subscription, press: SubscriptionPress) -> Subscription:
    match press.choice:
        case SubscriptionChoice.ALL:
            return Subscription(everything=True)
        case SubscriptionChoice.NONE:
            return Subscription()
        case _:
            return Subscription(categories=before.categories ^ {press.category})


async def _screen(texts: Texts, subscription: Subscription, unit: Unit) -> tuple[Text, Rows]:
    categories = await unit.categories.all()
    if subscription.everything:
        now = texts("exchange-subscribed-all")
    elif subscription.is_none:
        now = texts("exchange-subscribed-none")
    else:
        names = [each.name(texts.language) for each in categories if each.id in subscription.categories]
        now = texts("exchange-subscribed-some", names=Bold(", ".join(names)))
    text = as_list(
        Bold(texts.plain("exchange-subscription")), texts("exchange-subscription-what", n=TOLD_A_DAY), "", now
    )
    marks = [
        [
            _choice(
                category.name(texts.language),
                SubscriptionPress(choice=SubscriptionChoice.ONE, category=category.id),
                is_chosen=category.id in subscription.categories,
            )
        ]
        for category in categories
    ]
    every = SubscriptionPress(choice=SubscriptionChoice.ALL)
    none = SubscriptionPress(choice=SubscriptionChoice.NONE)
    return text, [
        [_choice(texts.plain("exchange-subscribe-all"), every, is_chosen=subscription.everything)],
        *marks,
        [_choice(texts.plain("exchange-subscribe-none"), none, is_chosen=subscription.is_none)],
        [button(texts.plain("button-back"), RequestsPress())],
    ]


def _choice(label: str, press: SubscriptionPress, *, is_chosen: bool) -> InlineKeyboardButton:
    return button(f"✓ {label}" if is_chosen else label, press, Style.GO if is_chosen else None)
