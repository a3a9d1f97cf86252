"""Ask every page and list of a record over loopback; tell how long it took, beside its main question put to SQLite alone.

    python -m benchmarks.speed.load RECORD.db [--times 20] [--seconds 300] [--clients 1]

A server of its own answers, as `dateline serve` does; each page is asked for different things and days, so that no answer is
asked twice. --seconds bounds the whole. Processor time (of the server, right with one client only) is what a page takes on a
machine that does nothing else. With --results FILE the table is written to a section of that file.
"""

from __future__ import annotations

import argparse
import random
import socket
import sqlite3
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import quote

import httpx
import psutil

from benchmarks.results import table, today, write_section

TOKEN = "load"
AIM = 150
"""Milliseconds in which 95 of 100 answers should come."""

WORDS = (
    "president",
    "ceasefire",
    "talks",
    "minister visit",
    "sanctions",
    "army",
    "election",
    '"prime minister"',
    "border",
)


@dataclass(frozen=True, slots=True)
class Things:
    """What pages are asked for: ids of the record, and its days."""

    entities: list[str]
    events: list[str]
    reports: list[str]
    stories: list[str]
    pairs: list[tuple[str, str]]
    topics: list[str]
    days: list[date]


@dataclass(slots=True)
class Timing:
    """Milliseconds of the answers of one page, of the processor for them, and of its main question in SQLite alone."""

    page: list[float] = field(default_factory=list)
    cpu: list[float] = field(default_factory=list)
    bare: list[float] = field(default_factory=list)
    failed: int = 0


Asking = Callable[[random.Random, Things], tuple[str, str, tuple[object, ...]]]
"""Returns an address, and the main question behind it as SQL with its parameters."""


def home(chance: random.Random, things: Things) -> tuple[str, str, tuple[object, ...]]:
    day = chance.choice(things.days)
    sql = "SELECT event FROM event_links WHERE known_from > ? AND known_from <= ? GROUP BY event ORDER BY count(*) DESC LIMIT 300"
    return f"/?as_of={day}", sql, (f"{day - timedelta(days=1)}T23:59:59Z", f"{day}T23:59:59Z")


def events(chance: random.Random, things: Things) -> tuple[str, str, tuple[object, ...]]:
    day = chance.choice(things.days)
    sql = "SELECT data FROM event_mentions WHERE latest <= ? ORDER BY latest DESC LIMIT 280"
    return f"/events?as_of={day}", sql, (f"{day}",)


def event(chance: random.Random, things: Things) -> tuple[str, str, tuple[object, ...]]:
    name = chance.choice(things.events)
    sql = "SELECT m.data FROM event_links l JOIN event_mentions m ON m.pk = l.mention_pk WHERE l.event = ?"
    return f"/events/{quote(name)}", sql, (name,)


def story(chance: random.Random, things: Things) -> tuple[str, str, tuple[object, ...]]:
    name = chance.choice(things.stories)
    sql = 'SELECT d.title FROM links k JOIN documents d ON d.id = k."left" WHERE k."right" = ? AND k.kind = \'same story\''
    return f"/stories/{quote(name)}", sql, (name,)


def stories(chance: random.Random, things: Things) -> tuple[str, str, tuple[object, ...]]:
    day = chance.choice(things.days)
    sql = "SELECT \"right\", count(*) FROM links WHERE known_from BETWEEN ? AND ? AND kind = 'same story' GROUP BY 1"
    return f"/stories?as_of={day}", sql, (f"{day - timedelta(days=14)}", f"{day}T23:59:59Z")


def report(chance: random.Random, things: Things) -> tuple[str, str, tuple[object, ...]]:
    name = chance.choice(things.reports)
    return f"/reports/{quote(name)}", "SELECT * FROM documents WHERE id = ?", (name,)


def reports(chance: random.Random, things: Things) -> tuple[str, str, tuple[object, ...]]:
    day = chance.choice(things.days)
    sql = "SELECT id, title, outlet FROM documents WHERE known_from <= ? ORDER BY known_from DESC LIMIT 51"
    return f"/reports?as_of={day}", sql, (f"{day}T23:59:59Z",)


