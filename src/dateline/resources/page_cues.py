"""The words by which a page, and not a report on it, speaks to its reader."""

from __future__ import annotations

from functools import cache

from dateline.resources.tables import read_table


def cue_places(text: str) -> list[int]:
    """Return where in a text such words begin, in order.

    >>> cue_places("The talks ended. Thank you for subscribing.")
    [17]
    """
    folded = text.lower().replace("’", "'")
    if len(folded) != len(text):  # a few letters have two small ones
        folded = text
    return sorted(place for cue in _cues() for place in _places(cue, folded))


def _places(cue: str, text: str) -> list[int]:
    places = []
    place = text.find(cue)
    while place >= 0:
        end = place + len(cue)
        if not (text[place - 1 : place].isalnum() or text[end : end + 1].isalnum()):
            places.append(place)
        place = text.find(cue, end)
    return places


@cache
def _cues() -> tuple[str, ...]:
    return tuple(row["cue"] for row in read_table("page_cues.tsv"))
