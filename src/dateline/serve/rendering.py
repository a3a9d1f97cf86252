"""Templates to pages. Everything that a template prints is escaped; report text is never markup."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

HERE = Path(__file__).parent
STATIC = HERE / "static"


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
    made.filters.update(path=lambda value: quote(str(value), safe=":"))
    made.globals.update(link=link)
    return made


def link(path: str, **state: object) -> str:
    """Return an address with what the view is asked for; what is empty is left out.

    >>> link("/events", as_of="2023-03-18", entity=None)
    '/events?as_of=2023-03-18'
    """
    given = {name: value for name, value in state.items() if value not in (None, "", False, ())}
    return f"{path}?{urlencode(given, doseq=True)}" if given else path


def render(request: Request, name: str, **context: Any) -> HTMLResponse:
    """Return a page."""
    page = environment().get_template(name).render(request=request, **context)
    return HTMLResponse(page)


def render_fault(status: int, title: str, detail: str) -> str:
    """Return the page that says why there is no answer."""
    return environment().get_template("fault.html").render(status=status, title=title, detail=detail)
