"""Past or future: what the governing verb, the preposition and the words around a time expression tell."""

from __future__ import annotations

from dateline.model import Sentence, Span, Token
from dateline.resources.times import beside, cues

PAST, FUTURE, LATER = "past", "future", "later"
"""LATER is after some past act ("agreed to meet in May"), so mostly, but not surely, after the report."""
_VERBAL = frozenset({"VERB", "AUX"})
_BEFORE_NOUNS = frozenset({"poss", "compound", "nmod", "amod", "npadvmod"})
_OF_NOUNS = frozenset({"acl", "relcl"})
_DEEPEST = 100
"""Words above a time from which on a sentence is none that a person wrote, and the way up is not gone."""


def direction_of(sentence: Sentence, span: Span) -> str | None:
    """Return PAST, FUTURE or LATER for a time expression, None where its sentence does not tell."""
    token = head_of(sentence, span)
    if token is None or sum(1 for _ in sentence.ancestors(token)) > _DEEPEST:
        return None
    if told := _explained(sentence, token):
        return told
    told = _before(sentence, span)
    if told == FUTURE and _is_over(sentence, token):
        return PAST
    if told is None and _ends_caption(sentence, span):
        return PAST
    return told or _governed(sentence, token)


def _explained(sentence: Sentence, token: Token) -> str | None:
    """Return what a clause on the time itself tells: "on Tuesday, when talks resume"."""
    for clause in sentence.children(token, "relcl"):
        if any(child.lower == "when" for child in sentence.children(clause, "advmod", "mark")):
            return tense_of(sentence, clause)
    return None


def _is_over(sentence: Sentence, token: Token) -> bool:
    """Say whether what lasts until a time has ended: "they did not call until Tuesday", "he served until May"."""
    verb = next((above for above in sentence.ancestors(token) if above.pos in _VERBAL), None)
    if verb is None:
        return False
    helpers = sentence.children(verb, "aux", "auxpass")
    missed = any(helper.lower == "did" for helper in helpers) and _is_negated(sentence, verb)
    lasted = verb.tag == "VBD" and not helpers and verb.lemma.lower() in beside("persisting")
    return missed or lasted or (verb.tag == "VBN" and _had(sentence, verb))


def _ends_caption(sentence: Sentence, span: Span) -> bool:
    """Say whether a time stands at the end of a picture's caption: "The king opens the hall in Oslo, Tuesday"."""
    first = next((token for token in sentence.tokens if span.start <= token.start), None)
    if first is None or first.index == 0 or sentence.tokens[first.index - 1].text != ",":
        return False
    ended = all(token.pos == "PUNCT" for token in sentence.tokens if token.start >= span.end)
    root = sentence.root
    subject = sentence.child(root, "nsubj")
    named = subject is not None and subject.pos != "PRON"
    return ended and named and root.tag in ("VBZ", "VBP") and not sentence.children(root, "aux", "auxpass")


def head_of(sentence: Sentence, span: Span) -> Token | None:
    """Return the first token in *span* whose head lies outside it."""
    inside = [token for token in sentence.tokens if token.start < span.end and span.start < token.end]
    indexes = {token.index for token in inside}
    return next((token for token in inside if token.head not in indexes or token.head == token.index), None)


def is_surely_past(sentence: Sentence, span: Span) -> bool:
    """Say whether a verb in the past itself takes the time: "they met in May", but not "they sold crude for May"."""
    token = head_of(sentence, span)
    if token is None:
        return False
    above = sentence.head(token)
    if above.pos == "ADP":
        if above.lower not in beside("when"):
            return False
        above = sentence.head(above)
    return above.tag in ("VBD", "VBN") and above.pos in _VERBAL


def reporting_verb(sentence: Sentence, span: Span) -> Token | None:
    """Return the verb of saying that a time expression depends on, as in "said on Tuesday", or None."""
    token = head_of(sentence, span)
    if token is None:
        return None
    verb = next((above for above in sentence.ancestors(token) if above.pos in _VERBAL), None)
    return verb if verb and verb.lemma.lower() in cues("reporting") else None


def _before(sentence: Sentence, span: Span) -> str | None:
    words = [token.lower for token in sentence.tokens if token.start < span.start][-6:]
    while words and (words[-1] in beside("passed") or words[-1][0].isdigit()):
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
            return tense_of(sentence, _own_verb(sentence, above, token), preposition, direct=direct)
        if above.pos == "ADP":
            preposition = preposition or above.lower
            continue
        direct = direct and above is token
        if above.pos == "ADJ" and cues("governor").get(above.lower) == FUTURE:
            return FUTURE
        if above is not token and (told := _noun_tells(sentence, above, token, preposition)):
            return told
    return None


def _noun_tells(sentence: Sentence, noun: Token, token: Token, preposition: str) -> str | None:
    """Return what a noun above a time tells: "the planned talks on Tuesday", "plans for talks on Tuesday"."""
    for child in sentence.children(noun, "amod", "compound"):
        if child.index < token.index and (told := cues("modifier").get(child.lower)):
            return told
    if preposition == "of" and (told := cues("noun").get(noun.lemma.lower())):
        return told
    above = sentence.head(noun)
    return cues("goal").get(sentence.head(above).lemma.lower()) if above.lower == "for" else None


