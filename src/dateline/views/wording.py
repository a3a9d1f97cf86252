"""Days and names in the few words that a line has room for."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.model import END_OF_TIME, Event, Interval


def listed(names: Sequence[str], *, at_most: int) -> str:
    """Return names as a sentence lists them, the rest counted.

    >>> listed(["A", "B", "C", "D"], at_most=2)
    'A, B and 2 more'
    """
    shown = list(names[:at_most])
    if len(names) > at_most:
        shown.append(f"{len(names) - at_most} more")
    return shown[0] if len(shown) == 1 else " and ".join([", ".join(shown[:-1]), shown[-1]]) if shown else ""


def when(found: Event) -> str:
    """Return when an event happened or is due, as short as it can be said; "reported" where no report says when."""
    told = days(found.happened)
    if told:
        return told
    first = found.tellings[0]
    if first.published_at is not None:
        return f"reported {first.published_at.value[:10]}"
    return "undated" if first.order == END_OF_TIME else f"reported by {first.order[:10]}"


def days(interval: Interval | None) -> str | None:
    """Return an interval in words: a day, "by", "since", or two days; None when it is open at both ends."""
    if interval is None or (interval.earliest is None and interval.latest is None):
        return None
    if interval.earliest is None:
        return f"by {interval.latest}"
    if interval.latest is None:
        return f"since {interval.earliest}"
    first, last = interval.earliest.isoformat(), interval.latest.isoformat()
    return first if first == last else f"{first} to {last}"
