"""The order finder: words such as "after" between two events of a sentence, or between an event and a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dateline.findings.order.signals import Stated, above, below, stated
from dateline.model import (
    Derivation,
    Document,
    EventMention,
    Evidence,
    Layers,
    Modality,
    Predicate,
    Record,
    Sentence,
    TemporalEnd,
    TemporalLink,
    TimeExpression,
    TimeType,
    Token,
)
from dateline.settings import Settings


class OrderFinder:
    """Links the event mentions of a report to other events and to days, where a word states their order."""

    name = "order.rules"
    version = "1"
    requires: tuple[type[Record], ...] = (Sentence, EventMention, Predicate, TimeExpression)
    yields: tuple[type[Record], ...] = (TemporalLink,)

    def __init__(self, settings: Settings) -> None:
        self._derivation = Derivation(stage=self.name, version=self.version, settings=settings.digest)

    def __call__(self, document: Document, layers: Layers) -> Iterator[TemporalLink]:
        """Yield the links in order of the text; at least one end of each is an event mention."""
        known = _Known(layers)
        told: set[str] = set()
        for sentence in layers[Sentence]:
            for order in stated(sentence) if known.tells_an_event(sentence) else ():
                link = self._link(document, sentence, order, known)
                if link is not None and link.id not in told:
                    told.add(link.id)
                    yield link

    def _link(self, document: Document, sentence: Sentence, order: Stated, known: _Known) -> TemporalLink | None:
        left = known.end(above(sentence, order.left))
        right = known.day(sentence, order.right) or (
            known.end(below(sentence, order.right)) if order.needs != "day" else None
        )
        if left is None or right is None or left.span == right.span or not (left.event or right.event):
            return None
        return TemporalLink(
            id=TemporalLink.make_id(document.id, left.span, order.relation, right.span),
            document_id=document.id,
            left=left,
            relation=order.relation,
            right=right,
            signal=order.signal,
            evidence=Evidence.cite(document.id, document.text, sentence.span),
            derivation=self._derivation,
        )


class _Known:
    """What the other stages say of a report, by where it stands."""

    def __init__(self, layers: Layers) -> None:
        mentions = layers[EventMention]
        self._mentions = {mention.anchor.start: mention for mention in mentions}
        self._predicates = {predicate.span.start: predicate for predicate in layers[Predicate]}
        self._times = tuple(time for time in layers[TimeExpression] if _tells_days(time))
        self._sentences = {mention.evidence.span for mention in mentions}

    def tells_an_event(self, sentence: Sentence) -> bool:
        return sentence.span in self._sentences

    def end(self, words: Iterable[Token]) -> TemporalEnd | None:
        """Return the end of a link that the first of these words makes that tells an event, None if it was not to be."""
        told = next((word for word in words if word.start in self._mentions or word.start in self._predicates), None)
        if told is None:
            return None
        mention = self._mentions.get(told.start)
        if mention is not None and mention.modality is Modality.DENIED:
            return None
        return TemporalEnd(span=told.span, text=told.text, event=mention.id if mention else None)

    def day(self, sentence: Sentence, word: Token) -> TemporalEnd | None:
        """Return the end of a link that a time expression makes, where the word belongs to one that tells days."""
        time = next((time for time in self._times if time.span.covers(word.span)), None)
        if time is None or not sentence.span.covers(time.span):
            return None
        return TemporalEnd(span=time.span, text=time.text, interval=time.interval)


def _tells_days(time: TimeExpression) -> bool:
    return time.interval is not None and time.type in (TimeType.DATE, TimeType.TIME)
