"""Clues from offices held: a report that calls someone president was written while that person was."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dateline.annotations.dating.clues import Clue
from dateline.annotations.dating.report import Report
from dateline.model import Interval, Moment, Token
from dateline.resources.dating import dating_words
from dateline.resources.gazetteer import Office, Person, gazetteer

_LONGEST_TITLE = 4
_LONGEST_NAME = 4
_PAST_WITHIN = 4
"""Words before a title among which "former" or "ousted" still belongs to it."""

_GRACE = timedelta(days=30)
"""How long a leaver may still be called by the office, and a winner already: a month."""


@dataclass(frozen=True, slots=True)
class _Titled:
    """A person whose name stands behind the title of an office that the tables know this person to have held."""

    person: Person
    held: tuple[Office, ...]
    start: int


def offices(report: Report) -> Iterator[Clue]:
    """Yield, for each person whom the report names with an office, when that office was held.

    One who is called a former holder anywhere in the report tells nothing: such a report looks back.
    """
    found: dict[str, _Titled] = {}
    former: set[str] = set()
    for sentence in report.sentences:
        for number, token in enumerate(sentence.tokens):
            titled = _titled(sentence.tokens, number) if token.text[0].isupper() else None
            if titled is None:
                continue
            found.setdefault(titled.person.key, titled)
            if _of_the_past(sentence.tokens[: titled.start]):
                former.add(titled.person.key)
    yield from (_clue(titled) for key, titled in found.items() if key not in former)


def _titled(tokens: tuple[Token, ...], number: int) -> _Titled | None:
    for length in range(min(_LONGEST_NAME, len(tokens) - number), 0, -1):
        person = _person(" ".join(token.text for token in tokens[number : number + length]))
        if person is None:
            continue
        for words in range(min(_LONGEST_TITLE, number), 0, -1):
            title = " ".join(token.lower for token in tokens[number - words : number]).removesuffix(" ,")
            held = tuple(office for office in gazetteer().offices_of(person.key, None) if office.title == title)
            if held:
                return _Titled(person, held, number - words)
    return None


def _person(name: str) -> Person | None:
    found = [entry for entry in gazetteer().names.get(name, ()) if entry.kind == "person"]
    return gazetteer().people[found[0].key] if len(found) == 1 else None


def _of_the_past(before: tuple[Token, ...]) -> bool:
    return any(token.lower.rstrip("-") in dating_words("past") for token in before[-_PAST_WITHIN:])


def _clue(titled: _Titled) -> Clue:
    return Clue(
        intervals=tuple(_term(office) for office in titled.held),
        reason=_reason(titled),
    )


def _reason(titled: _Titled) -> str:
    calls = f"calls {titled.person.name} {titled.held[0].title}"
    if len(titled.held) > 1:
        return f"{calls}, in office more than once"
    office = titled.held[0]
    return f"{calls}, in office from {office.since or '…'} to {office.until or '…'}"


def _term(office: Office) -> Interval:
    first, last = _edge(office.since, first=True), _edge(office.until, first=False)
    return Interval(earliest=first - _GRACE if first else None, latest=last + _GRACE if last else None)


@cache
def _edge(written: str, *, first: bool) -> date | None:
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", written):
        return None
    moment = Moment(written)
    return moment.earliest if first else moment.latest
