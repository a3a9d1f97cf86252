"""Other coders' tables: every layout read back, bad lines told apart from bad files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from dateline.errors import SourceError
from dateline.model import EventType, Failure
from dateline.model.dyads import Dyad
from dateline.resources.exchange import layouts
from dateline.sources.dyads import read_dyads

VISIT = Dyad(day=date(2023, 5, 1), actor="NOR", recipient="PER", event_type=EventType.CONSULT, cameo="042")


def line(layout: str, **values: str) -> str:
    return "\t".join(values.get(field, "") if field else "" for _, field in layouts()[layout])


def write(path: Path, *lines: str) -> Path:
    path.write_text("".join(f"{row}\n" for row in lines), encoding="utf-8")
    return path


def header(layout: str) -> str:
    return "\t".join(name for name, _ in layouts()[layout])


@pytest.mark.parametrize(
    ("layout", "values", "cameo"),
    [
        (
            "icews",
            {"day": "2023-05-01", "cameo": "42", "actor_country_name": "Norway", "recipient_country_name": "Peru"},
            "42",
        ),
        ("plover", {"day": "2023-05-01", "type": "CONSULT", "actor_country": "NOR", "recipient_country": "PER"}, None),
        ("cameo", {"day": "2023-05-01", "cameo": "042", "actor_code": "NORGOV", "recipient_code": "PER"}, "042"),
    ],
)
def test_event_is_read_by_the_header_of_its_layout(
    tmp_path: Path, layout: str, values: dict[str, str], cameo: str | None
) -> None:
    (found,) = read_dyads(write(tmp_path / "t.tsv", header(layout), line(layout, **values)))
    assert isinstance(found, Dyad)
    assert (found.day, found.actor, found.recipient, found.event_type, found.cameo) == (
        VISIT.day,
        "NOR",
        "PER",
        EventType.CONSULT,
        cameo,
    )


def test_gdelt_needs_no_header(tmp_path: Path) -> None:
    row = line("gdelt", number="1", day_digits="20230501", cameo="042", actor_country="NOR", recipient_country="PER")
    assert list(read_dyads(write(tmp_path / "t.CSV", row))) == [VISIT]


def test_statement_is_no_event(tmp_path: Path) -> None:
    row = line("cameo", day="2023-05-01", cameo="010", actor_code="NOR")
    assert list(read_dyads(write(tmp_path / "t.tsv", header("cameo"), row))) == []


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"day": "May Day", "cameo": "042"}, "expected a day"),
        ({"day": "2023-05-01", "cameo": "visit"}, "expected a CAMEO code"),
    ],
    ids=["day", "code"],
)
def test_line_that_cannot_be_read_costs_only_itself(tmp_path: Path, row: dict[str, str], expected: str) -> None:
    good = line("cameo", day="2023-05-01", cameo="042", actor_code="NOR", recipient_code="PER")
    bad, kept = read_dyads(write(tmp_path / "t.tsv", header("cameo"), line("cameo", **row), good))
    assert isinstance(bad, Failure)
    assert (bad.line, expected in bad.message) == (2, True)
    assert kept == VISIT


def test_file_of_no_known_layout_is_refused_with_what_was_expected(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"t\.tsv:1: expected the header of one of cameo, gdelt, icews, plover"):
        list(read_dyads(write(tmp_path / "t.tsv", "a\tb", "1\t2")))


def test_missing_file_is_told_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"none\.tsv"):
        list(read_dyads(tmp_path / "none.tsv"))
