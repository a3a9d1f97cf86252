from __future__ import annotations

import pytest

from dateline.annotations.places.mentions import NamedEntities, countries_spoken_of
from dateline.model import EntityMention
from tests.annotations.places.naming import layers_of, toponym
from tests.factories import make_document


def entities(text: str) -> tuple[EntityMention, ...]:
    return layers_of(make_document(text))[EntityMention]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param("Troops left Chad.", "Chad", True, id="state"),
        pytest.param("Troops left Lima.", "Lima", False, id="capital"),
        pytest.param("Troops left Cusco.", "Cusco", False, id="town"),
    ],
)
def test_state_is_known_by_its_own_name(text: str, words: str, expected: bool) -> None:
    assert NamedEntities(entities(text)).means_state(toponym(text, words)) is expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param("Peru voted. Lima said it would pay.", "Lima", True, id="acts-for-its-state"),
        pytest.param("It rained. Lima said it would pay.", "Lima", False, id="state-not-spoken-of"),
        pytest.param("Peru voted. He lives in Lima.", "Lima", False, id="place"),
    ],
)
def test_capital_means_its_government_where_it_acts_and_the_state_is_spoken_of(
    text: str, words: str, expected: bool
) -> None:
    assert NamedEntities(entities(text)).means_government(toponym(text, words)) is expected


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        pytest.param("Fatah and Hamas met.", "Hamas", True, id="body-of-the-tables"),
        pytest.param("Maria Lima spoke. Then Lima left.", "Lima", True, id="surname"),
        pytest.param("Troops left Cusco.", "Cusco", False, id="town"),
    ],
)
def test_names_of_others_are_known(text: str, words: str, expected: bool) -> None:
    assert NamedEntities(entities(text)).means_other(toponym(text, words)) is expected


def test_countries_are_counted_without_capitals_and_the_names_left_out() -> None:
    found = entities("Bolivia and Peruvian voters agreed in Lima.")
    assert dict(countries_spoken_of(found)) == {"BOL": 1, "PER": 1}
    assert dict(countries_spoken_of(found, but={0})) == {"PER": 1}
