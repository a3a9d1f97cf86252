"""Sentences as trees: children, subtrees and where they stand in a document."""

from __future__ import annotations

import pytest

from dateline.model import Parse, Sentence, Span, Token

WORDS = [  # word, head, relation: "The envoy met ministers and exporters in Oslo ."
    ("The", 1, "det"),
    ("envoy", 2, "nsubj"),
    ("met", 2, "ROOT"),
    ("ministers", 2, "dobj"),
    ("and", 3, "cc"),
    ("exporters", 3, "conj"),
    ("in", 2, "prep"),
    ("Oslo", 6, "pobj"),
    (".", 2, "punct"),
]


def make_sentence(words: list[tuple[str, int, str]] = WORDS) -> Sentence:
    tokens, start = [], 0
    for index, (word, head, dep) in enumerate(words):
        tokens.append(Token(index, start, start + len(word), word, word.lower(), "X", "X", dep, head))
        start += len(word) + 1
    return Sentence(document_id="", span=Span(0, start - 1), tokens=tuple(tokens))


@pytest.fixture
def sentence() -> Sentence:
    return make_sentence()


def texts(tokens: tuple[Token, ...]) -> list[str]:
    return [token.text for token in tokens]


def test_root_is_the_token_that_heads_itself(sentence: Sentence) -> None:
    assert sentence.root.text == "met"


def test_first_of_several_roots_is_taken() -> None:
    assert make_sentence([("Yes", 0, "ROOT"), (",", 0, "punct"), ("no", 2, "ROOT")]).root.text == "Yes"


def test_children_come_in_order_of_the_text(sentence: Sentence) -> None:
    assert texts(sentence.children(sentence.root)) == ["envoy", "ministers", "in", "."]


def test_children_can_be_asked_for_by_relation(sentence: Sentence) -> None:
    assert texts(sentence.children(sentence.root, "prep", "nsubj")) == ["envoy", "in"]
    assert sentence.children(sentence.root, "iobj") == ()


def test_child_is_the_first_with_one_of_the_relations(sentence: Sentence) -> None:
    found = sentence.child(sentence.root, "punct", "dobj")
    assert found is not None
    assert found.text == "ministers"
    assert sentence.child(sentence.root, "iobj") is None


def test_root_heads_itself_and_has_no_ancestors(sentence: Sentence) -> None:
    assert sentence.head(sentence.root) == sentence.root
    assert list(sentence.ancestors(sentence.root)) == []


def test_ancestors_come_nearest_first(sentence: Sentence) -> None:
    assert texts(tuple(sentence.ancestors(sentence.tokens[7]))) == ["in", "met"]


def test_subtree_is_the_token_and_all_below_it_in_order(sentence: Sentence) -> None:
    assert texts(sentence.subtree(sentence.tokens[3])) == ["ministers", "and", "exporters"]
    assert sentence.subtree(sentence.root) == sentence.tokens


def test_conjuncts_run_on_to_the_right() -> None:
    chain = make_sentence([("A", 0, "ROOT"), (",", 0, "punct"), ("B", 0, "conj"), ("and", 2, "cc"), ("C", 2, "conj")])
    assert texts(chain.conjuncts(chain.tokens[0])) == ["A", "B", "C"]
    assert texts(chain.conjuncts(chain.tokens[4])) == ["C"]


def test_extent_runs_from_the_first_to_the_last_word_of_the_subtree(sentence: Sentence) -> None:
    assert sentence.extent(sentence.tokens[3]) == Span(14, 37)


def test_tokens_within_a_span_lie_wholly_inside(sentence: Sentence) -> None:
    assert texts(sentence.within(Span(4, 13))) == ["envoy", "met"]
    assert texts(sentence.within(Span(5, 13))) == ["met"]


@pytest.mark.parametrize(("offset", "word"), [(0, "The"), (2, "The"), (3, None), (4, "envoy"), (500, None)])
def test_token_at_an_offset_covers_it(sentence: Sentence, offset: int, word: str | None) -> None:
    found = sentence.at(offset)
    assert (found.text if found else None) == word


def test_placed_sentence_moves_span_and_tokens_alike(sentence: Sentence) -> None:
    placed = sentence.placed(document_id="doc:1", offset=100, paragraph=4)
    assert (placed.document_id, placed.paragraph, placed.span) == ("doc:1", 4, sentence.span.shifted(100))
    assert [token.span for token in placed.tokens] == [token.span.shifted(100) for token in sentence.tokens]
    assert [token.head for token in placed.tokens] == [token.head for token in sentence.tokens]


def test_placing_leaves_the_sentence_as_it_was(sentence: Sentence) -> None:
    sentence.placed(document_id="doc:1", offset=100, paragraph=4)
    assert sentence == make_sentence()


def test_words_of_a_placed_parse_are_those_of_the_document(sentence: Sentence) -> None:
    paragraph = "The envoy met ministers and exporters in Oslo ."
    text = f"Heading\n\n{paragraph}"
    (placed,) = Parse((sentence,)).placed(document_id="doc:1", offset=9, paragraph=1)
    assert [token.span.of(text) for token in placed.tokens] == [token.text for token in placed.tokens]
