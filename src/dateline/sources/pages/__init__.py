"""A saved web page to its article: what is parsed, what is left out, what the page states of itself."""

from __future__ import annotations

from dateline.sources.pages.reading import read_page

__all__ = ["read_page"]
