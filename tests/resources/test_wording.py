"""Words in one way of writing, and the words of pages."""

from __future__ import annotations

import pytest

from dateline.resources.page_cues import cue_places
from dateline.resources.tables import read_table
from dateline.resources.wording import plain_word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("labour", "labor"),
        ("Organisations", "organizations"),
        ("travelled", "traveled"),
        ("centre", "Center"),
        ("defence", "defense"),
        ("dialogue", "dialog"),
        ("programmes", "programs"),
        ("neighbourhood", "neighborhood"),
        ("seventeen", "17"),
        ("1,250", "1250"),
        ("president’s", "president"),
        ("Erdoğan", "Erdogan"),
        ("pct", "percent"),
    ],
)
def test_two_ways_of_writing_are_one_word(one: str, other: str) -> None:
    assert plain_word(one) == plain_word(other)


@pytest.mark.parametrize(("one", "other"), [("four", "for"), ("1.5", "15"), ("centre", "cent"), ("tire", "tiger")])
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert plain_word(one) != plain_word(other)


@pytest.mark.parametrize("kind", ["ending", "word"])
def test_rows_are_in_small_letters_and_change_something(kind: str) -> None:
    rows = [row for row in read_table("wording.tsv") if row["kind"] == kind]
    assert rows
    assert [row for row in rows if row["written"] != row["written"].lower() or row["written"] == row["means"]] == []


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Sign up for our weekly letter.", [0]),
        ("He said. SHARE THIS STORY, it’s ours", [9]),
        ("Renewsletters", []),
        ("İ newsletter", [2]),
        ("", []),
    ],
    ids=["at the head", "capitals and curly mark", "inside a word", "letter with two small ones", "empty"],
)
def test_words_of_a_page_are_found_where_they_stand(text: str, places: list[int]) -> None:
    assert cue_places(text) == places


def test_cues_are_in_small_letters() -> None:
    assert [row["cue"] for row in read_table("page_cues.tsv") if row["cue"] != row["cue"].lower()] == []
