"""The records of a separated-values file, where a quotation mark that is never closed must not cost the rows after it."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator

from dateline.sources.files import Lines

_OTHER_FIELDS = 1 << 16
_REREAD_AT_MOST = 20_000_000
"""Characters read a second time in one file, so that hostile quotation marks cannot make the reading quadratic."""


class Records:
    """Rows of values; `line` is the line on which the row last returned, or the row in error, begins.

    Raises csv.Error for a row that breaks the rules of quoting and SourceError for a line that cannot be read. The next
    call then goes on with the line after the one on which the broken row began.
    """

    def __init__(self, lines: Lines, encoding: str, limit: int) -> None:
        csv.field_size_limit(max(csv.field_size_limit(), limit + _OTHER_FIELDS))
        self._feed = _Feed(lines, encoding, limit + _OTHER_FIELDS)
        self._reader = csv.reader(self._feed, strict=True)
        self.line = 0

    def header(self, delimiters: str) -> list[str]:
        """Return the first row; the delimiter that is most frequent in its line is that of the file."""
        first = next(self._feed, "")
        self._feed.reread()
        delimiter = max(delimiters, key=first.count)
        self._reader = csv.reader(self._feed, delimiter=delimiter, strict=True)
        return next(self, [])

    def __iter__(self) -> Iterator[list[str]]:
        return self

    def __next__(self) -> list[str]:
        self._feed.begin()
        try:
            return next(self._reader)
        except csv.Error:
            self._feed.reread(after_first=True)
            raise
        finally:
            self.line = self._feed.first_line or self.line


class _Feed:
    """Lines of text for csv.reader; keeps those of the row being read, to read them again when the row is broken."""

    def __init__(self, lines: Lines, encoding: str, limit: int) -> None:
        self._lines = lines
        self._encoding = encoding
        self._limit = limit
        self._again: deque[tuple[int, str]] = deque()
        self._reread = 0
        self.begin()

    def begin(self) -> None:
        """Forget the row before: a new one begins."""
        self._row: list[tuple[int, str]] = []
        self._size = 0
        self.first_line = 0

    def reread(self, *, after_first: bool = False) -> None:
        """Let the lines of this row be read again, from its second line on if so told."""
        lines = self._row[1:] if after_first else self._row
        self._reread += sum(len(line) for _, line in lines)
        if self._reread <= _REREAD_AT_MOST:
            self._again.extendleft(reversed(lines))

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        number, line = self._again.popleft() if self._again else self._fresh()
        self.first_line = self.first_line or number
        self._row.append((number, line))
        self._size += len(line)
        if self._size > self._limit:
            raise csv.Error(f"expected a row of at most {self._limit:,} characters, got a longer one")
        return line

    def _fresh(self) -> tuple[int, str]:
        try:
            line = next(self._lines).decode(self._encoding)
        finally:
            self.first_line = self.first_line or self._lines.number
        return self._lines.number, line
