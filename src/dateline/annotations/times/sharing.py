"""What neighbouring dates share: "24 and 25 April" has one month for two days, "March and May 1998" one year for two months."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from dateline.annotations.times.grammar import Match
from dateline.model import Span
from dateline.resources.times import beside

_DAY = r"(\d\d?(?:st|nd|rd|th)?)"
_DAY_BEFORE = re.compile(rf"(?<![\w.,$£€/-]){_DAY} (?:and|or) (?:the )?\Z")
_LONGEST_LINK = 20


def share_parts(text: str, matches: Sequence[Match]) -> list[Match]:
    """Return the matches with days that stand without their month, and months with the year that their neighbour names."""
    found = sorted([*matches, *_bare_days(text, matches)], key=lambda match: match.span)
    for place in range(len(found) - 2, -1, -1):
        found[place] = _with_year(text, found[place], found[place + 1])
    for place in range(len(found) - 2, -1, -1):
        found[place] = _with_nights(text, found[place], found[place + 1])
    for place in range(1, len(found)):
        found[place] = _with_every(text, found[place - 1], found[place])
        found[place] = _after_year(text, found[place - 1], found[place])
    return found


def _bare_days(text: str, matches: Sequence[Match]) -> list[Match]:
    days = []
    for match in matches:
        if match.row.name == "day_month":
            found = _DAY_BEFORE.search(text, max(0, match.span.start - _LONGEST_LINK), match.span.start)
        elif match.row.name == "month_day" and "year" not in match.parts:
            found = _day_after().match(text, match.span.end)
        else:
            continue
        if found and not any(other.span.overlaps(Span(*found.span(1))) for other in matches):
            parts = {name: part for name, part in match.parts.items() if name != "weekday"} | {"day": found[1]}
            days.append(replace(match, span=Span(*found.span(1)), parts=parts, modifier=None))
    return days


def _with_year(text: str, match: Match, following: Match) -> Match:
    """Return "March" of "March and May 1998" with the year."""
    if not _lacks_year(match) or "month" not in following.parts or "year" not in following.parts:
        return match
    if _between(text, match, following) not in beside("link"):
        return match
    over = int(match.parts["month"]) > int(following.parts["month"])
    return replace(match, parts={**match.parts, "year": str(int(following.parts["year"]) - over)})


def _with_nights(text: str, match: Match, following: Match) -> Match:
    """Return "Monday" of "Monday and Tuesday nights" as the nights of every week."""
    parts = match.parts.keys() | following.parts.keys()
    if following.row.type != "SET" or parts != {"weekday", "daypart"} or "daypart" in match.parts:
        return match
    if _between(text, match, following) not in beside("coordination"):
        return match
    return replace(match, row=following.row, parts={**following.parts, "weekday": match.parts["weekday"]})


def _with_every(text: str, before: Match, match: Match) -> Match:
    """Return "Thursday" of "every Tuesday and Thursday" as that of every week."""
    if before.row.type != "SET" or before.parts.keys() != {"weekday"} or match.parts.keys() != {"weekday"}:
        return match
    joined = _between(text, before, match) in beside("coordination")
    return replace(match, row=before.row) if joined else match


def _after_year(text: str, before: Match, match: Match) -> Match:
    """Return "May" of "March 1998 to May" with the year."""
    if _between(text, before, match) not in beside("range"):
        return match
    if not _lacks_year(match) or "month" not in before.parts or "year" not in before.parts:
        return match
    over = int(match.parts["month"]) < int(before.parts["month"])
    return replace(match, parts={**match.parts, "year": str(int(before.parts["year"]) + over)})


def _between(text: str, first: Match, second: Match) -> str:
    return text[first.span.end : second.span.start].strip()


@cache
def _day_after() -> re.Pattern[str]:
    words = "|".join(sorted(beside("after_day")))
    return re.compile(rf" (?:and|or) {_DAY}(?=[.,;:)](?!\d)|\s(?:{words})\b|\s*\Z)")


def _lacks_year(match: Match) -> bool:
    return match.row.reading == "calendar" and "month" in match.parts and not {"year", "relation"} & match.parts.keys()
