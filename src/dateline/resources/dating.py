"""The tables that undated reports are dated with: public events and their days, cues beside them, birthdays, calendar words."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from dateline.model import Interval
from dateline.resources.datelines import month_numbers, weekday_names
from dateline.resources.gazetteer import Office, gazetteer
from dateline.resources.tables import cells, read_table

_TOP = ("head-of-state", "head-of-government")
_ROLES = ("head-of-government", "foreign-minister", "defence-minister")
"""Roles that several titles name; "president", "king" and "secretary-general" each name their own office."""

_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FILLERS_BEFORE = r"(?: (?:the|a|an|this|its|annual|landmark|first|second|third|crucial|key|major|[a-z]+-day)){0,2}"
_PLACE_BETWEEN = r"(?:(?:in|at|of) (?:the )?[a-z]+(?: [a-z]+)? )?"


@dataclass(frozen=True, slots=True)
class Words:
    """Alternative words, one of which a text must hold; `keys` are the single words of each, for a first, cheap look."""

    literals: tuple[str, ...]
    keys: tuple[frozenset[str], ...]

    @property
    def pattern(self) -> re.Pattern[str]:
        """What finds one of the alternatives."""
        return _pattern(self.literals)

    def may_be_in(self, words: AbstractSet[str]) -> bool:
        """Say whether a text with these words may hold any of the alternatives."""
        return any(key <= words for key in self.keys)


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedEvent:
    """A row of dated_events.tsv. A phrase is all the words that must stand near one another; `days` are in order."""

    name: str
    sense: str
    days: tuple[Interval, ...]
    phrases: tuple[tuple[Words, ...], ...]
    keys: frozenset[str]
    """The longest word of each phrase: a text without any of them tells nothing of the event."""

    @property
    def coined(self) -> bool:
        """Whether the words themselves were not in use before the day."""
        return self.sense == "coined"

    @property
    def lasts(self) -> bool:
        """Whether the words were true only on the days, so that reports with them were written then."""
        return self.sense == "true"

    @property
    def recurs(self) -> bool:
        """Whether the event lasts or returns, so that reports may be written while it is on."""
        return self.sense == "held"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A row of dating_cues.tsv: words beside an event that tell how long before or after it the report was written."""

    words: str
    side: str
    lasting: bool
    unit: str
    least: int
    most: int
    meaning: str
    pattern: re.Pattern[str]

    def at(self, before: str, after: str) -> bool:
        """Say whether the cue stands beside an event that has these words before and after it in its sentence."""
        return bool(self.pattern.search(before) if self.side == "before" else self.pattern.match(after))

    def around(self, event: Interval) -> Interval:
        """Return when a report with this cue was written, by the days of the event."""
        first, last = event.earliest, event.latest
        return Interval(
            earliest=self._moved(first, self.least, end=False) if first else None,
            latest=self._moved(last, self.most, end=True) if last else None,
        )

    def _moved(self, day: date, by: int, *, end: bool) -> date:
        if self.unit == "day":
            return day + timedelta(days=by)
        if self.unit == "year":
            return date(day.year + by, 12, 31) if end else date(day.year + by, 1, 1)
        year, month = divmod(day.year * 12 + day.month - 1 + by, 12)
        return date(year, month + 1, monthrange(year, month + 1)[1] if end else 1)


@cache
def dated_events() -> tuple[DatedEvent, ...]:
    """Return the public events by which reports are dated."""
    return tuple(map(_event, read_table("dated_events.tsv")))


@cache
def dating_cues() -> tuple[Cue, ...]:
    """Return the cues in the order of their table: the first that fits is meant."""
    return tuple(_cue(row) for row in read_table("dating_cues.tsv"))


def plain_title(words: str) -> str:
    """Return a title in lower case and one spelling: "Secretary-General" and "secretary general" are the same.

    >>> plain_title("U.S. Defense  Secretary ,")
    'u.s. defence secretary'
    """
    return " ".join(words.lower().replace("-", " ").replace("defense", "defence").rstrip(" ,").split())


