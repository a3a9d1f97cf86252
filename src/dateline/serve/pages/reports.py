"""Reports: lists of them, one with all that was read from it, and two that share words side by side."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher

from fastapi import APIRouter
from starlette.responses import Response

from dateline.model import Change, Document, Origin
from dateline.serve.asking import Number, Question, Words
from dateline.serve.exporting import Twin, headed
from dateline.serve.reading import blocks_of, span_of
from dateline.serve.tagging import TaggedRoute

router = APIRouter(route_class=TaggedRoute)

COLUMNS = ("id", "report", "published_at", "outlet", "agency", "title")
COPY_COLUMNS = ("report", "words", "differs")
MARK_COLUMNS = ("kind", "start", "end", "words", "means")


@router.get("/reports")
def reports(asked: Question, outlet: Words = "", page: Number = 1) -> Response:
    """Show the newest reports."""
    size = asked.options.page_rows
    found = asked.record.newest_reports(
        as_of=asked.as_of, outlet=outlet or None, limit=size + 1, offset=(page - 1) * size
    )
    return asked.show(
        "reports.html",
        title=outlet or "Reports",
        twin=Twin("reports", COLUMNS, [headed(report, COLUMNS) for report in found[:size]]),
        reports=found[:size],
        outlet=outlet,
        number=page,
        more=len(found) > size,
    )


@dataclass(frozen=True, slots=True)
class Copy:
    """Another report with the same words: in what way, and which of the two came first."""

    other: Document
    words: str
    first: str
    second: str
    changes: tuple[Change, ...]


@router.get("/reports/{name:path}")
def report(asked: Question, name: str, mark: Words = "") -> Response:
    """Show one report with what was read from it; `mark` are the first and last character of a passage to point out."""
    marked = asked.record.marked(name, as_of=asked.as_of)
    document = marked.document
    blocks = blocks_of(marked, go=asked.go, point=span_of(mark, len(document.text)))
    cells = [
        {"kind": kind, "start": span.start, "end": span.end, "words": span.of(document.text), "means": means}
        for kind, span, means in marked.spans()
    ]
    return asked.show(
        "report.html",
        title=document.title or document.name,
        twin=Twin("marks", MARK_COLUMNS, cells),
        document=document,
        story=marked.story,
        blocks=blocks,
        copies=[_copy(document, origin, other) for origin, other in marked.copies],
    )


def _copy(document: Document, origin: Origin, other: Document) -> Copy:
    is_ours = origin.document_id == document.id
    relation = f"{origin.relation} of it, {origin.shared:.0%} of its words"
    words = f"this is a {relation}" if is_ours else f"a {relation}"
    first, second = (other, document) if is_ours else (document, other)
    return Copy(other, words, first.id, second.id, origin.changes)


Pieces = list[tuple[str, bool]]


@router.get("/copies")
def copies(asked: Question, one: Words, other: Words) -> Response:
    """Show two reports side by side, with the words marked that only one of them has."""
    left, right = (asked.record.dated(name, as_of=asked.as_of) for name in (one, other))
    pieces = side_by_side(left.text, right.text)
    cells = [
        {"report": document.name, "words": words, "differs": differs}
        for document, told in ((left, pieces[0]), (right, pieces[1]))
        for words, differs in told
    ]
    return asked.show(
        "copies.html",
        title="Side by side",
        twin=Twin("copies", COPY_COLUMNS, cells),
        words="Two reports side by side",
        left=(left, pieces[0]),
        right=(right, pieces[1]),
    )


MOST_WORDS = 4000


def side_by_side(left: str, right: str) -> tuple[Pieces, Pieces]:
    """Return both texts in pieces, each with whether the other lacks it; of long texts the rest is left unmarked."""
    one, other = _tokens(left), _tokens(right)
    matcher = SequenceMatcher(None, one[:MOST_WORDS], other[:MOST_WORDS], autojunk=len(one) > 1000)
    pieces: tuple[Pieces, Pieces] = ([], [])
    for what, first, last, begin, end in matcher.get_opcodes():
        for side, words in ((0, one[first:last]), (1, other[begin:end])):
            if words:
                pieces[side].append(("".join(words), what != "equal"))
    for side, words in ((0, one[MOST_WORDS:]), (1, other[MOST_WORDS:])):
        if words:
            pieces[side].append(("".join(words), False))
    return pieces


def _tokens(text: str) -> list[str]:
    """Return the words of a text, each with the space after it, so that joined they are the text."""
    found, start = [], 0
    for number in range(1, len(text)):
        if text[number - 1].isspace() and not text[number].isspace():
            found.append(text[start:number])
            start = number
    return [*found, text[start:]] if text else []
