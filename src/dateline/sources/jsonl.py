"""JSON Lines: one report a line, with the fields of the interchange format."""

from __future__ import annotations

import json
from collections.abc import Iterator

from dateline.errors import SourceError
from dateline.model import REPORT_FIELDS, Failure, RawReport
from dateline.settings import Settings
from dateline.sources.files import READ_ERRORS, Lines, failure, open_unpacked, shown

STAGE = "sources.jsonl"

_MOST_BYTES_A_CHARACTER = 6
"""``\\u0416``: what JSON may spend on one character."""

_OTHER_FIELDS = 1 << 16
_HOPELESS = 100
"""A file whose first hundred lines all fail is no JSON Lines; it is given up, lest each of its lines be recorded."""


class JsonLinesSource:
    """Reads JSON Lines from a file, gzip or not, or from standard input (``-``)."""

    name = "jsonl"
    suffixes = (".jsonl",)

    def __init__(self, settings: Settings) -> None:
        self._limit = settings.max_report_characters * _MOST_BYTES_A_CHARACTER + _OTHER_FIELDS

    def __call__(self, path: str) -> Iterator[RawReport | Failure]:
        """Yield the file's reports in order; a line that cannot be read is a failure, and reading goes on."""
        try:
            with open_unpacked(path) as stream:
                yield from _reports(Lines(stream, self._limit), path)
        except READ_ERRORS as error:
            yield failure(STAGE, error, path)


def _reports(lines: Lines, path: str) -> Iterator[RawReport | Failure]:
    source, read, failed = shown(path), 0, 0
    while True:
        try:
            line = next(lines, None)
            fields = _fields(line) if line and not line.isspace() else None
        except READ_ERRORS as error:
            failed += 1
            yield failure(STAGE, error, path, lines.number)
            if failed == _HOPELESS and not read:
                yield failure(STAGE, SourceError("expected JSON Lines, got no such line among the first hundred"), path)
                return
            continue
        if line is None:
            return
        if fields is not None:
            read += 1
            yield RawReport(path=source, line=lines.number, media_type="application/json", fields=fields)


def _fields(line: bytes) -> dict[str, object]:
    try:
        found = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise
    except json.JSONDecodeError as error:
        raise SourceError(f"expected a JSON object, got broken JSON ({error.msg}, column {error.colno})") from error
    except RecursionError as error:
        raise SourceError("expected a JSON object, got JSON that is nested too deeply") from error
    except ValueError as error:
        raise SourceError(f"expected a JSON object, got a value that cannot be read ({error})") from error
    if not isinstance(found, dict):
        raise SourceError(f"expected a JSON object, got {type(found).__name__}")
    return {name: found[name] for name in REPORT_FIELDS if name in found}
