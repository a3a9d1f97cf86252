"""The time expressions of a report of one's own, in one line."""

from __future__ import annotations

from dateline.annotations.times import TimeAnnotator
from dateline.model import TimeExpression
from dateline.settings import Settings
from tests.factories import make_document, parse

WEDNESDAY = "2021-06-09"


def times_in(
    text: str, *, published_at: str | None = WEDNESDAY, date_order: str = "auto", outlet: str | None = None
) -> list[TimeExpression]:
    """Return the time expressions of a report published on a Wednesday unless told otherwise."""
    document = make_document(text, published_at=published_at, outlet=outlet)
    return list(TimeAnnotator(Settings(date_order=date_order))(document, parse(document)))


def only_time_in(
    text: str, *, published_at: str | None = WEDNESDAY, date_order: str = "auto", outlet: str | None = None
) -> TimeExpression:
    """Return the one time expression of a report."""
    (found,) = times_in(text, published_at=published_at, date_order=date_order, outlet=outlet)
    return found


def values_in(text: str, *, published_at: str | None = WEDNESDAY) -> list[str | None]:
    """Return the values of a report's time expressions, in order."""
    return [time.value for time in times_in(text, published_at=published_at)]
