"""Words are read as the pipeline's own attribute ruler and lemmatizer would leave them."""

from __future__ import annotations

from functools import cache

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from dateline.annotations.words import LEMMATIZER, RULER, Word, WordReader
from dateline.settings import Settings

TEXTS = [
    "Envoys met in Oslo, and they were meeting again when the better offers came.",
    "Let's go: we ain't gonna wait, you've got ta see it, c'm on.",
    "There is a plan; there's also the other one, and it is his.",
    "He said that he'd do what the minister did, but he had to leave his leaves.",
    "  Two  spaces\n\nand\ta tab. ",
    "But 12,000 -- 40% of them -- had NOT been counted.",
    "",
]


@cache
def whole() -> Language:
    return spacy.load(Settings().pipeline)


@cache
def short() -> Language:
    return spacy.load(Settings().pipeline, disable=[RULER, LEMMATIZER])


def expected(text: str) -> list[tuple[Word, str]]:
    tokens: Doc = whole()(text)
    return [(Word(token.text, token.lemma_, token.pos_, token.tag_), token.dep_) for token in tokens]


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_words_are_those_of_the_whole_pipeline(text: str) -> None:
    assert WordReader(short())(short()(text)) == expected(text)


def test_words_met_before_are_read_the_same_again() -> None:
    read = WordReader(short())
    first = [read(short()(text)) for text in TEXTS]
    assert [read(short()(text)) for text in TEXTS] == first == [expected(text) for text in TEXTS]


def test_a_word_met_beside_a_rule_of_two_words_keeps_its_own_lemma() -> None:
    read = WordReader(short())
    read(short()("Let's see 's."))
    assert read(short()("It is Peru's plan.")) == expected("It is Peru's plan.")
