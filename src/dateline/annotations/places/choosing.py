"""Which of the places that go by a name is meant, and whether the report as a whole bears it out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from dateline.annotations.places.finding import PlaceName
from dateline.annotations.places.nearness import Marked, Neighbourhood, distance_km
from dateline.annotations.places.weighing import (
    LARGE,
    NEGLIGIBLE,
    SMALL,
    Group,
    Others,
    Region,
    Surroundings,
    make_group,
    settle,
)
from dateline.model import PlaceKind
from dateline.resources.places import KnownPlace

_BACKING_KM = 150.0
_STRAY_PEOPLE = 50_000
_STRAY_OTHERS = 1.0
"""How often other countries are spoken of in a report in which a small town of a country unheard of is a mistake."""


@dataclass(frozen=True, slots=True)
class Choice:
    """The place that a name means, and why this one."""

    place: KnownPlace
    basis: str


def choose(names: Sequence[PlaceName], spoken_of: Mapping[str, float], home: str) -> list[Choice | None]:
    """Return the place that each name means, or None for one that the rest of the report does not bear out.

    *spoken_of* counts the mentions of each country by other words than names of places; *home* is the outlet's country.
    """
    senses = _senses(names)
    members: dict[str, list[PlaceName]] = defaultdict(list)
    for name, sense in zip(names, senses, strict=True):
        members[sense].append(name)
    groups = {sense: _group(found) for sense, found in members.items()}
    around = settle(list(groups.values()), spoken_of, home)
    firm = [group.best for group in groups.values() if not group.weak]
    regions = {(place.country, place.region) for place in firm if place.kind is not PlaceKind.COUNTRY}
    near = Neighbourhood(Marked("", place, 1.0) for place in firm if place.kind in SMALL)
    choices: dict[str, Choice | None] = {}
    for sense, group in groups.items():
        believed = (not group.weak or _backed(group.best, regions, near)) and not _stray(group, around)
        choices[sense] = Choice(group.best, _basis(group)) if believed else None
    return [choices[sense] for sense in senses]


def _senses(names: Sequence[PlaceName]) -> list[str]:
    """Return what tells the meanings of each name apart: what a report once says it is, it is throughout."""
    told: dict[str, PlaceName] = {}
    for name in names:
        if name.told:
            told.setdefault(name.key, name)
    return [_sense(name, told.get(name.key)) for name in names]


def _sense(name: PlaceName, told: PlaceName | None) -> str:
    source = name if name.told else told
    if source is None or (source is not name and _outshone(source, name)):
        return name.key
    return f"{name.key}: {source.told}"


def _outshone(told: PlaceName, name: PlaceName) -> bool:
    """Whether a state that a town was put in ("Albany, New York") leaves a city of its name the likelier elsewhere."""
    large = all(place.kind not in SMALL for place in told.known)
    return large and any(place.prominent for place in name.known)


def _group(members: Sequence[PlaceName]) -> Group:
    clearest = next((name for name in members if name.told), members[0])
    return make_group(
        clearest.key,
        clearest.known,
        count=len(members),
        told=clearest.told,
        weak=all(name.reason.weak for name in members),
    )


def _backed(place: KnownPlace, regions: Collection[Region], near: Neighbourhood) -> bool:
    """Whether a place is large, or lies in a region or near a place that the report names beyond doubt."""
    if place.population >= LARGE or place.kind not in SMALL or (place.country, place.region) in regions:
        return True
    return any(distance_km(place, mark.place) < _BACKING_KM for mark in near.around(place))


def _stray(group: Group, around: Surroundings) -> bool:
    """Whether the likeliest place is small and in a country of which the report, which speaks of others, says nothing."""
    place = group.best
    if group.told or place.kind not in SMALL or place.population >= _STRAY_PEOPLE:
        return False
    others = Others(around.countries, group.countries)
    return others.total > _STRAY_OTHERS and others.count(place.country) < NEGLIGIBLE


def _basis(group: Group) -> str:
    if group.told:
        return group.told
    if group.so_called == 1:
        return "the only one so called"
    if group.best is group.known[0]:
        return f"the best known of {group.so_called} so called"
    return f"of {group.so_called} so called the one that fits the rest of the report"
