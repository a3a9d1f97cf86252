from __future__ import annotations

from dataclasses import replace

import pytest

from dateline.annotations.places.datelines import names_in_dateline
from dateline.model import Dateline, Span
from dateline.resources.places import places
from tests.factories import make_document


@pytest.mark.parametrize(
    ("place", "found"),
    [
        pytest.param("LIMA", [("LIMA", "")], id="city"),
        pytest.param("ODESSA, Texas", [("ODESSA", "the one in Texas"), ("Texas", "")], id="state"),
        pytest.param("GLENVIEW, ILL.", [("GLENVIEW", "the one in ILL."), ("ILL.", "")], id="abbreviation-in-capitals"),
        pytest.param("PARIS/LONDON", [("PARIS", ""), ("LONDON", "")], id="two-cities"),
        pytest.param("ABOARD THE SHIP", [], id="no-place"),
    ],
)
def test_places_of_a_dateline_are_found(place: str, found: list[tuple[str, str]]) -> None:
    text = f"{place} (AFP) - It rained."
    dateline = Dateline(span=Span(0, len(place) + 8), place=place)
    names = list(names_in_dateline(replace(make_document(text), dateline=dateline), places()))
    assert [(name.span.of(text), name.told) for name in names] == found


def test_report_without_a_dateline_has_none() -> None:
    assert list(names_in_dateline(make_document("It rained in Lima."), places())) == []
