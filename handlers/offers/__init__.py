"""«Индивидуальное предложение»: making offers, opening and ordering them (SPEC 9)."""

from handlers.offers import deciding, form, from_order, opening, own

routers = (opening.router, own.router, from_order.router, form.router, deciding.router)
