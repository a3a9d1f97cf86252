"""The examples and near misses that every row of the event lexicon brings along."""

from __future__ import annotations

import pytest
from tests.findings.events_marked import events_in, marked, words

from dateline.resources.events import Frame, context_names, frames, goldstein

EXAMPLES = [(frame, example) for frame in frames() for example in frame.examples]
NEAR_MISSES = [(frame, near_miss) for frame in frames() for near_miss in frame.near_misses]


@pytest.mark.parametrize(("frame", "example"), EXAMPLES, ids=[f"{frame.key}: {text}" for frame, text in EXAMPLES])
def test_example_is_coded_by_its_frame_with_the_marked_parties(frame: Frame, example: str) -> None:
    told = [event for event in events_in(example) if event.rule == frame.key]
    assert [(event.event_type, event.mode, words(event)) for event in told] == [
        (frame.event_type, frame.mode, (marked(example).actors, marked(example).recipients))
    ]


@pytest.mark.parametrize(
    ("frame", "near_miss"), NEAR_MISSES, ids=[f"{frame.key}: {text}" for frame, text in NEAR_MISSES]
)
def test_near_miss_is_not_coded_by_its_frame(frame: Frame, near_miss: str) -> None:
    assert frame.key not in {event.rule for event in events_in(near_miss)}


@pytest.mark.parametrize("frame", frames(), ids=lambda frame: frame.key)
def test_frame_has_an_example_and_names_codes_that_exist(frame: Frame) -> None:
    assert frame.examples
    assert goldstein(frame.cameo) is not None
    assert set(frame.contexts) <= context_names()


def test_every_plover_type_has_a_frame() -> None:
    assert len({frame.event_type for frame in frames()}) == 16
