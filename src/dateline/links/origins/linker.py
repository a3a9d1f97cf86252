"""The linker: a report goes back to the earlier report that it has most of its words from, or to none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from dateline.links.origins.changes import changes
from dateline.links.origins.comparing import compare
from dateline.links.origins.judging import Match, days_between, founded, judge, judgement
from dateline.links.origins.keys import keys_of, runs_of
from dateline.links.origins.wording import Wording, wording_of
from dateline.model import (
    CopyRelation,
    Document,
    Judgement,
    KeyedLink,
    Layers,
    Link,
    LinkKind,
    LinkLookup,
    Origin,
    Record,
)
from dateline.settings import Settings

MOST_FOUND = 64
"""Earlier reports with a key in common that are looked at."""

MOST_COMPARED = 6
"""Of these, how many are compared sentence by sentence."""

COMMON = 4
"""When so many reports have a run of words of their own in common, the words are nobody's: a phrase, or page furniture."""

_REMEMBERED = 128


class OriginLinker:
    """Links one report to its origin among the reports published before it."""

    name = "origins.passages"
    version = "1"
    kind = LinkKind.COPY_OF
    requires: tuple[type[Record], ...] = ()

    def __init__(self, _settings: Settings) -> None: ...

    def __call__(
        self, document: Document, layers: Layers, entities: Mapping[str, str], lookup: LinkLookup
    ) -> Iterator[KeyedLink]:
        """Yield the one link of a report: to its origin, or to itself."""
        search = _Search(document, lookup)
        match = search.best()
        if match is None:
            yield _keyed(_original(document, search), founded(self.name))
        else:
            yield _keyed(_derived(document, search, match), judgement(self.name, match))


def _original(document: Document, search: _Search) -> Origin:
    return Origin(
        document_id=document.id,
        origin=document.id,
        group=document.id,
        relation=CopyRelation.ORIGINAL,
        fingerprint=search.keys(),
    )


def _derived(document: Document, search: _Search, match: Match) -> Origin:
    found, old = match.comparison, match.document
    origin = Origin(
        document_id=document.id,
        origin=old.id,
        group=match.known.group,
        relation=match.relation,
        similarity=round(found.similarity, 4),
        shared=round(found.shared, 4),
        kept=round(found.kept, 4),
        changes=changes(found.swaps, (document, search.wording), (old, _wording(old))),
    )
    # An article keeps the passage it quotes: what many articles quote is soon seen to be nobody's.
    return replace(origin, fingerprint=search.keys() if origin.has_own_words else search.keys_beyond(old))


def _keyed(origin: Origin, why: Judgement) -> KeyedLink:
    link = Link(kind=OriginLinker.kind, left=origin.document_id, right=origin.origin, judgement=why)
    return KeyedLink(link=link, keys=origin.fingerprint, data=origin.written())


class _Search:
    """The search for the origin of one report in the record so far."""

    def __init__(self, document: Document, lookup: LinkLookup) -> None:
        self.wording = _wording(document)
        self._document = document
        self._lookup = lookup
        self._keys = keys_of(self.wording.words)
        links = lookup.links_keyed(tuple(self._keys), limit=MOST_FOUND) if self._keys else ()
        earliest_first = sorted(links, key=lambda known: (known.known_from, known.link.left))
        self._known = [Origin.told_by(known) for known in earliest_first if known.link.left != document.id]
        self._common = _common(self._known)
        self._furniture = _furniture(self.wording, self._keys, self._common)

    def best(self) -> Match | None:
        """Return the match with the report's origin, or None when it has none."""
        matches = [match for known in self._nearest() if (match := self._match(known, known.document_id))]
        best = max(matches, key=lambda match: match.rank, default=None)
        return self._at_its_origin(best) if best else None

    def keys(self) -> tuple[str, ...]:
        """Return the keys of the words that are not everybody's."""
        return tuple(key for key in self._keys if key not in self._common)

    def keys_beyond(self, origin: Document) -> tuple[str, ...]:
        """Return the keys of the words that are not the origin's either: its copies are found by its own keys."""
        taken = set(runs_of(_wording(origin).words))
        return tuple(key for key in self.keys() if key not in taken)

    def _nearest(self) -> list[Origin]:
        """Return the reports that have most of these keys, of several the earliest first."""
        sought = self._keys.keys() - self._common
        hits = [(sum(key in sought for key in origin.fingerprint), origin) for origin in self._known]
        most = sorted((hit for hit in hits if hit[0]), key=lambda hit: -hit[0])
        return [origin for _, origin in most[:MOST_COMPARED]]

    def _match(self, known: Origin, document_id: str) -> Match | None:
        other = self._lookup.document(document_id)
        if other is None:
            return None
        same_day = not days_between(self._document, other)
        comparison = compare(self.wording, _wording(other), self._furniture, same_day=same_day)
        return judge(self._document, other, known, comparison) if comparison else None

    def _at_its_origin(self, match: Match) -> Match:
        """Return the match with what a copy was copied from, as long as this report has its words from there, too."""
        if match.known.has_own_words:
            return match
        return self._match(match.known, match.known.origin) or match


@lru_cache(maxsize=_REMEMBERED)
def _wording(document: Document) -> Wording:
    return wording_of(document)


def _common(known: Sequence[Origin]) -> set[str]:
    holders = Counter(key for origin in known for key in origin.fingerprint)
    return {key for key, count in holders.items() if count >= COMMON}


def _furniture(wording: Wording, keys: Mapping[str, int], common: Collection[str]) -> frozenset[int]:
    """Return the sentences all of whose keys are common."""
    sentences: dict[bool, set[int]] = {True: set(), False: set()}
    for key, word in keys.items():
        sentences[key in common].add(wording.sentence_at(word))
    return frozenset(sentences[True] - sentences[False])
