"""The fields of a raw report, checked: what they may hold, and in which form they go on."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

from dateline.errors import DocumentError
from dateline.model import Moment

_RFC_2822 = re.compile(
    r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:[+-]\d{4}|[A-Z]{1,5})"
)
_YEARS = range(1600, 2200)
"""From the first newspapers on; a later or earlier year is a slip, and near year 0 or 9999 calendars end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFields:
    """What a source states of one report; None where it states nothing."""

    text: str
    id: str | None
    title: str | None
    published_at: Moment | None
    outlet: str | None
    url: str | None
    language: str | None


def check_fields(fields: Mapping[str, object], *, max_characters: int) -> ReportFields:
    """Return the fields of a report; raises DocumentError naming the field that cannot be what it says."""
    return ReportFields(
        text=_text(fields.get("text"), max_characters),
        id=_id(fields.get("id")),
        title=_stated(fields, "title"),
        published_at=_moment(_stated(fields, "published_at")),
        outlet=_stated(fields, "outlet"),
        url=_stated(fields, "url"),
        language=_stated(fields, "language"),
    )


def parse_moment(text: str) -> Moment:
    """Return the moment that ISO 8601 or an RFC 2822 date writes; raises ValueError for anything else.

    >>> parse_moment("Mon, 20 Mar 2023 18:00:00 +0800").value
    '2023-03-20T10:00:00Z'
    """
    text = text.strip()
    moment = Moment.parse(parsedate_to_datetime(text).isoformat() if _RFC_2822.fullmatch(text) else text)
    if int(moment.value.partition("-")[0]) not in _YEARS:
        raise ValueError(f"expected a year from {_YEARS.start} to {_YEARS.stop - 1}, got {text[:40]!r}")
    return moment


def _text(value: object, max_characters: int) -> str:
    if not isinstance(value, str):
        raise DocumentError(f"text: expected a string, got {_kind(value)}")
    if not value or value.isspace():
        raise DocumentError("text: expected words, got an empty text")
    if len(value) > max_characters:
        raise DocumentError(f"text: expected at most {max_characters:,} characters, got {len(value):,}")
    return _writable("text", value)


def _id(value: object) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return _stated({"id": value}, "id")


def _stated(fields: Mapping[str, object], name: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        raise DocumentError(f"{name}: expected a string, got {_kind(value)}")
    return _writable(name, value).strip() or None


def _moment(text: str | None) -> Moment | None:
    if text is None:
        return None
    try:
        return parse_moment(text)
    except (ValueError, OverflowError) as error:
        raise DocumentError(f"published_at: {error}") from error


def _writable(name: str, value: str) -> str:
    """NUL and lone surrogates are no characters of any text, and no database or encoding takes them."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError as error:
        code = ord(value[error.start])
        raise DocumentError(f"{name}: expected Unicode text, got the code U+{code:04X} at {error.start:,}") from error
    if "\0" in value:
        raise DocumentError(f"{name}: expected text, got a NUL character at {value.index(chr(0)):,}")
    return value


def _kind(value: object) -> str:
    return "nothing" if value is None else type(value).__name__
