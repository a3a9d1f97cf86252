"""Attributions: a cue with its source and the content that the sentence's grammar gives it, before quoted regions are joined."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import Sentence, Span, Token
from dateline.resources.quotations import CueWord

CORE = frozenset(
    [
        "nsubj",
        "nsubjpass",
        "csubj",
        "expl",
        "aux",
        "auxpass",
        "neg",
        "advmod",
        "npadvmod",
        "prep",
        "prt",
        "dative",
        "agent",
        "mark",
        "intj",
        "nmod",
        "cc",
        "preconj",
        "meta",
    ]
)
"""Relations of a cue verb's dependents that belong to its own clause, never to its content."""

_JUNCTIONS = frozenset({"PUNCT", "SPACE", "CCONJ"})


@dataclass(frozen=True, slots=True)
class Source:
    """The words that name the speaker, and the token at their head."""

    span: Span
    head: Token


@dataclass(slots=True)
class Attribution:
    """One cue at work; `pieces` is its content so far: what grammar gives it, then with the quoted regions joined."""

    sentence: Sentence
    cue: Token
    cue_span: Span
    word: CueWord
    source: Source | None
    pieces: list[Span]

    @property
    def core(self) -> Span:
        """The stretch from source to cue."""
        spans = [self.cue_span, *([self.source.span] if self.source else [])]
        return Span(min(span.start for span in spans), max(span.end for span in spans))


def core_of(sentence: Sentence, verb: Token) -> frozenset[int]:
    """Return the indices of the tokens of a cue verb's own clause."""
    indices = {verb.index}
    for child in sentence.children(verb):
        if child.dep in CORE:
            indices.update(token.index for token in sentence.subtree(child))
    return frozenset(indices)


def runs(sentence: Sentence, indices: Iterable[int]) -> list[Span]:
    """Return the stretches that the tokens with these indices cover; a hole of mere punctuation is bridged."""
    ordered = sorted(indices)
    spans: list[list[int]] = []
    for index in ordered:
        hole = range(spans[-1][1] + 1, index) if spans else range(0)
        if spans and all(sentence.tokens[between].pos in _JUNCTIONS for between in hole):
            spans[-1][1] = index
        else:
            spans.append([index, index])
    trimmed = [_trimmed(sentence, first, last) for first, last in spans]
    return [span for span in trimmed if span is not None]


def _trimmed(sentence: Sentence, first: int, last: int) -> Span | None:
    tokens = sentence.tokens
    while first <= last and tokens[first].pos in ("PUNCT", "SPACE"):
        first += 1
    while last >= first and tokens[last].pos in ("PUNCT", "SPACE"):
        last -= 1
    return Span(tokens[first].start, tokens[last].end) if first <= last else None


def merged(pieces: Iterable[Span]) -> tuple[Span, ...]:
    """Return the pieces in order of the text, those that touch or overlap made one."""
    found: list[Span] = []
    for piece in sorted(pieces):
        if found and piece.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, piece.end))
        else:
            found.append(piece)
    return tuple(found)
