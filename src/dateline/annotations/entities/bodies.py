"""The organisations and other things that one report names, so that short forms and initials find the long one."""

from __future__ import annotations

from collections import defaultdict

from dateline.annotations.entities.meanings import founded_reference
from dateline.model import EntityRef, EntityType
from dateline.resources.names import word_set
from dateline.resources.spelling import normalised


def body_words(name: str) -> tuple[str, ...]:
    """Return the words of an organisation's name for comparison, without its legal form.

    >>> body_words("Acme Widgets, Inc.")
    ('acme', 'widgets')
    """
    words = normalised(name).split()
    while len(words) > 1 and words[-1] in word_set("legal form"):
        words.pop()
    return tuple(words)


def initials(words: tuple[str, ...]) -> str:
    """Return the initials of the words of a name, small words left out."""
    return "".join(word[0] for word in words if word not in word_set("small"))


class Bodies:
    """The things of one type that a report names, under their words, their first and last words and their initials."""

    def __init__(self, kind: EntityType) -> None:
        self._kind = kind
        self._by_words: dict[tuple[str, ...], EntityRef] = {}
        self._by_part: dict[str, list[tuple[str, ...]]] = defaultdict(list)

    def add(self, name: str, reference: EntityRef) -> None:
        """Add an entity of the tables under the name that the report gives it."""
        self._note(body_words(name), reference)

    def found(self, name: str) -> tuple[EntityRef, str]:
        """Return the entity that a name means, and why: one named before, by a longer or shorter form, or a new one."""
        words = body_words(name)
        if words in self._by_words:
            return self._by_words[words], "the same name in this report"
        longer = self._longer(words, name)
        if longer is not None:
            self._by_words[words] = longer
            return longer, f"short for {longer.name} in this report"
        reference = founded_reference(self._kind, " ".join(words), name)
        self._note(words, reference)
        return reference, "named in this report"

    def _note(self, words: tuple[str, ...], reference: EntityRef) -> None:
        if words and words not in self._by_words:
            self._by_words[words] = reference
            for part in {words[0], words[-1], f"initials {initials(words)}"}:
                self._by_part[part].append(words)

    def _longer(self, words: tuple[str, ...], name: str) -> EntityRef | None:
        if self._kind is not EntityType.ORGANIZATION or not words:
            return None
        letters = name.replace(".", "")
        by_initials = letters.isupper() and letters.isalpha() and len(letters) > 1
        known = [
            other for part in (words[0], words[-1]) for other in self._by_part.get(part, ()) if _part_of(words, other)
        ]
        known += self._by_part.get(f"initials {letters.lower()}", ()) if by_initials else ()
        found = {self._by_words[other].id: self._by_words[other] for other in known}
        return next(iter(found.values())) if len(found) == 1 else None


def _part_of(words: tuple[str, ...], known: tuple[str, ...]) -> bool:
    """Whether *words* open or close the longer name *known*."""
    return len(words) < len(known) and (known[: len(words)] == words or known[-len(words) :] == words)
