"""Turns: paragraphs of a transcript or interview that a label and a colon give to a speaker ("SMITH: I agree.")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dateline.findings.quotations.attributions import Attribution, Source
from dateline.model import Sentence, Span, Token
from dateline.resources.quotations import CueWord

_LABEL = re.compile(r"(?P<label>[A-Z][^\s:\"“”][^\s:\"“”]*(?: [A-Z(][^\s:\"“”]*){0,5}):(?:\s+(?=\S)|(?=[\"“]))")
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_TURN = CueWord(lemma=":", kind="turn", frames=frozenset({"quote", "clause"}))


def labels(text: str, paragraphs: Sequence[Span]) -> Counter[str]:
    """Count the labels that paragraphs begin with: one that comes back is a speaker in a transcript."""
    found = (_LABEL.match(text, paragraph.start, paragraph.end) for paragraph in paragraphs)
    return Counter(match["label"] for match in found if match)


def turn(text: str, paragraph: Span, sentences: Sequence[Sentence], counts: Counter[str]) -> Attribution | None:
    """Return the attribution of a whole paragraph to the label before its colon, or None where there is no such label.

    A label counts when it comes back in the document, or when it names somebody before one sentence, as headlines do.
    "Q" and "A" name nobody.
    """
    match = _LABEL.match(text, paragraph.start, paragraph.end)
    if match is None:
        return None
    sentence = sentences[0]
    words = [token for token in sentence.tokens if token.end <= match.end("label")]
    colon = next((token for token in sentence.tokens if token.text == ":" and token.start >= match.end("label")), None)
    headline = len(sentences) == 1 and bool(words) and words[-1].label in _NAMED
    if colon is None or not words or not (headline or counts[match["label"]] > 1):
        return None
    if not any(token.pos in ("VERB", "AUX") and token.start > colon.start for one in sentences for token in one.tokens):
        return None
    source = Source(Span(words[0].start, words[-1].end), _head(words))
    return Attribution(sentence, colon, colon.span, _TURN, source, [Span(match.end(), paragraph.end)])


def _head(words: Sequence[Token]) -> Token:
    names = [token for token in words if token.label == "PERSON"]
    return names[-1] if names else words[-1]
