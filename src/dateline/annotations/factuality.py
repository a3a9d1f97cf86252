"""How certain a report is that each event it mentions happened: negation, modality, and what governs the predicate.

A predicate's factuality is what its governor leaves it ("refused to", "plans to", "if") times what stands beside it
("not", "will"), each from -3 to 3 and read from tables. Following Sauri and Pustejovsky 2009 (FactBank) and the
implication signatures of Karttunen 1971 and Nairn et al. 2006.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.model import Document, Layers, Modality, Predicate, Sentence, Token
from dateline.resources.factuality import CERTAIN, Cue, cues, event_nouns, governing_nouns, governors
from dateline.settings import Settings

_NOUN_DEPS = frozenset({"dobj", "nsubjpass", "pobj", "nsubj", "attr", "oprd", "compound", "conj", "appos"})
_NEGATED = -2.3
_PASSING = 1.5
"""A governor passes its own modality on when its complement is that much less certain without it."""
_DENIED = -1.0
_DOUBTED = 2.0
_PURPOSE = Cue(value=1.6, modality=Modality.PLANNED)
_BARE_INFINITIVE = Cue(value=1.2, modality=Modality.HYPOTHETICAL)
_QUESTION = Cue(value=0.8, modality=Modality.HYPOTHETICAL)
_MARKS = ("mark", "advmod")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The factuality of a predicate, the modality that it is told in unless as a fact, and the words that decided."""

    value: float = CERTAIN
    modality: Modality | None = None
    cues: tuple[str, ...] = ()

    def under(self, other: Reading) -> Reading:
        """Return this reading inside *other*: factualities multiply, and the first modality that is no fact stays."""
        value = self.value * other.value / CERTAIN
        return Reading(value=value, modality=self.modality or other.modality, cues=other.cues + self.cues)


class FactualityAnnotator:
    """Tags verbs and event nouns with factuality and modality."""

    name = "factuality.rules"
    version = "1"
    requires = (Sentence,)
    yields = (Predicate,)

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def __call__(self, document: Document, layers: Layers) -> Iterator[Predicate]:
        """Yield the predicates in order of the text."""
        for sentence in layers[Sentence]:
            reader = _Reader(sentence)
            for token in sentence.tokens:
                if is_predicate(token):
                    yield _predicate(document, token, reader.read(token), reader.modality(token))


def is_predicate(token: Token) -> bool:
    """Say whether a token denotes an event: a verb with content, or a noun that the table names."""
    if token.pos == "VERB":
        return token.dep not in ("aux", "auxpass")
    return token.pos == "NOUN" and token.lemma.lower() in event_nouns()


def _predicate(document: Document, token: Token, reading: Reading, modality: Modality) -> Predicate:
    return Predicate(
        document_id=document.id,
        span=token.span,
        text=token.text,
        lemma=token.lemma,
        factuality=round(max(-CERTAIN, min(CERTAIN, reading.value)), 2),
        modality=modality,
        cues=tuple(dict.fromkeys(reading.cues)),
    )


