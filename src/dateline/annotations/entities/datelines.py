"""The names in a report's dateline, which no model parses: where it was written, and the agencies credited with it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.model import Document, Role, Sentence, Token
from dateline.resources.datelines import month_numbers, weekday_names

_WORD = re.compile(r"[^\W\d_][\w'’&-]*\.?|\S")
_CREDIT = re.compile(r"[(/](?=\s*[^\W\d_])([^()\n]*?)\s*(?=[)/]|\s[-–—]\s)")


def dateline_sentences(document: Document) -> Iterator[Sentence]:
    """Yield each dateline as a sentence without a tree, in which places and credits are labelled as a model would."""
    place = document.dateline.place if document.dateline else None
    for part in document.parts:
        if part.role is Role.DATELINE:
            text = part.span.of(document.text)
            labels = {**dict.fromkeys(_credits(text), "ORG"), **dict.fromkeys(_places(text, place), "GPE")}
            tokens = tuple(_tokens(text, part.span.start, labels))
            if tokens:
                yield Sentence(document_id=document.id, span=part.span, tokens=tokens, paragraph=part.paragraph)


def _places(text: str, place: str | None) -> Iterator[tuple[int, int]]:
    """Yield where the dateline names its place: the city, and what follows it after a comma ("Calif.")."""
    for piece in (place or "").split(","):
        if piece.strip():
            yield from (found.span() for found in re.finditer(rf"(?<!\w){re.escape(piece.strip())}(?!\w)", text))


def _credits(text: str) -> Iterator[tuple[int, int]]:
    """Yield where names stand in brackets or between slashes, dates left out."""
    for found in _CREDIT.finditer(text):
        words = {word.strip(".,") for word in found[1].split()}
        dated = any(word in weekday_names() or word.lower() in month_numbers() for word in words)
        if found[1] and not dated and not any(map(str.isdigit, found[1])):
            yield found.span(1)


def _tokens(text: str, offset: int, labels: dict[tuple[int, int], str]) -> Iterator[Token]:
    for index, word in enumerate(_WORD.finditer(text)):
        span, label = next((item for item in labels.items() if item[0][0] <= word.start() < item[0][1]), ((-1, -1), ""))
        yield Token(
            index=index,
            start=offset + word.start(),
            end=offset + word.end(),
            text=word[0],
            lemma=word[0].lower(),
            pos="PROPN" if word[0][0].isalpha() else "PUNCT",
            tag="NNP" if word[0][0].isalpha() else ":",
            dep="ROOT",
            head=index,
            label=label,
            begins=word.start() == span[0],
        )
