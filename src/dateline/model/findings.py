"""What a report states: who said what, and who did what to whom, each with its evidence."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from dateline.model.annotations import EntityRef, Modality, Place
from dateline.model.clocks import Interval
from dateline.model.details import Attribute
from dateline.model.evidence import Derivation, Evidence
from dateline.model.ids import content_id
from dateline.model.spans import Span
from dateline.model.voices import Voice


class QuotationKind(StrEnum):
    """Whether the words are given, told, or both."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Somebody with a part in a finding (an actor, a recipient, who was told): the words, and whom they mean.

    `entity` is None where that is not known.
    """

    span: Span
    text: str
    entity: EntityRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Somebody's words as a report gives them.

    `content` spans exclude quotation marks; there are several where a cue breaks in. `source` is the words that name the
    speaker here ("he"), `speaker` who that is; `said` the days on which it was said, `via` who reports it when that is not
    the outlet itself. `addressee` is who was told, `medium` the words for the form or occasion ("a signed article").
    Of several speakers `speaker` is the first and `speakers` are all; else that is empty. `voices` is the chain on whose word
    the content is told. `within` is the id of the quotation whose words hold this one ("Reuters said that he denied it").
    """

    id: str
    document_id: str
    kind: QuotationKind
    content: tuple[Span, ...]
    cue: Span | None = None
    source: Span | None = None
    speaker: EntityRef | None = None
    said: Interval | None = None
    via: str | None = None
    addressee: Party | None = None
    medium: str | None = None
    speakers: tuple[EntityRef, ...] = ()
    voices: tuple[Voice, ...] = ()
    within: str | None = None
    evidence: Evidence
    derivation: Derivation

    @property
    def all_speakers(self) -> tuple[EntityRef, ...]:
        """All who say it, the first first; none where that is not known."""
        return self.speakers or ((self.speaker,) if self.speaker else ())

    @staticmethod
    def make_id(document_id: str, content: tuple[Span, ...]) -> str:
        """Return the id of the quotation with this content."""
        return content_id("quo", document_id, *[(span.start, span.end) for span in content])


class QuotationIndex:
    """The quotations of one document, found by where their words stand."""

    def __init__(self, quotations: Iterable[Quotation]) -> None:
        self._pieces = sorted(
            ((span, quotation) for quotation in quotations for span in quotation.content), key=lambda pair: pair[0]
        )
        self._starts = [span.start for span, _ in self._pieces]
        self._longest = max((len(span) for span, _ in self._pieces), default=0)

    def over(self, span: Span) -> tuple[Quotation, ...]:
        """Return the quotations whose words cover *span*, the outermost first."""
        first = bisect_left(self._starts, span.end - self._longest)
        last = bisect_right(self._starts, span.start)
        covering = [pair for pair in self._pieces[first:last] if pair[0].covers(span)]
        return tuple(quotation for _, quotation in sorted(covering, key=lambda pair: -len(pair[0])))

    def voices(self, span: Span) -> tuple[Voice, ...]:
        """Return the chain on whose word the words at *span* are told; empty where they are the report's own."""
        return tuple(voice for quotation in self.over(span) for voice in quotation.voices)


