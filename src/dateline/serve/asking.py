"""What a route is given: the record, open for reading, and the day as of which it is asked."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import Depends, Query, Request

from dateline.serve.options import ServeOptions
from dateline.views.record import Record, to_day


def asked_record(request: Request) -> Record:
    """Return the record of the application: opened once, each question on a read-only connection of its own."""
    record: Record = request.app.state.record
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


AskedRecord = Annotated[Record, Depends(asked_record)]
AskedOptions = Annotated[ServeOptions, Depends(asked_options)]
AsOf = Annotated[date | None, Depends(asked_day)]
