"""What a report is about: its terms with their weights."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from math import sqrt

from dateline.model import Document, Role
from dateline.resources.terms import Term, terms_in, weight

TITLE = 4.0
LEAD = 2.0
NAME = 1.5
"""How much more a term counts in the title, in the first words of the text, and with a capital letter."""

LEAD_WORDS = 60
WORDS_READ = 300
"""A report says what it is about before it comes to the background."""

LEFT_OUT = (Role.DATELINE, Role.FURNITURE)

Terms = Mapping[str, float]


def terms_of(document: Document) -> dict[str, float]:
    """Return the terms of a report as a vector of length one; of no terms where it has none."""
    counts: dict[str, float] = defaultdict(float)
    for place, term in _terms(document):
        value = TITLE if place is None else LEAD if place < LEAD_WORDS else 1.0
        counts[term.stem] += value * (NAME if term.name_like else 1.0)
    return scaled({stem: sqrt(count) * weight(stem) for stem, count in counts.items()})


def words_for(stems: Sequence[str], document: Document) -> list[str]:
    """Return the terms as a report first writes them."""
    words: dict[str, str] = {}
    for _, term in _terms(document):
        if term.stem in stems:
            words.setdefault(term.stem, term.word)
            if len(words) == len(stems):
                break
    return [words[stem] for stem in stems]


def _terms(document: Document) -> Iterator[tuple[int | None, Term]]:
    """Yield the terms of the title, then those of the text with the number of each word."""
    for term in terms_in(document.title or ""):
        if term:
            yield None, term
    spans = (part.span for part in document.parts if part.role not in LEFT_OUT)
    words = (term for span in spans for term in terms_in(document.text, span.start, span.end))
    for place, term in enumerate(islice(words, WORDS_READ)):
        if term:
            yield place, term


def scaled(terms: Terms) -> dict[str, float]:
    """Return terms as a vector of length one."""
    length = sqrt(sum(value * value for value in terms.values())) or 1.0
    return {stem: value / length for stem, value in terms.items()}


def strongest(terms: Terms, most: int) -> dict[str, float]:
    """Return the terms that weigh most, the heaviest first."""
    return dict(sorted(terms.items(), key=lambda term: (-term[1], term[0]))[:most])
