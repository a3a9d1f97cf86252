"""The names of the tables in one sentence, the longest from left to right, whatever the model labels."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.annotations.entities.labelled import CLOSING
from dateline.annotations.entities.names import Name
from dateline.model import Sentence, Token
from dateline.resources.gazetteer import Gazetteer
from dateline.resources.names import word_set

LONGEST_NAME = 7
"""Words of the longest name looked up in the tables."""


def tabled_names(sentence: Sentence, text: str, gazetteer: Gazetteer) -> Iterator[Name]:
    """Yield the longest names of the tables, from left to right."""
    first = 0
    while first < len(sentence.tokens):
        found = _from(sentence, first, text, gazetteer)
        if found:
            yield found
        first = found.last if found else first + 1


def _from(sentence: Sentence, first: int, text: str, gazetteer: Gazetteer) -> Name | None:
    """Return the name that begins at a token, or one that begins inside it and reaches further, without an idle article."""
    if not _may_begin(sentence.tokens[first]):
        return None
    found = _longest(sentence, first, text, gazetteer)
    if found is None:
        return None
    for later in range(first + 1, found.last):
        other = _longest(sentence, later, text, gazetteer) if _may_begin(sentence.tokens[later]) else None
        if other and other.last > found.last:
            return other
        if other and later == first + 1 and other.last == found.last and _idle_article(found, text, gazetteer):
            return other
    return found


def _idle_article(name: Name, text: str, gazetteer: Gazetteer) -> bool:
    """Whether a name opens with an article that its table does not write ("The Hague" keeps it)."""
    return name.tokens[0].lower in word_set("article") and name.span.of(text) not in gazetteer.names


def _may_begin(token: Token) -> bool:
    return token.text[0].isupper() or token.lower in ("al", "el")


def _longest(sentence: Sentence, first: int, text: str, gazetteer: Gazetteer) -> Name | None:
    tokens, joints = sentence.tokens, word_set("joint")
    best = None
    for last in range(first + 1, min(first + LONGEST_NAME, len(tokens)) + 1):
        token = tokens[last - 1]
        if not (token.text[0].isupper() or token.lower in joints or tokens[last - 2].text == "-"):
            break
        if token.text in CLOSING or token.lower in joints:
            continue
        entries = gazetteer.lookup(text[tokens[first].start : token.end])
        if entries:
            best = Name(sentence, first, last, "", entries)
    return best
