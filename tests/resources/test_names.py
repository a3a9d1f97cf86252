"""What the words of a name tell."""

from __future__ import annotations

import pytest

from dateline.model import EntityType
from dateline.resources.names import (
    gender_by_given_name,
    given_names,
    honorifics,
    is_no_name,
    regions,
    surnames,
    type_by_words,
    word_set,
)


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Tartu University", EntityType.ORGANIZATION),
        ("Riga Airport", EntityType.PLACE),
        ("Budapest Memorandum Treaty", EntityType.OTHER),
        ("Ingrid Solheim", EntityType.PERSON),
        ("George Hill", EntityType.PERSON),
        ("University of Tartu", EntityType.ORGANIZATION),
        ("Solheim", None),
        ("Tartu Quartet", None),
    ],
)
def test_words_show_the_type_of_a_name(name: str, kind: EntityType | None) -> None:
    assert type_by_words(name) is kind


def test_a_given_name_alone_shows_no_gender() -> None:
    assert gender_by_given_name("Ingrid Solheim") == "f"
    assert gender_by_given_name("Ingrid") == ""


def test_tables_hold_only_known_values() -> None:
    assert set(given_names().values()) <= {"m", "f", ""}
    assert {honorific.gender for honorific in honorifics().values()} <= {"m", "f", ""}
    assert all(form == form.lower().rstrip(".") for form in honorifics())
    assert regions()["Western"].key == regions()["West"].key
    assert is_no_name("GMT")
    assert not is_no_name("NATO")


@pytest.mark.parametrize(
    ("name", "country", "expected"),
    [
        ("Veikko Rantasalo", None, ("rantasalo",)),
        ("Zhang Wei", None, ("zhang",)),
        ("Kim Pak", None, ("pak",)),
        ("Kim Pak", "KOR", ("kim",)),
        ("Moon Jae-rok", "KOR", ("moon",)),
        ("Zhang Wei", "USA", ("wei",)),
        ("Ana Ruiz Castro", None, ("castro", "ruiz")),
        ("Ana Maria Castro", None, ("castro",)),
        ("Karim bin Hamad", None, ("hamad",)),
        ("Ivan Example Jr.", None, ("example",)),
        ("", None, ()),
    ],
    ids=[
        "last",
        "first",
        "given elsewhere",
        "given elsewhere, known state",
        "three words",
        "of a state where it stands last",
        "two surnames",
        "two given names",
        "particle",
        "generation",
        "empty",
    ],
)
def test_the_surname_is_what_news_uses_alone(name: str, country: str | None, expected: tuple[str, ...]) -> None:
    assert surnames(name, country) == expected


@pytest.mark.parametrize("kind", ["article", "particle", "prefix", "two", "acts", "presses"])
def test_sets_of_small_words_are_in_lower_case(kind: str) -> None:
    assert word_set(kind)
    assert all(word == word.lower() for word in word_set(kind))
