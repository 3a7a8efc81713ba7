"""Invoices, pre-checkout answers, refunds and the bot's Stars."""

import re
from typing import Any

from sandbox.cashier import Cashier
from sandbox.errors import bad_request
from sandbox.fields import as_list, as_object, required_integer, required_text
from sandbox.methods.handler import Table
from sandbox.methods.posting import Posting
from sandbox.params import Params
from sandbox.payments import STARS, Invoice
from sandbox.values import Json
from sandbox.world import World

MAX_TITLE = 32
MAX_DESCRIPTION = 255
MAX_PAYLOAD_BYTES = 128
MAX_STARS = 10_000
MAX_LISTED = 100
_CURRENCY = re.compile(r"[A-Z]{3}")


class Paying:
    def __init__(self, world: World, posting: Posting, cashier: Cashier) -> None:
        self._world = world
        self._posting = posting
        self._cashier = cashier

    def table(self) -> Table:
        return {
            "sendInvoice": self.send_invoice,
            "answerPreCheckoutQuery": self.answer_pre_checkout_query,
            "refundStarPayment": self.refund_star_payment,
            "getStarTransactions": self.get_star_transactions,
            "getMyStarBalance": self.get_my_star_balance,
        }

    def send_invoice(self, params: Params) -> Json:
        """Without a keyboard Telegram puts its own «Pay» under it."""
        invoice = _invoice(params)
        shown = {
            "title": params.required("title")[:MAX_TITLE],
            "description": params.required("description")[:MAX_DESCRIPTION],
            "start_parameter": params.text("start_parameter"),
            "currency": invoice.currency,
            "total_amount": invoice.amount,
        }
        message = self._posting.send(params, lambda: {"invoice": shown})
        self._world.payments.remember(message.body["chat"]["id"], message.id, invoice)
        return message.body

    def answer_pre_checkout_query(self, params: Params) -> bool:
        """Yes: the money moves and both sides see it. No: the person is told why."""
        is_ok = params.flag("ok")
        reason = params.text("error_message")
        if not is_ok and not reason:
            raise bad_request('parameter "error_message" is required')
        checkout = self._world.payments.take(params.text("pre_checkout_query_id"))
        if is_ok:
            self._cashier.accept(checkout)
        else:
            self._cashier.refuse(checkout, reason)
        return True

    def refund_star_payment(self, params: Params) -> bool:
        self._cashier.refund(params.required("telegram_payment_charge_id"), params.integer("user_id"))
        return True

    def get_star_transactions(self, params: Params) -> Json:
        limit = params.integer("limit", MAX_LISTED)
        if not 1 <= limit <= MAX_LISTED:
            raise bad_request("LIMIT_INVALID")
        offset = max(params.integer("offset"), 0)
        return {"transactions": self._world.payments.transactions(offset, limit)}

    def get_my_star_balance(self, _params: Params) -> Json:
        return {"amount": self._world.payments.balance}


def _invoice(params: Params) -> Invoice:
    payload, currency = params.required("payload"), params.required("currency")
    if len(payload.encode()) > MAX_PAYLOAD_BYTES:
        raise bad_request("INVOICE_PAYLOAD_INVALID")
    if not _CURRENCY.fullmatch(currency):
        raise bad_request("CURRENCY_INVALID")
    if currency != STARS and not params.text("provider_token"):
        raise bad_request("PAYMENT_PROVIDER_INVALID")
    prices = as_list(params.parsed("prices", "Can't parse prices JSON object"), "Expected an Array of LabeledPrice")
    amounts = [_price(price) for price in prices]
    if not amounts or (currency == STARS and len(amounts) > 1):
        raise bad_request("STARS_INVOICE_INVALID" if currency == STARS else "there are no prices")
    total = sum(amounts)
    if total <= 0 or (currency == STARS and total > MAX_STARS):
        raise bad_request("CURRENCY_TOTAL_AMOUNT_INVALID")
    return Invoice(payload, currency, total)


def _price(value: Any) -> int:
    price = as_object(value, "expected an Object")
    required_text(price, "label")
    return required_integer(price, "amount")
