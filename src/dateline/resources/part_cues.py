"""What marks a paragraph as a caption or as page furniture."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from dateline.resources.tables import read_table

CAPTION, FURNITURE = "caption", "furniture"

_LONGEST_NAME = 60
_LONGEST_TAIL = 2 * _LONGEST_NAME
_LAST_BRACKET = re.compile(r"[(\[](?P<words>[^()\[\]]*)[)\]]$")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class PartCues:
    """The cues of one role. Only the first or last few words of a paragraph are looked at, however long it is."""

    start: re.Pattern[str]
    ends: tuple[str, ...]
    credits: tuple[str, ...]
    credit: re.Pattern[str]
    brackets: frozenset[str]

    def fit(self, paragraph: str) -> bool:
        """Say whether a paragraph bears one of the cues.

        >>> part_cues(CAPTION).fit("Envoys at the gate of the embassy. Photo: Jane Roe")
        True
        """
        tail = paragraph[-_LONGEST_TAIL:]
        lower = tail.lower()
        if self.start.match(paragraph) or lower.endswith(self.ends):
            return True
        if any(cue in lower for cue in self.credits) and self.credit.search(tail):
            return True
        bracket = _LAST_BRACKET.search(tail) if self.brackets and tail.endswith((")", "]")) else None
        return bracket is not None and not self.brackets.isdisjoint(_WORD.findall(bracket["words"]))


@cache
def part_cues(role: str) -> PartCues:
    """Return the cues of CAPTION or FURNITURE."""
    cues: dict[str, list[str]] = {"start": [], "end": [], "whole": [], "credit": [], "bracket": []}
    for row in read_table("part_cues.tsv"):
        if row["role"] == role:
            cues[row["where"]].append(row["cue"])
    name = rf"\s?[^.!?:]{{1,{_LONGEST_NAME}}}\Z"
    return PartCues(
        start=_any_of(*_patterns(cues["start"], ""), *_patterns(cues["whole"], r"[.:]?\Z")),
        ends=tuple(cue.lower() for cue in cues["end"]),
        credits=tuple(cue.lower() for cue in cues["credit"]),
        credit=_any_of(*(rf"(?<!\S){cue}" for cue in _patterns(cues["credit"], name))),
        brackets=frozenset(cues["bracket"]),
    )


def _patterns(cues: list[str], after: str) -> list[str]:
    return [(re.escape(cue) if cue.upper() == cue else f"(?i:{re.escape(cue)})") + after for cue in cues]


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns) or r"(?!)")
