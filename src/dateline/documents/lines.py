"""The lines of a text, and whether one reads like a heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model import Span

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_SENTENCE_END = re.compile(r"[.!?…:;,][\s\"'”’»)\]]*$")
_LONGEST_CLOSE = 6
_FIRST_LETTER = re.compile(r"[\"“‘'«]?([^\W_])")
_LONGEST_HEADING = 110
_MOST_WORDS = 16


def lines(text: str) -> Iterator[Span]:
    """Yield the span of each line that is not blank, without the white space around it."""
    for match in _LINE.finditer(text):
        line = match[0]
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start < end:
            yield Span(start, end)


def looks_like_heading(line: str) -> bool:
    """Say whether a line is short, begins like a heading and does not end like a sentence.

    >>> looks_like_heading("A visit long in the making")
    True
    """
    if len(line) > _LONGEST_HEADING or _SENTENCE_END.search(line, len(line) - _LONGEST_CLOSE):
        return False
    first = _FIRST_LETTER.match(line)
    return first is not None and not first[1].islower() and len(line.split()) <= _MOST_WORDS
