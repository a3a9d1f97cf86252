"""The stage as a whole: which words are places, and which places they are."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from dateline.annotations.places import PlaceAnnotator
from dateline.documents import DocumentReader
from dateline.model import Document, EntityMention, Layers, PlaceKind, RawReport, Sentence
from dateline.settings import Settings
from tests.annotations.places.naming import countries_in, places_in, places_of
from tests.factories import make_document

MEANT = {
    "well-known-cities": (
        "The talks between Paris, Berlin and Rome resume in Brussels.",
        "Berlin DEU|Rome ITA|Brussels BEL",
    ),
    "nationality-beside": ("Looters emptied shops in Valencia, Venezuelan officials said.", "Valencia VEN"),
    "objects-of-shelling": ("The army shelled Homs and Hama, north of Damascus.", "Homs SYR|Hama SYR|Damascus SYR"),
    "label-of-a-person": ("Rebels seized Goma, in the east of the Democratic Republic of Congo.", "Goma COD"),
    "unlabelled-cities": ("The Nile floods reached Khartoum and Omdurman.", "Khartoum SDN|Omdurman SDN"),
    "country-follows": ("Miners struck in Santiago, Chile.", "Santiago CHL|Chile CHL"),
    "country-follows-with-in": ("Gunmen clashed in Tripoli in northern Lebanon.", "Tripoli LBN|Lebanon LBN"),
    "owner-before": ("A court in Pakistan's Hyderabad freed the men.", "Pakistan PAK|Hyderabad PAK"),
    "abbreviation-of-two-states": ("Police in Perth, WA, found the car.", "Perth AUS|WA AUS"),
    "state-not-country": (
        "Voters in Georgia and Florida chose; in Atlanta turnout was high.",
        "Georgia USA|Atlanta USA",
    ),
    "country-not-state": ("Georgia accused Russia of shelling Gori. Troops left Tbilisi.", "Georgia GEO|Gori GEO"),
    "two-capitals": ("Japan faces pressure from traders in London and Washington.", "London GBR|Washington USA"),
    "region-called-a-state": ("Gunmen raided a village near Maiduguri in Borno state.", "Maiduguri NGA|Borno NGA"),
}


@pytest.mark.parametrize(("text", "expected"), MEANT.values(), ids=MEANT)
def test_name_means_the_place_that_fits_the_report(text: str, expected: str) -> None:
    found = {f"{words} {country}" for words, country in countries_in(text).items()}
    assert set(expected.split("|")) <= found


def test_sea_or_river_of_several_countries_has_none() -> None:
    assert countries_in("Ships crossed the Black Sea.") == {"Black Sea": None}


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        pytest.param("Turkish troops crossed the border.", "Turkish", id="nationality"),
        pytest.param("Paris Hilton opened a hotel.", "Paris", id="part-of-a-person"),
        pytest.param("The family lives on London Road.", "London", id="street"),
        pytest.param("The White House denied the report.", "White House", id="building-that-stands-for-a-government"),
        pytest.param(
            "China grew. Beijing said it would send an envoy.", "Beijing", id="capital-that-speaks-for-its-state"
        ),
        pytest.param("Ms Victoria Sydney spoke. Sydney said no.", "Sydney", id="surname-of-a-person-in-the-report"),
        pytest.param("He read the Reading list in May.", "Reading", id="ordinary-word"),
        pytest.param("The WHO warned of HIV in the region.", "HIV", id="acronym"),
        pytest.param(
            "He was born in Greenwood, W.Va., in 1950.", "Greenwood", id="town-unknown-in-the-state-that-follows"
        ),
    ],
)
def test_name_that_means_no_place_is_left_out(text: str, absent: str) -> None:
    assert absent not in places_in(text)


def test_capital_as_a_place_is_one() -> None:
    assert countries_in("The Chinese envoy arrived in Moscow on Monday.") == {"Moscow": "RUS"}


def test_capital_of_a_state_that_the_report_does_not_speak_of_is_a_place() -> None:
    assert countries_in("Athens serves more people than Sparta, Ga., does.")["Athens"] is not None


def test_town_once_put_in_a_state_is_there_throughout() -> None:
    text = "Residents of Paris, Texas, voted on Tuesday.\nThe mayor of Paris welcomed the result."
    assert [m.place.longitude for m in places_of(make_document(text)) if m.text == "Paris"] == [-95.56, -95.56]


def test_two_towns_of_one_name_are_kept_apart_where_each_has_its_state() -> None:
    text = "Mayors of Springfield, Illinois, and Springfield, Missouri, met."
    assert [m.basis for m in places_of(make_document(text)) if m.text == "Springfield"] == [
        "in Illinois; the one in Illinois",
        "in Missouri; the one in Missouri",
    ]


def test_state_that_follows_a_town_does_not_turn_the_city_of_its_name_into_it() -> None:
    text = "Police in Buffalo, New York, called colleagues. They met in New York."
    kinds = [mention.kind for mention in places_of(make_document(text)) if mention.text == "New York"]
    assert kinds == [PlaceKind.REGION, PlaceKind.CITY]


def test_outlet_tells_which_of_two_towns_is_meant() -> None:
    text = "Police in Windsor arrested three men."
    assert countries_in(text, outlet="news.example.ca") == {"Windsor": "CAN"}
    assert countries_in(text, outlet="news.example.co.uk") == {"Windsor": "GBR"}


def test_place_has_coordinates_id_kind_and_reasons() -> None:
    mention = places_in("He flew to Moscow, Russia, on Monday.")["Moscow"]
    assert (mention.place.name, mention.place.geonames, mention.kind) == ("Moscow", 524901, PlaceKind.CITY)
    assert (mention.place.latitude, mention.place.longitude) == (55.75, 37.62)
    assert mention.basis == "in Russia; the one in Russia"


def test_dateline_is_read_though_it_is_not_parsed() -> None:
    text = "ODESSA, Texas (AP) - An oil worker died near Midland on Monday, officials said in a statement."
    document = DocumentReader(Settings())(RawReport(path="r", media_type="text/plain", fields={"text": text}))
    assert isinstance(document, Document)
    found = places_of(document)
    assert [(mention.text, mention.span.start) for mention in found[:2]] == [("ODESSA", 0), ("Texas", 8)]
    assert {mention.place.country for mention in found} == {"USA"}


@pytest.mark.parametrize("text", ["", "Paris", "\u202eLima\u202c", "In .", "“", "Of counties", "(", "A-", "counties"])
def test_odd_text_does_no_harm(text: str) -> None:
    assert all(mention.span.of(text) == mention.text for mention in places_of(make_document(text)))


def test_document_without_sentences_or_mentions_has_no_places() -> None:
    document = replace(make_document("Lima"), parts=())
    layers = Layers().with_records([Sentence, EntityMention], [])
    assert list(PlaceAnnotator(Settings())(document, layers)) == []


def test_spans_stand_in_order_and_do_not_overlap() -> None:
    text = (
        "Swift, Clay and Otter Tail counties in Minnesota were flooded, Fargo, N.D., was too; Paris, France, was not."
    )
    spans = [mention.span for mention in places_of(make_document(text))]
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert len(spans) == 8
