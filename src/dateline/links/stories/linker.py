"""The linker of stories: a report joins the story that it is most like, or founds its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dateline.links.stories.terms import likeness, scaled, strongest, terms_of
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

ALIKE = 0.19
KEYS = 12
MOST_FOUND = 24
MOST_TERMS = 150
MOST_KEYS = 80
MEMORY = 30
COMMON = 12
FEWEST_KEYS = 4


class StoryLinker:
    """Links one report to a story among those told before it."""

    name = "stories.terms"
    version = "1"
    kind = LinkKind.SAME_STORY
    requires: tuple[type[Record], ...] = ()

    def __init__(self, _settings: Settings) -> None: ...

    def __call__(
        self, document: Document, layers: Layers, entities: Mapping[str, str], lookup: LinkLookup
    ) -> Iterator[KeyedLink]:
        """Yield the one link of a report."""
        terms = terms_of(document) if document.annotated else {}
        keys = tuple(strongest(terms, KEYS))
        stories = _candidates(keys, lookup)
        story, so_far, score = "", None, 0.0
        for known, candidate in stories.items():
            s = likeness(terms, candidate.terms)
            if s > score:
                story, so_far, score = known, candidate, s
        if so_far is None or score < ALIKE:
            so_far, story = None, content_id("sto", document.id)
        yield self._link(document, story, terms, keys, so_far, score)

    def _link(self, document, story, terms, keys, so_far, score):
        judgement = Judgement(verdict=Verdict.POSITIVE if so_far else Verdict.NONE, author=self.name, score=round(score, 4))
        joined = _joined(so_far, terms, keys, document)
        new = tuple(k for k in keys if not so_far or k not in so_far.keys)
        return KeyedLink(link=Link(kind=self.kind, left=document.id, right=story, judgement=judgement), keys=new, data=joined.written())


def _candidates(keys, lookup):
    if not keys:
        return {}
    found = {}
    for known in lookup.links_keyed(keys, limit=MOST_FOUND):
        story = known.link.right
        if story not in found:
            found[story] = StorySoFar.told_by(lookup.links_to(story, limit=1)[0])
    return found


def _joined(so_far, terms, keys, document):
    day = document.reported_by.isoformat() if document.reported_by else None
    if so_far is None:
        return StorySoFar(reports=1, terms=strongest(terms, MOST_TERMS), keys=keys, day=day)
    n = min(so_far.reports, MEMORY)
    summed = {t: so_far.terms.get(t, 0.0) * n + terms.get(t, 0.0) for t in {**so_far.terms, **terms}}
    return StorySoFar(
        reports=so_far.reports + 1,
        terms=scaled(strongest(summed, MOST_TERMS)),
        keys=(*so_far.keys, *(k for k in keys if k not in so_far.keys))[-MOST_KEYS:],
        day=max(filter(None, (so_far.day, day)), default=None),
    )
