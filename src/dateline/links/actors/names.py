"""Names in a phrase: the longest that the tables know, each with the state or body it belongs to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dateline.links.actors.misspelt import Speller
from dateline.links.actors.titled import TitledNames
from dateline.links.actors.words import Word, use_of
from dateline.resources.actors import actor_nouns, outlet_names, singulars, territories, titles
from dateline.resources.gazetteer import Gazetteer, NameEntry
from dateline.resources.names import given_names, regions
from dateline.resources.spelling import normalised

LONGEST_NAME = 8
_OF_A_PEOPLE = ("adjective", "people")


@dataclass(frozen=True, slots=True)
class Named:
    """Words ``[first, last)`` that name something: `kind` is state, organization, person, outlet, territory, region or place.

    `how` is that of the NameEntry, the territory's kind, or "misspelt"; `sure` is False for a name that also means something else.
    """

    first: int
    last: int
    kind: str
    key: str
    how: str
    name: str
    country: str
    sure: bool = True


class NameFinder:
    """Finds names in the words of a phrase."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._titled = TitledNames(gazetteer)

    def find(self, text: str, words: Sequence[Word], on: date | None, countries: frozenset[str]) -> list[Named]:
        """Return the names in order, none overlapping another; *countries* are those that the context speaks of."""
        seen = {*countries, *self._stated(text, words, on)}
        names: list[Named] = []
        first = 0
        while first < len(words):
            found = self._longest(text, words, first, on, seen)
            if found:
                names.append(found)
            first = found.last if found else first + 1
        return names

    def _stated(self, text: str, words: Sequence[Word], on: date | None) -> set[str]:
        """Return the codes of the states that the phrase names beyond doubt."""
        slices = (slice_of(text, words, first, last) for first, last in _ranges(words))
        entries = (self._living(self._gazetteer.lookup(written), on) for written in slices)
        return {found[0].key for found in entries if len(found) == 1 and not found[0].ambiguous}

    def _longest(
        self, text: str, words: Sequence[Word], first: int, on: date | None, countries: set[str]
    ) -> Named | None:
        if use_of(words[first]) and not words[first].capitalised:
            return None
        for last in range(min(first + LONGEST_NAME, len(words)), first, -1):
            if any(use_of(word) == "break" for word in words[first:last]):
                continue
            written = slice_of(text, words, first, last)
            found = self._read(written, words, first, last, on, countries)
            if found:
                return found
        return None

    def _read(
        self, written: str, words: Sequence[Word], first: int, last: int, on: date | None, countries: set[str]
    ) -> Named | None:
        single = last - first == 1
        noun = written.islower() and _is_noun(written)
        after_given = single and first > 0 and words[first - 1].text in given_names() and words[first].capitalised
        if noun or after_given or (single and use_of(words[first])):
            return None
        entries = self._gazetteer.lookup(written)
        if not entries and written.islower() and single:
            titled = self._gazetteer.lookup(written.title())
            entries = tuple(entry for entry in titled if entry.how in _OF_A_PEOPLE)
        return (
            self._state(entries, first, last, on, countries)
            or self._organization(entries, words, first, last, countries)
            or self._full_name(entries, words, first, last)
            or self._initials(words, first, last)
            or self._territory(written, first, last)
            or _outlet(written, first, last)
            or _region(written, first, last)
            or (self._family_name(words, first, on) if single else None)
            or self._surname(entries, words, first, last, on)
        )

    def _state(
        self, entries: Sequence[NameEntry], first: int, last: int, on: date | None, countries: set[str]
    ) -> Named | None:
        found = self._living(entries, on)
        if not found:
            return None
        first_choice = next((entry for entry in found if entry.key in countries), None)
        if first_choice is None and len({entry.key for entry in found}) > 1:
            first_choice = next((entry for entry in found if entry.usual), None)
        entry = first_choice or found[0]
        state = self._gazetteer.states[entry.key]
        name = state.capital if entry.how == "capital" else state.name
        return Named(first, last, "state", entry.key, entry.how, name, state.key, not entry.ambiguous)

    def _living(self, entries: Sequence[NameEntry], on: date | None) -> list[NameEntry]:
        """Return the states among entries, those that had ceased to exist only where no other bears the name."""
        states = [entry for entry in entries if entry.kind == "state"]
        lasting = [entry for entry in states if _lasted(self._gazetteer.states[entry.key].until, on)]
        return lasting or states

    def _organization(
        self, entries: Sequence[NameEntry], words: Sequence[Word], first: int, last: int, countries: set[str]
    ) -> Named | None:
        found = [entry for entry in entries if entry.kind == "organization"]
        known = self._gazetteer.organizations
        here = [entry for entry in found if known[entry.key].country in countries]
        if not here and _after_other_name(words, first) and not self._gazetteer.lookup(words[first - 1].text):
            # "the Example Valley National Guard" is another body than the one that an ambiguous name alone would mean.
            found = [entry for entry in found if not entry.ambiguous]
        if not here and countries:
            # "the Malian Congress" is not the one of Washington, which an ambiguous name alone would mean.
            found = [entry for entry in found if not entry.ambiguous or len(known[entry.key].country) != len("ISO")]
        entry = next(iter(here or found), None)
        if entry is None or (len({other.key for other in found}) > 1 and not here and not entry.usual):
            return None
        body = known[entry.key]
        return Named(first, last, "organization", entry.key, entry.how, body.name, body.country, not entry.ambiguous)

    def _full_name(self, entries: Sequence[NameEntry], words: Sequence[Word], first: int, last: int) -> Named | None:
        found = [entry for entry in entries if entry.kind == "person" and entry.how != "surname"]
        if len({entry.key for entry in found}) != 1 or _only_begins(words, first, last):
            return None
        person = self._gazetteer.people[found[0].key]
        return Named(first, last, "person", person.key, found[0].how, person.name, person.country)

    def _initials(self, words: Sequence[Word], first: int, last: int) -> Named | None:
        """Return the one person whose given names begin with the letters before a family name ("G. W. Example")."""
        *given, family = words[first:last]
        letters = "".join(word.lower for word in given)
        if not given or not family.capitalised or not all(word.text.replace(".", "").isupper() for word in given):
            return None
        keys = self._by_initials.get((letters, normalised(family.text)), set()) if len(letters) < 4 else set()
        if len(keys) != 1:
            return None
        person = self._gazetteer.people[next(iter(keys))]
        return Named(first, last, "person", person.key, "initials", person.name, person.country, sure=False)

    @cached_property
    def _by_initials(self) -> dict[tuple[str, str], set[str]]:
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for person in self._gazetteer.people.values():
            for name in (person.name, *person.aliases):
                *given, family = normalised(name).split()
                if given:
                    found["".join(word[0] for word in given), family].add(person.key)
        return found

    def _surname(
        self, entries: Sequence[NameEntry], words: Sequence[Word], first: int, last: int, on: date | None
    ) -> Named | None:
        """Return the one person in office whom a surname means: an ambiguous one needs a title before it."""
        found = [entry for entry in entries if entry.how == "surname"]
        if not found or not words[first].capitalised or _after_other_name(words, first):
            return None
        if _only_begins(words, first, last):
            return None
        titled = first > 0 and _is_noun(words[first - 1].lower)
        serving = [entry for entry in found if self._serves(entry.key, on)]
        keys = {entry.key for entry in serving or found}
        if len(keys) != 1 or ((serving or found)[0].ambiguous and not (titled or (serving and len(found) > 1))):
            return None
        person = self._gazetteer.people[next(iter(keys))]
        return Named(first, last, "person", person.key, "surname", person.name, person.country, sure=False)

    def _family_name(self, words: Sequence[Word], place: int, on: date | None) -> Named | None:
        person = self._titled.find(words, place, on)
        if person is None:
            return None
        return Named(place, place + 1, "person", person.key, "surname", person.name, person.country, sure=False)

    def _serves(self, person: str, on: date | None) -> bool:
        return any(
            office.held_on(on) if on else not office.until for office in self._gazetteer.offices_of(person, None)
        )

    def _territory(self, written: str, first: int, last: int) -> Named | None:
        known = territories().get(normalised(written))
        if known is None or not (written[0].isupper() or written.islower()):
            return None
        return Named(first, last, "territory", known.key, known.kind, known.name, known.country)

    def misspelt(self, word: Word, place: int) -> Named | None:
        """Return the state that a single word misspells, as its name, its capital or its people."""
        form = self._speller.meant(word.text) if word.capitalised else None
        entries = self._living(self._gazetteer.names.get(form, ()), None) if form else []
        if len({entry.key for entry in entries}) != 1:
            return None
        state = self._gazetteer.states[entries[0].key]
        how = entries[0].how
        name = state.capital if how == "capital" else state.name
        return Named(place, place + 1, "state", state.key, how, name, state.key)

    @cached_property
    def _speller(self) -> Speller:
        states = (name for name, entries in self._gazetteer.names.items() if entries[0].kind == "state")
        return Speller(name for name in states if name[0].isupper())


