"""A small record whose words are as hostile as report text can be, for the formats that other programs read."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO

from dateline import registry
from dateline.model import Document, Modality, Place, Span
from dateline.store import Store
from dateline.views.record import Record
from dateline.views.tables import Table
from tests.records import CHILE, NORWAY, PERU, days, fill, naming, quoting, report, state, telling

HOSTILE = (
    "Norway, “Nordland”; will visit \\Peru\\ <script>alert(1)</script> {soon} &amp; 100% $5 #1 _x_ ~y ^z ]]> "
    "مرحبا \U0001f1f3\U0001f1f4 é — BEGIN:VEVENT \u2028 END:VCALENDAR"
)
FRIDAY = report(
    "Norway will visit Peru. “Glad to go,” it said.", id="friday", published_at="2023-03-17", outlet="The Fjord"
)
MONDAY = report("Norway visited Peru.", id="monday", published_at="2023-03-20T09:30:00Z", outlet="Andes Post")
SHARP = report(HOSTILE, id="sh{ar}p, \\1", published_at="2023-03-21", outlet="A;B,C\\D <b>", title=f"T: {HOSTILE}")
UNDATED = report("Peru will visit Norway.", id="undated", published_at=None)
OFF = report("Chile cancelled.", id="off", published_at="2023-03-22", outlet="Andes Post")
VISIT, OTHER, GONE = "evt:00000000000000aa", "evt:00000000000000ab", "evt:00000000000000ac"
ODD = state("Norw,ay; \\ <i>\n{}", "NOR")


@contextmanager
def told() -> Iterator[Record]:
    """Give a record of a visit that was announced and made, one to come that is told with hostile words, and one called off."""
    with Store() as store:
        planned = telling(FRIDAY, happened=days("2023-03-20"), modality=Modality.PLANNED)
        named = [naming(FRIDAY, Span(0, 6), NORWAY), naming(FRIDAY, Span(18, 22), PERU)]
        quoted = [quoting(FRIDAY, Span(25, 35), speaker=NORWAY)]
        fill(store, FRIDAY, mentions=named, tellings=[planned], quotations=quoted, events=[VISIT])
        fill(store, MONDAY, tellings=[telling(MONDAY, happened=days("2023-03-20"))], events=[VISIT])
        fill(
            store,
            SHARP,
            tellings=[
                telling(
                    SHARP,
                    actors=[ODD],
                    happened=days("2023-12-30", "2024-01-02"),
                    modality=Modality.PLANNED,
                    place=Place(name="Lima; a,b", latitude=-12.043, longitude=-77.0283),
                )
            ],
            events=[OTHER],
            same={ODD.id: ODD.id},
        )
        fill(store, UNDATED, tellings=[telling(UNDATED, actors=[PERU], recipients=[NORWAY], modality=Modality.PLANNED)])
        plan = telling(OFF, actors=[CHILE], happened=days("2023-05-01"), modality=Modality.PLANNED)
        denied = telling(OFF, actors=[CHILE], happened=days("2023-05-01"), modality=Modality.DENIED, at=3)
        fill(store, OFF, tellings=[plan, denied], events=[GONE, GONE])
        yield Record(store)


def written(format_: str, table: Table[Any]) -> bytes:
    """Return what an exporter writes of a table."""
    export: Callable[[Table[Any], BinaryIO], None] = registry.load(registry.EXPORTERS, format_)
    stream = io.BytesIO()
    export(table, stream)
    return stream.getvalue()


def urls(document: Document) -> str:
    """Return the name of a document as the formats give it."""
    return f"urn:dateline:{document.id}"
