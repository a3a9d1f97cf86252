"""The headline and the standfirst, which pages set apart from an article's paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from lxml.html import HtmlElement  # type: ignore[import-untyped]

from dateline.sources.pages.stated import Stated
from dateline.sources.pages.words import likeness, plain, words

_SAME = 0.7
_SAME_HEADLINE = 0.75
_WITHIN = 0.85
_LEAST_OF_TITLE = 0.5
"""Shares of words; as all numbers here chosen on bench/pages."""

_MOST_HEADINGS = 20
_STANDFIRST = range(40, 900)
"""Characters."""
_OPENING = 8
"""Paragraphs among which a standfirst that the article has already is looked for."""
_CUT_SHORT = ("...", "…")
_CERTAIN_START = 60
_SET_APART = ("p", "h2", "h3", "div", "span", "strong", "li", "section", "em", "header")


def headline(tree: HtmlElement, stated: Stated, titles: Sequence[str]) -> str | None:
    """Return the heading that is most like one of the titles the page states, or else the first of these."""
    known = [*stated.titles, *titles]
    best = max(
        ((max((likeness(heading, title) for title in known), default=0.0), heading) for heading in headings(tree)),
        key=lambda found: found[0],
        default=(0.0, ""),
    )
    return best[1] if best[0] >= _LEAST_OF_TITLE else next(iter(titles), None)


def headings(tree: HtmlElement) -> list[str]:
    """Return the page's first-level headings."""
    return [text for heading in islice(tree.iter("h1"), _MOST_HEADINGS) if (text := plain(heading))]


def standfirst(tree: HtmlElement, stated: Stated) -> str | None:
    """Return the words on the page that say what a description of it says, or None: what is only in the markup is no text."""
    shown = sorted({text for element in tree.iter(*_SET_APART) if (text := _set_apart(element))})
    found = (_shown(_line(text), shown) for text in stated.descriptions)
    return next((text for text in found if text), None)


def _set_apart(element: HtmlElement) -> str | None:
    text = plain(element)
    return (
        text if len(text) in _STANDFIRST and next(element.iterancestors("figure", "figcaption"), None) is None else None
    )


def _shown(described: str, shown: Sequence[str]) -> str | None:
    if len(described) not in _STANDFIRST:
        return None
    best = max(shown, key=lambda text: likeness(text, described), default="")
    if likeness(best, described) > _SAME:
        return best
    if described.endswith(_CUT_SHORT):
        return min((text for text in shown if text.startswith(described[:_CERTAIN_START])), key=len, default=None)
    return None


def _line(text: str) -> str:
    return " ".join(text.split())


def joined(paragraphs: Sequence[str], *, opening: str | None, heads: Sequence[str]) -> list[str]:
    """Return the paragraphs without the headline's repetition, after a standfirst that is neither theirs nor the headline."""
    kept = list(paragraphs)
    while len(kept) > 1 and _is_one_of(kept[0], heads, _SAME_HEADLINE):
        del kept[0]
    if opening and not _is_one_of(opening, heads, _SAME) and not any(_has(text, opening) for text in kept[:_OPENING]):
        return [opening, *kept]
    return kept


def _is_one_of(text: str, others: Sequence[str], least: float) -> bool:
    return any(likeness(text, other) > least for other in others)


def _has(paragraph: str, opening: str) -> bool:
    told = set(words(opening))
    return likeness(paragraph, opening) > _SAME or len(told & set(words(paragraph))) > _WITHIN * len(told)
