"""Whether 9/6/2021 is in June or in September: the report's own dates tell, else the land of its outlet, else the settings."""

from __future__ import annotations

import re
from datetime import date

from dateline.annotations.times.calendar import make_date
from dateline.model import Document
from dateline.resources.times import date_order_of

DMY, MDY = "dmy", "mdy"
_FIGURES = re.compile(r"(?<![\d./-])(\d\d?)([/.-])(\d\d?)\2(\d{4})(?![\d/-])")


def date_order(document: Document, fallback: str) -> str:
    """Return ``dmy`` or ``mdy`` for a report's dates in figures; the *fallback* where neither text nor outlet decides."""
    told = {
        order for found in _FIGURES.finditer(document.text) if (order := _told(found, document.time.interval.latest))
    }
    if len(told) == 1:
        return told.pop()
    named = (date_order_of(name) for name in (document.outlet, document.agency) if name)
    return next((order for order in named if order), fallback)


def _told(found: re.Match[str], written: date | None) -> str | None:
    """Return the order that one date tells: only one of the two exists, or is the day of the report."""
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    days = {DMY: make_date(year, second, first), MDY: make_date(year, first, second)}
    if days[DMY] == days[MDY]:
        return None
    likely = [order for order, day in days.items() if day is not None and (day == written or None in days.values())]
    return likely[0] if len(likely) == 1 else None
