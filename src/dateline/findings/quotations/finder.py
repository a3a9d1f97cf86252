"""The finder: paragraph by paragraph, from quotation marks and cues to Quotation records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from dateline.findings.quotations.attributions import Attribution
from dateline.findings.quotations.beside import signatures, verbs_beside
from dateline.findings.quotations.cues import attributions
from dateline.findings.quotations.joining import Paragraph, join
from dateline.findings.quotations.marks import Region, opens_with_mark, regions
from dateline.findings.quotations.nesting import nested
from dateline.findings.quotations.records import Found, Recorder
from dateline.findings.quotations.turns import labels, turn
from dateline.model import (
    Derivation,
    Document,
    EntityMention,
    Layers,
    MentionIndex,
    Quotation,
    Record,
    Sentence,
    TimeExpression,
    hull,
)
from dateline.settings import Settings


class QuotationFinder:
    """Finds direct, indirect and mixed quotations, attributed belief and intention, by marks, cues and grammar."""

    name = "quotations.rules"
    version = "4"
    requires: tuple[type[Record], ...] = (Sentence, EntityMention, TimeExpression)
    yields: tuple[type[Record], ...] = (Quotation,)

    def __init__(self, settings: Settings) -> None:
        self._derivation = Derivation(stage=self.name, version=self.version, settings=settings.digest)

    def __call__(self, document: Document, layers: Layers) -> Iterator[Quotation]:
        """Yield the quotations of the document in order of the text."""
        mentions = MentionIndex(layers[EntityMention])
        times = sorted(layers[TimeExpression], key=lambda time: time.span)
        recorder = Recorder(document, mentions, times, self._derivation)
        yield from recorder.records(_find(document.text, layers[Sentence]))


def _find(text: str, sentences: Sequence[Sentence]) -> list[Found]:
    groups = [list(group) for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph)]
    spans = [hull(sentence.span for sentence in group) for group in groups]
    counts = labels(text, spans)
    found: list[Found] = []
    last: Found | None = None
    for group, span, following in zip_longest(groups, spans, spans[1:]):
        continues = following is not None and opens_with_mark(text, following)
        marked = regions(text, span, continues=continues)
        paragraph = Paragraph(text, span, marked, (sentence.span.start for sentence in group))
        whole = turn(text, span, group, counts)
        cues = [whole] if whole else [item for sentence in group for item in attributions(sentence)]
        items, loose = join(
            paragraph,
            cues,
            beside=list(verbs_beside(text, group, marked)),
            signed=dict(signatures(text, group, marked)),
        )
        here = [Found(item, item.pieces, _marked(marked, item)) for item in items]
        uncued = [region for region in loose if paragraph.is_speech(region)]
        if last is not None and not here and uncued and uncued[0].outer.start == span.start:
            last.content.extend(region.inner for region in uncued)
            last.marked.extend(uncued)
            continue
        here.extend(Found(None, [region.inner], [region]) for region in uncued)
        found.extend([*here, *nested(cues, here)])
        last = _speaking_last(paragraph, here)
    return [one for one in found if one.content]


def _marked(marked: Sequence[Region], item: Attribution) -> list[Region]:
    """The regions of its content; one that also holds the cue is somebody else's."""
    return [
        region
        for region in marked
        if not region.outer.overlaps(item.cue_span) and any(piece.overlaps(region.inner) for piece in item.pieces)
    ]


def _speaking_last(paragraph: Paragraph, here: Sequence[Found]) -> Found | None:
    """Who may go on speaking in the next paragraph: who leads in to it with a colon, or was quoted last."""
    if paragraph.leads_on:
        leading = [found for found in here if found.item is not None and "quote" in found.item.word.frames]
        return max(leading, key=lambda found: found.item.cue.start if found.item else 0, default=None)
    return max((found for found in here if found.marked), key=lambda found: found.content[-1], default=None)
