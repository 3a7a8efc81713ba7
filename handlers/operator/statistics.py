"""The figures of all sellers together."""

from aiogram import F, Router

from handlers.operator.who import is_operator
from handlers.statistics.buttons import PicturePress, TablePress
from handlers.statistics.room import choose_period, show_table

router = Router(name="operator's statistics")

router.callback_query(PicturePress.filter(F.everyone), is_operator)(choose_period)
router.callback_query(TablePress.filter(F.everyone), is_operator)(show_table)
