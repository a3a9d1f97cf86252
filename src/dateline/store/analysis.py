"""What one document's stages have said, as rows: made where the stages run, written where the store is."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dateline.model import (
    DocumentTime,
    EntityMention,
    EntityRef,
    EventMention,
    Failure,
    Layers,
    Position,
    Quotation,
    Record,
    decode,
    encode,
)
from dateline.store.blobs import pack, unpack

SHOWN_SURFACES = 12
"""How many of the forms a report names an entity by are kept with its reading, the most frequent first."""

Row = tuple[object, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StageOutput:
    """What one stage said of one document, under the key that names stage, version and all it rests on."""

    stage: str
    key: str
    blob: bytes

    @classmethod
    def of(cls, stage: str, key: str, kinds: Iterable[type[Record]], layers: Layers) -> StageOutput:
        """Return the output that holds the records of *kinds*."""
        return cls(
            stage=stage, key=key, blob=pack({kind.__name__: [encode(r) for r in layers[kind]] for kind in kinds})
        )

    def records(self, kinds: Sequence[type[Record]]) -> list[Record]:
        """Return the records again."""
        said = unpack(self.blob)
        return [decode(kind, data) for kind in kinds for data in said.get(kind.__name__, ())]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRows:
    """The rows that one document's findings make in the tables that are asked."""

    event_mentions: tuple[Row, ...]
    quotations: tuple[Row, ...]
    positions: tuple[Row, ...]
    readings: tuple[Row, ...]

    @classmethod
    def of(cls, pk: int, layers: Layers) -> FindingRows:
        """Return the rows that *layers* amount to."""
        return cls(
            event_mentions=tuple(_event_row(pk, mention) for mention in layers.get(EventMention)),
            quotations=tuple(_quotation_row(pk, quotation) for quotation in layers.get(Quotation)),
            positions=tuple(_position_row(pk, position) for position in layers.get(Position)),
            readings=tuple(_reading_rows(pk, layers)),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All that is new about one document: parses of its paragraphs, outputs of its stages, rows for the finders' tables.

    `time` is the document's time as it is now known; None leaves it as it stands.
    """

    pk: int
    parser: str
    parses: tuple[tuple[str, bytes], ...]
    outputs: tuple[StageOutput, ...]
    rows: FindingRows
    failures: tuple[Failure, ...]
    time: DocumentTime | None = None

    @classmethod
    def of(
        cls,
        pk: int,
        layers: Layers,
        *,
        parser: str,
        parses: Mapping[str, bytes],
        outputs: Sequence[StageOutput],
        failures: Sequence[Failure],
        time: DocumentTime | None = None,
    ) -> Analysis:
        """Return the analysis that *layers* amount to."""
        return cls(
            pk=pk,
            parser=parser,
            parses=tuple(parses.items()),
            outputs=tuple(outputs),
            rows=FindingRows.of(pk, layers),
            failures=tuple(failures),
            time=time,
        )


def to_json(record: object) -> str:
    """Return a record as the JSON that the tables' ``data`` columns hold."""
    return json.dumps(encode(record), ensure_ascii=False, separators=(",", ":"))


def _event_row(pk: int, mention: EventMention) -> Row:
    interval = mention.happened.interval if mention.happened else None
    earliest = interval.earliest.isoformat() if interval and interval.earliest else None
    latest = interval.latest.isoformat() if interval and interval.latest else None
    return (
        mention.id,
        pk,
        str(mention.event_type),
        str(mention.act),
        str(mention.modality),
        earliest,
        latest,
        to_json(mention),
    )


def _quotation_row(pk: int, quotation: Quotation) -> Row:
    speaker = quotation.speaker.id if quotation.speaker else None
    return (quotation.id, pk, str(quotation.kind), speaker, to_json(quotation))


def _position_row(pk: int, position: Position) -> Row:
    return (position.id, pk, position.topic, position.holder.id, to_json(position))


def _reading_rows(pk: int, layers: Layers) -> Iterable[Row]:
    named: dict[str, EntityRef] = {}
    surfaces: dict[str, Counter[str]] = defaultdict(Counter)
    counts: Counter[str] = Counter()
    for mention in layers.get(EntityMention):
        if mention.entity is not None:
            named.setdefault(mention.entity.id, mention.entity)
            counts[mention.entity.id] += 1
            if mention.form == "name":
                surfaces[mention.entity.id][mention.text] += 1
    for ref in _referred(layers):
        named.setdefault(ref.id, ref)
    for reading, ref in named.items():
        seen = json.dumps([text for text, _ in surfaces[reading].most_common(SHOWN_SURFACES)], ensure_ascii=False)
        yield (pk, reading, ref.name, str(ref.type), ref.country, ref.wikidata, counts[reading], seen)


def _referred(layers: Layers) -> Iterable[EntityRef]:
    for mention in layers.get(EventMention):
        yield from (party.entity for party in (*mention.actors, *mention.recipients) if party.entity)
    yield from (position.holder for position in layers.get(Position))
    yield from (quotation.speaker for quotation in layers.get(Quotation) if quotation.speaker)
