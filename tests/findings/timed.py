"""Time expressions for marked sentences, each given by its words and the days it means."""

from __future__ import annotations

from datetime import date

from dateline.model import Interval, Span, TimeExpression, TimeType
from tests.factories import make_document
from tests.findings.events_marked import marked

OPEN = "…"


def days(text: str) -> Interval:
    """Return the days that ``2023-03-20``, ``2023-03-20/2023-03-22`` or ``…/2023-03-20`` write."""
    first, _, last = text.partition("/")
    ends = [None if end == OPEN else date.fromisoformat(end) for end in (first, last or first)]
    return Interval(earliest=ends[0], latest=ends[1])


def time_in(sentence: str, words: str, value: str, *, published_at: str | None = "2023-03-20") -> TimeExpression:
    """Return the expression *words* of a marked sentence: a TIMEX3 duration, or the days that *value* writes."""
    text = marked(sentence).text
    start = text.index(words)
    lasts = value.startswith("P")
    return TimeExpression(
        document_id=make_document(text, published_at=published_at).id,
        span=Span(start, start + len(words)),
        text=words,
        type=TimeType.DURATION if lasts else TimeType.DATE,
        value=value if lasts else value[:10],
        interval=None if lasts else days(value),
    )
