"""What people have put right in single findings, applied to what the stages found.

Like a correction of a link, an amendment holds whatever day the record is asked as of. It stays in force when the stages run
anew: where the finding then has another id, the one of its kind that alone shares most of its words is amended.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from dateline.model import (
    AmendedField,
    Amendment,
    EventMention,
    EventType,
    Happened,
    HappenedBasis,
    Interval,
    Layers,
    Position,
    Quotation,
    Span,
    content_id,
    hull,
)
from dateline.resources.events import goldstein, plover_score

STAGE = "judgement"
"""What stands for a stage where a person said it; the version is then the amendment's id."""


class Amendments:
    """The amendments by the report they concern, with the reports that those taken back concerned."""

    def __init__(self, amendments: Iterable[Amendment] = ()) -> None:
        self._of: dict[str, list[Amendment]] = defaultdict(list)
        for amendment in amendments:
            standing = self._of[amendment.document_id]
            if amendment.judgement.retracted_at is None:
                standing.append(amendment)

    def concern(self, document_id: str) -> bool:
        """Say whether anything in a report is, or ever was, amended."""
        return document_id in self._of

    def speakers(self, document_id: str) -> frozenset[str]:
        """Return the ids of the entities that were said to speak in a report: there they mean themselves."""
        standing = self._of.get(document_id, ())
        return frozenset(amendment.entity.id for amendment in standing if amendment.entity)

    def applied(self, document_id: str, layers: Layers) -> Layers:
        """Return a report's records with its mentions, quotations and positions as amended."""
        if not self._of.get(document_id):
            return layers
        mentions, quotations = list(layers.get(EventMention)), list(layers.get(Quotation))
        positions = list(layers.get(Position))
        for amendment in self._of[document_id]:
            if amendment.field is AmendedField.SPEAKER:
                _amend_speaker(amendment, quotations, positions)
            else:
                _amend_mentions(amendment, mentions)
        kinds = [kind for kind in (EventMention, Quotation, Position) if kind in layers]
        return layers.with_records(kinds, [*mentions, *quotations, *positions])


def amendment_id(field: AmendedField, finding: str, value: str, at: str) -> str:
    """Return the id of an amendment made at a time."""
    return content_id("jud", field, finding, value, at)


def to_interval(value: str) -> Interval | None:
    """Return the days that an amendment writes: a day, two with a slash between ("..", or nothing, for an open end), or none.

    Raises ValueError for anything else.

    >>> to_interval("2023-03-20/2023-03-22").days
    3
    """
    if not value:
        return None
    first, slash, last = value.partition("/")
    ends = [
        None if end in ("", "..") else date.fromisoformat(end) for end in ((first, last) if slash else (first, first))
    ]
    if ends == [None, None]:
        raise ValueError(f"expected at least one day, got {value!r}")
    return Interval(earliest=ends[0], latest=ends[1])


def to_code(value: str) -> tuple[EventType, str | None, str | None]:
    """Return the PLOVER type, mode and CAMEO code that an amendment writes; raises ValueError for no such code.

    >>> to_code("CONSULT:meet")
    (<EventType.CONSULT: 'CONSULT'>, 'meet', None)
    """
    name, _, rest = value.partition(":")
    mode, _, cameo = rest.partition(":")
    if cameo and goldstein(cameo) is None:
        raise ValueError(f"expected a CAMEO code, got {cameo!r}")
    return EventType(name.upper()), mode or None, cameo or None


def _amend_mentions(amendment: Amendment, mentions: list[EventMention]) -> None:
    found = _find(amendment, mentions, [mention.anchor for mention in mentions])
    if found is not None:
        change = _redated if amendment.field is AmendedField.DATE else _recoded
        mentions[found] = change(mentions[found], amendment)


def _redated(mention: EventMention, amendment: Amendment) -> EventMention:
    interval = to_interval(amendment.value)
    happened = Happened(interval=interval, basis=HappenedBasis.JUDGEMENT) if interval else None
    return replace(mention, happened=happened)


def _recoded(mention: EventMention, amendment: Amendment) -> EventMention:
    event_type, mode, cameo = to_code(amendment.value)
    score = goldstein(cameo) if cameo else plover_score(event_type, mode)
    # What was announced stays announced: only where the type was that of the act itself does the act follow.
    act = event_type if mention.act is mention.event_type else mention.act
    return replace(mention, event_type=event_type, act=act, mode=mode, cameo=cameo, goldstein=score, rule=amendment.id)


def _amend_speaker(amendment: Amendment, quotations: list[Quotation], positions: list[Position]) -> None:
    found = _find(amendment, quotations, [hull(quotation.content) for quotation in quotations])
    if found is None:
        return
    said = quotations[found]
    derivation = replace(said.derivation, stage=STAGE, version=amendment.id)
    quotations[found] = replace(said, speaker=amendment.entity, derivation=derivation)
    theirs = [position for position in positions if position.quotation == said.id and position.holder == said.speaker]
    for position in theirs:
        if amendment.entity is None:
            positions.remove(position)
        else:
            positions[positions.index(position)] = replace(position, holder=amendment.entity, derivation=derivation)


def _find(amendment: Amendment, findings: Sequence[EventMention | Quotation], spans: Sequence[Span]) -> int | None:
    """Return which of the findings is meant: by its id, else by most of its words; None when none, or no single one, has them."""
    by_id = next((place for place, finding in enumerate(findings) if finding.id == amendment.finding), None)
    if by_id is not None or not spans:
        return by_id
    shared = [_shared(span, amendment.span) for span in spans]
    most = max(shared)
    return shared.index(most) if most > 0 and shared.count(most) == 1 else None


def _shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
