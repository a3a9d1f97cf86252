"""People, offices and bodies of the user's own in what the annotator says."""

from __future__ import annotations

from pathlib import Path

import pytest

from dateline.annotations.entities import EntityAnnotator
from dateline.model import EntityMention
from dateline.settings import Settings
from tests.factories import make_document, parse

OWN = """
[[office]]
name = "Ingrid Example"
title = "foreign minister"
body = "Norway"
from = 2031-01-02

[[organization]]
name = "Harbour Front"
aliases = ["HF Movement"]
country = "Peru"
kind = "party"
"""


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("own") / "own.toml"
    path.write_text(OWN, encoding="utf-8")
    return path


def read(text: str, words: str, file: Path, *, published_at: str = "2031-03-04") -> EntityMention:
    document = make_document(text, published_at=published_at)
    found = EntityAnnotator(Settings(resources=(str(file),)))(document, parse(document))
    return [mention for mention in found if mention.text == words][-1]


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        ("Ingrid Example flew to Lima.", "Ingrid Example", "Ingrid Example", "NOR"),
        ("The Norwegian foreign minister flew to Lima.", "The Norwegian foreign minister", "Ingrid Example", "NOR"),
        ("Norway sent its envoy. Example said so on Monday.", "Example", "Ingrid Example", "NOR"),
        ("The HF Movement won the vote.", "HF Movement", "Harbour Front", "PER"),
    ],
    ids=["full name", "office", "surname", "body"],
)
def test_what_the_user_added_is_known(text: str, words: str, name: str, country: str, own: Path) -> None:
    entity = read(text, words, own).entity
    assert entity is not None
    assert (entity.name, entity.country) == (name, country)


def test_before_the_term_that_the_user_gave_the_tables_count(own: Path) -> None:
    words = "The Norwegian foreign minister"
    entity = read(f"{words} flew to Lima.", words, own, published_at="2016-03-04").entity
    assert entity is not None
    assert entity.name == "Børge Brende"


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "own.toml"
    file.write_text(OWN, encoding="utf-8")
    before = read("The Harbour Front won the vote.", "Harbour Front", file).entity
    file.write_text(OWN.replace("Peru", "Chile"), encoding="utf-8")
    after = read("The Harbour Front won the vote.", "Harbour Front", file).entity
    assert before is not None
    assert after is not None
    assert (before.country, after.country) == ("PER", "CHL")
