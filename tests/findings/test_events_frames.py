"""The examples and near misses that every row of the event lexicon brings along."""

from __future__ import annotations

import pytest

from dateline.errors import ResourceError
from dateline.model import EventType
from dateline.resources.events import (
    CALLING_OFF,
    Effect,
    Frame,
    context_names,
    convert,
    frames,
    goldstein,
    plover_score,
    word_set,
)
from dateline.resources.tables import read_table
from tests.findings.events_marked import events_in, marked, words

EXAMPLES = [(frame, example) for frame in frames() for example in frame.examples]
NEAR_MISSES = [(frame, near_miss) for frame in frames() for near_miss in frame.near_misses]


@pytest.mark.parametrize(("frame", "example"), EXAMPLES, ids=[f"{frame.key}: {text}" for frame, text in EXAMPLES])
def test_example_is_coded_by_its_frame_with_the_marked_parties(frame: Frame, example: str) -> None:
    told = [event for event in events_in(example) if event.rule == frame.key]
    coded = (EventType.REJECT, "meet") if frame.flags & CALLING_OFF else (frame.event_type, frame.mode)
    coded = (EventType.AGREE, frame.mode) if "planned" in frame.flags else coded
    assert [((event.event_type, event.mode), words(event)) for event in told] == [
        (coded, (marked(example).actors, marked(example).recipients))
    ]
    assert {event.act for event in told} == {frame.event_type}


@pytest.mark.parametrize(
    ("frame", "near_miss"), NEAR_MISSES, ids=[f"{frame.key}: {text}" for frame, text in NEAR_MISSES]
)
def test_near_miss_is_not_coded_by_its_frame(frame: Frame, near_miss: str) -> None:
    assert frame.key not in {event.rule for event in events_in(near_miss)}


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: frame.key)
def test_frame_has_an_example_and_names_codes_that_exist(frame: Frame) -> None:
    assert frame.examples
    assert frame.near_misses
    assert goldstein(frame.cameo) is not None
    assert set(frame.contexts) <= context_names()


def test_every_plover_type_has_a_frame() -> None:
    assert len({frame.event_type for frame in frames()}) == 16


MODES = sorted({(row["type"], row["mode"]) for row in read_table("events_plover_scores.tsv") if row["mode"]})


@pytest.mark.parametrize(("kind", "mode"), MODES, ids=[f"{kind} {mode}" for kind, mode in MODES])
def test_every_plover_mode_is_told_by_a_frame_or_a_conversion(kind: str, mode: str) -> None:
    told = {(frame.event_type, frame.mode) for frame in frames()}
    told |= {(row["type"], row["mode"]) for row in read_table("events_conversions.tsv")}
    assert (kind, mode) in told


def test_lexicon_has_at_least_1500_predicates() -> None:
    assert len({(frame.kind, word) for frame in frames() for word in frame.lemmas}) >= 1500


def test_at_most_one_word_stands_beside_a_verb() -> None:
    assert [word for frame in frames() if frame.kind != "noun" for word in frame.lemmas if word.count(" ") > 1] == []


def test_contexts_are_the_37_of_plover() -> None:
    assert len(context_names()) == 37


@pytest.mark.parametrize(
    ("effect", "cameo", "kind", "converted"),
    [
        (Effect.FUTURE, "042", "AGREE", "036"),
        (Effect.INTEND, "0841", "AGREE", "0353"),
        (Effect.FUTURE, "0841", "AGREE", "0353"),
        (Effect.ORDER, "0841", "CONCEDE", "0353"),
        (Effect.NOT, "072", "REJECT", "1222"),
        (Effect.DEMAND, "085", "REQUEST", "1054"),
    ],
)
def test_conversion_takes_the_longest_code_that_fits(effect: Effect, cameo: str, kind: str, converted: str) -> None:
    found = convert(effect, cameo)
    assert found is not None
    assert (found.event_type, found.cameo) == (kind, converted)
    assert goldstein(found.cameo) is not None


def test_merely_negated_conflict_has_no_conversion() -> None:
    assert convert(Effect.NOT, "190") is None


def test_mode_without_a_score_has_that_of_its_type() -> None:
    assert plover_score(EventType.CONSULT, "visit") == 4
    assert plover_score(EventType.CONCEDE, "release") == plover_score(EventType.CONCEDE, None) == 4.5


def test_unknown_word_set_is_named_in_the_error() -> None:
    with pytest.raises(ResourceError, match="'nosuch'"):
        word_set("nosuch")
