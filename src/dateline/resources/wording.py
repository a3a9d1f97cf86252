"""Words brought to one way of writing, so that a copy meets its original whatever its house style."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from dateline.resources.spelling import normalised
from dateline.resources.tables import read_table
from dateline.resources.times import word_value

_SHORTEST_WITH_ENDING = 6


@lru_cache(maxsize=131_072)
def plain_word(word: str) -> str:
    """Return a word in small letters, in American spelling, a number in digits; empty when nothing of it is a word.

    >>> [plain_word(word) for word in ("Organisation’s", "organization", "Twelve", "44,287")]
    ['organization', 'organization', '12', '44287']
    """
    if word[0].isdigit():
        return word.replace(",", "")
    plain = normalised(word).replace(" ", "")
    number = word_value("numword", plain)
    if number is not None:
        return number
    if plain in _rows("word"):
        return _rows("word")[plain]
    return _endings().sub(_american, plain) if len(plain) >= _SHORTEST_WITH_ENDING else plain


def _american(ending: re.Match[str]) -> str:
    return _rows("ending")[ending[0]]


@cache
def _rows(kind: str) -> dict[str, str]:
    return {row["written"]: row["means"] for row in read_table("wording.tsv") if row["kind"] == kind}


@cache
def _endings() -> re.Pattern[str]:
    longest_first = sorted(_rows("ending"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(longest_first)})\Z")
