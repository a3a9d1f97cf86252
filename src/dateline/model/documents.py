"""A report as it came in, and as a document that can be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from dateline.model.clocks import Interval, Moment
from dateline.model.ids import content_id
from dateline.model.spans import Span

NARROW = 14
"""Days of an interval that still says about when a report was written; a wider one only bounds it."""


REPORT_FIELDS = ("id", "text", "title", "published_at", "outlet", "url", "language")
"""The fields of the public input format; what else a source gives is not kept."""

END_OF_TIME = "9999-12-31T23:59:59Z"
"""When a report becomes known that nothing dates: after every dated one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RawReport:
    """One report as a source gave it: where it stood, and its fields, not yet checked.

    `fields` have the names of the public input format (id, text, title, published_at, outlet, url, language);
    `media_type` is that of the file they came from.
    """

    path: str
    line: int | None = None
    media_type: str
    fields: Mapping[str, object] = field(default_factory=dict)
    retrieved_at: Moment | None = None


class Role(StrEnum):
    """What a part of a report's text is."""

    BODY = "body"
    DATELINE = "dateline"
    HEADING = "heading"
    CAPTION = "caption"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One paragraph of a report, or a stretch of it, with its role; parts never overlap and stand in order.

    Body, heading and caption parts are parsed, each by itself; datelines and furniture are not.
    """

    span: Span
    role: Role = Role.BODY
    paragraph: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The place and date line at the head of a report; each field None where the line does not give it."""

    span: Span
    place: str | None = None
    agency: str | None = None
    outlet: str | None = None
    published_at: Moment | None = None
    day: str | None = None
    """Month and day without a year, as ``--03-20`` (ISO 8601-1:2000), when that is all the line gives."""


class TimeBasis(StrEnum):
    """What a document time rests on."""

    PUBLISHED_AT = "published_at"
    DATELINE = "dateline"
    URL = "url"
    TEXT = "text"
    RECORD = "record"
    """Links to dated reports; in a view, as of a day, and never in a store."""

    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentTime:
    """When a report was written: the anchor of its time expressions (TimeML CREATION_TIME).

    `reasons` are sentences for a reader, one for each fact that narrowed the interval.
    """

    value: Moment | None = None
    interval: Interval = Interval()
    basis: TimeBasis = TimeBasis.UNKNOWN
    reasons: tuple[str, ...] = ()

    @classmethod
    def within(cls, interval: Interval, *, basis: TimeBasis, reasons: tuple[str, ...]) -> DocumentTime:
        """Return the time of a report written within *interval*: with a value only if that is one day."""
        day = interval.earliest if interval.days == 1 else None
        return cls(value=Moment(day.isoformat()) if day else None, interval=interval, basis=basis, reasons=reasons)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report: its text exactly as read, and what is known about it.

    `external_id` is the id that the source gave (or the file's name, which is then no part of the id).
    `annotated` says whether the language can be read; if not, the document is stored and searched only.
    """

    id: str
    external_id: str | None = None
    text: str
    title: str | None = None
    published_at: Moment | None = None
    outlet: str | None = None
    agency: str | None = None
    url: str | None = None
    language: str | None = None
    dateline: Dateline | None = None
    time: DocumentTime = DocumentTime()
    parts: tuple[Part, ...] = ()
    source: str | None = None
    retrieved_at: Moment | None = None
    stated: str = ""
    """What the source stated beside the text, and in what kind of file, as JSON: all that a later reader needs."""

    @staticmethod
    def make_id(
        text: str,
        *,
        given_id: str | None,
        title: str | None,
        published_at: str | None,
        outlet: str | None,
        url: str | None,
    ) -> str:
        """Return the id of a report with this content; where it was read from plays no part."""
        return content_id("doc", text, given_id, title, published_at, outlet, url)

    @property
    def annotated(self) -> bool:
        """Whether the report is in a language that the stages read (English, so far)."""
        return self.language == "en"

    @property
    def name(self) -> str:
        """What a person calls the report: its own id, or ours when it has none."""
        return self.external_id or self.id

    @property
    def dated(self) -> Moment | None:
        """When the report is dated: as published, else as its dateline, its address or its words tell; None if undated."""
        return self.published_at or self.time.value

    @property
    def reported_by(self) -> date | None:
        """The day, in UTC, by which the report was written, for comparing it with others; None where that is known too roughly."""
        if self.dated is not None:
            return date.fromisoformat(self.dated.end[:10])
        days = self.time.interval.days
        return self.time.interval.latest if days is not None and days <= NARROW else None

    @property
    def order(self) -> str:
        """The string that sorts reports by when they can have been known; undated ones come last."""
        if self.dated is not None:
            return self.dated.end
        if self.time.interval.latest is not None:
            return f"{self.time.interval.latest.isoformat()}T23:59:59Z"
        return END_OF_TIME
