"""What lists and overviews need: ids, heads and counts, each from an index and never more than a limit.

`until` in any method is the last second that is known (`end_of` a day); days are ISO 8601.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, text

from dateline.model import END_OF_TIME, Entity, EntityType, LinkKind, Moment, Position, decode, key_within
from dateline.store.reader import ReportHead
from dateline.store.rows import link_key

MOST_MATCHES = 1000
"""Matches of a search that its facets count, the best first."""

MOST_RANKED = 5_000
"""Matches of a search among which the best are sought: ranking takes about 2 ms a thousand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headed:
    """A report as a list shows it."""

    id: str
    name: str
    title: str | None
    outlet: str | None
    agency: str | None
    dated: Moment | None
    known_from: str
    lead: str = ""
    """The beginning of its text, for a report without a title."""

    snippet: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An entity as a list shows it, with the number of reports that name it in the period asked for."""

    id: str
    name: str
    type: str
    country: str | None
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """Two entities that events of one type have in common, and how many events these are."""

    one: str
    other: str
    event_type: str
    events: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place with coordinates, and the events that are told to have happened there."""

    name: str
    country: str | None
    latitude: float
    longitude: float
    events: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What an outlet had in a period: its reports, and those of them that go back to another's."""

    outlet: str
    reports: int
    copies: int
    copied: int


_HEAD = (
    "d.id, d.external_id, d.title, d.outlet, d.agency, d.dated, d.known_from,"
    " CASE WHEN d.title IS NULL THEN (SELECT substr(t.text, 1, 160) FROM texts t WHERE t.document_pk = d.pk) END AS lead"
)


