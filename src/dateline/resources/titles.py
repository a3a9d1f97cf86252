"""Titles of reports without what their outlets put around them."""

from __future__ import annotations

import re
from functools import cache

from dateline.resources.datelines import outlet_at, outlet_named
from dateline.resources.tables import read_table

_LABEL = re.compile(r"\s*[\[(]?([\w& ]{3,16}?)[\])]?\s*(?:[:|]|\s[-–—])\s+|\s*[\[(]([\w& ]{3,16})[\])]\s+")
_BREAK = re.compile(r"\s+[|–—-]+\s+|\s*\|\s*")


def plain_title(title: str, outlet: str | None = None) -> str:
    """Return a title without the label before it and the outlet after it.

    >>> plain_title("VIDEO: Ferry freed after two days - Reuters")
    'Ferry freed after two days'
    >>> plain_title("Ferry freed – and late again")
    'Ferry freed – and late again'
    """
    text = " ".join(title.split())
    label = _LABEL.match(text)
    if label and (label[1] or label[2]).casefold() in _labels() and label.end() < len(text):
        text = text[label.end() :]
    breaks = list(_BREAK.finditer(text))
    for place in reversed(breaks):
        if not place.start() or not _names_outlet(text[place.end() :], outlet, bar="|" in place[0]):
            break
        text = text[: place.start()]
    return text


def _names_outlet(words: str, outlet: str | None, *, bar: bool) -> bool:
    """Say whether the end of a title is an outlet's name or, after a bar, the name of a section."""
    known = outlet_named(words) or outlet_at(words.casefold())
    own = _letters(words) in _letters(outlet or "") if len(words) > 2 else False
    return bool(known) or own or (bar and len(words.split()) <= 3)


def _letters(text: str) -> str:
    return "".join(letter for letter in text.casefold() if letter.isalnum())


@cache
def _labels() -> frozenset[str]:
    return frozenset(row["words"] for row in read_table("title_furniture.tsv"))