def entity(chance: random.Random, things: Things) -> tuple[str, str, tuple[object, ...]]:
    name = chance.choice(things.entities)
    sql = (
        "SELECT m.data FROM event_parties p JOIN event_mentions m ON m.pk = p.mention_pk WHERE p.entity = ?"
        " ORDER BY p.mention_pk DESC LIMIT 70"
    )
    return f"/entities/{quote(name)}", sql, (name,)


def entities(chance: random.Random, things: Things) -> tuple[str, str, tuple[object, ...]]:
    day = chance.choice(things.days)
    sql = (
        "SELECT r.entity, count(*) FROM documents d JOIN readings r ON r.document_pk = d.pk"
        " WHERE d.known_from BETWEEN ? AND ? GROUP BY 1 ORDER BY 2 DESC LIMIT 100"
    )
    return f"/entities?as_of={day}", sql, (f"{day - timedelta(days=14)}", f"{day}T23:59:59Z")


def pair(chance: random.Random, things: Things) -> tuple[str, str, tuple[object, ...]]:
    one, other = chance.choice(things.pairs)
    sql = (
        "SELECT m.data FROM event_parties a JOIN event_parties b ON b.mention_pk = a.mention_pk AND b.entity = ?"
        " JOIN event_mentions m ON m.pk = a.mention_pk WHERE a.entity = ? LIMIT 150"
    )
    return f"/pairs?one={quote(one)}&other={quote(other)}", sql, (other, one)


def quotations(chance: random.Random, things: Things) -> tuple[str, str, tuple[object, ...]]:
    day = chance.choice(things.days)
    sql = (
        "SELECT q.data FROM documents d JOIN quotations q ON q.document_pk = d.pk WHERE d.known_from <= ?"
        " ORDER BY d.known_from DESC LIMIT 51"
    )
    return f"/quotations?as_of={day}", sql, (f"{day}T23:59:59Z",)


def spoken(chance: random.Random, things: Things) -> tuple[str, str, tuple[object, ...]]:
    name = chance.choice(things.entities)
    sql = (
        "SELECT q.data FROM readings r JOIN quotations q ON q.document_pk = r.document_pk AND q.speaker = r.reading"
        " WHERE r.entity = ? LIMIT 51"
    )
    return f"/quotations?speaker={quote(name)}", sql, (name,)


def positions(chance: random.Random, things: Things) -> tuple[str, str, tuple[object, ...]]:
    topic = chance.choice(things.topics)
    return f"/positions?about={quote(topic)}", "SELECT data FROM positions WHERE topic = ? LIMIT 300", (topic,)


def calendar(chance: random.Random, things: Things) -> tuple[str, str, tuple[object, ...]]:
    day = chance.choice(things.days)
    sql = "SELECT data FROM event_mentions WHERE latest BETWEEN ? AND ? AND modality = 'planned'"
    return f"/calendar?as_of={day}", sql, (f"{day:%Y-%m}-01", f"{day + timedelta(days=62)}")


def network(chance: random.Random, things: Things) -> tuple[str, str, tuple[object, ...]]:
    day = chance.choice(things.days)
    sql = (
        "SELECT a.entity, b.entity, count(*) FROM event_mentions m JOIN event_parties a ON a.mention_pk = m.pk"
        " JOIN event_parties b ON b.mention_pk = m.pk AND b.entity > a.entity WHERE m.latest BETWEEN ? AND ? GROUP BY 1, 2"
    )
    return f"/network?as_of={day}", sql, (f"{day - timedelta(days=14)}", f"{day}")


def map_(chance: random.Random, things: Things) -> tuple[str, str, tuple[object, ...]]:
    day = chance.choice(things.days)
    sql = "SELECT json_extract(data, '$.place.name'), count(*) FROM event_mentions WHERE latest BETWEEN ? AND ? GROUP BY 1"
    return f"/map?as_of={day}", sql, (f"{day - timedelta(days=14)}", f"{day}")


def search(chance: random.Random, _things: Things) -> tuple[str, str, tuple[object, ...]]:
    words = chance.choice(WORDS)
    sql = "SELECT rowid FROM documents_text WHERE documents_text MATCH ? ORDER BY rank LIMIT 20"
    return f"/search?q={quote(words)}", sql, (words,)


