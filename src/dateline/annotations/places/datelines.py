"""The places in a report's dateline, which is not parsed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dateline.annotations.places.evidence import Reason
from dateline.annotations.places.finding import PlaceName
from dateline.annotations.places.qualifying import narrowed
from dateline.model import Document, Span
from dateline.resources.places import KnownPlace, Places, place_key

_PART = re.compile(r"[^,/|]*[^\s,/|]")


def names_in_dateline(document: Document, places: Places) -> Iterator[PlaceName]:
    """Yield the names of places in the dateline: of "ODESSA, Texas (AP) -" both, the first as lying in the second."""
    dateline = document.dateline
    if dateline is None or not dateline.place:
        return
    start = document.text.find(dateline.place, dateline.span.start, dateline.span.end)
    if start < 0:
        return
    parts = [
        (match[0].strip(), start + match.end() - len(match[0].strip())) for match in _PART.finditer(dateline.place)
    ]
    known = [_known(words, number > 0, places) for number, (words, _) in enumerate(parts)]
    for number, (words, begins) in enumerate(parts):
        outer = known[number + 1] if number + 1 < len(parts) else ()
        inner = narrowed(known[number], outer)
        if known[number]:
            yield PlaceName(
                span=Span(begins, begins + len(words)),
                key=place_key(words),
                known=inner or known[number],
                reason=Reason("in the dateline"),
                told=f"the one in {parts[number + 1][0]}" if inner else "",
            )


def _known(words: str, after_town: bool, places: Places) -> tuple[KnownPlace, ...]:
    states = (places.abbreviated(words) or places.abbreviated(words.capitalize())) if after_town else ()
    return states or places.named(words)
