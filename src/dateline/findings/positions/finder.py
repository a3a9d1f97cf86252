"""The finder: each side that a sentence takes, given to the one who takes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from dateline.findings.positions.holders import Words, holder_of
from dateline.findings.positions.stances import Taken, sides_taken, topic_of
from dateline.model import (
    Derivation,
    Document,
    EntityMention,
    EntityRef,
    EntityType,
    Evidence,
    Layers,
    MentionIndex,
    Position,
    Quotation,
    Record,
    Sentence,
    Span,
)
from dateline.settings import Settings

CONFLICT = "war"
"""The matter whose sentences tell which states a report's conflict is between."""

MOST_SIDES = 2
_PLACED = frozenset({EntityType.STATE, EntityType.PLACE, EntityType.GROUP, EntityType.ORGANIZATION})


class PositionFinder:
    """Finds where people, states and bodies stand on the matters of the table."""

    name = "positions.rules"
    version = "1"
    requires: tuple[type[Record], ...] = (Sentence, EntityMention, Quotation)
    yields: tuple[type[Record], ...] = (Position,)

    def __init__(self, settings: Settings) -> None:
        self._derivation = Derivation(stage=self.name, version=self.version, settings=settings.digest)

    def __call__(self, document: Document, layers: Layers) -> Iterator[Position]:
        """Yield the positions in order of the text."""
        mentions, words = MentionIndex(layers[EntityMention]), Words(layers[Quotation])
        conflict: tuple[str, ...] | None = None
        for sentence in layers[Sentence]:
            for taken in sides_taken(sentence):
                quotation = words.around(taken.word.span)
                holder = holder_of(sentence, taken, quotation, mentions)
                if holder is None:
                    continue
                scope = _scope(sentence, taken, holder, mentions)
                if not scope:
                    conflict = _conflict(layers[Sentence], mentions) if conflict is None else conflict
                    scope = conflict
                yield self._position(document, sentence, taken, holder, scope, quotation)

    def _position(
        self,
        document: Document,
        sentence: Sentence,
        taken: Taken,
        holder: EntityRef,
        scope: tuple[str, ...],
        quotation: Quotation | None,
    ) -> Position:
        condition = Span(taken.condition[0].start, taken.condition[-1].end) if taken.condition else None
        return Position(
            id=Position.make_id(document.id, holder.id, taken.matter.span, taken.word.span),
            document_id=document.id,
            holder=holder,
            topic=taken.topic,
            scope=scope,
            stance=taken.stance,
            condition=condition.of(document.text) if condition else None,
            taken=quotation.said if quotation else None,
            matter=taken.matter.span,
            word=taken.word.span,
            quotation=quotation.id if quotation else None,
            evidence=Evidence.cite(document.id, document.text, sentence.span),
            derivation=self._derivation,
        )


def _scope(sentence: Sentence, taken: Taken, holder: EntityRef, mentions: MentionIndex) -> tuple[str, ...]:
    """Return whom the matter concerns: those named in its own phrase, else those named in the sentence besides the holder."""
    own = _sides(mentions, sentence.extent(taken.matter))
    if own:
        return own
    return tuple(side for side in _sides(mentions, sentence.span) if side not in (holder.country, holder.id))[
        :MOST_SIDES
    ]


def _conflict(sentences: Sequence[Sentence], mentions: MentionIndex) -> tuple[str, ...]:
    """Return the sides that the report's words for its war are said of most often ("the war in X", "Y's invasion")."""
    counted: Counter[str] = Counter()
    for sentence in sentences:
        for token in sentence.tokens:
            if topic_of(sentence, token) == CONFLICT:
                counted.update(_sides(mentions, sentence.extent(token)))
    return tuple(sorted(side for side, _ in counted.most_common(MOST_SIDES)))


def _sides(mentions: MentionIndex, span: Span) -> tuple[str, ...]:
    found = (mention.entity for mention in mentions.within(span) if mention.type in _PLACED)
    sides = (entity.country or entity.id for entity in found if entity is not None)
    return tuple(dict.fromkeys(side for side in sides if side not in ("IGO", "EUR")))
