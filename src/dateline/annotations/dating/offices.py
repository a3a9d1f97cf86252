"""Clues from offices held: a report that calls someone president was written while that person was, or later if it looks back."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import zip_longest

from dateline.annotations.dating.report import Report
from dateline.annotations.dating.titled import Titled, titled
from dateline.model import FAIR, Clue, Interval, Moment
from dateline.resources.gazetteer import Office, gazetteer

_GRACE = timedelta(days=30)
"""How long a leaver may still be called by the office, and a winner already: a month."""

_BEFORE_OFFICE = timedelta(days=120)
"""How long before taking office somebody is called president-elect."""

_OFTEN = 2
"""Namings of a person by an office, from which on the report is about what that person does."""

_Terms = Mapping[tuple[str, str], str]
"""By title and body, when the last of its holders in the report took the office."""


def offices(report: Report) -> Iterator[Clue]:
    """Yield, for each person whom the report names with an office, when that office was held.

    Reports look back: of several holders of one office only the last is taken to hold it, of a single one only a holder who acts.
    Anyone whom the report calls a former holder has left the office.
    """
    people: dict[str, list[Titled]] = defaultdict(list)
    for naming in titled(report):
        people[naming.person].append(naming)
    newest = _newest(people)
    for namings in people.values():
        yield from _told(namings, newest)


def _newest(people: Mapping[str, Sequence[Titled]]) -> _Terms:
    newest: dict[tuple[str, str], str] = {}
    for office in (office for namings in people.values() for naming in namings for office in naming.held):
        key = (office.title, office.body)
        newest[key] = max(newest.get(key, ""), office.since)
    return newest


def _told(namings: Sequence[Titled], newest: _Terms) -> Iterator[Clue]:
    name = gazetteer().people[namings[0].person].name
    former = [naming for naming in namings if naming.former]
    if former:
        yield from (_after(name, naming.held) for naming in former[:1] if not naming.by_surname)
        return
    elect = next((naming for naming in namings if naming.elect), None)
    if elect is not None:
        yield _before(name, elect.held)
    given = [naming for naming in namings if not naming.other and not naming.elect]
    if given:
        held = tuple(dict.fromkeys(office for naming in given for office in naming.held))
        now = any(naming.present for naming in given) or len(given) >= _OFTEN
        superseded = all(office.since < newest[office.title, office.body] for office in held)
        yield _during(name, held) if now and not superseded else _since(name, held)


def _during(name: str, held: Sequence[Office]) -> Clue:
    calls = f"calls {name} {held[0].title}"
    if len(held) > 1:
        reason = f"{calls}, in office more than once"
    else:
        reason = f"{calls}, in office from {held[0].since or '…'} to {held[0].until or '…'}"
    return Clue(intervals=tuple(map(_term, held)), reason=reason)


def _since(name: str, held: Sequence[Office]) -> Clue:
    firsts = [first for first in (_edge(office.since, first=True) for office in held) if first]
    earliest = min(firsts) if len(firsts) == len(held) else None
    reason = f"knows {name} as {held[0].title}, in office from {min(office.since for office in held) or '…'}: not before that"
    return Clue(intervals=(Interval(earliest=earliest - _GRACE if earliest else None),), reason=reason)


def _before(name: str, held: Sequence[Office]) -> Clue:
    starts = [first for first in (_edge(office.since, first=True) for office in held) if first]
    reason = f"calls {name} {held[0].title}-elect"
    return Clue(
        intervals=tuple(Interval(earliest=day - _BEFORE_OFFICE, latest=day + _GRACE) for day in starts), reason=reason
    )


def _after(name: str, held: Sequence[Office]) -> Clue:
    """The office has been left and, if it was held again, not been taken again yet."""
    terms = sorted(held, key=lambda office: office.since)
    gaps = []
    for office, following in zip_longest(terms, terms[1:]):
        left = _edge(office.until, first=False)
        again = _edge(following.since, first=True) if following else None
        if left is not None:
            gaps.append(Interval(earliest=left - _GRACE, latest=again + _GRACE if again else None))
    reason = f"calls {name} a former {held[0].title}, in office until {' and '.join(office.until or '…' for office in terms)}"
    return Clue(intervals=tuple(gaps) or (Interval(),), reason=reason, weight=FAIR)


def _term(office: Office) -> Interval:
    first, last = _edge(office.since, first=True), _edge(office.until, first=False)
    return Interval(earliest=first - _GRACE if first else None, latest=last + _GRACE if last else None)


@cache
def _edge(written: str, *, first: bool) -> date | None:
    """Return the first or last day of an edge of a term, None where it is open."""
    if not written:
        return None
    moment = Moment.parse(written)
    return moment.earliest if first else moment.latest
