"""A record that grows to any size in steps, without a word of it being parsed more than once.

The reports are those of a small analysed record over and over, one day after the other, each time with other ids, days and
names and with three words in four spelt anew, so that no report is a copy of another and no story goes on for ever. They are
linked by the product itself, so what the linkers find is what they would find in a record of that size. Years before them
are their rows once more, under other ids and keys: nothing that a day's reports are compared with, but more to find it in.
"""

from __future__ import annotations

import re
import shutil
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random

from benchmarks.speed.aging import age
from benchmarks.speed.planted import ID, SHARED
from dateline.pipeline.linking import Linkers, link_documents
from dateline.pipeline.progress import Progress, silent
from dateline.settings import Settings
from dateline.store import Store

FIRST_DAY = date(2020, 1, 1)
A_DAY = 90
"""Reports of one day: 100,000 are three years of them."""
GENERATION = 10
"""Copies of all reports that share their people."""
QUICK = "PRAGMA synchronous = OFF; PRAGMA cache_size = -200000; PRAGMA foreign_keys = OFF"
NEAR = timedelta(days=400)
"""Days that a report names so near its own move with it; others are history and stay."""

_DAY = re.compile(r"\b(?:19|20)\d\d-[01]\d-[0-3]\d\b")
_ENTITY = re.compile(r"\bent:[0-9a-f]+")
_WORD = re.compile(r"([A-Za-z]{4,})")
_VOWELS, _OTHERS = "aeiou", "bcdfghjklmnpqrstvwxyz"


@dataclass(frozen=True, slots=True)
class _Report:
    """One report of the small record as it is stored, with what the linkers need of its analysis."""

    document: dict[str, object]
    day: date
    text: tuple[str, ...]
    mentions: tuple[dict[str, object], ...]
    readings: tuple[dict[str, object], ...]
    layers: tuple[tuple[str, str, str], ...]


