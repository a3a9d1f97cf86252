"""Markup that would cost the parser more than a page is worth."""

from __future__ import annotations

import re
from collections.abc import Iterator

MOST_ATTRIBUTES = 1_000
_SHORTEST_WITH_SO_MANY = 2 * MOST_ATTRIBUTES
"""Bytes. The parser's time grows with the square of the attributes of one tag: fifty thousand take half a minute."""

_VALUE = rb"=\s*+(?:\"[^\"]*+\"|'[^']*+')"
_OPENING = re.compile(rb"<(?:!--|[A-Za-z](?:" + _VALUE + rb"|[^>])*+)")
"""A comment, or a tag up to its end. A quotation mark that follows no equals sign is a slip and quotes nothing."""

_NAME = re.compile(rb"<([A-Za-z]+)")
_QUOTED = re.compile(_VALUE)
_RAW = frozenset({b"script", b"style", b"textarea", b"title", b"xmp", b"iframe", b"noembed", b"noframes"})
"""Elements whose content holds no tags (HTML Living Standard, 13.2.5: RAWTEXT, RCDATA and script data)."""


def has_too_many_attributes(content: bytes) -> bool:
    """Say whether any tag of a page has more than `MOST_ATTRIBUTES` attributes.

    >>> has_too_many_attributes(b"<p " + b"a=1 " * 2_000 + b">"), has_too_many_attributes(b'<p class="lead">')
    (True, False)
    """
    return any(_attributes(tag) > MOST_ATTRIBUTES for tag in _tags(content) if len(tag) >= _SHORTEST_WITH_SO_MANY)


def _attributes(tag: bytes) -> int:
    return len(_QUOTED.sub(b" ", tag).replace(b"/", b" ").split())


def _tags(content: bytes) -> Iterator[bytes]:
    """Tags as the parser meets them: what looks like one in a comment or a script is none."""
    lower, place = content.lower(), 0
    while opening := _OPENING.search(content, place):
        place = opening.end()
        if opening[0] == b"<!--":
            place = _past(lower, b"-->", place)
            continue
        yield opening[0]
        name = _NAME.match(opening[0])
        if name and name[1].lower() in _RAW:
            place = _past(lower, b"</" + name[1].lower(), place)


def _past(content: bytes, closing: bytes, place: int) -> int:
    found = content.find(closing, place)
    return len(content) if found < 0 else found + len(closing)
