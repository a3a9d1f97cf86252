"""Files in which users add people, offices and organisations: CSV with a column `what`, or TOML with tables of those names."""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dateline.errors import SettingsError
from dateline.model import Moment
from dateline.resources.tables import cells, read_table

COLUMNS = (
    "what", "name", "aliases", "surname", "gender", "country", "title", "role", "body", "kind", "sector", "from", "until",
    "wikidata",
)  # fmt: skip
"""The columns of a CSV file of additions, in the order in which dateline writes one."""

_NEEDED = {"person": ("name",), "office": ("name", "title", "body", "from"), "organization": ("name",)}
_HEADING = re.compile(r"^\s*\[\[\s*(\w+)\s*\]\]", re.MULTILINE)
_WIKIDATA = re.compile(r"Q[1-9]\d*")


@dataclass(frozen=True, slots=True)
class Addition:
    """One row of a user's file: `what` is person, office or organization; `where` names the file and line."""

    what: str
    cells: Mapping[str, str]
    where: str


def read_additions(file: str) -> list[Addition]:
    """Return the rows of a file in order; raises SettingsError that names file and line where one is not what it should be."""
    read = {".csv": _csv_rows, ".toml": _toml_rows}.get(Path(file).suffix.lower())
    if read is None:
        raise SettingsError(f"resources: expected files that end in .csv or .toml, got {file!r}")
    try:
        text = content_of(file).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise SettingsError(f"resources: {file}: expected a readable UTF-8 file: {error}") from error
    return [_checked(addition) for addition in read(text, file)]


def content_of(file: str) -> bytes:
    """Return what a file of additions holds; raises SettingsError where it cannot be read."""
    try:
        return Path(file).read_bytes()
    except OSError as error:
        raise SettingsError(f"resources: {file}: expected a readable UTF-8 file: {error}") from error


def _csv_rows(text: str, file: str) -> Iterator[Addition]:
    reader = csv.DictReader(text.splitlines(), strict=True)
    unknown = set(reader.fieldnames or ()) - set(COLUMNS)
    if unknown or "what" not in (reader.fieldnames or ()):
        got = ", ".join(reader.fieldnames or ())
        raise SettingsError(f"{file}:1: expected the column `what` and no others than {', '.join(COLUMNS)}; got {got}")
    try:
        for row in reader:
            where = f"{file}:{reader.line_num}"
            if None in row or None in row.values():
                raise SettingsError(f"{where}: expected {len(reader.fieldnames or ())} cells, got another number")
            given = {column: value.strip() for column, value in row.items() if value.strip()}
            if given:
                yield Addition(given.pop("what", ""), given, where)
    except csv.Error as error:
        raise SettingsError(f"{file}:{reader.line_num}: expected CSV: {error}") from error


def _toml_rows(text: str, file: str) -> Iterator[Addition]:
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{file}: expected TOML: {error}") from error
    lines: dict[str, list[int]] = {}
    for heading in _HEADING.finditer(text):
        lines.setdefault(heading[1], []).append(text.count("\n", 0, heading.start(1)) + 1)
    for what, tables in found.items():
        if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
            raise SettingsError(f"{file}: expected tables [[person]], [[office]] and [[organization]], got {what!r}")
        for number, table in enumerate(tables):
            line = lines[what][number] if number < len(lines.get(what, ())) else 1
            where = f"{file}:{line}"
            yield Addition(what, {column: _cell(value, column, where) for column, value in table.items()}, where)


def _cell(value: Any, column: str, where: str) -> str:
    values = value if isinstance(value, list) else [value]
    if any(isinstance(one, (dict, list, bool, float)) for one in values):
        raise SettingsError(f"{where}: expected `{column}` to be text, a date or a list of texts, got {value!r}")
    return "|".join(str(one).strip() for one in values)


def _checked(addition: Addition) -> Addition:
    what, given, where = addition.what, addition.cells, addition.where
    if what not in _NEEDED:
        raise SettingsError(f"{where}: expected person, office or organization, got {what!r}")
    unknown = sorted(set(given) - set(COLUMNS))
    if unknown:
        raise SettingsError(f"{where}: expected no others than {', '.join(COLUMNS[1:])}; got {', '.join(unknown)}")
    missing = [column for column in _NEEDED[what] if not given.get(column)]
    if missing:
        raise SettingsError(
            f"{where}: expected `{'`, `'.join(_NEEDED[what])}` of an {what}; {', '.join(missing)} missing"
        )
    for column, check in _CHECKS.items():
        if given.get(column) and not check(given[column]):
            raise SettingsError(f"{where}: expected `{column}` to be {_EXPECTED[column]}, got {given[column]!r}")
    if given.get("until") and given.get("from", "") > given["until"]:
        raise SettingsError(f"{where}: expected `until` not before `from`, got {given['from']} to {given['until']}")
    return addition


def _is_date(value: str) -> bool:
    try:
        return len(value) in (4, 7, 10) and bool(Moment.parse(value))
    except ValueError:
        return False


def _is_known(table: str, column: str) -> Callable[[str], bool]:
    return lambda value: any(value in cells(row[column]) for row in read_table(table))


_CHECKS: Mapping[str, Callable[[str], bool]] = {
    "from": _is_date,
    "until": _is_date,
    "sector": _is_known("sectors.tsv", "code"),
    "role": _is_known("titles.tsv", "role"),
    "kind": _is_known("organizations.tsv", "kind"),
    "gender": lambda value: value in ("m", "f"),
    "wikidata": lambda value: _WIKIDATA.fullmatch(value) is not None,
}
_EXPECTED = {
    "from": "a date such as 2026-01-15, 2026-01 or 2026",
    "until": "a date such as 2026-01-15, 2026-01 or 2026",
    "sector": "a sector of sectors.tsv such as GOV",
    "role": "a role of titles.tsv such as foreign-minister",
    "kind": "a kind of organizations.tsv such as party",
    "gender": "m or f",
    "wikidata": "an item such as Q42",
}
