"""What people have judged, applied to what the linkers say: a forced link replaces theirs, a forbidden one is not made.

A correction holds for the whole record, whatever day it is asked as of: it says who is meant, not what was known. Applied in
order of publication like any link, it leaves the record of a prefix of the archive a prefix of the record.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.model import (
    Correction,
    Document,
    EntityRef,
    EventLookup,
    EventMention,
    Judgement,
    KnownMention,
    Link,
    LinkKind,
    Verdict,
    content_id,
)

Place = tuple[str, str | None]
"""An id, and the report in which the correction holds (None: everywhere)."""


class Corrections:
    """The corrections in force, by what they concern."""

    def __init__(self, corrections: Iterable[Correction] = ()) -> None:
        self._forced: dict[Place, Correction] = {}
        self._forbidden: dict[Place, dict[str | None, Correction]] = defaultdict(dict)
        for correction in corrections:
            place = (correction.left, correction.document_id)
            if correction.judgement.verdict is Verdict.POSITIVE:
                self._forced[place] = correction
            else:
                self._forbid(place, correction.right, correction)
                if correction.right is not None and correction.kind is LinkKind.SAME_ENTITY:
                    self._forbid((correction.right, correction.document_id), correction.left, correction)

    def _forbid(self, place: Place, right: str | None, correction: Correction) -> None:
        self._forbidden[place][right] = correction

    def entity(self, link: Link, document: Document, reading: EntityRef) -> tuple[Link, EntityRef]:
        """Return the link of a reading as corrected, and the entity it then leads to."""
        link = self._allowed(link, document)
        forced = self._end_of(link.right, document.id)
        if forced is None or forced.right is None:
            return link, replace(reading, id=link.right)
        entity = replace(forced.entity or reading, id=forced.right)
        return replace(link, right=forced.right, judgement=forced.judgement), entity

    def _allowed(self, link: Link, document: Document) -> Link:
        here = self._forbidden.get((link.right, document.id), {}).get(None)
        if here is not None:
            return replace(link, right=content_id("ent", document.id, link.left), judgement=here.judgement)
        barred = self._forbidden.get((link.left, None), {}).get(link.right)
        return replace(link, right=link.left, judgement=barred.judgement) if barred else link

    def event(self, link: Link) -> Link:
        """Return the link of an event mention as corrected: to the event that it, or the event it would join, was judged to be."""
        forced = self._end_of(link.left, None) or self._end_of(link.right, None)
        return replace(link, right=forced.right, judgement=forced.judgement) if forced and forced.right else link

    def lookup(self, mention: EventMention, lookup: EventLookup) -> EventLookup:
        """Return a lookup that does not find the events that a mention was judged not to tell of."""
        barred = self._forbidden.get((mention.id, None))
        return _Without(lookup, frozenset(event for event in barred if event)) if barred else lookup

    def _end_of(self, start: str, document_id: str | None) -> Correction | None:
        """Return the last of a chain of corrections: who A is judged to be, if that is judged to be C, is C."""
        found, seen = None, {start}
        while True:
            step = self._forced.get((start, document_id)) or self._forced.get((start, None))
            if step is None or step.right is None or step.right in seen:
                return found
            found, start = step, step.right
            seen.add(start)


class _Without:
    """A lookup that leaves some events out."""

    def __init__(self, lookup: EventLookup, barred: frozenset[str]) -> None:
        self._lookup = lookup
        self._barred = barred

    def mentions_keyed(self, keys: Sequence[str]) -> list[KnownMention]:
        return [known for known in self._lookup.mentions_keyed(keys) if known.event not in self._barred]


def correction_id(
    kind: LinkKind, left: str, right: str | None, document_id: str | None, verdict: Verdict, at: str
) -> str:
    """Return the id of a correction made at a time."""
    return content_id("jud", kind, left, right, document_id, verdict, at)


def by_person(verdict: Verdict, author: str, why: str) -> Judgement:
    """Return a person's judgement; it outweighs any score."""
    return Judgement(verdict=verdict, author=author, score=1.0, explanation=why or f"judged by {author}")
