"""They, them and their."""

from __future__ import annotations

import pytest

from tests.annotations.entities.asking import last, members, named


@pytest.mark.parametrize(
    ("text", "words", "names"),
    [
        ("Norway and Sweden signed a treaty. They thanked Finland.", "They", ["Norway", "Sweden"]),
        ("Emmanuel Macron met Olaf Scholz. They discussed fishing.", "They", ["Emmanuel Macron", "Olaf Scholz"]),
        ("Norway and Sweden praised their treaty.", "their", ["Norway", "Sweden"]),
        ("Norway and Sweden said that they would wait.", "they", ["Norway", "Sweden"]),
    ],
    ids=["joined", "met", "their own", "in what they say"],
)
def test_they_are_those_told_of_together(text: str, words: str, names: list[str]) -> None:
    assert members(text, words) == names


def test_they_may_be_one_body_of_many() -> None:
    assert named("Norwegian officials said that they would wait.", "they") == "Officials of Norway"


@pytest.mark.parametrize(
    "text",
    [
        "Norway and Sweden sent ships. Two farmers waved. They shouted.",
        "Emmanuel Macron met Olaf Scholz. The boxes fell. They were heavy.",
        'Emmanuel Macron met Olaf Scholz. "They agreed on nothing," a waiter said.',
    ],
    ids=["others acted since", "things", "in a quotation"],
)
def test_they_mean_nobody_where_others_may_be_meant(text: str) -> None:
    mention = last(text, "They")
    assert (mention.entity, mention.members) == (None, ())


def test_those_who_act_do_not_act_on_themselves_as_them() -> None:
    text = "The boxes broke when Norway and Sweden lifted them."
    assert members(text, "them") == []
