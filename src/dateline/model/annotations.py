"""What a stage attaches to a span of one document: entity mentions, time expressions, predicates, places."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from dateline.model.clocks import Interval
from dateline.model.spans import Span


class EntityType(StrEnum):
    """What kind of thing an entity is (FORMATS.md)."""

    PERSON = "person"
    STATE = "state"
    ORGANIZATION = "organization"
    PLACE = "place"
    GROUP = "group"
    OTHER = "other"


class Form(StrEnum):
    """How a mention refers: by name, by description, or by pronoun (ACE)."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRef:
    """The entity that some words mean, as one document's reading has it.

    `country` is ISO 3166-1 alpha-3, or IGO or EUR for international bodies; `wikidata` a Q id where our tables know one.
    """

    id: str
    name: str
    type: EntityType = EntityType.OTHER
    country: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityMention:
    """Words that name or refer to an entity; `entity` is None where it is not known which.

    `basis` says how it was resolved: "table: capital", "surname of Xi Jinping in this report", ... Words for several
    ("the two leaders", "they") have `members` instead of an `entity`, where it is sure who they are.
    """

    document_id: str
    span: Span
    text: str
    form: Form
    type: EntityType
    entity: EntityRef | None = None
    basis: str = ""
    members: tuple[EntityRef, ...] = ()


class MentionIndex:
    """The entity mentions of one document, found by where they stand."""

    def __init__(self, mentions: Iterable[EntityMention]) -> None:
        self._mentions = sorted(mentions, key=lambda mention: (mention.span.start, -mention.span.end))
        self._starts = [mention.span.start for mention in self._mentions]
        self._longest = max((len(mention.span) for mention in self._mentions), default=0)

    def within(self, span: Span) -> tuple[EntityMention, ...]:
        """Return the mentions that lie wholly inside *span*, in order of the text."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        return tuple(mention for mention in self._mentions[first:last] if mention.span.end <= span.end)

    def at(self, span: Span) -> EntityMention | None:
        """Return the shortest mention that covers *span* (a head word, say), or None."""
        first = bisect_left(self._starts, span.end - self._longest)
        last = bisect_right(self._starts, span.start)
        covering = [mention for mention in self._mentions[first:last] if mention.span.covers(span)]
        return min(covering, key=lambda mention: len(mention.span), default=None)


class TimeType(StrEnum):
    """TIMEX3 types (ISO-TimeML)."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that name a time, with TIMEX3 `value` and `mod` and the days meant.

    `value` is None where the words are a time but no calendar date (a nonsense date, an unanchored "the day before").
    `anchor`, `direction` and `rule` say why: what it was counted from, past or future, and which row of the grammar fired.
    """

    document_id: str
    span: Span
    text: str
    type: TimeType
    value: str | None
    mod: str | None = None
    interval: Interval | None = None
    anchor: str | None = None
    direction: str | None = None
    rule: str = ""


class Modality(StrEnum):
    """How a report puts an act: as done, as going on, or as something else (PLOVER auxiliary modes; FactBank)."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"

    @property
    def real(self) -> bool:
        """Whether the act is told as a fact."""
        return self in (Modality.OCCURRED, Modality.ONGOING)


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """A word that denotes an event, with how certain its text is that it happened.

    `factuality` is in [-3, 3]: 3 certainly happened, -3 certainly did not, 0 unknown (unified factuality scale,
    Stanovsky et al. 2017). `modality` is the same reading in words, as event mentions carry it; `cues` are the words
    that decided it.
    """

    document_id: str
    span: Span
    text: str
    lemma: str
    factuality: float
    modality: Modality = Modality.OCCURRED
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place in the world; coordinates in degrees (WGS 84), `geonames` its GeoNames id, None where not known."""

    name: str
    country: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    geonames: int | None = None


class PlaceKind(StrEnum):
    """What a place is, from the widest to the narrowest; an area is no division of a country: a sea, a range, a continent."""

    AREA = "area"
    COUNTRY = "country"
    REGION = "region"
    DISTRICT = "district"
    CITY = "city"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceMention:
    """Words that name a place as a place (not a capital that stands for its government).

    `basis` says why the words are taken for a place, and why for this one; `kind` is None where the stage does not tell.
    """

    document_id: str
    span: Span
    text: str
    place: Place
    kind: PlaceKind | None = None
    basis: str = ""


class PlaceIndex:
    """The place mentions of one document, found by where they stand."""

    def __init__(self, mentions: Iterable[PlaceMention]) -> None:
        self._mentions = sorted(mentions, key=lambda mention: mention.span.start)
        self._starts = [mention.span.start for mention in self._mentions]

    def narrowest(self, span: Span) -> PlaceMention | None:
        """Return the narrowest place named in *span*, the first of equals ("in Homs, in central Syria": Homs), or None."""
        first, last = bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)
        inside = (mention for mention in self._mentions[first:last] if mention.span.end <= span.end)
        return max(inside, key=lambda mention: _NARROWNESS.get(mention.kind, -1), default=None)


_NARROWNESS: dict[PlaceKind | None, int] = {kind: rank for rank, kind in enumerate(PlaceKind)}