def sources(chance: random.Random, things: Things) -> tuple[str, str, tuple[object, ...]]:
    day = chance.choice(things.days)
    sql = "SELECT outlet, count(*) FROM documents WHERE known_from BETWEEN ? AND ? GROUP BY 1"
    return f"/sources?as_of={day}", sql, (f"{day - timedelta(days=14)}", f"{day}T23:59:59Z")


def listed(name: str, page: Asking) -> Asking:
    """Return the question to a list of the API that a page of the same name answers, with the same main question."""

    def ask(chance: random.Random, things: Things) -> tuple[str, str, tuple[object, ...]]:
        address, sql, given = page(chance, things)
        return f"/api/v1/{name}?{address.partition('?')[2]}", sql, given

    return ask


def of_entity(name: str) -> Asking:
    """Return the question to a list of the API about one entity."""

    def ask(chance: random.Random, things: Things) -> tuple[str, str, tuple[object, ...]]:
        address, sql, given = entity(chance, things)
        return f"/api/v1/{name}={address.rpartition('/')[2]}", sql, given

    return ask


PAGES: dict[str, Asking] = {
    "front page": home,
    "stories": stories,
    "story": story,
    "timeline": events,
    "event": event,
    "calendar": calendar,
    "people and states": entities,
    "person or state": entity,
    "pair": pair,
    "quotations": quotations,
    "quotations of one": spoken,
    "positions": positions,
    "network": network,
    "map": map_,
    "sources": sources,
    "reports": reports,
    "report": report,
    "search": search,
    "/api/v1/reports": listed("reports", reports),
    "/api/v1/events": listed("events", events),
    "/api/v1/events of one": of_entity("events?entity"),
    "/api/v1/timeline": listed("timeline", events),
    "/api/v1/timeline of one": of_entity("timeline?entity"),
    "/api/v1/expected": listed("expected", calendar),
    "/api/v1/changes": listed("changes", home),
    "/api/v1/brief": listed("brief", home),
    "/api/v1/entities": listed("entities", entities),
    "/api/v1/pair": listed("pair", pair),
    "/api/v1/quotations": listed("quotations", quotations),
    "/api/v1/quotations of one": listed("quotations", spoken),
    "/api/v1/positions": listed("positions", positions),
    "/api/v1/positions of one": of_entity("positions?holder"),
    "/api/v1/utterances": listed("utterances", quotations),
    "/api/v1/stories": listed("stories", stories),
    "/api/v1/search": listed("search", search),
    "/api/v1/sources": listed("sources", sources),
    "/api/v1/disagreements": listed("disagreements", events),
}
"""What is asked for: pages, then lists of the API."""


def things_in(connection: sqlite3.Connection, chance: random.Random) -> Things:
    """Return what to ask for: half of it what most reports tell of, half anything."""

    def values(sql: str) -> list[str]:
        return [row[0] for row in connection.execute(sql)]

    top = values("SELECT entity FROM event_parties GROUP BY entity ORDER BY count(*) DESC LIMIT 30")
    some = values("SELECT entity FROM (SELECT DISTINCT entity FROM event_parties) ORDER BY random() LIMIT 30")
    first, last = connection.execute(
        "SELECT min(dated), max(known_from) FROM documents WHERE known_from < '9999'"
    ).fetchone()
    days = (date.fromisoformat(last[:10]) - date.fromisoformat(first[:10])).days
    return Things(
        entities=[*top, *some],
        events=values("SELECT event FROM event_links ORDER BY random() LIMIT 60"),
        reports=values("SELECT id FROM documents ORDER BY random() LIMIT 60"),
        stories=values("SELECT \"right\" FROM links WHERE kind = 'same story' ORDER BY random() LIMIT 60"),
        pairs=[(one, other) for one in top[:8] for other in top[:8] if one < other],
        topics=values("SELECT topic FROM positions GROUP BY topic ORDER BY count(*) DESC LIMIT 20"),
        days=[
            date.fromisoformat(last[:10]) - timedelta(days=chance.randrange(max(1, min(days, 900)))) for _ in range(60)
        ],
    )


