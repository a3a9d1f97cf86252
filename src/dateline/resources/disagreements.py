"""What is looked at before two reports are said to disagree, from disagreement_words.tsv."""

from __future__ import annotations

import re
from functools import cache

from dateline.resources.tables import cells, read_table

_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)*")


@cache
def disagreement_words(name: str) -> frozenset[str]:
    """Return a set of the table by its name.

    >>> "sign" in disagreement_words("once")
    True
    """
    return frozenset(cells(next(row["members"] for row in read_table("disagreement_words.tsv") if row["set"] == name)))


def has_any(text: str, name: str) -> bool:
    """Say whether a text has a word of a set, by itself.

    >>> has_any("The lamps went out overnight.", "night"), has_any("A nightingale sang.", "night")
    (True, False)
    """
    return not disagreement_words(name).isdisjoint(words_of(text))


def words_of(text: str) -> set[str]:
    """Return the words of a text in small letters; "didn't" also gives "n't", and a plural its singular."""
    found = {word.lower() for word in _WORD.findall(text)}
    return (
        found
        | {word[-3:] for word in found if word.endswith(("n't", "n’t"))}
        | {word.removesuffix("s") for word in found}
    )


def name_of_state(code: str) -> str:
    """Return the usual name of a state by its ISO 3166-1 alpha-3 code, or the code where it is not known.

    >>> name_of_state("PER")
    'Peru'
    """
    return _states().get(code, code)


@cache
def _states() -> dict[str, str]:
    return {row["iso3"]: row["name"] for row in read_table("states.tsv")}


@cache
def words_of_states() -> frozenset[str]:
    """Return the words, in small letters, that name states and what belongs to them."""
    columns = ("name", "formal", "aliases", "adjectives", "people")
    named = (cell for row in read_table("states.tsv") for column in columns for cell in cells(row[column]))
    return frozenset(word for name in named for word in words_of(name))
