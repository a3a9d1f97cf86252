"""Reports in groups by their words."""

from __future__ import annotations

import pytest

from dateline.links.mentions.groups import average_link, similarities, vectors


def test_reports_that_share_rare_words_are_near_and_others_are_not() -> None:
    near = similarities(vectors([{"ferry": 2, "orlo": 3}, {"ferry": 1, "orlo": 1}, {"vote": 1}, {"vote": 1, "tax": 2}]))
    assert near[0][1] == pytest.approx(near[1][0])
    assert near[0][1] > 0.9
    assert 2 not in near[0]


def test_word_of_one_report_alone_counts_for_nothing() -> None:
    first, second = vectors([{"ferry": 1, "orlo": 9}, {"ferry": 1}, {"vote": 1}])[:2]
    assert first == second


def test_no_reports_have_no_groups() -> None:
    assert average_link(similarities(vectors([])), 0.5) == []


def test_items_join_while_their_average_is_enough() -> None:
    chain = [{1: 0.9}, {0: 0.9, 2: 0.5}, {1: 0.5}]
    assert average_link(chain, 0.4) == [0, 0, 2]
    assert average_link(chain, 0.25) == [0, 0, 0]


def test_nearest_join_first() -> None:
    assert average_link([{1: 0.6}, {0: 0.6, 2: 0.8}, {1: 0.8}], 0.5) == [0, 1, 1]
