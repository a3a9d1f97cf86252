"""Words that the event lexicon does not have, each with the known word nearest in meaning: what may fire its frames."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dateline.model import EventType
from dateline.resources.events import Entries, FrameKind, frames_by_lemma
from dateline.resources.tables import read_table


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """That a word is like a known one as a verb or a noun, how near it is (0 to 1), and the type of act for which that holds."""

    nearest: str
    kind: FrameKind
    event_type: EventType
    similarity: float

    @property
    def entries(self) -> Entries:
        """The frames that the known word fires by itself and that tell such an act."""
        return tuple(
            (frame, frozenset({""}))
            for frame, beside in frames_by_lemma().get(self.nearest, ())
            if frame.kind is self.kind and frame.event_type is self.event_type and "" in beside
        )


@cache
def similar_words() -> Mapping[str, tuple[Likeness, ...]]:
    """Return the likenesses of each word of the table, one for each part of speech; never one for a word of the lexicon."""
    found: dict[str, tuple[Likeness, ...]] = defaultdict(tuple)
    for row in read_table("events_similar.tsv"):
        if row["word"] not in frames_by_lemma():
            found[row["word"]] += (
                Likeness(
                    nearest=row["nearest"],
                    kind=FrameKind(row["kind"]),
                    event_type=EventType(row["type"]),
                    similarity=float(row["similarity"]),
                ),
            )
    return dict(found)
