"""Where a page ended, as a word that a program gives back for the next one and need not understand."""

from __future__ import annotations

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from binascii import Error
from collections.abc import Mapping
from hashlib import blake2b

from dateline.store import Mark

LONGEST = 400
"""Characters of a cursor at the most."""


def write_cursor(mark: Mark | None, question: Mapping[str, object]) -> str | None:
    """Return the cursor of the page after a mark in the answer to a question; None where there is no such page.

    >>> cursor = write_cursor(Mark(known_from="2023-03-20T23:59:59Z", id="doc:1"), {"outlet": None})
    >>> read_cursor(cursor, {"outlet": None}).id
    'doc:1'
    """
    if mark is None:
        return None
    written = json.dumps([*mark.key, _digest(question)], separators=(",", ":"), ensure_ascii=False)
    return urlsafe_b64encode(written.encode()).decode().rstrip("=")


def read_cursor(cursor: str | None, question: Mapping[str, object]) -> Mark | None:
    """Return the mark that a cursor stands for; raises ValueError for one that was not given for this question."""
    if not cursor:
        return None
    try:
        known_from, name, row, digest = json.loads(urlsafe_b64decode(cursor[:LONGEST] + "=" * (-len(cursor) % 4)))
        fits = (
            digest == _digest(question) and isinstance(known_from, str) and isinstance(name, str) and type(row) is int
        )
    except (Error, ValueError, TypeError) as error:
        raise ValueError("cursor: expected the one that the page before gave") from error
    if not fits or not 0 <= row < 2**63:
        raise ValueError("cursor: expected the one that the page before gave, with the same question")
    return Mark(known_from=known_from, id=name, row=row)


def write_offset(offset: int, question: Mapping[str, object]) -> str:
    """Return the cursor of the page after so many items, for answers in order of fit, which have no marks."""
    return write_cursor(Mark(known_from="", id="", row=offset), question) or ""


def read_offset(cursor: str | None, question: Mapping[str, object]) -> int:
    """Return how many items come before the page that a cursor stands for; raises ValueError as `read_cursor` does."""
    mark = read_cursor(cursor, question)
    return mark.row if mark else 0


def _digest(question: Mapping[str, object]) -> str:
    """Return a hash of a question, in which what is not asked for plays no part."""
    asked = sorted((name, str(value)) for name, value in question.items() if value not in (None, "", ()))
    return blake2b(repr(asked).encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
