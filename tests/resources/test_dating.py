"""The tables that undated reports are dated with."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.model import Interval
from dateline.resources.dating import birthdays, dated_events, dating_cues, dating_words
from dateline.resources.tables import read_table

KINDS = {
    "unreal",
    "planned",
    "former",
    "other",
    "background",
    "ruling",
    "scheduled",
    "page",
    "appeared",
    "amended",
}
SENSES = {"happened", "coined", "held", "true"}


def test_every_event_has_days_in_order_and_words() -> None:
    for event in dated_events():
        firsts = [days.earliest for days in event.days]
        assert event.sense in SENSES, event.name
        assert event.phrases, event.name
        assert None not in firsts, event.name
        assert firsts == sorted(firsts, key=str), event.name


def test_only_what_recurs_has_several_days() -> None:
    assert [
        event.name for event in dated_events() if len(event.days) > 1 and event.sense in ("happened", "coined")
    ] == []


def test_words_are_lower_case_with_straight_apostrophes() -> None:
    for event in dated_events():
        for words in (words for phrase in event.phrases for words in phrase):
            for literal in words.literals:
                assert literal == literal.lower().strip(), event.name
                assert "’" not in literal, event.name


def test_slash_inside_a_word_parts_no_alternatives() -> None:
    (event,) = (event for event in dated_events() if "11 September 2001" in event.name)
    assert not any(words.pattern.search("9 june 2019") for phrase in event.phrases for words in phrase)


def cue(words: str) -> Interval:
    (found,) = (cue for cue in dating_cues() if cue.words == words and cue.side == "before")
    return found.around(Interval(earliest=date(2022, 12, 30), latest=date(2023, 1, 2)))


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("last month's", date(2023, 1, 1), date(2023, 2, 28)),
        ("last year's", date(2023, 1, 1), date(2024, 12, 31)),
        ("next month's", date(2022, 11, 1), date(2022, 12, 31)),
        ("yesterday's", date(2022, 12, 30), date(2023, 1, 5)),
    ],
)
def test_cue_moves_the_days_of_an_event(words: str, earliest: date, latest: date) -> None:
    assert cue(words) == Interval(earliest=earliest, latest=latest)


def test_cue_stands_directly_before_the_event_but_for_small_words() -> None:
    (upcoming,) = (cue for cue in dating_cues() if cue.words == "upcoming")
    assert upcoming.at("ahead of the upcoming two-day", "")
    assert not upcoming.at("upcoming talks with france at the", "")


def test_birthdays_are_known_by_every_longer_name() -> None:
    assert birthdays()["Angela Merkel"] == date(1954, 7, 17)
    assert all(" " in name for name in birthdays())


def test_kinds_of_words_are_those_that_are_asked_for() -> None:
    assert {row["kind"] for row in read_table("dating_words.tsv")} == KINDS
    assert "former" in dating_words("former")
