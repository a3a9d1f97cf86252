"""Which frames of the lexicon fire where in a sentence, and which of two that tell one act is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from dateline.findings.events.clauses import (
    carrier,
    counted,
    is_infinitive,
    is_partitive,
    lemma,
    subject,
    undergoer,
)
from dateline.findings.events.conditions import CONDITIONS, Clause
from dateline.findings.events.readings import Reading, bends_with_particle, operator_over, read
from dateline.model import Sentence, Token
from dateline.resources.events import NARROWING, Effect, Entries, Frame, FrameKind, frames_by_lemma
from dateline.resources.similar import Likeness, similar_words

_REACH = 12
_TIMES = frozenset({"DATE", "TIME"})
_MODIFIERS = ("compound", "amod", "nmod", "poss")
_COMPLEMENTING = frozenset({"for", "of", "from", "about", "against", "over", "to", "on", "with", "as", "by", "into"})
_OCCASIONS = frozenset({"in", "during", "at", "after", "before", "following"})
_PARTICLES = ("prt", "prep", "advmod", "agent", "dative", "oprd", "acomp")


@dataclass(frozen=True, slots=True)
class Match:
    """A frame at its anchor; `support` is the verb over a noun ("hold" over "talks"), `object` the object a verb was met with.

    `likeness` says to which known word the anchor is like, where it is none of the frame's own.
    """

    frame: Frame
    anchor: Token
    reading: Reading
    support: Token | None = None
    object: Token | None = None
    particle: Token | None = None
    phrase: str = ""
    likeness: Likeness | None = None

    @property
    def claims(self) -> frozenset[int]:
        """The words that tell this act and so no other: the anchor, and the object that made the frame fire."""
        met = self.object is not None and bool(self.frame.objects)
        return frozenset({self.anchor.index, self.object.index} if met and self.object else {self.anchor.index})

    @property
    def rank(self) -> tuple[bool, int, int]:
        """Whether the word is a known one, and how much of the sentence the frame asked for: the more, the better."""
        narrowed = not self.frame.flags.isdisjoint(NARROWING)
        asked = 2 * bool(self.frame.objects) + bool(self.particle) + 3 * (" " in self.phrase) + narrowed
        return self.likeness is None, asked, len(self.frame.flags)


def matches(sentence: Sentence, *, strict: bool = False) -> list[Match]:
    """Return the frames that fire in the sentence, the one that asked for most first, rivals for the same words included.

    Words that are only like known ones come last, and with *strict* not at all.
    """
    known, alike = frames_by_lemma(), {} if strict else similar_words()
    found: list[Match] = []
    for token in sentence.tokens:
        word = lemma(token)
        if (entries := known.get(word)) is not None:
            found.extend(_fire(_Site(sentence, token, word), entries))
        for likeness in alike.get(word, ()):
            fired = _fire(_Site(sentence, token, likeness.nearest), likeness.entries)
            found.extend(replace(match, likeness=likeness) for match in fired)
    found.sort(key=lambda match: match.rank, reverse=True)
    return found


def takers(sentence: Sentence, match: Match, by_anchor: Mapping[int, Iterable[Match]]) -> Iterator[Match]:
    """Yield the matches in whose complement *match* stands ("urged X to withdraw"), so that it is no deed of its own.

    *by_anchor* holds the matches that take an act in, by the index of their anchor.
    """
    token = match.anchor
    for _ in range(_REACH):
        if token.head == token.index:
            return
        if token.head in by_anchor and token.head not in match.reading.bearers and _complements(sentence, token):
            yield from _takers(token, by_anchor[token.head])
        if token.dep in ("relcl", "parataxis") or (token.dep == "advcl" and not is_infinitive(sentence, token)):
            return
        token = sentence.head(token)


def _takers(token: Token, over: Iterable[Match]) -> Iterator[Match]:
    """Yield those that take the act in: who judges does so before he says what ("X welcomed it; Y would defend Z" are two)."""
    first = token.dep == "ccomp" and token.index < token.head
    return (taker for taker in over if not (first and taker.frame.effect is Effect.JUDGE))


def _complements(sentence: Sentence, token: Token) -> bool:
    """Say whether what stands under a word by way of *token* belongs to what the word says, and is not told beside it."""
    if token.dep == "advcl":
        return is_infinitive(sentence, token)
    if token.dep == "prep":
        return token.lower in _COMPLEMENTING
    return token.dep in ("xcomp", "ccomp", "dobj", "acl", "nsubjpass", "oprd", "dative", "pcomp")


class _Site:
    """A word that may be an anchor, with what the frames that share it ask of its surroundings, each worked out once.

    *word* is the lemma by which the frames know it.
    """

    def __init__(self, sentence: Sentence, token: Token, word: str) -> None:
        self.sentence = sentence
        self.token = token
        self._word = word

    @cached_property
    def reading(self) -> Reading:
        return read(self.sentence, self.token)

    @cached_property
    def phrases(self) -> frozenset[str]:
        return _phrases(self.sentence, self.token, self._word)

    @cached_property
    def support(self) -> Token | None:
        return _support(self.sentence, self.token)

    @cached_property
    def particles(self) -> tuple[Token, ...]:
        return tuple(_particles(self.sentence, self.token))

    @cached_property
    def below_object(self) -> tuple[Token, ...]:
        thing = self.sentence.child(self.token, "dobj")
        return tuple(self.sentence.children(thing, "prep")) if thing is not None else ()

    @cached_property
    def objects(self) -> tuple[tuple[Token, frozenset[str]], ...]:
        found = undergoer(self.sentence, self.token) or self.sentence.child(self.token, "attr")
        return _objects(self.sentence, found or _of_infinitive(self.sentence, self.token))

    @cached_property
    def subjects(self) -> tuple[tuple[Token, frozenset[str]], ...]:
        return _objects(self.sentence, subject(self.sentence, self.token))

    def is_of_time(self, particle: Token) -> bool:
        """Say whether a preposition only tells when: "called on Friday"."""
        head = self.sentence.child(particle, "pobj")
        return head is not None and head.label in _TIMES

    def fits(self, frame: Frame) -> bool:
        """Say whether the clause has what the flags of a verb's frame ask for."""
        conditions = frame.flags & CONDITIONS.keys()
        if not conditions:
            return True
        clause = Clause(self.sentence, self.token, tuple(head for head, _ in self.objects), self.reading)
        return all(CONDITIONS[flag](clause) for flag in conditions)


