"""Cues that only the quotation marks beside them make cues: a verb that no table lists ("..., he quipped"), a signature."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.findings.quotations.attributions import Attribution, Source
from dateline.findings.quotations.marks import Region
from dateline.findings.quotations.sources import verb_source
from dateline.model import Sentence, Span, Token
from dateline.resources.quotations import CueWord

_VERB = CueWord(lemma="", kind="speech", frames=frozenset({"quote"}))
_SIGNATURE = CueWord(lemma="–", kind="turn", frames=frozenset())
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
_OPEN_END = re.compile(r"[,?!]\s*$")
_WORD_BEFORE = re.compile(r"\w\s*\Z")
_LEADS_IN = re.compile(r"\s*[,:]\s*")
_SIGNED = re.compile(r"\s*(?P<dash>[-–—―]{1,2})\s*(?=[A-Z])")
_SIGNATURE_END = re.compile(r"[^\n\"“”,.;:]+")
_SIGNED_OFF = re.compile(r"[.,;]?\s*(?:\Z|\n|[\"“])")
_LONGEST_SOURCE = 14
_GAP = 40
_LONGEST_SIGNATURE = 8
_FEWEST_WORDS = 3


def verbs_beside(text: str, sentences: Sequence[Sentence], regions: Iterable[Region]) -> Iterator[Attribution]:
    """Yield a cue for each region that a clause follows or leads in to with a verb of whatever meaning.

    What follows speech ends in a comma, a question or an exclamation: "Never again," the captain quipped. What leads in to it
    ends in a comma or colon: the crowd roared, "Never again!"
    """
    for region in regions:
        words = region.inner.of(text)
        if len(words.split()) < _FEWEST_WORDS:
            continue
        stands_alone = not _WORD_BEFORE.search(text[max(0, region.outer.start - _GAP) : region.outer.start])
        found = _follows(sentences, region) if stands_alone and _OPEN_END.search(words) else None
        found = found or _leads(text, sentences, region)
        if found is not None:
            yield found


def signatures(
    text: str, sentences: Sequence[Sentence], regions: Iterable[Region]
) -> Iterator[tuple[Region, Attribution]]:
    """Yield each region under which a name is signed after a dash, with the attribution to that name."""
    for region in regions:
        dash = _SIGNED.match(text, region.outer.end)
        signed = _SIGNATURE_END.match(text, dash.end()) if dash else None
        if dash is None or signed is None or not _SIGNED_OFF.match(text, signed.end()):
            continue
        sentence = _after(sentences, signed.start())
        tokens = sentence.within(Span(*signed.span())) if sentence is not None else ()
        names = [token for token in tokens if token.pos == "PROPN"]
        if sentence is None or not names or tokens[0] is not names[0] or not _is_name(tokens):
            continue
        source = Source(Span(tokens[0].start, tokens[-1].end), names[-1])
        cue = replace(tokens[0], start=dash.start("dash"), end=dash.end("dash"), text=dash["dash"])
        yield region, Attribution(sentence, cue, cue.span, _SIGNATURE, source, [region.inner])


def _is_name(tokens: Sequence[Token]) -> bool:
    return len(tokens) <= _LONGEST_SIGNATURE and all(token.pos not in ("VERB", "AUX") for token in tokens)


def _follows(sentences: Sequence[Sentence], region: Region) -> Attribution | None:
    """The clause right after the region, where its verb comes first or after its subject."""
    sentence = _after(sentences, region.outer.end)
    rest = [token for token in sentence.tokens if token.start >= region.outer.end] if sentence else []
    while rest and rest[0].pos in ("PUNCT", "SPACE"):
        rest = rest[1:]
    for token in rest[:_LONGEST_SOURCE]:
        if sentence is None or token.pos != "VERB" or token.tag not in _FINITE:
            continue
        source = verb_source(sentence, token)
        if source is None or source.span.overlaps(region.outer):
            return None
        first = min(source.span.start, token.start)
        return _attribution(sentence, token, source) if first == rest[0].start else None
    return None


def _after(sentences: Sequence[Sentence], offset: int) -> Sentence | None:
    """The first sentence that ends after an offset."""
    first = bisect_right(sentences, offset, key=lambda sentence: sentence.span.end)
    return sentences[first] if first < len(sentences) else None


def _leads(text: str, sentences: Sequence[Sentence], region: Region) -> Attribution | None:
    """The verb right before the region, parted from it by a comma or colon."""
    sentence = _at(sentences, region.outer.start - 1)
    before = [t for t in sentence.tokens if t.end <= region.outer.start and t.pos != "PUNCT"] if sentence else []
    if sentence is None or not before or not _LEADS_IN.fullmatch(text, before[-1].end, region.outer.start):
        return None
    source = verb_source(sentence, before[-1]) if before[-1].pos == "VERB" else None
    return _attribution(sentence, before[-1], source) if source is not None else None


def _at(sentences: Sequence[Sentence], offset: int) -> Sentence | None:
    """The last sentence that begins at an offset or before."""
    last = bisect_right(sentences, offset, key=lambda sentence: sentence.span.start) - 1
    return sentences[last] if last >= 0 else None


def _attribution(sentence: Sentence, verb: Token, source: Source) -> Attribution:
    return Attribution(sentence, verb, verb.span, _VERB, source, [])
