"""Reports as a bibliography has them: BibTeX, and CSL-JSON for programs that format citations."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable
from typing import Any, BinaryIO
from urllib.parse import quote

from dateline.errors import StageError
from dateline.model import Document, Moment, Precision
from dateline.views.exports.texts import one_line
from dateline.views.tables import Table

CSL_JSON = "application/vnd.citationstyles.csl+json"
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LETTERS = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",  # an escaped brace would still count when BibTeX looks for the end of the field
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
    **{letter: f"\\{letter}" for letter in "$&#_%"},
}
_IN_ADDRESS = "!#$%&'()*+,/:;=?@[]~-._"
"""What an address may hold; anything else in it is percent-encoded."""


def bibtex(table: Table[Any], stream: BinaryIO) -> None:
    """Write a table of reports as BibTeX; raises StageError for a table of anything else."""
    stream.write("".join(map(to_bibtex, _documents(table, "bibtex"))).encode())


def csl(table: Table[Any], stream: BinaryIO) -> None:
    """Write a table of reports as CSL-JSON; raises StageError for a table of anything else."""
    stream.write(as_csl(_documents(table, "csl")))


def as_csl(documents: Iterable[Document]) -> bytes:
    """Return reports as a list of CSL-JSON."""
    return json.dumps([to_csl(document) for document in documents], ensure_ascii=False, indent=1).encode() + b"\n"


def to_bibtex(document: Document) -> str:
    """Return a report as one BibTeX entry: an article of its outlet, or "misc" where the outlet is not known."""
    fields = {
        "author": f"{{{_latex(document.agency)}}}" if document.agency else None,
        "title": f"{{{_latex(title_of(document))}}}",
        "journal": _latex(document.outlet) if document.outlet else None,
        **_day_fields(document.dated),
        "url": quote(one_line(document.url), safe=_IN_ADDRESS) if document.url else None,
        "language": _latex(document.language) if document.language else None,
        "note": f"dateline {document.id}",
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    if document.dated and document.dated.precision is not Precision.YEAR:
        lines.insert(-1, f"  month = {MONTHS[document.dated.earliest.month - 1]},")
    kind = "article" if document.outlet else "misc"
    return "\n".join([f"@{kind}{{{key_of(document)},", *lines, "}", ""])


def to_csl(document: Document) -> dict[str, Any]:
    """Return a report as one item of CSL-JSON 1.0."""
    fields: dict[str, Any] = {
        "id": key_of(document),
        "type": "article-newspaper",
        "title": title_of(document),
        "container-title": one_line(document.outlet) if document.outlet else None,
        "author": [{"literal": one_line(document.agency)}] if document.agency else None,
        "issued": _date_parts(document.dated),
        "accessed": _date_parts(document.retrieved_at),
        "URL": one_line(document.url) if document.url else None,
        "language": document.language,
        "note": f"dateline: {document.id}",
    }
    return {name: value for name, value in fields.items() if value}


def key_of(document: Document) -> str:
    """Return the key under which a report is cited: outlet and year as far as known, and its id, in plain letters."""
    plain = unicodedata.normalize("NFKD", document.outlet or "report").encode("ascii", "ignore").decode().lower()
    outlet = re.sub(r"[^a-z0-9]", "", plain)[:24] or "report"
    year = document.dated.value[:4] if document.dated else ""
    return f"{outlet}{year}-{document.id.removeprefix('doc:')}"


def title_of(document: Document) -> str:
    """Return a report's title on one line, or what it is called."""
    return one_line(document.title or "") or one_line(document.name)


def _documents(table: Iterable[object], format_: str) -> Iterable[Document]:
    for record in table:
        if not isinstance(record, Document):
            raise StageError(f"the format {format_} is for reports, not for {type(record).__name__}")
        yield record


def _day_fields(dated: Moment | None) -> dict[str, str | None]:
    if dated is None:
        return {}
    day = str(dated.earliest.day) if dated.precision not in (Precision.YEAR, Precision.MONTH) else None
    return {"year": dated.local[:4], "day": day}


def _date_parts(moment: Moment | None) -> dict[str, list[list[int]]] | None:
    """Return a day as CSL has it, at the precision known."""
    return {"date-parts": [[int(part) for part in moment.local[:10].split("-")]]} if moment else None


def _latex(text: str) -> str:
    return "".join(_LETTERS.get(letter, letter) for letter in one_line(text))