class _Reader:
    """Reads the words of one sentence; each is read once, the governors before what they govern."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._read: dict[int, Reading] = {}
        self._besides: dict[int, tuple[Token, ...]] = {}
        self._question = sentence.tokens[-1].text == "?"
        for token in _heads_first(sentence):
            if token.pos in _READ:
                self.read(token)

    def read(self, token: Token) -> Reading:
        """Return the reading of a token."""
        if token.index not in self._read:
            self._read[token.index] = Reading()
            above = self._above(token)
            if above.value < 0 and token.pos == "NOUN" and "no" in above.cues:
                self._read[token.index] = above
            else:
                self._read[token.index] = self._local(token).under(above)
        return self._read[token.index]

    def modality(self, token: Token) -> Modality:
        """Return the modality of a token in words."""
        reading = self.read(token)
        if reading.value <= _DENIED:
            return Modality.DENIED
        if reading.value < _DOUBTED or reading.modality:
            if self._conditional(token):
                return Modality.CONDITIONAL
            return reading.modality or Modality.HYPOTHETICAL
        helpers = self._sentence.children(token, "aux")
        if token.tag == "VBG" and any(helper.tag in ("VBZ", "VBP") for helper in helpers):
            return Modality.ONGOING
        return Modality.OCCURRED

    def _conditional(self, token: Token) -> bool:
        return any(
            mark.lower in cues("condition")
            for clause in self._sentence.children(token, "advcl")
            for mark in self._sentence.children(clause, "mark")
        )

    def _local(self, token: Token) -> Reading:
        beside = self._beside(token)
        negators = [child for child in beside if self._negates(child)]
        reading = Reading()
        for child in beside:
            for kind in _KINDS.get(child.dep, ()):
                if cue := self._cue(token, child, kind):
                    reading = _read_cue(child, cue, negated=bool(negators)).under(reading)
        for negator in negators:
            reading = Reading(value=_NEGATED, cues=self._negator_words(negator)).under(reading)
        if self._question and token.head == token.index:
            reading = _read_cue(self._sentence.tokens[-1], _QUESTION).under(reading)
        return reading

    def _cue(self, token: Token, child: Token, kind: str) -> Cue | None:
        """Return the cue that a dependent gives; "would" in reported speech is a plan, not a condition."""
        reported = kind == "modal" and token.dep == "ccomp" and not self._conditional(token)
        if reported and self._sentence.head(token).tag in ("VBD", "VBN"):
            return cues("reported").get(child.lower) or cues(kind).get(child.lower)
        return cues(kind).get(child.lower)

    def _negates(self, child: Token) -> bool:
        """Say whether a dependent negates its head: "not", "no", "no one", "no successor", "no longer"."""
        if child.dep not in _NEGATABLE:
            return False
        if child.lower in cues("negation"):
            return True
        below = self._sentence.children(child, "det", "neg") if child.dep in _WITH_NO else ()
        return any(word.lower == "no" for word in below)

    def _negator_words(self, negator: Token) -> tuple[str, ...]:
        words = (negator, *self._sentence.children(negator, "det", "neg"))
        return tuple(word.lower for word in words if word.lower in cues("negation"))

    def _beside(self, token: Token) -> tuple[Token, ...]:
        """Return the token's dependents, with those of its copula, or of the first conjunct where it shares them."""
        if token.index not in self._besides:
            self._besides[token.index] = self._find_beside(token)
        return self._besides[token.index]

    def _find_beside(self, token: Token) -> tuple[Token, ...]:
        own = self._sentence.children(token)
        head = self._sentence.head(token)
        if token.dep in ("acomp", "attr", "oprd") and head.pos == "AUX":
            return own + self._sentence.children(head)
        if self._shares(token) and not any(child.dep in _OWN for child in own):
            shared = tuple(child for child in self._beside(head) if child.index < head.index and child.dep in _SHARED)
            return shared + own
        return own

    def _shares(self, token: Token) -> bool:
        """Say whether a conjunct stands under the same auxiliaries and governor as the one before it."""
        head = self._sentence.head(token)
        if token.dep != "conj":
            return False
        contrast = any(child.lower == "but" for child in self._sentence.children(head, "cc"))
        return not contrast and not (token.tag in _FINITE and head.tag not in _FINITE)

    def _above(self, token: Token) -> Reading:
        """Return what the token's governor leaves it."""
        head = self._sentence.head(token)
        while token.dep == "conj" and head.index != token.index:
            if not self._shares(token) and token.tag != head.tag:
                return Reading()
            token, head = head, self._sentence.head(head)
        if head.index == token.index:
            return Reading()
        if token.pos == "NOUN":
            return self._above_noun(token, head)
        return self._above_clause(token, head)

    def _above_clause(self, token: Token, head: Token) -> Reading:
        infinitive = any(child.tag == "TO" for child in self._sentence.children(token, "aux"))
        if token.dep in ("advcl", "ccomp") and (marked := self._marked(token)):
            return marked
        if token.dep == "pcomp":
            return self._under_preposition(token, head)
        if token.dep == "advcl":
            return self._purpose(token, head) if infinitive else Reading()
        if token.dep in ("acl", "ccomp", "relcl") and head.pos in ("NOUN", "PROPN"):
            return self._under_noun(head, infinitive) if token.dep != "relcl" else Reading()
        if token.dep in ("xcomp", "ccomp", "acl"):
            frames = (
                ("infinitive",)
                if infinitive
                else ("gerund", "clause")
                if token.tag == "VBG"
                else ("clause", "infinitive")
            )
            governed = self._governed(head, frames)
            if governed is None and infinitive:
                return _read_cue(token, _BARE_INFINITIVE).under(self._as_host(head))
            return governed or Reading()
        return Reading()

    def _purpose(self, token: Token, head: Token) -> Reading:
        return self._governed(head, ("infinitive",)) or _read_cue(token, _PURPOSE).under(self._as_host(head))

    def _above_noun(self, token: Token, head: Token) -> Reading:
        if token.dep in ("dobj", "nsubjpass", "oprd"):
            return self._governed(head, ("object",)) or Reading()
        if token.dep == "nsubj" and head.lemma.lower() in cues("happen"):
            return self.read(head)
        if token.dep == "nsubj" and head.pos == "AUX":
            helpers = self._sentence.children(head, "aux")
            return self._local(head) if any(helper.lower == "would" for helper in helpers) else Reading()
        if token.dep == "pobj":
            return self._under_preposition(token, head)
        if token.dep == "compound" and is_predicate(head):
            return self._above(head)
        return Reading()

    def _under_preposition(self, token: Token, preposition: Token) -> Reading:
        if cue := cues("preposition").get(preposition.lower):
            return _read_cue(preposition, cue)
        host = self._sentence.head(preposition)
        if host.pos == "NOUN":
            told = self._under_noun(host, False) if preposition.lower in _NOUN_PREPOSITIONS else Reading()
            return told if told.cues else self._inherited(token, preposition, host)
        frames = (preposition.lower, "gerund") if token.dep == "pcomp" else (preposition.lower,)
        governed = self._governed(host, frames)
        return governed or self._inherited(token, preposition, host)

    def _inherited(self, token: Token, preposition: Token, host: Token) -> Reading:
        """Return what a planned act passes on: "will meet for talks", "plans to speak after meeting him"."""
        verb = (
            host
            if host.pos == "VERB"
            else next((up for up in self._sentence.ancestors(host) if up.pos == "VERB"), host)
        )
        reading = self.read(verb)
        definite = any(child.lower in _DEFINITE for child in self._sentence.children(token, "det", "poss"))
        if preposition.lower == "for" and not definite and verb is host:
            return reading
        if preposition.lower in cues("inherit") and reading.modality is Modality.PLANNED and not definite:
            return reading
        return Reading()

    def _under_noun(self, noun: Token, infinitive: bool) -> Reading:
        if cue := governing_nouns().get(noun.lemma.lower()):
            return _read_cue(noun, cue)
        return _read_cue(noun, _PURPOSE) if infinitive else Reading()

    def _governed(self, governor: Token, frames: tuple[str, ...]) -> Reading | None:
        effect = next((found for frame in frames if (found := governors().get((governor.lemma.lower(), frame)))), None)
        if effect is None:
            return None
        host = self.read(governor)
        value = effect.given(max(-CERTAIN, min(CERTAIN, host.value)))
        passes = effect.positive - effect.negative > _PASSING
        modality = effect.modality or (host.modality if passes else None)
        return Reading(value=value, modality=modality, cues=(*host.cues, governor.lemma.lower()))

    def _marked(self, token: Token) -> Reading | None:
        for mark in self._sentence.children(token, *_MARKS):
            for kind in ("condition", "pending"):
                if cue := cues(kind).get(mark.lower):
                    return _read_cue(mark, cue)
        return None

    def _as_host(self, token: Token) -> Reading:
        """Return the reading of a clause's host, so far as it makes the clause less certain."""
        reading = self.read(token)
        return reading if reading.value >= 0 else Reading()


_READ = frozenset({"VERB", "NOUN", "ADJ", "AUX"})
_NOUN_PREPOSITIONS = frozenset({"for", "of", "on", "at", "in"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "his", "her", "its", "their"})
_OWN = frozenset({"aux", "auxpass", "nsubj", "nsubjpass"})
_SHARED = frozenset({"aux", "neg"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_WITH_NO = frozenset({"nsubj", "nsubjpass", "dobj", "advmod"})
_NEGATABLE = _WITH_NO | {"neg", "det", "preconj"}
_KINDS = {"aux": ("modal",), "advmod": ("adverb",), "amod": ("adjective",)}


def _heads_first(sentence: Sentence) -> list[Token]:
    """Return the tokens so that each comes after its head: readings then never nest deeply, whatever the sentence."""
    order = [token for token in sentence.tokens if token.head == token.index]
    for token in order:
        order.extend(sentence.children(token))
    return order


def _read_cue(token: Token, cue: Cue, *, negated: bool = False) -> Reading:
    value = cue.negated if negated and cue.negated is not None else cue.value
    return Reading(value=value, modality=cue.modality, cues=(token.lower,))
