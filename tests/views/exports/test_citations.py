"""BibTeX and CSL-JSON: what is cited can be read back, whatever a title holds, and no more is said than is known."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import StageError
from dateline.model import Document, Moment
from dateline.views.exports.citations import key_of, to_bibtex, to_csl
from dateline.views.record import Record
from tests.records import report
from tests.views.exports.events_told import HOSTILE, MONDAY, SHARP, UNDATED, told, written
from tests.views.test_tables import OSLO, make_table

READ = {
    "\\textbackslash{}": "\\",
    "\\textbraceleft{}": "{",
    "\\textbraceright{}": "}",
    "\\textasciitilde{}": "~",
    "\\textasciicircum{}": "^",
    **{f"\\{letter}": letter for letter in "$&#_%"},
}


@pytest.fixture(scope="module")
def record() -> Iterator[Record]:
    with told() as record:
        yield record


def bib_entries(text: str) -> list[tuple[str, str, dict[str, str]]]:
    """Return kind, key and fields of each entry, reading as BibTeX does: by braces, escaped or not."""
    found, at = [], 0
    while at < len(text):
        head = re.compile(r"@(\w+)\{([A-Za-z0-9-]+),\n").match(text, at)
        assert head, text[at : at + 60]
        fields, at = {}, head.end()
        while not text.startswith("}\n", at):
            name = re.compile(r"  (\w+) = ").match(text, at)
            assert name, text[at : at + 60]
            value, at = bib_value(text, name.end())
            assert name[1] not in fields
            fields[name[1]] = value
            assert text.startswith(",\n", at)
            at += 2
        found.append((head[1], head[2], fields))
        at += 2
    return found


def bib_value(text: str, at: int) -> tuple[str, int]:
    if text[at] != "{":
        end = text.index(",", at)
        return text[at:end], end
    depth, start = 0, at
    while True:
        depth += {"{": 1, "}": -1}.get(text[at], 0)
        at += 1
        if not depth:
            return text[start + 1 : at - 1], at


def plain(value: str) -> str:
    inner = value[1:-1] if value.startswith("{") else value
    return re.sub(r"\\text\w+\{\}|\\[$&#_%]", lambda match: READ[match[0]], inner)


def test_hostile_title_is_read_back_as_it_was(record: Record) -> None:
    entries = bib_entries(written("bibtex", record.reports()).decode())
    (fields,) = [fields for _, key, fields in entries if key == key_of(SHARP)]
    assert plain(fields["title"]) == " ".join(f"T: {HOSTILE}".split())
    assert plain(fields["journal"]) == "A;B,C\\D <b>"


def test_report_with_an_outlet_is_an_article_and_one_without_is_not(record: Record) -> None:
    kinds = {key: kind for kind, key, _ in bib_entries(written("bibtex", record.reports()).decode())}
    assert (kinds[key_of(MONDAY)], kinds[key_of(UNDATED)]) == ("article", "misc")


def test_csl_items_have_the_fields_of_the_schema(record: Record) -> None:
    items = {item["id"]: item for item in json.loads(written("csl", record.reports()))}
    item = items[key_of(MONDAY)]
    assert item == {
        "id": key_of(MONDAY),
        "type": "article-newspaper",
        "title": "monday",
        "container-title": "Andes Post",
        "issued": {"date-parts": [[2023, 3, 20]]},
        "language": "en",
        "note": f"dateline: {MONDAY.id}",
    }
    assert "issued" not in items[key_of(UNDATED)]


@pytest.mark.parametrize(
    ("published", "parts", "fields"),
    [
        ("2023", [2023], {"year": "2023"}),
        ("2023-03", [2023, 3], {"year": "2023", "month": "mar"}),
        ("2023-03-05", [2023, 3, 5], {"year": "2023", "month": "mar", "day": "5"}),
        ("2023-03-20T00:30:00+08:00", [2023, 3, 20], {"year": "2023", "month": "mar", "day": "20"}),
    ],
    ids=["year", "month", "day", "second on its own clock"],
)
def test_day_is_as_precise_as_it_is_known(published: str, parts: list[int], fields: dict[str, str]) -> None:
    document = replace(report("x"), published_at=Moment.parse(published))
    ((_, _, found),) = bib_entries(to_bibtex(document))
    assert {name: found[name] for name in ("year", "month", "day") if name in found} == fields
    assert to_csl(document)["issued"] == {"date-parts": [parts]}


def test_address_cannot_end_its_field() -> None:
    document = replace(report("x"), url="https://a.example/{b}\\c?d=1%20&e=ü")
    ((_, _, fields),) = bib_entries(to_bibtex(document))
    assert fields["url"] == "https://a.example/%7Bb%7D%5Cc?d=1%20&e=%C3%BC"


@given(st.text(), st.text())
def test_any_title_and_outlet_is_read_back(title: str, outlet: str) -> None:
    document: Document = replace(report("x", id="one"), title=title, outlet=outlet or None, url=title)
    ((_, key, fields),) = bib_entries(to_bibtex(document))
    assert key == key_of(document)
    assert plain(fields["title"]) == to_csl(document)["title"]


@pytest.mark.parametrize("format_", ["bibtex", "csl"])
def test_same_record_gives_the_same_bytes_and_another_table_is_refused(record: Record, format_: str) -> None:
    assert written(format_, record.reports()) == written(format_, record.reports())
    with pytest.raises(StageError, match="for reports"):
        written(format_, make_table(OSLO))
