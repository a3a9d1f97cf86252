"""When the acts of a report happened or are to happen, and by what that is known.

Three things tell it, in this order: a time expression of the act's own clause; another event that the act is told by, or the
act itself where it is a well-known one; the tense, which says no more than on which side of the report's day the act lies.
Where none of them does, nothing is said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dateline.findings.events.anchoring import Anchoring
from dateline.findings.events.attaching import Clock
from dateline.findings.events.deeds import Deed
from dateline.findings.events.expressions import expressed
from dateline.findings.events.known import known_day, named_days
from dateline.findings.events.tenses import Tense, tense_of
from dateline.findings.order.signals import is_past
from dateline.model import Document, Happened, HappenedBasis, Interval, Modality, TimeExpression
from dateline.resources.events import frame_flags
from dateline.resources.marks import is_between_marks

_ROUNDS = 2
"""How often acts are told by one another: "after the talks, which followed the visit"."""


def happenings(
    document: Document, deeds: Sequence[Deed], times: Mapping[int, tuple[TimeExpression, ...]]
) -> list[Happened | None]:
    """Return when each of a report's acts happened or is to happen; *times* are those of each sentence, by its start."""
    sentences = {deed.sentence.span.start: deed.sentence for deed in deeds}
    report = document.time.interval
    clocks = {start: Clock(sentence, times[start], report) for start, sentence in sentences.items()}
    found = [
        _expressed(deed, clocks[deed.sentence.span.start], report) or _well_known(document, deed) for deed in deeds
    ]
    anchoring = Anchoring(document, deeds, clocks, found)
    for _ in range(_ROUNDS if any(happened is None for happened in found) else 0):
        for index, happened in enumerate(found):
            if happened is None:
                found[index] = anchoring.told_by_another(index)
    return [happened or by_tense(document, deed) for deed, happened in zip(deeds, found, strict=True)]


def _expressed(deed: Deed, clock: Clock, report: Interval) -> Happened | None:
    """Return the days that the act's clause names; none that come after a report which tells the act as past."""
    happened = expressed(deed.sentence, deed.match, clock, report)
    if happened is None or not deed.modality.real or not is_past(deed.sentence, deed.verb):
        return happened
    first, last = happened.interval.earliest, report.latest
    return None if first and last and first > last else happened


def by_tense(document: Document, deed: Deed) -> Happened | None:
    """Return what the tense of an act's clause says of its days, seen from the report's day.

    What is told as done was done by then, since when nobody says; what is told as going on was so on that day. Of what is to
    come nothing is said.
    """
    told = tense_of(deed.sentence, deed.match)
    if told is None or told.tense is Tense.TO_COME or not deed.modality.real:
        return None
    interval = Interval(latest=document.time.interval.latest)
    # What a quotation tells as going on was so on the day it was said, by then.
    if told.tense is Tense.GOING_ON and deed.modality is Modality.ONGOING and not _is_quoted(document, deed):
        interval = document.time.interval
    if interval == Interval():
        return None
    return Happened(interval=interval, basis=HappenedBasis.DOCUMENT, cues=(told.cue,))


def _is_quoted(document: Document, deed: Deed) -> bool:
    """Say whether an act stands in quotation marks, counted from the beginning of its paragraph."""
    anchor = deed.match.anchor.span
    part = next((part for part in document.parts if part.span.covers(anchor)), None)
    return is_between_marks(document.text[part.span.start if part else deed.sentence.span.start : anchor.start])


def _well_known(document: Document, deed: Deed) -> Happened | None:
    """Return the day of an act that the report tells by the words for a well-known event of a day before it."""
    last = document.time.interval.latest
    named = named_days(deed.sentence, deed.match.anchor, document.text)
    days, words = named or (known_day(deed), deed.match.anchor.span)
    if days is None or days.earliest is None or not deed.modality.real or (last and days.earliest > last):
        return None
    # A war or an occupation is named by the words for its first day, and goes on.
    goes_on = "lasting" in frame_flags(deed.match.frame.key) and deed.match.anchor.pos == "NOUN"
    interval = Interval(earliest=days.earliest) if goes_on else days
    return Happened(interval=interval, basis=HappenedBasis.BACKGROUND, cues=(words,))
