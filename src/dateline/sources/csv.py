"""Tables with a header: one report a row, its fields in named columns."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from dateline.errors import SourceError
from dateline.model import Failure, RawReport
from dateline.resources.columns import fields_of
from dateline.settings import Settings
from dateline.sources.encoding import guess_encoding, sample_of
from dateline.sources.files import READ_ERRORS, Lines, failure, open_unpacked, shown
from dateline.sources.records import Records

STAGE = "sources.csv"
_DELIMITERS = ",;\t"
_HOPELESS = 100
"""A file whose first hundred rows all fail is no table; it is given up, lest each of its lines be recorded."""


class CsvSource:
    """Reads comma, semicolon or tab separated files, quoted as spreadsheets quote them; a text column is required."""

    name = "csv"
    suffixes = (".csv", ".tsv")

    def __init__(self, settings: Settings) -> None:
        self._limit = settings.max_report_characters

    def __call__(self, path: str) -> Iterator[RawReport | Failure]:
        """Yield the file's reports in order; a row that cannot be read is a failure, and reading goes on."""
        try:
            with open_unpacked(path) as stream:
                encoding = guess_encoding(sample_of(stream))
            with open_unpacked(path) as stream:
                yield from _reports(Records(Lines(stream, 4 * self._limit), encoding, self._limit), path)
        except READ_ERRORS as error:
            yield failure(STAGE, error, path)


def _reports(records: Records, path: str) -> Iterator[RawReport | Failure]:
    try:
        header = records.header(_DELIMITERS)
    except csv.Error as error:
        raise SourceError(f"expected a header, got a line that breaks the rules of quoting ({error})") from error
    columns = fields_of(header)
    if "text" not in columns:
        raise SourceError(f"expected a header with a text column, got {', '.join(header)[:200]!r}")
    read = failed = 0
    while True:
        try:
            row = next(records, None)
            fields = _fields(row, header, columns) if row else {}
        except (*READ_ERRORS, csv.Error) as error:
            failed += 1
            yield failure(STAGE, error, path, records.line)
            if failed == _HOPELESS and not read:
                yield failure(STAGE, SourceError("expected a table, got no such row among the first hundred"), path)
                return
            continue
        if row is None:
            return
        if fields:
            read += 1
            yield RawReport(path=shown(path), line=records.line, media_type="text/csv", fields=fields)


def _fields(row: list[str], header: list[str], columns: dict[str, int]) -> dict[str, object]:
    if len(row) != len(header):
        raise SourceError(f"expected {len(header)} values, as the header has, got {len(row)}")
    return {field: row[position] for field, position in columns.items()} if any(row) else {}
