"""Credits: what stands in brackets or slashes in a dateline, or at the end of a report, and names who wrote it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dateline.documents.days import day_words, read_day
from dateline.model import Moment
from dateline.resources.datelines import is_slug, outlet_named

_BETWEEN_NAMES = re.compile(r"\s*[/;|+&]\s*|\s+[-–—]+\s+|,\s+")
_NAME = re.compile(r"[A-Z][\w.&'’-]*(?: (?:of|and|for|the|de|[A-Z0-9][\w.&'’-]*)){0,7}")
_LAST_WORDS = 60
_CLOSING = re.compile(r"[(\[/](?P<name>[A-Z][\w .&'’-]{1,30})[)\]/]\W*$")


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


def closing_agency(text: str) -> str | None:
    """Return the agency that a credit at the very end of a report names, if it is one that the tables know."""
    closing = _CLOSING.search(text, max(0, len(text) - _LAST_WORDS))
    outlet = outlet_named(closing["name"]) if closing else None
    return outlet.name if outlet and outlet.is_agency else None
