"""Joining: which quoted region of a paragraph belongs to which attribution, and which attribution is part of another."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence

from dateline.findings.quotations.attributions import Attribution, merged
from dateline.findings.quotations.marks import Region
from dateline.findings.quotations.sources import is_passive
from dateline.model import Span, hull

_WORD = re.compile(r"\w+")
_OPEN_END = re.compile(r"[,?!…—–-]\s*$")
_CLOSED = (",", ".", "!", "?", "…")
_REACH = 2_000
"""Characters on either side in which a cue can have to do with quoted words or with another cue: a long sentence."""

_GAP = 40
"""Blanks that may stand before a quotation mark; a longer look back would cost the square of a paragraph's length."""

_FARTHEST = 90
"""Characters between a cue and words quoted in the same sentence without any grammatical tie."""


class Paragraph:
    """One paragraph's text with its quoted regions and where its sentences begin."""

    def __init__(self, text: str, span: Span, regions: Sequence[Region], starts: Iterable[int]) -> None:
        self.text, self.span, self.regions = text, span, regions
        self._starts = sorted(starts)
        self._region_starts = [region.outer.start for region in regions]
        self._region_ends = [region.outer.end for region in regions]

    def over(self, span: Span) -> Sequence[Region]:
        """Return the regions that overlap or touch *span*."""
        first, last = bisect_left(self._region_ends, span.start), bisect_right(self._region_starts, span.end)
        return self.regions[first:last]

    def broken(self, start: int, end: int) -> bool:
        """Say whether a sentence begins between two offsets, later than with the first word after *start*."""
        word = _WORD.search(self.text, start, end)
        if word is None:
            return False
        begin = bisect_right(self._starts, word.start())
        return begin < len(self._starts) and self._starts[begin] <= end

    def speaks(self, region: Region) -> bool:
        """Say whether the region is more than a title or a quoted word: long, or closed like a clause."""
        inner = region.inner.of(self.text)
        return len(_WORD.findall(inner)) > 4 or inner.rstrip().endswith(_CLOSED)

    def is_speech(self, region: Region) -> bool:
        """Say whether the region, by itself, is a sentence or more, and not a title or a word set apart."""
        inner = region.inner.of(self.text)
        before = self.text[max(self.span.start, region.outer.start - _GAP) : region.outer.start].rstrip()
        whole = inner.rstrip().endswith(_CLOSED[1:]) or not region.closed
        return whole and len(_WORD.findall(inner)) > 4 and (not before or before[-1] in '.!?…:”"’')

    @property
    def leads_on(self) -> bool:
        """Whether the paragraph ends with a colon, so that the next one holds what it announces."""
        return self.span.of(self.text).rstrip().endswith(":")

    def silent(self, start: int, end: int) -> bool:
        """Say whether no word stands between two offsets that are in order."""
        return start <= end and _WORD.search(self.text, start, end) is None


_Chooser = Callable[[Paragraph, Region, Sequence[Attribution]], Attribution | None]


class _Items:
    """The attributions of a paragraph, found by where their cues stand."""

    def __init__(self, items: Iterable[Attribution]) -> None:
        self.all = sorted(items, key=lambda item: item.cue.start)
        self._starts = [item.cue.start for item in self.all]

    def near(self, span: Span) -> Sequence[Attribution]:
        """Return those within reach of *span*."""
        first = bisect_left(self._starts, span.start - _REACH)
        return self.all[first : bisect_right(self._starts, span.end + _REACH)]


def join(
    paragraph: Paragraph,
    found: Sequence[Attribution],
    *,
    beside: Sequence[Attribution] = (),
    signed: Mapping[Region, Attribution] | None = None,
) -> tuple[list[Attribution], list[Region]]:
    """Give each quoted region to at most one attribution; return the attributions and the regions left over.

    No attribution returned stands inside another's content; some may still be without any. A cue inside quoted words
    is left to whoever says them. Those of *beside* count only for regions that no other wants; *signed* have their owner.
    """
    owners: dict[Region, Attribution] = dict(signed or {})
    items = _Items([*_outside(paragraph, found), *owners.values()])
    _choose(paragraph, items, owners, (_followed, _overlapping, _nearest))
    further = _Items(_outside(paragraph, beside))
    _choose(paragraph, further, owners, (_followed, _nearest))
    items = _Items([*items.all, *(item for item in further.all if any(item is owner for owner in owners.values()))])
    for item in items.all:
        item.pieces = _assembled(paragraph, item, owners)
    kept = _Items(item for item in items.all if not _inside_another(item, items.near(item.cue.span)))
    _continue(paragraph, kept, owners)
    loose = [region for region in paragraph.regions if region not in owners and not _is_covered(region, kept)]
    quoting = {id(owner) for owner in owners.values()}
    return [item for item in kept.all if not item.pieces or id(item) in quoting or _is_anchored(item)], loose


