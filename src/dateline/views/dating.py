"""When an undated report was written, by its links to the dated reports of a record: a view, as of a day, never stored.

Where a report stands in the order of the record follows from its own words alone (docs/decisions/0006); what is told here follows
from the order, and must never feed back into it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateline.model import (
    FAIR,
    LIKELY,
    SURE,
    Clue,
    Document,
    DocumentTime,
    EventMention,
    Interval,
    LinkKind,
    Modality,
    Origin,
    Quotation,
    TimeBasis,
    TimeExpression,
    weigh,
)
from dateline.resources.distances import counts_from, days_after, length_of
from dateline.store import Reader, StoredMention

COPIED_WITHIN = timedelta(days=3)
"""Copies of one report are published within days of each other."""

EXCERPTED_WITHIN, RECALLED_WITHIN = timedelta(days=14), timedelta(days=60)
"""A passage that two reports share was written for one of them not long before the other; a short one may be background that
is told again for weeks.
"""

SHORT = 0.25
"""The part of both reports below which a passage is short."""

QUOTED_BEFORE, QUOTED_AFTER = timedelta(days=3), timedelta(days=7)
"""A report quotes words not long before the first and not long after the last of the dated reports that quote them."""

QUOTED_ONCE_BEFORE, QUOTED_ONCE_AFTER = timedelta(days=21), timedelta(days=90)
"""The same where a single report has a single quotation in common, which may be one that is quoted again for months."""

FEWEST_WORDS = 8
"""Shorter words are quoted for years: a name that somebody was called, a slogan."""

NARROW = 14
"""Days of an interval that still says when an event happened."""

SHOWN = 60
"""Characters of a report's words that a reason gives."""

_DATED = (TimeBasis.PUBLISHED_AT, TimeBasis.DATELINE, TimeBasis.URL)
_MOST_LOOKED_UP = 400


def refined_time(document: Document, reader: Reader, *, as_of: date | None) -> DocumentTime:
    """Return when a report was written: its own time if it is dated, else that narrowed by links to dated reports.

    The links are those that the record knows of as of a day; a link that its words speak against too much is not believed.
    """
    if document.time.basis in _DATED:
        return document.time
    found = _Links(document, reader, as_of)
    clues = [*found.copies(), *found.quotations(), *found.events()]
    if not clues:
        return document.time
    own = document.time.interval
    words = Clue(intervals=(own,), reason="fits what its own words allow", weight=SURE)
    weighed = weigh([words, *clues])
    if weighed is None or words in weighed.against:
        doubts = (f"not believed, as its own words speak against it: {clue.reason}" for clue in clues)
        return replace(document.time, reasons=(*document.time.reasons, *doubts))
    told = tuple(reason for reason in weighed.reasons if reason != words.reason)
    if weighed.interval == own:
        return replace(document.time, reasons=(*document.time.reasons, *told))
    own_reasons = document.time.reasons if own != Interval() else ()
    return DocumentTime.within(weighed.interval, basis=TimeBasis.RECORD, reasons=(*told, *own_reasons))


