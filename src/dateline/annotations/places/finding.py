"""The names of a report that name places: found in each sentence, then weighed together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dateline.annotations.places.boundaries import Clues, is_ordinary
from dateline.annotations.places.evidence import Reason, may_be_place, reason, told_kind
from dateline.annotations.places.mentions import NamedEntities
from dateline.annotations.places.qualifying import find_abbreviations, find_counties, narrowed
from dateline.annotations.places.toponyms import Toponym, find_toponyms
from dateline.model import EntityMention, PlaceKind, Sentence, Span
from dateline.resources.places import KnownPlace, Places, place_key, place_words

_BETWEEN = (",", "(")
_LONGEST_GAP = 3
_LISTS = ([","], ["and"], [",", "and"], ["or"], ["/"])


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class PlaceName:
    """Words taken to name a place: what they may mean, and why they are taken so.

    Names with the same `key` are the same words. Where the words beside it leave fewer places, `known` has only those and
    `told` says why: "the one in Nevada" of "Reno, Nev.", "the region so called" of "Washington state".
    """

    span: Span
    key: str
    known: tuple[KnownPlace, ...]
    reason: Reason
    told: str = ""


@dataclass(frozen=True, slots=True)
class _State:
    """An abbreviated state or province, from a token on."""

    first: int
    span: Span
    known: tuple[KnownPlace, ...]


class Finder:
    """Finds the names of places in one report; make one for each report."""

    def __init__(self, text: str, mentions: Sequence[EntityMention], places: Places) -> None:
        self._text = text
        self._places = places
        self._entities = NamedEntities(mentions)
        self._found: dict[Toponym, PlaceName] = {}
        self._governments: set[Toponym] = set()

    def __call__(self, sentences: Sequence[Sentence]) -> list[PlaceName]:
        """Return the names of places in order of the text; none overlaps another."""
        uncapitalised = (token.text for sentence in sentences for token in sentence.tokens if token.text.islower())
        clues = Clues(surnames=self._entities.surnames, uncapitalised=frozenset(uncapitalised))
        counties = [self._county(span, known) for sentence in sentences for span, known in self._counties(sentence)]
        states = {id(sentence): self._states(sentence) for sentence in sentences}
        spans = [name.span for name in counties] + [state.span for found in states.values() for state in found]
        taken = {offset for span in spans for offset in range(span.start, span.end)}
        toponyms = [
            toponym
            for toponym in self._toponyms(sentences)
            if taken.isdisjoint(token.start for token in toponym.tokens)
        ]
        for toponym, following in zip(toponyms, [*toponyms[1:], None], strict=False):
            self._read(toponym, following, states[id(toponym.sentence)], clues)
        self._follow(toponyms, clues)
        regions = [self._region(state) for found in states.values() for state in found]
        return sorted([*self._found.values(), *counties, *regions], key=lambda name: name.span.start)

    def _toponyms(self, sentences: Sequence[Sentence]) -> Iterator[Toponym]:
        for sentence in sentences:
            for toponym in find_toponyms(sentence, self._text, self._places):
                if not self._entities.means_other(toponym):
                    yield toponym

    def _counties(self, sentence: Sentence) -> Iterator[tuple[Span, tuple[KnownPlace, ...]]]:
        return find_counties(sentence, self._text, self._places)

    def _county(self, span: Span, known: tuple[KnownPlace, ...]) -> PlaceName:
        key = place_key(f"{span.of(self._text)} County")
        return PlaceName(span=span, key=key, known=known, reason=Reason("before counties"))

    def _states(self, sentence: Sentence) -> list[_State]:
        tokens = sentence.tokens
        return [
            _State(first, Span(tokens[first].start, tokens[last - 1].end), known)
            for first, last, known in find_abbreviations(sentence, self._places)
        ]

    def _region(self, state: _State) -> PlaceName:
        key = place_key(state.span.of(self._text))
        return PlaceName(span=state.span, key=key, known=state.known, reason=Reason("abbreviated"))

    def _add(self, toponym: Toponym, why: Reason, known: tuple[KnownPlace, ...] = (), told: str = "") -> None:
        kind = told_kind(toponym)
        called = tuple(place for place in known or toponym.known if place.kind is kind)
        self._found[toponym] = PlaceName(
            span=toponym.span,
            key=place_key(self._words(toponym)),
            known=called or known or toponym.known,
            reason=why,
            told=told or (f"the {kind} so called" if called else ""),
        )

    def _words(self, toponym: Toponym) -> str:
        return toponym.span.of(self._text)

    def _read(self, toponym: Toponym, following: Toponym | None, states: Sequence[_State], clues: Clues) -> None:
        if toponym in self._found:
            return
        state = next((state for state in states if state.first == toponym.last + 1), None)
        if state is not None and _opens_qualifier(toponym) and not _is_large(toponym):
            inner = narrowed(toponym.known, state.known)
            if inner:
                told = f"the one in {_holders(inner, state.known)[0].name}"
                self._add(toponym, Reason(f"before {state.span.of(self._text)}"), inner, told)
            return
        if following is not None and self._put_in(toponym, following):
            return
        if self._entities.means_government(toponym):
            self._governments.add(toponym)
            return
        why = Reason("named as a state") if self._entities.means_state(toponym) else reason(toponym, clues)
        if why is not None:
            self._add(toponym, why)

    def _put_in(self, one: Toponym, other: Toponym) -> bool:
        """Take two neighbouring names for a place and what it lies in, if they can be: "Lima, Peru", "Peru's Lima"."""
        inner, outer = (other, one) if is_owner(one, other) else (one, other)
        if (inner is one and not adjoins(one, other)) or is_ordinary(inner):
            return False
        lying = narrowed(inner.known, outer.known)
        if lying:
            holders = _holders(lying, outer.known)
            self._add(inner, Reason(f"in {self._words(outer)}"), lying, f"the one in {holders[0].name}")
            self._add(outer, Reason("with a place in it"), holders, f"the one with {self._words(inner)} in it")
        return bool(lying)

    def _follow(self, toponyms: Sequence[Toponym], clues: Clues) -> None:
        """Take for places what is listed with one ("in Derby, Wells and Ely") and what is one elsewhere in the report."""
        free = [toponym for toponym in toponyms if toponym not in self._governments]
        for one, other in pairwise(free):
            if one in self._found and other not in self._found and _listed(one, other) and may_be_place(other, clues):
                self._add(other, Reason(f"listed with {self._words(one)}", weak=True))
        sure = {name.key for name in self._found.values() if not name.reason.weak}
        for toponym in free:
            if toponym not in self._found and place_key(self._words(toponym)) in sure and may_be_place(toponym, clues):
                self._add(toponym, Reason("a place elsewhere in the report"))


def _holders(inner: Sequence[KnownPlace], outer: Sequence[KnownPlace]) -> tuple[KnownPlace, ...]:
    """Return those of the larger places in which one of the others lies."""
    return tuple(place for place in outer if narrowed(inner, (place,)))


def adjoins(one: Toponym, other: Toponym) -> bool:
    """Say whether a name is said to lie in the next: "Lima, Peru", "Lima (Peru)", "Tripoli in northern Lebanon"."""
    between = _between(one, other)
    if not between or len(between) > _LONGEST_GAP or between[0] not in (*_BETWEEN, "in"):
        return False
    mere = {*_BETWEEN, "in", "the"} if "in" in between else _BETWEEN
    return all(word in mere or word in place_words("modifier") for word in between)


def is_owner(one: Toponym, other: Toponym) -> bool:
    """Say whether a name owns the next: "Peru's Lima"."""
    return _between(one, other) in (["'s"], ["’s"])


def _between(one: Toponym, other: Toponym) -> list[str]:
    """Return the words between two names of one sentence, in lower case; none where they stand in two."""
    if one.sentence is not other.sentence:
        return []
    return [token.lower for token in one.sentence.tokens[one.last : other.first]]


def _is_large(toponym: Toponym) -> bool:
    return any(place.kind in (PlaceKind.COUNTRY, PlaceKind.REGION) and not place.renamed for place in toponym.known)


def _opens_qualifier(toponym: Toponym) -> bool:
    return toponym.after is not None and toponym.after.text in _BETWEEN


def _listed(one: Toponym, other: Toponym) -> bool:
    return _between(one, other) in _LISTS
