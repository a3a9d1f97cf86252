"""Names brought to one spelling, so that the same name written two ways meets itself."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from unicodedata import combining, normalize

from dateline.resources.tables import read_table

_APOSTROPHES = re.compile("[’‘ʼ`´]")
_POSSESSIVE = re.compile(r"'s\b|'$")
_NO_WORD = re.compile(r"[^\w&]+")
_DOUBLED = re.compile(r"(.)\1+")
_LETTERS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "ð": "d", "þ": "th"})


@lru_cache(maxsize=65_536)
def normalised(name: str) -> str:
    """Return a name in lower case, without accents, full stops, a leading article and a trailing possessive.

    >>> normalised("The  U.S. President’s")
    'us president'
    >>> normalised("Recep Tayyip Erdoğan") == normalised("Recep Tayyip Erdogan")
    True
    """
    plain = "".join(mark for mark in normalize("NFKD", name.casefold().translate(_LETTERS)) if not combining(mark))
    plain = _POSSESSIVE.sub("", _APOSTROPHES.sub("'", plain)).replace("'", "").replace(".", "")
    return _NO_WORD.sub(" ", plain).strip().removeprefix("the ")


@cache
def _sounds() -> tuple[tuple[str, str, bool], ...]:
    return tuple((row["written"], row["heard"], row["at"] == "end") for row in read_table("spelling_sounds.tsv"))


@lru_cache(maxsize=65_536)
def sounded(name: str) -> str:
    """Return a rough spelling by sound, the same for most transliterations of one name.

    >>> sounded("Zelenskyy") == sounded("Zelensky") == sounded("Zelenskiy") == sounded("Zelenskij")
    True
    >>> sounded("Kuleba") == sounded("Kuleva")
    False
    """
    plain = normalised(name)
    for written, heard, at_end in _sounds():
        if not at_end:
            plain = plain.replace(written, heard)
        elif plain.endswith(written):
            plain = plain.removesuffix(written) + heard
    plain = _DOUBLED.sub(r"\1", plain)
    return plain[:-1] if len(plain) > 3 and plain[-1] in "ei" else plain
