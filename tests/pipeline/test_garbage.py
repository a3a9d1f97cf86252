"""Python searches for cycles seldom during a build, and as before after it."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from dateline.pipeline.garbage import SELDOM, collect_seldom, collecting_seldom


@pytest.fixture(autouse=True)
def _threshold() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


def test_searches_are_seldom_inside_the_block_and_as_before_after_it() -> None:
    gc.set_threshold(701, 11, 12)
    with collecting_seldom():
        assert gc.get_threshold() == (SELDOM, 11, 12)
    assert gc.get_threshold() == (701, 11, 12)


def test_searches_are_as_before_after_an_error() -> None:
    gc.set_threshold(701, 11, 12)
    with pytest.raises(ValueError, match="odd"), collecting_seldom():
        raise ValueError("odd")
    assert gc.get_threshold() == (701, 11, 12)


def test_a_process_of_its_own_searches_seldom_for_good() -> None:
    collect_seldom()
    assert gc.get_threshold()[0] == SELDOM
