"""The head nouns and pronouns that refer to an entity without naming it, and the words that tell a city from its state."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from dateline.errors import ResourceError
from dateline.model import EntityType
from dateline.resources.tables import cells, read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Nominal:
    """One noun of nominals.tsv: what kind of thing it describes, which offices such a person holds, what else tells who it is."""

    noun: str
    type: EntityType
    plural: bool
    gender: str
    roles: tuple[str, ...]
    title: bool
    single: bool
    body: str
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pronoun:
    """One form of pronouns.tsv; `gender` is m, f, n, or empty for any."""

    form: str
    plural: bool
    gender: str
    role: str
    person: str = "3"


@cache
def nominals() -> dict[str, Nominal]:
    """Return the nouns of nominals.tsv by their lower-case form."""
    return {row["noun"]: _nominal(row) for row in read_table("nominals.tsv")}


def _nominal(row: dict[str, str]) -> Nominal:
    try:
        kind = EntityType(row["type"])
    except ValueError as error:
        raise ResourceError(
            f"nominals.tsv: expected an entity type for {row['noun']!r}, got {row['type']!r}"
        ) from error
    return Nominal(
        noun=row["noun"],
        type=kind,
        plural=row["number"] == "plural",
        gender=row["gender"],
        roles=cells(row["roles"]),
        title=row["title"] == "yes",
        single=row["single"] == "yes",
        body=row["body"],
        kinds=cells(row["kinds"]),
    )


@cache
def nominal_endings() -> frozenset[str]:
    """Return the last words of the nouns of nominals.tsv, with which every one of them must end."""
    return frozenset(noun.split()[-1].split("-")[-1] for noun in nominals())


@cache
def longest_nominal() -> int:
    """Return the number of words of the longest noun in nominals.tsv."""
    return max(len(noun.split()) for noun in nominals())


@cache
def pronouns() -> dict[str, Pronoun]:
    """Return the pronouns of pronouns.tsv by form."""
    return {
        row["form"]: Pronoun(
            form=row["form"],
            plural=row["number"] == "plural",
            gender=row["gender"],
            role=row["role"],
            person=row["person"],
        )
        for row in read_table("pronouns.tsv")
    }


@cache
def capital_contexts() -> dict[tuple[str, str], str]:
    """Return the readings of capital_contexts.tsv ("place", "state" or "motion") by relation and word."""
    return {(row["relation"], row["word"]): row["reading"] for row in read_table("capital_contexts.tsv")}


@cache
def led_by_government() -> frozenset[str]:
    """Return the ISO 3166-1 alpha-3 codes of the states whose leader is the head of government (leaders.tsv)."""
    return frozenset(row["iso3"] for row in read_table("leaders.tsv"))