def _fire(site: _Site, entries: Entries) -> Iterator[Match]:
    token = site.token
    if token.pos == "NOUN" and token.dep not in _MODIFIERS:
        for frame, _ in entries:
            if frame.kind is FrameKind.NOUN:
                yield from _fire_noun(site, frame)
    if _is_clause(site.sentence, token):
        for frame, beside in entries:
            if frame.kind is not FrameKind.NOUN:
                yield from _fire_verb(site, frame, beside)


def _fire_noun(site: _Site, frame: Frame) -> Iterator[Match]:
    met = site.phrases.intersection(frame.lemmas)
    if met and not frame.barred & site.phrases and (site.support is not None or "supported" not in frame.flags):
        yield Match(frame, site.token, site.reading, support=site.support, phrase=max(met, key=_words))


def _fire_verb(site: _Site, frame: Frame, beside: frozenset[str]) -> Iterator[Match]:
    # A preposition beside the object is often hung on the object: "stripped the minister of his rank".
    beside_verb = (*site.particles, *site.below_object) if frame.recipient[:1] == ("patient",) else site.particles
    particle = next((child for child in beside_verb if child.lower in beside and not site.is_of_time(child)), None)
    if particle is None and ("" not in beside or bends_with_particle(site.sentence, site.token)):
        return
    if not site.fits(frame):
        return
    after = _objects(site.sentence, site.sentence.child(particle, "pobj")) if particle is not None else ()
    objects = (*after, *(site.subjects if "of_subject" in frame.flags else site.objects))
    if any(frame.barred & phrases for _, phrases in objects):
        return
    if not frame.objects:
        head = objects[0][0] if objects else None
        yield Match(frame, site.token, site.reading, object=head, particle=particle)
        return
    for head, phrases in objects:
        if met := frame.objects & phrases:
            phrase = max(met, key=_words)
            yield Match(frame, site.token, site.reading, object=head, particle=particle, phrase=phrase)
            return


