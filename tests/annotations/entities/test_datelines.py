"""Names in datelines."""

from __future__ import annotations

import pytest

from dateline.annotations.entities import EntityAnnotator
from dateline.documents import DocumentReader
from dateline.model import EntityMention, EntityType, Layers, RawReport, Sentence
from dateline.settings import Settings

STORY = "Kari Lund opened a bakery on the quay this morning and sold four hundred loaves before noon."


def found(text: str) -> list[EntityMention]:
    fields = {"text": text, "published_at": "2023-03-20", "language": "en"}
    document = DocumentReader(Settings())(RawReport(path="", media_type="application/json", fields=fields))
    return list(EntityAnnotator(Settings())(document, Layers().with_records([Sentence], [])))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("OSLO (Reuters) -", [("OSLO", EntityType.PLACE), ("Reuters", EntityType.ORGANIZATION)]),
        (
            "BERGEN, Norway, March 19 (AP) —",
            [("BERGEN", EntityType.PLACE), ("Norway", EntityType.STATE), ("AP", EntityType.ORGANIZATION)],
        ),
        ("LIMA —", [("LIMA", EntityType.PLACE)]),
    ],
    ids=["city and agency", "city, state and agency", "city"],
)
def test_places_and_agencies_of_a_dateline_are_mentions(line: str, names: list[tuple[str, EntityType]]) -> None:
    assert [(mention.text, mention.type) for mention in found(f"{line} {STORY}")] == names


def test_a_report_without_a_dateline_has_no_such_mentions() -> None:
    assert found(STORY) == []
