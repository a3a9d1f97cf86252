"""What a route is asked: days, limits, cursors, each with what it means; and the means to answer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import Depends, HTTPException, Path, Query, Request
from pydantic import BeforeValidator, WithJsonSchema
from starlette.responses import Response

from dateline.errors import NotFoundError
from dateline.model import Event
from dateline.serve.asking import AskedRecord
from dateline.serve.rest.forms import Form, as_file, as_json, wanted_form
from dateline.views.cursors import read_cursor, read_offset, write_cursor, write_offset
from dateline.views.paged import PagedRecord
from dateline.views.tables import Table
from dateline.views.walking import Part, Walk, Walks

JSON = dict[str, Any]

FIRST, LAST = date(2, 1, 1).toordinal(), date(9998, 12, 31).toordinal()
LONGEST_NAME = 300
"""Characters of a name, an id or some words at the most."""


def _day(value: object) -> object:
    if not isinstance(value, str):
        return value
    if len(value) != 10:
        raise ValueError(f"expected a day such as 2023-03-18, got {value[:20]!r}")
    return date.fromisoformat(value)


Day = Annotated[date | None, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
AsOf = Annotated[
    Day,
    Query(
        description="Answer as of the end of this day, from what was published by then.",
        openapi_examples={"a day": {"value": "2023-06-19"}},
    ),
]
Since = Annotated[Day, Query(description="The first day.", openapi_examples={"a day": {"value": "2023-03-01"}})]
Until = Annotated[Day, Query(description="The last day.", openapi_examples={"a day": {"value": "2023-03-31"}})]
Limit = Annotated[int, Query(ge=1, le=1000, description="Rows of the page at the most.")]
Cursor = Annotated[
    str | None,
    Query(max_length=400, description="`next` of the page before, with the same question; the first page has none."),
]
FormName = Annotated[
    Form | None,
    Query(alias="format", description="The form of the answer; without it, what the Accept header prefers."),
]
Name = Annotated[str, Path(max_length=LONGEST_NAME)]
Text = Annotated[str | None, Query(max_length=LONGEST_NAME)]
EntityName = Annotated[
    str | None,
    Query(
        max_length=LONGEST_NAME,
        description="A person, state or body: its name, an alias, or its id.",
        openapi_examples={"a name": {"value": "Norway"}},
    ),
]


class Order(StrEnum):
    """By when it became known."""

    NEWEST = "newest"
    OLDEST = "oldest"


OrderName = Annotated[Order, Query(description="By when it became known: the newest or the oldest first.")]


@dataclass(frozen=True, slots=True)
class Asked:
    """One request: the record, and the form in which it wants its answer."""

    request: Request
    record: PagedRecord

    @property
    def walks(self) -> Walks:
        """The questions whose answers come in pages."""
        return Walks(self.record)

    @property
    def question(self) -> Mapping[str, object]:
        """What a cursor belongs to: the route and what it is asked, but not how much, and in which form."""
        given = [pair for pair in self.request.query_params.multi_items() if pair[0] not in _OF_THE_PAGE]
        return {"path": self.request.url.path, "given": sorted(given)}

    def walk(self, *, as_of: date | None, limit: int, cursor: str | None, order: Order) -> Walk:
        """Return the page that is asked for; raises HTTPException for a cursor that no page gave."""
        after = self._read(read_cursor, cursor)
        return Walk(as_of=as_of, after=after, newest=order is Order.NEWEST, limit=limit)

    def offset(self, cursor: str | None) -> int:
        """Return how many rows come before the page, for answers in order of fit."""
        found: int = self._read(read_offset, cursor)
        return found

    def page(self, part: Part[Any], *, as_of: date | None) -> Response:
        """Return a page of a long answer."""
        return self._table(part.table, as_of, write_cursor(part.next, self.question))

    def rows(self, table: Table[Any], *, as_of: date | None, limit: int, offset: int = 0) -> Response:
        """Return so many rows of an answer that is there whole."""
        shown = Table(table.name, table.columns, lambda: table[offset : offset + limit], table.row)
        return self.fitting(shown, as_of=as_of, following=offset + limit if len(table) > offset + limit else None)

    def fitting(self, table: Table[Any], *, as_of: date | None, following: int | None) -> Response:
        """Return a page of an answer in order of fit, after which one goes on that has so many rows before it."""
        cursor = write_offset(following, self.question) if following is not None else None
        return self._table(table, as_of, cursor)

    def whole(self, content: Mapping[str, Any], *, as_of: date | None = None) -> Response:
        """Return one thing as JSON."""
        if wanted_form(self.request) is not Form.JSON:
            raise HTTPException(406, "this answer is there as JSON only")
        return Response(as_json({"as_of": as_of, **content}), media_type=Form.JSON.media_type)

    def event(self, name: str, as_of: date | None) -> Event:
        """Return the event with an id; raises NotFoundError when there is none."""
        found = self.record.find(name, as_of=as_of)
        if not isinstance(found, Event):
            raise NotFoundError(f"expected the id of an event, got {name!r}")
        return found

    @property
    def last_day(self) -> date | None:
        """The last day on which a dated report became known; None where no report is dated."""
        bounds = self.record.bounds()
        return bounds[1] if bounds else None

    def _table(self, table: Table[Any], as_of: date | None, following: str | None) -> Response:
        form = wanted_form(self.request)
        headers = {"link": f'<{self._address(following)}>; rel="next"'} if following else {}
        if form is Form.JSON:
            content = as_json({"as_of": as_of, "items": table.rows(), "next": following})
        else:
            content = as_file(table, form)
        return Response(content, media_type=form.media_type, headers=headers)

    def _address(self, cursor: str) -> str:
        given = [
            (name, value) for name, value in self.request.query_params.multi_items() if name not in ("cursor", "token")
        ]
        return f"{self.request.url.path}?{urlencode([*given, ('cursor', cursor)])}"

    def _read(self, read: Callable[[str | None, Mapping[str, object]], Any], cursor: str | None) -> Any:
        try:
            return read(cursor, self.question)
        except ValueError as error:
            raise HTTPException(404, str(error)) from error


_OF_THE_PAGE = frozenset({"cursor", "limit", "format", "token"})


def asking(request: Request, record: AskedRecord) -> Asked:
    """Return what a request asks with."""
    return Asked(request, record)


Question = Annotated[Asked, Depends(asking)]


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list that is walked: which part of it is asked for, and the means to answer."""

    asked: Asked
    walk: Walk

    @property
    def walks(self) -> Walks:
        """The questions whose answers come in pages."""
        return self.asked.walks

    def give(self, part: Part[Any]) -> Response:
        """Return the page."""
        return self.asked.page(part, as_of=self.walk.as_of)


def paging(
    asked: Question,
    as_of: AsOf = None,
    order: OrderName = Order.NEWEST,
    limit: Limit = 50,
    cursor: Cursor = None,
) -> Page:
    """Return which page of a list a request asks for."""
    return Page(asked, asked.walk(as_of=as_of, limit=limit, cursor=cursor, order=order))


Paged = Annotated[Page, Depends(paging)]


def in_a_form(form: FormName = None) -> None:
    """Let a route be asked for a form; which one is wanted, also by the Accept header, is read where the answer is made."""


def moved(day: date, days: int) -> date:
    """Return a day so many days later, within the years that leave room to look around it."""
    return date.fromordinal(min(max(FIRST, day.toordinal() + days), LAST))
