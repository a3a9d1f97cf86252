"""A report for the reader: its text exactly as read, in pieces that say what was read there, with notes in the margin."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from dateline.model import Document, EntityMention, Quotation, QuotationKind, Role, Span, TimeExpression, TimeType
from dateline.serve.rendering import address, long_days
from dateline.views.paged import Marked, StoredMention

Go = Callable[..., str]

_SPAN = re.compile(r"(\d{1,9})-(\d{1,9})")
SAID = {
    QuotationKind.DIRECT: "word for word",
    QuotationKind.INDIRECT: "as the report tells it",
    QuotationKind.MIXED: "in part word for word",
}
"""How words said are given, as a reader is told."""

MARK = "marked"
"""The anchor of the passage that an address points out."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the text and what was read there; `note` is the anchor of its note, `rank` decides between nested ones."""

    span: Span
    kind: str
    rank: int
    note: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A note in the margin: a head, and lines of what, words and where they lead."""

    id: str
    kind: str
    head: str
    at: int
    lines: tuple[tuple[str, str, str], ...]
    quotation: Quotation | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """Text with one look: all that is marked there is in its classes, the innermost mark leads to its note."""

    text: str
    classes: str = ""
    target: str = ""
    label: str = ""
    anchors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph with its notes."""

    pieces: tuple[Piece, ...]
    notes: tuple[Note, ...] = ()
    heading: bool = False
    aside: bool = False


@dataclass(slots=True)
class _Page:
    marks: list[Mark] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


def span_of(written: str, length: int) -> Span | None:
    """Return the stretch that an address names as "120-180", inside a text so long; None for anything else."""
    found = _SPAN.fullmatch(written)
    if found is None:
        return None
    start, end = int(found[1]), min(int(found[2]), length)
    return Span(start, end) if start < end else None


def blocks_of(marked: Marked, *, go: Go, point: Span | None) -> list[Block]:
    """Return a report paragraph by paragraph, with all that was read marked; `point` is a passage to point out."""
    page = _Page()
    for number, mention in enumerate(marked.mentions):
        _mark_event(page, f"e{number}", mention, go)
    for number, quotation in enumerate(marked.quotations):
        _mark_quotation(page, f"q{number}", quotation, marked, go)
    for mark in _entity_marks(marked, page, go):
        page.marks.append(mark)
    for number, time in enumerate(marked.times):
        _mark_time(page, f"t{number}", time)
    if point is not None:
        page.marks.append(Mark(point, "pointed", 9))
    return [_block(marked.document, span, role, page, point) for span, role in _stretches(marked.document)]


def _mark_event(page: _Page, name: str, stored: StoredMention, go: Go) -> None:
    mention = stored.mention
    parties = [party.entity.name if party.entity else party.text for party in (*mention.actors, *mention.recipients)]
    head = f"{mention.act.capitalize()}{f', {mention.mode}' if mention.mode else ''}: {', '.join(parties) or 'parties not known'}"
    happened = mention.happened.interval if mention.happened else None
    lines = [
        ("became", "the event and who else tells it", go(address("events", stored.event))),
        ("put as", str(mention.modality), ""),
        (
            "when",
            long_days(happened) or "the report does not say",
            "",
        ),
        ("by", f"{mention.coded_by}; CAMEO {mention.cameo or '–'}", ""),
    ]
    if mention.claimant:
        lines.append(("on the word of", mention.claimant.name, ""))
    page.notes.append(Note(name, "event", head, mention.anchor.start, tuple(lines)))
    page.marks.append(Mark(mention.anchor, "event", 0, name, head))


def _mark_quotation(page: _Page, name: str, quotation: Quotation, marked: Marked, go: Go) -> None:
    speaker = quotation.speaker.name if quotation.speaker else "speaker not known"
    head = f"{speaker} says" if quotation.speaker else "said by somebody not known"
    known = marked.canonical.get(quotation.speaker.id) if quotation.speaker else None
    lines = [("said by", speaker, go(address("entities", known.id)) if known else "")]
    if quotation.source:
        lines.append(("named as", quotation.source.of(marked.document.text), ""))
    if quotation.cue:
        lines.append(("cue", quotation.cue.of(marked.document.text), ""))
    if quotation.via:
        lines.append(("by way of", quotation.via, ""))
    lines.append(("given", SAID[quotation.kind], ""))
    page.notes.append(Note(name, "quote", head, quotation.content[0].start, tuple(lines), quotation))
    page.marks += [Mark(span, "quote", 4, name, f"said by {speaker}") for span in quotation.content]


