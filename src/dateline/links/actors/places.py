"""Places in a phrase: cities and regions, which lend their state to the people and bodies there."""

from __future__ import annotations

from collections.abc import Sequence

from dateline.links.actors.names import Named, slice_of
from dateline.links.actors.words import Word
from dateline.resources.names import given_names
from dateline.resources.places import PlaceKind, places

LARGE_CITY = 100_000
"""People of a city that is known by its name alone."""
CLEARLY_LARGER = 3.0
"""How many times the next place of its name a place must outnumber to be the one meant."""


def find_place(text: str, words: Sequence[Word], first: int, last: int, *, alone: bool) -> Named | None:
    """Return the place that words name: the only one, or the one that is clearly larger than any other of its name.

    A place that stands *alone* must be a large city or a region, since words that are no actor's are often some village's name.
    """
    written = slice_of(text, words, first, last)
    if not written[0].isupper() or (alone and words[first].text in given_names()):
        return None
    known = sorted(places().named(written), key=lambda place: -place.population)
    if not known or (alone and known[0].population < LARGE_CITY):
        return None
    rivals = [place.population for place in known if place.country != known[0].country]
    if rivals and known[0].population < CLEARLY_LARGER * max(rivals):
        return None
    how = "region" if known[0].kind is PlaceKind.REGION else "city"
    return Named(first, last, "place", known[0].name, how, known[0].name, known[0].country)
