"""The days that a collection speaks of, each with the votes of the reports and the sentences that may tell of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from math import exp
from statistics import median

from dateline.links.timelines.collection import Collection, Weighed, relative
from dateline.links.timelines.reading import Naming
from dateline.resources.timelines import day_weights

LEAD = 5
"""Sentences at the head of a report that may tell of the day it was published on, or of the day before, when they name no day."""

MARGIN_DAYS = 7
MARGIN = 0.05
"""How long before the first report the matter may have begun: days, and the part of the time that the reports span."""

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence that may tell of a day; `naming` is None where it does not name the day but stands at a report's head."""

    weighed: Weighed
    naming: Naming | None


@dataclass(slots=True, kw_only=True)
class CandidateDay:
    """A day with its votes by report, the sentences that may tell of it, and how many reports were published on it."""

    day: date
    votes: dict[str, float] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    published: int = 0

    @property
    def score(self) -> float:
        """The sum of the votes."""
        return sum(self.votes.values())

    @property
    def named_by(self) -> int:
        """How many reports name the day."""
        return len({told.weighed.report.document_id for told in self.told if told.naming})

    def vote(self, report: str, weight: float) -> None:
        """Count a report's vote; of several only the one that weighs most."""
        self.votes[report] = max(weight, self.votes.get(report, 0.0))


def candidate_days(
    collection: Collection, *, since: date | None = None, until: date | None = None
) -> dict[date, CandidateDay]:
    """Return the days that reports name or were published on, from *since* to *until*.

    Without these bounds they are the days from a little before the first report to the last: what lies long before is
    background, and what lies after has not been told yet.
    """
    days = _Days(*_bounds(collection, since, until))
    _count_namings(collection, days)
    _count_published(collection, days)
    return {day: found for day, found in days.found.items() if found.told}


class _Days:
    def __init__(self, first: date, last: date) -> None:
        self._first, self._last = first, last
        self.found: dict[date, CandidateDay] = {}

    def at(self, day: date) -> CandidateDay | None:
        if not self._first <= day <= self._last:
            return None
        return self.found.setdefault(day, CandidateDay(day=day))


def _bounds(collection: Collection, since: date | None, until: date | None) -> tuple[date, date]:
    known = [report.day for report in collection.reports if report.day is not None]
    if not known:
        return since or date.min, until or date.max
    first, last = min(known), max(known)
    margin = timedelta(days=max(MARGIN_DAYS, int(MARGIN * (last - first).days)))
    earliest = first - margin if first - date.min > margin else date.min
    return since or earliest, until or last


def _count_namings(collection: Collection, days: _Days) -> None:
    weights = day_weights()
    namings = list(_distinct_namings(collection))
    usual = median([weighed.relevance for weighed, _ in namings] or [1.0])
    for weighed, naming in namings:
        day = days.at(naming.day)
        if day is None:
            continue
        weight = sum(weights.get(trait, 0.0) for trait in naming.traits)
        weight += weights["relevance"] * relative(weighed.relevance, usual)
        weight += weights["report_relevance"] * collection.report_relevance[weighed.report.document_id]
        day.vote(weighed.report.document_id, exp(weight))
        day.told.append(Told(weighed, naming))


def _distinct_namings(collection: Collection) -> Iterator[tuple[Weighed, Naming]]:
    """Yield each naming once: the same words in several reports, or on every page of an outlet, are one."""
    seen: set[tuple[date, tuple[str, ...]]] = set()
    for rows in collection.weighed:
        for weighed in rows:
            for naming in weighed.passage.namings:
                key = (naming.day, weighed.passage.terms)
                if key not in seen:
                    seen.add(key)
                    yield weighed, naming


def _count_published(collection: Collection, days: _Days) -> None:
    weights = day_weights()
    heads = {rows[0].report.document_id: rows[:LEAD] for rows in collection.weighed if rows}
    usual = median([_most_relevant(head) for head in heads.values()] or [1.0])
    for report in collection.reports:
        head = heads.get(report.document_id)
        if report.day is None or head is None:
            continue
        lead = [weighed for weighed in head if not weighed.passage.namings]
        weight = weights["relevance"] * relative(_most_relevant(head), usual)
        weight += weights["report_relevance"] * collection.report_relevance[report.document_id]
        for trait, lag in (("published", timedelta()), ("published_after", ONE_DAY)):
            day = days.at(report.day - lag) if report.day - date.min >= lag else None
            if day is None:
                continue
            day.published += not lag
            if lead and report.document_id not in day.votes:
                day.vote(report.document_id, exp(weight + weights[trait]))
            day.told.extend(Told(weighed, None) for weighed in lead)


def _most_relevant(rows: Sequence[Weighed]) -> float:
    return max(weighed.relevance for weighed in rows)