@dataclass(frozen=True, slots=True)
class _Links:
    """What links one undated report to dated ones."""

    document: Document
    reader: Reader
    as_of: date | None

    def copies(self) -> Iterator[Clue]:
        """Yield what the reports tell that have words of this one, or whose words it has."""
        for link in self.reader.links(LinkKind.COPY_OF, as_of=self.as_of, ends=[self.document.id]):
            origin = Origin.told_by(link)
            other = origin.origin if origin.document_id == self.document.id else origin.document_id
            dated = self._dated(other) if other != self.document.id else None
            if dated is not None:
                shared = "a passage" if origin.has_own_words else "most of its words"
                reason = f"shares {shared} with {dated.name}, dated {_told(dated.time.interval)}"
                days = _widened(dated.time.interval, _apart(origin), _apart(origin))
                yield Clue(intervals=(days,), reason=reason, weight=FAIR if origin.has_own_words else LIKELY)

    def quotations(self) -> Iterator[Clue]:
        """Yield what the dated reports tell that quote the same words."""
        own = self.reader.quotations(as_of=self.as_of, document_id=self.document.id)
        quoted = {quotation.id: quotation for quotation, _, _ in own if self._words(quotation) >= FEWEST_WORDS}
        links = self.reader.links(LinkKind.SAME_UTTERANCE, as_of=self.as_of, ends=sorted(quoted)[:_MOST_LOOKED_UP])
        utterances = {link.link.right: quoted[link.link.left] for link in links if link.link.left in quoted}
        members: dict[str, list[str]] = defaultdict(list)
        for link in self.reader.links(LinkKind.SAME_UTTERANCE, as_of=self.as_of, ends=sorted(utterances)):
            members[link.link.right].append(link.link.left)
        found = {utterance: self._quoting(ids) for utterance, ids in members.items()}
        often = sum(len(days) for days in found.values()) > 1
        for utterance, days in found.items():
            if days:
                yield self._quoted(utterances[utterance], days, often=often)

    def _quoting(self, quotation_ids: Sequence[str]) -> list[Interval]:
        """Return the days of the dated reports that these quotations stand in."""
        quotations = self.reader.quotations(as_of=self.as_of, ids=quotation_ids)
        others = {other.id: other for _, other, _ in quotations if other.id != self.document.id}
        return [other.time.interval for other in others.values() if other.time.basis in _DATED]

    def _quoted(self, quotation: Quotation, quoted: Sequence[Interval], *, often: bool) -> Clue:
        words = _short(quotation.content[0].of(self.document.text))
        days = _hull(quoted)
        before, after = (QUOTED_BEFORE, QUOTED_AFTER) if often else (QUOTED_ONCE_BEFORE, QUOTED_ONCE_AFTER)
        return Clue(
            intervals=(_widened(days, before, after),),
            reason=f"quotes “{words}”, as {_reports(len(quoted))} of {_told(days)}",
            weight=FAIR,
        )

    def _words(self, quotation: Quotation) -> int:
        return sum(len(span.of(self.document.text).split()) for span in quotation.content)

    def events(self) -> Iterator[Clue]:
        """Yield what the dated reports tell of the events that this one tells of."""
        mentions = self.reader.event_mentions(as_of=self.as_of, document_id=self.document.id)
        own = {(stored.event, stored.mention.modality): stored for stored in mentions}
        events = sorted({event for event, _ in own})[:_MOST_LOOKED_UP]
        tellings = [
            stored
            for stored in self.reader.event_mentions(as_of=self.as_of, events=events)
            if stored.document.id != self.document.id and stored.document.dated is not None
        ]
        times = self.reader.layer(self.document.id, TimeExpression)
        for stored in own.values():
            told = [other for other in tellings if other.event == stored.event]
            days = _day_of(told)
            if days is not None:
                place = f"which {_reports(len({other.document.id for other in told}))} put on {_told(days)}"
                yield from self._told(stored.mention, days, place)
                yield from self._after(stored.mention, days, place, times)

    def _told(self, mention: EventMention, days: Interval, place: str) -> Iterator[Clue]:
        words = _short(mention.evidence.quote)
        if mention.modality.real:
            reason = f"tells as done “{words}”, {place}: not before"
            yield Clue(intervals=(Interval(earliest=days.earliest),), reason=reason)
        elif mention.modality is Modality.PLANNED:
            reason = f"announces “{words}”, {place}: hardly after"
            yield Clue(intervals=(Interval(latest=days.latest),), reason=reason, weight=FAIR)

    def _after(
        self, mention: EventMention, days: Interval, place: str, times: Iterable[TimeExpression]
    ) -> Iterator[Clue]:
        sentence = mention.evidence.span
        for time in times:
            length = length_of(time.value)
            if length is None or sentence is None or not sentence.start <= time.span.start < mention.anchor.start:
                continue
            between = self.document.text[time.span.end : mention.anchor.start]
            counted = (
                days_after(days, *length) if counts_from(between, before=time.span.start - sentence.start) else None
            )
            if counted is not None:
                reason = f"was written {time.text} after what it tells of, {place}"
                yield Clue(intervals=(counted,), reason=reason, weight=FAIR)

    def _dated(self, document_id: str) -> Document | None:
        document = self.reader.document(document_id, as_of=self.as_of)
        return document if document and document.time.basis in _DATED else None


def _apart(origin: Origin) -> timedelta:
    """Return how far apart in time two reports can be of which one is the other's origin."""
    if not origin.has_own_words:
        return COPIED_WITHIN
    return RECALLED_WITHIN if max(origin.shared, origin.kept) < SHORT else EXCERPTED_WITHIN


def _day_of(tellings: Iterable[StoredMention]) -> Interval | None:
    """Return when an event happened by those who tell it as done, None where they do not say or not as one."""
    told = [
        stored.mention.happened.interval
        for stored in tellings
        if stored.mention.happened is not None and stored.mention.modality.real
    ]
    days = _hull([interval for interval in told if interval.days is not None and interval.days <= NARROW])
    return days if days.days is not None and days.days <= NARROW else None


def _hull(intervals: Sequence[Interval]) -> Interval:
    firsts = [interval.earliest for interval in intervals if interval.earliest]
    lasts = [interval.latest for interval in intervals if interval.latest]
    return Interval(earliest=min(firsts, default=None), latest=max(lasts, default=None))


def _widened(interval: Interval, before: timedelta, after: timedelta) -> Interval:
    first, last = interval.earliest, interval.latest
    return Interval(earliest=first - before if first else None, latest=last + after if last else None)


def _told(interval: Interval) -> str:
    first, last = interval.earliest, interval.latest
    return str(first) if first == last else f"{first or '…'} to {last or '…'}"


def _reports(count: int) -> str:
    return "a dated report" if count == 1 else f"{count} dated reports"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= SHOWN else f"{words[:SHOWN].rsplit(' ', 1)[0]} …"
