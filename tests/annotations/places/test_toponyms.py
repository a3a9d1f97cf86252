from __future__ import annotations

import pytest

from dateline.annotations.places.toponyms import find_toponyms
from dateline.model import Sentence
from dateline.resources.places import places
from tests.annotations.places.naming import toponym
from tests.factories import make_document, parse


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("He left New York for York.", ["New York", "York"], id="longest-first"),
        pytest.param("Ships left Port-au-Prince and Stoke-on-Trent.", ["Port-au-Prince", "Stoke-on-Trent"], id="hyphens"),
        pytest.param("He drove from Rostov-on-Don to al-Raqqa.", ["Rostov-on-Don", "Raqqa"], id="small-words-inside"),
        pytest.param("the rain in spain", [], id="no-capitals"),
        pytest.param("MOSCOW AND KYIV", ["MOSCOW", "KYIV"], id="all-capitals"),
    ],
)  # fmt: skip
def test_longest_names_are_found_from_left_to_right(text: str, found: list[str]) -> None:
    told = [
        each.span.of(text)
        for sentence in parse(make_document(text))[Sentence]
        for each in find_toponyms(sentence, text, places())
    ]
    assert [name.removeprefix("al-") for name in told] == found


def test_toponym_knows_its_neighbours_and_what_it_hangs_from() -> None:
    found = toponym("She flew to Lima yesterday.", "Lima")
    assert (found.before.text, found.after.text, found.head.text) == ("to", "yesterday", "Lima")
    assert (found.opens, found.closes, found.label) == (3, 4, "GPE")