def slice_of(text: str, words: Sequence[Word], first: int, last: int) -> str:
    """Return the words ``[first, last)`` as written, on one line and without a last possessive ending."""
    return " ".join(text[words[first].start : words[last - 1].end].split())


def _ranges(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    for first in range(len(words)):
        for last in range(first + 1, min(first + LONGEST_NAME, len(words)) + 1):
            yield first, last


def _lasted(until: date | None, on: date | None) -> bool:
    return until is None or (on is not None and on <= until)


def _is_noun(words: str) -> bool:
    return any(form in actor_nouns() or form in titles() for form in singulars(words.lower().replace(".", "")))


def _after_other_name(words: Sequence[Word], first: int) -> bool:
    """Whether the word before is another part of a name, so that a surname alone is not what is written."""
    if first == 0 or words[first - 1].possessive or use_of(words[first - 1]):
        return False
    before = words[first - 1]
    return before.capitalised and not _is_noun(before.lower)


def _only_begins(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether words are only the given names of a longer name ("Juan Carlos" in "Juan Carlos Example")."""
    if (
        last == len(words)
        or words[last - 1].possessive
        or not all(word.text in given_names() for word in words[first:last])
    ):
        return False
    after = words[last]
    return after.capitalised and not use_of(after) and not _is_noun(after.lower)


def _outlet(written: str, first: int, last: int) -> Named | None:
    known = outlet_names().get(written)
    if known is None or (" " not in written and _is_noun(written)):
        return None
    return Named(first, last, "outlet", known.key, "name", known.name, known.country)


def _region(written: str, first: int, last: int) -> Named | None:
    known = regions().get(written)
    return Named(first, last, "region", known.key, known.type, known.name, known.country) if known else None
