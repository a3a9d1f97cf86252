"""What a report is about: its terms with their weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from math import sqrt

from dateline.model import Document, Role
from dateline.resources.terms import terms_in, weight

TITLE = 4.0
LEAD = 2.0
NAME = 1.5
"""How much more a term counts in the title, in the first words of the text, and with a capital letter."""

LEAD_WORDS = 60
WORDS_READ = 400
"""A report says what it is about before it comes to the background."""

LEFT_OUT = (Role.DATELINE, Role.FURNITURE)

Terms = Mapping[str, float]


def terms_of(document: Document) -> dict[str, float]:
    """Return the terms of a report as a vector of length one; of no terms where it has none."""
    counts: Counter[str] = Counter()
    for term in terms_in(document.title or ""):
        if term:
            counts[term.stem] += TITLE * (NAME if term.name_like else 1)
    place = 0
    for part in document.parts:
        if part.role in LEFT_OUT or place >= WORDS_READ:
            continue
        for place, term in enumerate(terms_in(document.text, part.span.start, part.span.end), place + 1):
            if term and place <= WORDS_READ:
                counts[term.stem] += (LEAD if place <= LEAD_WORDS else 1) * (NAME if term.name_like else 1)
    return scaled({stem: sqrt(count) * weight(stem) for stem, count in counts.items()})


def scaled(terms: Terms) -> dict[str, float]:
    """Return terms as a vector of length one."""
    length = sqrt(sum(value * value for value in terms.values())) or 1.0
    return {stem: value / length for stem, value in terms.items()}


def strongest(terms: Terms, most: int) -> dict[str, float]:
    """Return the terms that weigh most, the heaviest first."""
    return dict(sorted(terms.items(), key=lambda term: (-term[1], term[0]))[:most])
