"""What «Статистика» shows of one period."""

from dataclasses import dataclass

from desk.order_desk import OrderDesk
from desk.ports import Unit
from desk.statistics import Figures
from handlers.card import Reader
from handlers.money import added
from handlers.statistics.timeline import Period, Timeline, timeline
from orders.money import Money
from orders.rating import Rating
from orders.status import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The figures of a seller or, with `everyone`, of all of them."""

    period: Period
    everyone: bool
    timeline: Timeline
    figures: Figures
    #: As it stands now, whatever the period; of everyone there is none.
    rating: Rating

    @property
    def earned(self) -> tuple[Money, ...]:
        """In the whole period, a sum a currency."""
        return added(earned.money for earned in self.figures.earned)

    @property
    def direct(self) -> tuple[Money, ...]:
        """What of it the sides settled between themselves."""
        return added(earned.money for earned in self.figures.earned if earned.is_direct)

    def earned_in(self, span: int) -> tuple[Money, ...]:
        """In one month or year, a sum a currency."""
        return added(earned.money for earned in self.figures.earned if earned.span == span)

    @property
    def completed(self) -> int:
        """Orders that ended well."""
        return sum(count for ending, count in self.figures.endings if ending.status is Status.COMPLETED)

    @property
    def failed(self) -> int:
        """Orders that the seller has broken."""
        return self.figures.broken

    @property
    def called_off(self) -> int:
        """Orders that ended without harm to the rating."""
        return sum(count for _, count in self.figures.endings) - self.completed - self.failed


async def statistics_page(unit: Unit, reader: Reader, period: Period, *, everyone: bool) -> Page | None:
    """None: nothing was ever paid. The months of everyone's are those of the operator's zone."""
    seller_id = None if everyone else reader.person.id
    began_at = await unit.statistics.began_at(seller_id)
    if began_at is None:
        return None
    zone = reader.policy.business_timezone if everyone else reader.zone
    line = timeline(period, began_at, reader.now, zone, reader.texts.language)
    return Page(
        period=period,
        everyone=everyone,
        timeline=line,
        figures=await unit.statistics.figures(seller_id, line.bounds),
        rating=Rating() if everyone else await OrderDesk(unit, reader.policy, reader.now).rating(reader.person.id),
    )
