"""Past or future: what the governing verb, the preposition and the words around a time expression tell."""

from __future__ import annotations

from dateline.model import Sentence, Span, Token
from dateline.resources.times import cues

PAST, FUTURE, LATER = "past", "future", "later"
"""LATER is after some past act ("agreed to meet in May"), so mostly, but not surely, after the report."""
_PASSED = frozenset(
    [
        "on",
        "the",
        "early",
        "late",
        "mid",
        ",",
        "a.m.",
        "p.m.",
        "am",
        "pm",
        "est",
        "edt",
        "et",
        "gmt",
        "utc",
        "noon",
        "midnight",
        "night",
        "next",
        "last",
    ]
)
"""Words between a preposition and the day it belongs to ("until 5 p.m. GMT on Tuesday")."""
_VERBAL = frozenset({"VERB", "AUX"})
_BEFORE_NOUNS = frozenset({"poss", "compound", "nmod", "amod", "npadvmod"})


def direction_of(sentence: Sentence, span: Span) -> str | None:
    """Return PAST, FUTURE or LATER for a time expression, None where its sentence does not tell."""
    token = head_of(sentence, span)
    if token is None:
        return None
    told = _before(sentence, span)
    if told == FUTURE and _is_over(sentence, token):
        return PAST
    return told or _governed(sentence, token)


def _is_over(sentence: Sentence, token: Token) -> bool:
    """Say whether what lasts until a time has already ended: "until Tuesday they had not called"."""
    verb = next((above for above in sentence.ancestors(token) if above.pos in _VERBAL), None)
    return verb is not None and verb.tag == "VBN" and _had(sentence, verb)


def head_of(sentence: Sentence, span: Span) -> Token | None:
    """Return the first token in *span* whose head lies outside it."""
    inside = [token for token in sentence.tokens if token.start < span.end and span.start < token.end]
    indexes = {token.index for token in inside}
    return next((token for token in inside if token.head not in indexes or token.head == token.index), None)


def reporting_verb(sentence: Sentence, span: Span) -> Token | None:
    """Return the verb of saying that a time expression depends on, as in "said on Tuesday", or None."""
    token = head_of(sentence, span)
    if token is None:
        return None
    verb = next((above for above in sentence.ancestors(token) if above.pos in _VERBAL), None)
    return verb if verb and verb.lemma.lower() in cues("reporting") else None


def _before(sentence: Sentence, span: Span) -> str | None:
    words = [token.lower for token in sentence.tokens if token.start < span.start][-6:]
    while words and (words[-1] in _PASSED or words[-1][0].isdigit()):
        words.pop()
    if not words:
        return None
    tail = " ".join(words)
    found = next((direction for phrase, direction in cues("phrase").items() if tail.endswith(phrase)), None)
    return found or cues("preposition").get(words[-1])


def _governed(sentence: Sentence, token: Token) -> str | None:
    noun = sentence.head(token)
    if noun.pos == "NOUN" and token.dep in _BEFORE_NOUNS and (told := cues("noun").get(noun.lemma.lower())):
        return told
    preposition, direct = "", True
    for above in (token, *sentence.ancestors(token)):
        if above.pos in _VERBAL:
            return tense_of(sentence, above, preposition, direct=direct)
        if above.pos == "ADP":
            preposition = preposition or above.lower
            continue
        direct = direct and above is token
        if above.pos == "ADJ" and cues("governor").get(above.lower) == FUTURE:
            return FUTURE
        modifiers = () if above is token else sentence.children(above, "amod", "compound")
        told = next((cues("modifier")[child.lower] for child in modifiers if child.lower in cues("modifier")), None)
        if told:
            return told
    return None


def tense_of(sentence: Sentence, verb: Token, preposition: str = "", *, direct: bool = True) -> str | None:
    """Return the direction that a verb's form tells for a time under it.

    *preposition* joins the two, if any; *direct* says that no noun stands between them.
    """
    helpers = sentence.children(verb, "aux", "auxpass")
    if direction := _modal(sentence, verb, helpers):
        return direction
    scheduled = verb.lemma.lower() in cues("scheduled")
    if scheduled and _had(sentence, verb):
        return PAST
    if scheduled and (verb.tag == "VBN" or preposition == "for" or not direct):
        return FUTURE
    forms = {helper.tag for helper in helpers}
    if "TO" in forms:
        return _infinitive(sentence, verb)
    if verb.tag == "VBD" or "VBD" in forms:
        return PAST
    if verb.tag == "VBN":
        present = any(helper.lemma == "be" for helper in helpers) and not _has(helpers)
        return None if present else PAST
    if verb.tag == "VBG":
        return FUTURE if forms & {"VBZ", "VBP"} else _above(sentence, verb)
    if verb.tag in ("VBZ", "VBP"):
        return _present(verb) if direct else None
    return _above(sentence, verb)


def _modal(sentence: Sentence, verb: Token, helpers: tuple[Token, ...]) -> str | None:
    modals = [helper for helper in helpers if helper.tag == "MD" or helper.lower in cues("modal")]
    if not modals:
        return None
    missed = any(helper.lower == "could" for helper in modals) and sentence.child(verb, "neg", "preconj") is not None
    return PAST if _has(helpers) or missed else FUTURE


def _has(helpers: tuple[Token, ...]) -> bool:
    return any(helper.lemma == "have" for helper in helpers)


def _infinitive(sentence: Sentence, verb: Token) -> str | None:
    governor = sentence.head(verb)
    if governor == verb:  # "To meet in May", with no verb above it
        return None
    told = cues("governor").get(governor.lemma.lower())
    if _was_due(sentence, governor):
        return PAST
    if told == "head" or verb.dep == "advcl":
        return _above(sentence, verb)
    return LATER if governor.pos in _VERBAL and tense_of(sentence, governor) == PAST else FUTURE


def _was_due(sentence: Sentence, governor: Token) -> bool:
    """Say whether an act had been planned: "had been due to expire" tells that its day has come."""
    if governor.lemma.lower() not in cues("scheduled"):
        return False
    return _had(sentence, governor if governor.pos in _VERBAL else sentence.head(governor))


def _had(sentence: Sentence, verb: Token) -> bool:
    return any(helper.lower in ("had", "'d") for helper in sentence.children(verb, "aux"))


def _present(verb: Token) -> str | None:
    return FUTURE if verb.lemma == "be" else cues("present").get(verb.lemma.lower())


def _above(sentence: Sentence, verb: Token) -> str | None:
    above = next((token for token in sentence.ancestors(verb) if token.pos in _VERBAL), None)
    return tense_of(sentence, above) if above else None
