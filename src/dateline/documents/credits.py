"""Credits: what stands in brackets or slashes in a dateline, or at the end of a report, and names who wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice

from dateline.documents.days import day_words, read_day
from dateline.documents.lines import lines
from dateline.model import Moment
from dateline.resources.datelines import credit_phrases, is_slug, outlet_named

_BETWEEN_NAMES = re.compile(r"\s*[/;|+&]\s*|\s+[-–—]+\s+|,\s+")
_BETWEEN_AUTHORS = re.compile(rf"{_BETWEEN_NAMES.pattern}|\s+and\s+")
_NAME = re.compile(r"[A-Z][\w.&'’-]*(?: (?:of|and|for|the|de|[A-Z0-9][\w.&'’-]*)){0,7}")
_BYLINE = re.compile(r"(?:By|BY) (?P<names>[^.!?:]{2,60})")
_LINES_TRIED = 3
_LAST_WORDS = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """A credit as read: its names as written, and the agency, outlet and day among them."""

    names: tuple[str, ...] = ()
    known: bool = False
    agency: str | None = None
    outlet: str | None = None
    day: Moment | str | None = None


def read_credit(words: str) -> Credit:
    """Return what the words inside a credit's brackets say.

    An agency or outlet that the tables know goes by its usual name. Of two unknown names the first is the outlet and the
    last the agency it took the report from; a single unknown name is an agency.

    >>> read_credit("Harbour Post / Coastal News Service - 4th May, 2021").outlet
    'Harbour Post'
    """
    written_day = re.search(day_words(), words)
    day = read_day(written_day[0]) if written_day else None
    rest = words.replace(written_day[0], "") if written_day else words
    names = tuple(name.strip(" -–—,.") for name in _BETWEEN_NAMES.split(rest))
    names = tuple(name for name in names if _NAME.fullmatch(name) and not is_slug(name))
    known = [outlet for outlet in map(outlet_named, names) if outlet]
    unknown = [name for name in names if outlet_named(name) is None]
    agency = next((outlet.name for outlet in known if outlet.is_agency), None)
    outlet = next((outlet.name for outlet in known if not outlet.is_agency), None)
    if unknown and agency is None:
        agency = unknown.pop()
    if unknown and outlet is None:
        outlet = unknown[0]
    return Credit(names=names, known=bool(known), agency=agency, outlet=outlet, day=day)


def byline_agency(text: str) -> str | None:
    """Return the agency that a line of its own at the head of a report says it is by, if it is one that the tables know.

    >>> byline_agency("By Agence France-Presse\\nThe talks ended on Monday.")
    'Agence France-Presse'
    """
    for span in islice(lines(text), _LINES_TRIED):
        byline = _BYLINE.fullmatch(span.of(text))
        if byline:
            return _first_agency(byline["names"])
    return None


def closing_agency(text: str) -> str | None:
    """Return the agency that a credit at the very end of a report names, if it is one that the tables know.

    >>> closing_agency("The talks ended on Monday. Source: Xinhua")
    'Xinhua News Agency'
    """
    found = (form.search(text, max(0, len(text) - _LAST_WORDS)) for form in _closings())
    return next((agency for match in found if match and (agency := _first_agency(match["names"]))), None)


def _first_agency(names: str) -> str | None:
    outlets = (outlet_named(name) for name in _BETWEEN_AUTHORS.split(names))
    return next((outlet.name for outlet in outlets if outlet and outlet.is_agency), None)


@cache
def _closings() -> tuple[re.Pattern[str], ...]:
    """The forms that a credit at the end has: in brackets, after a dash, beside words that credit somebody."""
    name, names = r"(?P<names>[A-Z][\w .&'’-]{1,30})", r"(?P<names>[A-Z][\w ,/&'’-]{1,50})"
    before, after = ("|".join(map(re.escape, credit_phrases(where))) for where in ("before", "after"))
    forms = (
        rf"[(\[/]{name}[)\]/]",
        rf"[.!?\"”’)]\s+[-–—]{{1,2}}\s?{name}",
        rf"(?<!\w)(?i:{before})\s+{names}",
        rf"(?:^|[.!?\"”’)]\s+){names}\s+(?i:{after})",
    )
    return tuple(re.compile(rf"{form}\W*\Z", re.MULTILINE) for form in forms)
