"""Saved web pages: the article's text, one paragraph a line, and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

import trafilatura
from lxml.etree import LxmlError  # type: ignore[import-untyped]
from trafilatura.settings import Document as Page

from dateline.errors import SourceError
from dateline.model import Failure, RawReport
from dateline.settings import Settings
from dateline.sources.files import READ_ERRORS, failure, read_whole, shown

STAGE = "sources.html"

_MARKUP_PER_CHARACTER = 8
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2199-12-31"}
"""Only a date that the page's markup or address states, no guess from its words; and no clock to say what is too late."""

_EXTRACTION_ERRORS = (LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError)
"""What trafilatura lets through on malformed pages."""

_TAG = re.compile(rb"<[A-Za-z](?:[^'\">]++|\"[^\"]*+\"|'[^']*+')*+")
_QUOTED = re.compile(rb"\"[^\"]*\"|'[^']*'")
_MOST_ATTRIBUTES = 1_000
_SHORTEST_WITH_SO_MANY = 2 * _MOST_ATTRIBUTES
"""Bytes. The parser's time grows with the square of the attributes of one tag: fifty thousand take half a minute."""


class HtmlSource:
    """Reads a saved page, gzip or not. Its language is left to be told from the text: pages often misstate it."""

    name = "html"
    suffixes = (".html", ".htm")

    def __init__(self, settings: Settings) -> None:
        self._limit = settings.max_report_characters * _MARKUP_PER_CHARACTER

    def __call__(self, path: str) -> Iterator[RawReport | Failure]:
        """Yield the page's report, or the failure to read it."""
        try:
            fields = _fields(read_whole(path, self._limit))
        except READ_ERRORS as error:
            yield failure(STAGE, error, path)
        else:
            yield RawReport(path=shown(path), media_type="text/html", fields=fields)


def _fields(content: bytes) -> dict[str, object]:
    if any(_has_too_many_attributes(tag[0]) for tag in _TAG.finditer(content)):
        raise SourceError(f"expected a web page, got one with a tag of more than {_MOST_ATTRIBUTES:,} attributes")
    try:
        page = trafilatura.bare_extraction(
            content, with_metadata=True, include_comments=False, date_extraction_params=_DATES
        )
    except _EXTRACTION_ERRORS as error:
        raise SourceError(f"expected a web page, got one that cannot be parsed ({type(error).__name__})") from error
    if not isinstance(page, Page) or not page.text:
        raise SourceError("expected a web page with an article, got none")
    stated: dict[str, object] = {
        "title": page.title,
        "published_at": page.date,
        "outlet": page.sitename,
        "url": page.url,
    }
    return {"text": page.text} | {name: value for name, value in stated.items() if value}


def _has_too_many_attributes(tag: bytes) -> bool:
    if len(tag) < _SHORTEST_WITH_SO_MANY:
        return False
    return len(_QUOTED.sub(b" ", tag).replace(b"/", b" ").split()) > _MOST_ATTRIBUTES
