"""What the words of a name tell."""

from __future__ import annotations

import pytest

from dateline.model import EntityType
from dateline.resources.names import gender_by_given_name, given_names, honorifics, is_no_name, regions, type_by_words


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
