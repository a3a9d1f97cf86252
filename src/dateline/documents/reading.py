"""A raw report to a document, or to the reason why it is none."""

from __future__ import annotations

import json
from pathlib import PurePath

from dateline.documents.addresses import host_of
from dateline.documents.credits import byline_agency, closing_agency
from dateline.documents.dateline import read_dateline
from dateline.documents.fields import ReportFields, check_fields
from dateline.documents.language import language_of
from dateline.documents.parts import split_parts
from dateline.documents.time import document_time
from dateline.errors import DocumentError
from dateline.model import REPORT_FIELDS, Dateline, Document, Failure, RawReport
from dateline.resources.datelines import outlet_at, outlet_named
from dateline.settings import Settings

_FILE_TYPES = ("text/plain", "text/html")
"""Kinds of file that hold one report, which then goes by the file's name."""


class DocumentReader:
    """Reads raw reports; what a report states is checked, and what it leaves out is told from its text."""

    name = "documents"
    version = "2"

    def __init__(self, settings: Settings) -> None:
        self._max_characters = settings.max_report_characters

    def __call__(self, raw: RawReport) -> Document | Failure:
        """Return the document, or the failure that says which field cannot be what it says."""
        try:
            fields = check_fields(raw.fields, max_characters=self._max_characters)
        except DocumentError as error:
            return Failure(
                stage=self.name,
                version=self.version,
                error=type(error).__name__,
                message=str(error.args[0]),
                path=raw.path,
                line=raw.line,
            )
        return _document(raw, fields)

    def again(self, document: Document) -> Document | Failure:
        """Return what this reader makes of a document that an earlier one read."""
        stated = json.loads(document.stated or "{}")
        fields = {**stated.get("fields", {}), "text": document.text}
        media_type = stated.get("media_type", "application/json")
        path, retrieved_at = document.source or "", document.retrieved_at
        return self(RawReport(path=path, media_type=media_type, fields=fields, retrieved_at=retrieved_at))


def _stated(raw: RawReport) -> str:
    fields = {
        name: value
        for name, value in raw.fields.items()
        if name in REPORT_FIELDS and name != "text" and value is not None
    }
    kept = {"media_type": raw.media_type, "fields": fields}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"), default=str)


def _document(raw: RawReport, fields: ReportFields) -> Document:
    dateline = read_dateline(fields.text)
    body = fields.text[dateline.span.end :] if dateline else fields.text
    return Document(
        id=_id(fields),
        external_id=fields.id or _file_name(raw),
        text=fields.text,
        title=fields.title,
        published_at=fields.published_at,
        outlet=_outlet(fields, dateline),
        agency=_agency(fields, dateline),
        url=fields.url,
        language=language_of(body, stated=fields.language),
        dateline=dateline,
        time=document_time(published_at=fields.published_at, dateline=dateline, url=fields.url),
        parts=split_parts(fields.text, dateline),
        source=raw.path if raw.line is None else f"{raw.path}:{raw.line}",
        retrieved_at=raw.retrieved_at,
        stated=_stated(raw),
    )


def _id(fields: ReportFields) -> str:
    return Document.make_id(
        fields.text,
        given_id=fields.id,
        title=fields.title,
        published_at=fields.published_at.value if fields.published_at else None,
        outlet=fields.outlet,
        url=fields.url,
    )


def _file_name(raw: RawReport) -> str | None:
    if raw.media_type not in _FILE_TYPES:
        return None
    path = PurePath(raw.path)
    return PurePath(path.stem).stem if path.suffix.lower() == ".gz" else path.stem


def _outlet(fields: ReportFields, dateline: Dateline | None) -> str | None:
    if fields.outlet or (dateline and dateline.outlet):
        return fields.outlet or (dateline.outlet if dateline else None)
    host = host_of(fields.url) if fields.url else None
    known = outlet_at(host) if host else None
    return known.name if known else host


def _agency(fields: ReportFields, dateline: Dateline | None) -> str | None:
    if dateline and dateline.agency:
        return dateline.agency
    publisher = outlet_named(fields.outlet) if fields.outlet else None
    own = publisher.name if publisher and publisher.is_agency else None
    return byline_agency(fields.text) or closing_agency(fields.text) or own
