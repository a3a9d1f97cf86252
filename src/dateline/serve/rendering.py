"""Templates to pages. Everything that a template prints is escaped; report text is never markup."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from dateline.model import Event, Interval, Moment, Status
from dateline.views.wording import listed

HERE = Path(__file__).parent
STATIC = HERE / "static"
WEIGHTS = 5
"""Weights of a dot: it grows with the independent origins behind an event, up to so many."""

_MARKED = re.compile("\x01([^\x01\x02]*)\x02")


@cache
def environment() -> Environment:
    """Return the environment of the templates."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        day=long_day,
        days=long_days,
        highlighted=highlighted,
        listed=listed,
        sentence=sentence,
        slug=slug,
        when=long_when,
    )
    made.globals.update(at=address, link=link, weight=weight)
    return made


def link(path: str, **state: object) -> str:
    """Return an address with what the view is asked for; what is empty is left out.

    >>> link("/events", as_of="2023-03-18", entity=None)
    '/events?as_of=2023-03-18'
    """
    given = {name: value for name, value in state.items() if value not in (None, "", False, ())}
    return f"{path}?{urlencode(given, doseq=True)}" if given else path


def address(kind: str, name: str) -> str:
    """Return the path of one thing, whatever characters its name has.

    >>> address("reports", "a/b?")
    '/reports/a%2Fb%3F'
    """
    return f"/{kind}/{quote(name, safe=':')}"


def long_day(value: date | Moment | str | None) -> str:
    """Return a day as a newspaper writes it, at the precision known.

    >>> long_day(date(2023, 3, 18)), long_day("2023-03"), long_day(None)
    ('18 March 2023', 'March 2023', 'undated')
    """
    if value is None:
        return "undated"
    if isinstance(value, Moment):
        value = value.local[:10]
    text = str(value)[:10]
    year, _, rest = text.partition("-")
    month, _, day = rest.partition("-")
    name = _MONTHS[int(month) - 1] if month.isdigit() and 1 <= int(month) <= 12 else ""
    return " ".join(part for part in (day.lstrip("0"), name, year) if part)


def long_days(interval: Interval | None) -> str | None:
    """Return days as a newspaper writes them; None where neither end is known.

    >>> long_days(Interval(earliest=date(2023, 3, 20), latest=date(2023, 3, 22)))
    '20–22 March 2023'
    >>> long_days(Interval(latest=date(2023, 3, 22)))
    'by 22 March 2023'
    """
    first, last = (interval.earliest, interval.latest) if interval else (None, None)
    if first is None or last is None:
        return f"since {long_day(first)}" if first else f"by {long_day(last)}" if last else None
    if first == last:
        return long_day(first)
    one, other = long_day(first).split(), long_day(last).split()
    if one[1:] == other[1:]:
        return f"{one[0]}–{long_day(last)}"
    return f"{' '.join(one[:2] if one[2] == other[2] else one)} – {long_day(last)}"


def long_when(event: Event) -> str:
    """Return when an event happened or is due; where no report says when, when it was reported."""
    told, first = long_days(event.happened), event.tellings[0].published_at
    return told or (f"reported {long_day(first)}" if first else "on a day not known")


def sentence(words: str) -> str:
    """Return words as a sentence: a capital letter first, a full stop last."""
    return f"{words[:1].upper()}{words[1:]}" + ("" if words.endswith((".", "!", "?")) else ".")


_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def highlighted(snippet: str) -> Markup:
    """Return a snippet with its matches marked; all of it is escaped first.

    >>> str(highlighted("a <b> \\x01match\\x02"))
    'a &lt;b&gt; <mark>match</mark>'
    """
    escaped = _MARKED.sub(lambda found: f"<mark>{found[1]}</mark>", str(escape(snippet)))
    return Markup(escaped.replace("\x01", "").replace("\x02", ""))


def slug(status: Status | str | None) -> str:
    """Return a status as a name for a style."""
    return str(status or "none").replace(" ", "-")


def weight(event: Event) -> int:
    """Return how heavily an event is drawn: by the independent origins behind it."""
    return max(1, min(event.corroboration.independent, WEIGHTS))


def render(request: Request, template: str, /, **context: Any) -> HTMLResponse:
    """Return a page."""
    return HTMLResponse(environment().get_template(template).render(request=request, **context))


def render_fault(status: int, title: str, detail: str) -> str:
    """Return the page that says why there is no answer."""
    return environment().get_template("fault.html").render(status=status, title=title, detail=detail)
