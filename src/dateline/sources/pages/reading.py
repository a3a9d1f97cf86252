"""A page's markup to the fields of a report."""

from __future__ import annotations

import trafilatura
from lxml.etree import LxmlError  # type: ignore[import-untyped]
from trafilatura.settings import Document as Page

from dateline.errors import SourceError
from dateline.sources.pages.heads import headings, headline, joined, standfirst
from dateline.sources.pages.linked import drop_links
from dateline.sources.pages.markup import MOST_ATTRIBUTES, has_too_many_attributes
from dateline.sources.pages.stated import Stated, stated_in

_DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}
"""Only a date that the page's markup or address states, no guess from its words; and no clock to say what is too late."""

_EXTRACTION_ERRORS = (LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError)
"""What trafilatura lets through on malformed pages."""


def read_page(content: bytes) -> dict[str, object]:
    """Return the fields of the article on a page; raise SourceError where it has none.

    The text is what trafilatura takes for the article, without links to other articles and without its headline, but with
    its standfirst.
    """
    if has_too_many_attributes(content):
        raise SourceError(f"expected a web page, got one with a tag of more than {MOST_ATTRIBUTES:,} attributes")
    try:
        fields = _fields(content)
    except _EXTRACTION_ERRORS as error:
        raise SourceError(f"expected a web page, got one that cannot be parsed ({type(error).__name__})") from error
    if not fields:
        raise SourceError("expected a web page with an article, got none")
    return {name: value for name, value in fields.items() if value}


def _fields(content: bytes) -> dict[str, object]:
    tree = trafilatura.load_html(content)
    if tree is None:
        return {}
    stated = stated_in(tree)
    heads, opening = headings(tree), standfirst(tree, stated)
    drop_links(tree)
    page = trafilatura.bare_extraction(tree, with_metadata=True, include_comments=False, date_extraction_params=_DATES)
    if not isinstance(page, Page) or not page.text:
        return {}
    title = headline(tree, stated, [page.title] if page.title else [])
    paragraphs = joined(page.text.splitlines(), opening=opening, heads=[*heads, *stated.titles, title or ""])
    return {
        "text": "\n".join(paragraphs),
        "title": title,
        "published_at": _moment(page.date, stated),
        "outlet": page.sitename,
        "url": page.url,
    }


def _moment(day: str | None, stated: Stated) -> str | None:
    """The page's day, with the time of that day where the markup states it."""
    return next((moment for moment in stated.published if day and moment.startswith(f"{day}T")), day)