class EventType(StrEnum):
    """The 16 event types of the PLOVER manual (draft of September 2021)."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    COOPERATE = "COOPERATE"
    AID = "AID"
    CONCEDE = "CONCEDE"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


class Quad(StrEnum):
    """The four quad classes."""

    VERBAL_COOPERATION = "verbal cooperation"
    MATERIAL_COOPERATION = "material cooperation"
    VERBAL_CONFLICT = "verbal conflict"
    MATERIAL_CONFLICT = "material conflict"


_QUADS = {
    Quad.VERBAL_COOPERATION: ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    Quad.MATERIAL_COOPERATION: ("COOPERATE", "AID", "RETREAT"),
    Quad.VERBAL_CONFLICT: ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    Quad.MATERIAL_CONFLICT: ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
QUAD_OF: dict[EventType, Quad] = {EventType(name): quad for quad, names in _QUADS.items() for name in names}
"""The quad class of each type: FORMATS.md, after the type chapter of the PLOVER manual."""


class HappenedBasis(StrEnum):
    """What a `happened` rests on: a time expression of the act's own words, what is known of another event that the act is
    told by (or of the act itself, where it is a well-known one), the report's own date and the tense, or what a person judged.
    """

    EXPRESSION = "expression"
    DOCUMENT = "document"
    BACKGROUND = "background"
    JUDGEMENT = "judgement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """The days on which an act happened or is to happen, and how that is known.

    `cues` are the words it rests on: the time expressions, the words of another event with those that tell the order, or the
    verb whose tense tells it.
    """

    interval: Interval
    basis: HappenedBasis
    cues: tuple[Span, ...] = ()


class PlaceBasis(StrEnum):
    """What the place of an act rests on: words of its own clause, or the dateline of the report that tells it."""

    CLAUSE = "clause"
    DATELINE = "dateline"


@dataclass(frozen=True, slots=True, kw_only=True)
class EventMention:
    """One report's telling of an event, coded after PLOVER and CAMEO.

    `event_type` follows the codebook's conventions for the sentence (announced cooperation is AGREE), `act` is the type of
    the act itself whatever its modality, so that what was announced can be matched with what happened. `happened` is None when
    the report does not say; the publication date is never put there silently. `rule` names the row of the lexicon that fired.
    `claimant` is the last known voice of `voices`, the chain on whose word the act is told; both are empty for the report's own.
    `attributes` are what else the clause says, in order of the text: the leg of a visit, the numbers of an attack.
    `similar_to` is the known word by whose row a word is coded that the lexicon does not have, and `score` how near the two are in
    meaning (Lin 1998); a word of the lexicon has None and 1.
    """

    id: str
    document_id: str
    event_type: EventType
    act: EventType
    mode: str | None = None
    context: tuple[str, ...] = ()
    cameo: str | None = None
    goldstein: float | None = None
    anchor: Span
    evidence: Evidence
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    place: Place | None = None
    place_basis: PlaceBasis | None = None
    happened: Happened | None = None
    modality: Modality = Modality.OCCURRED
    claimant: EntityRef | None = None
    voices: tuple[Voice, ...] = ()
    rule: str = ""
    similar_to: str | None = None
    score: float = 1.0
    attributes: tuple[Attribute, ...] = ()
    derivation: Derivation

    @property
    def quad(self) -> Quad:
        """The quad class of the type."""
        return QUAD_OF[self.event_type]

    @property
    def coded_by(self) -> str:
        """The row that fired, and for a word that the lexicon does not have the known word that it is like."""
        return f"{self.rule}, by similarity to “{self.similar_to}” ({self.score:.2f})" if self.similar_to else self.rule

    @staticmethod
    def make_id(
        document_id: str, anchor: Span, act: EventType, actors: tuple[Party, ...], recipients: tuple[Party, ...]
    ) -> str:
        """Return the id of the event mention with this anchor, act and parties."""
        places = [[(party.span.start, party.span.end) for party in parties] for parties in (actors, recipients)]
        return content_id("men", document_id, anchor.start, anchor.end, act, *places)


class TemporalRelation(StrEnum):
    """How one end of a TemporalLink lies to the other in time: the TLINK types of ISO-TimeML that words state."""

    BEFORE = "before"
    AFTER = "after"
    INCLUDES = "includes"
    IS_INCLUDED = "is_included"
    SIMULTANEOUS = "simultaneous"
    BEGUN_BY = "begun_by"
    ENDED_BY = "ended_by"

    @property
    def order(self) -> str:
        """The same as one of three: "before", "after" (also from then on), or "overlaps"."""
        if self in (TemporalRelation.BEFORE, TemporalRelation.ENDED_BY):
            return "before"
        return "after" if self in (TemporalRelation.AFTER, TemporalRelation.BEGUN_BY) else "overlaps"


@dataclass(frozen=True, slots=True, kw_only=True)
class TemporalEnd:
    """One end of a TemporalLink: the words, and the id of the event mention that they tell, if they tell one.

    `interval` is the days of a time expression; an end without `event` and `interval` is a word for some other event.
    """

    span: Span
    text: str
    event: str | None = None
    interval: Interval | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TemporalLink:
    """The order in which a report says that two events happened: `left` stands in `relation` to `right`.

    `signal` is the word that says so ("after", "while", "then").
    """

    id: str
    document_id: str
    left: TemporalEnd
    relation: TemporalRelation
    right: TemporalEnd
    signal: Span
    evidence: Evidence
    derivation: Derivation

    @staticmethod
    def make_id(document_id: str, left: Span, relation: TemporalRelation, right: Span) -> str:
        """Return the id of the link between the words at these places."""
        return content_id("ord", document_id, left.start, left.end, relation, right.start, right.end)
