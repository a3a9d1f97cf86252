"""How likely each place that a name may mean is, from what the whole report tells.

Every place has a score: how well it is known, and how well it fits the countries, regions and places that the rest of
the report names. Where those names are themselves in doubt, each of their meanings counts as far as it is likely; the
scores are worked out a few times over, each time from the likelihoods of the last. The weights were chosen by hand and
adjusted on one half of a development set; the other half gained as well.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from dateline.annotations.places.nearness import Marked, Neighbourhood, distance_km
from dateline.model import PlaceKind
from dateline.resources.places import KnownPlace

K = TypeVar("K")
Region = tuple[str, str]
"""A country and GeoNames' code of its first-level division."""

SMALL = (PlaceKind.CITY, PlaceKind.DISTRICT)
"""Kinds of place that lie in a region and whose middle is near all of it."""
NEGLIGIBLE = 0.02
LARGE = 100_000
"""People of a city that is likely to be named without more."""

_ROUNDS = 3
_MOST_CANDIDATES = 25
_TEMPERATURE = 0.9

# How well a place is known: the logarithm of its people, and more or less for what it is.
_PEOPLE_AT_LEAST = 300
_BY_KIND = {PlaceKind.COUNTRY: 1.5, PlaceKind.REGION: 0.3, PlaceKind.DISTRICT: -1.0, PlaceKind.CITY: 0.0}
_AREA = 8.5
_PROMINENT = 2.4
_RENAMED = -1.5
_NAMED_FOR_ITS_CITY = -2.0

# How well it fits: its country or region being named at all, and how often beside others.
_COUNTRY_NAMED, _COUNTRY_SHARE = 1.4, 1.2
_REGION_NAMED, _REGION_SHARE = 1.8, 1.5
_COUNTRY_OF_CITY, _REGION_OF_CITY = 0.5, 0.7
_HOME = 1.0
_NEAR, _NEAR_KM, _NEAR_ENOUGH = 2.3, 200.0, 5.0


@dataclass(slots=True)
class Group:
    """The mentions of one name in one meaning: what it may be, how well known each is, and how likely so far.

    `known` has the likeliest of all `so_called` places of that name, best known first; `told` is what the
    report itself says of which it is. `countries` and `regions` are what the name itself adds to those that the report speaks of.
    """

    key: str
    count: int
    known: tuple[KnownPlace, ...]
    so_called: int
    priors: list[float]
    chances: list[float]
    told: str = ""
    weak: bool = False
    countries: dict[str, float] = field(default_factory=dict)
    regions: dict[Region, float] = field(default_factory=dict)

    @property
    def best(self) -> KnownPlace:
        """The likeliest place, the first of equals."""
        return self.known[max(range(len(self.known)), key=self.chances.__getitem__)]


class Counts(Generic[K]):
    """How often a report speaks of each country or region, and of all."""

    def __init__(self) -> None:
        self.counts: dict[K, float] = defaultdict(float)
        self.total = 0.0

    def add(self, more: Mapping[K, float]) -> None:
        """Count what one name, or all other words, speak of."""
        for key, number in more.items():
            self.counts[key] += number
            self.total += number


class Others(Generic[K]):
    """How often all names but one speak of each country or region."""

    def __init__(self, all_names: Counts[K], own: Mapping[K, float]) -> None:
        self._counts, self._own = all_names.counts, own
        self.total = all_names.total - sum(own.values())

    def count(self, key: K) -> float:
        """Return how often they speak of one."""
        return self._counts.get(key, 0.0) - self._own.get(key, 0.0)

    def support(self, key: K, named: float, share: float) -> float:
        """Return what a score gains from them; one is added to the total, since few are no proof."""
        count = self.count(key)
        return named * min(1.0, count) + share * count / (self.total + 1) if count > NEGLIGIBLE else 0.0


@dataclass(frozen=True, slots=True)
class Surroundings:
    """How often a report speaks of each country and region, and where its places lie."""

    countries: Counts[str]
    regions: Counts[Region]
    places: Neighbourhood


