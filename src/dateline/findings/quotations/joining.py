"""Joining: which quoted region of a paragraph belongs to which attribution, and which attribution is part of another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from dateline.findings.quotations.attributions import Attribution, merged
from dateline.findings.quotations.marks import Region
from dateline.findings.quotations.sources import is_passive
from dateline.model import Span, hull

_WORD = re.compile(r"\w+")
_OPEN_END = re.compile(r"[,?!…—–-]\s*$")
_CLOSED = (",", ".", "!", "?", "…")
_FARTHEST = 90
"""Characters between a cue and words quoted in the same sentence without any grammatical tie."""


class Paragraph:
    """One paragraph's text with its quoted regions and where its sentences begin."""

    def __init__(self, text: str, span: Span, regions: Sequence[Region], starts: Iterable[int]) -> None:
        self.text, self.span, self.regions = text, span, regions
        self._starts = sorted(starts)

    def broken(self, start: int, end: int) -> bool:
        """Say whether a sentence begins between two offsets, later than with the first word after *start*."""
        word = _WORD.search(self.text, start, end)
        return word is not None and any(word.start() < begin <= end for begin in self._starts)

    def speaks(self, region: Region) -> bool:
        """Say whether the region is more than a title or a quoted word: long, or closed like a clause."""
        inner = region.inner.of(self.text)
        return len(_WORD.findall(inner)) > 4 or inner.rstrip().endswith(_CLOSED)

    def is_speech(self, region: Region) -> bool:
        """Say whether the region, by itself, is a sentence or more, and not a title or a word set apart."""
        inner, before = region.inner.of(self.text), self.text[self.span.start : region.outer.start].rstrip()
        whole = inner.rstrip().endswith(_CLOSED[1:]) or not region.closed
        return whole and len(_WORD.findall(inner)) > 4 and (not before or before[-1] in '.!?…:”"’')

    @property
    def leads_on(self) -> bool:
        """Whether the paragraph ends with a colon, so that the next one holds what it announces."""
        return self.span.of(self.text).rstrip().endswith(":")

    def silent(self, start: int, end: int) -> bool:
        """Say whether no word stands between two offsets that are in order."""
        return start <= end and _WORD.search(self.text, start, end) is None


def join(paragraph: Paragraph, found: Sequence[Attribution]) -> tuple[list[Attribution], list[Region]]:
    """Give each quoted region to at most one attribution; return the attributions and the regions left over.

    No attribution returned stands inside another's content; some may still be without any. A cue inside quoted words
    is left to whoever says them.
    """
    items = [item for item in found if not any(region.inner.covers(item.cue.span) for region in paragraph.regions)]
    owners: dict[Region, Attribution] = {}
    for choose in (_followed, _overlapping, _nearest):
        for region in paragraph.regions:
            if region not in owners and (owner := choose(paragraph, region, items)) is not None:
                owners[region] = owner
    for item in items:
        own = [region for region, owner in owners.items() if owner is item]
        others = [region for region, owner in owners.items() if owner is not item]
        item.pieces = _assembled(item, own, others)
    kept = _outermost(items)
    _continue(paragraph, kept, owners)
    loose = [region for region in paragraph.regions if region not in owners and not _is_covered(region, kept)]
    return [item for item in kept if not item.pieces or _is_anchored(item, owners)], loose


def _followed(paragraph: Paragraph, region: Region, items: Sequence[Attribution]) -> Attribution | None:
    """The cue whose clause follows the closing mark at once: "...," the minister said."""
    if not _OPEN_END.search(region.inner.of(paragraph.text)):
        return None
    after = [
        item for item in items if "quote" in item.word.frames and paragraph.silent(region.outer.end, item.core.start)
    ]
    return min(after, key=lambda item: item.core.start, default=None)


def _overlapping(paragraph: Paragraph, region: Region, items: Sequence[Attribution]) -> Attribution | None:
    """The outermost cue whose grammatical content runs into the region."""
    over = [
        item
        for item in items
        if any(region.inner.overlaps(piece) for piece in item.pieces) and not region.outer.overlaps(item.cue_span)
    ]
    return next((item for item in over if not _inside_another(item, over)), None)


