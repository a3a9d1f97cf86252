"""The linker of stories: a report joins the story that it is most like, or founds one of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from datetime import date

from dateline.links.stories.comparing import Comparison, compare
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
"""Reports with a key in common whose stories are compared."""

MOST_TERMS = 150
MOST_KEYS = 96
"""What a story keeps of its terms and keys, however many reports it has."""

MEMORY = 30
"""A story is about what this many reports make of it: later ones move it on."""


class StoryLinker:
    """Links one report to a story among those told before it. Stories that fell silent are found again by their terms."""

    name = "stories.terms"
    version = "1"
    kind = LinkKind.SAME_STORY
    requires: tuple[type[Record], ...] = ()

    def __init__(self, _settings: Settings) -> None: ...

    def __call__(
        self, document: Document, layers: Layers, entities: Mapping[str, str], lookup: LinkLookup
    ) -> Iterator[KeyedLink]:
        """Yield the one link of a report; one in a language that the stages do not read is a story by itself."""
        terms = terms_of(document) if document.annotated else {}
        keys = tuple(strongest(terms, KEYS))
        stories = _stories(keys, lookup)
        compared = compare(terms, document.reported_by, stories)
        story = max(compared, key=lambda name: compared[name].score, default=None)
        if story is None or compared[story].score < ALIKE:
            founded = _joined(None, terms, document.reported_by)
            kept = _kept(keys, _common(stories))
            yield self._keyed(document, content_id("sto", document.id), self._founded(), founded, kept)
        else:
            so_far = _joined(stories[story], terms, document.reported_by)
            kept = tuple(key for key in _kept(keys, _common(stories)) if key not in stories[story].keys)
            yield self._keyed(document, story, self._judged(compared[story], document), so_far, kept)

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
    """Return the stories that the keys lead to, each as its last report left it."""
    links = lookup.links_keyed(keys, limit=MOST_FOUND) if keys else ()
    names = dict.fromkeys(known.link.right for known in links)
    return {name: StorySoFar.told_by(lookup.links_to(name, limit=1)[0]) for name in names}


def _common(stories: Mapping[str, StorySoFar]) -> set[str]:
    holders = Counter(key for story in stories.values() for key in story.keys)
    return {key for key, count in holders.items() if count >= COMMON}


def _kept(keys: tuple[str, ...], common: Collection[str]) -> tuple[str, ...]:
    """Return the keys to keep a report under, of keys in order of their weight."""
    return tuple(key for number, key in enumerate(keys) if number < FEWEST_KEYS or key not in common)


def _joined(story: StorySoFar | None, terms: Terms, day: date | None) -> StorySoFar:
    """Return the story with one report more."""
    written = day.isoformat() if day else None
    if story is None:
        return StorySoFar(reports=1, terms=strongest(terms, MOST_TERMS), day=written)
    weight = min(story.reports, MEMORY)
    stems = story.terms.keys() | terms.keys()
    summed = {stem: weight * story.terms.get(stem, 0.0) + terms.get(stem, 0.0) for stem in stems}
    return StorySoFar(
        reports=story.reports + 1,
        terms=scaled(strongest(summed, MOST_TERMS)),
        keys=story.keys,
        day=max((known for known in (story.day, written) if known), default=None),
    )
