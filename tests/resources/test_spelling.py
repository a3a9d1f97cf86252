"""Names brought to one spelling."""

from __future__ import annotations

import pytest

from dateline.resources.spelling import normalised, sounded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The U.S.", "US"),
        ("Erdoğan", "Erdogan"),
        ("Włodzimierz", "Wlodzimierz"),
        ("Norway’s", "norway"),
        ("al-Sisi", "Al Sisi"),
        ("  Van   Dyke ", "van dyke"),
    ],
    ids=["stops and article", "accent", "stroke", "possessive", "hyphen", "spaces"],
)
def test_spellings_of_one_name_are_normalised_alike(one: str, other: str) -> None:
    assert normalised(one) == normalised(other)


@pytest.mark.parametrize("name", ["", "...", "’s", "\u200b", "𝕏𝕀"])
def test_odd_names_survive(name: str) -> None:
    assert isinstance(sounded(normalised(name)), str)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Dmitry", "Dmitri"), ("Kovalskyi", "Kovalsky"), ("Khamenei", "Hamenei"), ("Philip", "Filip")],
)
def test_transliterations_sound_alike(one: str, other: str) -> None:
    assert sounded(one) == sounded(other)


@pytest.mark.parametrize(("one", "other"), [("Novak", "Nowicki"), ("Li", "Le"), ("Kim", "Kin")])
def test_different_names_sound_different(one: str, other: str) -> None:
    assert sounded(one) != sounded(other)
