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
_BREAKS = frozenset({",", ";", ":", "(", "–", "—", "--"})
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
            name = _name(report.text, sentence.tokens, at)
            if name is not None:
                title = next((title for find in _FINDERS if (title := find(report.text, sentence.tokens, name))), None)
                person = _titled(report, sentence, name, title, head=number < _FIRST_SENTENCES) if title else None
                if person is not None:
                    yield person
            at = name.end if name else at + 1


@dataclass(frozen=True, slots=True)
class _Name:
    """A name of the tables: its tokens, from `start` to before `end`, and the people whom it may mean."""

    start: int
    end: int
    people: tuple[str, ...]
    by_surname: bool


@dataclass(frozen=True, slots=True)
class _Title:
    """A title given to a name: the words, those beside them, and the last token of the two; `rules` for "the Truss cabinet"."""

    words: str
    beside: frozenset[str]
    last: int
    rules: bool = False


def _name(text: str, tokens: Sequence[Token], start: int) -> _Name | None:
    """Return the longest name of people of the tables that begins at a token."""
    if not tokens[start].text[0].isupper():
        return None
    for end in range(min(start + _LONGEST_NAME, len(tokens)), start, -1):
        name = " ".join(text[tokens[start].start : tokens[end - 1].end].split())
        entries = [entry for entry in gazetteer().names.get(name, ()) if entry.kind == "person"]
        if entries:
            by_surname = all(entry.how == "surname" for entry in entries)
            people = tuple(dict.fromkeys(entry.key for entry in entries))
            return None if by_surname and _goes_on(tokens, end) else _Name(start, end, people, by_surname)
    return None


def _goes_on(tokens: Sequence[Token], end: int) -> bool:
    """Say whether another word of a name follows: "Michel" in "Michel Temer" is nobody's surname."""
    return end < len(tokens) and tokens[end].text[0].isupper() and not _DAYS.match(tokens[end].text)


def _before(text: str, tokens: Sequence[Token], name: _Name) -> _Title | None:
    for first in range(max(0, name.start - _LONGEST_TITLE), name.start):
        title = plain_title(text[tokens[first].start : tokens[name.start - 1].end])
        if title.removesuffix(_ELECT) in title_words():
            return _Title(title, _words(tokens[max(0, first - _WITHIN) : first]), name.end - 1)
    return None


def _behind(text: str, tokens: Sequence[Token], name: _Name) -> _Title | None:
    if name.end + 1 >= len(tokens) or tokens[name.end].text != ",":
        return None
    begin = name.end + 1
    stops = range(begin, min(begin + _LONGEST_APPOSITION, len(tokens)))
    stop = next((number for number in stops if tokens[number].text in (",", ".", ";")), stops.stop)
    for first in range(begin, stop):
        if not _may_stand_between(tokens[begin:first]):
            return None
        for last in range(stop, first, -1):
            title = plain_title(text[tokens[first].start : tokens[last - 1].end])
            if title in title_words():
                return _Title(title, _words(tokens[begin:first]), name.end - 1)
    return None


def _may_stand_between(between: Sequence[Token]) -> bool:
    """Say whether only an article, the name of a country and words like "former" stand between a name and a title behind it."""
    return all(
        token.text[0].isupper() or token.lower in _OF_A_NAME or token.lower.rstrip("-") in dating_words("former")
        for token in between
    )


def _rule(_text: str, tokens: Sequence[Token], name: _Name) -> _Title | None:
    """Return the title that "the Truss government" or "Truss's cabinet" implies."""
    word = name.end + 1 if name.end < len(tokens) and tokens[name.end].text in _POSSESSIVE else name.end
    said = " ".join(token.lower for token in tokens[word : word + 2])
    rule = next((rule for rule in sorted(dating_words("ruling")) if f"{said} ".startswith(f"{rule} ")), None)
    return _Title(rule, _words(tokens[max(0, name.start - _WITHIN) : name.start]), word, rules=True) if rule else None


_FINDERS = (_before, _behind, _rule)


def _words(tokens: Sequence[Token]) -> frozenset[str]:
    """Return the words of the same clause: "then" in "Since then, President ..." is not said of the president."""
    clause = max((number + 1 for number, token in enumerate(tokens) if token.text in _BREAKS), default=0)
    return frozenset(token.lower.rstrip("-") for token in tokens[clause:])


def _titled(report: Report, sentence: Sentence, name: _Name, title: _Title, *, head: bool) -> Titled | None:
    """Return the person, None where it may be several or, by the surname alone, somebody of another state or body."""
    words = title.words.removesuffix(_ELECT)
    terms = {person: top_offices(person) if title.rules else offices_called(person, words) for person in name.people}
    holders = [person for person, held in terms.items() if held]
    if len(holders) != 1 or (name.by_surname and not _names_body_of(report, terms[holders[0]][0])):
        return None
    looks_back = title.beside & dating_words("background") or _YEAR.search(sentence.span.of(report.text))
    return Titled(
        person=holders[0],
        held=terms[holders[0]],
        by_surname=name.by_surname,
        former=bool(title.beside & dating_words("former")),
        other=bool(title.beside & dating_words("other")),
        elect=title.words.endswith(_ELECT),
        present=not looks_back and (head or sentence.tokens[title.last].dep.startswith("nsubj")),
    )


def _names_body_of(report: Report, office: Office) -> bool:
    """Say whether the report names the state or organisation of an office, or a state's people or capital."""
    if office.body in gazetteer().states:
        state = gazetteer().states[office.body]
        return any(name in report.text for name in (state.name, *state.aliases, *state.adjectives, state.capital))
    body = gazetteer().organizations.get(office.body)
    return body is None or any(name in report.text for name in (body.name, *body.aliases))
