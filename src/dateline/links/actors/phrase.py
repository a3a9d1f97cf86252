"""A phrase taken apart: its names, nouns and other words, in segments that prepositions open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.links.actors.names import Named, NameFinder
from dateline.links.actors.nouns import Told, find_nouns, misspelt_noun
from dateline.links.actors.places import find_place
from dateline.links.actors.words import Word, use_of, words_of
from dateline.resources.names import given_names

_LONGEST_PLACE = 4
_SHORTEST_MISSPELT = 5

Piece = Named | Told | Word


@dataclass(frozen=True, slots=True)
class Segment:
    """The pieces after a small word; `use` is that of the word (actor_words.tsv), empty for how the phrase begins."""

    use: str
    pieces: tuple[Piece, ...]

    @property
    def names(self) -> tuple[Named, ...]:
        """The names in it."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Named))

    @property
    def nouns(self) -> tuple[Told, ...]:
        """The nouns in it."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Told))


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase in segments, of which the first is its core."""

    text: str
    words: tuple[Word, ...]
    segments: tuple[Segment, ...]

    @property
    def core(self) -> Segment:
        """The segment that says who it is; the others say more of it."""
        return self.segments[0]

    @property
    def indefinite(self) -> bool:
        """Whether it speaks of one of several ("a minister")."""
        return bool(self.words) and self.words[0].lower in ("a", "an")

    def possessive(self, piece: Named | Told) -> bool:
        """Whether a piece stands in the possessive ("Chad's army")."""
        return bool(self.words[piece.last - 1].possessive)

    def segments_of(self, *uses: str) -> tuple[Segment, ...]:
        """Return the later segments that words of the given uses open, up to the first that is about something else."""
        found = []
        for segment in self.segments[1:]:
            if segment.use == "aside":
                break
            if segment.use in uses:
                found.append(segment)
        return tuple(found)


def parse_phrase(text: str, finder: NameFinder, on: date | None, countries: frozenset[str]) -> Phrase:
    """Return a phrase taken apart; *countries* are those that the context of the phrase speaks of."""
    words = words_of(text)
    names = finder.find(text, words, on, countries)
    described = find_nouns(words, frozenset())
    names = [name for name in names if name.sure or not any(_goes_beyond(noun, name) for noun in described)]
    taken = frozenset(place for name in names for place in range(name.first, name.last))
    nouns = find_nouns(words, taken)
    taken |= {place for noun in nouns for place in range(noun.first, noun.last)}
    names += _places(text, words, taken, beside_noun=bool(nouns))
    taken |= {place for name in names for place in range(name.first, name.last)}
    repaired = _repaired(words, taken, finder)
    pieces = sorted([*names, *nouns, *repaired], key=lambda piece: piece.first)
    return Phrase(text, words, tuple(_segments(words, pieces)))


def _goes_beyond(noun: Told, name: Named) -> bool:
    """Whether a name that also means something else is but a word of a longer noun ("the women's league")."""
    return noun.first <= name.first and name.last <= noun.last and noun.last - noun.first > name.last - name.first


def _places(text: str, words: Sequence[Word], taken: frozenset[int], *, beside_noun: bool) -> list[Named]:
    """Return the places among the words that are left: beside a noun, after "in" or the like, or alone."""
    found: list[Named] = []
    first = 0
    while first < len(words):
        place = _place(text, words, first, taken, beside_noun)
        if place:
            found.append(place)
        first = place.last if place else first + 1
    return found


def _place(text: str, words: Sequence[Word], first: int, taken: frozenset[int], beside_noun: bool) -> Named | None:
    free = [place for place in range(first, len(words)) if place not in taken and not use_of(words[place])]
    run = next((count for count, place in enumerate(free) if place != first + count), len(free))
    located = first > 0 and use_of(words[first - 1]) in ("at", "of")
    for length in range(min(run, _LONGEST_PLACE), 0, -1):
        last = first + length
        whole = first == len(words) - run and first == sum(1 for word in words[:first] if use_of(word) == "idle")
        whole = whole and length == run
        beside = beside_noun and last in taken and length == run
        if located or whole or beside:
            found = find_place(text, words, first, last, alone=not located)
            if found:
                return found
    return None


def _repaired(words: Sequence[Word], taken: frozenset[int], finder: NameFinder) -> Iterator[Named | Told]:
    """Yield what misspelt words mean. A word beside another unknown one in capitals is rather part of a name."""
    for place, word in enumerate(words):
        if place in taken or use_of(word) or len(word.text) < _SHORTEST_MISSPELT or word.text in given_names():
            continue
        beside = [words[other] for other in (place - 1, place + 1) if 0 <= other < len(words) and other not in taken]
        if any(other.capitalised and not use_of(other) for other in beside):
            continue
        found = finder.misspelt(word, place) or misspelt_noun(word, place)
        if found:
            yield found


def _segments(words: Sequence[Word], pieces: Sequence[Named | Told]) -> Iterator[Segment]:
    by_place = {piece.first: piece for piece in pieces}
    use, inside, place = "", list[Piece](), 0
    while place < len(words):
        piece = by_place.get(place)
        found = use_of(words[place]) if piece is None else ""
        if piece is not None:
            inside.append(piece)
        elif found and found != "idle":
            if inside or use or found != "aside":
                yield Segment(use, tuple(inside))
                use, inside = found, []
        elif not found:
            inside.append(words[place])
        place = piece.last if piece is not None else place + 1
    yield Segment(use, tuple(inside))
