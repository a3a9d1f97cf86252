"""The kit for linkers: whoever registers one keeps to this."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any

import pytest

from dateline import registry
from dateline.model import (
    Document,
    EntityRef,
    EventMention,
    KeyedLink,
    KnownEntity,
    KnownLink,
    KnownMention,
    Layers,
    Link,
    LinkKind,
    Record,
    Sentence,
)
from dateline.pipeline.memory import LinkMemory
from dateline.settings import Settings
from tests.conformance.texts import PROSE, TEXTS
from tests.factories import make_document, parse

SETTINGS = Settings()
LINKERS = registry.names(registry.LINKERS)
NEXT_DAY = PROSE.replace("arrived", "landed")
REPORTS = {**{name: text for name, text in TEXTS.items() if text.strip()}, "the same again": NEXT_DAY}
linkers = pytest.mark.parametrize("name", LINKERS)


class Nothing:
    """A record that knows nothing yet."""

    def entities_named(self, keys: Sequence[str]) -> Iterable[KnownEntity]:
        return ()

    def holders_told(self, office: str, *, limit: int) -> Sequence[KnownLink]:
        return ()

    def is_named(self, document_id: str, reading: str) -> bool:
        return True

    def mentions_keyed(self, keys: Sequence[str]) -> Iterable[KnownMention]:
        return ()


def made(name: str) -> Any:
    return registry.load(registry.LINKERS, name)(SETTINGS)


@cache
def prepared() -> tuple[tuple[Document, Layers], ...]:
    """Return documents in order of publication with all that the stages of the default settings say of them."""
    stages = [registry.load(registry.ANNOTATORS, name)(SETTINGS) for name in SETTINGS.annotators]
    stages += [registry.load(registry.FINDERS, name)(SETTINGS) for name in SETTINGS.finders]
    found = []
    for number, text in enumerate(REPORTS.values(), start=1):
        document = make_document(text, published_at=f"2023-{3 + number // 28:02}-{1 + number % 28:02}")
        layers = parse(document)
        for stage in stages:
            layers = layers.with_records(stage.yields, stage(document, layers.only(stage.requires)))
        found.append((document, layers))
    return tuple(found)


def links_of(name: str) -> list[tuple[Document, Layers, Link, KeyedLink | None]]:
    """Return what a linker says of the documents, one after the other, each seeing what was said before."""
    linker, found = made(name), []
    documents = {document.id: document for document, _ in prepared()}
    memory = LinkMemory(documents)
    for document, layers in prepared():
        readings = {ref.id: ref for ref in _readings(layers)}
        if hasattr(linker, "kind"):
            for keyed in list(linker(document, layers.only(linker.requires), {}, memory)):
                memory.add(keyed, known_from=document.order)
                found.append((document, layers, keyed.link, keyed))
        elif name == SETTINGS.entity_linker:
            found += [(document, layers, link, None) for link in linker(document, readings.values(), Nothing())]
        else:
            told = layers[EventMention]
            found += [
                (document, layers, linker(mention, document.reported_by, {}, Nothing()), None) for mention in told
            ]
    return found


def _readings(layers: Layers) -> Iterable[EntityRef]:
    for mention in layers[EventMention]:
        yield from (party.entity for party in (*mention.actors, *mention.recipients) if party.entity)


@linkers
def test_linker_goes_by_the_name_it_is_registered_under(name: str) -> None:
    assert made(name).name == name
    assert made(name).version


@linkers
def test_linker_of_documents_requires_only_what_stages_of_the_default_chain_yield(name: str) -> None:
    groups = ((registry.ANNOTATORS, SETTINGS.annotators), (registry.FINDERS, SETTINGS.finders))
    at_hand: set[type[Record]] = {Sentence}
    for group, names in groups:
        for stage in names:
            at_hand.update(registry.load(group, stage)(SETTINGS).yields)
    assert set(getattr(made(name), "requires", ())) <= at_hand


def test_no_two_linkers_of_documents_make_links_of_one_kind() -> None:
    kinds = [made(name).kind for name in LINKERS if hasattr(made(name), "kind")]
    assert len(kinds) == len(set(kinds))
    assert not set(kinds) & {LinkKind.SAME_ENTITY, LinkKind.SAME_EVENT}


@linkers
def test_each_link_is_of_the_document_or_of_something_in_it(name: str) -> None:
    found = links_of(name)
    assert found
    for document, layers, link, _ in found:
        readings = {ref.id for ref in _readings(layers)}
        assert link.left in {
            document.id,
            *readings,
            *(getattr(found, "id", None) for kind in layers for found in layers[kind]),
        }


@linkers
def test_every_link_has_a_judgement_with_its_reasons(name: str) -> None:
    for _, _, link, keyed in links_of(name):
        assert link.kind == getattr(made(name), "kind", link.kind)
        assert 0 <= link.judgement.score <= 1
        assert link.judgement.author == name
        assert link.judgement.explanation or link.judgement.features or link.left == link.right
        assert keyed is None or len(keyed.keys) == len(set(keyed.keys))


@linkers
def test_linker_says_the_same_from_any_instance(name: str) -> None:
    assert [link for _, _, link, _ in links_of(name)] == [link for _, _, link, _ in links_of(name)]
