"""The state that a person acts for, where the report says it before the name: "Japanese Foreign Minister", "India's envoy"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.annotations.entities.meanings import Meaning
from dateline.annotations.entities.names import POSSESSIVE, Name
from dateline.model import EntityType

_FURTHEST = 3
"""Words that may stand between a state or body and the title ("Chad's deputy acting ...")."""


def affiliated(read: Sequence[tuple[Name, Meaning]]) -> list[tuple[Name, Meaning]]:
    """Return the names with their meanings, in which persons whom no table knows have the country their title gives them."""
    countries: dict[str, str] = {}
    for place, (name, meaning) in enumerate(read):
        entity = meaning.entity
        if meaning.type is EntityType.PERSON and entity is not None and entity.country is None and name.title:
            country = _country(name, read[max(0, place - 2) : place])
            if country:
                countries.setdefault(entity.id, country)
    return [(name, with_country(meaning, countries)) for name, meaning in read]


def _country(name: Name, before: Sequence[tuple[Name, Meaning]]) -> str | None:
    """Return the country of the state before the title, else of the body ("India's UN ambassador" is India's)."""
    found: dict[EntityType, str] = {}
    until = name.opening
    for other, meaning in reversed(before):
        if other.sentence is not name.sentence or meaning.entity is None or not _close(name, other.last, until):
            break
        if meaning.entity.country:
            found.setdefault(meaning.type, meaning.entity.country)
        until = other.first
    return found.get(EntityType.STATE) or found.get(EntityType.ORGANIZATION)


def _close(name: Name, start: int, end: int) -> bool:
    words = [token for token in name.sentence.tokens[start:end] if token.text not in POSSESSIVE]
    return len(words) <= _FURTHEST and all(token.pos in ("ADJ", "NOUN", "PROPN") for token in words)


def with_country(meaning: Meaning, countries: Mapping[str, str]) -> Meaning:
    """Return a meaning whose entity has the country that *countries* gives for its id, if any."""
    if meaning.entity is None or meaning.entity.id not in countries:
        return meaning
    return replace(meaning, entity=replace(meaning.entity, country=countries[meaning.entity.id]))
