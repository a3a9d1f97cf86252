"""When a report was written, what that rests on, and what speaks against it."""

from __future__ import annotations

from datetime import date

from dateline.documents.addresses import day_in
from dateline.model import Dateline, DocumentTime, Moment, Precision, TimeBasis

_MOST_DAYS_APART = 3
"""A report is published up to so many days after its dateline, and a day before it across time zones; more is a contradiction."""

_NEAR = 45
"""Days from publication within which a dateline's day without a year is looked for."""


def document_time(*, published_at: Moment | None, dateline: Dateline | None, url: str | None) -> DocumentTime:
    """Return the time of a report: the day of its dateline, else that of its publication, else its address's, else unknown.

    A report calls the day of its dateline today, whenever it is published. Where dateline and publication name the same day,
    or contradict each other in a way that a slip in the dateline explains, the date of publication is the time.
    A date of publication that is only a month or year gives way to a dateline or address with a day inside it.
    """
    written = _dateline_moment(dateline, published_at)
    address = day_in(url) if url else None
    addressed = Moment(address.isoformat()) if address else None
    if published_at is not None:
        return _published(published_at, written, addressed, has_year=bool(dateline and dateline.published_at))
    for moment, basis, words in ((written, TimeBasis.DATELINE, "dateline"), (addressed, TimeBasis.URL, "address")):
        if moment is not None:
            return _at(moment, basis, f"dated {moment} by the {words}; no date of publication is given")
    # A date told from the report's own words and from other reports comes after the stages that read them.
    return DocumentTime(reasons=("neither a date of publication nor a dateline or address with a date is given",))


def _published(
    published_at: Moment, written: Moment | None, addressed: Moment | None, *, has_year: bool
) -> DocumentTime:
    coarse = published_at.precision in (Precision.YEAR, Precision.MONTH)
    published = f"published {'in' if coarse else 'on'} {published_at.local}"
    if written is not None and (coarse or not _agree(published_at, written)):
        dated = f"dated {written} by the dateline"
        if _days_apart(published_at, written) <= _MOST_DAYS_APART:
            return _at(written, TimeBasis.DATELINE, dated, published)
        slip = _slip(published_at, written, has_year=has_year)
        if slip is not None:
            kept = f"the dateline says {written}, which disagrees; {slip}, so the date of publication is kept"
            return _at(published_at, TimeBasis.PUBLISHED_AT, published, kept)
        again = "pages are updated" if written.earliest > published_at.latest else "reports are published again"
        why = f"{published}, which disagrees: {again}, and the words go by their dateline"
        return _at(written, TimeBasis.DATELINE, dated, why)
    if coarse and addressed is not None and _agree(published_at, addressed):
        return _at(addressed, TimeBasis.URL, f"dated {addressed} by the address", published)
    return _at(published_at, TimeBasis.PUBLISHED_AT, published)


def _slip(published_at: Moment, written: Moment, *, has_year: bool) -> str | None:
    """Return what is likely to be wrong with a dateline that contradicts the date of publication, None if nothing is."""
    if not has_year:
        return "its day has no year"
    years = (written.earliest.year + step for step in (-1, 1))
    others = (_day(year, written.earliest.month, written.earliest.day) for year in years)
    if any(other and _days_apart(published_at, Moment(other.isoformat())) <= _MOST_DAYS_APART for other in others):
        return "the year before or after would agree"
    return None


def _at(moment: Moment, basis: TimeBasis, *reasons: str) -> DocumentTime:
    return DocumentTime(value=moment, interval=moment.interval, basis=basis, reasons=reasons)


def _agree(moment: Moment, day: Moment) -> bool:
    return _days_apart(moment, day) == 0


def _days_apart(moment: Moment, day: Moment) -> int:
    return max((moment.earliest - day.latest).days, (day.earliest - moment.latest).days, 0)


def _dateline_moment(dateline: Dateline | None, published_at: Moment | None) -> Moment | None:
    """Return the day of a dateline, its year, if it has none, that which brings it nearest to the publication."""
    if dateline is None or dateline.published_at is not None or dateline.day is None:
        return dateline.published_at if dateline else None
    if published_at is None:
        return None
    years = range(published_at.earliest.year - 1, published_at.latest.year + 2)
    days = (_day(year, int(dateline.day[2:4]), int(dateline.day[5:7])) for year in years)
    apart = {day: _days_apart(published_at, Moment(day.isoformat())) for day in days if day}
    nearest = min(apart, key=lambda day: apart[day], default=None)
    return Moment(nearest.isoformat()) if nearest and apart[nearest] <= _NEAR else None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None  # the 29th of February of a common year
