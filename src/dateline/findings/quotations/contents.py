"""Contents: which words of a sentence a cue verb, noun or adjective brings in, read off the parse by its frames."""

from __future__ import annotations

from dateline.findings.quotations.attributions import core_of, runs
from dateline.findings.quotations.chains import chained_to, goes_on
from dateline.model import Sentence, Span, Token
from dateline.resources.quotations import CueWord

_OBJECTS = ("dobj", "attr")
_COMPLEMENTS = frozenset({"oprd", "xcomp", "acomp", "ccomp"})
_BELONGS = frozenset({"as", "for", "of", "about", "over", "with"})
"""Prepositions that tie a phrase to the object before it ("criticized the plan as hasty", "accused him of theft")."""


def verb_content(sentence: Sentence, verb: Token, word: CueWord) -> list[Span]:
    """Return the spans of the content that a cue verb has by its grammar; none where only quotation marks can tell."""
    if sentence.child(verb, "nsubjpass") is not None:
        return runs(sentence, _passive(sentence, verb, word))
    core = core_of(sentence, verb)
    for frame, reader in _READERS:
        if frame in word.frames:
            found = reader(sentence, verb, word, core)
            if found:
                return runs(sentence, _cut(sentence, verb, found))
    return runs(sentence, _cut(sentence, verb, _prepositions(sentence, verb, word)))


def noun_content(sentence: Sentence, noun: Token, word: CueWord) -> list[Span]:
    """Return the content of a cue noun or adjective: its clause or infinitive, or what one of its prepositions leads to."""
    for child in sentence.children(noun, "acl", "relcl", "ccomp", "xcomp"):
        infinitive = is_infinitive(sentence, child)
        if infinitive and "infinitive" in word.frames:
            return runs(sentence, _tree(sentence, child))
        that = sentence.child(child, "mark") is not None or child.dep == "ccomp"
        if that and not infinitive and "clause" in word.frames:
            return runs(sentence, _tree(sentence, child))
    return runs(sentence, _prepositions(sentence, noun, word))


def is_infinitive(sentence: Sentence, verb: Token) -> bool:
    """Say whether a verb stands with "to"."""
    return any(child.lower == "to" for child in sentence.children(verb, "aux"))


def _object_to(sentence: Sentence, verb: Token, word: CueWord, core: frozenset[int]) -> set[int]:
    clause = _infinitive(sentence, verb, word, core)
    noun = sentence.child(verb, "dobj")
    return clause | (_tree(sentence, noun) if noun is not None else set()) if clause else set()


def _object_as(sentence: Sentence, verb: Token, word: CueWord, core: frozenset[int]) -> set[int]:
    noun = sentence.child(verb, *_OBJECTS)
    if noun is None:
        small = [child for child in sentence.children(verb, *_COMPLEMENTS) if child.tag != "VB"]
        return _trees(sentence, [child for child in small if child.index > verb.index])
    belongings = _belongings(sentence, verb, noun)
    found = _tree(sentence, noun) | belongings
    named = any(child.dep in _COMPLEMENTS for child in sentence.children(verb) if child.index in belongings)
    return found if named or any(sentence.tokens[index].lower == "as" for index in found) else set()


def _clause(sentence: Sentence, verb: Token, word: CueWord, core: frozenset[int]) -> set[int]:
    bare = verb.tag == "VBN" and sentence.child(verb, "aux", "auxpass", "nsubj", "nsubjpass") is None
    clauses = [child for child in sentence.children(verb, "ccomp") if not (bare and _stands_apart(sentence, child))]
    found = _trees(sentence, clauses) - core
    if not found and verb.dep == "parataxis":
        return _tree(sentence, sentence.head(verb)) - core
    if not found and _is_as_clause(sentence, verb):
        return _tree(sentence, sentence.head(verb)) - _tree(sentence, verb)
    if found and max(found) < min(core) and sentence.tokens[min(core) - 1].pos == "PUNCT":
        return _fronted(sentence, core)
    if found and not word.frames & {"addressee", "object-to"}:
        torn = [child for child in sentence.children(verb, *_OBJECTS) if verb.index < child.index < max(found)]
        found |= _trees(sentence, torn)
    return found


def _is_as_clause(sentence: Sentence, verb: Token) -> bool:
    """Whether the cue's clause comments on the one above it: "as the minister put it", "as reported by the Post"."""
    first = sentence.subtree(verb)[0]
    comments = first.lower == "as" and first.head == verb.index and sentence.child(verb, *_OBJECTS) is None
    return comments and verb.dep in ("advcl", "prep", "ccomp")


