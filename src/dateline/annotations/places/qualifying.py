"""What a report says at once about where a place lies: "Paris, Texas", "Reno, Nev.", "Swift and Otter Tail counties"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dateline.model import PlaceKind, Sentence, Span, Token
from dateline.resources.places import KnownPlace, Places, place_words

_INNER = (PlaceKind.CITY, PlaceKind.DISTRICT)
_LONGEST_COUNTY = 3
_OPENING = (",", "(", "-")
_LIST_MARKS = (",", "and", "or", "&")


def contains(outer: KnownPlace, inner: KnownPlace) -> bool:
    """Say whether a country or a first-level division holds a place."""
    if outer.kind is PlaceKind.COUNTRY:
        return inner.country == outer.country and inner.kind is not PlaceKind.COUNTRY
    same = (inner.country, inner.region) == (outer.country, outer.region)
    return outer.kind is PlaceKind.REGION and inner.kind in _INNER and same


def narrowed(inner: Sequence[KnownPlace], outer: Iterable[KnownPlace]) -> tuple[KnownPlace, ...]:
    """Return those places that lie in one of the others."""
    holders = [place for place in outer if place.kind in (PlaceKind.COUNTRY, PlaceKind.REGION)]
    return tuple(place for place in inner if any(contains(holder, place) for holder in holders))


def find_abbreviations(sentence: Sentence, places: Places) -> Iterator[tuple[int, int, tuple[KnownPlace, ...]]]:
    """Yield what states and provinces abbreviations mean, each with its first token and the one after it.

    After a name and a comma any will do ("Reno, NV"); elsewhere one needs full stops within ("in N.J.").
    """
    index = 0
    while index < len(sentence.tokens):
        found = _abbreviation_at(sentence.tokens, index, places) if sentence.tokens[index].text[0].isupper() else None
        if found is not None:
            yield index, *found
        index = found[0] if found else index + 1


def _abbreviation_at(
    tokens: tuple[Token, ...], index: int, places: Places
) -> tuple[int, tuple[KnownPlace, ...]] | None:
    after_town = index > 1 and tokens[index - 1].text in _OPENING and tokens[index - 2].text[0].isupper()
    for length in (2, 1):
        form = "".join(token.text for token in tokens[index : index + length])
        found = places.abbreviated(form) or (places.abbreviated(f"{form}.") if after_town else ())
        following = tokens[index + length] if index + length < len(tokens) else None
        if not found or (following is not None and following.text.isdigit()):
            continue
        if after_town or form.count(".") > 1 or (form.endswith(".") and _as_name(tokens, index, following)):
            return min(index + length, len(tokens)), found
    return None


def _as_name(tokens: tuple[Token, ...], index: int, following: Token | None) -> bool:
    """Whether an abbreviation stands as a name would: "in Ky. jail", "missing Ill. man"."""
    if following is not None and following.lower in place_words("local"):
        return True
    return index > 0 and tokens[index - 1].lower in place_words("in")


def find_counties(sentence: Sentence, text: str, places: Places) -> Iterator[tuple[Span, tuple[KnownPlace, ...]]]:
    """Yield the counties that are listed before the word: "Clay, Otter Tail and Swift counties"."""
    for token in sentence.tokens:
        found = _listed_before(sentence.tokens, token.index, text, places) if token.lower == "counties" else []
        if len(found) > 1:
            yield from found


def _listed_before(
    tokens: tuple[Token, ...], last: int, text: str, places: Places
) -> list[tuple[Span, tuple[KnownPlace, ...]]]:
    found = []
    while last > 0:
        name = _county_before(tokens, last, text, places)
        if name is None:
            break
        first, known = name
        found.append((Span(tokens[first].start, tokens[last - 1].end), known))
        last = _before_marks(tokens, first)
    return found


def _county_before(
    tokens: tuple[Token, ...], last: int, text: str, places: Places
) -> tuple[int, tuple[KnownPlace, ...]] | None:
    """Return where the longest name of a county begins that ends before a token, and the counties so called."""
    for first in range(max(0, last - _LONGEST_COUNTY), last):
        if all(token.text[0].isupper() for token in tokens[first:last]):
            name = f"{text[tokens[first].start : tokens[last - 1].end]} County"
            known = tuple(place for place in places.named(name) if place.kind is PlaceKind.DISTRICT)
            if known:
                return first, known
    return None


def _before_marks(tokens: tuple[Token, ...], first: int) -> int:
    """Return the index after the name that is listed before a token, or 0 where the list begins there."""
    last = first
    while last > 0 and tokens[last - 1].lower in _LIST_MARKS:
        last -= 1
    return last if last < first else 0
