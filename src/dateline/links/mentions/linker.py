"""Given mentions to events: reports put into groups by their words, and within a group mentions by what speaks for one event."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from dateline.links.mentions.comparing import SHORTEST_STEM, Comparer, related
from dateline.links.mentions.groups import average_link, rarity, similarities, vectors
from dateline.links.mentions.views import CONTENT, GivenMention, MentionView, lemma_of, view_mention
from dateline.model import Document, Sentence

GROUP_COSINE = 0.18
"""The cosine that the reports of a group have on average; fitted on the development set of bench/link."""
LEAST_LIKELY = 0.35
"""How likely the mentions of an event are one on average; fitted likewise."""
_FAINTEST = 0.02
"""Below this, two mentions count as wholly unlike."""
_CLASS_WEIGHTS = {"PROPN": 3.0, "NUM": 2.0}
"""Names and numbers tell two happenings of one kind apart."""
_SHORTEST_WORD = 3


class MentionLinker:
    """Puts the mentions of one collection together, each event a set of mentions; nothing but the reports is needed."""

    name = "mentions.words"
    version = "1"

    def __call__(
        self,
        mentions: Sequence[GivenMention],
        documents: Mapping[str, Document],
        parsed: Mapping[str, Sequence[Sentence]],
    ) -> Iterator[tuple[GivenMention, str]]:
        """Yield each mention with the name of its event, in order.

        *documents* and their sentences, *parsed*, are by the ids that the mentions give; reports without mentions help too.
        """
        numbers = {name: number for number, name in enumerate(documents)}
        counts = [_counts(parsed[name]) for name in documents]
        near = similarities(vectors(counts))
        groups = average_link(near, GROUP_COSINE)
        views = [
            view_mention(given.span, documents[name].text, parsed[name], report=numbers[name])
            for given in mentions
            for name in (given.document_id,)
        ]
        events = average_link(_likelihoods(views, groups, Comparer(rarity(counts), near)), LEAST_LIKELY)
        names: dict[int, str] = {}
        for given, event in zip(mentions, events, strict=True):
            yield given, names.setdefault(event, f"event-{len(names) + 1}")


def _counts(sentences: Sequence[Sentence]) -> dict[str, float]:
    counts: dict[str, float] = defaultdict(float)
    for sentence in sentences:
        for token in sentence.tokens:
            if token.pos in _CLASS_WEIGHTS or (token.pos in CONTENT and len(token.text) >= _SHORTEST_WORD):
                counts[lemma_of(token)] += _CLASS_WEIGHTS.get(token.pos, 1.0)
    return counts


def _likelihoods(views: Sequence[MentionView], groups: Sequence[int], comparer: Comparer) -> list[dict[int, float]]:
    members: dict[int, list[int]] = defaultdict(list)
    for number, view in enumerate(views):
        members[groups[view.report]].append(number)
    prepared = [comparer.prepare(view) for view in views]
    found: list[dict[int, float]] = [{} for _ in views]
    for together in members.values():
        for a, b in _related(together, views):
            likely = comparer.likelihood(prepared[a], prepared[b])
            if likely >= _FAINTEST:
                found[a][b] = found[b][a] = likely
    return found


def _related(numbers: Sequence[int], views: Sequence[MentionView]) -> list[tuple[int, int]]:
    """Return the pairs of mentions whose heads have a word, a stem or a kind in common."""
    shelves: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        view = views[number]
        for label in (f"stem {view.head[:SHORTEST_STEM]}", *(f"kind {kind}" for kind in sorted(view.kinds))):
            shelves[label].append(number)
    pairs = {pair for shelf in shelves.values() for pair in combinations(shelf, 2)}
    return sorted(pair for pair in pairs if related(views[pair[0]], views[pair[1]]))
