"""The text of a report as parts: paragraphs, each body, heading, caption or furniture, and the dateline before the first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dateline.documents.lines import lines, looks_like_heading
from dateline.model import Dateline, Part, Role, Span
from dateline.resources.part_cues import CAPTION, FURNITURE, part_cues

_LONGEST_CAPTION = 600
_LONGEST_FURNITURE = 200
_LEADING_HEADINGS = 2
_WIRE_HEADING = re.compile(r"[-–—]\s+(?P<words>(?=\S)[^\n.!?]{2,80}?[^\s,;:.!?])\s+[-–—](?:$|\s+(?=[\"“‘'(]*[A-Z0-9]))")
"""``- Words of a heading - `` before a paragraph's own words, or alone: how agencies write headings in plain text."""


def split_parts(text: str, dateline: Dateline | None) -> tuple[Part, ...]:
    """Return the parts of a text in order; every character that is not white space lies in exactly one of them.

    A heading inside a paragraph, like the dateline, is a part of its own with the paragraph's number.
    """
    return tuple(_parts(text, list(lines(text)), dateline))


def _parts(text: str, spans: Sequence[Span], dateline: Dateline | None) -> Iterator[Part]:
    roles = _roles([span.of(text) for span in spans])
    for number, (span, role) in enumerate(zip(spans, roles, strict=True)):
        if dateline and span.covers(dateline.span):
            yield Part(span=dateline.span, role=Role.DATELINE, paragraph=number)
            span, role = _stripped(text, Span(dateline.span.end, span.end)), Role.BODY
        wire = _WIRE_HEADING.match(span.of(text)) if role is Role.BODY else None
        if wire:
            heading = Span(span.start, span.start + len(wire[0].rstrip()))
            yield Part(span=heading, role=Role.HEADING, paragraph=number)
            span = _stripped(text, Span(heading.end, span.end))
        if len(span):
            yield Part(span=span, role=role, paragraph=number)


def _stripped(text: str, span: Span) -> Span:
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _roles(paragraphs: Sequence[str]) -> list[Role]:
    roles = [_role_by_cue(paragraph) for paragraph in paragraphs]
    heading_like = [
        role is Role.BODY and looks_like_heading(paragraph) for role, paragraph in zip(roles, paragraphs, strict=True)
    ]
    for index in range(len(roles)):
        if heading_like[index] and _heads_prose(index, roles, heading_like):
            roles[index] = Role.HEADING
    return roles


def _heads_prose(index: int, roles: Sequence[Role], heading_like: Sequence[bool]) -> bool:
    """A heading stands alone above prose; a run of short lines is a list or table. A report may open with two headings."""
    follower = index + 1
    if index < _LEADING_HEADINGS - 1 and follower < len(roles) and heading_like[follower]:
        follower += 1
    stands_alone = index < _LEADING_HEADINGS or not heading_like[index - 1]
    return stands_alone and follower < len(roles) and roles[follower] is Role.BODY and not heading_like[follower]


def _role_by_cue(paragraph: str) -> Role:
    if len(paragraph) <= _LONGEST_FURNITURE and part_cues(FURNITURE).fit(paragraph):
        return Role.FURNITURE
    if len(paragraph) <= _LONGEST_CAPTION and part_cues(CAPTION).fit(paragraph):
        return Role.CAPTION
    return Role.BODY
