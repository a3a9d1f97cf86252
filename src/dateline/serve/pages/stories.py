"""Stories: which are active, and one of them with its events, people, outlets and reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.responses import Response

from dateline.model import EntityRef, Event
from dateline.serve.asking import DayText, Question
from dateline.serve.drawing.days import strip_of
from dateline.serve.exporting import Twin
from dateline.serve.pages.positions import Sign, sign_for
from dateline.serve.tagging import TaggedRoute
from dateline.views import rows
from dateline.views.paged import StoryHead
from dateline.views.positions import Held

router = APIRouter(route_class=TaggedRoute)


MATTERS = 8
"""Matters on which the page of a story tells who stands where."""

STORY_COLUMNS = ("id", "title", "reports", "first", "last", "outlets", "part_of")


@dataclass(frozen=True, slots=True)
class Family:
    """A story of a list with those of its parts that are on it; `whole` is what it is a part of itself, if that is not."""

    head: StoryHead
    parts: tuple[StoryHead, ...]
    whole: StoryHead | None


def families_of(asked: Question, stories: Sequence[StoryHead]) -> list[Family]:
    """Return stories in their order, each part below the story that it is a part of where both are there."""
    by_id = {story.id: story for story in stories}
    above = {story.part_of for story in stories if story.part_of and story.part_of not in by_id}
    wholes = {story.id: story for story in asked.record.story_heads(sorted(above), as_of=asked.as_of) if story.reports}
    return [Family(head, parts, wholes.get(head.part_of) if head.part_of else None) for head, parts in nested(stories)]


def nested(stories: Sequence[StoryHead]) -> list[tuple[StoryHead, tuple[StoryHead, ...]]]:
    """Return the stories that are no parts of others here, in their order, each with all that are, however deep."""
    by_id = {story.id: story for story in stories}
    parts: dict[str, list[StoryHead]] = {}
    for story in stories:
        head = story
        while head.part_of in by_id:
            head = by_id[head.part_of]
        parts.setdefault(head.id, []).append(story)
    return [
        (story, tuple(part for part in parts[story.id] if part is not story)) for story in stories if story.id in parts
    ]


@router.get("/stories")
def stories(asked: Question, since: DayText = None, until: DayText = None) -> Response:
    """Show the stories to which most reports were added in a period."""
    first, last = asked.period(since, until)
    found = asked.record.active_stories(
        since=first, until=last, limit=asked.options.page_rows if asked.as_table else 30
    )
    twin = Twin("stories", STORY_COLUMNS, [_row(story) for story in found])
    families = families_of(asked, found)
    return asked.show("stories.html", title="Stories", twin=twin, families=families, first=first, last=last)


@router.get("/stories/{name:path}")
def story(asked: Question, name: str) -> Response:
    """Show one story."""
    head, events = asked.record.story_told(name, as_of=asked.as_of)
    whole, parts = asked.record.story_family(head, as_of=asked.as_of)
    outlets = Counter(report.outlet for report in head.reports if report.outlet)
    return asked.show(
        "story.html",
        title=head.title,
        twin=Twin.of("timeline", rows.EVENT, rows.event, events),
        story=head,
        whole=whole,
        parts=parts,
        family=asked.record.story_family(head, as_of=asked.as_of),
        events=events,
        strip=strip_of(events),
        people=parties_of(events)[:12],
        outlets=outlets.most_common(12),
        disagreements=asked.record.disagreements_among([event.id for event in events], as_of=asked.as_of),
        stances=stances_of(asked.record.newest_positions(as_of=asked.as_of, reports=[one.id for one in head.reports])),
    )


Stance = tuple[str, list[tuple[Held, Sign]]]


def stances_of(positions: Sequence[Held]) -> list[Stance]:
    """Return the matters on which positions are taken, those of most holders first, each with its holders and where they stand."""
    by_topic: dict[str, dict[str, list[Held]]] = {}
    for held in positions:
        by_topic.setdefault(held.position.topic, {}).setdefault(held.entity, []).append(held)
    found = [
        (topic, [(taken[-1], sign_for(taken)) for taken in holders.values()]) for topic, holders in by_topic.items()
    ]
    return sorted(found, key=lambda pair: (-len(pair[1]), pair[0]))[:MATTERS]


def parties_of(events: list[Event], *, without: str | None = None) -> list[tuple[EntityRef, int]]:
    """Return the parties of events, those of most events first."""
    counted: Counter[str] = Counter()
    refs: dict[str, EntityRef] = {}
    for event in events:
        for party in {party.id: party for party in (*event.actors, *event.recipients)}.values():
            counted[party.id] += 1
            refs.setdefault(party.id, party)
    ranked = sorted(counted, key=lambda party: (-counted[party], refs[party].name))
    return [(refs[party], counted[party]) for party in ranked if party != without]


def _row(story: StoryHead) -> dict[str, object]:
    return {
        "id": story.id,
        "title": story.title,
        "reports": story.added,
        "first": str(story.reports[0].dated or "") or None,
        "last": str(story.reports[-1].dated or "") or None,
        "outlets": story.outlets,
        "part_of": story.part_of,
    }
