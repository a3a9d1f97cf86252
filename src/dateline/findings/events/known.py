"""Acts that are well-known events: by the words that name them, or by who did what to whom."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from dateline.findings.events.clauses import lemma
from dateline.findings.events.deeds import Deed
from dateline.model import Interval, Sentence, Span, Token
from dateline.resources.dating import DatedEvent, Words, dated_events
from dateline.resources.order import known_acts

Phrase = tuple[DatedEvent, tuple[Words, ...]]


def known_day(deed: Deed) -> Interval | None:
    """Return the day of a well-known act between two states, by its word and its sides; None for any other."""
    word = lemma(deed.match.anchor)
    days = [known_acts().get((word, actor, recipient)) for actor in deed.actors for recipient in deed.recipients]
    day = next((day for day in days if day is not None), None)
    return Interval.on(day) if day is not None else None


def named_days(sentence: Sentence, anchor: Token, text: str) -> tuple[Interval, Span] | None:
    """Return the day of the well-known event that the words around an anchor name, and those words; None for any other.

    *text* is the document's. An event that lasts or recurs is left out: which of its days are meant is not said; so is what
    gives but the day before which nobody could speak of it.
    """
    phrases = _phrases().get(anchor.lower)
    if phrases is None:
        return None
    told = sentence.span.of(text).lower().replace("’", "'")
    if len(told) != len(sentence.span):  # some capital letters of other scripts grow when lowered
        return None
    at = Span(anchor.start - sentence.span.start, anchor.end - sentence.span.start)
    for event, (first, *others) in phrases:
        for match in first.pattern.finditer(told):
            words = Span(*match.span())
            if words.covers(at) and all(other.pattern.search(told) for other in others):
                return event.days[0], words.shifted(sentence.span.start)
    return None


@cache
def _phrases() -> Mapping[str, tuple[Phrase, ...]]:
    """Return the phrases that name one happening, by each of the words in their first part."""
    by_word: dict[str, list[Phrase]] = defaultdict(list)
    for event in dated_events():
        if event.coined or event.recurs or len(event.days) > 1:
            continue
        for phrase in event.phrases:
            for word in {word for literal in phrase[0].literals for word in literal.split()}:
                by_word[word].append((event, phrase))
    return {word: tuple(found) for word, found in by_word.items()}