def make_group(key: str, known: Sequence[KnownPlace], *, count: int, told: str, weak: bool) -> Group:
    """Return a group in which each place is as likely as it is well known."""
    priors = {place: _prior(place, known) for place in known}
    likely = sorted(known, key=lambda place: -priors[place])[:_MOST_CANDIDATES]
    return Group(
        key=key,
        count=count,
        known=tuple(likely),
        so_called=len(known),
        priors=[priors[place] for place in likely],
        chances=_softmax([priors[place] for place in likely]),
        told=told,
        weak=weak,
    )


def settle(groups: Sequence[Group], spoken_of: Mapping[str, float], home: str) -> Surroundings:
    """Work out the likelihoods of all groups from one another, and return what the report speaks of in the end."""
    around = _surroundings(groups, spoken_of)
    for _ in range(_ROUNDS):
        scores = [_scores(group, around, home) for group in groups]
        for group, found in zip(groups, scores, strict=True):
            group.chances = _softmax(found)
        around = _surroundings(groups, spoken_of)
    return around


def _prior(place: KnownPlace, known: Iterable[KnownPlace]) -> float:
    if place.kind is PlaceKind.AREA:
        return _AREA
    score = math.log10(place.population + _PEOPLE_AT_LEAST) + _BY_KIND[place.kind]
    if place.kind is PlaceKind.REGION and any(_gives_name(city, place) for city in known):
        score += _NAMED_FOR_ITS_CITY
    return score + _PROMINENT * place.prominent + _RENAMED * place.renamed


def _gives_name(city: KnownPlace, region: KnownPlace) -> bool:
    """Whether a large city lies in the region of the same name, which then mostly means the city."""
    large = city.kind is PlaceKind.CITY and city.population > LARGE and not city.renamed
    return large and (city.country, city.region) == (region.country, region.region)


def _softmax(scores: Sequence[float]) -> list[float]:
    top = max(scores)
    weights = [math.exp((score - top) / _TEMPERATURE) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights]


def _surroundings(groups: Iterable[Group], spoken_of: Mapping[str, float]) -> Surroundings:
    countries, regions = Counts[str](), Counts[Region]()
    countries.add(spoken_of)
    marks = []
    for group in groups:
        _count_own(group)
        countries.add(group.countries)
        regions.add(group.regions)
        if group.best.kind in SMALL:
            marks.append(Marked(group.key, group.best, max(group.chances)))
    return Surroundings(countries, regions, Neighbourhood(marks))


def _count_own(group: Group) -> None:
    """Work out what a name adds to the countries and regions spoken of, each of its meanings as far as it is likely."""
    countries: dict[str, float] = defaultdict(float)
    regions: dict[Region, float] = defaultdict(float)
    for place, chance in zip(group.known, group.chances, strict=True):
        if chance > NEGLIGIBLE and place.country:
            small = place.kind in SMALL
            countries[place.country] += chance * (_COUNTRY_OF_CITY if small else group.count)
            if place.region:
                regions[place.country, place.region] += chance * (_REGION_OF_CITY if small else group.count)
    group.countries, group.regions = countries, regions


def _scores(group: Group, around: Surroundings, home: str) -> list[float]:
    countries, regions = Others(around.countries, group.countries), Others(around.regions, group.regions)
    scores = []
    for place, prior in zip(group.known, group.priors, strict=True):
        score = prior + _HOME * (place.country == home and bool(home))
        if place.country and place.kind is not PlaceKind.COUNTRY:
            score += countries.support(place.country, _COUNTRY_NAMED, _COUNTRY_SHARE)
        if place.region:
            score += regions.support((place.country, place.region), _REGION_NAMED, _REGION_SHARE)
        if place.kind in SMALL:
            score += _NEAR * (1 - math.exp(-_closeness(group.key, place, around.places)))
        scores.append(score)
    return scores


def _closeness(key: str, place: KnownPlace, places: Neighbourhood) -> float:
    closeness = 0.0
    for mark in places.around(place):
        if mark.key != key:
            closeness += mark.chance * math.exp(-distance_km(place, mark.place) / _NEAR_KM)
            if closeness > _NEAR_ENOUGH:
                break
    return closeness