class GrowingRecord:
    """A record that is made larger by reports that were analysed once, in a small record."""

    def __init__(self, base: Path, path: Path, settings: Settings) -> None:
        self.path = path
        self.reports = 0
        self._settings = settings
        shutil.copyfile(base, path)
        Store(path, create=True).close()
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(QUICK)
            connection.row_factory = sqlite3.Row
            self._templates = list(_templates(connection, settings))
            self._own = {
                row["reading"]
                for row in connection.execute("SELECT DISTINCT reading, type FROM readings")
                if row["type"] not in SHARED
            }
            tables = (
                "links",
                "event_links",
                "entities",
                "layers",
                "readings",
                "event_mentions",
                "quotations",
                "positions",
                "speakers",
                "texts",
            )
            for table in (*tables, "link_keys", "event_keys", "event_parties", "entity_keys", "parses", "documents"):
                connection.execute(f"DELETE FROM {table}")
            connection.execute("INSERT INTO documents_text (documents_text) VALUES ('delete-all')")
            connection.commit()
            connection.execute("VACUUM")

    @property
    def last_day(self) -> date:
        """The day of the last report."""
        return FIRST_DAY + timedelta(days=max(0, self.reports - 1) // A_DAY)

    def grow_to(self, reports: int, *, progress: Progress = silent) -> None:
        """Enter reports up to this number, and link them."""
        with closing(sqlite3.connect(self.path)) as connection:
            connection.executescript(QUICK)
            for number in range(self.reports, reports):
                self._enter(connection, number)
            connection.commit()
        self.reports = max(self.reports, reports)
        with Store(self.path, create=True) as store:
            link_documents(store, self._settings, run=self._run, progress=progress)

    def aged(self, path: Path, reports: int) -> Path:
        """Write the record with copies of its rows before it, years earlier, about this number of reports; return *path*."""
        shutil.copyfile(self.path, path)
        with closing(sqlite3.connect(path)) as connection:
            connection.executescript(QUICK)
            age(connection, copies=max(0, round(reports / self.reports) - 1))
            connection.commit()
        return path

    @property
    def _run(self) -> str:
        return str(self._templates[0].document["run"])

    def _enter(self, connection: sqlite3.Connection, number: int) -> None:
        copy, place = divmod(number, len(self._templates))
        template = self._templates[place]
        day = FIRST_DAY + timedelta(days=number // A_DAY)
        told = _Retold(copy, day - template.day, template.day, self._own)
        cells = {name: told(value) for name, value in template.document.items() if name != "pk"}
        text, data = told.spelt(template.text), cells.pop("data")
        cells["known_from"] = f"{day.isoformat()}T23:59:59Z"
        pk = _insert(connection, "documents", cells)
        _insert(connection, "texts", {"document_pk": pk, "text": text, "data": data})
        titled = (pk, cells["title"], text)
        connection.execute("INSERT INTO documents_text (rowid, title, text) VALUES (?, ?, ?)", titled)
        for mention in template.mentions:
            _insert(
                connection,
                "event_mentions",
                {name: told(value) for name, value in mention.items()} | {"document_pk": pk},
            )
        for reading in template.readings:
            named = {name: told(value) for name, value in reading.items()} | {"document_pk": pk}
            if reading["reading"] in self._own:
                named["name"] = spell(str(reading["name"]), copy // GENERATION)
            _insert(connection, "readings", named)
        for stage, key, data in template.layers:
            blob = zlib.compress(str(told(data)).encode(), 1)
            connection.execute(
                "INSERT INTO layers (document_pk, stage, key, data, run) VALUES (?, ?, ?, ?, ?)",
                (pk, stage, key, blob, self._run),
            )


class _Retold:
    """What a copy of a report says: other ids, its own days, the people of its generation, other words."""

    def __init__(self, copy: int, shift: timedelta, day: date, own: set[object]) -> None:
        self._copy = copy
        self._shift = shift
        self._day = day
        self._own = own

    def __call__(self, value: object) -> object:
        """Return a cell of the copy."""
        if not isinstance(value, str):
            return value
        text = ID.sub(lambda found: f"{found[1]}:{found[2][:-4]}{self._copy:05x}", value)
        text = _ENTITY.sub(lambda found: self._entity(found[0]), text)
        return _DAY.sub(lambda found: self._moved(found[0]), text)

    def spelt(self, pieces: tuple[str, ...]) -> str:
        """Return the text with most of its words spelt anew."""
        return "".join(self._word(piece) if place % 2 else piece for place, piece in enumerate(pieces))

    def _word(self, word: str) -> str:
        return spell(word, self._copy) if zlib.crc32(word.lower().encode()) % 4 else word

    def _entity(self, entity: str) -> str:
        return f"{entity[:-3]}{self._copy // GENERATION:04x}" if entity in self._own else entity

    def _moved(self, written: str) -> str:
        try:
            day = date.fromisoformat(written)
        except ValueError:
            return written
        return (day + self._shift).isoformat() if abs(day - self._day) <= NEAR else written


def spell(text: str, number: int) -> str:
    """Return text of the same length with other letters, another one for each number; vowels stay vowels."""
    return text.translate(_letters(number)) if number else text


@cache
def _letters(number: int) -> dict[int, int]:
    random = Random(number)
    table: dict[int, int] = {}
    for letters in (_VOWELS, _OTHERS):
        others = "".join(random.sample(letters, len(letters)))
        table.update(str.maketrans(letters + letters.upper(), others + others.upper()))
    return table


def _templates(connection: sqlite3.Connection, settings: Settings) -> Iterator[_Report]:
    linkers = Linkers(settings)
    stages = sorted({stage for linker in linkers.of_documents for stage in linkers.sources(linker).values()})
    dated = connection.execute(
        "SELECT d.*, t.text, t.data FROM documents d JOIN texts t ON t.document_pk = d.pk"
        " WHERE d.dated IS NOT NULL ORDER BY d.known_from, d.id"
    ).fetchall()
    for row in dated:
        pk = row["pk"]
        yield _Report(
            document={name: value for name, value in dict(row).items() if name != "text"} | {"linked_by": ""},
            day=date.fromisoformat(row["dated"][:10]),
            text=tuple(_WORD.split(row["text"])),
            mentions=_rows(connection, "event_mentions", pk, without=("pk",)),
            readings=_rows(connection, "readings", pk, without=("entity", "known_from", "judgement")),
            layers=tuple(
                (stage, key, zlib.decompress(blob).decode())
                for stage, key, blob in connection.execute(
                    "SELECT stage, key, data FROM layers WHERE document_pk = ? ORDER BY stage", (pk,)
                )
                if stage in stages
            ),
        )


def _rows(
    connection: sqlite3.Connection, table: str, pk: int, without: tuple[str, ...] = ()
) -> tuple[dict[str, object], ...]:
    found = connection.execute(f"SELECT * FROM {table} WHERE document_pk = ? ORDER BY 1, 2", (pk,))
    names = [column[0] for column in found.description if column[0] not in without]
    return tuple({name: row[name] for name in names} for row in found)


def _insert(connection: sqlite3.Connection, table: str, cells: dict[str, object]) -> int:
    marks = ", ".join("?" * len(cells))
    cursor = connection.execute(f"INSERT INTO {table} ({', '.join(cells)}) VALUES ({marks})", tuple(cells.values()))
    return cursor.lastrowid or 0
