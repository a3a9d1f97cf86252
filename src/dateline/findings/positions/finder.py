"""The finder: each side that a sentence takes, given to the one who takes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dateline.findings.positions.days import taken_on
from dateline.findings.positions.holders import holders_of
from dateline.findings.positions.matters import Matters
from dateline.findings.positions.stances import Taken, sides_taken
from dateline.model import (
    Derivation,
    Document,
    EntityMention,
    EntityRef,
    Evidence,
    Layers,
    MentionIndex,
    Position,
    Quotation,
    QuotationIndex,
    Record,
    Sentence,
    Span,
    TimeExpression,
)
from dateline.settings import Settings


class PositionFinder:
    """Finds where people, states and bodies stand on the matters of the table."""

    name = "positions.rules"
    version = "2"
    requires: tuple[type[Record], ...] = (Sentence, EntityMention, TimeExpression, Quotation)
    yields: tuple[type[Record], ...] = (Position,)

    def __init__(self, settings: Settings) -> None:
        self._derivation = Derivation(stage=self.name, version=self.version, settings=settings.digest)

    def __call__(self, document: Document, layers: Layers) -> Iterator[Position]:
        """Yield the positions in order of the text."""
        mentions, quotations = MentionIndex(layers[EntityMention]), QuotationIndex(layers[Quotation])
        times = sorted(layers[TimeExpression], key=lambda time: time.span)
        matters = Matters(layers[Sentence], mentions)
        for sentence in layers[Sentence]:
            for taken in sides_taken(sentence, matters.named):
                quotation = next(iter(reversed(quotations.over(taken.word.span))), None)
                holders = holders_of(sentence, taken, quotation, mentions)
                scope = matters.scope(sentence, taken, holders) if holders else ()
                for holder in holders:
                    position = self._position(document, sentence, taken, holder, scope, quotation)
                    yield replace(position, taken=position.taken or taken_on(sentence, taken, times))
            matters.remember(sentence)

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