@contextmanager
def served(record: Path) -> Iterator[tuple[str, psutil.Process]]:
    """Serve a record in a process of its own; give its address and the process."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    command = [Path(sys.executable).with_name("dateline"), "serve", "--store", record, "--no-browser"]
    process = subprocess.Popen([*command, "--port", str(port), "--token", TOKEN], stdout=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}"
        for _ in range(300):
            try:
                httpx.get(f"{address}/static/icon.svg")
                break
            except httpx.TransportError:
                time.sleep(0.1)
        yield address, psutil.Process(process.pid)
    finally:
        process.terminate()
        process.wait(timeout=20)


def measure(record: Path, *, times: int, seconds: float, clients: int) -> dict[str, Timing]:
    """Return how long each page took, asked in turn until each was asked so often or the time is over."""
    chance, end = random.Random(1), time.monotonic() + seconds
    found = {name: Timing() for name in PAGES}
    with sqlite3.connect(f"file:{record}?mode=ro", uri=True) as connection, served(record) as (address, server):
        things = things_in(connection, chance)
        with httpx.Client(base_url=address, headers={"authorization": f"Bearer {TOKEN}"}, timeout=60) as client:
            pool = ThreadPoolExecutor(clients)
            for round_ in range(times + 1):
                asked = [(name, *asking(chance, things)) for name, asking in PAGES.items()]
                if time.monotonic() > end:
                    break
                for name, took, cpu, status in pool.map(lambda one: _timed(client, server, one[0], one[1]), asked):
                    if round_ and status == 200:
                        found[name].page.append(took)
                        found[name].cpu.append(cpu)
                    found[name].failed += status != 200
                for name, _, sql, given in asked:
                    started = time.perf_counter()
                    connection.execute(sql, given).fetchall()
                    if round_:
                        found[name].bare.append(1000 * (time.perf_counter() - started))
    return found


def _timed(client: httpx.Client, server: psutil.Process, name: str, address: str) -> tuple[str, float, float, int]:
    started, used = time.perf_counter(), sum(server.cpu_times()[:2])
    status = client.get(address).status_code
    return name, 1000 * (time.perf_counter() - started), 1000 * (sum(server.cpu_times()[:2]) - used), status


def report_of(found: dict[str, Timing]) -> str:
    """Return the timings as a table."""
    rows = [
        {
            "page": name,
            "answers": str(len(timing.page)),
            "p50 ms": f"{statistics.median(timing.page):.0f}",
            "p95 ms": f"{_p95(timing.page):.0f}",
            "processor p50": f"{statistics.median(timing.cpu):.0f}",
            "processor p95": f"{_p95(timing.cpu):.0f}",
            "SQLite alone p50": f"{statistics.median(timing.bare):.1f}",
            "SQLite alone p95": f"{_p95(timing.bare):.1f}",
            "failed": str(timing.failed),
        }
        for name, timing in found.items()
        if timing.page
    ]
    return table(list(rows[0]) if rows else [], rows)


def _p95(values: list[float]) -> float:
    return sorted(values)[min(len(values) - 1, int(0.95 * len(values)))]


def main() -> None:
    """Measure the record that the command line names."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("record", type=Path)
    parser.add_argument("--times", type=int, default=20, help="how often each page is asked")
    parser.add_argument("--seconds", type=float, default=300, help="when to stop asking")
    parser.add_argument("--clients", type=int, default=1, help="how many ask at once")
    parser.add_argument("--results", type=Path, help="a file of results to write a section of")
    given = parser.parse_args()
    found = measure(given.record, times=given.times, seconds=given.seconds, clients=given.clients)
    written = report_of(found)
    print(written)
    if given.results:
        with sqlite3.connect(f"file:{given.record}?mode=ro", uri=True) as connection:
            reports = connection.execute("SELECT count(*) FROM documents").fetchone()[0]
        told = f"A planted record of {reports:,} reports, {given.clients} client(s), {today()}; the aim is p95 under {AIM} ms."
        write_section(given.results, "Speed: pages", f"{told}\n\n{written}")


if __name__ == "__main__":
    main()
