"""What a clause says of its verb: who is its subject and object, and what a noun of quantity or of reporting stands for."""

from __future__ import annotations

from itertools import islice

from dateline.model import Sentence, Token
from dateline.resources.events import mended_lemmas, word_set
from dateline.resources.factuality import cues

_SUBJECTS = ("nsubj", "nsubjpass")
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_SUPPORTING = frozenset({"to", "on", "in", "into", "upon", "with"})
_DEMONSTRATIVES = frozenset({"those", "members", "countries", "states"})
_PARTITIVE_OF = frozenset({"some", "many", "most", "several", "all", "both", "none", "any", "few", "half", "each"})
_SUBJECT_CONTROL = word_set("calling") | {"promise"}
_DEPTH = 8
_REACH = 20


def lemma(token: Token) -> str:
    """Return the token's lemma in lower case."""
    given, mended = token.lemma.lower(), mended_lemmas()
    return mended.get(token.lower) or mended.get(given, given)


def is_passive(sentence: Sentence, verb: Token) -> bool:
    """Say whether the verb stands in the passive, reduced relatives ("troops sent by") included."""
    if sentence.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    if verb.tag != "VBN" or sentence.child(verb, "dobj", "nsubj", "aux") is not None:
        return False
    if verb.dep == "conj":
        # Where the parser cuts an endless sentence, a piece may begin with a conjunct: it is its own head.
        return verb.head != verb.index and is_passive(sentence, sentence.head(verb))
    return verb.dep in ("acl", "advcl", "relcl") or sentence.child(verb, "agent") is not None


def subject(sentence: Sentence, verb: Token, depth: int = 0) -> Token | None:
    """Return the head word of what the verb is said of, also where control, conjunction or a relative leaves it out."""
    if own := sentence.child(verb, *_SUBJECTS):
        return _of_those(sentence, _antecedent(sentence, own, verb))
    head = sentence.head(verb)
    if depth > _DEPTH or head is verb:
        return None
    if verb.dep in ("xcomp", "ccomp", "oprd"):
        return _controller(sentence, verb, head, depth)
    if verb.dep == "conj" and head.pos in ("VERB", "AUX", "ADJ"):
        return subject(sentence, head, depth + 1)
    if verb.dep == "acl" and (verb.tag in ("VBG", "VBN") or (verb.tag == "VBD" and head.dep == "ROOT")):
        wording = verb.tag == "VBG" and lemma(head) in word_set("wordings")
        return _owner(sentence, head, depth) if wording else head  # "put out a report accusing Peru"
    if verb.dep == "acl":
        return _owner(sentence, head, depth)
    if verb.dep == "advcl" and head.pos in ("VERB", "AUX"):
        return subject(sentence, head, depth + 1)
    if verb.dep == "pcomp":
        above = sentence.head(head)
        return subject(sentence, above, depth + 1) if above.pos in ("VERB", "AUX") else _owner(sentence, above, depth)
    if verb.dep in ("acomp", "attr") and head.pos in ("VERB", "AUX"):
        return subject(sentence, head, depth + 1)
    return None


def doer(sentence: Sentence, verb: Token) -> Token | None:
    """Return the head word of whoever does it: the subject, or in the passive the agent after "by"."""
    if not is_passive(sentence, verb):
        return subject(sentence, verb)
    by = sentence.child(verb, "agent") or next((c for c in sentence.children(verb, "prep") if c.lower == "by"), None)
    return sentence.child(by, "pobj") if by else None


def undergoer(sentence: Sentence, verb: Token) -> Token | None:
    """Return the head word of what it is done to: the object, or in the passive the subject."""
    if not is_passive(sentence, verb):
        found = sentence.child(verb, "dobj")
        if found is None and verb.dep == "relcl" and _relative_object(sentence, verb):
            return sentence.head(verb)
        return _antecedent(sentence, found, verb) if found else None
    # "was given a deadline": what is left over as an object in the passive is the thing, not the one it was done to
    return sentence.child(verb, "dobj") or subject(sentence, verb)


