"""Reading in order: quotations count from the day they were spoken, and paragraphs forget."""

from __future__ import annotations

import pytest

from tests.annotations.times.found import times_in, values_in


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        pytest.param("“We signed the accord yesterday,” the minister said on Monday.", "2021-06-06", id="yesterday"),
        pytest.param("“We signed it on Wednesday,” the minister said on Monday.", "2021-06-02", id="weekday"),
        pytest.param('"We signed it last month," he said on May 31.', "2021-04", id="month-and-straight-marks"),
        pytest.param(
            "“We signed it two days ago,” the minister said yesterday.", "2021-06-07", id="days-ago-not-quoted"
        ),
    ],
)
def test_time_in_a_quotation_counts_from_the_day_it_was_said(text: str, spoken: str) -> None:
    assert values_in(text)[0] == spoken


def test_quotation_is_the_anchor_of_what_counts_from_it() -> None:
    found = times_in("“We signed the accord yesterday,” the minister said on Monday.")
    assert [time.anchor for time in found] == ["quotation", "document"]


def test_time_outside_the_quotation_counts_from_the_report() -> None:
    found = times_in("Yesterday the minister repeated what he said on Monday: “We signed.”")
    assert found[0].value == "2021-06-08"


def test_quotation_of_another_paragraph_has_its_own_day() -> None:
    text = "“We signed yesterday,” he said on Monday.\n“We signed yesterday,” she said."
    assert values_in(text) == ["2021-06-06", "2021-06-07", "2021-06-08"]
