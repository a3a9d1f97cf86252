from __future__ import annotations

import pytest

from dateline.annotations.places.finding import Finder, adjoins, is_owner
from dateline.model import EntityMention, Sentence
from dateline.resources.places import places
from tests.annotations.places.naming import layers_of, toponym
from tests.factories import make_document, parse


def found(text: str) -> dict[str, str]:
    """Return the reason for each name of a place in a text."""
    layers = layers_of(make_document(text))
    names = Finder(text, layers[EntityMention], places())(layers[Sentence])
    return {name.span.of(text): name.reason.words for name in names}


@pytest.mark.parametrize(
    ("text", "reasons"),
    [
        pytest.param(
            "He moved to Reno, Nev., in May.", {"Reno": "before Nev.", "Nev.": "abbreviated"}, id="abbreviation"
        ),
        pytest.param(
            "He moved to Cusco, Peru, in May.", {"Cusco": "in Peru", "Peru": "with a place in it"}, id="country"
        ),
        pytest.param(
            "Clay and Swift counties voted.", {"Clay": "before counties", "Swift": "before counties"}, id="counties"
        ),
        pytest.param("Troops left Bolivia.", {"Bolivia": "named as a state"}, id="state"),
    ],
)
def test_names_are_found_with_their_reasons(text: str, reasons: dict[str, str]) -> None:
    assert found(text) == reasons


def test_name_that_is_a_place_once_is_one_throughout() -> None:
    text = "They left the town of Gharyan on foot. Gharyan fell."
    layers = layers_of(make_document(text))
    names = Finder(text, layers[EntityMention], places())(layers[Sentence])
    assert [name.span.of(text) for name in names] == ["Gharyan", "Gharyan"]


def test_town_that_no_table_has_in_the_state_that_follows_is_no_other_town() -> None:
    assert found("She comes from Greenwood, W.Va., she says.") == {"W.Va.": "abbreviated"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("In Lima, Peru, it rained.", True, id="comma"),
        pytest.param("In Lima (Peru) it rained.", True, id="bracket"),
        pytest.param("In Lima in northern Peru it rained.", True, id="in"),
        pytest.param("In Lima and Peru it rained.", False, id="and"),
        pytest.param("In Lima it rained. Peru rejoiced.", False, id="two-sentences"),
    ],
)
def test_place_is_said_to_lie_in_the_next(text: str, expected: bool) -> None:
    sentences = parse(make_document(text))[Sentence]
    one, other = toponym(text, "Lima", sentences), toponym(text, "Peru", sentences)
    assert adjoins(one, other) is expected


def test_country_owns_the_city_that_follows() -> None:
    text = "In Peru's Lima it rained."
    sentences = parse(make_document(text))[Sentence]
    assert is_owner(toponym(text, "Peru", sentences), toponym(text, "Lima", sentences))
