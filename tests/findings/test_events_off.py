"""Acts that were due and are off: called off, put off, in the passive and with a particle."""

from __future__ import annotations

import pytest

from dateline.model import EventType, Modality
from dateline.resources.calling_off import calls_off
from tests.findings.events_marked import events_in, marked, words
from tests.findings.test_events import predicate_in


@pytest.mark.parametrize(
    "sentence",
    [
        "<Lula>'s visit to {Peru} was called off.",
        "<Lula>'s tour of {Peru} was put off until May.",
        "<Lula>'s trip to {Peru} has been pushed back to June.",
        "<Lula>'s visit to {Peru} was delayed until May.",
        "<Lula>'s visit to {Peru} was abandoned.",
        "<Lula>'s visit to {Peru}, cancelled in May, had long been planned.",
    ],
    ids=["called off", "put off", "pushed back", "delayed", "abandoned", "participle"],
)
def test_visit_that_is_off_is_refused_and_not_done(sentence: str) -> None:
    event = events_in(sentence)[0]
    assert (event.event_type, event.act, event.modality) == (EventType.REJECT, EventType.CONSULT, Modality.DENIED)
    assert words(event) == (marked(sentence).actors, marked(sentence).recipients)


def test_visit_that_is_put_off_is_postponed_where_it_is_read_as_planned() -> None:
    sentence = "<Lula>'s visit to {Peru} was put off until May."
    (event,) = events_in(sentence, [predicate_in(sentence, "visit", Modality.PLANNED)])
    assert calls_off(event) == "postponed"


@pytest.mark.parametrize(
    "sentence",
    ["<Lula>'s visit to {Peru} was not called off.", "The truce of <Peru> and <Chile> was called off."],
    ids=["not off", "no call for a truce"],
)
def test_particle_that_calls_off_tells_no_deed(sentence: str) -> None:
    assert events_in(sentence) == ()


def test_what_comes_before_something_is_off_is_not_off_itself() -> None:
    sentence = "<Peru> cancelled the loan after signing a treaty with {Chile}."
    told = [event for event in events_in(sentence) if event.rule == "sign"]
    assert [(event.event_type, event.modality) for event in told] == [(EventType.SUPPORT, Modality.OCCURRED)]
