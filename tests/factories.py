"""Documents and their layers in two lines, for tests."""

from __future__ import annotations

import re
from functools import cache

from dateline.annotations.parsing import SpacyParser
from dateline.model import Document, DocumentTime, Layers, Moment, Part, Sentence, Span, TimeBasis
from dateline.settings import Settings


@cache
def parser() -> SpacyParser:
    """Return the one parser that all tests share; loading it takes a second."""
    return SpacyParser(Settings())


def make_document(
    text: str, *, published_at: str | None = "2023-03-20", title: str | None = None, outlet: str | None = None
) -> Document:
    """Return a document whose parts are the lines of *text*."""
    moment = Moment.parse(published_at) if published_at else None
    time = DocumentTime()
    if moment:
        time = DocumentTime(value=moment, interval=moment.interval, basis=TimeBasis.PUBLISHED_AT)
    lines = re.finditer(r"[^\n]+", text)
    return Document(
        id=Document.make_id(text, given_id=None, title=title, published_at=published_at, outlet=outlet, url=None),
        text=text,
        title=title,
        published_at=moment,
        outlet=outlet,
        language="en",
        time=time,
        parts=tuple(Part(span=Span(*line.span()), paragraph=number) for number, line in enumerate(lines)),
    )


def parse(document: Document) -> Layers:
    """Return the document's layers after the parsing pass, before any annotator."""
    parses = parser()(part.span.of(document.text) for part in document.parts)
    sentences = [
        sentence
        for part, found in zip(document.parts, parses, strict=True)
        for sentence in found.placed(document_id=document.id, offset=part.span.start, paragraph=part.paragraph)
    ]
    return Layers().with_records([Sentence], sentences)
