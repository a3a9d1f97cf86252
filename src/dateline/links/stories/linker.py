"""The linker of stories: a report joins the story that it is most like, or founds one of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dateline.links.stories.comparing import Comparer, Comparison
from dateline.links.stories.terms import Terms, scaled, strongest, terms_of, words_for
from dateline.model import (
    Document,
    Feature,
    Judgement,
    KeyedLink,
    Layers,
    Link,
    LinkKind,
    LinkLookup,
    Record,
    StorySoFar,
    Verdict,
    content_id,
)
from dateline.settings import Settings

ALIKE = 0.14
"""The least score with which a report joins a story. A story that has been silent for long needs 0.2 in terms alone."""

KEYS = 16
"""Terms by which a report looks for its story."""

FEWEST_KEYS = 4
COMMON = 24
"""When so many of the stories found have a term, further ones are not kept under it: it would lead everywhere. A story is
kept under its strongest few terms all the same."""

MOST_FOUND = 40
"""Reports with a key in common whose stories are compared, as these reports left them."""

MOST_LOOKED_AT = 6
"""Of these stories, the best, which are compared once more as they stand now."""

MOST_TERMS = 100
MOST_KEYS = 96
"""What a story keeps of its terms and keys, however many reports it has."""

MEMORY = 30
"""A story is about what this many reports make of it: later ones move it on."""

_REMEMBERED = 1024


@dataclass(frozen=True, slots=True)
class _Nearest:
    """A story that a report joins, as it stands before."""

    story: str
    so_far: StorySoFar
    comparison: Comparison


class StoryLinker:
    """Links one report to a story among those told before it. Stories that fell silent are found again by their terms."""

    name = "stories.terms"
    version = "2"
    kind = LinkKind.SAME_STORY
    requires: tuple[type[Record], ...] = ()

    def __init__(self, _settings: Settings) -> None: ...

    def __call__(
        self, document: Document, layers: Layers, entities: Mapping[str, str], lookup: LinkLookup
    ) -> Iterator[KeyedLink]:
        """Yield the one link of a report; one in a language that the stages do not read is a story by itself."""
        terms = terms_of(document) if document.annotated else {}
        keys = tuple(strongest(terms, KEYS))
        found = _stories(keys, lookup)
        kept = _kept(keys, _common(keys, found))
        nearest = _nearest(terms, document.reported_by, found, lookup)
        if nearest is None:
            founded = _joined(None, terms, document.reported_by)
            yield self._keyed(document, content_id("sto", document.id), self._founded(), founded, kept)
        else:
            so_far = _joined(nearest.so_far, terms, document.reported_by)
            kept = tuple(key for key in kept if key not in nearest.so_far.keys)
            yield self._keyed(document, nearest.story, self._judged(nearest.comparison, document), so_far, kept)

    def _keyed(
        self, document: Document, story: str, why: Judgement, so_far: StorySoFar, keys: tuple[str, ...]
    ) -> KeyedLink:
        link = Link(kind=self.kind, left=document.id, right=story, judgement=why)
        return KeyedLink(link=link, keys=keys, data=so_far.led_to_by(keys, most=MOST_KEYS).written())

    def _founded(self) -> Judgement:
        why = "No earlier report tells of the matter."
        return Judgement(verdict=Verdict.NONE, author=self.name, score=1.0, explanation=why)

    def _judged(self, found: Comparison, document: Document) -> Judgement:
        shared = ", ".join(words_for(found.shared, document))
        return Judgement(
            verdict=Verdict.POSITIVE,
            author=self.name,
            score=round(found.score, 4),
            features=(
                Feature(name="words", value=round(found.words, 3), left=shared),
                Feature(name="fresh", value=round(found.fresh, 3)),
            ),
            explanation=f"shares with the story's reports: {shared}",
        )


def _stories(keys: tuple[str, ...], lookup: LinkLookup) -> dict[str, StorySoFar]:
    """Return the stories that the keys lead to, each as the newest of the reports found left it."""
    newest: dict[str, str] = {}
    for story, data in lookup.data_keyed(keys, limit=MOST_FOUND) if keys else ():
        newest.setdefault(story, data)
    return {name: _told(data) for name, data in newest.items()}


@lru_cache(maxsize=_REMEMBERED)
def _told(data: str) -> StorySoFar:
    return StorySoFar.read(data)


def _nearest(terms: Terms, day: date | None, found: Mapping[str, StorySoFar], lookup: LinkLookup) -> _Nearest | None:
    """Return the story that is most like the report, of the few best as they stand now."""
    comparer = Comparer(terms, day, found.values())
    before = {name: comparer(story).score for name, story in found.items()}
    best = sorted(found, key=lambda name: -before[name])[:MOST_LOOKED_AT]
    now = {name: _told(lookup.data_to(name)) for name in best}
    comparer = Comparer(terms, day, {**found, **now}.values())
    compared = {name: comparer(story) for name, story in now.items()}
    name = max(best, key=lambda name: compared[name].score, default=None)
    if name is None or compared[name].score < ALIKE:
        return None
    return _Nearest(name, now[name], compared[name])


def _common(keys: Sequence[str], stories: Mapping[str, StorySoFar]) -> set[str]:
    sought = frozenset(keys)
    holders = Counter(key for story in stories.values() for key in sought.intersection(story.keys))
    return {key for key, count in holders.items() if count >= COMMON}


def _kept(keys: tuple[str, ...], common: Collection[str]) -> tuple[str, ...]:
    """Return the keys to keep a report under, of keys in order of their weight."""
    return tuple(key for number, key in enumerate(keys) if number < FEWEST_KEYS or key not in common)


def _joined(story: StorySoFar | None, terms: Terms, day: date | None) -> StorySoFar:
    """Return the story with one report more."""
    written = day.isoformat() if day else None
    if story is None:
        return StorySoFar(reports=1, terms=scaled(strongest(terms, MOST_TERMS)), day=written)
    weight = min(story.reports, MEMORY)
    stems = story.terms.keys() | terms.keys()
    summed = {stem: weight * story.terms.get(stem, 0.0) + terms.get(stem, 0.0) for stem in stems}
    return StorySoFar(
        reports=story.reports + 1,
        terms=scaled(strongest(summed, MOST_TERMS)),
        keys=story.keys,
        day=max((known for known in (story.day, written) if known), default=None),
    )
