"""The exception tree: one base, messages that say where, errors that cross a process."""

from __future__ import annotations

import inspect
import pickle

import pytest

from dateline import errors
from dateline.errors import DatelineError, DocumentError, SourceError, StoreBusyError, StoreError


def test_every_error_is_a_dateline_error_and_drawn_in_the_tree() -> None:
    kinds = [kind for _, kind in inspect.getmembers(errors, inspect.isclass)]
    assert all(issubclass(kind, DatelineError) for kind in kinds)
    assert all(kind.__name__ in str(errors.__doc__) for kind in kinds)


@pytest.mark.parametrize(
    ("path", "line", "told"),
    [("a.csv", 3, "a.csv:3: bad"), ("a.csv", None, "a.csv: bad"), (None, 3, "line 3: bad"), (None, None, "bad")],
    ids=["path and line", "path", "line", "neither"],
)
def test_source_error_says_where(path: str | None, line: int | None, told: str) -> None:
    assert str(SourceError("bad", path=path, line=line)) == told


def test_source_error_survives_the_way_back_from_a_worker() -> None:
    error = pickle.loads(pickle.dumps(DocumentError("bad", path="a.csv", line=3)))
    assert (type(error), str(error), error.line) == (DocumentError, "a.csv:3: bad", 3)


def test_busy_store_can_be_caught_as_a_store_error() -> None:
    assert issubclass(StoreBusyError, StoreError)
