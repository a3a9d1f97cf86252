"""Acts told by words that the lexicon does not have but that are like one of its own."""

from __future__ import annotations

import pytest

from dateline.model import EventType
from dateline.settings import Settings
from tests.findings.events_marked import events_in, marked, words


@pytest.mark.parametrize(
    ("sentence", "kind", "nearest"),
    [
        ("<Peru> lampooned {Chile} on Friday.", EventType.ACCUSE, "ridicule"),
        ("{Chile} was lampooned by <Peru>.", EventType.ACCUSE, "ridicule"),
        ("<Peru> badgered {Chile} for months.", EventType.COERCE, "persecute"),
        ("<Lula>'s tirade against {Boric} shocked many.", EventType.ACCUSE, "denunciation"),
    ],
    ids=["active", "passive", "coercion", "noun"],
)
def test_word_like_a_known_one_tells_its_act_marked_and_scored_lower(
    sentence: str, kind: EventType, nearest: str
) -> None:
    (event,) = events_in(sentence)
    assert (event.event_type, event.similar_to) == (kind, nearest)
    assert words(event) == (marked(sentence).actors, marked(sentence).recipients)
    assert 0.7 <= event.score < 1
    assert f"by similarity to “{nearest}”" in event.coded_by


def test_word_of_the_lexicon_is_no_similar_one() -> None:
    (event,) = events_in("<Peru> ridiculed {Chile} on Friday.")
    assert (event.similar_to, event.score, event.coded_by) == (None, 1.0, event.rule)


@pytest.mark.parametrize(
    "sentence",
    ["<Peru> lampooned {Chile} on Friday.", "<Lula>'s tirade against {Boric} shocked many."],
    ids=["verb", "noun"],
)
def test_strict_leaves_similar_words_out(sentence: str) -> None:
    assert events_in(sentence, settings=Settings(strict=True)) == ()


def test_strict_keeps_words_of_the_lexicon() -> None:
    assert len(events_in("<Peru> ridiculed {Chile} on Friday.", settings=Settings(strict=True))) == 1


@pytest.mark.parametrize(
    "sentence",
    ["Voters lampooned [Chile].", "<Peru> lampooned the weather.", "<Peru> lampooned in the evening."],
    ids=["unknown actor", "no recipient", "no object"],
)
def test_similar_word_needs_both_parties_known(sentence: str) -> None:
    assert events_in(sentence) == ()


def test_similar_word_gives_way_to_a_known_one_over_it() -> None:
    (event,) = events_in("<Norway> urged {Peru} to stop lampooning [Chile].")
    assert (event.event_type, event.similar_to) == (EventType.REQUEST, None)
