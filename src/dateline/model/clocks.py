"""Time as the record keeps it: intervals of days, and instants at the precision that was given.

Four clocks are kept apart: when it happened (`Interval`), was published, was retrieved, was recorded (`Moment`).
A `Moment` never claims more than its text says: ``2023-03`` is a month, not its first day. Instants are compared in UTC; the
day that a report calls today is that of the clock it was written by.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum


class Precision(StrEnum):
    """How fine a point in time is known."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Days from `earliest` to `latest`, both included; None where that end is open.

    >>> Interval(earliest=date(2023, 3, 20), latest=date(2023, 3, 22)).days
    3
    """

    earliest: date | None = None
    latest: date | None = None

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"expected earliest <= latest, got {self.earliest} > {self.latest}")

    @classmethod
    def on(cls, day: date) -> Interval:
        """Return the interval of one day."""
        return cls(earliest=day, latest=day)

    @property
    def days(self) -> int | None:
        """The number of days in the interval, or None when an end is open."""
        if self.earliest is None or self.latest is None:
            return None
        return (self.latest - self.earliest).days + 1

    def overlaps(self, other: Interval, *, slack: int = 0) -> bool:
        """Say whether the two may share a day, allowing *slack* days between them."""
        return not (
            _days_after(self.earliest, other.latest) > slack or _days_after(other.earliest, self.latest) > slack
        )

    def intersection(self, other: Interval) -> Interval | None:
        """Return the days that lie in both, or None when there are none."""
        earliest = max((day for day in (self.earliest, other.earliest) if day), default=None)
        latest = min((day for day in (self.latest, other.latest) if day), default=None)
        if earliest and latest and earliest > latest:
            return None
        return Interval(earliest=earliest, latest=latest)


def _days_after(later: date | None, earlier: date | None) -> int:
    return (later - earlier).days if later and earlier else 0


_MOMENT = re.compile(
    r"(?P<year>\d{4})(?:-?(?P<month>\d{2})(?:-?(?P<day>\d{2})"
    r"(?:[T ](?P<hour>\d{2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,]\d+)?)?"
    r"\s?(?P<zone>Z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?)?)?"
)


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """An instant or a day, month or year: `value` is ISO 8601 in UTC at the precision known.

    `offset` is how many minutes the clock that it was written by was ahead of UTC. The days of a moment are those on that
    clock's calendar.

    >>> Moment.parse("2023-03-20T06:30:00+08:00")
    Moment(value='2023-03-19T22:30:00Z', offset=480)
    >>> Moment.parse("2023-03-20T06:30:00+08:00").latest
    datetime.date(2023, 3, 20)
    >>> Moment.parse("2023-03").latest
    datetime.date(2023, 3, 31)
    """

    value: str
    offset: int = 0

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Return the moment that *text* writes in ISO 8601; raises ValueError for anything else.

        A time without a zone is taken as UTC, the zone that news metadata most often leaves out.
        """
        match = _MOMENT.fullmatch(text.strip())
        if match is None:
            raise ValueError(f"expected an ISO 8601 date such as 2023-03-20, got {text[:40]!r}")
        given = match.groupdict()
        try:
            if given["hour"] is not None:
                return cls(*_utc(given))
            if given["day"] is not None:
                return cls(date(int(given["year"]), int(given["month"]), int(given["day"])).isoformat())
            if given["month"] is not None:
                return cls(date(int(given["year"]), int(given["month"]), 1).isoformat()[:7])
            return cls(date(int(given["year"]), 1, 1).isoformat()[:4])
        except (ValueError, OverflowError) as error:
            raise ValueError(f"expected a date that exists, got {text[:40]!r}") from error

    @property
    def precision(self) -> Precision:
        """How much of the moment was given."""
        sizes = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY, 17: Precision.MINUTE}
        return sizes.get(len(self.value), Precision.SECOND)

    @property
    def earliest(self) -> date:
        """The first day the moment may lie on."""
        return date.fromisoformat((self.local + "-01-01")[:10])

    @property
    def latest(self) -> date:
        """The last day the moment may lie on."""
        if len(self.value) == 4:
            return date(int(self.value), 12, 31)
        if len(self.value) == 7:
            year, month = int(self.value[:4]), int(self.value[5:7])
            return date(year, month, monthrange(year, month)[1])
        return date.fromisoformat(self.local[:10])

    @property
    def interval(self) -> Interval:
        """The days the moment may lie on."""
        return Interval(earliest=self.earliest, latest=self.latest)

    @property
    def local(self) -> str:
        """The moment as its own clock showed it; `parse` reads it back."""
        if not self.offset:
            return self.value
        ahead = timedelta(minutes=self.offset)
        shown = datetime.fromisoformat(self.value[:-1]) + ahead
        hours, minutes = divmod(abs(self.offset), 60)
        zone = f"{'+' if self.offset > 0 else '-'}{hours:02}:{minutes:02}"
        return shown.isoformat(timespec="minutes" if self.precision is Precision.MINUTE else "seconds") + zone

    @property
    def end(self) -> str:
        """The moment's last second in UTC as a full ISO string: what reports are ordered by."""
        if self.precision is Precision.SECOND:
            return self.value
        if self.precision is Precision.MINUTE:
            return f"{self.value[:-1]}:59Z"
        return f"{self.latest.isoformat()}T23:59:59Z"

    def __str__(self) -> str:
        return self.value


def _utc(given: dict[str, str | None]) -> tuple[str, int]:
    zone = given["zone"] or "Z"
    zone = "+00:00" if zone in ("Z", "UTC", "GMT") else zone
    if len(zone) == 3:
        zone += ":00"
    clock = f"{given['hour']}:{given['minute']}:{given['second'] or '00'}"
    shown = datetime.fromisoformat(f"{given['year']}-{given['month']}-{given['day']}T{clock}{zone}")
    instant, ahead = shown.astimezone(UTC).replace(tzinfo=None), shown.utcoffset() or timedelta()
    # isoformat, not strftime: glibc writes the year 999 with three digits.
    value = instant.isoformat(timespec="minutes" if given["second"] is None else "seconds") + "Z"
    return value, ahead // timedelta(minutes=1)
