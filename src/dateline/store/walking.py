"""Walks through what the store holds, in the order in which it became known: a step costs the same, however large the record.

A walk goes on after a Mark, which stays where it is while the record grows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from dateline.model import LinkKind
from dateline.store.rows import IDS_AT_ONCE, end_of

FEW = 5_000
"""Rows that are fetched and sorted rather than met on the way through the whole order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Where something stands in the order: when it became known, and its id; `row` where a report has several."""

    known_from: str
    id: str
    row: int = 0

    @property
    def key(self) -> tuple[str, str, int]:
        """What marks are ordered by."""
        return (self.known_from, self.id, self.row)


@dataclass(frozen=True, slots=True, kw_only=True)
class Walk:
    """Which page is wanted: what was known by the end of `as_of`, after a mark, oldest or newest first."""

    as_of: date | None = None
    after: Mark | None = None
    newest: bool = False
    limit: int = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Some marks in order, those looked at up to `end`; `more` says whether others may come after it."""

    marks: tuple[Mark, ...]
    end: Mark
    more: bool


Finding = tuple[Mark, str]
"""The mark of a quotation or position, and its id."""


class Walker:
    """Finds the marks of one page on a connection; the records are then read by their ids."""

    def __init__(self, connection: Connection, walk: Walk) -> None:
        self._connection = connection
        self._walk = walk

    def reports(self, *, outlet: str | None = None) -> list[Mark]:
        """Return the marks of documents, by document id."""
        where, given = self._after("d.known_from", "d.id")
        if outlet is not None:
            where, given = f"{where} AND d.outlet = ?", (*given, outlet)
        return self._marked(
            f"SELECT d.known_from, d.id, 0 FROM documents d WHERE {where}", given, "d.known_from", "d.id"
        )

    def entities(self, *, kind: str | None = None, country: str | None = None) -> list[Mark]:
        """Return the marks of entities, by entity id."""
        where, given = self._after("e.known_from", "e.id")
        for column, value in (("type", kind), ("country", country)):
            if value is not None:
                where, given = f"{where} AND e.{column} = ?", (*given, value)
        return self._marked(
            f"SELECT e.known_from, e.id, 0 FROM entities e WHERE {where}", given, "e.known_from", "e.id"
        )

    def quotations(self, *, speakers: Sequence[str] | None = None, words: str | None = None) -> list[Finding]:
        """Return the marks of quotations with their ids; `words` are a phrase of their reports."""
        if speakers is None:
            return self._findings("documents d CROSS JOIN quotations f ON f.document_pk = d.pk", words=words)
        said = (
            "speakers s CROSS JOIN quotations f ON f.pk = s.quotation_pk CROSS JOIN documents d ON d.pk = f.document_pk"
        )
        return self._merged(
            self._findings(said, "s.known_from", {"s.entity": [speaker]}, words=words) for speaker in speakers
        )

    def positions(self, *, holders: Sequence[str] | None = None, topics: Sequence[str] | None = None) -> list[Finding]:
        """Return the marks of positions with their ids."""
        wanted = {"f.topic": topics} if topics else {}
        if holders is None and not topics:
            return self._findings("documents d CROSS JOIN positions f ON f.document_pk = d.pk")
        held = "positions f CROSS JOIN documents d ON d.pk = f.document_pk"
        if holders is None:
            return self._findings(held, "f.known_from", wanted)
        return self._merged(
            self._findings(held, "f.known_from", {**wanted, "f.entity": [holder]}) for holder in holders
        )

    def events(
        self,
        *,
        entities: Sequence[str] | None = None,
        since: date | None = None,
        until: date | None = None,
        act: str | None = None,
        modality: str | None = None,
    ) -> Iterator[Stretch]:
        """Yield the marks of events, stretch by stretch, by event id: where each was first told of.

        `since` and `until` bound the days as in `Reader.event_mentions`; `act` and `modality` are those of one telling at least.
        """
        few = self._events_of(entities) if entities is not None else None
        for stretch in self._stretches("SELECT known_from, event FROM event_links") if few is None else _stretches(few):
            wanted: Sequence[Mark] = stretch.marks
            if few is None:
                wanted = self._first("SELECT event, min(known_from) FROM event_links WHERE event", wanted)
                wanted = self._with_party(wanted, entities) if entities is not None else wanted
            yield replace(
                stretch, marks=tuple(self._told_within(wanted, since, until, {"act": act, "modality": modality}))
            )

    def groups(self, kind: LinkKind, *, at_least: int = 1) -> Iterator[Stretch]:
        """Yield the marks of what so many links of a kind lead to, stretch by stretch, by its id: where it was first linked to."""
        condition = f"kind = '{kind}'"
        for stretch in self._stretches(
            f'SELECT known_from, "right" FROM links INDEXED BY links_in_order WHERE {condition}'
        ):
            query = f'SELECT "right", min(known_from) FROM links INDEXED BY links_to WHERE {condition} AND "right"'
            yield replace(stretch, marks=tuple(self._first(query, stretch.marks, at_least)))

    def _findings(
        self,
        source: str,
        known: str = "d.known_from",
        wanted: Mapping[str, Sequence[str]] | None = None,
        *,
        words: str | None = None,
    ) -> list[Finding]:
        """Return what stands in tables *f* of findings and *d* of documents, where columns have one of the values wanted.

        An index that begins with the column wanted and *known* leads to the first of them at once.
        """
        where, given = self._after(known, "d.id", "f.pk")
        for column, values in (wanted or {}).items():
            where, given = f"{where} AND {column} IN ({_blanks(values)})", (*given, *values)
        if words is not None:
            matching = "SELECT rowid FROM documents_text WHERE documents_text MATCH ?"
            where, given = f"{where} AND d.pk IN ({matching})", (*given, words)
        query = f"SELECT {known}, d.id, f.pk, f.id FROM {source} WHERE {where}"
        rows = self._rows(query, given, known, "d.id", "f.pk")
        return [(Mark(known_from=row[0], id=row[1], row=row[2]), row[3]) for row in rows]

    def _merged(self, parts: Iterable[Sequence[Finding]]) -> list[Finding]:
        """Return the first findings of several lists, each once."""
        found = {finding for part in parts for finding in part}
        return sorted(found, key=lambda one: one[0].key, reverse=self._walk.newest)[: self._walk.limit]

    def _events_of(self, entities: Sequence[str]) -> list[Mark] | None:
        """Return the marks of all events that these are a party of, from the page's beginning; None where they are many."""
        concerned = f"SELECT mention_pk FROM event_parties WHERE entity IN ({_blanks(entities)})"
        if not self._is_few(concerned, entities):
            return None
        rows = self._connection.exec_driver_sql(
            f"SELECT DISTINCT event FROM event_parties WHERE entity IN ({_blanks(entities)}) AND known_from <= ?",
            (*entities, end_of(self._walk.as_of)),
        )
        firsts = self._firsts("SELECT event, min(known_from) FROM event_links WHERE event", [row[0] for row in rows])
        found = sorted((Mark(known_from=first, id=event) for event, first in firsts.items()), key=lambda p: p.key)
        after = self._walk.after
        if self._walk.newest:
            return [mark for mark in reversed(found) if after is None or mark.key < after.key]
        return [mark for mark in found if after is None or mark.key > after.key]

    def _with_party(self, marks: Sequence[Mark], entities: Sequence[str]) -> list[Mark]:
        query = (
            "SELECT DISTINCT l.event FROM event_links l CROSS JOIN event_parties p ON p.mention_pk = l.mention_pk"
            f" WHERE l.known_from <= ? AND p.entity IN ({_blanks(entities)}) AND l.event"
        )
        return self._kept(marks, query, (end_of(self._walk.as_of), *entities))

    def _told_within(
        self, marks: Sequence[Mark], since: date | None, until: date | None, told: Mapping[str, str | None]
    ) -> list[Mark]:
        conditions, given = ["l.known_from <= ?"], [end_of(self._walk.as_of)]
        if since is not None:
            conditions.append("coalesce(m.latest, l.known_from) >= ?")
            given.append(since.isoformat())
        if until is not None:
            conditions.append("coalesce(m.earliest, l.known_from) <= ?")
            given.append(end_of(until))
        for column, value in told.items():
            if value is not None:
                conditions.append(f"m.{column} = ?")
                given.append(value)
        if len(conditions) == 1:
            return list(marks)
        query = "SELECT DISTINCT l.event FROM event_links l JOIN event_mentions m ON m.pk = l.mention_pk WHERE "
        return self._kept(marks, f"{query}{' AND '.join(conditions)} AND l.event", tuple(given))

    def _kept(self, marks: Sequence[Mark], query: str, given: tuple[Any, ...]) -> list[Mark]:
        """Return the marks whose ids a query, which ends before "IN", finds among them."""
        kept: set[str] = set()
        for ids in _chunks([mark.id for mark in marks]):
            kept.update(self._connection.exec_driver_sql(f"{query} IN ({_blanks(ids)})", (*given, *ids)).scalars())
        return [mark for mark in marks if mark.id in kept]

    def _first(self, query: str, marks: Sequence[Mark], at_least: int = 1) -> list[Mark]:
        """Return the marks that are the first of their ids, of which there are so many, by a query that ends before "IN"."""
        firsts = self._firsts(query, [mark.id for mark in marks], at_least)
        return [mark for mark in marks if firsts.get(mark.id) == mark.known_from]

    def _firsts(self, query: str, ids: Sequence[str], at_least: int = 1) -> dict[str, str]:
        found: dict[str, str] = {}
        for chunk in _chunks(ids):
            rows = self._connection.exec_driver_sql(
                f"{query} IN ({_blanks(chunk)}) GROUP BY 1 HAVING count(*) >= {at_least}", tuple(chunk)
            )
            found.update((row[0], row[1]) for row in rows)
        return found

    def _stretches(self, query: str) -> Iterator[Stretch]:
        """Yield all marks that a query finds, stretch by stretch, each once in a stretch."""
        known, wanted = query.partition(" FROM ")[0].removeprefix("SELECT ").split(", ")
        at = self._walk.after
        while True:
            walker = Walker(self._connection, replace(self._walk, after=at, limit=IDS_AT_ONCE))
            where, given = walker._after(known, wanted)
            joined = f"{query} {'AND' if ' WHERE ' in query else 'WHERE'} {where}"
            rows = walker._rows(joined, given, known, wanted)
            if not rows:
                return
            at = Mark(known_from=rows[-1][0], id=rows[-1][1])
            marks = dict.fromkeys(Mark(known_from=row[0], id=row[1]) for row in rows)
            yield Stretch(marks=tuple(marks), end=at, more=len(rows) == IDS_AT_ONCE)

    def _after(self, *columns: str) -> tuple[str, tuple[Any, ...]]:
        known, until, after = columns[0], end_of(self._walk.as_of), self._walk.after
        if after is None:
            return f"{known} <= ?", (until,)
        beyond = f"({', '.join(columns)}) {'<' if self._walk.newest else '>'} ({_blanks(columns)})"
        # The first column is bounded by itself too: SQLite begins an index scan at that, not at the whole row's place.
        if self._walk.newest:
            return f"{known} <= ? AND {beyond}", (min(until, after.known_from), *after.key[: len(columns)])
        where = f"{known} <= ? AND {known} >= ? AND {beyond}"
        return where, (until, after.known_from, *after.key[: len(columns)])

    def _marked(self, query: str, given: Sequence[Any], *columns: str) -> list[Mark]:
        return [Mark(known_from=row[0], id=row[1]) for row in self._rows(query, given, *columns)]

    def _rows(self, query: str, given: Sequence[Any], *columns: str) -> Sequence[Any]:
        direction = " DESC" if self._walk.newest else ""
        order = ", ".join(f"{column}{direction}" for column in columns)
        return self._connection.exec_driver_sql(f"{query} ORDER BY {order} LIMIT ?", (*given, self._walk.limit)).all()

    def _is_few(self, query: str, given: Sequence[str]) -> bool:
        counted = self._connection.exec_driver_sql(f"SELECT count(*) FROM ({query} LIMIT {FEW + 1})", tuple(given))
        return int(counted.scalar_one()) <= FEW


def _stretches(marks: Sequence[Mark]) -> Iterator[Stretch]:
    for first in range(0, len(marks), IDS_AT_ONCE):
        stretch = marks[first : first + IDS_AT_ONCE]
        yield Stretch(marks=tuple(stretch), end=stretch[-1], more=first + IDS_AT_ONCE < len(marks))


def _chunks(ids: Sequence[str]) -> Iterable[Sequence[str]]:
    return (ids[first : first + IDS_AT_ONCE] for first in range(0, len(ids), IDS_AT_ONCE))


def _blanks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))
