"""The linker of stories: a report joins the story that it is most like, or founds one of its own.

One that is like a story's affair, but tells of another matter in it, founds a part of that story.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from math import log

from dateline.links.stories.comparing import Comparer, Comparison, worn_by
from dateline.links.stories.terms import Terms, scaled, strongest, terms_of, words_for
from dateline.links.stories.titles import ranked, title_of
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
    key_within,
)
from dateline.settings import Settings

ALIKE = 0.14
"""The least score with which a report joins a story. A story that has been silent for long needs 0.2 in terms alone."""

ESTABLISHED = 0.05
"""How much more a story of many reports draws the next, by the logarithm of their number: affairs do not fall apart."""

WORN = 0.2
"""From when on a part takes over that a term is worn out in its story."""

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
    """A story that a report joins, or founds a part of, as it stands before."""

    story: str
    so_far: StorySoFar
    comparison: Comparison


class StoryLinker:
    """Links one report to a story among those told before it. Stories that fell silent are found again by their terms."""

    name = "stories.terms"
    version = "3"
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
        joined, affair = _nearest(terms, document.reported_by, found, lookup)
        if joined is None:
            founded = _called(_founded(terms, document.reported_by, affair), document)
            led = (*kept, key_within(founded.parent)) if founded.parent else kept
            story = content_id("sto", document.id)
            why = self._begun(affair if founded.parent else None, document)
            yield self._keyed(document, story, why, founded.led_to_by(kept, most=MOST_KEYS), led)
        else:
            so_far = _called(_joined(joined.so_far, terms, document.reported_by), document)
            kept = tuple(key for key in kept if key not in joined.so_far.keys)
            why = self._judged(joined.comparison, document)
            yield self._keyed(document, joined.story, why, so_far.led_to_by(kept, most=MOST_KEYS), kept)

    def _keyed(
        self, document: Document, story: str, why: Judgement, so_far: StorySoFar, keys: tuple[str, ...]
    ) -> KeyedLink:
        link = Link(kind=self.kind, left=document.id, right=story, judgement=why)
        return KeyedLink(link=link, keys=keys, data=so_far.written())

    def _begun(self, affair: _Nearest | None, document: Document) -> Judgement:
        why = "No earlier report tells of the matter."
        if affair is not None:
            shared = ", ".join(words_for(affair.comparison.shared, document))
            why = f"A matter of its own in an affair told of before, with which it shares: {shared}"
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


def _nearest(
    terms: Terms, day: date | None, found: Mapping[str, StorySoFar], lookup: LinkLookup
) -> tuple[_Nearest | None, _Nearest | None]:
    """Return the story that is most like the report, of the few best as they stand now, if it is enough so to be joined;
    else the story to the affair of which it belongs, if any.
    """
    comparer = Comparer(terms, day, found.values())
    before = {name: comparer(story).score for name, story in found.items()}
    best = sorted(found, key=lambda name: -before[name])[:MOST_LOOKED_AT]
    now = {name: _told(lookup.data_to(name)) for name in best}
    comparer = Comparer(terms, day, {**found, **now}.values())
    nearest = [_Nearest(name, story, comparer(story)) for name, story in now.items()]
    alike = [one for one in nearest if one.comparison.score >= ALIKE]
    if alike:
        return max(alike, key=_drawn), None
    akin = [one for one in nearest if one.comparison.kinship >= ALIKE]
    return None, max(akin, key=lambda one: one.comparison.kinship, default=None)


def _drawn(nearest: _Nearest) -> float:
    return nearest.comparison.score * (1 + ESTABLISHED * log(nearest.so_far.reports))


def _common(keys: Sequence[str], stories: Mapping[str, StorySoFar]) -> set[str]:
    sought = frozenset(keys)
    holders = Counter(key for story in stories.values() for key in sought.intersection(story.keys))
    return {key for key, count in holders.items() if count >= COMMON}


def _kept(keys: tuple[str, ...], common: Collection[str]) -> tuple[str, ...]:
    """Return the keys to keep a report under, of keys in order of their weight."""
    return tuple(key for number, key in enumerate(keys) if number < FEWEST_KEYS or key not in common)


def _founded(terms: Terms, day: date | None, affair: _Nearest | None) -> StorySoFar:
    """Return the story of one report. What is worn out in an affair that it is akin to is so here; a part of it is only one that
    has the affair's name, the term that is most worn there, among its own strongest terms.
    """
    story = StorySoFar(reports=1, terms=scaled(strongest(terms, MOST_TERMS)), day=day.isoformat() if day else None)
    if affair is None:
        return story
    stems = affair.so_far.terms.keys() | affair.so_far.worn.keys()
    worn = {stem: wear for stem, wear in worn_by(affair.so_far, sorted(stems)) if wear > WORN}
    named = max(worn, key=lambda stem: worn[stem], default=None) in strongest(terms, KEYS)
    return replace(story, parent=affair.so_far.parent or affair.story if named else None, worn=worn)


def _joined(story: StorySoFar, terms: Terms, day: date | None) -> StorySoFar:
    """Return the story with one report more."""
    weight = min(story.reports, MEMORY)
    stems = story.terms.keys() | terms.keys()
    summed = {stem: weight * story.terms.get(stem, 0.0) + terms.get(stem, 0.0) for stem in stems}
    written = day.isoformat() if day else None
    return replace(
        story,
        reports=story.reports + 1,
        terms=scaled(strongest(summed, MOST_TERMS)),
        day=max((known for known in (story.day, written) if known), default=None),
        weeks=story.weeks + _is_of_another_week(day, story.day),
    )


def _called(story: StorySoFar, document: Document) -> StorySoFar:
    """Return the story with its titles in the order of how well they say what it is about now, one of a new report among them."""
    title = title_of(document)
    return replace(story, titles=ranked({**story.titles, **dict([title] if title else [])}, story.terms))


def _is_of_another_week(day: date | None, last: str | None) -> bool:
    return day is not None and last is not None and _week(day) > _week(date.fromisoformat(last))


def _week(day: date) -> int:
    return day.toordinal() // 7
