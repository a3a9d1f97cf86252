"""Corrections applied to links: chains, circles, one report only, and what is forbidden."""

from __future__ import annotations

import pytest

from dateline.links.corrections import Corrections, by_person
from dateline.model import Correction, EntityRef, EntityType, Judgement, Link, LinkKind, Verdict
from tests.factories import make_document

DOCUMENT = make_document("Someone said so.")
MACHINE = Judgement(verdict=Verdict.POSITIVE, author="entities.names", score=0.9)
A = EntityRef(id="ent:a", name="A", type=EntityType.PERSON)


def linked(left: str, right: str) -> Link:
    return Link(kind=LinkKind.SAME_ENTITY, left=left, right=right, judgement=MACHINE)


def judged(left: str, right: str | None, verdict: Verdict = Verdict.POSITIVE, within: str | None = None) -> Correction:
    entity = EntityRef(id=right, name=right.upper(), type=EntityType.PERSON) if right else None
    return Correction(
        id=f"jud:{left}{right}",
        kind=LinkKind.SAME_ENTITY,
        left=left,
        right=right,
        document_id=within,
        entity=entity,
        judgement=by_person(verdict, "ana", ""),
    )


def end(corrections: list[Correction], link: Link) -> str:
    return Corrections(corrections).entity(link, DOCUMENT, A)[0].right


def test_without_corrections_a_link_stays_as_it_is() -> None:
    link = linked("ent:a", "ent:a")
    assert Corrections().entity(link, DOCUMENT, A) == (link, A)


def test_forced_link_carries_the_person_and_the_entity_as_it_was_called() -> None:
    link, entity = Corrections([judged("ent:a", "ent:b")]).entity(linked("ent:a", "ent:a"), DOCUMENT, A)
    assert (link.right, link.judgement.author, entity.name) == ("ent:b", "ana", "ENT:B")


def test_chain_of_corrections_is_followed_to_its_end() -> None:
    assert end([judged("ent:a", "ent:b"), judged("ent:b", "ent:c")], linked("ent:a", "ent:a")) == "ent:c"


def test_circle_of_corrections_comes_to_an_end() -> None:
    assert end([judged("ent:a", "ent:b"), judged("ent:b", "ent:a")], linked("ent:a", "ent:a")) == "ent:b"


@pytest.mark.parametrize(
    ("within", "right"), [(DOCUMENT.id, "ent:b"), ("doc:other", "ent:a")], ids=["here", "elsewhere"]
)
def test_correction_of_one_report_holds_there_only(within: str, right: str) -> None:
    assert end([judged("ent:a", "ent:b", within=within)], linked("ent:a", "ent:a")) == right


def test_forbidden_link_leaves_the_reading_by_itself() -> None:
    assert end([judged("ent:a", "ent:b", Verdict.NEGATIVE)], linked("ent:a", "ent:b")) == "ent:a"


def test_name_forbidden_in_one_report_gets_an_id_of_that_report() -> None:
    forbidden = judged("ent:a", None, Verdict.NEGATIVE, within=DOCUMENT.id)
    assert end([forbidden], linked("ent:a", "ent:a")) not in ("ent:a", "ent:b")
    assert end([forbidden], linked("ent:c", "ent:c")) == "ent:c"
