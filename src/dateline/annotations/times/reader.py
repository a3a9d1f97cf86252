"""Reading one document paragraph by paragraph: what is told first is what later expressions count from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.annotations.times.context import Anchor, Context, Told
from dateline.annotations.times.direction import reporting_verb
from dateline.annotations.times.grammar import Match, find_matches
from dateline.annotations.times.joining import Found
from dateline.annotations.times.resolve import remember, resolve
from dateline.annotations.times.sharing import share_parts
from dateline.model import Document, Sentence, Span
from dateline.resources.marks import is_between_marks

_SAID = frozenset({"weekday", "deictic", "calendar"})
"""Readings of a day on which words may have been spoken."""
_COUNTED = frozenset(
    {"deictic", "deictic_daypart", "daypart_alone", "weekday", "relative_weekday", "relative_period", "weekdays_ago"}
)
"""Readings that count from the day on which the words are spoken."""

Placed = tuple[Match, Sentence]


class Reader:
    """Reads the expressions of a document in order; `told` changes as it goes."""

    def __init__(self, document: Document, date_order: str) -> None:
        self._text, self._date_order = document.text, date_order
        self.anchor, self.told = Anchor.of(document), Told()

    def read(self, sentences: Sequence[Sentence]) -> Iterator[Found]:
        """Yield what the expressions of one paragraph mean, in order of the text."""
        start = sentences[0].span.start
        placed = self._placed(sentences, start)
        said = self._said(placed, start)
        for match, sentence in placed:
            spoken = said is not None and match.row.reading in _COUNTED and self._quoted(start, match.span)
            reading = resolve(
                match, self._context(match, sentence, said if said and spoken else self.anchor, self.told)
            )
            if reading is None:
                continue
            if sentence.tokens:
                remember(self.told, match, reading, self.anchor.day)
            yield Found(match=match, sentence=sentence, reading=reading)

    def _placed(self, sentences: Sequence[Sentence], start: int) -> list[Placed]:
        """Return the matches of a paragraph at their offsets in the document, each with its sentence."""
        text = self._text[start : sentences[-1].span.end]
        starts = [sentence.span.start for sentence in sentences]
        matches = [replace(match, span=match.span.shifted(start)) for match in share_parts(text, find_matches(text))]
        return [(match, sentences[bisect_right(starts, match.span.start) - 1]) for match in matches]

    def _context(self, match: Match, sentence: Sentence, anchor: Anchor, told: Told) -> Context:
        return Context(
            anchor=anchor,
            told=told,
            sentence=sentence,
            span=match.span,
            date_order=self._date_order,
            argument=match.row.argument,
        )

    def _said(self, placed: Sequence[Placed], start: int) -> Anchor | None:
        """Return the day on which the paragraph's quotation was spoken ("he said on Tuesday"), where the text tells."""
        if len(placed) < 2 or not any(match.row.reading in _COUNTED for match, _ in placed):
            return None
        for match, sentence in placed:
            if match.row.reading not in _SAID or self._quoted(start, match.span):
                continue
            if reporting_verb(sentence, match.span) is None:
                continue
            reading = resolve(match, self._context(match, sentence, self.anchor, Told()))
            if reading and reading.interval and reading.interval.earliest and reading.interval.days == 1:
                return Anchor.on(reading.interval.earliest, label="quotation")
        return None

    def _quoted(self, start: int, span: Span) -> bool:
        return is_between_marks(self._text[start : span.start])
