"""The stage that finds and reads the time expressions of a document."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dateline.annotations.times.context import Anchor, Context, Told
from dateline.annotations.times.direction import reporting_verb
from dateline.annotations.times.grammar import Match, find_matches
from dateline.annotations.times.joining import Found, join_clocks
from dateline.annotations.times.resolve import remember, resolve
from dateline.annotations.times.sharing import share_parts
from dateline.model import Document, Layers, Sentence, Span, TimeExpression, TimeType
from dateline.settings import Settings

_OPENING, _CLOSING, _STRAIGHT = "“«", "”»", '"'
_DEICTIC = frozenset({"deictic", "deictic_daypart", "daypart_alone"})


class TimeAnnotator:
    """Tags time expressions and says which days they mean, counted from the document's time."""

    name = "times.rules"
    version = "2"
    requires = (Sentence,)
    yields = (TimeExpression,)

    def __init__(self, settings: Settings) -> None:
        self._date_order = settings.date_order

    def __call__(self, document: Document, layers: Layers) -> Iterator[TimeExpression]:
        """Yield the time expressions in order of the text."""
        anchor, told = Anchor.of(document.time), Told()
        for sentences in _paragraphs(layers[Sentence]):
            day = told.day
            found = join_clocks(document.text, list(self._read(document, sentences, anchor, told)), day)
            yield from (_expression(document, each) for each in found)
            told.next_paragraph()

    def _read(self, document: Document, sentences: list[Sentence], anchor: Anchor, told: Told) -> Iterator[Found]:
        offset, starts = sentences[0].span.start, [sentence.span.start for sentence in sentences]
        text = document.text[offset : sentences[-1].span.end]
        placed = [replace(match, span=match.span.shifted(offset)) for match in share_parts(text, find_matches(text))]
        owners = [sentences[bisect_right(starts, match.span.start) - 1] for match in placed]
        said = self._said(list(zip(placed, owners, strict=True)), anchor, document.text, offset)
        for match, sentence in zip(placed, owners, strict=True):
            quoted = said is not None and match.row.reading in _DEICTIC and _quoted(document.text, offset, match.span)
            base = Anchor.on(said, label="quotation") if said and quoted else anchor
            reading = resolve(match, self._context(match, sentence, base, told))
            if reading is not None:
                remember(told, reading, anchor.day)
                yield Found(match=match, sentence=sentence, reading=reading)

    def _context(self, match: Match, sentence: Sentence, anchor: Anchor, told: Told) -> Context:
        return Context(
            anchor=anchor,
            told=told,
            sentence=sentence,
            span=match.span,
            date_order=self._date_order,
            argument=match.row.argument,
        )

    def _said(self, matches: list[tuple[Match, Sentence]], anchor: Anchor, text: str, offset: int) -> date | None:
        """Return the day on which the paragraph's quotation was spoken ("he said on Tuesday"), where the text tells."""
        if not any(match.row.reading in _DEICTIC for match, _ in matches):
            return None
        for match, sentence in matches:
            if match.row.reading != "weekday" or _quoted(text, offset, match.span):
                continue
            if reporting_verb(sentence, match.span) is None:
                continue
            reading = resolve(match, self._context(match, sentence, anchor, Told()))
            if reading and reading.interval and reading.interval.days == 1:
                return reading.interval.earliest
        return None


def _paragraphs(sentences: tuple[Sentence, ...]) -> Iterator[list[Sentence]]:
    group: list[Sentence] = []
    for sentence in sentences:
        if group and sentence.paragraph != group[-1].paragraph:
            yield group
            group = []
        group.append(sentence)
    if group:
        yield group


def _quoted(text: str, start: int, span: Span) -> bool:
    before = text[start : span.start]
    curly = sum(before.count(mark) for mark in _OPENING) - sum(before.count(mark) for mark in _CLOSING)
    return curly > 0 or before.count(_STRAIGHT) % 2 == 1


def _expression(document: Document, found: Found) -> TimeExpression:
    reading, span = found.reading, found.match.span
    return TimeExpression(
        document_id=document.id,
        span=span,
        text=span.of(document.text),
        type=TimeType(reading.type or found.match.row.type),
        value=reading.value,
        mod=reading.mod,
        interval=reading.interval,
        anchor=reading.anchor,
        direction=reading.direction,
        rule=found.match.row.name,
    )
