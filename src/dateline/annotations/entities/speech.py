"""Who speaks in a report: which words stand between quotation marks, and whose they are by the verbs beside them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from dateline.annotations.entities.clauses import SUBJECTS
from dateline.model import Sentence, Token
from dateline.resources.marks import curly
from dateline.resources.quotations import cue_verbs

_OPEN, _CLOSE = frozenset(curly("opening")), frozenset(curly("closing"))
_STRAIGHT = frozenset('"') | {"``", "''"}
_BREAKS = frozenset(":;")
_AFTER_WORDS = frozenset((",", '"', "”", "''"))
_BOUND = frozenset(("csubj", "relcl", "advcl", "pcomp", "acl"))
"""What stands right before the subject of an aside, and how its verb does not hang."""
_REACH = 3
"""Sentences back in which the last speaker is looked for."""
Spoken = tuple[Sentence, Token]
"""A sentence and the subject of its verb of speech."""


class Speech:
    """The quoted words of one report and their speakers."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._places = {id(sentence): place for place, sentence in enumerate(sentences)}
        self._quoted = list(_quoted(sentences))
        self._extents: dict[int, list[int]] = {}
        for place, quoted in enumerate(self._quoted):
            for number in quoted.values():
                self._extents.setdefault(number, []).append(place)

    def quoted(self, sentence: Sentence, token: Token) -> bool:
        """Say whether a token stands between double quotation marks, as far as its paragraph shows."""
        return token.index in self._quoted[self._places[id(sentence)]]

    def speakers(self, sentence: Sentence) -> Iterator[Token]:
        """Yield who speaks in a sentence, outside quotation marks: the subjects of its verbs of speech, in order."""
        inside = self._quoted[self._places[id(sentence)]]
        introduced = _introduces(sentence, inside)
        for token in sentence.tokens:
            if token.dep in SUBJECTS and token.index not in inside:
                verb = sentence.head(token)
                if _is_speech(verb) or (introduced and verb.index == sentence.root.index):
                    yield sentence.head(verb) if token.tag in ("WP", "WDT") and verb.dep == "relcl" else token

    def outside(self, sentence: Sentence, token: Token, subject: Token | None) -> bool:
        """Say whether a subject speaks the quoted words in which a token stands, so that these do not point back to it."""
        return (
            subject is not None
            and self.quoted(sentence, token)
            and any(speaker.index == subject.index for speaker in self.speakers(sentence))
        )

    def speaker(self, sentence: Sentence, token: Token) -> Spoken | None:
        """Return who says a quoted token: who speaks where its quotation ends or begins, else in its paragraph or the last."""
        for near in self._nearby(sentence, token):
            found = [speaker for speaker in self.speakers(near) if near is not sentence or speaker.index != token.index]
            if found:
                return near, min(found, key=lambda speaker: abs(speaker.index - token.index) if near is sentence else 0)
        return None

    def continued(self, sentence: Sentence, token: Token) -> Spoken | None:
        """Return the last speaker where a token goes on speaking in an aside: "..., he said"."""
        before = sentence.tokens[token.index - 1].text if token.index else ""
        aside = before in _AFTER_WORDS and sentence.head(token).dep not in _BOUND
        if not aside or all(speaker.index != token.index for speaker in self.speakers(sentence)):
            return None
        return self.last_speaker(sentence, token)

    def last_speaker(self, sentence: Sentence, token: Token) -> Spoken | None:
        """Return who goes on speaking in "..., he said": who spoke or acted last, before the clause that *token* reports."""
        start = max((mark.index for mark in sentence.tokens[: token.index] if mark.text in _BREAKS), default=0)
        own = [speaker for speaker in self.speakers(sentence) if speaker.index < start]
        own += [other for other in sentence.tokens[:start] if other.dep in SUBJECTS] if start else []
        if own:
            return sentence, own[0]
        place = self._places[id(sentence)]
        for before in reversed(self._sentences[max(0, place - _REACH) : place]):
            found = list(self.speakers(before)) or [token for token in before.tokens if _acts_in(before, token)]
            if found:
                return before, found[0]
        return None

    def _nearby(self, sentence: Sentence, token: Token) -> Iterator[Sentence]:
        place = self._places[id(sentence)]
        extent = self._extents.get(self._quoted[place].get(token.index, -1), [place])
        yield from (self._sentences[within] for within in (place, extent[-1], extent[0]))
        before = self._sentences[max(0, place - _REACH) : place]
        yield from (other for other in reversed(before) if other.paragraph == sentence.paragraph)
        after = self._sentences[place + 1 : place + 1 + _REACH]
        yield from (other for other in after if other.paragraph == sentence.paragraph)
        yield from (other for other in reversed(before) if other.paragraph == sentence.paragraph - 1)


def _acts_in(sentence: Sentence, token: Token) -> bool:
    """Whether a token is the subject of its sentence and a person's name or pronoun, or a noun in the place of one."""
    return token.dep in SUBJECTS and token.head == sentence.root.index and token.pos in ("PROPN", "PRON")


def _introduces(sentence: Sentence, inside: Container[int]) -> bool:
    """Whether a colon stands right before quoted words."""
    return any(
        token.text == ":" and token.index not in inside and token.index + 2 in inside and token.index + 1 not in inside
        for token in sentence.tokens
    )


def _is_speech(verb: Token) -> bool:
    cue = cue_verbs().get(verb.lemma.lower()) if verb.pos in ("VERB", "AUX") else None
    return cue is not None and cue.kind == "speech" and "quote" in cue.frames


def _quoted(sentences: Sequence[Sentence]) -> Iterator[dict[int, int]]:
    """Yield for each sentence its quoted tokens with the number of their quotation; it ends with its paragraph at the latest."""
    inside, paragraph, number = False, -1, 0
    for sentence in sentences:
        inside = inside and sentence.paragraph == paragraph
        paragraph = sentence.paragraph
        found = {}
        for token in sentence.tokens:
            opens = token.text in _OPEN or (token.text in _STRAIGHT and not inside)
            if opens or token.text in _CLOSE or token.text in _STRAIGHT:
                number += opens and not inside
                inside = opens
            elif inside:
                found[token.index] = number
        yield found
