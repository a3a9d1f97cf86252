"""What a report says differently from the one it was copied from: numbers, days of the week, months."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from dateline.links.origins.aligning import Pair
from dateline.links.origins.wording import Wording
from dateline.model import Change, Document, Evidence, Span
from dateline.resources.times import word_value

NUMBER, WEEKDAY, MONTH = "number", "weekday", "month"
"""Kinds of change. Names are spelled in too many ways to tell a correction by them."""

LEAST_ALIKE = 0.7
"""Two sentences less alike than this were rewritten: that their numbers differ says nothing."""

_LONGEST = 3


@dataclass(frozen=True, slots=True)
class Swap:
    """One word for another of its kind: the numbers of the words in the old and the new report."""

    kind: str
    old: int
    new: int


def swaps(pairs: Iterable[Pair], new: Wording, old: Wording) -> Iterator[Swap]:
    """Yield the swaps in sentences that are otherwise the same, in order of the new report."""
    for pair in pairs:
        if LEAST_ALIKE <= pair.alike < 1:
            yield from _swapped(new, new.sentences[pair.new], old, old.sentences[pair.old])


def facts(wording: Wording, sentence: int) -> Iterator[str]:
    """Yield the numbers, weekdays, months and names of a sentence; its first word may have a capital for nothing."""
    for number, place in enumerate(wording.sentences[sentence]):
        fact = _fact(wording, place)
        if fact:
            yield fact[1]
        elif number and wording.capital[place]:
            yield wording.words[place]


def changes(found: Iterable[Swap], new: tuple[Document, Wording], old: tuple[Document, Wording]) -> tuple[Change, ...]:
    """Return swaps as what a reader sees: the words of both reports, with their places."""
    return tuple(Change(kind=swap.kind, before=_cited(*old, swap.old), after=_cited(*new, swap.new)) for swap in found)


def _cited(document: Document, wording: Wording, place: int) -> Evidence:
    return Evidence.cite(document.id, document.text, Span(*wording.spans[place]))


def _swapped(new: Wording, sentence: range, old: Wording, former: range) -> Iterator[Swap]:
    matcher = SequenceMatcher(None, old.of(former), new.of(sentence), autojunk=False)
    for tag, a, b, c, d in matcher.get_opcodes():
        if tag == "replace" and b - a == d - c <= _LONGEST:
            for was, now in zip(range(a, b), range(c, d), strict=True):
                before, after = _fact(old, former.start + was), _fact(new, sentence.start + now)
                if before and after and before[0] == after[0] and before != after:
                    yield Swap(before[0], former.start + was, sentence.start + now)


def _fact(wording: Wording, place: int) -> tuple[str, str] | None:
    """Return the kind and value of a number, weekday or month, or None for any other word."""
    word = wording.words[place]
    if word[0].isdigit():
        return NUMBER, word
    if not wording.capital[place]:
        return None
    if weekday := word_value("weekday_short", word):
        return WEEKDAY, weekday
    month = word_value("month_short", word)
    return (MONTH, month) if month else None
