from __future__ import annotations

import pytest

from dateline.annotations.places.qualifying import contains, find_abbreviations, find_counties, narrowed
from dateline.model import Sentence
from dateline.resources.places import places
from tests.annotations.places.naming import known
from tests.factories import make_document, parse

PERU = known("Peru", kind="country", region="")
LIMA, CUSCO = known("Lima", region="15", kind="region"), known("Cusco", region="08", kind="region")
CITY = known("Lima", region="15")


@pytest.mark.parametrize(
    ("outer", "inner", "expected"),
    [
        pytest.param(PERU, CITY, True, id="country-and-city"),
        pytest.param(PERU, LIMA, True, id="country-and-region"),
        pytest.param(PERU, PERU, False, id="country-and-itself"),
        pytest.param(LIMA, CITY, True, id="region-and-city"),
        pytest.param(CUSCO, CITY, False, id="other-region"),
        pytest.param(CITY, LIMA, False, id="city-and-region"),
    ],
)
def test_place_lies_in_what_its_codes_say(outer, inner, expected) -> None:
    assert contains(outer, inner) is expected


def test_places_are_narrowed_to_those_in_one_of_the_others() -> None:
    ohio = known("Lima", "USA", region="OH")
    assert narrowed((CITY, ohio), (PERU,)) == (CITY,)
    assert narrowed((CITY, ohio), ()) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("He moved to Reno, Nev., last year.", [("Nev.", "Nevada")], id="after-a-comma"),
        pytest.param("He moved to Reno, NV last year.", [("NV", "Nevada")], id="postal-code"),
        pytest.param("Taxes rose in N.J. again.", [("N.J.", "New Jersey")], id="stops-within"),
        pytest.param("A Ky. man was fined.", [("Ky.", "Kentucky")], id="before-man"),
        pytest.param("We met in Maine, OK?", [("OK", "Oklahoma")], id="after-a-name-and-a-comma"),
        pytest.param("It was OK by me.", [], id="no-town-before"),
        pytest.param("Take N.J. 17 north.", [], id="road"),
    ],
)
def test_abbreviations_of_states_are_found(text: str, found: list[tuple[str, str]]) -> None:
    (sentence,) = parse(make_document(text))[Sentence]
    tokens = sentence.tokens
    told = [
        (text[tokens[first].start : tokens[last - 1].end], known[0].name)
        for first, last, known in find_abbreviations(sentence, places())
    ]
    assert told == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Clay, Otter Tail and Swift counties were flooded.", ["Swift", "Otter Tail", "Clay"], id="list"),
        pytest.param("Many counties were flooded.", [], id="none"),
        pytest.param("Some Swift counties were flooded.", [], id="one-alone"),
        pytest.param("Zzyzx and Qwert counties were flooded.", [], id="unknown"),
    ],
)
def test_counties_before_the_word_are_found(text: str, found: list[str]) -> None:
    (sentence,) = parse(make_document(text))[Sentence]
    assert [span.of(text) for span, _ in find_counties(sentence, text, places())] == found
