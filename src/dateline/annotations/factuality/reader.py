"""Reads how certain each event of a sentence is: from what governs it and what stands beside it."""

from __future__ import annotations

from dataclasses import replace

from dateline.annotations.factuality.beside import Beside
from dateline.annotations.factuality.reading import Reading, read_cue
from dateline.model import Modality, Sentence, Token
from dateline.resources.factuality import CERTAIN, Cue, Effect, cues, event_nouns, governing_nouns, governors, prior

_PASSING = 1.5
"""A governor passes its own modality on when its complement is that much less certain without it."""
_DENIED = -1.0
_DOUBTED = 2.0
_PURPOSE = Cue(value=1.6, modality=Modality.PLANNED)
_BARE_INFINITIVE = Cue(value=1.2, modality=Modality.HYPOTHETICAL)
_UNDER_NONE = -1.8
"""Factuality of what stands under a noun of planning or ability that there is not: "no plans to leave"."""
_NAMED, _KNOWN, _NEW = 2.6, 0.45, 0.3
"""Factuality of an event that a noun names, and how far that weighs against its governor: a known event, a new one."""
_MARKS = ("mark", "advmod")
_OBJECTS = frozenset({"dobj", "pobj", "nsubjpass"})
_CLAUSES = frozenset({"advcl", "ccomp", "csubj", "pcomp"})
_COMPLEMENTS = frozenset({"xcomp", "ccomp", "acl"})
_VERBAL = frozenset({"VERB", "AUX"})
_READ = frozenset({"VERB", "NOUN", "ADJ", "AUX"})
_NOUN_PREPOSITIONS = frozenset({"for", "of", "on", "at", "in"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})


def is_predicate(token: Token) -> bool:
    """Say whether a token denotes an event: a verb with content, or a noun that the table names."""
    if token.pos == "VERB":
        return token.dep not in ("aux", "auxpass")
    return token.pos == "NOUN" and token.lemma.lower() in event_nouns()


