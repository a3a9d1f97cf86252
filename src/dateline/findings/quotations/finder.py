"""The finder: paragraph by paragraph, from quotation marks and cues to Quotation records."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest

from dateline.findings.quotations.attributions import Attribution
from dateline.findings.quotations.circumstances import addressee, medium, via
from dateline.findings.quotations.cues import attributions
from dateline.findings.quotations.joining import Paragraph, join
from dateline.findings.quotations.marks import Region, opens_with_mark, regions
from dateline.findings.quotations.speakers import said_on, speaker_of
from dateline.findings.quotations.turns import labels, turn
from dateline.model import (
    Derivation,
    Document,
    EntityMention,
    Evidence,
    Layers,
    MentionIndex,
    Quotation,
    QuotationKind,
    Record,
    Sentence,
    Span,
    TimeExpression,
    hull,
)
from dateline.settings import Settings

_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class _Found:
    """What becomes one quotation; `item` is None when its words stand without any cue."""

    item: Attribution | None
    content: list[Span]
    marked: list[Region]


class QuotationFinder:
    """Finds direct, indirect and mixed quotations, attributed belief and intention, by marks, cues and grammar."""

    name = "quotations.rules"
    version = "2"
    requires: tuple[type[Record], ...] = (Sentence, EntityMention, TimeExpression)
    yields: tuple[type[Record], ...] = (Quotation,)

    def __init__(self, settings: Settings) -> None:
        self._derivation = Derivation(stage=self.name, version=self.version, settings=settings.digest)

    def __call__(self, document: Document, layers: Layers) -> Iterator[Quotation]:
        """Yield the quotations of the document in order of the text."""
        mentions = MentionIndex(layers[EntityMention])
        times = sorted(layers[TimeExpression], key=lambda time: time.span)
        for found in sorted(_find(document.text, layers[Sentence]), key=lambda found: found.content[0]):
            yield self._quotation(document, found, mentions, times)

    def _quotation(
        self, document: Document, found: _Found, mentions: MentionIndex, times: Sequence[TimeExpression]
    ) -> Quotation:
        item, content = found.item, tuple(found.content)
        source = item.source if item is not None else None
        shown = [*content, *([item.core] if item is not None else [])]
        return Quotation(
            id=Quotation.make_id(document.id, content),
            document_id=document.id,
            kind=_kind(document.text, content, found.marked),
            content=content,
            cue=item.cue_span if item is not None else None,
            source=source.span if source is not None else None,
            speaker=speaker_of(source, item.sentence, mentions) if item is not None else None,
            said=said_on(item, times) if item is not None else None,
            via=via(item, document.text) if item is not None else None,
            addressee=addressee(item, document.text, mentions) if item is not None else None,
            medium=medium(item, document.text) if item is not None else None,
            evidence=Evidence.cite(document.id, document.text, hull(shown)),
            derivation=self._derivation,
        )


def _find(text: str, sentences: Sequence[Sentence]) -> list[_Found]:
    groups = [list(group) for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph)]
    spans = [hull(sentence.span for sentence in group) for group in groups]
    counts = labels(text, spans)
    found: list[_Found] = []
    last: _Found | None = None
    for group, span, following in zip_longest(groups, spans, spans[1:]):
        continues = following is not None and opens_with_mark(text, following)
        marked = regions(text, span, continues=continues)
        paragraph = Paragraph(text, span, marked, (sentence.span.start for sentence in group))
        whole = turn(text, span, group, counts)
        items, loose = join(
            paragraph, [whole] if whole else [item for sentence in group for item in attributions(sentence)]
        )
        here = [_Found(item, item.pieces, _marked(marked, item)) for item in items]
        uncued = [region for region in loose if paragraph.is_speech(region)]
        if last is not None and not here and uncued and uncued[0].outer.start == span.start:
            last.content.extend(region.inner for region in uncued)
            last.marked.extend(uncued)
            continue
        here.extend(_Found(None, [region.inner], [region]) for region in uncued)
        found.extend(here)
        last = _speaking_last(paragraph, here)
    return [one for one in found if one.content]


def _marked(marked: Sequence[Region], item: Attribution) -> list[Region]:
    """The regions of its content; one that also holds the cue is somebody else's."""
    return [
        region
        for region in marked
        if not region.outer.overlaps(item.cue_span) and any(piece.overlaps(region.inner) for piece in item.pieces)
    ]


def _speaking_last(paragraph: Paragraph, here: Sequence[_Found]) -> _Found | None:
    """Who may go on speaking in the next paragraph: who leads in to it with a colon, or was quoted last."""
    if paragraph.leads_on:
        leading = [found for found in here if found.item is not None and "quote" in found.item.word.frames]
        return max(leading, key=lambda found: found.item.cue.start if found.item else 0, default=None)
    return max((found for found in here if found.marked), key=lambda found: found.content[-1], default=None)


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
