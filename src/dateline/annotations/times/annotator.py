"""The stage that finds and reads the time expressions of a document."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from dateline.annotations.times.joining import Found, join_clocks
from dateline.annotations.times.orders import date_order
from dateline.annotations.times.reader import Reader
from dateline.model import Document, Layers, Role, Sentence, TimeExpression, TimeType
from dateline.settings import Settings


class TimeAnnotator:
    """Tags time expressions and says which days they mean, counted from the document's time."""

    name = "times.rules"
    version = "3"
    requires = (Sentence,)
    yields = (TimeExpression,)

    def __init__(self, settings: Settings) -> None:
        self._date_order = settings.date_order

    def __call__(self, document: Document, layers: Layers) -> Iterator[TimeExpression]:
        """Yield the time expressions in order of the text."""
        reader = Reader(document, date_order(document, self._date_order))
        for sentences in _stretches(document, layers[Sentence]):
            day = reader.told.day
            found = join_clocks(document.text, list(reader.read(sentences)), day, reader.anchor.day)
            yield from (_expression(document, each) for each in found)
            reader.told.next_paragraph()


def _stretches(document: Document, sentences: tuple[Sentence, ...]) -> list[list[Sentence]]:
    """Return the sentences by paragraph, and the dateline, which is not parsed, as a sentence without tokens."""
    datelines = [
        [Sentence(document_id=document.id, span=part.span, tokens=(), paragraph=part.paragraph)]
        for part in document.parts
        if part.role is Role.DATELINE
    ]
    paragraphs = [list(group) for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph)]
    return sorted([*datelines, *paragraphs], key=lambda group: group[0].span)


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
