"""Offices learned from reports: whom the newest of them name."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import date

import pytest

from dateline.links.entities import EntityLinker
from dateline.links.offices import Naming, OfficeLinker, holder_on, present_holder
from dateline.model import (
    Derivation,
    EntityRef,
    EntityType,
    Evidence,
    Judgement,
    KnownEntity,
    KnownLink,
    Layers,
    Link,
    LinkKind,
    OfficeStatement,
    Span,
    Verdict,
)
from dateline.pipeline.memory import LinkMemory
from dateline.resources.gazetteer import gazetteer
from dateline.resources.nominals import nominals
from dateline.resources.offices import is_office, office_reference
from dateline.settings import Settings
from tests.factories import make_document

NORWAY = gazetteer().states["NOR"]


def office(noun: str = "trade minister") -> EntityRef:
    reference = office_reference(nominals()[noun], NORWAY)
    assert reference is not None
    return reference


def named(person: str, said: str, report: str = "") -> KnownLink:
    """Return the link that a report of a day leaves which calls a person by the office."""
    naming = Naming(
        person=f"ent:{person}",
        name=person,
        office=office().name,
        document_id=report or f"doc:{said}",
        said=said,
        words=f"Minister {person}",
        quote="",
    )
    judgement = Judgement(verdict=Verdict.POSITIVE, author="offices.statements", score=1.0)
    link = Link(kind=LinkKind.HOLDS_OFFICE, left=naming.person, right=office().id, judgement=judgement)
    return KnownLink(link=link, data=json.dumps(asdict(naming)), known_from=said)


@pytest.mark.parametrize(
    ("newest_first", "on", "holder"),
    [
        ([], "2031-03-04", None),
        ([("Ann", "2031-03-03")], "2031-03-04", "Ann"),
        ([("Ann", "2031-03-05")], "2031-03-04", None),
        ([("Ann", "2028-03-03")], "2031-03-04", None),
        ([("Ben", "2031-03-03"), ("Ann", "2031-03-01")], "2031-03-04", "Ben"),
        ([("Ben", "2031-03-03"), ("Ann", "2031-03-02"), ("Ann", "2031-03-01")], "2031-03-04", "Ann"),
        ([("Ben", "2031-03-03"), ("Ann", "2031-01-02"), ("Ann", "2031-01-01")], "2031-03-04", "Ben"),
    ],
    ids=["none", "one", "later", "long ago", "newest of two", "most", "most were long before"],
)
def test_holder_is_whom_most_of_the_newest_reports_name(
    newest_first: Sequence[tuple[str, str]], on: str, holder: str | None
) -> None:
    found = holder_on([named(*one) for one in newest_first], date.fromisoformat(on))
    assert (found.naming.name if found else None) == holder


def test_two_reports_that_agree_are_surer_than_one_and_that_surer_than_a_dispute() -> None:
    on = date(2031, 3, 4)
    agree = holder_on([named("Ann", "2031-03-03"), named("Ann", "2031-03-02")], on)
    alone = holder_on([named("Ann", "2031-03-03")], on)
    dispute = holder_on([named("Ann", "2031-03-03"), named("Ben", "2031-03-02")], on)
    assert agree is not None
    assert alone is not None
    assert dispute is not None
    assert agree.score > alone.score > dispute.score


def test_in_the_present_the_newest_word_counts_however_old() -> None:
    found = present_holder([named("Ann", "1931-03-03")])
    assert found is not None
    assert found.naming.name == "Ann"
    assert present_holder([]) is None


def statement(document_id: str, person: EntityRef) -> OfficeStatement:
    span = Span(0, 9)
    return OfficeStatement(
        id=OfficeStatement.make_id(document_id, office().id, person.id, span),
        document_id=document_id,
        office=office(),
        title="trade minister",
        person=person,
        span=span,
        evidence=Evidence(document_id=document_id, span=span, quote="Norwegian words."),
        derivation=Derivation(stage="offices.titles", version="1"),
    )


@pytest.mark.parametrize(("published_at", "links"), [("2031-03-04", 1), (None, 0)], ids=["dated", "undated"])
def test_dated_report_links_the_person_as_the_record_knows_it(published_at: str | None, links: int) -> None:
    document = make_document("Norwegian words.", published_at=published_at)
    person = EntityRef(id="ent:reading", name="Ann Example", type=EntityType.PERSON)
    layers = Layers({OfficeStatement: (statement(document.id, person),)})
    linker = OfficeLinker(Settings())
    found = list(linker(document, layers, {"ent:reading": "ent:canonical"}, LinkMemory({})))
    assert [(keyed.link.left, keyed.link.right) for keyed in found] == [("ent:canonical", office().id)] * links


class Reports:
    """A record in which reports have named holders of the office."""

    def __init__(self, *links: KnownLink, described: bool = True) -> None:
        self._links = links
        self._described = described

    def entities_named(self, keys: Sequence[str]) -> list[KnownEntity]:
        return []

    def holders_told(self, office: str, *, limit: int) -> Sequence[KnownLink]:
        return [link for link in self._links if link.link.right == office][:limit]

    def is_named(self, document_id: str, reading: str) -> bool:
        return not self._described


def linked(reading: EntityRef, record: Reports, published_at: str | None = "2031-03-04") -> Link:
    (link,) = EntityLinker(Settings())(make_document("Text.", published_at=published_at), [reading], record)
    return link


def test_office_that_a_report_only_describes_is_its_holder_with_the_words_that_say_so() -> None:
    link = linked(office(), Reports(named("Ann", "2031-03-03")))
    assert link.right == "ent:Ann"
    assert "“Minister Ann”" in link.judgement.explanation
    assert "2031-03-03" in link.judgement.explanation


@pytest.mark.parametrize("published_at", ["2031-03-02", None], ids=["before the report", "undated"])
def test_office_that_nobody_is_known_in_stands_by_itself(published_at: str | None) -> None:
    reading = office()
    assert is_office(reading)
    assert linked(reading, Reports(named("Ann", "2031-03-03")), published_at).right == reading.id


def prime_minister() -> EntityRef:
    [held] = gazetteer().holders("prime minister", "NOR", date(2025, 12, 1))
    person = gazetteer().people[held.person]
    return EntityRef(id=person.entity_id, name=person.name, type=EntityType.PERSON, country="NOR")


def newer(said: str) -> KnownLink:
    known = named("Ann", said)
    reference = office_reference(nominals()["prime minister"], NORWAY)
    assert reference is not None
    link = Link(kind=known.link.kind, left=known.link.left, right=reference.id, judgement=known.link.judgement)
    return KnownLink(link=link, data=known.data, known_from=known.known_from)


@pytest.mark.parametrize(
    ("record", "published_at", "changed"),
    [
        (Reports(newer("2031-03-03")), "2031-03-04", True),
        (Reports(newer("2031-03-03"), described=False), "2031-03-04", False),
        (Reports(newer("2024-03-03")), "2024-03-04", False),
        (Reports(), "2031-03-04", False),
    ],
    ids=["newer report", "named in the report", "in the time of the tables", "no report"],
)
def test_report_newer_than_the_tables_says_who_followed_their_last_holder(
    record: Reports, published_at: str, changed: bool
) -> None:
    reading = prime_minister()
    assert linked(reading, record, published_at).right == ("ent:Ann" if changed else reading.id)
