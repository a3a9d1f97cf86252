"""The words of a page's elements, and how much of one text is another."""

from __future__ import annotations

import re
from collections import Counter

from lxml.html import HtmlElement  # type: ignore[import-untyped]

_WORD = re.compile(r"[぀-ヿ㐀-䶿一-鿿]|[^\W_぀-ヿ㐀-䶿一-鿿]+")
"""A run of letters and digits, or one character of a script that writes no spaces between words."""


def plain(element: HtmlElement) -> str:
    """Return an element's text on one line."""
    return " ".join(str(element.text_content()).split())


def words(text: str) -> list[str]:
    """Return the words of a text, in small letters.

    >>> words("Ministers meet - The Harbour Post")
    ['ministers', 'meet', 'the', 'harbour', 'post']
    """
    return _WORD.findall(text.lower())


def likeness(one: str, other: str) -> float:
    """Return the share of the longer text's words that both have, 0 to 1.

    >>> likeness("Ministers meet in Vienna", "In Vienna, ministers meet again")
    0.8
    """
    first, second = words(one), words(other)
    both = sum((Counter(first) & Counter(second)).values())
    return both / max(len(first), len(second), 1)
