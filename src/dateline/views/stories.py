"""Stories as a reader meets them: a title, the reports of one unfolding affair, and the events that they tell of."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dateline.model import Document, KnownLink, Moment, StorySoFar
from dateline.resources.terms import terms_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One unfolding affair as of a day: its reports in the order in which they became known, and why each belongs to it.

    `events` are the ids of the events that its reports tell of; `part_of` is the story in whose affair it is a matter of its own.
    """

    id: str
    title: str
    reports: tuple[Document, ...]
    links: tuple[KnownLink, ...]
    events: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    part_of: str | None = None

    @property
    def first(self) -> Moment | None:
        """When its first dated report is dated."""
        return next((report.dated for report in self.reports if report.dated), None)

    @property
    def last(self) -> Moment | None:
        """When its last dated report is dated."""
        return next((report.dated for report in reversed(self.reports) if report.dated), None)

    @property
    def last_day(self) -> date:
        """The day of its last report; the first of all days where none is dated."""
        return max((report.reported_by for report in self.reports if report.reported_by), default=date.min)

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that report it."""
        return tuple(sorted({report.outlet for report in self.reports if report.outlet}))

    def is_about(self, words: str) -> bool:
        """Say whether all the telling words are among the story's terms, or all the words in its title."""
        stems = {term.stem for term in terms_in(words) if term}
        return bool(stems and stems.issubset(self.terms)) or words.casefold() in self.title.casefold()


def assemble_stories(
    links: Iterable[KnownLink], documents: Mapping[str, Document], events: Mapping[str, Iterable[str]]
) -> list[Story]:
    """Return the stories that these links make of reports, those with most reports first, of these the newest.

    *events* are the ids of the events that each report tells of; reports go by their document ids.
    """
    groups: dict[str, list[KnownLink]] = defaultdict(list)
    for known in links:
        if known.link.left in documents:
            groups[known.link.right].append(known)
    stories = [_assemble(story, members, documents, events) for story, members in groups.items()]
    return sorted(stories, key=lambda story: (-len(story.reports), -story.last_day.toordinal(), story.id))


def render_story(name: str, known: KnownLink) -> dict[str, Any]:
    """Return the story of a report as one object of the public format (`dateline stories`).

    `part_of`, the story of whose affair it is a part, is there only where there is one.
    """
    judgement, parent = known.link.judgement, StorySoFar.read(known.data).parent
    answer = {"id": name, "story": known.link.right, "score": judgement.score, "why": judgement.explanation}
    return answer | {"part_of": parent} if parent else answer


def _assemble(
    story: str, members: list[KnownLink], documents: Mapping[str, Document], events: Mapping[str, Iterable[str]]
) -> Story:
    reports = tuple(documents[known.link.left] for known in members)
    so_far = StorySoFar.read(members[-1].data)
    told = {event: None for report in reports for event in events.get(report.id, ())}
    return Story(
        id=story,
        title=so_far.title,
        reports=reports,
        links=tuple(members),
        events=tuple(told),
        terms=tuple(so_far.terms),
        part_of=so_far.parent,
    )