def _outside(paragraph: Paragraph, found: Iterable[Attribution]) -> list[Attribution]:
    return [item for item in found if not any(r.inner.covers(item.cue.span) for r in paragraph.over(item.cue.span))]


def _choose(
    paragraph: Paragraph, items: _Items, owners: dict[Region, Attribution], choosers: Iterable[_Chooser]
) -> None:
    for choose in choosers:
        for region in paragraph.regions:
            if region not in owners and (owner := choose(paragraph, region, items.near(region.outer))) is not None:
                owners[region] = owner


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
    if any(first <= other.outer.start < last for other in paragraph.over(Span(first, last))):
        return None
    goes_on = _OPEN_END.search(region.inner.of(paragraph.text)) or paragraph.text[outer.end : last].lstrip()[:1] == ","
    return last - first if goes_on or not follows else None


def _assembled(paragraph: Paragraph, item: Attribution, owners: dict[Region, Attribution]) -> list[Span]:
    """The pieces cut where another's words begin and stretched over the regions that they run into."""
    near = [region for piece in (*item.pieces, _around(item)) for region in paragraph.over(piece) if region in owners]
    own = sorted({region for region in near if owners[region] is item}, key=lambda region: region.outer)
    pieces = []
    for piece in item.pieces:
        others = [region.outer for region in near if owners[region] is not item]
        end = min([outer.start for outer in others if piece.overlaps(outer)], default=piece.end)
        if end <= piece.start:
            continue
        touching = [region.inner for region in own if region.inner.overlaps(Span(piece.start, end))]
        start = min([piece.start, *(inner.start for inner in touching)])
        end = max([end, *(inner.end for inner in touching)])
        pieces.append(_with_marks(Span(start, end), own))
    return list(merged([*pieces, *(region.inner for region in own)]))


def _around(item: Attribution) -> Span:
    """Where the quoted words that a cue owns can stand."""
    return Span(max(0, item.core.start - _FARTHEST), item.core.end + _FARTHEST)


def _with_marks(piece: Span, own: Sequence[Region]) -> Span:
    """The piece with both marks of the regions in it, but without marks that wrap the whole of it."""
    for region in own:
        if piece.covers(region.inner) and not region.outer.covers(piece):
            piece = hull([piece, region.outer])
        elif region.outer.covers(piece):
            piece = region.inner
    return piece


def _is_covered(region: Region, items: _Items) -> bool:
    return any(piece.overlaps(region.inner) for item in items.near(region.outer) for piece in item.pieces)


def _inside_another(item: Attribution, items: Sequence[Attribution]) -> bool:
    return any(
        other is not item
        and any(piece.covers(item.cue.span) for piece in other.pieces)
        and not any(piece.covers(other.cue.span) for piece in item.pieces)
        for other in items
    )


def _is_anchored(item: Attribution) -> bool:
    """Whether a source or a passive speaks for it; a cue with neither ("to expect more") says nothing."""
    return item.source is not None or is_passive(item.sentence, item.cue)


def _continue(paragraph: Paragraph, items: _Items, owners: dict[Region, Attribution]) -> None:
    """Give words that go on quoted after a reported sentence, with no word between, to its speaker."""
    previous: tuple[int, Attribution] | None = None
    for region in filter(paragraph.speaks, paragraph.regions):
        owner = owners.get(region)
        if owner is not None:
            previous = (max(region.outer.end, owner.sentence.span.end), owner)
            continue
        if previous is None or not paragraph.silent(previous[0], region.inner.start):
            previous = _just_before(paragraph, region, items.near(region.outer))
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