def reporter(sentence: Sentence, word: Token) -> Token | None:
    """Return the verb of saying whose complement the clause of *word* is, or None."""
    for token in (word, *islice(sentence.ancestors(word), _REACH)):
        head = sentence.head(token)
        if token.dep in ("ccomp", "parataxis") and head is not token and lemma(head) in word_set("reporting"):
            return head
        if token.dep == "relcl":
            return None
    return None


def is_partitive(word: Token) -> bool:
    """Say whether what stands behind "of" is what the word is about: "dozens", "40 percent", "11", "some"."""
    return word.tag == "CD" or word.lower in _PARTITIVE_OF or lemma(word) in word_set("partitive")


def counted(sentence: Sentence, noun: Token) -> Token | None:
    """Return what a word of quantity counts: the strikes of "a series of strikes"; None for other words."""
    if not is_partitive(noun):
        return None
    of = next((child for child in sentence.children(noun, "prep") if child.lower == "of"), None)
    return sentence.child(of, "pobj") if of else None


def carrier(sentence: Sentence, noun: Token) -> Token | None:
    """Return the verb that a noun is the object of, or is joined to by a preposition such as "to" or "in"."""
    return governor(sentence, noun) if noun.dep in ("dobj", "nsubjpass", "pobj") else None


def is_infinitive(sentence: Sentence, verb: Token) -> bool:
    """Say whether the verb stands with "to"."""
    return any(child.tag == "TO" for child in sentence.children(verb, "aux"))


def _of_those(sentence: Sentence, noun: Token) -> Token:
    """Return who is counted in: Peru and Chile in "Peru and Chile were among those that abstained"."""
    among = sentence.head(noun)
    if noun.lower not in _DEMONSTRATIVES or among.lower != "among" or sentence.head(among).pos != "AUX":
        return noun
    return sentence.child(sentence.head(among), "nsubj") or noun


def governor(sentence: Sentence, token: Token) -> Token | None:
    head = sentence.head(token)
    if head is token:
        return None
    if token.dep in ("xcomp", "ccomp", "oprd", "acomp", "attr"):
        return head
    if token.dep in ("dobj", "nsubjpass"):
        return head if head.pos == "VERB" else None
    if token.dep == "acl" and is_infinitive(sentence, token):
        return head
    governed = token.dep == "pcomp" and head.lower not in cues("circumstance")
    if governed or (token.dep == "pobj" and head.lower in _SUPPORTING):
        above = sentence.head(head)
        return above if above.pos in ("VERB", "ADJ") else None
    return None


def _antecedent(sentence: Sentence, token: Token, verb: Token) -> Token:
    """Return what a relative pronoun stands for, or the token itself."""
    if token.lower not in _RELATIVE or token.pos == "NOUN":
        return token
    clause = next((t for t in (verb, *sentence.ancestors(verb)) if t.dep == "relcl"), None)
    return sentence.head(clause) if clause else token


def _relative_object(sentence: Sentence, verb: Token) -> bool:
    """Say whether a relative clause leaves its object to the noun it modifies ("the sanctions France imposed")."""
    own = sentence.child(verb, *_SUBJECTS)
    return own is not None and own.lower not in _RELATIVE


def _controller(sentence: Sentence, verb: Token, head: Token, depth: int) -> Token | None:
    """Return the unspoken subject of a complement: the object of the verb above ("forced X to"), else its subject."""
    if head.pos in ("VERB", "AUX") and not is_passive(sentence, head) and lemma(head) not in _SUBJECT_CONTROL:
        above = sentence.child(head, "dobj")
        if above is not None and above.index < verb.index:
            return above
    return subject(sentence, head, depth + 1)


def _owner(sentence: Sentence, noun: Token, depth: int) -> Token | None:
    """Return who has the plan or decision that a noun names: its possessor, else the subject of the verb over it."""
    if possessor := sentence.child(noun, "poss"):
        return possessor
    above = sentence.head(noun)
    return subject(sentence, above, depth + 1) if above is not noun and above.pos in ("VERB", "AUX") else None
