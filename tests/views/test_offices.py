"""The offices of a person, by the tables and by reports."""

from __future__ import annotations

import json

from dateline.model import Judgement, KnownLink, Link, LinkKind, Verdict
from dateline.resources.gazetteer import gazetteer
from dateline.views.offices import REPORTS, table_offices, told_offices


def naming(office: str, said: str, report: str) -> KnownLink:
    data = {
        "person": "ent:a",
        "name": "Ann",
        "office": office,
        "document_id": report,
        "said": said,
        "words": said,
        "quote": "",
    }
    judgement = Judgement(verdict=Verdict.POSITIVE, author="offices.statements", score=1.0)
    link = Link(kind=LinkKind.HOLDS_OFFICE, left="ent:a", right="ent:o", judgement=judgement)
    return KnownLink(link=link, data=json.dumps(data), known_from=said)


def test_tables_give_the_offices_of_a_person_in_order_of_time() -> None:
    [entry] = gazetteer().lookup("Jens Stoltenberg")
    held = table_offices(gazetteer().people[entry.key].entity_id)
    assert [one.since for one in held] == sorted(one.since for one in held)
    assert "prime minister, Norway, 2005-10-17 to 2013-10-16" in map(str, held)


def test_nobody_of_the_tables_has_no_offices() -> None:
    assert table_offices("ent:nobody") == []


def test_reports_give_an_office_from_the_first_that_names_it_to_the_last() -> None:
    office = "Trade minister of Norway"
    links = [
        naming(office, "2031-03-03", "doc:1"),
        naming(office, "2031-03-03", "doc:1"),
        naming(office, "2031-05-01", "doc:2"),
    ]
    (held,) = told_offices(links)
    assert (held.since, held.until, held.source, held.reports) == ("2031-03-03", "2031-05-01", REPORTS, 2)
    assert (held.words, held.document_id) == ("2031-05-01", "doc:2")
    assert str(held) == "Trade minister of Norway, so called in 2 reports, 2031-03-03 to 2031-05-01"
