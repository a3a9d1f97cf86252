"""The public format of annotations: exactly the keys that FORMATS.md names, and the few that were added on purpose."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from dateline.model import (
    Attribute,
    AttributeName,
    EntityMention,
    EntityType,
    EventMention,
    Failure,
    Form,
    HappenedBasis,
    Interval,
    Layers,
    Modality,
    Place,
    PlaceMention,
    Predicate,
    Quantity,
    Quotation,
    Sentence,
    Span,
    TemporalEnd,
    TemporalLink,
    TemporalRelation,
    TimeExpression,
    TimeType,
)
from dateline.views.annotation import render_annotations, render_event_mention, render_report
from tests.records import NORWAY, PERU, days, naming, person, quoting, report, telling

TEXT = "Norway visited Lima on Monday. “Good,” she said."
DOCUMENT = report(TEXT, id="r1", outlet="The Fjord Times")
LIMA = Place(name="Lima", country="PER", latitude=-12.05, longitude=-77.04, geonames=3936456)

TOP = "id document_time sentences mentions places times predicates quotations events failures"
KEYS: dict[str, str] = {
    "sentences": "start end",
    "mentions": "start end text form type entity name country wikidata",
    "places": "start end text name country latitude longitude geonames",
    "times": "start end text type value mod earliest latest",
    "predicates": "start end text factuality",
    "quotations": "id kind content cue source speaker said via",
    "events": "id type act mode context cameo quad goldstein anchor evidence actors recipients place happened modality claimant",
}
"""The keys of FORMATS.md."""

ADDED = {
    "quotations": "addressee medium speakers voices inside",
    "mentions": "basis members",
    "places": "kind basis",
    "times": "anchor direction rule",
    "predicates": "modality",
    "events": "happened_cues rule similar_to score attributes place_basis voices",
}
"""Keys that we write beyond it: a writer may add, never change the meaning of one above."""


def full_layers() -> Layers:
    records = [
        Sentence(document_id=DOCUMENT.id, span=Span(0, 30), tokens=()),
        naming(DOCUMENT, Span(0, 6), NORWAY),
        EntityMention(
            document_id=DOCUMENT.id, span=Span(39, 42), text="she", form=Form.PRONOUN, type=EntityType.PERSON
        ),
        PlaceMention(document_id=DOCUMENT.id, span=Span(15, 19), text="Lima", place=LIMA),
        TimeExpression(
            document_id=DOCUMENT.id,
            span=Span(23, 29),
            text="Monday",
            type=TimeType.DATE,
            value="2023-03-20",
            interval=days("2023-03-20"),
        ),
        TimeExpression(document_id=DOCUMENT.id, span=Span(23, 29), text="Monday", type=TimeType.SET, value=None),
        Predicate(document_id=DOCUMENT.id, span=Span(7, 14), text="visited", lemma="visit", factuality=3.0),
        quoting(DOCUMENT, Span(32, 36), speaker=person("Kari Lund", "NOR")),
        telling(DOCUMENT, happened=days("2023-03-20"), place=LIMA),
        telling(DOCUMENT, actors=[], recipients=[], modality=Modality.PLANNED, at=7),
    ]
    kinds = [Sentence, EntityMention, PlaceMention, TimeExpression, Predicate, Quotation, EventMention]
    return Layers().with_records(kinds, records)


@pytest.fixture
def rendered() -> dict[str, Any]:
    failure = Failure(stage="s", error="E", message="m", document_id=DOCUMENT.id)
    rendered = render_annotations(DOCUMENT, full_layers(), [failure])
    again: dict[str, Any] = json.loads(json.dumps(rendered))
    assert again == rendered
    return again


def test_report_has_the_keys_of_the_public_format(rendered: dict[str, Any]) -> None:
    assert set(rendered) == set(TOP.split()) | {"language", "order"}
    assert set(rendered["document_time"]) == {"value", "earliest", "latest", "basis", "reasons"}


@pytest.mark.parametrize("name", KEYS)
def test_record_has_the_keys_of_the_public_format(rendered: dict[str, Any], name: str) -> None:
    expected = set(KEYS[name].split()) | set(ADDED.get(name, "").split())
    assert rendered[name]
    assert all(set(record) == expected for record in rendered[name])


def test_nested_objects_have_the_keys_of_the_public_format(rendered: dict[str, Any]) -> None:
    event = rendered["events"][0]
    assert set(event["actors"][0]) == {"start", "end", "entity", "name", "country"}
    assert set(event["place"]) >= {"name", "country", "latitude", "longitude"}
    assert set(event["happened"]) == {"earliest", "latest", "basis"}
    assert set(event["anchor"]) == set(event["evidence"]) == {"start", "end"}
    assert set(rendered["quotations"][0]["speaker"]) == {"entity", "name", "country"}
    assert set(rendered["quotations"][0]["content"][0]) == {"start", "end"}


def test_order_names_its_ends_and_the_words_that_state_it() -> None:
    first = telling(DOCUMENT)
    left = TemporalEnd(span=Span(7, 14), text="visited", event=first.id)
    right = TemporalEnd(span=Span(23, 29), text="Monday", interval=days("2023-03-20"))
    link = TemporalLink(
        id=TemporalLink.make_id(DOCUMENT.id, left.span, TemporalRelation.BEGUN_BY, right.span),
        document_id=DOCUMENT.id,
        left=left,
        relation=TemporalRelation.BEGUN_BY,
        right=right,
        signal=Span(20, 22),
        evidence=first.evidence,
        derivation=first.derivation,
    )
    (order,) = render_annotations(DOCUMENT, Layers().with_records([TemporalLink], [link]))["order"]
    assert (order["relation"], order["order"], order["signal"]) == ("begun_by", "after", {"start": 20, "end": 22})
    nothing = {"earliest": None, "latest": None}
    assert order["left"] == {"start": 7, "end": 14, "text": "visited", "event": first.id, **nothing}
    told = {"earliest": "2023-03-20", "latest": "2023-03-20"}
    assert order["right"] == {"start": 23, "end": 29, "text": "Monday", "event": None, **told}


def test_what_is_not_known_is_null_and_never_left_out(rendered: dict[str, Any]) -> None:
    event, pronoun = rendered["events"][1], rendered["mentions"][1]
    assert [event[name] for name in ("happened", "place", "claimant", "cameo")] == [None] * 4
    assert [pronoun[name] for name in ("entity", "name", "country", "wikidata")] == [None] * 4
    assert [rendered["times"][1][name] for name in ("value", "mod", "earliest", "latest")] == [None] * 4
    assert [rendered["quotations"][0][name] for name in ("cue", "source", "said", "via")] == [None] * 4


def test_values_are_those_of_the_records(rendered: dict[str, Any]) -> None:
    event = rendered["events"][0]
    assert (rendered["id"], rendered["document_time"]["basis"]) == ("r1", "published_at")
    assert (event["type"], event["quad"], event["modality"]) == ("CONSULT", "verbal cooperation", "occurred")
    assert event["happened"] == {"earliest": "2023-03-20", "latest": "2023-03-20", "basis": "expression"}
    assert [party["country"] for party in event["recipients"]] == [PERU.country]
    assert rendered["failures"] == [{"stage": "s", "error": "E", "message": "m", "document_id": DOCUMENT.id}]


def test_party_nobody_could_name_goes_by_its_words() -> None:
    mention = telling(DOCUMENT, happened=Interval(), basis=HappenedBasis.BACKGROUND)
    unknown = mention.actors[0].__class__(span=Span(0, 6), text="Norway")
    changed = EventMention(**{name: getattr(mention, name) for name in mention.__slots__} | {"actors": (unknown,)})
    (event,) = render_annotations(DOCUMENT, Layers().with_records([EventMention], [changed]))["events"]
    assert event["actors"] == [{"start": 0, "end": 6, "entity": None, "name": "Norway", "country": None}]
    assert event["happened"] == {"earliest": None, "latest": None, "basis": "background"}


def test_report_without_layers_has_empty_lists() -> None:
    rendered = render_annotations(DOCUMENT, Layers())
    assert all(rendered[name] == [] for name in (*KEYS, "failures"))


def test_undated_report_says_so() -> None:
    time = render_annotations(report("Some day.", published_at=None), Layers())["document_time"]
    assert time == {"value": None, "earliest": None, "latest": None, "basis": "unknown", "reasons": []}


def test_extracted_report_has_the_keys_of_the_input_format() -> None:
    assert render_report(DOCUMENT) == {
        "id": "r1",
        "text": TEXT,
        "title": None,
        "published_at": "2023-03-20",
        "outlet": "The Fjord Times",
        "url": None,
        "language": "en",
    }


def test_attribute_of_an_event_has_its_words_and_its_quantity() -> None:
    span = Span(8, 22)
    quantity = Quantity(low=12.0, high=None, unit="soldier", span=span, text="at least 12")
    number = Attribute(name=AttributeName.NUMBER, value=quantity.told, span=span, text="12 soldiers", quantity=quantity)
    mention = replace(telling(), attributes=(number,))
    (attribute,) = render_event_mention(mention)["attributes"]
    assert (attribute["name"], attribute["value"], attribute["start"]) == ("number", "at least 12 soldier", 8)
    assert (attribute["entity"], attribute["text"]) == (None, "12 soldiers")
    bounds = {key: attribute["quantity"][key] for key in ("low", "high", "unit", "approximate")}
    assert bounds == {"low": 12, "high": None, "unit": "soldier", "approximate": False}
