"""Descriptions and pronouns of one report, read in order, each from what came before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dateline.annotations.entities.descriptions import Descriptions
from dateline.annotations.entities.discourse import Discourse
from dateline.annotations.entities.groups import Groups
from dateline.annotations.entities.meanings import Meaning
from dateline.annotations.entities.mentions import Found
from dateline.annotations.entities.offices import Offices
from dateline.annotations.entities.phrases import Description, described
from dateline.annotations.entities.pronouns import Persons
from dateline.annotations.entities.quoted import Quoted
from dateline.annotations.entities.several import Several
from dateline.annotations.entities.speech import Speech
from dateline.annotations.entities.things import Things
from dateline.model import Document, Form, Sentence, Span, Token
from dateline.resources.gazetteer import Gazetteer
from dateline.resources.nominals import Pronoun, pronouns


class Resolution:
    """Finds and resolves what points back in one report; make one for each report."""

    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        names: Sequence[Found],
        offices: Offices,
        gazetteer: Gazetteer,
        keys_by_id: Mapping[str, str],
    ) -> None:
        self._text = document.text
        self._discourse = Discourse(document, sentences, names)
        speech = Speech(sentences)
        self._persons = Persons(self._discourse, speech)
        self._several = Several(self._discourse, speech)
        self._things = Things(self._discourse, speech)
        self._quoted = Quoted(self._discourse, speech, offices, gazetteer.states)
        groups = Groups(self._discourse, offices, gazetteer, keys_by_id)
        self._descriptions = Descriptions(
            self._discourse, offices, groups, self._persons, speech, gazetteer, keys_by_id
        )

    @property
    def countries(self) -> Mapping[str, str]:
        """The countries that descriptions give to persons whom no table knows, by entity id."""
        return self._descriptions.countries

    def __call__(self) -> Iterator[Found]:
        """Yield the descriptions and pronouns that are mentions, sentence by sentence."""
        for place, sentence in enumerate(self._discourse.sentences):
            names = list(self._discourse.mentions(place))
            descriptions = {found.head.index: found for found in described(sentence, self._text, names)}
            for token in sentence.tokens:
                found = self._found(sentence, token, descriptions.get(token.index))
                if found is not None:
                    self._discourse.add(found)
                    yield found
            self._descriptions.read(names)
        yield from self._said()

    def _said(self) -> Iterator[Found]:
        """Yield the pronouns of who speaks and who is spoken to, once it is known who speaks: "...", he said."""
        for sentence in self._discourse.sentences:
            for token in sentence.tokens:
                _, pronoun = _pronoun_at(sentence, token)
                if pronoun is not None and pronoun.person != "3":
                    meaning = self._quoted.meaning(pronoun, token, sentence)
                    if meaning is not None:
                        yield Found(sentence, token, token.span, Form.PRONOUN, meaning)

    def _found(self, sentence: Sentence, token: Token, description: Description | None) -> Found | None:
        if description is not None:
            return self._descriptions.found(description)
        first, pronoun = _pronoun_at(sentence, token)
        meaning = self._pronoun(pronoun, token, sentence) if pronoun is not None else None
        span = Span(first.start, token.end)
        return Found(sentence, token, span, Form.PRONOUN, meaning) if meaning is not None else None

    def _pronoun(self, pronoun: Pronoun, token: Token, sentence: Sentence) -> Meaning | None:
        if pronoun.person != "3":
            return None
        if pronoun.plural:
            return self._several.meaning(pronoun, token, sentence)
        if pronoun.gender == "n":
            return self._things.meaning(token, sentence)
        return self._persons.meaning(pronoun, token, sentence)


def _pronoun_at(sentence: Sentence, token: Token) -> tuple[Token, Pronoun | None]:
    """Return the pronoun that ends at a token and its first token: the same token, or the "each" of "each other"."""
    if token.lower in ("other", "another") and token.index:
        before = sentence.tokens[token.index - 1]
        return before, pronouns().get(f"{before.lower} {token.lower}")
    return token, pronouns().get(token.lower) if token.pos in ("PRON", "DET") else None
