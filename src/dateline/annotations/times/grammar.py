"""The grammar's tables as compiled patterns, and the longest matches of a text with them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from dateline.annotations.times.context import Parts
from dateline.model import Span
from dateline.resources.times import (
    GrammarRow,
    ModifierRow,
    fragments,
    grammar,
    holidays,
    modifiers,
    names,
    word_value,
    words,
)

_NAMED = re.compile(r"\{([a-z_][a-z_0-9]*)(?:\.([a-z]+))?\}|\{(-)\}")
_BLANK = re.compile(r"\[[^\]]*\]| ")
_RUNS = re.compile(r"[a-z]+|\d+")
_LEFT, _RIGHT = 50, 40
"""How many characters an expression may reach to the left and right of a word that announces it."""
_PLAIN_NAMES = {"units": "unit", "weekdays": "weekday", "dayparts": "daypart"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Words that a row of the grammar matched, with what it captured."""

    span: Span
    row: GrammarRow
    parts: Parts
    modifier: ModifierRow | None = None


def find_matches(text: str) -> list[Match]:
    """Return the expressions in *text*, in order: of those that overlap the longest, modifiers not counted."""
    windows = _windows(text)
    if not windows:
        return []
    blocked = [Span(*found.span()) for found in _names().finditer(text)]
    found = [
        Match(span=Span(*match.span()), row=row, parts=_parts(match))
        for row, pattern in _patterns()
        for start, end in _merged([window for need in row.needs for window in windows.get(need, ())])
        for match in pattern.finditer(text, start, end)
    ]
    return [_modified(text, match) for match in _longest(found, blocked)]


def _longest(matches: list[Match], blocked: list[Span]) -> Iterator[Match]:
    kept: list[Match] = []
    taken = sorted(blocked)
    for match in sorted(matches, key=lambda match: (-len(match.span), match.span.start)):
        place = bisect_left(taken, match.span)
        if not any(match.span.overlaps(span) for span in taken[max(0, place - 1) : place + 1]):
            taken.insert(place, match.span)
            kept.append(match)
    yield from sorted(kept, key=lambda match: match.span)


def _modified(text: str, match: Match) -> Match:
    for row, pattern in _modifiers():
        if match.row.type not in row.types and match.row.name not in row.types:
            continue
        if row.side == "left":
            found = pattern.search(text, max(0, match.span.start - 40), match.span.start)
            span = Span(found.start(), match.span.end) if found else None
        else:
            found = pattern.match(text, match.span.end)
            span = Span(match.span.start, found.end()) if found else None
        if span:
            return Match(span=span, row=match.row, parts=match.parts, modifier=row)
    return match


def _parts(match: re.Match[str]) -> Parts:
    parts = {}
    for group, text in match.groupdict().items():
        if text is None:
            continue
        word_class = group.rstrip("0123456789")
        folded = " ".join(text.lower().split())
        name = _PLAIN_NAMES.get(word_class, word_class).removesuffix("_short")
        parts[name] = word_value(word_class, folded) or folded
    return parts


@cache
def _patterns() -> tuple[tuple[GrammarRow, re.Pattern[str]], ...]:
    return tuple((row, _compiled(row.pattern)) for row in grammar())


@cache
def _modifiers() -> tuple[tuple[ModifierRow, re.Pattern[str]], ...]:
    return tuple(
        (
            row,
            re.compile(
                rf"(?<![\w-]){_expanded(row.pattern)}\Z" if row.side == "left" else _expanded(row.pattern), re.I
            ),
        )
        for row in modifiers()
    )


@cache
def _names() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{_expanded(name)})" for name in names()), re.I)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w$£€])(?<!\d[.,/-])(?:{_expanded(pattern)})(?!\w|[.,]\d)", re.I)


def _expanded(pattern: str, *, named: bool = True) -> str:
    uses: Counter[str] = Counter()

    def replace(found: re.Match[str]) -> str:
        if found[3]:
            return fragments()["-"]
        inner = _alternatives(found[1])
        if not named or found[1] == "s":
            return f"(?:{inner})"
        group = found[2] or found[1]
        uses[group] += 1
        return f"(?P<{group}{uses[group] if uses[group] > 1 else ''}>{inner})"

    return _BLANK.sub(_white_space, _NAMED.sub(replace, pattern))


def _white_space(found: re.Match[str]) -> str:
    return r"(?:\s+)" if found[0] == " " else found[0].replace(" ", r"\s")


@cache
def _alternatives(name: str) -> str:
    if name == "holiday":
        return "|".join(_expanded(pattern, named=False) for pattern, _ in holidays())
    if name in fragments():
        return _expanded(fragments()[name], named=False)
    return "|".join(_word_pattern(word) for word in sorted(words()[name], key=len, reverse=True))


def _word_pattern(word: str) -> str:
    escaped = re.escape(word).replace(r"\ ", " ")
    return f"(?-i:{escaped}|{re.escape(word.upper())})" if word[0].isupper() else escaped


def _windows(text: str) -> dict[str, list[tuple[int, int]]]:
    """Return, for each class of words, the stretches of text around those that are there: patterns look nowhere else."""
    windows: dict[str, list[tuple[int, int]]] = {}
    for run in _RUNS.finditer(text.lower() if text.isascii() else _lowered(text)):
        for name in _classes_by_run().get(run[0] if run[0].isalpha() else "0", ()):
            windows.setdefault(name, []).append(_window(text, run.start(), run.end()))
    return windows


def _lowered(text: str) -> str:
    """Return the text in lower case at its own length (a few letters grow: İ becomes two)."""
    return "".join(lower if len(lower := character.lower()) == 1 else character for character in text)


def _window(text: str, start: int, end: int) -> tuple[int, int]:
    first = text.rfind(" ", 0, max(0, start - _LEFT)) + 1
    last = text.find(" ", end + _RIGHT)
    return first, last if last >= 0 else len(text)


def _merged(windows: list[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(windows):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


@cache
def _classes_by_run() -> dict[str, frozenset[str]]:
    """Which classes a run of letters may announce: a text without the last run of any of a class's words has none of it."""
    classes: dict[str, set[str]] = {"0": {"digits"}}
    for name, members in words().items():
        for word in members:
            runs = _RUNS.findall(word.lower())
            classes.setdefault(runs[-1] if runs[-1].isalpha() else "0", set()).add(name)
    for pattern, _ in holidays():
        for run in re.findall(r"[a-z]{3,}", pattern.lower()):
            classes.setdefault(run, set()).add("holiday")
    for announced in classes.values():
        announced.update([plain for plural, plain in _PLAIN_NAMES.items() if plural in announced])
    return {run: frozenset(announced) for run, announced in classes.items()}
