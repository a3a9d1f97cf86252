"""Clues from well-known public events: what is told as past has happened, what is upcoming has not, what is on is on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from dateline.annotations.dating.distances import near
from dateline.annotations.dating.report import Report
from dateline.annotations.times.direction import FUTURE, LATER, direction_of
from dateline.model import FAIR, LIKELY, Clue, Interval, Span
from dateline.resources.dating import Cue, DatedEvent, Words, dated_events, dating_cues, dating_words

_MARGIN = timedelta(days=60)
"""How long before and after its time news uses a name or number, such as that of the members of a body."""

_NEAR = 400
"""Characters of one paragraph within which all the words of an event must stand."""


def events(report: Report) -> Iterator[Clue]:
    """Yield what each mention of an event in the table of dated events tells of the day of writing."""
    text = report.text.lower().replace("’", "'")
    if len(text) != len(report.text):  # some capital letters of other scripts grow when lowered
        return
    words = frozenset(re.findall(r"\w+", text))
    for event in dated_events():
        for phrase in event.phrases if not event.keys.isdisjoint(words) else ():
            if all(alternatives.may_be_in(words) for alternatives in phrase):
                for span in _mentions(phrase, text, report):
                    yield from _clues(report, event, span, whole=len(phrase) > 1)


def _mentions(phrase: tuple[Words, ...], text: str, report: Report) -> Iterator[Span]:
    first, *others = phrase
    for match in first.pattern.finditer(text):
        paragraph = next((part for part in report.paragraphs if part.start <= match.start() < part.end), None)
        if paragraph is None:
            continue
        near = text[max(match.start() - _NEAR, paragraph.start) : min(match.end() + _NEAR, paragraph.end)]
        if all(other.pattern.search(near) for other in others):
            yield Span(*match.span())


def _clues(report: Report, event: DatedEvent, span: Span, *, whole: bool) -> Iterator[Clue]:
    """*whole* says that the words tell the act as well, so that those before them are no sign that it is unreal."""
    before, after = report.before(span), report.after(span)
    if event.coined:
        yield _not_before(event, "knows of")
        return
    if event.lasts:
        yield Clue(intervals=tuple(map(_with_margin, event.days)), reason=f"speaks of {event.name}", weight=LIKELY)
        return
    cue = next((cue for cue in dating_cues() if cue.at(before, after)), None)
    if cue is not None:
        if event.recurs or not cue.lasting:
            yield _by_cue(event, cue)
    elif not event.recurs and _is_told_as_past(report, span, "" if whole else before):
        yield _not_before(event, "tells of")
        for words, days in near(report, span, event.days[0]):
            yield Clue(intervals=(days,), reason=f"tells of {event.name} with “{words}”", weight=FAIR)


def _with_margin(days: Interval) -> Interval:
    first, last = days.earliest, days.latest
    return Interval(earliest=first - _MARGIN if first else None, latest=last + _MARGIN if last else None)


def _not_before(event: DatedEvent, verb: str) -> Clue:
    day = event.days[0].earliest
    return Clue(intervals=(Interval(earliest=day),), reason=f"{verb} {event.name} ({day}): not before that day")


def _is_told_as_past(report: Report, span: Span, before: str) -> bool:
    sentence = report.sentence_at(span.start)
    if sentence is None or any(word in dating_words("unreal") for word in before.split()[-5:]):
        return False
    return direction_of(sentence, span) not in (FUTURE, LATER)


def _by_cue(event: DatedEvent, cue: Cue) -> Clue:
    return Clue(intervals=tuple(cue.around(days) for days in event.days), reason=cue.meaning.format(event=event.name))
