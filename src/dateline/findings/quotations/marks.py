"""Quoted regions: which stretches of a paragraph stand between quotation marks, whatever the style and however untidy."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Span
from dateline.resources.marks import mark_styles, marks_that

_MARK = re.compile(r"''|``|[\"“”„‟«»]|[‘’'‚](?!')")
_OPENING_CONTEXT = re.compile(r"(?:^|[\s(\[—–―:/-])$")
_SENTENCE_END = re.compile(r"[.!?…]\s+$")
_CONTEXT = 40
_SPOKEN_ENDS = frozenset(".,!?…")


@dataclass(frozen=True, slots=True)
class Region:
    """A quoted stretch: `inner` without its marks, `outer` with them."""

    inner: Span
    outer: Span

    @property
    def closed(self) -> bool:
        """Whether a closing mark ends it."""
        return self.inner.end < self.outer.end


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    style: str
    opens: bool


def regions(text: str, paragraph: Span, *, continues: bool = False) -> tuple[Region, ...]:
    """Return the outermost quoted regions of a paragraph, in order.

    A mark without a partner costs at most its own region: a closing one is taken back to the start of its sentence where
    speech seems to end there, an opening one on to the end of the paragraph if it opens a sentence and the next paragraph
    opens with a mark too (*continues*) or none follows; else it is dropped.

    >>> [region.inner for region in regions('"Yes," he said.', Span(0, 15))]
    [Span(start=1, end=5)]
    """
    found: list[Region] = []
    marks = [mark for mark in _marks(text, paragraph) if mark.style != "single"]
    opened: _Mark | None = None
    for mark in marks:
        if opened is None and mark.opens:
            opened = mark
        elif opened is None:
            found.extend(_unopened(text, mark, found[-1].outer.end if found else paragraph.start))
        elif not mark.opens:
            found.append(_region(opened.start, opened.end, mark.start, mark.end))
            opened = None
        elif _begins_sentence(text, paragraph, mark):
            found.extend(_unclosed(text, opened, paragraph, mark.start))
            opened = mark
    if opened is not None and (continues or _begins_sentence(text, paragraph, opened)):
        found.append(_region(opened.start, opened.end, paragraph.end, paragraph.end))
    found.extend(list(_singles(text, paragraph, found)))
    return tuple(sorted((r for r in found if r.inner.of(text).strip()), key=lambda region: region.outer))


def opens_with_mark(text: str, paragraph: Span) -> bool:
    """Say whether the paragraph's first character is a double quotation mark that opens."""
    first = next(_marks(text, paragraph), None)
    return first is not None and first.start == paragraph.start and first.opens and first.style != "single"


def _marks(text: str, paragraph: Span) -> Iterator[_Mark]:
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        after_space = bool(_OPENING_CONTEXT.search(text[max(paragraph.start, match.start() - 1) : match.start()]))
        before_word = bool(text[match.end() : min(match.end() + 1, paragraph.end)].strip())
        opening = after_space and before_word
        if match[0] in marks_that("opening"):
            opening = after_space or before_word
        elif match[0] in marks_that("closing"):
            opening = False
        yield _Mark(match.start(), match.end(), mark_styles()[match[0]], opening)


def _singles(text: str, paragraph: Span, doubles: list[Region]) -> Iterator[Region]:
    opened: _Mark | None = None
    starts = [region.outer.start for region in doubles]
    for mark in _marks(text, paragraph):
        before = bisect_right(starts, mark.start) - 1
        if mark.style != "single" or (before >= 0 and mark.start < doubles[before].outer.end):
            continue
        if mark.opens:
            opened = mark
        elif opened is not None and not text[mark.end : mark.end + 1].isalnum() and text[mark.start - 1] not in "sS ":
            yield _region(opened.start, opened.end, mark.start, mark.end)
            opened = None


def _begins_sentence(text: str, paragraph: Span, mark: _Mark) -> bool:
    before = text[max(paragraph.start, mark.start - _CONTEXT) : mark.start]
    return not before.strip() or bool(_SENTENCE_END.search(before)) or before.rstrip()[-1:] in ",:"


def _unopened(text: str, mark: _Mark, floor: int) -> Iterator[Region]:
    if text[max(floor, mark.start - 1) : mark.start] not in _SPOKEN_ENDS:
        return
    before = text[floor : mark.start]
    ends = [match.end() for match in re.finditer(r"[.!?]\s+", before)]
    start = floor + (ends[-1] if ends else len(before) - len(before.lstrip()))
    if start < mark.start:
        yield _region(start, start, mark.start, mark.end)


def _unclosed(text: str, mark: _Mark, paragraph: Span, limit: int) -> Iterator[Region]:
    if _begins_sentence(text, paragraph, mark):
        end = mark.end + len(text[mark.end : limit].rstrip())
        if end > mark.end:
            yield _region(mark.start, mark.end, end, end)


def _region(outer_start: int, start: int, end: int, outer_end: int) -> Region:
    return Region(Span(start, max(start, end)), Span(outer_start, max(outer_end, end)))
