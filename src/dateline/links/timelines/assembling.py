"""Days and sentences put together to a timeline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from dateline.links.timelines.collection import Collection, Weighed
from dateline.links.timelines.days import candidate_days
from dateline.links.timelines.reading import ReadReport
from dateline.links.timelines.sentences import best_sentences
from dateline.model import Document, Evidence
from dateline.model.timelines import TimelineEntry, choose_days


def assemble_timeline(
    reports: Iterable[ReadReport],
    documents: Mapping[str, Document],
    *,
    dates: int,
    sentences: int,
    since: date | None = None,
    until: date | None = None,
) -> list[TimelineEntry]:
    """Return the *dates* days that matter most, in order, each with up to *sentences* sentences from the reports.

    *documents* are found by their ids. There are fewer entries where fewer days are named. No sentence stands on two days.
    """
    days = candidate_days(Collection(reports), since=since, until=until)
    used: set[tuple[str, int]] = set()
    entries = []
    for chosen in choose_days({day: found.score for day, found in days.items()}, dates):
        found = days[chosen]
        best = best_sentences(found.told, sentences, used=used)
        used.update((weighed.report.document_id, weighed.place) for weighed in best)
        entries.append(
            TimelineEntry(
                day=chosen,
                sentences=tuple(_cite(weighed, documents) for weighed in best),
                score=found.score,
                named_by=found.named_by,
                published=found.published,
            )
        )
    return sorted((entry for entry in entries if entry.sentences), key=lambda entry: entry.day)


def _cite(weighed: Weighed, documents: Mapping[str, Document]) -> Evidence:
    document = documents[weighed.report.document_id]
    return Evidence.cite(document.id, document.text, weighed.passage.span)
