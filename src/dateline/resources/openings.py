"""The first sentence of a report, brought to what can stand for its title."""

from __future__ import annotations

import re
from functools import cache

from dateline.resources.datelines import outlet_named, weekday_names
from dateline.resources.tables import cells, read_table

LONGEST = 90
"""Characters of a sentence that stands for a title."""

_SHORTEST = 30
"""Characters that must be left before a clause that is cut off."""

_MARKS = " ,;:"
_SENTENCE = re.compile(r"(?<![A-Z][a-z])(?<![A-Z])(?<!\bSt)(?<!\bMr)(?<!\bDr)[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z])")
_CREDIT = re.compile(r"^.{0,80}?\(\s*([^()]{2,30}?)\s*\)\s*[-–—]+\s*")
_STAMP = re.compile(r"^.{0,40}?\b\d{1,2}[.:]\d{2}\s*(?:am|pm)?\s+[A-Z]{3,4}\b[\s|:-]*")
_APPOSITION = re.compile(r"^([^,]{3,40}), [^,]{2,60}, (?=[a-z])(?!(?:and|or|but|who|which|where)\b)")
_PARENTHESIS = re.compile(r"\s*\([^()]*\)")


def opening_of(text: str) -> str:
    """Return the first sentence of a text without what a title does not say: who tells it, on which day, side clauses.

    >>> opening_of("Engineers opened the spillway of the Orlo dam on Friday, officials said. Families moved out.")
    'Engineers opened the spillway of the Orlo dam'
    """
    words = " ".join(text[:1000].split())
    words = _PARENTHESIS.sub("", _uncredited(_STAMP.sub("", words)))
    sentence = _without_side_clauses(_SENTENCE.split(words, maxsplit=1)[0].rstrip(" ."))
    told = _saying().sub("", sentence)
    return _shortened(_days().sub("", told if len(told) >= _SHORTEST else sentence).strip(_MARKS))


def _uncredited(words: str) -> str:
    """Return a text without where and by whom it was written: "VARDO (Reuters) -"."""
    credit = _CREDIT.match(words)
    return words[credit.end() :] if credit and outlet_named(credit[1]) else words


def _without_side_clauses(sentence: str) -> str:
    """Return a sentence without a clause that it begins with ("After four days at sea, ...") and what explains its subject."""
    sentence = _APPOSITION.sub(r"\1 ", sentence)
    side = _side_clause().match(sentence)
    rest = sentence[side.end() :] if side else ""
    return f"{rest[0].upper()}{rest[1:]}" if len(rest) >= _SHORTEST else sentence


def _shortened(sentence: str) -> str:
    """Return a sentence as long as a title may be, cut before a clause if one begins in time, else between words."""
    if len(sentence) <= LONGEST:
        return sentence
    places = [found.start() for found in _clauses().finditer(sentence) if _SHORTEST <= found.start() <= LONGEST]
    if places:
        return _dangling().sub("", sentence[: places[-1]]).strip(_MARKS)
    return f"{sentence[:LONGEST].rpartition(' ')[0] or sentence[:LONGEST]} …"


@cache
def _words(kind: str) -> str:
    rows = read_table("title_clauses.tsv")
    return "|".join(re.escape(word) for row in rows if row["kind"] == kind for word in cells(row["words"]))


@cache
def _saying() -> re.Pattern[str]:
    return re.compile(rf",[”\"]?\s+(?:[\w’'.-]+\s+){{0,6}}(?:{_words('saying')})\b[^,]*$", re.IGNORECASE)


@cache
def _days() -> re.Pattern[str]:
    days = "|".join((*sorted(weekday_names(), key=len, reverse=True), _words("day")))
    return re.compile(
        rf",?\s+(?:(?:{_words('before')})\s+)?(?:{days})\b(?!['’])(?:\s+(?:{_words('hour')})\b)?",
        re.IGNORECASE,
    )


@cache
def _side_clause() -> re.Pattern[str]:
    return re.compile(rf"(?:{_words('joining')})\s[^,]*,\s+", re.IGNORECASE)


@cache
def _dangling() -> re.Pattern[str]:
    return re.compile(rf"(?:,?\s+[\w-]+)?\s+(?:{_words('dangling')})$", re.IGNORECASE)


@cache
def _clauses() -> re.Pattern[str]:
    return re.compile(rf"[,;:]\s|\s+[-–—]+\s|,?\s+(?:{_words('joining')})\s", re.IGNORECASE)
