"""What a story is called: the headline of its reports that says best what they are about."""

from __future__ import annotations

import re
from collections.abc import Mapping
from math import sqrt

from dateline.links.stories.terms import Terms
from dateline.model import Document, Role
from dateline.resources.openings import opening_of
from dateline.resources.terms import terms_in
from dateline.resources.titles import plain_title

MOST_TITLES = 6
"""Titles that a story keeps: which of them says best what it is about may change as it goes on."""

FEWEST_TERMS = 4
"""Terms of a title that says by itself what the matter is."""

LONG = 80
"""Characters from which on a title is more than a person would say."""

OPENING, QUESTION, BROKEN, QUOTED, LENGTHY = 0.7, 0.6, 0.5, 0.8, 0.8
"""What counts against a title: being made of a first sentence, asking, breaking off, quoting, being long."""

_LABEL = re.compile(r"^([^:]{3,40}):\s+(?=\S)")
_BROKEN = re.compile(r"(?:\.\.\.|…)$")
_QUOTED = re.compile(r"^[\"“‘']|:\s+[\"“‘']")


def title_of(document: Document) -> tuple[str, float] | None:
    """Return what a report's headline is, else its first sentence for one, and how much of a title that is."""
    if document.title:
        title = _unlabelled(plain_title(document.title, document.outlet))
        return (title, _worth(title)) if title else None
    told = (part for part in document.parts if part.role in (Role.HEADING, Role.BODY))
    first = next(told, None)
    title = opening_of(first.span.of(document.text)) if first else ""
    return (title, OPENING * _worth(title)) if title else None


def ranked(titles: Mapping[str, float], terms: Terms) -> dict[str, float]:
    """Return the titles to keep, the best for these terms first; of equals the one that came first."""
    best = sorted(titles, key=lambda title: -titles[title] * fit(title, terms))
    return {title: titles[title] for title in best[:MOST_TITLES]}


def fit(title: str, terms: Terms) -> float:
    """Return how like a title is to terms: their cosine, less for a title of few terms."""
    stems = {term.stem for term in terms_in(title) if term}
    return sum(terms.get(stem, 0.0) for stem in stems) / sqrt(max(len(stems), FEWEST_TERMS))


def _unlabelled(title: str) -> str:
    """Return a title without a label before it that only says what the title says again."""
    label = _LABEL.match(title)
    if label is None:
        return title
    rest = title[label.end() :]
    said, again = ({term.stem for term in terms_in(words) if term} for words in (label[1], rest))
    return rest if said and 2 * len(said & again) >= len(said) else title


def _worth(title: str) -> float:
    worth = LENGTHY if len(title) > LONG else 1.0
    for against, found in ((QUESTION, "?" in title), (BROKEN, _BROKEN.search(title)), (QUOTED, _QUOTED.search(title))):
        worth *= against if found else 1.0
    return round(worth, 3)
