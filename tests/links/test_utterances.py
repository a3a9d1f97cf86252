"""Which quotations are one utterance: cut or reworded, by one speaker, on one occasion."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from dateline.links.utterances import UtteranceLinker
from dateline.model import Document, EntityRef, KeyedLink, KnownLink, Layers, Quotation, QuotationKind, Span
from dateline.settings import Settings
from tests.records import NORWAY, PERU, quoting, report

WORDS = "We will keep every harbour open until the last fishing boat has come home."


class Known:
    """A lookup over the links that were made so far."""

    def __init__(self, links: Sequence[KeyedLink]) -> None:
        self._links = links

    def links_keyed(self, keys: Sequence[str], *, limit: int) -> list[KnownLink]:
        met = [keyed for keyed in self._links if set(keyed.keys) & set(keys)]
        return [KnownLink(link=keyed.link, data=keyed.data, known_from="") for keyed in met][:limit]

    def links_to(self, right: str, *, limit: int) -> list[KnownLink]:
        return []

    def data_keyed(self, keys: Sequence[str], *, limit: int) -> list[tuple[str, str]]:
        return []

    def data_to(self, right: str) -> str:
        return ""

    def document(self, document_id: str) -> Document | None:
        return None


def say(
    words: str, *, speaker: EntityRef | None = NORWAY, published_at: str = "2023-05-02"
) -> tuple[Document, Quotation]:
    document = report(f"{words} So said {speaker.name if speaker else 'somebody'}.", published_at=published_at)
    return document, quoting(document, Span(0, len(words)), speaker=speaker)


def utterances(*said: tuple[Document, Quotation]) -> list[str | None]:
    linker, links = UtteranceLinker(Settings()), []
    found: list[str | None] = []
    for document, quotation in said:
        layers = Layers().with_records([Quotation], [quotation])
        made = list(linker(document, layers, {}, Known(links)))
        links += made
        found.append(made[0].link.right if made else None)
    return found


def one(*said: tuple[Document, Quotation]) -> bool:
    found = utterances(*said)
    return len(set(found)) == 1 and found[0] is not None


@pytest.mark.parametrize(
    "other",
    [
        say(WORDS),
        say("keep every harbour open until the last fishing boat"),
        say("We'll keep every harbor open till the last of the fishing boats has come home."),
        say(WORDS, speaker=None),
        say(WORDS, published_at="2023-05-08"),
    ],
    ids=["same", "cut", "other words", "nobody named", "later in the week"],
)
def test_same_words_are_one_utterance(other: tuple[Document, Quotation]) -> None:
    assert one(say(WORDS), other)


@pytest.mark.parametrize(
    "other",
    [
        say(WORDS, speaker=PERU),
        say(WORDS, published_at="2023-07-02"),
        say("Every fishing boat that leaves the harbour will be counted, searched and taxed.", speaker=NORWAY),
        say("We'll keep every harbor open till the last of the fishing boats has come home.", speaker=None),
    ],
    ids=["another speaker", "another occasion", "other things with the same nouns", "reworded, by nobody named"],
)
def test_other_words_are_another_utterance(other: tuple[Document, Quotation]) -> None:
    assert not one(say(WORDS), other)


def test_few_words_are_nobodys_utterance() -> None:
    assert utterances(say("We are not afraid.")) == [None]


def test_indirect_speech_gives_no_words() -> None:
    document, quotation = say(WORDS)
    told = Quotation(
        **{name: getattr(quotation, name) for name in quotation.__slots__} | {"kind": QuotationKind.INDIRECT}
    )
    assert utterances((document, told)) == [None]


def test_link_says_why() -> None:
    linker = UtteranceLinker(Settings())
    (document, quotation), (later, again) = say(WORDS), say(WORDS, speaker=None)
    (first,) = linker(document, Layers().with_records([Quotation], [quotation]), {}, Known([]))
    (second,) = linker(later, Layers().with_records([Quotation], [again]), {}, Known([first]))
    assert second.link.judgement.explanation == "the same words, one report does not say whose"
    assert {feature.name for feature in second.link.judgement.features} == {"words", "meaning", "speaker"}