class SentenceReader:
    """Reads the words of one sentence; each is read once, the governors before what they govern."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._beside = Beside(sentence)
        self._read: dict[int, Reading] = {}
        for token in _heads_first(sentence):
            if token.dep == "conj":
                self._beside.words(token)
            if token.pos in _READ:
                self.read(token)

    def read(self, token: Token) -> Reading:
        """Return the reading of a token; "rejected any deal" and "gave no reason" deny but once."""
        if token.index not in self._read:
            self._read[token.index] = Reading()
            above, local = self._above(token), self._beside.read(token)
            one = above.value < 0 and token.pos == "NOUN" and ("no" in above.cues or "any" in local.cues)
            self._read[token.index] = above if one else local.under(above)
        return self._read[token.index]

    def told(self, token: Token) -> Reading:
        """Return the reading of a predicate; where no word decides, by the form that it is told in."""
        reading = self.read(token)
        definite = self._is_definite(token)
        if reading.cues:
            return self._presupposed(token, reading, _KNOWN if definite else _NEW)
        row = prior(token.pos, token.tag, token.dep, definite=definite)
        verb = next((above for above in self._sentence.ancestors(token) if above.pos in _VERBAL), None)
        return Reading(value=row.under(self.read(verb).value if verb else CERTAIN)) if row else reading

    def modality(self, token: Token) -> Modality:
        """Return the modality of a token in words."""
        reading = self.read(token)
        if reading.value <= _DENIED:
            return Modality.DENIED
        if reading.value < _DOUBTED or reading.modality:
            if self._beside.conditional(token):
                return Modality.CONDITIONAL
            return reading.modality or Modality.HYPOTHETICAL
        helpers = self._sentence.children(token, "aux")
        if token.tag == "VBG" and any(helper.tag in ("VBZ", "VBP") for helper in helpers):
            return Modality.ONGOING
        return Modality.OCCURRED

    def _is_definite(self, token: Token) -> bool:
        beside = self._sentence.children(token, "det", "poss")
        return any(child.dep == "poss" or child.lower in _DEFINITE for child in beside)

    def _presupposed(self, token: Token, reading: Reading, share: float) -> Reading:
        """Return the reading of a noun drawn towards a fact: who plans, fears or blocks a sale may speak of one that is there."""
        if token.dep not in _OBJECTS or reading.modality is None or self._beside.read(token).cues:
            return reading
        return replace(reading, value=reading.value + share * (_NAMED - reading.value))

    def _above(self, token: Token) -> Reading:
        """Return what the token's governor leaves it."""
        head = self._sentence.head(token)
        while token.dep == "conj" and head.index != token.index:
            if not self._beside.shares(token) and token.tag != head.tag:
                return Reading()
            token, head = head, self._sentence.head(head)
        if head.index == token.index:
            return Reading()
        if token.pos == "NOUN":
            return self._above_noun(token, head)
        return self._above_clause(token, head)

    def _above_clause(self, token: Token, head: Token) -> Reading:
        infinitive = any(child.tag == "TO" for child in self._sentence.children(token, "aux"))
        if token.dep in _CLAUSES and (marked := self._marked(token) or self._unreal(token)):
            return marked
        if token.dep == "pcomp":
            return self._under_preposition(token, head)
        if token.dep == "advcl":
            return self._purpose(token, head) if infinitive else Reading()
        if token.dep in ("acl", "ccomp", "relcl") and head.pos in ("NOUN", "PROPN"):
            return self._under_noun(head, infinitive) if token.dep != "relcl" or infinitive else Reading()
        return self._complement(token, head, infinitive) if token.dep in _COMPLEMENTS else Reading()

    def _complement(self, token: Token, head: Token, infinitive: bool) -> Reading:
        head = self._adjective(head)
        if infinitive and (excess := self._excess(head)):
            return excess
        frames = ("gerund", "clause") if token.tag == "VBG" else ("clause", "infinitive")
        governed = self._governed(head, ("infinitive",) if infinitive else frames)
        if governed is None and infinitive:
            return read_cue(token, _BARE_INFINITIVE).under(self._as_host(head))
        return governed or Reading()

    def _purpose(self, token: Token, head: Token) -> Reading:
        return self._governed(head, ("infinitive",)) or read_cue(token, _PURPOSE).under(self._as_host(head))

    def _above_noun(self, token: Token, head: Token) -> Reading:
        if token.dep in ("dobj", "nsubjpass", "oprd"):
            return self._governed(head, ("object",)) or Reading()
        if token.dep == "nsubj" and head.lemma.lower() in cues("happen"):
            reading = self.read(head)
            return reading if reading.value >= 0 or head.lemma.lower() in cues("subject") else Reading()
        if token.dep == "nsubj" and head.pos == "AUX":
            helpers = self._sentence.children(head, "aux")
            return self._beside.read(head) if any(helper.lower == "would" for helper in helpers) else Reading()
        if token.dep == "pobj":
            return self._under_preposition(token, head)
        if token.dep == "compound" and head.lemma.lower() in governing_nouns():
            return self._under_noun(head, False)
        if token.dep == "compound" and is_predicate(head):
            return self._above(head)
        return Reading()

    def _under_preposition(self, token: Token, preposition: Token) -> Reading:
        host = self._sentence.head(preposition)
        if (host.lemma.lower(), preposition.lower) in governors():
            return self._governed(host, (preposition.lower,)) or Reading()
        for word in (preposition, host, *self._sentence.children(preposition, "advmod")):
            if cue := cues("preposition").get(word.lower):
                return read_cue(word, cue)
        if host.pos == "NOUN":
            told = self._under_noun(host, False) if preposition.lower in _NOUN_PREPOSITIONS else Reading()
            return told if told.cues else self._inherited(token, preposition, host)
        gerund = token.dep == "pcomp" and preposition.lower not in cues("circumstance")
        frames = (preposition.lower, "gerund") if gerund else (preposition.lower,)
        governed = self._governed(host, frames)
        return governed or self._inherited(token, preposition, host)

    def _inherited(self, token: Token, preposition: Token, host: Token) -> Reading:
        """Return what a planned act passes on: "will meet for talks", "plans to speak after meeting him"."""
        above = (host, *self._sentence.ancestors(host))
        verb = next((word for word in above if word.pos == "VERB"), host)
        reading = self.read(verb)
        definite = self._is_definite(token)
        if preposition.lower == "for" and not definite and verb is host:
            return reading
        if preposition.lower in cues("inherit") and reading.modality is Modality.PLANNED and not definite:
            return reading
        return Reading()

    def _under_noun(self, noun: Token, infinitive: bool) -> Reading:
        if cue := governing_nouns().get(noun.lemma.lower()) or (_PURPOSE if infinitive else None):
            host = self.read(noun)
            value = Effect(positive=cue.value, negative=_UNDER_NONE).given(min(CERTAIN, host.value))
            return Reading(value=value if host.value < 0 else cue.value, modality=cue.modality, cues=(noun.lower,))
        return Reading()

    def _governed(self, governor: Token, frames: tuple[str, ...]) -> Reading | None:
        names = self._names(governor)
        told = ((name, governors().get((name, frame))) for name in names for frame in frames)
        name, effect = next(((name, found) for name, found in told if found is not None), ("", None))
        if effect is None:
            return None
        host = self.read(governor)
        value = effect.given(max(-CERTAIN, min(CERTAIN, host.value)))
        passes = effect.positive - effect.negative > _PASSING
        modality = effect.modality or (host.modality if passes else None)
        return Reading(value=value, modality=modality, cues=(*host.cues, name))

    def _names(self, governor: Token) -> tuple[str, ...]:
        """Return what a table may call a governor: "call off" before "call"."""
        lemma = governor.lemma.lower()
        particles = self._sentence.children(governor, "prt", "advmod")
        return (*(f"{lemma} {particle.lower}" for particle in particles), lemma)

    def _marked(self, token: Token) -> Reading | None:
        for mark in self._sentence.children(token, *_MARKS):
            for kind in ("condition", "pending"):
                if cue := cues(kind).get(mark.lower):
                    return read_cue(mark, cue)
        return None

    def _unreal(self, token: Token) -> Reading | None:
        """Return the reading of a clause whose verb form says that it is no fact: "that he be freed", "had they come"."""
        helpers = self._sentence.children(token, "aux", "auxpass")
        subject = self._sentence.child(token, "nsubj", "nsubjpass")
        if not helpers or subject is None:
            return None
        first = helpers[0]
        cue = None
        if token.dep == "ccomp" and len(helpers) == 1 and self._sentence.child(token, "mark"):
            cue = cues("subjunctive").get(first.lower)
        elif token.dep == "advcl" and first.index < subject.index:
            cue = cues("counterfactual").get(first.lower)
        return read_cue(first, cue) if cue else None

    def _adjective(self, head: Token) -> Token:
        """Return the adjective that a copula joins, where it governs: "it is unlikely that he came"."""
        if head.pos != "AUX":
            return head
        found = self._sentence.child(head, "acomp", "attr", "oprd")
        return found if found and found.index > head.index else head

    def _excess(self, head: Token) -> Reading | None:
        for child in self._sentence.children(head, "advmod"):
            if head.pos in ("ADJ", "ADV") and (cue := cues("excess").get(child.lower)):
                return read_cue(child, cue)
        return None

    def _as_host(self, token: Token) -> Reading:
        """Return the reading of a clause's host, so far as it makes the clause less certain."""
        reading = self.read(token)
        return reading if reading.value >= 0 else Reading()


def _heads_first(sentence: Sentence) -> list[Token]:
    """Return the tokens so that each comes after its head: readings then never nest deeply, whatever the sentence."""
    order = [token for token in sentence.tokens if token.head == token.index]
    for token in order:
        order.extend(sentence.children(token))
    return order
