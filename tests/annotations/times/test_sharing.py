"""What neighbouring expressions share: a month, a year, a week."""

from __future__ import annotations

import pytest

from tests.annotations.times.found import times_in


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "They met on 24 and 25 April.", [("24", "2021-04-24"), ("25 April", "2021-04-25")], id="days-before"
        ),
        pytest.param(
            "They met on April 24 and 25.", [("April 24", "2021-04-24"), ("25", "2021-04-25")], id="days-after"
        ),
        pytest.param(
            "They met between 3 and 5 March 2019.", [("3", "2019-03-03"), ("5 March 2019", "2019-03-05")], id="between"
        ),
        pytest.param("On April 24 and 25 people left.", [("April 24", "2021-04-24")], id="a-count-after-a-date"),
        pytest.param(
            "He sat in March and May 1998.", [("March", "1998-03"), ("May 1998", "1998-05")], id="months-of-one-year"
        ),
        pytest.param(
            "He sat from December to March 1998.",
            [("December", "1997-12"), ("March 1998", "1998-03")],
            id="months-over-a-new-year",
        ),
        pytest.param(
            "He sat from March 1998 to May.", [("March 1998", "1998-03"), ("May", "1998-05")], id="year-named-first"
        ),
        pytest.param(
            "Ferries leave on Monday and Tuesday nights.",
            [("Monday", "XXXX-WXX-1TNI"), ("Tuesday nights", "XXXX-WXX-2TNI")],
            id="nights-of-every-week",
        ),
        pytest.param(
            "Ferries leave every Monday and Thursday.",
            [("every Monday", "XXXX-WXX-1"), ("Thursday", "XXXX-WXX-4")],
            id="days-of-every-week",
        ),
    ],
)
def test_neighbouring_dates_share_what_one_of_them_names(text: str, told: list[tuple[str, str]]) -> None:
    assert [(time.text, time.value) for time in times_in(text)] == told
