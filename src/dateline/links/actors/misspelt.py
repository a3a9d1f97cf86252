"""Misspelt words: letters that changed places, or in a long word one letter too many, too few or wrong."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from dateline.resources.spelling import normalised

_SHORTEST = 5
_LONG = 8
"""Letters from which a word may differ by a letter: shorter ones are too often another word."""


class Speller:
    """Finds the known word that a misspelt one must be, if there is only one."""

    def __init__(self, known: Iterable[str]) -> None:
        self._same_letters: dict[str, set[str]] = defaultdict(set)
        self._one_less: dict[str, set[str]] = defaultdict(set)
        for word in known:
            plain = normalised(word)
            if len(plain) < _SHORTEST or not plain.isalpha():
                continue
            self._same_letters[_letters(plain)].add(word)
            if len(plain) >= _LONG:
                for shorter in (plain, *_shortened(plain)):
                    self._one_less[shorter].add(word)

    def meant(self, written: str) -> str | None:
        """Return the one known word that *written* misspells, or None.

        >>> Speller(["Delhi", "Kazakhstan"]).meant("Dehli"), Speller(["Delhi", "Kazakhstan"]).meant("Kazakstan")
        ('Delhi', 'Kazakhstan')
        >>> Speller(["Kenya"]).meant("Kenye")
        """
        plain = normalised(written)
        if len(plain) < _SHORTEST or not plain.isalpha():
            return None
        found = self._same_letters.get(_letters(plain), set())
        if not found and len(plain) >= _LONG - 1:
            keys = (plain, *_shortened(plain))
            found = {word for key in keys for word in self._one_less.get(key, ()) if abs(len(word) - len(plain)) < 2}
        return next(iter(found)) if len(found) == 1 else None


def _letters(word: str) -> str:
    """Return the first letter and the others in order of the alphabet: the same for words whose letters changed places."""
    return word[0] + "".join(sorted(word[1:]))


def _shortened(word: str) -> Iterator[str]:
    """Yield a word without each of its letters but the first."""
    return (word[:place] + word[place + 1 :] for place in range(1, len(word)))
