"""Cursors: read back as they were written, for the same question only; anything else is refused and never a crash."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.store import Mark
from dateline.views.cursors import read_cursor, read_offset, write_cursor, write_offset

MARK = Mark(known_from="2023-03-20T23:59:59Z", id="doc:é", row=7)


@given(st.text(), st.text(), st.integers(0, 2**62))
def test_cursor_is_read_back_for_the_same_question(known_from: str, name: str, row: int) -> None:
    mark = Mark(
        known_from=known_from.encode("utf-8", "replace").decode(), id=name.encode("utf-8", "replace").decode(), row=row
    )
    cursor = write_cursor(mark, {"outlet": name})
    if len(cursor or "") <= 400:
        assert read_cursor(cursor, {"outlet": name, "as_of": None}) == mark


@pytest.mark.parametrize("question", [{}, {"outlet": "b"}, {"outlet": "a", "as_of": "2023-03-20"}])
def test_cursor_of_another_question_is_refused(question: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="cursor: expected the one that the page before gave"):
        read_cursor(write_cursor(MARK, {"outlet": "a"}), question)


@given(st.text(max_size=500))
def test_anything_else_is_refused(cursor: str) -> None:
    if cursor:
        with pytest.raises(ValueError, match="cursor"):
            read_cursor(cursor, {})


def test_no_cursor_is_the_first_page_and_no_mark_the_last() -> None:
    assert read_cursor(None, {}) is None
    assert write_cursor(None, {}) is None
    assert read_offset(None, {}) == 0


def test_offset_is_read_back() -> None:
    assert read_offset(write_offset(40, {"q": "x"}), {"q": "x"}) == 40
