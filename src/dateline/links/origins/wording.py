"""The wording of a report: its words in one way of writing, with their places, and its sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.model import Document, Part, Role
from dateline.resources.page_cues import cue_places
from dateline.resources.wording import plain_word

LEFT_OUT = (Role.DATELINE, Role.FURNITURE)
"""Who sent a report and what a page has around it are no part of what one report has from another."""

FEWEST_WORDS = 4
MOST_WORDS = 60
"""A shorter sentence is taken with the next; a longer stretch without a full stop is cut."""

_SIGNS = r"\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff"
"""Scripts written without spaces: each sign counts as a word."""

_MARKS = ("opens", "closes", "turns")
_CLOSING = "\"”’'»"
_PIECE = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*)"
    r"|(?P<initials>(?:[^\W\d_]\.){2,})"
    r"|(?P<percent>%|\bper\s?cent\b)"
    r"|(?P<relayed>\(@\w+\)|\bpic\.twitter\.com/\w+)"
    rf"|(?P<sign>[{_SIGNS}])"
    rf"|(?P<word>[^\W\d_{_SIGNS}]+(?:['’][^\W\d_]+)*)"
    r"|(?P<end>[.!?…]+[\"”’'»)\]]*(?=\s|$)|[。！？])"
    r"|(?P<opens>[“„«]|(?<![^\s(\[])['‘](?=\w))"
    r"|(?P<closes>[”»]|(?<=[\w,])['’](?!\w))"
    r"|(?P<turns>\")",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one report, `spans` where they stand; `sentences` are ranges of word numbers in order.

    `capital` says of each word whether it is written with one; `lent` whether it stands between quotation marks, in a caption
    or in a post that is shown: two reports that share a speaker's words or a picture need not know of each other.
    """

    words: Sequence[str]
    spans: Sequence[tuple[int, int]]
    capital: Sequence[bool]
    lent: Sequence[bool]
    sentences: Sequence[range]

    def of(self, sentence: range) -> tuple[str, ...]:
        """Return the words of a sentence."""
        return tuple(self.words[sentence.start : sentence.stop])

    def sentence_at(self, word: int) -> int:
        """Return the number of the sentence that a word stands in."""
        return bisect_left(self.sentences, word + 1, key=lambda sentence: sentence.stop)


def wording_of(document: Document) -> Wording:
    """Return the wording of a report, without its dateline and furniture."""
    reader = _Reader(document.text)
    for part in document.parts:
        if part.role not in LEFT_OUT:
            reader.read(part)
    return reader.wording()


class _Reader:
    """Collects the words and sentences of one report, paragraph by paragraph."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._cues = cue_places(text)
        self._words: list[str] = []
        self._spans: list[tuple[int, int]] = []
        self._capital: list[bool] = []
        self._lent: list[bool] = []
        self._sentences: list[range] = []

    def wording(self) -> Wording:
        """Return what has been read."""
        return Wording(self._words, self._spans, self._capital, self._lent, self._sentences)

    def read(self, part: Part) -> None:
        """Read one paragraph. Quotation marks at odds do no harm beyond it."""
        start = shown = len(self._words)
        inside = False
        for piece in _PIECE.finditer(self._text, part.span.start, part.span.end):
            kind = piece.lastgroup
            if kind == "end":
                inside = inside and piece[0][-1] not in _CLOSING
                start = self._end_sentence(start) if len(self._words) - start >= FEWEST_WORDS else start
            elif kind in _MARKS:
                inside = kind == "opens" or (kind == "turns" and not inside)
            elif kind == "relayed":
                self._lent[shown:] = [True] * (len(self._words) - shown)
                shown = len(self._words)
            elif word := "percent" if kind == "percent" else plain_word(piece[0]):
                self._words.append(word)
                self._spans.append(piece.span())
                self._capital.append(piece[0][0].isupper())
                self._lent.append(inside or part.role is Role.CAPTION)
        self._end_sentence(start)

    def _end_sentence(self, start: int) -> int:
        """Keep the words from *start* on as a sentence, unless a page speaks in it; return where the next begins."""
        end = len(self._words)
        if start < end and self._is_furniture(self._spans[start][0], self._spans[-1][1]):
            for words in (self._words, self._spans, self._capital, self._lent):
                del words[start:]
            return start
        self._sentences += [range(first, min(first + MOST_WORDS, end)) for first in range(start, end, MOST_WORDS)]
        return end

    def _is_furniture(self, start: int, end: int) -> bool:
        cue = bisect_left(self._cues, start)
        return cue < len(self._cues) and self._cues[cue] < end