def _nearest(paragraph: Paragraph, region: Region, items: Sequence[Attribution]) -> Attribution | None:
    """The nearest cue in the same sentence that leads in to the region or follows it."""
    if not paragraph.speaks(region):
        return None
    near = [(gap, item) for item in items if (gap := _gap(paragraph, region, item)) is not None]
    return min(near, key=lambda pair: pair[0])[1] if near else None


def _gap(paragraph: Paragraph, region: Region, item: Attribution) -> int | None:
    core, outer = item.core, region.outer
    if "quote" not in item.word.frames or core.overlaps(outer):
        return None
    follows = outer.end <= core.start
    first, last = (outer.end, core.start) if follows else (core.end, outer.start)
    if last - first > _FARTHEST or paragraph.broken(first, last):
        return None
    if any(first <= other.outer.start < last for other in paragraph.regions):
        return None
    goes_on = _OPEN_END.search(region.inner.of(paragraph.text)) or paragraph.text[outer.end : last].lstrip()[:1] == ","
    return last - first if goes_on or not follows else None


def _assembled(item: Attribution, own: Sequence[Region], others: Sequence[Region]) -> list[Span]:
    """The pieces cut where another's words begin and stretched over the regions that they run into."""
    pieces = []
    for piece in item.pieces:
        end = min([region.outer.start for region in others if piece.overlaps(region.outer)], default=piece.end)
        if end <= piece.start:
            continue
        touching = [region.inner for region in own if region.inner.overlaps(Span(piece.start, end))]
        start = min([piece.start, *(inner.start for inner in touching)])
        end = max([end, *(inner.end for inner in touching)])
        pieces.append(_with_marks(Span(start, end), own))
    return list(merged([*pieces, *(region.inner for region in own)]))


def _with_marks(piece: Span, own: Sequence[Region]) -> Span:
    """The piece with both marks of the regions in it, but without marks that wrap the whole of it."""
    for region in own:
        if piece.covers(region.inner) and not region.outer.covers(piece):
            piece = hull([piece, region.outer])
        elif region.outer.covers(piece):
            piece = region.inner
    return piece


def _is_covered(region: Region, items: Sequence[Attribution]) -> bool:
    return any(piece.overlaps(region.inner) for item in items for piece in item.pieces)


def _inside_another(item: Attribution, items: Sequence[Attribution]) -> bool:
    return any(
        other is not item
        and any(piece.covers(item.cue.span) for piece in other.pieces)
        and not any(piece.covers(other.cue.span) for piece in item.pieces)
        for other in items
    )


def _outermost(items: Sequence[Attribution]) -> list[Attribution]:
    return [item for item in items if not _inside_another(item, items)]


def _is_anchored(item: Attribution, owners: dict[Region, Attribution]) -> bool:
    """Whether a source, quoted words or a passive speak for it; a cue with none of them ("to expect more") says nothing."""
    quotes = any(owner is item for owner in owners.values())
    return item.source is not None or quotes or is_passive(item.sentence, item.cue)


def _continue(paragraph: Paragraph, items: Sequence[Attribution], owners: dict[Region, Attribution]) -> None:
    """Give words that go on quoted after a reported sentence, with no word between, to its speaker."""
    previous: tuple[int, Attribution] | None = None
    for region in filter(paragraph.speaks, paragraph.regions):
        owner = owners.get(region)
        if owner is not None:
            previous = (max(region.outer.end, owner.sentence.span.end), owner)
            continue
        if previous is None or not paragraph.silent(previous[0], region.inner.start):
            previous = _just_before(paragraph, region, items)
        if previous is not None:
            owners[region] = previous[1]
            previous[1].pieces = list(merged([*previous[1].pieces, region.inner]))
            previous = (region.outer.end, previous[1])


def _just_before(paragraph: Paragraph, region: Region, items: Sequence[Attribution]) -> tuple[int, Attribution] | None:
    ends = [
        item
        for item in items
        if "quote" in item.word.frames and paragraph.silent(item.sentence.span.end, region.inner.start)
    ]
    best = max(ends, key=lambda item: (bool(item.pieces), -item.cue.start), default=None)
    return (region.outer.start, best) if best is not None else None
