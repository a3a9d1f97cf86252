"""The persons that one report names, so that a surname or a given name alone finds whose it is."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.annotations.entities.meanings import founded_reference
from dateline.model import EntityRef, EntityType
from dateline.resources.names import gender_by_given_name, surnames, word_set
from dateline.resources.spelling import normalised, sounded


@dataclass(frozen=True, slots=True)
class Named:
    """A person named in full at `position` of the text."""

    position: int
    first: str
    last: str
    reference: EntityRef
    gender: str = ""


def name_parts(name: str) -> tuple[str, ...]:
    """Return the words of a person's name for comparison, without suffixes and without an article joined to the surname.

    There is always at least one: a name that is nothing but a suffix is compared as it stands.

    >>> name_parts("Karim al-Hadi"), name_parts("Jr.")
    (('karim', 'hadi'), ('jr',))
    """
    said = normalised(name).split() or [name]
    words = [word for word in said if word not in word_set("generation")] or said
    kept = [word for place, word in enumerate(words) if place == 0 or word not in word_set("particle")]
    return tuple(kept[1:] if len(kept) > 1 and kept[0] in ("al", "el") else kept)


class People:
    """The full names of a report, by surname and by given name, in order of the text."""

    def __init__(self, document_id: str) -> None:
        self._document_id = document_id
        self._by_surname: dict[str, list[Named]] = defaultdict(list)
        self._by_sound: dict[str, list[Named]] = defaultdict(list)
        self._by_given_name: dict[str, list[Named]] = defaultdict(list)
        self._distinct: dict[str, dict[str, Named]] = defaultdict(dict)
        self._by_ending: dict[tuple[str, ...], EntityRef] = {}

    def add(self, named: Named, spellings: Iterable[str] = ()) -> None:
        """Add a person named in full, under surname and given name and further *spellings* of the surname."""
        for word in {named.last, *spellings}:
            insort(self._by_surname[word], named, key=_position)
            insort(self._by_sound[sounded(word)], named, key=_position)
        if named.first != named.last:
            insort(self._by_given_name[named.first], named, key=_position)
        self._distinct[sounded(named.last)].setdefault(named.reference.id, named)

    def found(self, name: str, position: int) -> EntityRef:
        """Return the reference to a person whom no table knows: an earlier one if the names agree.

        A name of one word is no more than this report's: the same word elsewhere need not be the same person.
        """
        parts = name_parts(name)
        known = self._by_ending.get(parts) if len(parts) > 1 else None
        for named in self._distinct.get(sounded(parts[-1]), {}).values() if known is None else ():
            if _same_given_name(named.first, parts[0]):
                known = named.reference
                break
        reference = known or self._founded(name, parts)
        self.add(Named(position, parts[0], parts[-1], reference, gender_by_given_name(name)), surnames(name)[1:])
        return reference

    def called(self, name: str, position: int) -> Named | None:
        """Return the person whom a surname or given name alone means here: the one last named in full before it.

        A surname goes before another spelling of one and before a given name; if nobody has been named yet, the first to be
        named counts.
        """
        word = (name_parts(name) or ("",))[-1]
        bearers = self._by_surname.get(word) or self._by_sound.get(sounded(word)) or self._by_given_name.get(word)
        if not bearers:
            return None
        return bearers[max(0, bisect_right(bearers, position, key=_position) - 1)]

    def _founded(self, name: str, parts: tuple[str, ...]) -> EntityRef:
        key = f"{parts[0]} {parts[-1]}" if len(parts) > 1 else f"{parts[0]} of {self._document_id}"
        reference = founded_reference(EntityType.PERSON, key, name)
        for start in range(1, len(parts) - 1):
            self._by_ending.setdefault(parts[start:], reference)
        return reference


def _position(named: Named) -> int:
    return named.position


def _same_given_name(one: str, other: str) -> bool:
    """Whether two given names agree: the same, an initial of the other, or its first letters ("Rob", "Robert")."""
    short, long = sorted((one, other), key=len)
    if sounded(one) == sounded(other):
        return True
    return long.startswith(short) if len(short) == 1 or len(short) > 2 else long == short
