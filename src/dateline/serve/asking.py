"""What a page is given: the record, the day as of which it is asked, and the means to answer in the form wanted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any

from fastapi import Depends, HTTPException, Query, Request
from starlette.responses import Response

from dateline.serve.exporting import Twin, exported
from dateline.serve.options import ServeOptions
from dateline.serve.rendering import link, render
from dateline.views.paged import PagedRecord
from dateline.views.record import to_day


def asked_record(request: Request) -> PagedRecord:
    """Return the record of the application: opened once, each question on a read-only connection of its own."""
    record: PagedRecord = request.app.state.record
    return record


def asked_options(request: Request) -> ServeOptions:
    """Return what the application was told."""
    options: ServeOptions = request.app.state.options
    return options


def asked_day(
    as_of: Annotated[
        str | None,
        Query(
            max_length=32, description="Answer as of the end of this day (2023-03-18), from what was published by then."
        ),
    ] = None,
) -> date | None:
    """Return the day as of which is asked, None for all that is known; raises ValueError for what is no day."""
    return to_day(as_of or None)


AskedRecord = Annotated[PagedRecord, Depends(asked_record)]
AskedOptions = Annotated[ServeOptions, Depends(asked_options)]
AsOf = Annotated[date | None, Depends(asked_day)]


PERIOD_REPORTS = 1500
"""Reports of the period that is shown unless another is asked for: a period costs by its reports, not by its days."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question of a reader: the request, the record, the day, and the days that the record covers."""

    request: Request
    record: PagedRecord
    options: ServeOptions
    as_of: date | None
    bounds: tuple[date, date] | None

    @property
    def today(self) -> date:
        """The day as of which is asked, else the last day of the record."""
        return self.as_of or (self.bounds[1] if self.bounds else date.max)

    @property
    def state(self) -> Mapping[str, str]:
        """The whole state of the view: what its address asks."""
        return self.request.query_params

    @property
    def as_table(self) -> bool:
        """Whether the view is asked for as a table or a file."""
        return bool(self.state.get("format")) or self.state.get("view") == "table"

    def go(self, path: str, **state: object) -> str:
        """Return the address of another view, as of the same day."""
        return link(path, **state, as_of=self.as_of)

    def here(self, **changes: object) -> str:
        """Return the address of this view with some of its state changed; None takes away."""
        return link(self.request.url.path, **{**self.state, **changes})

    def period(self, since: str | None, until: str | None) -> tuple[date, date]:
        """Return the period that is asked for: where no first day is, the days of the last reports, but a week at least."""
        last = min(to_day(until or None) or self.today, self.today)
        first = to_day(since or None, first=True) or self.days_of(PERIOD_REPORTS, last, least=7)
        if first > last:
            raise HTTPException(400, f"expected a first day before {last}, got {first}")
        return first, last

    def days_of(self, reports: int, last: date, *, least: int) -> date:
        """Return the first of the days up to *last* that have so many reports, but at least so many days before it."""
        first = self.record.days_of(reports, until=last) or (self.bounds[0] if self.bounds else last)
        return min(first, _back(last, least))

    def show(self, template: str, *, title: str, twin: Twin | None = None, **context: Any) -> Response:
        """Return the view as a page, or in the form that its address asks for: table, csv, json."""
        form = self.state.get("format")
        if form:
            if twin is None:
                raise HTTPException(400, "there is no table of this page")
            return exported(twin, form, most=self.options.most_rows)
        as_table = twin is not None and self.as_table
        return render(
            self.request,
            "table.html" if as_table else template,
            asked=self,
            title=title,
            twin=twin,
            as_table=as_table,
            go=self.go,
            here=self.here,
            **context,
        )


def _back(day: date, days: int) -> date:
    return date.fromordinal(max(1, day.toordinal() - days))


def asking(request: Request, record: AskedRecord, options: AskedOptions, as_of: AsOf) -> Asked:
    """Return the question that a request puts."""
    return Asked(request=request, record=record, options=options, as_of=as_of, bounds=record.bounds())


Question = Annotated[Asked, Depends(asking)]
Words = Annotated[str, Query(max_length=200)]
DayText = Annotated[str | None, Query(max_length=32)]
Number = Annotated[int, Query(ge=1, le=10_000)]
