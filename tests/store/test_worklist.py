"""The worklist: what today's stages have still to do, in batches, in order."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from dateline.store import Store, Worklist
from dateline.store.worklist import _DUE, _OTHER_KEYS, DOCUMENTS_AT_ONCE
from tests.records import fill, report
from tests.store.test_writer import enter

KEY = "key"


@pytest.fixture
def store() -> Iterator[Store]:
    with Store() as opened:
        fill(opened, report("Done already.", published_at="2023-03-10"))
        yield opened


def test_nothing_is_to_be_done_when_all_bears_the_key(store: Store) -> None:
    with store.reading() as connection:
        work = Worklist(connection)
        assert work.size(KEY) == (0, 0)
        assert work.to_analyse(KEY, after=0, characters=1000) == []
        assert work.first_to_link(KEY) is None
        assert work.to_link(KEY, limit=10) == []


@pytest.mark.parametrize("key", ["a key before", "zz key after"])
def test_report_that_bears_another_key_is_to_be_done(store: Store, key: str) -> None:
    with store.reading() as connection:
        assert Worklist(connection).size(key) == (1, len("Done already."))
        assert Worklist(connection).count_to_link(key) == 1


def test_batches_hold_whole_reports_up_to_the_size_and_at_least_one(store: Store) -> None:
    enter(store, *(report(letter * 60) for letter in "abc"), report("d" * 500), report("e"))
    after, sizes = 0, []
    with store.reading() as connection:
        while batch := Worklist(connection).to_analyse(KEY, after=after, characters=130):
            sizes.append([len(document.text) for _, document in batch])
            after = batch[-1][0]
    assert sizes == [[60, 60], [60], [500], [1]]


def test_many_short_reports_are_more_than_one_batch(store: Store) -> None:
    enter(store, *(report(f"Report {number}.") for number in range(DOCUMENTS_AT_ONCE + 5)))
    with store.reading() as connection:
        assert len(Worklist(connection).to_analyse(KEY, after=0, characters=10**9)) == DOCUMENTS_AT_ONCE


def test_links_are_due_in_order_of_publication_and_undated_reports_come_last(store: Store) -> None:
    enter(
        store,
        report("undated", published_at=None),
        report("second", published_at="2023-03-02"),
        report("first", published_at="2023-03-01"),
        report("sometime in March", published_at="2023-03"),
    )
    with store.reading() as connection:
        due = [document.text for _, document in Worklist(connection).to_link(KEY, limit=10)]
        assert due == ["first", "second", "sometime in March", "undated"]
        assert Worklist(connection).first_to_link(KEY) == "2023-03-01T23:59:59Z"
        assert [d.text for _, d in Worklist(connection).to_link(KEY, limit=1)] == ["first"]


def test_work_of_several_older_stages_is_merged_in_order(store: Store) -> None:
    enter(store, *(report(f"Report {day}.", published_at=f"2023-03-0{day}") for day in (1, 2, 3, 4)))
    with store.transaction() as connection:
        for day, older in ((1, "b"), (2, ""), (3, "z"), (4, "b")):
            connection.exec_driver_sql(
                "UPDATE documents SET linked_by = ?, analysed_by = ? WHERE dated = ?", (older, older, f"2023-03-0{day}")
            )
        work = Worklist(connection)
        assert [document.text[-2] for _, document in work.to_link(KEY, limit=3)] == ["1", "2", "3"]
        assert [document.text[-2] for _, document in work.to_analyse(KEY, after=0, characters=999)] == list("1234")


@pytest.mark.parametrize("column", _DUE)
def test_finding_work_looks_only_into_the_index_of_the_key(store: Store, column: str) -> None:
    with store.reading() as connection:
        parameters = ("", 0, 10)
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {_DUE[column]}", parameters).all()
        keys = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {_OTHER_KEYS.format(column)}", (KEY,)).all()
    assert plan[0][3].startswith("SEARCH documents USING")
    assert f"{column}=?" in plan[0][3]
    assert not [row for row in keys if row[3].startswith("SCAN documents")]