class Lists:
    """Bounded questions on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def _rows(self, statement: str, **given: object) -> Sequence[Any]:
        return self._connection.execute(text(statement), given).all()

    def _values(self, statement: str, **given: object) -> list[Any]:
        return [row[0] for row in self._rows(statement, **given)]

    # days

    def bounds(self) -> tuple[str, str] | None:
        """Return the first and the last day on which a dated report became known; None where no report is dated."""
        found = self._rows(
            "SELECT (SELECT min(known_from) FROM documents),"
            " (SELECT max(known_from) FROM documents"
            " WHERE known_from <= substr((SELECT max(started_at) FROM runs), 1, 10) || 'T23:59:59Z')"
        )[0]
        return (found[0][:10], found[1][:10]) if found[0] and found[1] else None

    def day_of_report(self, number: int, *, until: str) -> str | None:
        """Return the day on which the last but so many of the dated reports became known; None where there are fewer."""
        found = self._values(
            "SELECT known_from FROM documents WHERE known_from <= :until ORDER BY known_from DESC LIMIT 1 OFFSET :number",
            until=until,
            number=number,
        )
        return found[0][:10] if found else None

    # reports

    def reports(self, *, until: str, outlet: str | None = None, limit: int, offset: int = 0) -> list[Headed]:
        """Return the newest reports, the newest first."""
        only = "AND d.outlet = :outlet" if outlet else ""
        return [
            _headed(row)
            for row in self._rows(
                f"SELECT {_HEAD} FROM documents d WHERE d.known_from <= :until {only}"
                " ORDER BY d.known_from DESC, d.id DESC LIMIT :limit OFFSET :offset",
                until=until,
                outlet=outlet,
                limit=limit,
                offset=offset,
            )
        ]

    def ranked(self, query: str, *, until: str) -> list[int]:
        """Return the rows of the reports that match a full-text query, the best first, of these so many as are ever looked at.

        Of a word that very many reports have, the best are sought among those read last. How rare a word is, by which they
        are found, is counted over the whole archive, whatever the day.
        """
        known = "CROSS JOIN documents d ON d.pk = documents_text.rowid AND d.known_from <= :until"
        matching = f"FROM documents_text {known if until < END_OF_TIME else ''} WHERE documents_text MATCH :query"
        row = "documents_text.rowid"
        first = self._values(
            f"SELECT {row} {matching} ORDER BY {row} DESC LIMIT 1 OFFSET :most",
            query=query,
            until=until,
            most=MOST_RANKED - 1,
        )
        return self._values(
            f"SELECT {row} {matching} AND {row} >= :first AND rank MATCH 'bm25(4.0, 1.0)' ORDER BY rank LIMIT :most",
            query=query,
            until=until,
            first=first[0] if first else 0,
            most=MOST_MATCHES,
        )

    def ids(self, ranked: Sequence[int]) -> list[str]:
        """Return the ids of ranked reports, in their order."""
        return self._values(
            "SELECT d.id FROM json_each(:ranked) b JOIN documents d ON d.pk = b.value ORDER BY b.key",
            ranked=json.dumps(ranked),
        )

    def matches(
        self, query: str, ranked: Sequence[int], *, since: str, outlet: str | None, limit: int, offset: int
    ) -> list[Headed]:
        """Return a page of ranked reports, each with a marked snippet; only of these the texts are looked at."""
        only = (" AND d.outlet = :outlet" if outlet else "") + (" AND d.known_from >= :since" if since else "")
        return [
            _headed(row, snippet=row.snippet)
            for row in self._rows(
                "WITH chosen AS MATERIALIZED (SELECT b.value AS pk, b.key AS place FROM json_each(:ranked) b"
                f" JOIN documents d ON d.pk = b.value WHERE 1{only}"
                " ORDER BY b.key LIMIT :limit OFFSET :offset)"
                f" SELECT {_HEAD}, snippet(documents_text, 1, char(1), char(2), ' … ', 28) AS snippet"
                " FROM chosen CROSS JOIN documents_text ON documents_text.rowid = chosen.pk JOIN documents d ON d.pk = chosen.pk"
                " WHERE documents_text MATCH :query ORDER BY chosen.place",
                query=query,
                ranked=json.dumps(ranked),
                since=since,
                outlet=outlet,
                limit=limit,
                offset=offset,
            )
        ]

    def facets(self, ranked: Sequence[int]) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
        """Return how many of ranked reports each outlet and each month has."""
        found = self._rows(
            "SELECT d.outlet, substr(d.known_from, 1, 7), count(*) FROM json_each(:ranked) b JOIN documents d ON d.pk = b.value"
            " GROUP BY 1, 2",
            ranked=json.dumps(ranked),
        )
        outlets: dict[str, int] = {}
        months: dict[str, int] = {}
        for outlet, month, count in found:
            if outlet:
                outlets[outlet] = outlets.get(outlet, 0) + count
            if month < "9999":
                months[month] = months.get(month, 0) + count
        return sorted(outlets.items(), key=lambda pair: (-pair[1], pair[0])), sorted(months.items())

    def entities_in(self, ranked: Sequence[int], *, limit: int) -> list[Named]:
        """Return whom most of the best of ranked reports name."""
        return _named(
            self._rows(
                "SELECT e.id, e.name, e.type, e.country, count(*) FROM json_each(:ranked) b"
                " JOIN readings r ON r.document_pk = b.value JOIN entities e ON e.id = r.entity"
                " GROUP BY e.id ORDER BY 5 DESC, e.name LIMIT :limit",
                ranked=json.dumps(ranked[:200]),
                limit=limit,
            )
        )

    def acts_in(self, ranked: Sequence[int]) -> list[tuple[str, int]]:
        """Return the types of the acts that the best of ranked reports tell of, each with how many of them do, most first."""
        found = self._rows(
            "SELECT m.act, count(DISTINCT m.document_pk) FROM json_each(:ranked) b"
            " JOIN event_mentions m ON m.document_pk = b.value GROUP BY m.act ORDER BY 2 DESC, 1",
            ranked=json.dumps(ranked[:200]),
        )
        return [(act, count) for act, count in found]

    def narrowed(
        self, ranked: Sequence[int], *, entity: str | None, act: str | None, events: Sequence[str] | None
    ) -> list[int]:
        """Return those of ranked reports that name an entity, tell of such an act, and tell of one of these events."""
        only = ""
        if entity:
            only += " AND EXISTS (SELECT 1 FROM readings r WHERE r.document_pk = b.value AND r.entity = :entity)"
        if act:
            only += " AND EXISTS (SELECT 1 FROM event_mentions m WHERE m.document_pk = b.value AND m.act = :act)"
        if events is not None:
            only += (
                " AND EXISTS (SELECT 1 FROM event_mentions m JOIN event_links l ON l.mention_pk = m.pk"
                " WHERE m.document_pk = b.value AND l.event IN (SELECT value FROM json_each(:events)))"
            )
        return self._values(
            f"SELECT b.value FROM json_each(:ranked) b WHERE 1 {only} ORDER BY b.key",
            ranked=json.dumps(ranked),
            entity=entity,
            act=act,
            events=json.dumps(events or []),
        )

    # events

    def events(
        self,
        *,
        until: str,
        first: str = "",
        last: str = "9999",
        event_type: str | None = None,
        limit: int,
        ascending: bool = False,
        planned: bool = False,
    ) -> list[str]:
        """Return the events whose last day lies between two days, the latest first unless `ascending`."""
        order = "ASC" if ascending else "DESC"
        only = "AND m.act = :type" if event_type else ""
        only += " AND m.modality = 'planned'" if planned else ""
        found = self._values(
            f"SELECT l.event FROM event_mentions m JOIN event_links l ON l.mention_pk = m.pk"
            f" WHERE m.latest >= :first AND m.latest <= :last AND l.known_from <= :until {only}"
            f" ORDER BY m.latest {order} LIMIT :limit",
            until=until,
            first=first,
            last=last,
            type=event_type,
            limit=limit * 4,
        )
        return list(dict.fromkeys(found))[:limit]

    def events_of(self, entities: Sequence[str], *, until: str, limit: int) -> list[str]:
        """Return the events that all of one or two entities have a part in, those told last first."""
        one, other = entities[0], entities[-1]
        same = "o.known_from = p.known_from AND o.mention_pk = p.mention_pk"
        with_other = f"CROSS JOIN event_parties o ON o.entity = :other AND {same}"
        found = self._values(
            f"SELECT p.event FROM event_parties p {with_other if one != other else ''}"
            " WHERE p.entity = :one AND p.known_from <= :until"
            " ORDER BY p.known_from DESC LIMIT :limit",
            one=one,
            other=other,
            until=until,
            limit=limit * 3,
        )
        return list(dict.fromkeys(found))[:limit]

    def events_told(self, *, after: str, until: str, limit: int) -> list[str]:
        """Return the events that were told between two moments, those told by most first."""
        return self._values(
            "SELECT event FROM event_links WHERE known_from > :after AND known_from <= :until"
            " GROUP BY event ORDER BY count(*) DESC, max(known_from) DESC LIMIT :limit",
            after=after,
            until=until,
            limit=limit,
        )

    def events_passed(self, *, first: str, last: str, until: str, limit: int) -> list[str]:
        """Return the events that were announced for a day from one on to before another, and known by *until*, the last first."""
        found = self._values(
            "SELECT l.event FROM event_mentions m INDEXED BY event_mentions_by_last_day CROSS JOIN event_links l"
            " ON l.mention_pk = m.pk WHERE m.latest >= :first AND m.latest < :last AND m.modality = 'planned'"
            " AND l.known_from <= :until ORDER BY m.latest DESC LIMIT :limit",
            first=first,
            last=last,
            until=until,
            limit=limit,
        )
        return list(dict.fromkeys(found))

    # stories

    def stories(self, *, since: str, until: str, limit: int) -> list[tuple[str, int]]:
        """Return the stories to which most reports were added in a period, with how many these are."""
        found = self._rows(
            'SELECT "right", count(*) FROM links INDEXED BY links_in_order'
            " WHERE kind = 'same story' AND known_from >= :since AND known_from <= :until"
            ' GROUP BY "right" ORDER BY 2 DESC, max(known_from) DESC, 1 LIMIT :limit',
            since=since,
            until=until,
            limit=limit,
        )
        return [(row[0], row[1]) for row in found]

    def story_reports(self, story: str, *, until: str, limit: int) -> list[Headed]:
        """Return the newest reports of a story, the oldest of them first."""
        found = self._rows(
            f"SELECT {_HEAD} FROM links k INDEXED BY links_to"
            ' JOIN documents d ON d.id = k."left" WHERE k."right" = :story AND k.kind = \'same story\''
            " AND k.known_from <= :until ORDER BY k.known_from DESC, d.id DESC LIMIT :limit",
            story=story,
            until=until,
            limit=limit,
        )
        return [_headed(row) for row in reversed(found)]

    def story_of(self, document_id: str) -> str | None:
        """Return the story that a report belongs to."""
        found = self._values(
            'SELECT "right" FROM links INDEXED BY links_from WHERE "left" = :id AND kind = \'same story\' LIMIT 1',
            id=document_id,
        )
        return found[0] if found else None

    def story_data(self, story: str, *, until: str) -> str | None:
        """Return what the last report of a story left for its successors."""
        found = self._values(
            "SELECT data FROM links INDEXED BY links_to WHERE \"right\" = :story AND kind = 'same story' AND known_from <= :until"
            " ORDER BY known_from DESC, pk DESC LIMIT 1",
            story=story,
            until=until,
        )
        return found[0] if found else None

    def story_parts(self, story: str, *, until: str, limit: int) -> list[str]:
        """Return the stories that began as a matter of their own in the affair of a story, those that began last first."""
        return self._values(
            'SELECT l."right" FROM link_keys k CROSS JOIN links l ON l.pk = k.link_pk'
            " WHERE k.key = :key AND l.known_from <= :until ORDER BY k.link_pk DESC LIMIT :limit",
            key=link_key(LinkKind.SAME_STORY, key_within(story)),
            until=until,
            limit=limit,
        )

    def events_in(self, documents: Sequence[str], *, limit: int) -> list[str]:
        """Return the events that most of these reports tell of."""
        marks = ",".join(f":d{number}" for number in range(len(documents)))
        return self._values(
            "SELECT l.event FROM documents d JOIN event_mentions m ON m.document_pk = d.pk"
            f" JOIN event_links l ON l.mention_pk = m.pk WHERE d.id IN ({marks})"
            " GROUP BY l.event ORDER BY count(*) DESC, max(l.known_from) DESC LIMIT :limit",
            **{f"d{number}": name for number, name in enumerate(documents)},
            limit=limit,
        )

    # people, states, bodies

    def canonical(self, document_id: str) -> dict[str, str]:
        """Return the entity of each reading of a report."""
        found = self._rows(
            "SELECT r.reading, r.entity FROM documents d JOIN readings r ON r.document_pk = d.pk"
            " WHERE d.id = :id AND r.entity IS NOT NULL",
            id=document_id,
        )
        return {row[0]: row[1] for row in found}

    def entities(self, *, since: str, until: str, type: str | None = None, limit: int) -> list[Named]:
        """Return whom most reports of a period name."""
        only = "AND e.type = :type" if type else ""
        return _named(
            self._rows(
                "WITH named AS MATERIALIZED (SELECT entity, count(*) AS reports FROM readings INDEXED BY readings_in_order"
                " WHERE known_from >= :since AND known_from <= :until GROUP BY entity)"
                " SELECT e.id, e.name, e.type, e.country, named.reports FROM named JOIN entities e ON e.id = named.entity"
                f" WHERE 1 {only} ORDER BY named.reports DESC, e.name LIMIT :limit",
                since=since,
                until=until,
                type=type,
                limit=limit,
            )
        )

    def entity(self, name: str, *, until: str, most: int) -> Entity | None:
        """Return one entity as the last so many reports that name it, of those known by then, tell of it; all are counted."""
        found = self._rows("SELECT * FROM entities WHERE id = :id AND known_from <= :until", id=name, until=until)
        if not found:
            return None
        rows = self._rows(
            "SELECT surfaces, count, known_from FROM readings WHERE entity = :id AND known_from <= :until"
            " ORDER BY known_from DESC LIMIT :most",
            id=name,
            until=until,
            most=most,
        )
        seen = Counter(text for row in rows for text in json.loads(row.surfaces))
        days = [row.known_from[:10] for row in rows if row.known_from < END_OF_TIME]
        head, reports = found[0], "SELECT count(*) FROM readings WHERE entity = :id AND known_from <= :until"
        return Entity(
            id=head.id,
            name=head.name,
            type=EntityType(head.type),
            country=head.country,
            wikidata=head.wikidata,
            aliases=tuple(sorted((text for text in seen if text != head.name), key=lambda text: (-seen[text], text))),
            mentions=sum(row.count for row in rows),
            documents=self._values(reports, id=name, until=until)[0],
            first_seen=Moment(head.known_from[:10]) if head.known_from < END_OF_TIME else None,
            last_seen=Moment(max(days)) if days else None,
        )

    def entities_keyed(self, keys: Sequence[str], *, until: str) -> list[str]:
        """Return the entities that any of these name keys lead to."""
        marks = ",".join(f":k{number}" for number in range(len(keys)))
        return self._values(
            "SELECT DISTINCT e.id FROM entity_keys k JOIN entities e ON e.id = k.entity"
            f" WHERE k.key IN ({marks}) AND e.known_from <= :until ORDER BY e.id",
            **{f"k{number}": key for number, key in enumerate(keys)},
            until=until,
        )

    def entities_starting(self, keys: Sequence[str], *, until: str, limit: int) -> list[Named]:
        """Return the entities of which a name key begins with one of these, the shortest names first."""
        parts = " UNION ".join(
            f"SELECT entity FROM entity_keys WHERE key >= :k{number} AND key < :k{number} || char(1114111)"
            for number in range(len(keys))
        )
        return _named(
            self._rows(
                f"SELECT id, name, type, country, 0 FROM entities WHERE id IN ({parts}) AND known_from <= :until"
                " ORDER BY length(name), name LIMIT :limit",
                **{f"k{number}": key for number, key in enumerate(keys)},
                until=until,
                limit=limit,
            )
        )

    def entities_named(self, words: str, *, until: str, limit: int) -> list[Named]:
        """Return the entities whose name has these words in it, the shortest names first."""
        return _named(
            self._rows(
                "SELECT id, name, type, country, 0 FROM entities WHERE instr(casefold(name), :words) > 0 AND known_from <= :until"
                " ORDER BY casefold(name) <> :words, length(name), name LIMIT :limit",
                words=words.casefold(),
                until=until,
                limit=limit,
            )
        )

    def ties(self, *, first: str, last: str, until: str, limit: int) -> list[Tie]:
        """Return which entities have events of a period in common, those with most first."""
        found = self._rows(
            "SELECT a.entity, b.entity, m.event_type, count(DISTINCT l.event) FROM event_mentions m"
            " JOIN event_links l ON l.mention_pk = m.pk JOIN event_parties a ON a.mention_pk = m.pk"
            " JOIN event_parties b ON b.mention_pk = m.pk AND b.entity > a.entity"
            " WHERE m.latest >= :first AND m.latest <= :last AND l.known_from <= :until"
            " AND m.modality IN ('occurred', 'ongoing') GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3 LIMIT :limit",
            first=first,
            last=last,
            until=until,
            limit=limit,
        )
        return [Tie(one=row[0], other=row[1], event_type=row[2], events=row[3]) for row in found]

    def spots(self, *, first: str, last: str, until: str, limit: int) -> list[Spot]:
        """Return where the events of a period happened, of the latest so many tellings that name a place."""
        found = self._rows(
            "SELECT l.event, json_extract(m.data, '$.place.name'), json_extract(m.data, '$.place.country'),"
            " json_extract(m.data, '$.place.latitude'), json_extract(m.data, '$.place.longitude')"
            " FROM event_mentions m JOIN event_links l ON l.mention_pk = m.pk"
            " WHERE m.latest >= :first AND m.latest <= :last AND l.known_from <= :until"
            " AND instr(m.data, '\"latitude\"') > 0 ORDER BY m.latest DESC LIMIT :limit",
            first=first,
            last=last,
            until=until,
            limit=limit,
        )
        events: dict[tuple[str, str | None, float, float], dict[str, None]] = {}
        for event, *place in found:
            if place[2] is not None and place[3] is not None:
                events.setdefault((place[0], place[1], place[2], place[3]), {})[event] = None
        spots = [
            Spot(name=name, country=country, latitude=latitude, longitude=longitude, events=tuple(told))
            for (name, country, latitude, longitude), told in events.items()
        ]
        return sorted(spots, key=lambda spot: (-len(spot.events), spot.name))

    # what is said

    def quotations(
        self, *, until: str, speaker: str | None = None, query: str | None = None, limit: int, offset: int = 0
    ) -> list[str]:
        """Return the newest quotations: of a speaker, or in reports that match a full-text query, or all."""
        if speaker is not None:
            return self._values(
                "SELECT q.id FROM speakers s CROSS JOIN quotations q ON q.pk = s.quotation_pk"
                " WHERE s.entity = :entity AND s.known_from <= :until"
                + (
                    " AND q.document_pk IN (SELECT rowid FROM documents_text WHERE documents_text MATCH :query)"
                    if query
                    else ""
                )
                + " ORDER BY s.known_from DESC, s.quotation_pk LIMIT :limit OFFSET :offset",
                entity=speaker,
                until=until,
                query=query,
                limit=limit,
                offset=offset,
            )
        if query is not None:
            return self._values(
                "WITH best AS MATERIALIZED (SELECT rowid AS pk FROM documents_text WHERE documents_text MATCH :query"
                " ORDER BY rank LIMIT 200) SELECT q.id FROM best JOIN quotations q ON q.document_pk = best.pk"
                " JOIN documents d ON d.pk = best.pk WHERE d.known_from <= :until ORDER BY d.known_from DESC, q.pk LIMIT :limit",
                query=query,
                until=until,
                limit=limit,
            )
        return self._values(
            "SELECT q.id FROM documents d INDEXED BY documents_in_order JOIN quotations q ON q.document_pk = d.pk"
            " WHERE d.known_from <= :until AND q.speaker IS NOT NULL ORDER BY d.known_from DESC, d.id DESC, q.pk"
            " LIMIT :limit OFFSET :offset",
            until=until,
            limit=limit,
            offset=offset,
        )

    def topics(self, *, limit: int) -> list[tuple[str, int]]:
        """Return the matters on which most positions are taken, with how many these are."""
        found = self._rows(
            "SELECT topic, count(*) FROM positions GROUP BY topic ORDER BY 2 DESC, 1 LIMIT :limit", limit=limit
        )
        return [(row[0], row[1]) for row in found]

    def positions(
        self,
        *,
        topic: str | None = None,
        holder: str | None = None,
        reports: Sequence[str] | None = None,
        until: str,
        limit: int,
    ) -> list[tuple[Position, ReportHead, str]]:
        """Return the newest positions on a matter, of a holder or in some reports, each with its holder's canonical id."""
        wanted = [
            f"p.{column} = :{column}" for column, value in (("entity", holder), ("topic", topic)) if value is not None
        ]
        told_in = "json_each(:reports) b CROSS JOIN documents d ON d.id = b.value CROSS JOIN positions p ON p.document_pk = d.pk"
        found = self._rows(
            "SELECT p.data, p.entity, d.id, d.external_id, d.outlet, d.agency, d.dated, d.known_from"
            f" FROM {told_in if reports is not None else 'positions p CROSS JOIN documents d ON d.pk = p.document_pk'}"
            f" WHERE {' AND '.join(['p.known_from <= :until', *wanted])} ORDER BY p.known_from DESC, p.pk LIMIT :limit",
            topic=topic,
            entity=holder,
            reports=json.dumps(reports),
            until=until,
            limit=limit,
        )
        positions = [(decode(Position, json.loads(row.data)), row) for row in found]
        return [(position, _head(row), row.entity or position.holder.id) for position, row in positions]

    # outlets

    def outlets(self, *, since: str, until: str) -> list[Printed]:
        """Return what each outlet had in a period, those with most reports first."""
        found = self._rows(
            'SELECT d.outlet, count(*), sum(k."right" <> k."left") FROM documents d INDEXED BY documents_in_order'
            " LEFT JOIN links k INDEXED BY links_from ON k.\"left\" = d.id AND k.kind = 'copy of'"
            " WHERE d.known_from >= :since AND d.known_from <= :until AND d.outlet IS NOT NULL GROUP BY 1",
            since=since,
            until=until,
        )
        copied = {
            row[0]: row[1]
            for row in self._rows(
                'SELECT o.outlet, count(*) FROM links k INDEXED BY links_in_order JOIN documents o ON o.id = k."right"'
                ' WHERE k.known_from >= :since AND k.known_from <= :until AND k.kind = \'copy of\' AND k."right" <> k."left"'
                " GROUP BY 1",
                since=since,
                until=until,
            )
        }
        printed = [
            Printed(outlet=row[0], reports=row[1], copies=row[2] or 0, copied=copied.get(row[0], 0)) for row in found
        ]
        return sorted(printed, key=lambda one: (-one.reports, one.outlet))

    def agencies(self, *, since: str, until: str) -> list[tuple[str, str, int]]:
        """Return how many reports of a period each outlet credits to each agency, those with most first."""
        found = self._rows(
            "SELECT outlet, agency, count(*) FROM documents INDEXED BY documents_in_order WHERE known_from >= :since"
            " AND known_from <= :until AND outlet IS NOT NULL AND agency IS NOT NULL GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2",
            since=since,
            until=until,
        )
        return [(row[0], row[1], row[2]) for row in found]


def _headed(row: Any, *, snippet: str = "") -> Headed:
    return Headed(
        id=row.id,
        name=row.external_id or row.id,
        title=row.title,
        outlet=row.outlet,
        agency=row.agency,
        dated=Moment(row.dated) if row.dated else None,
        known_from=row.known_from,
        lead=" ".join((row.lead or "").split()).rpartition(" ")[0],
        snippet=snippet,
    )


def _head(row: Any) -> ReportHead:
    return ReportHead(
        id=row.id,
        name=row.external_id or row.id,
        outlet=row.outlet,
        agency=row.agency,
        dated=Moment(row.dated) if row.dated else None,
        order=row.known_from,
    )


def _named(found: Sequence[Any]) -> list[Named]:
    return [Named(id=row[0], name=row[1], type=row[2], country=row[3], reports=row[4]) for row in found]