def _entity_marks(marked: Marked, page: _Page, go: Go) -> Iterator[Mark]:
    """Yield a mark for each mention; whom several mean is told in one note, where they are met first."""
    places = {found.span for found in marked.places}
    noted: dict[str, str] = {}
    for mention in marked.entities:
        kind = "place" if mention.span in places else "person"
        if mention.entity is None:
            yield Mark(mention.span, kind, 2, "", mention.basis or "not known whom this means")
            continue
        known = marked.canonical.get(mention.entity.id)
        if mention.entity.id not in noted:
            noted[mention.entity.id] = name = f"n{len(noted)}"
            page.notes.append(_entity_note(name, kind, mention, known.id if known else "", go))
        shown = known.name if known else mention.entity.name
        yield Mark(
            mention.span, kind, 2, noted[mention.entity.id], f"{shown} ({mention.basis})" if mention.basis else shown
        )
    named = {mention.span for mention in marked.entities}
    for found in marked.places:
        if found.span not in named:
            yield Mark(found.span, "place", 2, "", found.basis or found.place.name)


def _entity_note(name: str, kind: str, mention: EntityMention, known: str, go: Go) -> Note:
    entity = mention.entity
    assert entity is not None
    lines = [("is", entity.name, go(address("entities", known)) if known else "")]
    about = ", ".join(part for part in (str(entity.type), entity.country) if part)
    lines.append(("kind", about, ""))
    if mention.basis:
        lines.append(("because", mention.basis, ""))
    return Note(name, kind, entity.name, mention.span.start, tuple(lines))


def _mark_time(page: _Page, name: str, time: TimeExpression) -> None:
    days = long_days(time.interval) or ""
    lines = [
        ("value", time.value or "no calendar date", ""),
        ("days", days, ""),
        ("counted from", time.anchor or "", ""),
    ]
    lines.append(("by", ", ".join(part for part in (time.rule, time.direction) if part), ""))
    kept = tuple(line for line in lines if line[1])
    meant = days or ("" if time.type in (TimeType.DURATION, TimeType.SET) else "day not known")
    page.notes.append(Note(name, "time", f"{time.text} → {meant}" if meant else time.text, time.span.start, kept))
    page.marks.append(Mark(time.span, "time", 1, name, meant or time.value or ""))


def _stretches(document: Document) -> Iterator[tuple[Span, Role]]:
    """Yield all of a text, part by part; what stands between parts goes with the part before it."""
    at = 0
    parts = sorted(document.parts, key=lambda part: part.span.start)
    for number, part in enumerate(parts):
        end = parts[number + 1].span.start if number + 1 < len(parts) else len(document.text)
        start = 0 if number == 0 else max(part.span.start, at)
        if start < end:
            yield Span(start, end), part.role
            at = end
    if at < len(document.text):
        yield Span(at, len(document.text)), Role.BODY


def _block(document: Document, span: Span, role: Role, page: _Page, point: Span | None) -> Block:
    inside = [mark for mark in page.marks if mark.span.start < span.end and mark.span.end > span.start]
    text = span.of(document.text)
    kept = Span(span.start, span.start + len(text.rstrip()))
    notes = sorted((note for note in page.notes if span.start <= note.at < span.end), key=_note_order)
    return Block(
        pieces=tuple(_pieces(document.text, kept, inside, point)),
        notes=tuple(notes),
        heading=role is Role.HEADING,
        aside=role in (Role.CAPTION, Role.FURNITURE, Role.DATELINE),
    )


def _note_order(note: Note) -> tuple[int, int]:
    """Return what notes are sorted by: acts, words said, then names, places and times, each in order of the text."""
    return (("event", "quote").index(note.kind) if note.kind in ("event", "quote") else 2, note.at)


def _pieces(text: str, within: Span, marks: Iterable[Mark], point: Span | None) -> Iterator[Piece]:
    """Yield the stretch cut wherever a mark begins or ends, so that marks may overlap in any way."""
    found = list(marks)
    edges = {within.start, within.end}
    edges.update(
        edge for mark in found for edge in (mark.span.start, mark.span.end) if within.start < edge < within.end
    )
    cuts = sorted(edges)
    for start, end in pairwise(cuts):
        here = [mark for mark in found if mark.span.start <= start and mark.span.end >= end]
        innermost = min(
            (mark for mark in here if mark.note), key=lambda mark: (mark.rank, len(mark.span)), default=None
        )
        label = next((mark.label for mark in sorted(here, key=lambda mark: mark.rank) if mark.label), "")
        yield Piece(
            text=text[start:end],
            classes=" ".join(["m", *dict.fromkeys(f"m-{mark.kind}" for mark in here)]) if here else "",
            target=innermost.note if innermost else "",
            label=label,
            anchors=(MARK,) if point is not None and start == point.start else (),
        )
