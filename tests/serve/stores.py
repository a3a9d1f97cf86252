"""A record with something of everything that pages show, told in the words of somebody who means ill, and in Arabic."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection

from dateline.model import (
    CopyRelation,
    EntityRef,
    EntityType,
    KeyedLink,
    LinkKind,
    Modality,
    Origin,
    Place,
    Position,
    Span,
    Stance,
    StorySoFar,
    TimeExpression,
    TimeType,
    encode,
)
from dateline.store import Store, Writer
from tests.records import (
    DERIVATION,
    NORWAY,
    PERU,
    days,
    fill,
    link,
    naming,
    ordering,
    person,
    quoting,
    report,
    telling,
)

SCRIPT = "<script>alert(1)</script>"
ENVOY = person(f"Ola {SCRIPT}", "NOR")
OSLO = Place(name='Oslo"><b>', country="NOR", latitude=59.9, longitude=10.7, geonames=1)
LIMA = Place(name="Lima", country="PER", latitude=-12.0, longitude=-77.0, geonames=2)

FRIDAY_TEXT = (
    f"Norway will visit Peru on Monday. “{SCRIPT} We will come & go,” Ola {SCRIPT} said.\n\n"
    "سيزور وفد النرويج بيرو يوم الاثنين.\n\nPeru waits."
)
MONDAY_TEXT = "Norway visited Peru on Monday. “We came,” Ola said. Peru was glad of the visit."
FRIDAY = report(
    FRIDAY_TEXT, id="friday", published_at="2023-03-17", outlet='Post" onclick="x', title=f"A visit {SCRIPT}"
)
MONDAY = report(MONDAY_TEXT, id="monday", published_at="2023-03-20", outlet="=Herald", title="They came")
COPY = report(MONDAY_TEXT.replace("glad", "sad"), id="copy", published_at="2023-03-21", outlet="The Fjord")
DENIAL = report(
    "Norway did not visit Peru.", id="denial", published_at="2023-03-22", outlet="Lima Times", title="No visit"
)
UNDATED = report("Peru may visit Norway.", id="undated", published_at=None)
VISIT, DUE, TALKS = "evt:00000000000000aa", "evt:00000000000000ab", "evt:00000000000000ac"
STORY = "sto:00000000000000aa"


def make(path: Path) -> Path:
    """Write the record to a file and return its path."""
    with Store(path, create=True) as store:
        _friday(store)
        _others(store)
        with store.transaction() as connection:
            writer = Writer(connection, run="run:1")
            so_far = StorySoFar(reports=3, terms={"visit": 1.0}, titles={"Norway visits Peru": 1.0}).written()
            for row, document in enumerate((FRIDAY, MONDAY, COPY), start=1):
                told = KeyedLink(link=link(document.id, STORY, LinkKind.SAME_STORY), data=so_far)
                writer.save_link(row, told, order=document.order)
            origin = Origin(
                document_id=COPY.id,
                origin=MONDAY.id,
                group=MONDAY.id,
                relation=CopyRelation.COPY,
                similarity=0.9,
                shared=0.9,
            )
            copied = KeyedLink(link=link(COPY.id, MONDAY.id, LinkKind.COPY_OF), data=origin.written())
            writer.save_link(3, copied, order=COPY.order)
            for row, position in ((1, held(FRIDAY.id, Stance.FOR)), (2, held(MONDAY.id, Stance.AGAINST, "if asked"))):
                write_position(connection, row, position)
    return path


def _friday(store: Store) -> None:
    said, ola = FRIDAY_TEXT.index(SCRIPT), FRIDAY_TEXT.index("Ola")
    named = [naming(FRIDAY, Span(0, 6), NORWAY), naming(FRIDAY, Span(18, 22), PERU)]
    named.append(naming(FRIDAY, Span(ola, ola + 3 + len(SCRIPT) + 1), ENVOY))
    planned = telling(FRIDAY, happened=days("2023-03-20"), modality=Modality.PLANNED, at=12, place=OSLO)
    sentence = Span(0, FRIDAY_TEXT.index(" “"))
    planned = replace(
        planned, anchor=Span(12, 17), evidence=replace(planned.evidence, span=sentence, quote=sentence.of(FRIDAY_TEXT))
    )
    quoted = quoting(FRIDAY, Span(said, FRIDAY_TEXT.index(",”")), speaker=ENVOY)
    order = ordering(FRIDAY, Span(12, 17), Span(26, 32), signal=Span(23, 25))
    fill(store, FRIDAY, mentions=named, tellings=[planned], quotations=[quoted], events=[VISIT], orders=[order])


def _others(store: Store) -> None:
    came = telling(MONDAY, happened=days("2023-03-20"), place=LIMA, cameo="042")
    talks = telling(MONDAY, happened=days("2023-03-20"), actors=[ENVOY], at=5, mode="meet", rule="talks")
    fill(store, MONDAY, mentions=[naming(MONDAY, Span(0, 6), NORWAY)], tellings=[came, talks], events=[VISIT, TALKS])
    fill(store, COPY, tellings=[telling(COPY, happened=days("2023-03-20"))], events=[VISIT])
    denied = telling(DENIAL, happened=days("2023-03-20"), modality=Modality.DENIED)
    due = telling(
        DENIAL, actors=[PERU], recipients=[NORWAY], happened=days("2023-03-30"), modality=Modality.PLANNED, at=3
    )
    fill(store, DENIAL, tellings=[denied, due], events=[VISIT, DUE])
    fill(store, UNDATED, tellings=[telling(UNDATED, modality=Modality.HYPOTHETICAL)])


def write_position(connection: Connection, row: int, position: Position) -> None:
    """Write a position that the report in a row takes."""
    connection.exec_driver_sql(
        "INSERT INTO positions (id, document_pk, topic, holder, data) VALUES (?, ?, ?, ?, ?)",
        (position.id, row, position.topic, position.holder.id, json.dumps(encode(position))),
    )
    Writer(connection, run="run:1").mark_linked(row, "key")


def held(document_id: str, stance: Stance, condition: str | None = None) -> Position:
    """Return where Norway stands on a ceasefire."""
    matter, word = Span(0, 6), Span(7, 14)
    return Position(
        id=Position.make_id(document_id, NORWAY.id, matter, word),
        document_id=document_id,
        holder=NORWAY,
        topic="ceasefire",
        stance=stance,
        condition=condition,
        matter=matter,
        word=word,
        evidence=telling(MONDAY).evidence,
        derivation=DERIVATION,
    )


def time_at(document_id: str, span: Span, text: str) -> TimeExpression:
    """Return a time expression that means the twentieth of March 2023."""
    return TimeExpression(
        document_id=document_id,
        span=span,
        text=text,
        type=TimeType.DATE,
        value="2023-03-20",
        interval=days("2023-03-20"),
    )


def body(name: str) -> EntityRef:
    """Return an organisation, under an id made of its name."""
    return EntityRef(id=f"ent:{name}", name=name, type=EntityType.ORGANIZATION)
