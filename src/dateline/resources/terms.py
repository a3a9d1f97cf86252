"""The words that a report is about: brought to one form, each with how much it tells of the matter."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from math import log
from typing import NamedTuple

from dateline.resources.common_words import common_words
from dateline.resources.tables import cells, read_table
from dateline.resources.wording import plain_word

_RARE = 0.4
"""Of a hundred reports, how many have a word that the table does not list."""

_PERSON, _CAPITAL, _STATE = 2.0, 2.0, 3.0
"""The same for a name of a well-known person, a capital and a state that the table does not list."""

_MOST = log(100 / _RARE)
_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_ENDINGS = (("ies", "y"), ("ing", ""), ("edly", ""), ("ed", ""), ("ers", "er"), ("es", "e"), ("s", ""))
_SHORTEST_STEM = 3


class Term(NamedTuple):
    """A word of a text, and the form that all its forms share."""

    stem: str
    word: str

    @property
    def name_like(self) -> bool:
        """Whether it is written with a capital."""
        return self.word[0].isupper()


def terms_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Term | None]:
    """Yield the terms of a text in order, None for a word that says little by itself.

    >>> [term.stem for term in terms_in("The ministers’ talks were delayed") if term]
    ['minister', 'talk', 'delay']
    """
    for word in _WORD.finditer(text, start, len(text) if end is None else end):
        stem = _stem_of(word[0])
        yield Term(stem, word[0]) if stem else None


@cache
def weights() -> dict[str, float]:
    """Return how much the listed terms tell: the logarithm of one by the share of reports that have them."""
    rows = reversed(read_table("news_words.tsv"))
    shares = dict(_shares_of_names())
    shares |= {stem: float(row["percent"]) for row in rows for word in cells(row["words"]) if (stem := _stem_of(word))}
    return {stem: log(100 / percent) for stem, percent in shares.items()}


def _shares_of_names() -> Iterator[tuple[str, float]]:
    """Yield the names that report after report has, whatever it is about: states, capitals, well-known people."""
    for person in read_table("people.tsv"):
        names = (person["surname"], *(name.split()[-1] for name in cells(person["aliases"])))
        yield from ((stem, _PERSON) for name in names for word in name.split() if (stem := _stem_of(word)))
    for state in read_table("states.tsv"):
        if not state["until"]:
            for column, share in (("capital", _CAPITAL), ("name", _STATE), ("adjectives", _STATE), ("people", _STATE)):
                called = " ".join(cells(state[column])).split()
                yield from ((stem, share) for word in called if word[0].isupper() and (stem := _stem_of(word)))


def weight(stem: str) -> float:
    """Return how much a term tells of what a report is about.

    >>> weight("minister") < weight("cyclone")
    True
    """
    return weights().get(stem, _MOST)


@lru_cache(maxsize=131_072)
def _stem_of(word: str) -> str:
    plain = plain_word(word)
    return "" if len(plain) < 2 or plain in common_words() else _stem(plain)


def _stem(word: str) -> str:
    if len(word) <= _SHORTEST_STEM or word[0].isdigit():
        return word
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM and not word.endswith("ss"):
            word = word[: len(word) - len(ending)] + instead
            break
    if len(word) > _SHORTEST_STEM + 1:
        word = word.removesuffix("e")
    if len(word) > _SHORTEST_STEM + 1 and word[-1] == word[-2] and word[-1] not in "aeiou":
        word = word[:-1]
    return f"{word[:-1]}y" if len(word) > _SHORTEST_STEM + 1 and word[-1] == "i" else word
