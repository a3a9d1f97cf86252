from __future__ import annotations

import pytest

from dateline.annotations.places.nearness import Marked, Neighbourhood, distance_km
from tests.annotations.places.naming import known

VIENNA, BRATISLAVA = known("Vienna", "AUT", at=(48.21, 16.37)), known("Bratislava", "SVK", at=(48.15, 17.11))


def test_distance_is_in_kilometres() -> None:
    assert distance_km(VIENNA, BRATISLAVA) == pytest.approx(55, abs=1)
    assert distance_km(VIENNA, VIENNA) == 0


def test_date_line_is_no_distance() -> None:
    west, east = known("Taveuni", "FJI", at=(-16.8, 179.9)), known("Rabi", "FJI", at=(-16.5, -179.9))
    assert distance_km(west, east) < 50


def test_neighbourhood_has_what_is_near_and_not_what_is_far() -> None:
    lima = known("Lima", at=(-12.0, -77.0))
    marks = [Marked("bratislava", BRATISLAVA, 1.0), Marked("lima", lima, 1.0)]
    assert [mark.key for mark in Neighbourhood(marks).around(VIENNA)] == ["bratislava"]
