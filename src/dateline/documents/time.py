"""When a report was written, what that rests on, and what speaks against it."""

from __future__ import annotations

from datetime import date, timedelta

from dateline.documents.addresses import day_in
from dateline.model import Dateline, DocumentTime, Moment, Precision, TimeBasis

_MOST_DAYS_APART = 3
"""A report may be published a day or two after its dateline, and across time zones; more is a contradiction."""

_NEAR = timedelta(days=45)
"""How far from publication a dateline's day without a year is looked for."""


def document_time(*, published_at: Moment | None, dateline: Dateline | None, url: str | None) -> DocumentTime:
    """Return the time of a report: its date of publication, else its dateline's, else its address's, else unknown.

    A date of publication that is only a month or year gives way to a dateline or address with a day inside it.
    """
    written = _dateline_moment(dateline, published_at)
    address = day_in(url) if url else None
    candidates = [
        (written, TimeBasis.DATELINE, "the dateline"),
        (Moment(address.isoformat()) if address else None, TimeBasis.URL, "the address"),
    ]
    if published_at is not None:
        return _narrowed(published_at, candidates, written)
    for moment, basis, words in candidates:
        if moment is not None:
            return _at(moment, basis, f"dated {moment} by {words}; no date of publication is given")
    # A date told from the report's own words and from other reports comes after the stages that read them.
    return DocumentTime(reasons=("neither a date of publication nor a dateline or address with a date is given",))


def _narrowed(
    published_at: Moment, candidates: list[tuple[Moment | None, TimeBasis, str]], written: Moment | None
) -> DocumentTime:
    if published_at.precision in (Precision.YEAR, Precision.MONTH):
        for moment, basis, words in candidates:
            if moment and published_at.earliest <= moment.earliest <= published_at.latest:
                return _at(moment, basis, f"published in {published_at}; dated {moment} by {words}")
    reasons = [
        f"published on {published_at}" if len(published_at.value) > len("2023-03") else f"published in {published_at}"
    ]
    if written and _days_apart(published_at, written.earliest) > _MOST_DAYS_APART:
        reasons.append(f"the dateline says {written}, which disagrees; the date of publication is kept")
    return _at(published_at, TimeBasis.PUBLISHED_AT, *reasons)


def _at(moment: Moment, basis: TimeBasis, *reasons: str) -> DocumentTime:
    return DocumentTime(value=moment, interval=moment.interval, basis=basis, reasons=reasons)


def _days_apart(moment: Moment, day: date) -> int:
    return max((moment.earliest - day).days, (day - moment.latest).days, 0)


def _dateline_moment(dateline: Dateline | None, published_at: Moment | None) -> Moment | None:
    if dateline is None or dateline.published_at is not None or dateline.day is None:
        return dateline.published_at if dateline else None
    if published_at is None:
        return None
    near = [day for day in _years_of(dateline.day, published_at) if _days_apart(published_at, day) <= _NEAR.days]
    return Moment(min(near, key=lambda day: _days_apart(published_at, day)).isoformat()) if near else None


def _years_of(day: str, published_at: Moment) -> list[date]:
    found = []
    for year in range(published_at.earliest.year - 1, published_at.latest.year + 2):
        try:
            found.append(date(year, int(day[2:4]), int(day[5:7])))
        except ValueError:
            continue  # the 29th of February of a common year
    return found
