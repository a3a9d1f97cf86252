"""Family names after the title of an office that their bearer holds on the day ("Governor Example")."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from dateline.links.actors.standing import holds
from dateline.links.actors.words import Word
from dateline.resources.gazetteer import Gazetteer, Office, Person

_LONGEST_TITLE = 3
_ABBREVIATED = (3, 4)
"""Letters of an abbreviated title."""


class TitledNames:
    """Finds the one holder of an office by title and family name."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._by_family: dict[str, list[Person]] = defaultdict(list)
        for person in gazetteer.people.values():
            self._by_family[person.name.split()[-1]].append(person)

    def find(self, words: Sequence[Word], place: int, on: date | None) -> Person | None:
        """Return the one person of the family name at *place* who on the day holds an office of the title before it."""
        bearers = self._by_family.get(words[place].text, ())
        if not bearers or place == 0:
            return None
        first = max(0, place - _LONGEST_TITLE)
        titles = {" ".join(word.lower for word in words[start:place]) for start in range(first, place)}
        found = [person for person in bearers if self._is_called(person, titles, on)]
        return found[0] if len(found) == 1 else None

    def _is_called(self, person: Person, titles: set[str], on: date | None) -> bool:
        offices = self._gazetteer.offices_of(person.key, None)
        return any(holds(office, on) and _bears(office, titles) for office in offices)


def _bears(office: Office, titles: set[str]) -> bool:
    """Whether an office goes by one of the titles: whole, by its first words, or by the beginning of the first ("Gov.")."""
    return any(
        office.title == title
        or office.title.startswith(f"{title} ")
        or (len(title) in _ABBREVIATED and office.title.split()[0].startswith(title))
        for title in titles
    )
