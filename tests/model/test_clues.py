"""Many clues together: the days that the weightiest of them allow."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.model import FAIR, LIKELY, SURE, Clue, Interval, weigh
from tests.strategies import intervals


def between(earliest: str | None, latest: str | None) -> Interval:
    return Interval(
        earliest=date.fromisoformat(earliest) if earliest else None,
        latest=date.fromisoformat(latest) if latest else None,
    )


def clue(*days: Interval, reason: str, weight: float = LIKELY) -> Clue:
    return Clue(intervals=days, reason=reason, weight=weight)


def test_days_that_most_clues_allow_are_the_answer() -> None:
    weighed = weigh(
        [
            clue(between("2014-01-01", None), reason="a"),
            clue(between("2013-01-01", None), reason="b"),
            clue(between(None, "2016-12-31"), reason="c"),
            clue(between(None, "2010-12-31"), reason="wrong"),
        ]
    )
    assert weighed is not None
    assert weighed.interval == between("2014-01-01", "2016-12-31")
    assert [each.reason for each in weighed.against] == ["wrong"]
    assert weighed.reasons[-1] == "set aside, as the rest speaks against it: wrong"


def test_reasons_begin_with_what_bounds_the_answer() -> None:
    later, earlier = (
        clue(between("2014-01-01", None), reason="later"),
        clue(between("2013-01-01", None), reason="earlier"),
    )
    weighed = weigh([earlier, later])
    assert weighed is not None
    assert weighed.reasons == ("later", "earlier")


def test_clues_of_equal_weight_that_disagree_give_no_answer() -> None:
    assert weigh([clue(between("2014-01-01", None), reason="a"), clue(between(None, "2010-12-31"), reason="b")]) is None


def test_a_sure_clue_outweighs_a_fair_one() -> None:
    sure = clue(between("2014-01-01", None), reason="sure", weight=SURE)
    weighed = weigh([sure, clue(between(None, "2010-12-31"), reason="fair", weight=FAIR)])
    assert weighed is not None
    assert weighed.interval == between("2014-01-01", None)


def test_the_same_words_twice_are_one_clue() -> None:
    early = clue(between(None, "2010-12-31"), reason="again")
    assert weigh([early, early, early, clue(between("2014-01-01", None), reason="a")]) is None


def test_one_occasion_of_several_is_chosen_by_the_others() -> None:
    occasions = clue(between("2017-05-01", "2017-05-31"), between("2019-04-01", "2019-04-30"), reason="a forum")
    weighed = weigh([occasions, clue(between("2018-01-01", None), reason="later")])
    assert weighed is not None
    assert weighed.interval == between("2019-04-01", "2019-04-30")
    assert occasions.told_within(weighed.interval) == "a forum: 2019-04-01 to 2019-04-30"


def test_overlapping_days_of_one_clue_count_once() -> None:
    twice = clue(between("2017-01-01", "2017-12-31"), between("2017-06-01", "2018-12-31"), reason="a")
    weighed = weigh([twice])
    assert weighed is not None
    assert weighed.interval == between("2017-01-01", "2018-12-31")


def test_no_clue_gives_no_answer() -> None:
    assert weigh([]) is None


@pytest.mark.parametrize("day", [date.min, date.max], ids=["first day", "last day"])
def test_clues_at_the_end_of_the_calendar_do_not_fall_off_it(day: date) -> None:
    weighed = weigh([clue(Interval.on(day), reason="edge")])
    assert weighed is not None
    assert weighed.interval.intersection(Interval.on(day)) is not None


@given(st.lists(intervals, min_size=1, max_size=6))
def test_an_answer_lies_in_days_that_some_clue_allows(given_days: list[Interval]) -> None:
    clues = [clue(days, reason=str(number)) for number, days in enumerate(given_days)]
    weighed = weigh(clues)
    if weighed is not None:
        assert any(each.allows(weighed.interval) for each in clues)
        assert set(weighed.clues) | set(weighed.against) == set(clues)