def _own_verb(sentence: Sentence, verb: Token, token: Token) -> Token:
    """Return the verb that a time belongs to where the parser hangs it on a verb of saying that only follows.

    "The minister will resign Monday, his office said": the time stands behind the words reported, before who said them.
    """
    reported, sayer = sentence.child(verb, "ccomp"), sentence.child(verb, "nsubj")
    if reported is None or sayer is None or not reported.index < token.index < sayer.index:
        return verb
    return reported if verb.lemma.lower() in cues("reporting") else verb


def tense_of(sentence: Sentence, verb: Token, preposition: str = "", *, direct: bool = True) -> str | None:
    """Return the direction that a verb's form tells for a time under it.

    *preposition* joins the two, if any; *direct* says that no noun stands between them.
    """
    helpers = sentence.children(verb, "aux", "auxpass")
    if direction := _modal(sentence, verb, helpers):
        return direction
    if direction := _scheduled(sentence, verb, preposition, direct=direct):
        return direction
    forms = {helper.tag for helper in helpers}
    if "TO" in forms:
        return _infinitive(sentence, verb)
    if verb.tag == "VBD" or "VBD" in forms:
        return _past(sentence, verb)
    if verb.tag == "VBN":
        present = any(helper.lemma == "be" for helper in helpers) and not _has(helpers)
        return None if present else PAST
    if verb.tag == "VBG":
        if _has(helpers):
            return PAST
        return FUTURE if forms & {"VBZ", "VBP"} else _above(sentence, verb)
    if verb.tag in ("VBZ", "VBP"):
        return _present(sentence, verb) if direct else None
    return _above(sentence, verb)


def _scheduled(sentence: Sentence, verb: Token, preposition: str, *, direct: bool) -> str | None:
    """Return what a verb of planning tells: "talks planned for Tuesday", "she planned a speech on Tuesday"."""
    lemma = verb.lemma.lower()
    if lemma not in cues("scheduled"):
        return None
    if _had(sentence, verb):
        return PAST
    if preposition == "for" or not direct:
        return FUTURE
    if cues("scheduled")[lemma] != FUTURE:
        return FUTURE if _is_fixed(sentence, verb) else None
    return FUTURE if verb.tag == "VBN" or (lemma == "plan" and sentence.child(verb, "dobj")) else None


def _is_fixed(sentence: Sentence, verb: Token) -> bool:
    """Say whether something is "set for" a place or "set to" happen."""
    return any(child.dep == "xcomp" or child.lower in ("for", "to") for child in sentence.children(verb))


def _past(sentence: Sentence, verb: Token) -> str:
    """Return the direction of a simple past: future where it only depends on what is to come ("when talks ended")."""
    mark = sentence.child(verb, "mark", "advmod")
    if verb.dep != "advcl" or mark is None or mark.lower not in beside("clause"):
        return PAST
    return FUTURE if _above(sentence, verb) == FUTURE else PAST


def _modal(sentence: Sentence, verb: Token, helpers: tuple[Token, ...]) -> str | None:
    modals = [helper for helper in helpers if helper.tag == "MD" or helper.lower in cues("modal")]
    if not modals:
        return None
    missed = any(helper.lower == "could" for helper in modals) and _is_negated(sentence, verb)
    return PAST if _has(helpers) or missed else FUTURE


def _is_negated(sentence: Sentence, verb: Token) -> bool:
    subject = sentence.child(verb, "nsubj", "nsubjpass")
    return any(sentence.child(word, "neg", "preconj") for word in (verb, subject) if word is not None)


def _has(helpers: tuple[Token, ...]) -> bool:
    return any(helper.lemma == "have" for helper in helpers)


def _infinitive(sentence: Sentence, verb: Token) -> str | None:
    governor = sentence.head(verb)
    if governor == verb:  # "To meet in May", with no verb above it
        return None
    told = cues("governor").get(governor.lemma.lower())
    if _has(sentence.children(verb, "aux")):
        return PAST
    if _was_due(sentence, governor):
        return PAST
    if told == "head" or verb.dep in ("advcl", "csubj") or _is_one_of(sentence, verb):
        return _above(sentence, verb)
    return LATER if governor.pos in _VERBAL and tense_of(sentence, governor) == PAST else FUTURE


def _is_one_of(sentence: Sentence, verb: Token) -> bool:
    """Say whether an infinitive tells what was done: "the first state to sign in May"."""
    noun = sentence.head(verb)
    return verb.dep in _OF_NOUNS and any(child.lower in beside("doer") for child in sentence.children(noun))


def _was_due(sentence: Sentence, governor: Token) -> bool:
    """Say whether an act had been planned: "had been due to expire" tells that its day has come."""
    if governor.lemma.lower() not in cues("scheduled"):
        return False
    return _had(sentence, governor if governor.pos in _VERBAL else sentence.head(governor))


def _had(sentence: Sentence, verb: Token) -> bool:
    return any(helper.lower in ("had", "'d") for helper in sentence.children(verb, "aux"))


def _present(sentence: Sentence, verb: Token) -> str | None:
    mark = sentence.child(verb, "mark", "advmod")
    if verb.dep == "advcl" and mark is not None and mark.lower in beside("clause"):
        return FUTURE
    lemma = verb.lemma.lower()
    return FUTURE if lemma == "be" else cues("present").get(lemma)


def _above(sentence: Sentence, verb: Token) -> str | None:
    above = next((token for token in sentence.ancestors(verb) if token.pos in _VERBAL), None)
    return tense_of(sentence, above) if above else None
