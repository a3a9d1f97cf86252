"""Readings of times of day: "9:30 p.m.", "16:30", "noon", "six in the evening"."""

from __future__ import annotations

import re
from fractions import Fraction

from dateline.annotations.times.context import Context, Parts, Reading
from dateline.annotations.times.numbers import parse_number

_CLOCK = re.compile(r"(\d\d?)(?:[:.](\d\d))?(?::(\d\d))?[\s-]*([ap])?")
_OF_NOUNS = frozenset({"compound", "amod", "nmod", "nummod"})
_HALVES = {"TMO": "a", "TAF": "p", "TEV": "p", "TNI": "p"}
"""Which half of the day a part of it lies in."""


def clock(parts: Parts, context: Context) -> Reading | None:
    """Read a time of day; which day it is of, its sentence must tell (see joining.py)."""
    head = context.head
    of_noun = head is not None and head.dep in _OF_NOUNS and "dayedge" not in parts
    return Reading(value=_time(parts), direction=None if of_noun else context.direction)


def _time(parts: Parts) -> str | None:
    if word := parts.get("clockword") or parts.get("dayedge"):
        return word.upper()
    text = parts.get("clock") or parts.get("clock24") or f"{parts['hhmm'][:2]}:{parts['hhmm'][2:]}"
    found = _CLOCK.match(text)
    if found is None:
        number = parse_number(re.split(r"\s", text)[0])
        return f"T{int(number):02d}:00" if isinstance(number, Fraction) and number <= 12 else None
    hour, minute = int(found[1]), int(found[2] or 0)
    half = found[4] or _HALVES.get(parts.get("daypart", ""))
    if half:
        hour = hour % 12 + (12 if half == "p" else 0) if hour <= 12 else hour
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return f"T{hour:02d}:{minute:02d}"
