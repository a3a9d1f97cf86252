"""The tables of nouns, pronouns and contexts."""

from __future__ import annotations

from dateline.model import EntityType
from dateline.resources.gazetteer import gazetteer
from dateline.resources.nominals import (
    capital_contexts,
    led_by_government,
    longest_nominal,
    nominal_endings,
    nominals,
    pronouns,
)


def test_nouns_have_what_their_readers_need() -> None:
    assert nominals()["prime minister"].roles == ("head-of-government",)
    assert nominals()["foreign ministry"].body == "foreign ministry"
    assert nominals()["actress"].gender == "f"
    assert all(noun == noun.lower() for noun in nominals())
    assert all(noun.split()[-1].split("-")[-1] in nominal_endings() for noun in nominals())
    assert longest_nominal() >= 3


def test_only_persons_hold_offices_and_only_bodies_and_groups_have_organs() -> None:
    for noun in nominals().values():
        assert not noun.roles or noun.type is EntityType.PERSON
        assert not noun.body or noun.type in (EntityType.ORGANIZATION, EntityType.GROUP)


def test_pronouns_have_gender_and_number() -> None:
    assert (pronouns()["her"].gender, pronouns()["her"].plural) == ("f", False)
    assert pronouns()["they"].plural


def test_contexts_hold_only_known_readings() -> None:
    assert set(capital_contexts().values()) == {"place", "state", "motion"}
    assert {"GBR", "DEU"} <= led_by_government()
    assert "FRA" not in led_by_government()


def test_first_and_second_persons_are_marked_as_such() -> None:
    assert (pronouns()["i"].person, pronouns()["we"].plural, pronouns()["you"].person) == ("1", True, "2")
    assert {pronoun.person for pronoun in pronouns().values()} == {"1", "2", "3"}


def test_what_nouns_for_several_may_mean_are_types() -> None:
    several = [noun for noun in nominals().values() if noun.plural and noun.kinds]
    assert nominals()["sides"].kinds == ("state", "organization")
    assert all(set(noun.kinds) <= {str(kind) for kind in EntityType} for noun in several)


def test_kinds_of_bodies_are_those_of_the_table_of_bodies() -> None:
    known = {body.kind for body in gazetteer().organizations.values()} | {"unknown"}
    bodies = [noun for noun in nominals().values() if noun.type is EntityType.ORGANIZATION and not noun.plural]
    assert {kind for noun in bodies for kind in noun.kinds} - known == set()
