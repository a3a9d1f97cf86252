"""What a report's address tells: the host that published it and the day in its path."""

from __future__ import annotations

import re
from datetime import date
from urllib.parse import urlsplit

from dateline.resources.datelines import month_numbers

_DAY = re.compile(
    r"(?<![\dA-Za-z])(?P<year>(?:19|20)\d{2})(?P<between>[/_.-]?)(?P<month>\d{2}|[a-z]{3})(?P=between)(?P<day>\d{2})(?![\dA-Za-z])"
)


def host_of(url: str) -> str | None:
    """Return the host of an address in lower case and without ``www.``, or None when it has none."""
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname
    except ValueError:
        return None
    host = (host or "").rstrip(".").removeprefix("www.")
    return host if "." in host else None


def day_in(url: str) -> date | None:
    """Return the day that an address carries, or None when it carries none or several that differ.

    >>> day_in("https://example.org/world/2023/mar/20/envoys-meet")
    datetime.date(2023, 3, 20)
    """
    days = {_day(match) for match in _DAY.finditer(url)} - {None}
    return days.pop() if len(days) == 1 else None


def _day(match: re.Match[str]) -> date | None:
    month = match["month"]
    number = int(month) if month.isdigit() else month_numbers().get(month, 0)
    try:
        return date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None
