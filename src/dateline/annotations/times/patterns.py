"""The grammar's tables as compiled patterns: rows, modifiers and names, with the words that announce each."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from dateline.resources.times import (
    GrammarRow,
    ModifierRow,
    fragments,
    grammar,
    holidays,
    modifiers,
    names,
    words,
)

_NAMED = re.compile(r"\{([a-z_][a-z_0-9]*)(?:\.([a-z]+))?\}|\{(-)\}")
_BLANK = re.compile(r"\[[^\]]*\]| ")
_HOLIDAY_WORD = re.compile(r"[a-z]{3,}")
RUNS = re.compile(r"[a-z]+|\d+")
"""Runs of letters or digits in a text in lower case: what announces a class of words."""
PLAIN_NAMES = {"units": "unit", "weekdays": "weekday", "dayparts": "daypart"}
"""Classes of plurals, and those of their singulars."""

Rows = tuple[tuple[int, GrammarRow, re.Pattern[str]], ...]
"""Rows of the grammar with their place in the table and their patterns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Modifier:
    """A row of the modifiers with its patterns: of its own words, and of what the expression must begin with."""

    row: ModifierRow
    pattern: re.Pattern[str]
    before: re.Pattern[str]


@cache
def rows_by_need() -> dict[tuple[str, ...], Rows]:
    """Return the rows of the grammar by the classes one of which a text must hold."""
    grouped: dict[tuple[str, ...], Rows] = {}
    for place, row in enumerate(grammar()):
        grouped[row.needs] = (*grouped.get(row.needs, ()), (place, row, _compiled(row.pattern)))
    return grouped


@cache
def modifiers_of(name: str, kind: str) -> tuple[Modifier, ...]:
    """Return the modifiers that a row of this name and type can have."""
    rows = [row for row in modifiers() if name in row.types or kind in row.types]
    return tuple(
        Modifier(row=row, pattern=_beside(row), before=re.compile(_expanded(row.before, named=False), re.I))
        for row in rows
    )


@cache
def name_pattern() -> re.Pattern[str]:
    """Return the pattern of names and phrases that hold a word of time and are no time."""
    return re.compile("|".join(f"(?:{_expanded(name, named=False)})" for name in names()), re.I)


@cache
def announced_by() -> dict[str, frozenset[str]]:
    """Return, for a run of letters, the classes that it may announce; a text without any such run has no word of a class.

    It is the last run of a word that announces it; "0" stands for any digits.
    """
    needed = {need for row in grammar() for need in row.needs}
    classes: dict[str, set[str]] = {"0": {"digits"}}
    for name, members in words().items():
        for word in members:
            run = RUNS.findall(word.lower())[-1]
            classes.setdefault(run if run.isalpha() else "0", set()).add(name)
    for pattern, _ in holidays():
        for run in _HOLIDAY_WORD.findall(pattern.lower()):
            classes.setdefault(run, set()).add("holiday")
    for announced in classes.values():
        announced.update([plain for plural, plain in PLAIN_NAMES.items() if plural in announced])
    return {run: frozenset(announced & needed) for run, announced in classes.items() if announced & needed}


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w$£€])(?<!\d[.,:/-])(?:{_expanded(pattern)})(?!\w|[.,]\d)", re.I)


def _beside(row: ModifierRow) -> re.Pattern[str]:
    pattern = _expanded(row.pattern)
    return re.compile(rf"(?<![\w-]){pattern}\Z" if row.side == "left" else pattern, re.I)


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
        longest_first = sorted((pattern for pattern, _ in holidays()), key=len, reverse=True)
        return "|".join(_expanded(pattern, named=False) for pattern in longest_first)
    if name in fragments():
        return _expanded(fragments()[name], named=False)
    return "|".join(_word_pattern(word) for word in sorted(words()[name], key=len, reverse=True))


def _word_pattern(word: str) -> str:
    escaped = re.escape(word).replace(r"\ ", " ")
    return f"(?-i:{escaped}|{re.escape(word.upper())})" if word[0].isupper() else escaped
