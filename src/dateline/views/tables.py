"""Answers as tables: looked up when first used, and given as records, rows, Arrow, pandas, Polars or HTML."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from dateline.views import frames

if TYPE_CHECKING:
    import pandas
    import polars
    import pyarrow

T = TypeVar("T")

SHOWN = 50
"""Rows of a table that a notebook shows."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its name, and its type as Arrow calls it (string, int64, float64, date32, list<string>)."""

    name: str
    type: str = "string"


class Table(Sequence[T], Generic[T]):
    """The answer to one question. Nothing is looked up before the first use; then it is kept.

    Iterating gives records; `rows` gives dicts of plain values; the `to_` methods give data frames.
    """

    def __init__(
        self, name: str, columns: Sequence[Column], fetch: Callable[[], Sequence[T]], row: Callable[[T], dict[str, Any]]
    ) -> None:
        self.name = name
        self.columns = tuple(columns)
        self._fetch = fetch
        self._row = row

    @cached_property
    def _records(self) -> tuple[T, ...]:
        return tuple(self._fetch())

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return self._records[index]

    def __len__(self) -> int:
        return len(self._records)

    def __iter__(self) -> Iterator[T]:
        return iter(self._records)

    def __repr__(self) -> str:
        names = ", ".join(column.name for column in self.columns)
        return f"<{self.name}: {len(self)} rows of {names}>"

    def row(self, record: T) -> dict[str, Any]:
        """Return one record of the table as a row of it."""
        return self._row(record)

    def rows(self) -> list[dict[str, Any]]:
        """Return the table as dicts of strings, numbers, dates and lists."""
        return [self._row(record) for record in self._records]

    def to_arrow(self) -> pyarrow.Table:
        """Return the table as a pyarrow Table, with the same column types however many rows there are."""
        return frames.to_arrow(self.rows(), [(column.name, column.type) for column in self.columns])

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self.to_arrow().__arrow_c_stream__(requested_schema)

    def to_pandas(self) -> pandas.DataFrame:
        """Return the table as a pandas DataFrame (needs the extra ``pandas``)."""
        frame: pandas.DataFrame = self.to_arrow().to_pandas()
        return frame

    def to_polars(self) -> polars.DataFrame:
        """Return the table as a Polars DataFrame (needs the extra ``polars``)."""
        return frames.to_polars(self.to_arrow())

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(column.name)}</th>" for column in self.columns)
        body = "".join(f"<tr>{_cells(self._row(record), self.columns)}</tr>" for record in self._records[:SHOWN])
        more = f"<p>{len(self) - SHOWN} more rows</p>" if len(self) > SHOWN else ""
        caption = f"{escape(self.name)}: {len(self)}"
        return f"<table><caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _cells(row: dict[str, Any], columns: Sequence[Column]) -> str:
    return "".join(f"<td>{escape(_plain(row[column.name]))}</td>" for column in columns)


def _plain(value: Any) -> str:
    if value is None:
        return ""
    return ", ".join(map(str, value)) if isinstance(value, (list, tuple)) else str(value)
