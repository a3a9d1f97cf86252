"""Saved web pages: the article's text, one paragraph a line, and what the page says of itself."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.model import Failure, RawReport
from dateline.settings import Settings
from dateline.sources.files import READ_ERRORS, failure, read_whole, shown
from dateline.sources.pages import read_page

STAGE = "sources.html"

_MARKUP_PER_CHARACTER = 8


class HtmlSource:
    """Reads a saved page, gzip or not. Its language is left to be told from the text: pages often misstate it."""

    name = "html"
    suffixes = (".html", ".htm")

    def __init__(self, settings: Settings) -> None:
        self._limit = settings.max_report_characters * _MARKUP_PER_CHARACTER

    def __call__(self, path: str) -> Iterator[RawReport | Failure]:
        """Yield the page's report, or the failure to read it."""
        try:
            fields = read_page(read_whole(path, self._limit))
        except READ_ERRORS as error:
            yield failure(STAGE, error, path)
        else:
            yield RawReport(path=shown(path), media_type="text/html", fields=fields)
