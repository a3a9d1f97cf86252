"""The stage that tells from an undated report's own words when it can have been written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from dateline.annotations.dating.ages import ages
from dateline.annotations.dating.dates import dates
from dateline.annotations.dating.days import days
from dateline.annotations.dating.events import events
from dateline.annotations.dating.offices import offices
from dateline.annotations.dating.report import Report
from dateline.annotations.dating.stamps import stamps
from dateline.annotations.times import TimeAnnotator
from dateline.model import (
    Clue,
    Document,
    DocumentTime,
    Interval,
    Layers,
    Record,
    Sentence,
    TimeBasis,
    Weighed,
    weigh,
)
from dateline.settings import Settings

FINDERS: tuple[Callable[[Report], Iterable[Clue]], ...] = (stamps, dates, days, events, offices, ages)

NOTHING_TOLD = "neither a date of publication nor a dateline or address with a date is given, and the words tell none"


class TextDater:
    """Yields the document time of a report that nothing but its words dates; yields nothing for any other.

    The time is a function of this one report, so that a report's place in the order of the record never depends on which
    other reports are in it.
    """

    name = "dating.words"
    version = f"2.{TimeAnnotator.version}"
    requires: tuple[type[Record], ...] = (Sentence,)
    yields: tuple[type[Record], ...] = (DocumentTime,)

    def __init__(self, settings: Settings) -> None:
        self._times = TimeAnnotator(settings)

    def __call__(self, document: Document, layers: Layers) -> Iterator[DocumentTime]:
        """Yield the time of an undated report: a day, an interval, or nothing but the reason why there is none."""
        if document.time.basis not in (TimeBasis.UNKNOWN, TimeBasis.TEXT):
            return
        undated = replace(document, time=DocumentTime())
        report = Report(undated, layers[Sentence], tuple(self._times(undated, layers)))
        yield _time(weigh(clue for find in FINDERS for clue in find(report)))


def _time(weighed: Weighed | None) -> DocumentTime:
    if weighed is None or weighed.interval == Interval():
        return DocumentTime(reasons=(NOTHING_TOLD,))
    return DocumentTime.within(weighed.interval, basis=TimeBasis.TEXT, reasons=weighed.reasons)
