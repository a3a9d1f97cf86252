"""Acts of parties that have no name, and what of a clause tells an act and what does not."""

from __future__ import annotations

import pytest

from tests.findings.events_marked import events_in

UNNAMED = {
    "a pronoun": ("[Norway] granted them asylum.", "grant-asylum", ["Norway"], ["them"]),
    "a number of people": ("Thousands marched against [Peru].", "demonstrate", ["Thousands"], ["Peru"]),
    "those counted": ("Police arrested more than 300 on Friday.", "arrest", ["Police"], ["more than 300"]),
    "a text": ("The resolution demands an answer from [Chile].", "demand", ["resolution"], ["Chile"]),
    "a target": ("The attack by [Chile] on the bridge was the third.", "attack-noun", ["Chile"], ["bridge"]),
    "an organ of whoever was named": ("Its troops left [Chile].", "troops-leave", ["Its troops"], ["Chile"]),
    "nobody": ("[Lula] was accused of theft.", "accuse", [], ["Lula"]),
}


@pytest.mark.parametrize(("sentence", "rule", "actors", "recipients"), UNNAMED.values(), ids=UNNAMED.keys())
def test_party_without_a_name_is_its_words(sentence: str, rule: str, actors: list[str], recipients: list[str]) -> None:
    event = next(event for event in events_in(sentence) if event.rule == rule)
    assert [party.text for party in event.actors] == actors
    assert [party.text for party in event.recipients] == recipients


def test_pronouns_alone_are_no_event() -> None:
    assert events_in("They praised them.") == ()


def test_receiver_run_together_with_the_thing_is_found() -> None:
    (event,) = events_in("[Norway] sold [Peru] missiles in March.")
    assert [party.text for party in event.recipients] == ["Peru"]


def test_thing_of_which_there_is_none_tells_no_act() -> None:
    (event,) = events_in("[Norway] sent [Peru] tents and medicines but no weapons.")
    assert event.rule == "give-aid"


def test_what_is_rejected_in_talks_is_not_the_talks() -> None:
    (event,) = events_in("[Peru] rejected [Chile]'s offer in talks on Monday.")
    assert event.rule == "reject"


def test_judgement_before_a_semicolon_is_no_part_of_what_follows() -> None:
    found = events_in("[Peru] praised [Chile]; [Norway] would defend [Iceland], a minister said.")
    assert "praise" in {event.rule for event in found}


def test_those_counted_are_the_ones_who_strike() -> None:
    (event,) = events_in("Thousands of nurses walked off the job on Friday.")
    assert event.rule == "walk-off"


def test_body_meets_within_itself() -> None:
    (event,) = events_in("The [Mercosur] council met on Friday.")
    assert event.rule == "meet"
