"""What a page states of itself in its markup: JSON-LD (schema.org) and Open Graph."""

from __future__ import annotations

import html
import json
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from lxml.html import HtmlElement  # type: ignore[import-untyped]

_DESCRIPTIONS = '//meta[@property="og:description" or @name="description"]/@content'
_PUBLISHED = '//meta[@property="article:published_time"]/@content'
_TITLES = '//meta[@property="og:title"]/@content'

_MOST = 8
"""Texts of a kind that are looked at: each is compared with much of the page."""

_ARTICLES = ("Article", "BlogPosting", "Report")
"""What the names of schema.org's types for articles have in them."""


@dataclass(frozen=True, slots=True)
class Stated:
    """Texts in the order of how far they are to be trusted: those of the article's own JSON-LD first."""

    titles: tuple[str, ...]
    descriptions: tuple[str, ...]
    published: tuple[str, ...]


def stated_in(tree: HtmlElement) -> Stated:
    """Return what a page states of its article."""
    articles = [entry for entry in _entries(tree) if _is_article(entry)]
    return Stated(
        titles=_first(_texts(articles, "headline"), tree.xpath(_TITLES)),
        descriptions=_first(_texts(articles, "description"), tree.xpath(_DESCRIPTIONS)),
        published=_first(_texts(articles, "datePublished"), tree.xpath(_PUBLISHED)),
    )


def _first(*texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(islice(chain.from_iterable(texts), _MOST))


def _is_article(entry: dict[str, object]) -> bool:
    """Pictures and videos have headlines as well."""
    kinds = str(entry.get("@type", ""))
    return "headline" in entry and any(kind in kinds for kind in _ARTICLES)


def _entries(tree: HtmlElement) -> Iterator[dict[str, object]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        try:
            waiting = deque([json.loads(script.text or "", strict=False)])
        except (ValueError, RecursionError):
            continue
        while waiting:
            entry = waiting.popleft()
            if isinstance(entry, dict):
                yield entry
                waiting.extend(entry.values())
            elif isinstance(entry, list):
                waiting.extend(entry)


def _texts(entries: list[dict[str, object]], name: str) -> Iterator[str]:
    for entry in entries:
        value = entry.get(name)
        if isinstance(value, str):
            yield html.unescape(value)