def _is_clause(sentence: Sentence, token: Token) -> bool:
    """Say whether the token is the verb of a clause, or what a headline's verb was taken for."""
    if token.pos in ("VERB", "AUX"):
        return token.dep not in ("aux", "amod", "compound")
    return token.pos == "NOUN" and token.dep == "ROOT" and sentence.child(token, "nsubj") is not None


def _particles(sentence: Sentence, verb: Token) -> Iterator[Token]:
    yield from sentence.children(verb, *_PARTICLES)
    for described in sentence.children(verb, "ccomp", "xcomp"):
        if described.pos == "ADJ":
            yield described  # "found Peru guilty"
    for clause in sentence.children(verb, "advcl"):
        if is_infinitive(sentence, clause):
            yield from sentence.children(clause, "mark")  # "called for Peru to leave"


def _is_none(sentence: Sentence, noun: Token) -> bool:
    """Say whether there is none of it: "tents, but no weapons"."""
    return any(child.lower == "no" for child in sentence.children(noun, "det"))


def _words(phrase: str) -> tuple[int, str]:
    return phrase.count(" "), phrase


def _objects(sentence: Sentence, first: Token | None) -> tuple[tuple[Token, frozenset[str]], ...]:
    """Return the head words of an object, those coordinated with it and those it counts, each with its names."""
    if first is None:
        return ()
    heads = [first, *(noun for noun in sentence.conjuncts(first) if noun is not first and not _is_none(sentence, noun))]
    heads.extend(inner for head in tuple(heads) if (inner := counted(sentence, head)) is not None)
    return tuple((head, _phrases(sentence, head, lemma(head))) for head in heads)


def _phrases(sentence: Sentence, noun: Token, head: str) -> frozenset[str]:
    """Return the ways a table may name a noun with the lemma *head*: "talk", "peace talk", "state of emergency"."""
    found = {head}
    for child in sentence.children(noun, "compound", "amod", "nmod"):
        found.add(f"{child.lower} {head}")
    for child in sentence.children(noun, "prep"):
        inner = sentence.child(child, "pobj") if child.lower == "of" else None
        if inner is not None:
            found.add(f"{head} of {lemma(inner)}")
    return frozenset(found)


def _support(sentence: Sentence, noun: Token, depth: int = 0) -> Token | None:
    """Return the verb that carries a noun ("hold talks", "agree to a ceasefire", "sanctions imposed by"), or None."""
    head = sentence.head(noun)
    if depth > _REACH:
        return None
    if noun.dep == "conj" and head.pos == "NOUN":
        return _support(sentence, head, depth + 1)
    if noun.dep == "pobj" and head.lower == "of" and is_partitive(sentence.head(head)):
        return _support(sentence, sentence.head(head), depth + 1)
    if (
        noun.dep == "pobj"
        and head.lower in _OCCASIONS
        and any(c.lower == "with" for c in sentence.children(noun, "prep"))
    ):
        above = sentence.head(head)
        return above if above.pos == "VERB" else None
    governor = carrier(sentence, noun)
    if governor is None:
        governor = next((child for child in sentence.children(noun, "acl") if child.tag == "VBN"), None)
    return governor if operator_over(sentence, noun, governor) is not None else None


def _of_infinitive(sentence: Sentence, verb: Token) -> Token | None:
    """Return the object that the parser took for the subject of what follows: "declared a truce to begin at noon"."""
    clauses = (child for child in sentence.children(verb, "ccomp") if is_infinitive(sentence, child))
    return next((own for clause in clauses if (own := sentence.child(clause, "nsubj")) is not None), None)
