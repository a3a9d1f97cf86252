"""The longest matches of the grammar in a text, with the modifiers beside them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.annotations.times.context import Parts
from dateline.annotations.times.patterns import (
    PLAIN_NAMES,
    RUNS,
    announced_by,
    modifiers_of,
    name_pattern,
    rows_by_need,
)
from dateline.model import Span
from dateline.resources.times import GrammarRow, ModifierRow, word_value

_LEFT, _RIGHT = 50, 40
"""How many characters an expression may reach to the left and right of a word that announces it."""

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Words that a row of the grammar matched, with what it captured; `place` is that of the row in its table."""

    span: Span
    row: GrammarRow
    parts: Parts
    place: int = 0
    modifier: ModifierRow | None = None


def find_matches(text: str) -> list[Match]:
    """Return the expressions in *text*, in order: of those that overlap the longest, modifiers not counted."""
    found = list(_all_matches(text, _windows(text)))
    if not found:
        return []
    matches = []
    floor = 0
    for match in _longest(found, _names_near(text, found)):
        matches.append(_modified(text, match, floor))
        floor = matches[-1].span.end
    return matches


def _all_matches(text: str, windows: dict[str, list[Stretch]]) -> Iterator[Match]:
    for needs, rows in rows_by_need().items():
        near = [window for need in needs for window in windows.get(need, ())]
        for start, end in _merged(near) if near else ():
            for place, row, pattern in rows:
                for found in pattern.finditer(text, start, end):
                    yield Match(span=Span(*found.span()), row=row, parts=_parts(found), place=place)


def _names_near(text: str, matches: Sequence[Match]) -> list[Span]:
    """Return the names beside or around matches that hold a word of time and are no time."""
    stretches = _merged([_window(text, match.span.start, match.span.end) for match in matches])
    return [Span(*found.span()) for stretch in stretches for found in name_pattern().finditer(text, *stretch)]


def _longest(matches: Sequence[Match], blocked: Sequence[Span]) -> list[Match]:
    kept: list[Match] = []
    taken = sorted(blocked)
    for match in sorted(matches, key=lambda match: (-len(match.span), match.span.start, match.place)):
        place = bisect_left(taken, match.span)
        if not any(match.span.overlaps(span) for span in taken[max(0, place - 1) : place + 1]):
            taken.insert(place, match.span)
            kept.append(match)
    return sorted(kept, key=lambda match: match.span)


def _modified(text: str, match: Match, floor: int) -> Match:
    """Return a match with the words beside it that change it; they begin nowhere before *floor*."""
    start, end = match.span.start, match.span.end
    for modifier in modifiers_of(match.row.name, match.row.type):
        if not modifier.before.match(text, start):
            continue
        if modifier.row.side == "left":
            found = modifier.pattern.search(text, max(floor, start - _LEFT), start)
            span = Span(found.start(), end) if found else None
        else:
            found = modifier.pattern.match(text, end)
            span = Span(start, found.end()) if found else None
        if span:
            return replace(match, span=span, modifier=modifier.row)
    return match


def _parts(match: re.Match[str]) -> Parts:
    parts = {}
    for group, text in match.groupdict().items():
        if text is None:
            continue
        word_class = group.rstrip("0123456789")
        folded = " ".join(text.lower().split())
        name = PLAIN_NAMES.get(word_class, word_class).removesuffix("_short")
        parts[name] = word_value(word_class, folded) or folded
    return parts


def _windows(text: str) -> dict[str, list[Stretch]]:
    """Return, for each class of words, the stretches of text around those that are there: patterns look nowhere else."""
    windows: dict[str, list[Stretch]] = {}
    announced = announced_by()
    for run in RUNS.finditer(text.lower() if text.isascii() else _lowered(text)):
        word = run[0]
        for name in announced.get(word if word.isalpha() else "0", ()):
            windows.setdefault(name, []).append(_window(text, run.start(), run.end()))
    return windows


def _lowered(text: str) -> str:
    """Return the text in lower case at its own length (a few letters grow: İ becomes two)."""
    return "".join(lower if len(lower := character.lower()) == 1 else character for character in text)


def _window(text: str, start: int, end: int) -> Stretch:
    first = text.rfind(" ", 0, max(0, start - _LEFT)) + 1
    last = text.find(" ", end + _RIGHT)
    return first, last if last >= 0 else len(text)


def _merged(windows: Sequence[Stretch]) -> list[Stretch]:
    merged: list[Stretch] = []
    for start, end in sorted(windows):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
