"""What an expression is read against: the report's time, what was told before, the sentence around it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from dateline.annotations.times.calendar import make_date
from dateline.annotations.times.direction import FUTURE, LATER, direction_of, head_of, is_surely_past
from dateline.model import Dateline, Document, DocumentTime, Interval, Sentence, Span, Token

Parts = Mapping[str, str]
"""What a row of the grammar captured: the value of a class's word, else the words in lower case."""

_TO_PRINT = timedelta(days=3)
"""How long after the day of its dateline a report may be published and still be that report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A point in time that expressions count from, at the precision known: each field None where it is not known."""

    year: int | None = None
    month: int | None = None
    day: date | None = None
    label: str = "document"

    @classmethod
    def on(cls, day: date, *, label: str) -> Anchor:
        """Return the anchor of one day."""
        return cls(year=day.year, month=day.month, day=day, label=label)

    @classmethod
    def of(cls, document: Document) -> Anchor:
        """Return when a report was written: the day of its dateline where that is just before the document time."""
        anchor = cls.at(document.time)
        written = _written(document.dateline, anchor.day)
        return cls.on(written, label="dateline") if written else anchor

    @classmethod
    def at(cls, time: DocumentTime) -> Anchor:
        """Return what a document time fixes: a year, a month or a day, and no more than that."""
        interval = time.value.interval if time.value else time.interval
        first, last = interval.earliest, interval.latest
        if first is None or last is None or first.year != last.year:
            return cls()
        month = first.month if first.month == last.month else None
        return cls(year=first.year, month=month, day=first if first == last else None)


def _written(dateline: Dateline | None, published: date | None) -> date | None:
    """Return the day that a dateline gives, where the report was published in the days after it."""
    if dateline is None or dateline.day is None or published is None:
        return None
    month, day = int(dateline.day[2:4]), int(dateline.day[5:7])
    years = (published.year, published.year - 1)
    written = next((found for year in years if (found := make_date(year, month, day)) and found < published), None)
    return written if written and published - written <= _TO_PRINT else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What an expression means. `interval` is given where the value alone does not tell it."""

    value: str | None
    mod: str | None = None
    type: str | None = None
    interval: Interval | None = None
    anchor: str | None = None
    direction: str | None = None


@dataclass(slots=True, kw_only=True)
class Told:
    """What the report has told so far: the last date and the last quarter. Changes as the report is read.

    A date is forgotten when a whole paragraph has passed without one: what "two days later" counts from stands near.
    """

    value: str | None = None
    day: date | None = None
    quarter: tuple[int, int] | None = None
    longer: bool = False
    """Whether the figures told last are those of more than a quarter: a half, nine months, a year."""
    age: int = 0

    @property
    def compared(self) -> tuple[int, int] | None:
        """The quarter that "a year earlier" is a year before; None where it is the year."""
        return None if self.longer else self.quarter

    def hear_quarter(self, year: int, quarter: int) -> None:
        """Keep the quarter that is told, unless it is only what the one before it is compared with."""
        self.longer = False
        if self.quarter is None or quarter != self.quarter[1] or year > self.quarter[0]:
            self.quarter = year, quarter

    def next_paragraph(self) -> None:
        """Take note that a paragraph has ended."""
        self.age += 1
        if self.age > 1:
            self.value = self.day = None


@dataclass(kw_only=True)
class Context:
    """The surroundings of one expression. No slots: the direction is found once, when first asked for."""

    anchor: Anchor
    told: Told = field(default_factory=Told)
    sentence: Sentence
    span: Span
    date_order: str = "auto"
    argument: str = ""

    @cached_property
    def direction(self) -> str | None:
        """Whether the text speaks of "past" or "future" here; None where it does not tell."""
        return FUTURE if self._told_direction == LATER else self._told_direction

    @property
    def surely_future(self) -> bool:
        """Whether the text leaves no doubt that it speaks of the future."""
        return self._told_direction == FUTURE

    @cached_property
    def surely_past(self) -> bool:
        """Whether a verb in the past itself takes the time."""
        return is_surely_past(self.sentence, self.span)

    @cached_property
    def _told_direction(self) -> str | None:
        return direction_of(self.sentence, self.span)

    @cached_property
    def head(self) -> Token | None:
        """The token of the expression whose head lies outside it."""
        return head_of(self.sentence, self.span)