@cache
def title_words() -> Mapping[str, frozenset[str]]:
    """Return the titles that are given to holders of offices, plain, each with the roles that it names by other words as well."""
    found = {plain_title(row["title"]): frozenset[str]() for row in read_table("offices.tsv")}
    for row in read_table("titles.tsv"):
        if row["role"] in _ROLES:
            found[plain_title(row["title"])] = frozenset({row["role"]})
    return found


def offices_called(person: str, title: str) -> tuple[Office, ...]:
    """Return the offices of a person that a plain title names: by those words, else by what they mean."""
    held = gazetteer().offices_of(person, None)
    exact = tuple(office for office in held if plain_title(office.title) == title)
    return exact or tuple(office for office in held if office.role in title_words()[title])


def top_offices(person: str) -> tuple[Office, ...]:
    """Return the offices in which a person led a state."""
    return tuple(office for office in gazetteer().offices_of(person, None) if office.role in _TOP)


@cache
def dating_words(kind: str) -> frozenset[str]:
    """Return the words of a kind of dating_words.tsv, which says what each kind does."""
    return frozenset(
        word for row in read_table("dating_words.tsv") if row["kind"] == kind for word in cells(row["words"])
    )


@cache
def birthdays() -> dict[str, date]:
    """Return the day of birth by every longer name of the people in birthdays.tsv."""
    found = {}
    for row in read_table("birthdays.tsv"):
        person = gazetteer().people[row["person"]]
        names = (name for name in (person.name, *person.aliases) if " " in name)
        found.update(dict.fromkeys(names, date.fromisoformat(row["born"])))
    return found


@cache
def month_words() -> str:
    """Return a pattern for the name or abbreviation of a month."""
    return "|".join(sorted((name.capitalize() for name in month_numbers()), key=len, reverse=True))


@cache
def weekday_words() -> str:
    """Return a pattern for the name or abbreviation of a weekday."""
    return "|".join(sorted(weekday_names(), key=len, reverse=True))


def month_number(name: str) -> int:
    """Return the number of a month, 1 to 12."""
    return month_numbers()[name.lower()]


def weekday_number(name: str) -> int:
    """Return the number of a weekday, Monday 0."""
    return _WEEKDAYS.index(name[:3].lower())


def _interval(written: str) -> Interval:
    first, dots, last = written.partition("..")
    earliest = date.fromisoformat(first)
    if not dots:
        return Interval.on(earliest)
    return Interval(earliest=earliest, latest=date.fromisoformat(last) if last else None)


def _event(row: dict[str, str]) -> DatedEvent:
    phrases = tuple(tuple(map(_words, phrase.split(" & "))) for phrase in cells(row["words"]))
    return DatedEvent(
        name=row["name"],
        sense=row["sense"],
        days=tuple(map(_interval, cells(row["days"]))),
        phrases=phrases,
        keys=frozenset(max(key, key=len) for phrase in phrases for key in phrase[0].keys),
    )


def _words(alternatives: str) -> Words:
    literals = tuple(alternatives.split(" / "))
    return Words(literals, tuple(frozenset(re.findall(r"\w+", literal)) for literal in literals))


@cache
def _pattern(literals: tuple[str, ...]) -> re.Pattern[str]:
    # Compiled when first asked for: there are thousands, and a report's words rule nearly all of them out.
    words = "|".join(re.escape(literal).replace(r"\ ", r"\s+") for literal in literals)
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)")


def _cue(row: dict[str, str]) -> Cue:
    words = "|".join(re.escape(word) for word in cells(row["words"]))
    pattern = rf"\b(?:{words}){_FILLERS_BEFORE}$" if row["side"] == "before" else rf"{_PLACE_BETWEEN}(?:{words})\b"
    return Cue(
        words=cells(row["words"])[0],
        side=row["side"],
        lasting=row["of"] == "held",
        unit=row["unit"],
        least=int(row["least"]),
        most=int(row["most"]),
        meaning=row["meaning"],
        pattern=re.compile(pattern),
    )
