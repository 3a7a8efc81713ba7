"""The figures in words, one a line: the same ones under the picture, in the table and in the list."""

from collections.abc import Iterator

from handlers.card import Reader
from handlers.money import sums
from handlers.statistics.page import Page
from handlers.wording import duration, share
from orders.money import Money

Line = tuple[str, str]


def title_of(reader: Reader, page: Page) -> str:
    """«Статистика»; for the operator, whose."""
    return reader.texts.plain("statistics-title-everyone" if page.everyone else "statistics-title")


def figure_lines(reader: Reader, page: Page) -> Iterator[Line]:
    """What it is and how much."""
    texts, figures = reader.texts, page.figures
    yield _rating(reader, page)
    yield texts.plain("statistics-earned", everyone=str(page.everyone)), earned_text(reader, page.earned)
    if page.direct:
        yield texts.plain("statistics-direct"), sums(texts, page.direct)
    if page.everyone and figures.commission:
        yield texts.plain("statistics-commission"), sums(texts, figures.commission)
    yield texts.plain("statistics-completed"), str(page.completed)
    yield texts.plain("statistics-called-off"), str(page.called_off)
    yield texts.plain("statistics-failed"), str(page.failed)
    yield texts.plain("statistics-in-time"), _part(reader, figures.in_time, figures.delivered)
    yield texts.plain("statistics-start"), start_text(reader, page)
    yield texts.plain("statistics-repeat"), _part(reader, figures.repeat_buyers, figures.buyers)
    if figures.elsewhere is not None:
        elsewhere = figures.elsewhere
        words = texts.plain("statistics-elsewhere-counts", done=elsewhere.completed, cancelled=elsewhere.cancelled)
        money = f" · {sums(texts, elsewhere.moneys)}" if elsewhere.moneys else ""
        yield texts.plain("statistics-elsewhere"), f"{words}{money}"


def month_lines(reader: Reader, page: Page) -> Iterator[Line]:
    """Each month or year, the newest last."""
    for span, label in enumerate(page.timeline.labels):
        yield label, earned_text(reader, page.earned_in(span))


def ending_lines(reader: Reader, page: Page) -> Iterator[Line]:
    """Each way in which orders have ended, the most frequent first."""
    for ending, count in page.figures.endings:
        yield reader.texts.plain(f"ending-{ending.replace('_', '-')}"), str(count)


def earned_text(reader: Reader, moneys: tuple[Money, ...]) -> str:
    """Nothing is «0 ₽», in the currency of today's prices."""
    return sums(reader.texts, moneys or (Money(0, reader.policy.currency),))


def start_text(reader: Reader, page: Page) -> str:
    """«2 ч. 30 мин.»; without any start, a dash."""
    median = page.figures.start_median
    return "–" if median is None else duration(reader.texts, median)


def rating_counts(page: Page) -> tuple[int, int]:
    """How many were kept, of how many that count: of a seller the last ones, of everyone those of the period."""
    if page.everyone:
        return page.figures.kept, page.figures.kept + page.figures.broken
    return page.rating.kept, len(page.rating.recent)


def _rating(reader: Reader, page: Page) -> Line:
    return reader.texts.plain("statistics-rating", everyone=str(page.everyone)), _part(reader, *rating_counts(page))


def _part(reader: Reader, some: int, total: int) -> str:
    """«88 %: 36 из 41»; of nothing, a dash."""
    if not total:
        return "–"
    return reader.texts.plain("statistics-part", percent=share(some, total), some=some, total=total)
