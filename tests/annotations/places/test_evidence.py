from __future__ import annotations

import pytest

from dateline.annotations.places.boundaries import Clues
from dateline.annotations.places.evidence import may_be_place, reason, told_kind
from dateline.model import PlaceKind
from tests.annotations.places.naming import toponym


@pytest.mark.parametrize(
    ("text", "words", "why", "weak"),
    [
        pytest.param("LIMA (Agencia) - The minister left.", "LIMA", "in a dateline", False, id="dateline"),
        pytest.param("Sen. Ann Field, R-Gilroy, voted no.", "Gilroy", "home of a politician", False, id="party"),
        pytest.param("He lives in Berlin now.", "Berlin", "named as a place", False, id="model"),
        pytest.param("Fighting neared Gharyan, a mountain town.", "Gharyan", "called a town", False, id="apposition"),
        pytest.param("The Winona man was fined.", "Winona", "before man", False, id="noun-after"),
        pytest.param("Wamego Police closed the road.", "Wamego", "before Police", False, id="body-after"),
        pytest.param("He plays for the Dunwoody Symphony now.", "Dunwoody", "before Symphony", True, id="weak-body"),
    ],
)
def test_reason_says_why_the_words_are_a_place(text: str, words: str, why: str, weak: bool) -> None:
    found = reason(toponym(text, words), Clues())
    assert found is not None
    assert (found.words, found.weak) == (why, weak)


def test_word_without_any_reason_is_no_place() -> None:
    assert reason(toponym("Hayes agreed with the plan.", "Hayes"), Clues()) is None


def test_surname_needs_a_preposition_that_only_places_have() -> None:
    clues = Clues(surnames=frozenset(("jackson",)))
    assert reason(toponym("Jackson said no.", "Jackson"), clues) is None


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        pytest.param("Fires burn in Washington state again.", "Washington", PlaceKind.REGION, id="state-after"),
        pytest.param("They fled the city of Basra.", "Basra", PlaceKind.CITY, id="city-of"),
        pytest.param("They fled the province of Basra.", "Basra", PlaceKind.REGION, id="province-of"),
        pytest.param("They fled Basra.", "Basra", None, id="not-told"),
    ],
)
def test_words_beside_tell_the_kind(text: str, words: str, kind: PlaceKind | None) -> None:
    assert told_kind(toponym(text, words)) is kind


def test_further_mention_is_taken_unless_something_speaks_against_it() -> None:
    assert may_be_place(toponym("Then Gharyan fell.", "Gharyan"), Clues())
    assert not may_be_place(toponym("Then Gharyan fell.", "Gharyan"), Clues(surnames=frozenset(("gharyan",))))
    assert not may_be_place(toponym("They met on Gharyan Street.", "Gharyan"), Clues())
