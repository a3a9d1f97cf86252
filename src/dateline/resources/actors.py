"""What kind of actor words tell of: nouns with their sectors, titles with their roles, territories, parties in government."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from dateline.errors import ResourceError
from dateline.resources.spelling import normalised
from dateline.resources.tables import cells, read_table


class NounKind(StrEnum):
    """How a noun of actor_nouns.tsv tells a sector."""

    PERSON = "person"
    ROLE = "role"
    BODY = "body"
    THING = "thing"
    RELATIONAL = "relational"
    NEUTRAL = "neutral"
    KIN = "kin"
    MODIFIER = "modifier"
    PAST = "past"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorNoun:
    """One row of actor_nouns.tsv."""

    noun: str
    kind: NounKind
    sector: str
    sector_2: str
    example: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """One row of titles.tsv; `role` is honorific or a role of offices.tsv."""

    title: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Territory:
    """One row of territories.tsv: a part or dependency of a state, or a people named after one."""

    key: str
    name: str
    kind: str
    country: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Medium:
    """What outlets.tsv says of an outlet as an actor; `state_owned` is yes, no, or empty where that is disputed."""

    key: str
    name: str
    country: str
    state_owned: str


@cache
def actor_nouns() -> Mapping[str, ActorNoun]:
    """Return the nouns of actor_nouns.tsv by their lower-case form."""
    return {row["noun"]: _noun(row) for row in read_table("actor_nouns.tsv")}


@cache
def longest_actor_noun() -> int:
    """Return the number of words of the longest noun in actor_nouns.tsv."""
    return max(len(noun.split()) for noun in actor_nouns())


@cache
def titles() -> Mapping[str, Title]:
    """Return the titles of titles.tsv by their lower-case form, abbreviations without full stop."""
    return {row["title"]: Title(title=row["title"], role=row["role"]) for row in read_table("titles.tsv")}


@cache
def territories() -> Mapping[str, Territory]:
    """Return the territories of territories.tsv by each of their forms, normalised."""
    found: dict[str, Territory] = {}
    for row in read_table("territories.tsv"):
        known = Territory(key=row["key"], name=row["name"], kind=row["kind"], country=row["country"])
        for form in (known.name, *cells(row["forms"])):
            found.setdefault(normalised(form), known)
    return found


@cache
def outlet_names() -> Mapping[str, Medium]:
    """Return the outlets of outlets.tsv by each of their names."""
    found: dict[str, Medium] = {}
    for row in read_table("outlets.tsv"):
        known = Medium(key=row["key"], name=row["name"], country=row["country"], state_owned=row["state_owned"])
        for name in (known.name, *cells(row["aliases"])):
            found.setdefault(name, known)
    return found


def singulars(word: str) -> Iterator[str]:
    """Yield a lower-case word and what it may be the plural of, likeliest first.

    >>> list(singulars("policemen")), list(singulars("parties"))
    (['policemen', 'policeman'], ['parties', 'party', 'parti', 'partie'])
    """
    yield word
    if word == "people":
        yield "person"
    if word.endswith("men"):
        yield f"{word[:-3]}man"
    if word.endswith("children"):
        yield word[:-3]
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    if word.endswith("ves"):
        yield f"{word[:-3]}fe"
        yield f"{word[:-3]}f"
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("s") and not word.endswith("ss"):
        yield word[:-1]


def _noun(row: dict[str, str]) -> ActorNoun:
    try:
        kind = NounKind(row["kind"])
    except ValueError as error:
        raise ResourceError(f"actor_nouns.tsv: expected a kind for {row['noun']!r}, got {row['kind']!r}") from error
    return ActorNoun(
        noun=row["noun"], kind=kind, sector=row["sector"], sector_2=row["sector_2"], example=row["example"]
    )
