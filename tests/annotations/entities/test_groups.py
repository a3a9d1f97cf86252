"""Words for several, and the members they have."""

from __future__ import annotations

import pytest

from dateline.model import EntityType
from tests.annotations.entities.asking import last, members

DINNER = "Emmanuel Macron and Olaf Scholz dined in Lyon."
TREATY = "Norway and Sweden signed a treaty."
FRENCH_AND_GERMAN = ["Emmanuel Macron", "Olaf Scholz"]
NORTHERN = ["Norway", "Sweden"]


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        (f"{DINNER} The two leaders agreed on a budget.", "The two leaders", FRENCH_AND_GERMAN),
        (f"{DINNER} The pair agreed on a budget.", "The pair", FRENCH_AND_GERMAN),
        (f"{DINNER} The two agreed on a budget.", "The two", FRENCH_AND_GERMAN),
        (f"{DINNER} Both men smiled.", "Both men", FRENCH_AND_GERMAN),
        (f"{TREATY} Both countries will cut tariffs.", "Both countries", NORTHERN),
        (f"{TREATY} Neither side has told its parliament.", "Neither side", NORTHERN),
        (f"{TREATY} The two sides will meet again.", "The two sides", NORTHERN),
        (
            f"{TREATY} The two governments were pleased.",
            "The two governments",
            [f"Government of {n}" for n in NORTHERN],
        ),
        ("Norway and Chile praised each other.", "each other", ["Norway", "Chile"]),
    ],
    ids=["leaders", "pair", "two", "men", "countries", "neither", "sides", "governments", "each other"],
)
def test_words_for_two_mean_those_told_of_together(text: str, words: str, names: list[str]) -> None:
    assert members(text, words) == names


def test_two_persons_stand_for_their_states_where_states_are_meant() -> None:
    assert members(f"{DINNER} Both countries have voted.", "Both countries") == ["France", "Germany"]


def test_the_presidents_of_two_states_are_those_in_office() -> None:
    assert members("The presidents of Chile and Peru met.", "The presidents") == ["Gabriel Boric", "Dina Boluarte"]


def test_leaders_are_no_mere_ministers() -> None:
    text = "Emmanuel Macron and Olaf Scholz met. Qin Gang waited outside with Sergei Lavrov. The two leaders spoke."
    assert members(text, "The two leaders") == FRENCH_AND_GERMAN


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norway, Sweden and Chile signed a treaty. The two countries were pleased.", "The two countries"),
        ("Rival leaders met. The two leaders shook hands.", "The two leaders"),
    ],
    ids=["three of them", "nobody named"],
)
def test_a_group_that_may_be_any_has_no_members(text: str, words: str) -> None:
    mention = last(text, words)
    assert (mention.entity, mention.members) == (None, ())


def test_a_group_is_of_the_type_group() -> None:
    assert last(f"{DINNER} The two leaders agreed.", "The two leaders").type is EntityType.GROUP
