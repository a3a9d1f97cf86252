"""The entity linker: readings of one report against the record so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import pytest

from dateline.links.entities import EntityLinker, name_keys
from dateline.model import EntityRef, EntityType, KnownEntity, Link, Verdict, content_id
from dateline.resources.gazetteer import gazetteer
from dateline.settings import Settings
from tests.factories import make_document


class Record:
    """A record in memory that answers as the store does."""

    def __init__(self, *known: EntityRef) -> None:
        self.linker = EntityLinker(Settings())
        self.known: dict[str, list[KnownEntity]] = {}
        for ref in known:
            self.add(ref)

    def add(self, ref: EntityRef) -> None:
        for key in self.linker.keys(ref):
            entity = KnownEntity(id=ref.id, name=ref.name, type=ref.type, country=ref.country)
            self.known.setdefault(key, []).append(entity)

    def entities_named(self, keys: Sequence[str]) -> Iterable[KnownEntity]:
        return [entity for key in keys for entity in self.known.get(key, [])]

    def link(self, *readings: EntityRef) -> list[Link]:
        return list(self.linker(make_document("Text."), readings, self))


def person(name: str, country: str | None = None) -> EntityRef:
    return EntityRef(id=content_id("ent", name), name=name, type=EntityType.PERSON, country=country)


def test_an_entity_of_the_tables_is_itself() -> None:
    state = gazetteer().states["FRA"]
    ref = EntityRef(id=state.entity_id, name=state.name, type=EntityType.STATE, country="FRA")
    (link,) = Record().link(ref)
    assert (link.left, link.right, link.judgement.verdict, link.judgement.score) == (
        ref.id,
        ref.id,
        Verdict.POSITIVE,
        1.0,
    )


def test_a_name_nobody_bore_before_founds_its_own_entity() -> None:
    ref = person("Veikko Rantasalo")
    (link,) = Record().link(ref)
    assert link.right == ref.id
    assert "before this report" in link.judgement.explanation


def test_another_spelling_is_the_same_person() -> None:
    known = person("Dmitri Kovalskiy")
    (link,) = Record(known).link(person("Dmitry Kovalsky"))
    assert link.right == known.id
    assert link.judgement.score < 0.95
    assert [(feature.left, feature.right) for feature in link.judgement.features] == [
        ("Dmitry Kovalsky", "Dmitri Kovalskiy")
    ]


@pytest.mark.parametrize(
    ("known", "reading"),
    [
        (person("Veikko Rantasalo", "FIN"), person("Vera Rantasalo", "FIN")),
        (person("Veikko Rantasalo", "FIN"), person("Veiko Rantasalo", "SWE")),
        (person("Veikko Rantasalo"), person("Rantasalo")),
        (person("Veikko Rantasalo"), EntityRef(id="ent:1", name="Veikko Rantasalo", type=EntityType.ORGANIZATION)),
    ],
    ids=["other given name", "other state", "surname of no known state", "other type"],
)
def test_what_may_be_another_is_kept_apart(known: EntityRef, reading: EntityRef) -> None:
    (link,) = Record(known).link(reading)
    assert link.right == reading.id


def test_a_surname_of_the_same_state_is_the_one_person_who_bears_it() -> None:
    known = person("Veikko Rantasalo", "FIN")
    (link,) = Record(known).link(person("Rantasalo", "FIN"))
    assert (link.right, link.judgement.verdict) == (known.id, Verdict.POSITIVE)
    assert link.judgement.score < 0.8


def test_a_surname_of_two_known_persons_is_unsure_and_stays_apart() -> None:
    reading = person("Rantasalo", "FIN")
    (link,) = Record(person("Veikko Rantasalo", "FIN"), person("Vera Rantasalo", "FIN")).link(reading)
    assert (link.right, link.judgement.verdict) == (reading.id, Verdict.UNSURE)
    assert "Veikko Rantasalo" in link.judgement.explanation


def test_the_same_name_with_another_state_is_unsure() -> None:
    (link,) = Record(person("Veikko Rantasalo", "FIN")).link(person("Veikko Rantasalo", "SWE"))
    assert link.judgement.verdict is Verdict.UNSURE
    assert link.right != person("Veikko Rantasalo", "FIN").id


def test_each_entity_of_a_document_has_one_link() -> None:
    ref = person("Veikko Rantasalo")
    assert len(Record().link(ref, ref)) == 1


def test_a_longer_record_does_not_change_what_was_linked_before() -> None:
    refs = [person("Dmitri Kovalskiy"), person("Dmitry Kovalsky"), person("Vera Rantasalo")]
    whole, prefix = Record(), Record()
    links = []
    for ref in refs:
        links += whole.link(ref)
        whole.add(ref)
    prefix_links = []
    for ref in refs[:2]:
        prefix_links += prefix.link(ref)
        prefix.add(ref)
    assert links[:2] == prefix_links


def test_keys_of_two_transliterations_meet() -> None:
    assert set(name_keys("Dmitri Kovalskiy", EntityType.PERSON)) & set(name_keys("Dmitry Kovalsky", EntityType.PERSON))


def test_the_same_name_in_another_order_is_the_same_person() -> None:
    known = person("Min Jae-rok", "KOR")
    (link,) = Record(known).link(person("Jae-rok Min", "KOR"))
    assert (link.right, link.judgement.verdict) == (known.id, Verdict.POSITIVE)


def test_a_family_name_that_stands_first_is_the_surname() -> None:
    known = person("Zhang Wanqiu", "CHN")
    (link,) = Record(known).link(person("Zhang", "CHN"))
    assert (link.right, link.judgement.verdict) == (known.id, Verdict.POSITIVE)


def test_two_who_share_a_family_name_are_kept_apart_from_one_called_by_it() -> None:
    reading = person("Zhang", "CHN")
    (link,) = Record(person("Zhang Wanqiu", "CHN"), person("Zhang Minru", "CHN")).link(reading)
    assert (link.right, link.judgement.verdict) == (reading.id, Verdict.UNSURE)