def _fronted(sentence: Sentence, core: frozenset[int]) -> set[int]:
    """All that stands before the clause of a cue that follows its content ("A, but B, he said")."""
    found = set(range(min(core)))
    while found and sentence.tokens[min(found)].pos in ("CCONJ", "PUNCT"):
        found.remove(min(found))
    return found


def _infinitive(sentence: Sentence, verb: Token, word: CueWord, core: frozenset[int]) -> set[int]:
    clauses = [child for child in sentence.children(verb, "xcomp", "ccomp") if is_infinitive(sentence, child)]
    return _trees(sentence, clauses) - core


def _for_to(sentence: Sentence, verb: Token) -> Token | None:
    """The infinitive that has a subject after "for" ("called for the guild to wait")."""
    clauses = [child for child in sentence.children(verb, "advcl", "xcomp", "ccomp") if is_infinitive(sentence, child)]
    return next((clause for clause in clauses if _begins_for(sentence, clause)), None)


def _begins_for(sentence: Sentence, clause: Token) -> bool:
    mark = sentence.child(clause, "mark")
    return mark is not None and mark.lower == "for" and sentence.child(clause, "nsubj", "nsubjpass") is not None


def _object(sentence: Sentence, verb: Token, word: CueWord, core: frozenset[int]) -> set[int]:
    noun = sentence.child(verb, *_OBJECTS)
    return _tree(sentence, noun) | _belongings(sentence, verb, noun) if noun is not None else set()


_READERS = (
    ("object-to", _object_to),
    ("object-as", _object_as),
    ("clause", _clause),
    ("infinitive", _infinitive),
    ("object", _object),
)
"""What reads the content of each frame; the first frame that finds any wins."""


def _prepositions(sentence: Sentence, head: Token, word: CueWord) -> set[int]:
    if sentence.child(head, "dobj") is not None:
        return set()
    clause = _for_to(sentence, head) if "for" in word.prepositions else None
    if clause is not None:
        return _tree(sentence, clause) - {mark.index for mark in sentence.children(clause, "mark")}
    for child in sentence.children(head, "prep", "dative"):
        if child.lower in word.prepositions and child.index > head.index:
            return _tree(sentence, child) - {child.index} | _belongings(sentence, head, child)
    return set()


def _passive(sentence: Sentence, verb: Token, word: CueWord) -> set[int]:
    """ "The vote is expected to fail", "the plan was criticized by many as hasty": the subject is part of the content.

    The subject of "was asked whether it was true" is who was asked, and is not.
    """
    subject = sentence.child(verb, "nsubjpass")
    found = _belongings(sentence, verb, verb)
    if "addressee" in word.frames:
        return found
    by_someone = sentence.child(verb, "agent") is not None and word.frames & {"object", "object-as"}
    if subject is None or not (by_someone or ("passive" in word.frames and found)):
        return set()
    return found if subject.lower == "it" else found | _tree(sentence, subject)


def _belongings(sentence: Sentence, verb: Token, after: Token) -> set[int]:
    """What belongs to the content behind its first part: complements, and phrases with prepositions that tie."""
    return _trees(
        sentence,
        [
            child
            for child in sentence.children(verb)
            if child.index > after.index and _is_belonging(child) and not _stands_apart(sentence, child)
        ],
    )


def _stands_apart(sentence: Sentence, clause: Token) -> bool:
    """Whether a clause with a subject follows a comma: "asked why, he shrugged" is not what was asked."""
    subject = sentence.child(clause, "nsubj") if clause.dep == "ccomp" else None
    return subject is not None and sentence.tokens[sentence.subtree(subject)[0].index - 1].text == ","


def _is_belonging(token: Token) -> bool:
    if token.dep == "prep":
        return token.lower in _BELONGS
    return token.dep in _COMPLEMENTS and token.tag != "VBG"


def _cut(sentence: Sentence, verb: Token, found: set[int]) -> set[int]:
    """End the content before what the reporter adds.

    That is a cue that goes on ("..., adding that ...", "... but added ...") or a last relative clause after a comma.
    """
    for token in sentence.tokens[verb.index + 1 :]:
        if token.index not in found:
            continue
        if chained_to(sentence, token) is verb:
            return {index for index in found if index < token.index - 1}
        clause = sentence.subtree(token) if token.dep == "relcl" else (token,)
        comma = clause[0].index - 1
        last = token.dep == "relcl" and clause[-1].index == max(found)
        if comma in found and sentence.tokens[comma].text == "," and (last or goes_on(sentence, token)):
            return {index for index in found if index < comma}
    return found


def _trees(sentence: Sentence, tokens: list[Token] | tuple[Token, ...]) -> set[int]:
    return set().union(*(_tree(sentence, token) for token in tokens))


def _tree(sentence: Sentence, token: Token) -> set[int]:
    return {member.index for member in sentence.subtree(token)}
