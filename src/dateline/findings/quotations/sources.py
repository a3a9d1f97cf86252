"""Sources: which words of a sentence name the one whom a cue makes speak."""

from __future__ import annotations

from dateline.findings.quotations.attributions import Source
from dateline.findings.quotations.chains import chained_to, goes_on
from dateline.findings.quotations.contents import is_infinitive
from dateline.model import Sentence, Span, Token

_SUBJECTS = ("nsubj", "csubj")
_LENT_SUBJECT = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "dep", "ccomp"})
_PARTICIPIAL = frozenset({"acl", "advcl", "amod", "nmod", "prep"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
"""Tags of a finite verb; the parser often takes "said" for a participle."""

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM", "X"})
_LONGEST_LABEL = 6
_DASHES = frozenset({"--", "-", "–", "—"})
_BREAKS = _DASHES | {","}
_TRAILING = ",;:-–—"


def verb_source(sentence: Sentence, verb: Token) -> Source | None:
    """Return the subject of a cue verb: its own, the one it shares with the verb above, or the noun it qualifies.

    A passive has its agent or none.
    """
    if is_passive(sentence, verb):
        return _agent(sentence, verb)
    subject = _subject(sentence, verb) or _after(sentence, verb) or _before_aside(sentence, verb)
    if subject is not None:
        return noun_source(sentence, subject, apart_from=verb)
    name = subject_taken_for_adverb(sentence, verb)
    return Source(name.span, name) if name is not None else None


def subject_taken_for_adverb(sentence: Sentence, verb: Token) -> Token | None:
    """Return the name right before a finite verb without any subject ("Skelly said"), which the tagger missed."""
    before = sentence.tokens[verb.index - 1] if verb.index > 0 else None
    if (
        before is None
        or verb.tag not in _FINITE
        or not before.text[:1].isupper()
        or before.pos not in ("ADV", "ADP", "INTJ")
    ):
        return None
    return before if sentence.child(verb, "nsubj", "nsubjpass", "expl") is None else None


def label_source(sentence: Sentence, colon: Token) -> Source | None:
    """Return the names that stand alone between a dash, or the start of the sentence, and a colon."""
    dashes = [token.index for token in sentence.tokens[: colon.index] if _is_dash(sentence, token)]
    words = sentence.tokens[dashes[-1] + 1 if dashes else 0 : colon.index]
    if not words or len(words) > _LONGEST_LABEL or any(word.pos not in ("PROPN", "CCONJ", "DET") for word in words):
        return None
    return Source(Span(words[0].start, words[-1].end), words[-1])


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb is a passive or a bare past participle ("asked about it, he ...", "a plan backed by ...")."""
    if sentence.child(verb, "nsubjpass", "auxpass", "agent") is not None:
        return True
    if verb.tag != "VBN" or verb.dep not in _PARTICIPIAL or sentence.child(verb, "aux", *_SUBJECTS) is not None:
        return False
    return verb.dep != "acl" or sentence.tokens[verb.index - 1].text != ","


def noun_source(sentence: Sentence, head: Token, *, apart_from: Token | None = None) -> Source | None:
    """Return the full noun phrase of *head* on its side of the cue: titles, appositions and relative clauses too."""
    tokens = list(sentence.subtree(head))
    if apart_from is not None:
        before = head.index < apart_from.index
        tokens = [token for token in tokens if (token.index < apart_from.index) == before]
    heading = max(
        (token.index for token in tokens if token.index < head.index and _is_dash(sentence, token)), default=-1
    )
    tokens = [token for token in tokens if token.index > heading]
    while tokens and (tokens[-1].pos == "PUNCT" and tokens[-1].text in _TRAILING):
        tokens.pop()
    if head not in tokens:
        return None
    return Source(Span(tokens[0].start, tokens[-1].end), head)


def _is_dash(sentence: Sentence, token: Token) -> bool:
    """Whether a token is a dash between spaces, as after a heading run into the text; a hyphen is none."""
    if token.text not in _DASHES or not 0 < token.index < len(sentence.tokens) - 1:
        return False
    return sentence.tokens[token.index - 1].end < token.start and token.end < sentence.tokens[token.index + 1].start


def _agent(sentence: Sentence, verb: Token) -> Source | None:
    agent = sentence.child(verb, "agent")
    noun = sentence.child(agent, "pobj") if agent is not None else None
    return noun_source(sentence, noun) if noun is not None else None


def _subject(sentence: Sentence, verb: Token) -> Token | None:
    own = _own_subject(sentence, verb)
    if own is not None:
        return own
    first = chained_to(sentence, verb)
    if first is not None:
        return _subject(sentence, first)
    return _lent(sentence, verb, to_the_top=goes_on(sentence, verb))


def _own_subject(sentence: Sentence, verb: Token) -> Token | None:
    own = [
        child
        for child in sentence.children(verb, *_SUBJECTS)
        if child.pos in _NOMINAL
        and (child.tag != "WDT" or verb.dep == "relcl")
        and sentence.subtree(child)[0].index <= verb.index + 1
    ]
    return min(own, key=lambda child: abs(child.index - verb.index), default=None)


def _lent(sentence: Sentence, verb: Token, *, to_the_top: bool = False) -> Token | None:
    """Return the subject that a verb without one takes from above: the nearest, or, for an afterthought, the topmost."""
    found: Token | None = None
    saying = verb
    for head in sentence.ancestors(verb):
        if verb.dep == "acl" and head.pos in _NOMINAL and not to_the_top:
            return _issuer(sentence, verb, head)
        if not to_the_top and (verb.dep not in _LENT_SUBJECT or sentence.child(verb, "nsubjpass") is not None):
            return None
        overheard = sentence.child(head, "nsubjpass")
        if overheard is not None and saying.tag == "VBG":
            return overheard  # "was heard saying", "was quoted as saying"
        subject = _own_subject(sentence, head)
        if subject is not None and verb.dep == "xcomp" and subject.lower == "it":
            return None
        if subject is not None:
            found = subject
            if not to_the_top or head.dep == "conj":
                return found
        verb = head
    return found


def _issuer(sentence: Sentence, verb: Token, noun: Token) -> Token | None:
    """Who speaks through a noun: of "he sent a letter saying" he, of "a letter saying" it, of "her plan to ask" she."""
    if is_infinitive(sentence, verb):
        return sentence.child(noun, "poss")
    above = sentence.head(noun)
    return (_own_subject(sentence, above) if noun.dep == "dobj" else None) or noun


def _after(sentence: Sentence, verb: Token) -> Token | None:
    if verb.index + 1 >= len(sentence.tokens) or verb.tag not in _FINITE:
        return None
    noun = sentence.tokens[verb.index + 1]
    if noun.pos not in _NOMINAL or (verb.index > 0 and sentence.tokens[verb.index - 1].pos != "PUNCT"):
        return None
    while noun.head > verb.index and sentence.head(noun) is not noun and sentence.head(noun).pos in _NOMINAL:
        noun = sentence.head(noun)
    return noun if noun.pos in _NOMINAL else None


def _before_aside(sentence: Sentence, verb: Token) -> Token | None:
    """The noun before an aside that has kept the parser from the subject: "The mayor, who was late, said ..."."""
    first = min((child.index for child in sentence.children(verb, "aux", "auxpass", "advmod")), default=verb.index)
    breaks = [token.index for token in sentence.tokens[: min(first, verb.index)] if token.text in _BREAKS]
    if verb.tag not in _FINITE or len(breaks) < 2 or breaks[-1] != min(first, verb.index) - 1:
        return None
    noun = sentence.tokens[breaks[-2] - 1] if breaks[-2] > 0 else sentence.tokens[0]
    while noun.dep in ("compound", "appos", "poss", "flat") and sentence.head(noun) is not noun:
        noun = sentence.head(noun)
    return noun if noun.pos in ("NOUN", "PROPN", "PRON") and noun.index < breaks[-2] else None
