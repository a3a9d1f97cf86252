"""What stands beside a predicate: auxiliaries, negations, adverbs, and which of them a second predicate shares."""

from __future__ import annotations

from dateline.annotations.factuality.reading import Reading, read_cue
from dateline.model import Modality, Sentence, Token
from dateline.resources.factuality import Cue, cues

_NEGATED = -2.3
_PHRASE = 6
"""How many words after a negated verb a comparison may stand in."""
_QUESTION = Cue(value=0.8, modality=Modality.HYPOTHETICAL)
_OWN = frozenset({"aux", "auxpass", "nsubj", "nsubjpass"})
_SHARED = frozenset({"aux", "neg"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_WITH_NO = frozenset({"nsubj", "nsubjpass", "dobj", "advmod"})
_NEGATABLE = _WITH_NO | {"neg", "det", "preconj"}
_KINDS = {"aux": ("modal",), "det": ("determiner",), "advmod": ("adverb",), "amod": ("adjective",)}


class Beside:
    """Reads the dependents of the predicates of one sentence."""

    def __init__(self, sentence: Sentence) -> None:
        self._sentence = sentence
        self._words: dict[int, tuple[Token, ...]] = {}
        self._question = sentence.tokens[-1].text == "?"

    def read(self, token: Token) -> Reading:
        """Return what the words beside a token say of it."""
        beside = self.words(token)
        negators = [child for child in beside if self._negates(child)]
        if negators and self._compares(token, beside):
            return Reading()
        reading = Reading()
        for child in beside:
            for kind in _KINDS.get(child.dep, ()):
                if cue := self._cue(token, child, kind):
                    reading = read_cue(child, cue, negated=bool(negators)).under(reading)
        for negator in negators:
            reading = self._negated(token, negator).under(reading)
        if self._question and token.head == token.index:
            reading = read_cue(self._sentence.tokens[-1], _QUESTION).under(reading)
        return reading

    def conditional(self, token: Token) -> bool:
        """Say whether a predicate stands under a condition: "will attack if"."""
        return any(
            mark.lower in cues("condition")
            for clause in self._sentence.children(token, "advcl")
            for mark in self._sentence.children(clause, "mark")
        )

    def shares(self, token: Token) -> bool:
        """Say whether a conjunct stands under the same auxiliaries and governor as the one before it."""
        head = self._sentence.head(token)
        if token.dep != "conj" or head.index == token.index:
            return False
        contrast = any(child.lower == "but" for child in self._sentence.children(head, "cc"))
        own_subject = self._sentence.child(token, "nsubj", "nsubjpass") is not None
        finite = token.tag in _FINITE and head.tag not in _FINITE and not (token.tag == "VBD" and head.tag == "VBN")
        return not contrast and not finite and not (own_subject and token.tag == "VBD")

    def words(self, token: Token) -> tuple[Token, ...]:
        """Return the token's dependents, with those of its copula, or of the first conjunct where it shares them."""
        if token.index not in self._words:
            self._words[token.index] = self._find_beside(token)
        return self._words[token.index]

    def _negated(self, token: Token, negator: Token) -> Reading:
        """Return what a negator leaves its head: "did not give" nothing, "gave no reason" more, "has no doubt" all but all."""
        words = self._negator_words(negator)
        if negator.dep != "dobj" or token.pos != "VERB":
            return Reading(value=_NEGATED, cues=words)
        cue = cues("borne").get(token.lemma.lower()) or cues("none")["no"]
        return Reading(value=cue.value, modality=cue.modality, cues=words)

    def _compares(self, token: Token, beside: tuple[Token, ...]) -> bool:
        """Say whether a negation only compares: "it could not have come at a worse time"."""
        if not any(child.lower == "could" for child in beside):
            return False
        after = self._sentence.tokens[token.index + 1 : token.index + _PHRASE]
        return any(word.lower in cues("comparative") for word in after)

    def _cue(self, token: Token, child: Token, kind: str) -> Cue | None:
        """Return the cue that a dependent gives; "would" in reported speech is a plan, not a condition."""
        reported = kind == "modal" and token.dep == "ccomp" and not self.conditional(token)
        if reported and self._sentence.head(token).tag in ("VBD", "VBN"):
            return cues("reported").get(child.lower) or cues(kind).get(child.lower)
        return cues(kind).get(child.lower)

    def _negates(self, child: Token) -> bool:
        """Say whether a dependent negates its head: "not", "no", "no one", "no successor", "no longer"."""
        if child.dep not in _NEGATABLE:
            return False
        if child.lower in cues("negation"):
            after = self._sentence.tokens[child.index + 1 : child.index + 2]
            return not any(word.lower == "only" for word in after)
        if child.dep not in _WITH_NO or child.lemma.lower() in cues("idle"):
            return False
        below = self._sentence.children(child, "det", "neg", "preconj", "cc")
        return any(word.lower in ("no", "neither") for word in below)

    def _negator_words(self, negator: Token) -> tuple[str, ...]:
        words = (negator, *self._sentence.children(negator, "det", "neg"))
        return tuple(word.lower for word in words if word.lower in cues("negation"))

    def _find_beside(self, token: Token) -> tuple[Token, ...]:
        own = self._sentence.children(token)
        head = self._sentence.head(token)
        if token.dep in ("acomp", "attr", "oprd") and head.pos == "AUX":
            return own + self._sentence.children(head)
        if self.shares(token) and not any(child.dep in _OWN for child in own):
            shared = tuple(child for child in self.words(head) if child.index < head.index and child.dep in _SHARED)
            return shared + own
        return own
