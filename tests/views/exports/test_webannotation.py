"""Web Annotations: selectors lead back to the words, PROV says what made them, and the shape is that of the W3C model."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from dateline.errors import StageError
from dateline.views.exports.webannotation import CONTEXT
from dateline.views.record import Record
from dateline.views.tables import Table
from tests.views.exports.events_told import FRIDAY, MONDAY, OFF, SHARP, UNDATED, VISIT, told, urls, written
from tests.views.test_tables import OSLO, make_table

TEXTS = {urls(document): document.text for document in (FRIDAY, MONDAY, SHARP, UNDATED, OFF)}


@pytest.fixture(scope="module")
def record() -> Iterator[Record]:
    with told() as record:
        yield record


def annotations(table: Table[Any]) -> list[dict[str, Any]]:
    """Return the annotations of a table, checking what the Web Annotation model requires."""
    collection = json.loads(written("webannotation", table))
    assert collection["@context"] == CONTEXT
    assert collection["type"] == "AnnotationCollection"
    page = collection["first"]
    items: list[dict[str, Any]] = page["items"]
    assert (page["type"], page["partOf"]["id"], collection["total"]) == ("AnnotationPage", collection["id"], len(items))
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert "Annotation" in item["type"]
        assert item["motivation"] == "describing"
        assert item["prov:wasGeneratedBy"]["prov:wasAssociatedWith"]["name"] == "test 1"
        assert item["prov:wasDerivedFrom"] == [{"id": target["source"]} for target in targets(item)]
    return items


def targets(item: dict[str, Any]) -> list[dict[str, Any]]:
    return item["target"] if isinstance(item["target"], list) else [item["target"]]


@pytest.mark.parametrize("asked", ["events", "quotations"])
def test_every_selector_leads_to_its_words(record: Record, asked: str) -> None:
    items = annotations(getattr(record, asked)())
    assert items
    for target in (target for item in items for target in targets(item)):
        position, quote = target["selector"]
        text = TEXTS[target["source"]]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        assert text.startswith(quote.get("prefix", ""), max(0, position["start"] - 32))
        assert text.startswith(quote.get("suffix", ""), position["end"])


def test_quotation_gives_the_words_around_it(record: Record) -> None:
    (item,) = annotations(record.quotations())
    (target,) = targets(item)
    quote = target["selector"][1]
    assert (quote["prefix"], quote["exact"], quote["suffix"]) == (
        "Norway will visit Peru. “",
        "Glad to go",
        ",” it said.",
    )
    assert item["body"]["value"].startswith("Norway: ")


def test_event_has_an_annotation_for_each_telling_that_names_it(record: Record) -> None:
    items = [item for item in annotations(record.events()) if item["dateline:event"] == f"urn:dateline:{VISIT}"]
    assert [target["source"] for item in items for target in targets(item)] == [urls(FRIDAY), urls(MONDAY)]
    assert items[0]["dateline:happened_earliest"] == "2023-03-20"
    assert items[0]["dateline:modality"] == "planned"


def test_same_record_gives_the_same_bytes_and_another_table_is_refused(record: Record) -> None:
    assert written("webannotation", record.events()) == written("webannotation", record.events())
    with pytest.raises(StageError, match="events, quotations and positions"):
        written("webannotation", make_table(OSLO))
