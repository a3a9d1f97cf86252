"""Nesting: words that somebody else's words report ("Reuters said that the envoy denied it"), each inside what holds it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dateline.findings.quotations.attributions import Attribution
from dateline.findings.quotations.records import Found
from dateline.model import Span

_TELLING = frozenset({"speech", "evidence", "phrase"})


def nested(attributions: Sequence[Attribution], holding: Sequence[Found]) -> Iterator[Found]:
    """Yield what is said inside the words of *holding*, the outer of two before the inner; nothing without a source."""
    pieces = sorted(((span, found) for found in holding for span in found.content), key=lambda pair: pair[0])
    starts = [span.start for span, _ in pieces]
    own = {id(found.item) for found in holding}
    seen = {tuple(found.content) for found in holding}
    inner: dict[int, list[Found]] = {}
    for item in sorted(attributions, key=lambda item: (item.core.start, -item.core.end)):
        last = bisect_right(starts, item.cue_span.start) - 1
        if id(item) in own or not _asserts(item) or last < 0 or not pieces[last][0].covers(item.cue_span):
            continue
        outer = pieces[last][1]
        content = _clipped(item.pieces, outer.content)
        if not content or tuple(content) in seen:
            continue
        seen.add(tuple(content))
        within = inner.setdefault(id(outer), [])
        holder = next((one for one in reversed(within) if _covers(one.content, item.cue_span)), outer)
        found = Found(item, content, [], holder)
        within.append(found)
        yield found


def _asserts(item: Attribution) -> bool:
    """Whether somebody is told to have said something, rather than to have to say it or to think it."""
    return item.source is not None and item.word.kind in _TELLING and item.cue.tag != "VB"


def _clipped(pieces: Sequence[Span], limits: Sequence[Span]) -> list[Span]:
    pairs = ((max(piece.start, limit.start), min(piece.end, limit.end)) for piece in pieces for limit in limits)
    return [Span(start, end) for start, end in sorted(pairs) if start < end]


def _covers(content: Sequence[Span], span: Span) -> bool:
    return any(piece.covers(span) for piece in content)
