"""The quotation tables say what their heads promise."""

from dateline.resources.quotations import (
    SHAPES,
    cue_adjectives,
    cue_nouns,
    cue_verbs,
    media_nouns,
    source_phrases,
    support_verbs,
)


def test_say_takes_quotes_and_clauses() -> None:
    assert {"quote", "clause"} <= cue_verbs()["say"].frames


def test_alias_of_a_lemma_is_the_same_word() -> None:
    assert cue_verbs()["hop"] is cue_verbs()["hope"]


def test_frames_that_are_no_shapes_are_prepositions() -> None:
    assert cue_verbs()["call"].prepositions == {"for", "on"}


def test_every_word_has_a_frame() -> None:
    tables = (cue_verbs(), cue_nouns(), cue_adjectives())
    assert all(
        word.frames and (word.frames & SHAPES or word.prepositions) for table in tables for word in table.values()
    )


def test_phrases_are_found_by_their_first_word() -> None:
    assert ("according", "to") in source_phrases()["according"]
    assert len(source_phrases()["in"]) > 1


def test_media_are_lower_case() -> None:
    assert "newspaper" in media_nouns()
    assert all(noun == noun.lower() for noun in media_nouns())


def test_support_verbs_say_nothing_themselves() -> None:
    assert "voice" in support_verbs()
    assert "insist" not in support_verbs()
