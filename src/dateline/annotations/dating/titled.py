"""Who is called by which office: "Prime Minister Liz Truss", "Liz Truss, the British prime minister", "the Truss government"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.annotations.dating.report import Report
from dateline.model import Sentence, Token
from dateline.resources.dating import dating_words, offices_called, plain_title, title_words, top_offices, weekday_words
from dateline.resources.gazetteer import Office, gazetteer

_LONGEST_TITLE = 7
_LONGEST_NAME = 6
_LONGEST_APPOSITION = 9
_WITHIN = 4
"""Words before a title among which "former" or "ousted" still belongs to it."""

_FIRST_SENTENCES = 4
"""Sentences at the head of a report, which tell of the present."""

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ELECT = " elect"
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_OF_A_NAME = _POSSESSIVE | {"the", "of", ".", "-"}
_DAYS = re.compile(weekday_words())


@dataclass(frozen=True, slots=True, kw_only=True)
class Titled:
    """A person named with an office that the tables know this person to have held, in any of the terms of `held`.

    `by_surname` says that the rest of the name is left out, `former` that the words call the office a past one, `other` that they
    name another office after all ("vice", "candidate"), `elect` that it is yet to be taken. `present` says that the sentence tells
    what the person does now, as far as one sentence can show that.
    """

    person: str
    held: tuple[Office, ...]
    title: str
    by_surname: bool = False
    former: bool = False
    other: bool = False
    elect: bool = False
    present: bool = False


def titled(report: Report) -> Iterator[Titled]:
    """Yield every naming of a person by an office, in order of the text."""
    for number, sentence in enumerate(report.sentences):
        at = 0
        while at < len(sentence.tokens):
            named = _named(report, sentence.tokens, at)
            if named is None:
                at += 1
                continue
            found = _before(report, sentence, *named) or _after(report, sentence, *named)
            found = found or _rule(report, sentence, *named)
            person = _titled(report, sentence, found, head=number < _FIRST_SENTENCES) if found else None
            if person is not None:
                yield person
            at = named[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Naming:
    """A name with a title: whom it may mean, where it ends, the words beside the title; `rules` for "the Truss cabinet"."""

    people: tuple[str, ...]
    title: str
    last: int
    beside: tuple[str, ...]
    by_surname: bool
    rules: bool = False


def _named(report: Report, tokens: Sequence[Token], at: int) -> tuple[int, int, tuple[str, ...], bool] | None:
    """Return the longest name of people of the tables that begins at a token: its tokens, whom it may mean, whether by surname."""
    if not tokens[at].text[0].isupper():
        return None
    for end in range(min(at + _LONGEST_NAME, len(tokens)), at, -1):
        name = " ".join(report.text[tokens[at].start : tokens[end - 1].end].split())
        entries = [entry for entry in gazetteer().names.get(name, ()) if entry.kind == "person"]
        if entries:
            by_surname = all(entry.how == "surname" for entry in entries)
            if by_surname and _goes_on(tokens, end):
                return None
            return at, end, tuple(dict.fromkeys(entry.key for entry in entries)), by_surname
    return None


def _goes_on(tokens: Sequence[Token], end: int) -> bool:
    """Say whether another word of a name follows: "Michel" in "Michel Temer" is nobody's surname."""
    return end < len(tokens) and tokens[end].text[0].isupper() and not _DAYS.match(tokens[end].text)


def _before(
    report: Report, sentence: Sentence, at: int, end: int, people: tuple[str, ...], by_surname: bool
) -> _Naming | None:
    tokens = sentence.tokens
    for first in range(max(0, at - _LONGEST_TITLE), at):
        title = plain_title(report.text[tokens[first].start : tokens[at - 1].end])
        if title.removesuffix(_ELECT) in title_words():
            beside = tuple(token.lower.rstrip("-") for token in tokens[max(0, first - _WITHIN) : first])
            return _Naming(people=people, title=title, last=end, beside=beside, by_surname=by_surname)
    return None


def _after(
    report: Report, sentence: Sentence, at: int, end: int, people: tuple[str, ...], by_surname: bool
) -> _Naming | None:
    tokens = sentence.tokens
    if end + 1 >= len(tokens) or tokens[end].text != ",":
        return None
    stops = range(end + 1, min(end + 1 + _LONGEST_APPOSITION, len(tokens)))
    stop = next((number for number in stops if tokens[number].text in (",", ".", ";")), stops.stop)
    for first in range(end + 1, stop):
        for last in range(stop, first, -1):
            title = plain_title(report.text[tokens[first].start : tokens[last - 1].end])
            beside = tuple(token.lower.rstrip("-") for token in tokens[end + 1 : first])
            if title in title_words() and _belongs(tokens[end + 1 : first]):
                return _Naming(people=people, title=title, last=end, beside=beside, by_surname=by_surname)
    return None


def _belongs(between: Sequence[Token]) -> bool:
    """Say whether only an article, the name of a country and words like "former" stand between a name and a title behind it."""
    return all(
        token.text[0].isupper() or token.lower in _OF_A_NAME or token.lower.rstrip("-") in dating_words("former")
        for token in between
    )


def _rule(
    report: Report, sentence: Sentence, at: int, end: int, people: tuple[str, ...], by_surname: bool
) -> _Naming | None:
    """Return the naming in "the Truss government" or "Truss's cabinet"."""
    tokens = sentence.tokens
    word = end + 1 if end < len(tokens) and tokens[end].text in _POSSESSIVE else end
    said = " ".join(token.lower for token in tokens[word : word + 2])
    rule = next((rule for rule in dating_words("ruling") if f"{said} ".startswith(f"{rule} ")), None)
    if rule is None:
        return None
    beside = tuple(token.lower.rstrip("-") for token in tokens[max(0, at - _WITHIN) : at])
    return _Naming(people=people, title=rule, last=word + 1, beside=beside, by_surname=by_surname, rules=True)


def _titled(report: Report, sentence: Sentence, naming: _Naming, *, head: bool) -> Titled | None:
    title = naming.title.removesuffix(_ELECT)
    terms = {person: top_offices(person) if naming.rules else offices_called(person, title) for person in naming.people}
    holders = [person for person, held in terms.items() if held]
    if len(holders) != 1:
        return None
    person, held = holders[0], terms[holders[0]]
    if naming.by_surname and not _is_of_that_country(report, held[0]):
        return None
    beside = set(naming.beside)
    looks_back = beside.intersection(dating_words("background")) or _YEAR.search(sentence.span.of(report.text))
    subject = sentence.tokens[naming.last - 1].dep.startswith("nsubj")
    return Titled(
        person=person,
        held=held,
        title=title,
        by_surname=naming.by_surname,
        former=bool(beside & dating_words("former")),
        other=bool(beside & dating_words("other")),
        elect=naming.title.endswith(_ELECT),
        present=not looks_back and (head or subject),
    )


def _is_of_that_country(report: Report, office: Office) -> bool:
    """Say whether the report names the state of an office, its people or its capital; a mere surname may be anyone's."""
    state = gazetteer().states.get(office.body)
    return state is None or any(
        name in report.text for name in (state.name, *state.aliases, *state.adjectives, state.capital)
    )
