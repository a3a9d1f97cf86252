"""Words that can name one happening."""

from __future__ import annotations

from dateline.resources.kin import kinds_by_word
from dateline.resources.tables import cells, read_table


def test_nominalisation_shares_a_kind_with_its_verb() -> None:
    assert not kinds_by_word()["die"].isdisjoint(kinds_by_word()["death"])


def test_each_kind_stands_once_and_no_word_twice_in_it() -> None:
    rows = read_table("event_kin.tsv")
    assert len({row["kind"] for row in rows}) == len(rows)
    assert [row["kind"] for row in rows if len(set(cells(row["words"]))) != len(cells(row["words"]))] == []
