"""Plain text files: one report a file, with its date before the text if it has one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.errors import SourceError
from dateline.model import Failure, Moment, RawReport
from dateline.settings import Settings
from dateline.sources.encoding import decode
from dateline.sources.files import READ_ERRORS, failure, read_whole, shown

_MOST_BYTES_A_CHARACTER = 4
_LEAD = re.compile(r"\s*date (?P<date>\d{4}-\d{2}-\d{2})(?:\s|$)")


class TextSource:
    """Reads a text file. `` date 2023-03-20 `` before the text is its date and no part of it."""

    name = "text"
    suffixes = (".txt",)

    def __init__(self, settings: Settings) -> None:
        self._limit = settings.max_report_characters * _MOST_BYTES_A_CHARACTER + len(" date 2023-03-20 ")

    def __call__(self, path: str) -> Iterator[RawReport | Failure]:
        """Yield the file's report, or the failure to read it."""
        try:
            fields = _fields(decode(read_whole(path, self._limit)))
        except READ_ERRORS as error:
            yield failure("sources.text", error, path)
        else:
            yield RawReport(path=shown(path), media_type="text/plain", fields=fields)


def _fields(text: str) -> dict[str, object]:
    lead = _LEAD.match(text)
    if lead is None:
        return {"text": text}
    try:
        published_at = Moment.parse(lead["date"])
    except ValueError as error:
        raise SourceError(f"date before the text: {error}") from error
    return {"text": text[lead.end() :], "published_at": published_at.value}
