"""Cues: the verbs, nouns and phrases of a sentence that bring in what somebody says, thinks or intends."""

from __future__ import annotations

from collections.abc import Iterator

from dateline.findings.quotations.attributions import Attribution, runs
from dateline.findings.quotations.contents import noun_content, verb_content
from dateline.findings.quotations.sources import label_source, noun_source, subject_taken_for_adverb, verb_source
from dateline.model import Sentence, Span, Token
from dateline.resources.quotations import CueWord, cue_adjectives, cue_nouns, cue_verbs, source_phrases, support_verbs

_PHRASE = CueWord(lemma="according to", kind="phrase", frames=frozenset({"quote"}))
_LEAD = CueWord(lemma=":", kind="speech", frames=frozenset({"quote"}))
_BEFORE = frozenset({"aux", "auxpass", "neg", "advmod"})


def attributions(sentence: Sentence) -> Iterator[Attribution]:
    """Yield an attribution for every cue of the sentence; its `pieces` may still be empty."""
    quotable = False
    for token in sentence.tokens:
        for words in source_phrases().get(token.lower, ()):
            yield from _phrase(sentence, token, words)
        if token.pos == "VERB" and (verb := cue_verbs().get(token.lemma.lower())):
            pieces = verb_content(sentence, token, verb)
            source = verb_source(sentence, token)
            quotable = quotable or ("quote" in verb.frames and source is not None)
            if source is None or verb.kind != "evidence" or source.head.pos != "PRON":
                yield Attribution(sentence, token, _cue_span(sentence, token), verb, source, pieces)
        elif token.pos == "NOUN" and (noun := cue_nouns().get(token.lemma.lower())):
            yield from _noun(sentence, token, noun)
        elif token.dep == "acomp" and (adjective := cue_adjectives().get(token.lower)):
            yield from _adjective(sentence, token, adjective)
    yield from _lead(sentence, quotable)


def _lead(sentence: Sentence, quotable: bool) -> Iterator[Attribution]:
    """A colon makes a name ("... - Anna Berg: ...") or, without any better cue, a verb the cue of the words quoted after it."""
    colon = next((token for token in reversed(sentence.tokens) if token.text == ":"), None)
    if colon is None:
        return
    if name := label_source(sentence, colon):
        yield Attribution(sentence, colon, colon.span, _LEAD, name, [])
    for verb in () if quotable else reversed(sentence.tokens[: colon.index]):
        source = verb_source(sentence, verb) if verb.pos in ("VERB", "AUX") else None
        if source is not None:
            yield Attribution(sentence, verb, _cue_span(sentence, verb), _LEAD, source, [])
            return


def _noun(sentence: Sentence, token: Token, word: CueWord) -> Iterator[Attribution]:
    owner = sentence.child(token, "poss") or _by_or_from(sentence, token)
    source = noun_source(sentence, owner) if owner is not None else None
    above = sentence.head(token)
    if source is None and token.dep == "dobj" and above.pos == "VERB" and above.lemma.lower() in support_verbs():
        source = verb_source(sentence, above)
        pieces = noun_content(sentence, token, word) or noun_content(sentence, above, word)
        if source is not None and pieces:
            yield Attribution(sentence, token, Span(_cue_span(sentence, above).start, token.end), word, source, pieces)
    elif source is not None:
        yield Attribution(sentence, token, token.span, word, source, noun_content(sentence, token, word))


def _by_or_from(sentence: Sentence, noun: Token) -> Token | None:
    for prep in sentence.children(noun, "prep", "agent"):
        if prep.lower in ("by", "from"):
            return sentence.child(prep, "pobj")
    return None


def _adjective(sentence: Sentence, token: Token, word: CueWord) -> Iterator[Attribution]:
    copula = sentence.head(token)
    pieces = noun_content(sentence, token, word) or noun_content(sentence, copula, word)
    source = verb_source(sentence, copula)
    if pieces and source is not None and copula.index < token.index:
        yield Attribution(sentence, token, Span(_cue_span(sentence, copula).start, token.end), word, source, pieces)


def _phrase(sentence: Sentence, first: Token, words: tuple[str, ...]) -> Iterator[Attribution]:
    tokens = sentence.tokens[first.index : first.index + len(words)]
    if tuple(token.lower for token in tokens) != words:
        return
    last = tokens[-1]
    noun = sentence.child(last, "pobj")
    source = noun_source(sentence, noun, apart_from=last) if noun is not None else None
    if source is None:
        return
    phrase = Span(first.start, source.span.end)
    pieces = runs(sentence, [token.index for token in sentence.tokens if not phrase.overlaps(token.span)])
    yield Attribution(sentence, first, Span(first.start, last.end), _PHRASE, source, pieces)


def _cue_span(sentence: Sentence, verb: Token) -> Span:
    start = verb.start
    for token in reversed(sentence.tokens[: verb.index]):
        if token.head != verb.index or token.dep not in _BEFORE or token is subject_taken_for_adverb(sentence, verb):
            break
        start = token.start
    particle = sentence.child(verb, "prt")
    return Span(start, particle.end if particle and particle.index == verb.index + 1 else verb.end)
