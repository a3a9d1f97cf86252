"""Numbers as news texts write them: digits, words, and words for "some"."""

from __future__ import annotations

import re
from fractions import Fraction

from dateline.resources.times import word_value

UNKNOWN = "X"
_DIGITS = re.compile(r"(\d[\d,]*(?:\.\d+)?)(?:[ -]?(\d)/(\d))?")


def parse_number(text: str) -> Fraction | str | None:
    """Return the number, `UNKNOWN` for "several" and its like, None for what is no number.

    >>> parse_number("twenty-four")
    Fraction(24, 1)
    >>> parse_number("four and a half")
    Fraction(9, 2)
    """
    text = " ".join(text.lower().split())
    half = Fraction(0)
    if text.endswith(" and a half"):
        text, half = text.removesuffix(" and a half"), Fraction(1, 2)
    count = word_value("count", text)
    if count == UNKNOWN:
        return UNKNOWN
    if count is not None:
        return Fraction(count) + half
    digits, _, scale = text.rpartition(" ")
    if digits[:1].isdigit() and (factor := word_value("numword", scale)):
        number = parse_number(digits)
        return number * int(factor) if isinstance(number, Fraction) else None
    if found := _DIGITS.fullmatch(text):
        part = Fraction(int(found[2]), int(found[3])) if found[2] and found[3] != "0" else Fraction(0)
        return Fraction(found[1].replace(",", "")) + part + half
    words = _parse_words(re.split(r"[\s,-]+", text))
    return words if words is None or words == UNKNOWN else Fraction(words) + half


def _parse_words(words: list[str]) -> int | str | None:
    total = current = 0
    for word in words:
        if word == "and":
            continue
        if word_value("count", word) == UNKNOWN:
            return UNKNOWN
        value = int(word_value("numword", word) or word_value("count", word) or 0)
        if not value:
            return None
        if value >= 1000:
            total, current = total + max(current, 1) * value, 0
        elif value == 100:
            current = max(current, 1) * value
        else:
            current += value
    return total + current


def parse_year(text: str) -> int | None:
    """Return the year that words spell.

    >>> parse_year("nineteen ninety-seven")
    1997
    """
    words = re.split(r"[\s-]+", text.lower())
    if "thousand" in words:
        year = _parse_words(words)
        return year if isinstance(year, int) else None
    first, rest = _parse_words(words[:1]), _parse_words(words[1:])
    if isinstance(first, int) and isinstance(rest, int):
        return first * 100 + rest
    return None
