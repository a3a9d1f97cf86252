"""Stages that cost nothing and count how often they are called, registered in the place of the real ones."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

import pytest

from dateline import registry
from dateline.model import (
    Derivation,
    Document,
    EntityMention,
    EntityRef,
    EntityType,
    Evidence,
    Form,
    Layers,
    Parse,
    Predicate,
    Quotation,
    QuotationKind,
    Record,
    Sentence,
    Span,
    Token,
)
from dateline.settings import Settings

SETTINGS = Settings(
    parser="fake",
    annotators=("fake.names", "fake.words"),
    finders=("fake.quotes",),
    document_linkers=("origins.passages", "utterances.words"),
    jobs=1,
)


class FakeParser:
    """Cuts a paragraph at full stops and white space; raises for a paragraph with the word UNPARSEABLE."""

    name = "fake"

    def __init__(self, world: World) -> None:
        self._world = world
        self.version = world.versions["fake"]

    def __call__(self, paragraphs: Iterable[str]) -> Iterator[Parse]:
        for text in paragraphs:
            if "UNPARSEABLE" in text:
                raise ValueError("cannot parse this")
            self._world.parsed.append(text)
            yield Parse(tuple(_sentence(match) for match in re.finditer(r"[^.]*\w[^.]*\.?", text)))


def _sentence(match: re.Match[str]) -> Sentence:
    words = list(re.finditer(r"\S+", match.group()))
    tokens = tuple(
        Token(i, match.start() + w.start(), match.start() + w.end(), w.group(), w.group().lower(), "X", "X", "dep", 0)
        for i, w in enumerate(words)
    )
    return Sentence("", Span(tokens[0].start, tokens[-1].end), tokens)


class FakeStage:
    """A stage that calls a function and counts the documents; its first version breaks on BREAK and its name."""

    def __init__(
        self, world: World, name: str, requires: tuple[type[Record], ...], yields: tuple[type[Record], ...], say: Any
    ) -> None:
        self.name, self.version = name, world.versions[name]
        self.requires, self.yields = requires, yields
        self._world, self._say = world, say

    def __call__(self, document: Document, layers: Layers) -> Iterable[Record]:
        self._world.calls[self.name, document.name] += 1
        if self.version == "1" and f"BREAK {self.name}" in document.text:
            raise KeyError("no such thing")
        yield from self._say(document, layers)


def _names(document: Document, layers: Layers) -> Iterable[Record]:
    for sentence in layers[Sentence]:
        for token in sentence.tokens:
            if token.text[0].isupper():
                word = token.text.strip(".")
                yield EntityMention(
                    document_id=document.id,
                    span=Span(token.start, token.start + len(word)),
                    text=word,
                    form=Form.NAME,
                    type=EntityType.OTHER,
                    entity=EntityRef(id=f"ent:{word.lower()}", name=word),
                )


def _words(document: Document, layers: Layers) -> Iterable[Record]:
    for sentence in layers[Sentence]:
        root = sentence.root
        yield Predicate(document_id=document.id, span=root.span, text=root.text, lemma=root.lemma, factuality=3.0)


def _quotes(document: Document, layers: Layers) -> Iterable[Record]:
    speaker = next((mention.entity for mention in layers[EntityMention]), None)
    for sentence in layers[Sentence]:
        yield Quotation(
            id=Quotation.make_id(document.id, (sentence.span,)),
            document_id=document.id,
            kind=QuotationKind.DIRECT,
            content=(sentence.span,),
            speaker=speaker,
            evidence=Evidence.cite(document.id, document.text, sentence.span),
            derivation=Derivation(stage="fake.quotes", version="1"),
        )


class World:
    """The fake stages' versions, and what they were called with."""

    def __init__(self) -> None:
        self.versions = {"fake": "1", "fake.names": "1", "fake.words": "1", "fake.quotes": "1"}
        self.parsed: list[str] = []
        self.calls: Counter[tuple[str, str]] = Counter()

    def forget(self) -> None:
        """Count from nothing again."""
        self.parsed.clear()
        self.calls.clear()

    def called(self) -> dict[str, int]:
        """Return how many documents each stage was called with."""
        counted: Counter[str] = Counter()
        for (stage, _), times in self.calls.items():
            counted[stage] += times
        return dict(counted)

    def factory(self, name: str) -> Any:
        """Return the factory of a fake stage, or None for a name that is not ours."""
        made: dict[str, Any] = {
            "fake": lambda _: FakeParser(self),
            "fake.names": lambda _: FakeStage(self, "fake.names", (Sentence,), (EntityMention,), _names),
            "fake.words": lambda _: FakeStage(self, "fake.words", (Sentence,), (Predicate,), _words),
            "fake.quotes": lambda _: FakeStage(self, "fake.quotes", (Sentence, EntityMention), (Quotation,), _quotes),
        }
        return made.get(name)


def register(monkeypatch: pytest.MonkeyPatch) -> World:
    """Put the fake stages into the registry and return their world."""
    world, load = World(), registry.load

    def load_fake(group: str, name: str) -> Any:
        return world.factory(name) or load(group, name)

    monkeypatch.setattr(registry, "load", load_fake)
    return world
