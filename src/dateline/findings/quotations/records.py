"""Records: what was found in one document, turned into Quotation records in order of the text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.findings.quotations.attributions import Attribution
from dateline.findings.quotations.circumstances import addressee, medium, name_span, via
from dateline.findings.quotations.marks import Region
from dateline.findings.quotations.speakers import said_on, speakers_of
from dateline.findings.quotations.voices import voices_of
from dateline.model import (
    Derivation,
    Document,
    EntityRef,
    EntityType,
    Evidence,
    MentionIndex,
    Quotation,
    QuotationKind,
    Span,
    TimeExpression,
    hull,
)
from dateline.resources.quotations import channel_of

_WORD = re.compile(r"\w+")
_DEFINITE = frozenset({"the", "this", "that"})
_NEAR = 2
"""Paragraphs within which "the statement" is that of the body that spoke last."""

_BODIES = frozenset({EntityType.STATE, EntityType.ORGANIZATION, EntityType.GROUP})


@dataclass(slots=True)
class Found:
    """What becomes one quotation; `item` is None when its words stand without any cue.

    `inside` is what holds it, for words that somebody else's words report.
    """

    item: Attribution | None
    content: list[Span]
    marked: list[Region]
    inside: Found | None = None


@dataclass(frozen=True, slots=True)
class Recorder:
    """Makes the records of one document."""

    document: Document
    mentions: MentionIndex
    times: Sequence[TimeExpression]
    derivation: Derivation

    def records(self, found: Sequence[Found]) -> Iterator[Quotation]:
        """Yield a record for each, a body's document given to the body that spoke last."""
        spoke: tuple[int, EntityRef] | None = None
        for one in sorted(found, key=lambda one: (one.content[0].start, one.inside is not None, one.content[0].end)):
            speakers = self._speakers(one.item, spoke)
            if one.item is not None and speakers:
                spoke = (one.item.sentence.paragraph, speakers[0])
            yield self._record(one, speakers)

    def _speakers(self, item: Attribution | None, spoke: tuple[int, EntityRef] | None) -> tuple[EntityRef, ...]:
        if item is None:
            return ()
        found = speakers_of(item.source, item.sentence, self.mentions)
        if found or spoke is None or item.source is None or item.sentence.paragraph - spoke[0] > _NEAR:
            return found
        head = item.source.head
        definite = any(child.lower in _DEFINITE for child in item.sentence.children(head, "det"))
        document = definite and channel_of(item.sentence, head) == "document"
        return (spoke[1],) if document and spoke[1].type in _BODIES else ()

    def _record(self, found: Found, speakers: tuple[EntityRef, ...]) -> Quotation:
        item, content, text = found.item, tuple(found.content), self.document.text
        source = item.source if item is not None else None
        told = via(item) if item is not None else None
        shown = [*content, *([item.core] if item is not None else [])]
        return Quotation(
            id=Quotation.make_id(self.document.id, content),
            document_id=self.document.id,
            kind=_kind(text, content, found.marked),
            content=content,
            cue=item.cue_span if item is not None else None,
            source=source.span if source is not None else None,
            speaker=speakers[0] if speakers else None,
            speakers=speakers if len(speakers) > 1 else (),
            said=said_on(item, self.times) if item is not None else None,
            via=name_span(item.sentence, told).of(text) if item is not None and told is not None else None,
            addressee=addressee(item, text, self.mentions) if item is not None else None,
            medium=medium(item, text) if item is not None else None,
            voices=voices_of(item, text, self.mentions, speakers) if item is not None else (),
            within=Quotation.make_id(self.document.id, tuple(found.inside.content)) if found.inside else None,
            evidence=Evidence.cite(self.document.id, text, hull(shown)),
            derivation=self.derivation,
        )


def _kind(text: str, content: Sequence[Span], marked: Sequence[Region]) -> QuotationKind:
    """Tell by the content's words between marks: all, none or some."""
    inner = sorted(region.inner for region in marked)
    starts = [span.start for span in inner]
    words = quoted = 0
    for word in (Span(*match.span()) for piece in content for match in _WORD.finditer(text, piece.start, piece.end)):
        before = bisect_right(starts, word.start) - 1
        words, quoted = words + 1, quoted + (before >= 0 and inner[before].covers(word))
    if quoted == 0:
        return QuotationKind.INDIRECT
    return QuotationKind.DIRECT if quoted == words else QuotationKind.MIXED
