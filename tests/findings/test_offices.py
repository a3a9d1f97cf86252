"""Who holds which office, as reports say it."""

from __future__ import annotations

from functools import cache

import pytest

from dateline.annotations.entities import EntityAnnotator
from dateline.findings.offices import OfficeFinder
from dateline.model import EntityMention, OfficeStatement
from dateline.settings import Settings
from tests.factories import make_document, parse


@cache
def stages() -> tuple[EntityAnnotator, OfficeFinder]:
    return EntityAnnotator(Settings()), OfficeFinder(Settings())


def statements(text: str, *, published_at: str | None = "2031-03-04") -> list[OfficeStatement]:
    annotator, finder = stages()
    document = make_document(text, published_at=published_at)
    layers = parse(document)
    layers = layers.with_records([EntityMention], list(annotator(document, layers)))
    return list(finder(document, layers))


def told(text: str, *, published_at: str | None = "2031-03-04") -> list[tuple[str, str]]:
    return [(said.person.name, said.office.name) for said in statements(text, published_at=published_at)]


@pytest.mark.parametrize(
    "text",
    [
        "Norwegian Foreign Minister Veikko Rantasalo flew to Lima.",
        "Norway's foreign minister, Veikko Rantasalo, flew to Lima.",
        "Veikko Rantasalo, the Norwegian foreign minister, flew to Lima.",
        "Veikko Rantasalo, Norway's foreign minister, flew to Lima.",
        "Veikko Rantasalo, foreign minister of Norway, flew to Lima.",
        "The foreign minister of Norway, Veikko Rantasalo, flew to Lima.",
        "Norway's new foreign minister Veikko Rantasalo flew to Lima.",
        "Lima thanked Norwegian Foreign Minister Veikko Rantasalo.",
    ],
)
def test_a_title_beside_a_name_says_who_holds_the_office(text: str) -> None:
    assert told(text) == [("Veikko Rantasalo", "Foreign minister of Norway")]


@pytest.mark.parametrize(
    "text",
    [
        "Former Norwegian Foreign Minister Veikko Rantasalo flew to Lima.",
        "Ex-Norwegian Foreign Minister Veikko Rantasalo flew to Lima.",
        "Norway's former foreign minister, Veikko Rantasalo, flew to Lima.",
        "Norwegian Deputy Foreign Minister Veikko Rantasalo flew to Lima.",
        "Veikko Rantasalo, a former foreign minister of Norway, flew to Lima.",
        "In 2024 Norwegian Foreign Minister Veikko Rantasalo flew to Lima.",
        "Norwegian officials met Veikko Rantasalo.",
        "The foreign minister met Veikko Rantasalo in Norway.",
        "Veikko Rantasalo, who met the Norwegian foreign minister, flew to Lima.",
        "Veikko Rantasalo, Norway.",
        "",
    ],
)
def test_who_does_not_hold_it_is_not_said_to(text: str) -> None:
    assert told(text) == []


def test_statement_cites_its_sentence_and_words() -> None:
    text = "It rained. Norwegian Foreign Minister Veikko Rantasalo flew to Lima."
    (said,) = statements(text)
    assert said.evidence.quote == text[11:]
    assert said.span.of(text) == "Norwegian Foreign Minister Veikko Rantasalo"
    assert said.title == "foreign minister"


def test_different_titles_of_one_office_are_one_office() -> None:
    offices = {
        said.office.id
        for text in ("Peruvian Premier Ann Rantasalo spoke.", "Peru's prime minister, Ann Rantasalo, spoke.")
        for said in statements(text)
    }
    assert len(offices) == 1


def test_person_is_said_once_to_hold_one_office() -> None:
    text = "Norwegian Foreign Minister Veikko Rantasalo spoke. Norway's foreign minister, Veikko Rantasalo, left."
    assert len(statements(text)) == 1
