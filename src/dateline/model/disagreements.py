"""Reports of one event that cannot both be right, with what stands behind each side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.corroboration import IndependentOrigin
from dateline.model.events import Telling


class DisagreementKind(StrEnum):
    """What reports of one event disagree about."""

    HAPPENED = "whether it happened"
    WHO = "who"
    DATE = "date"
    PLACE = "place"
    NUMBER = "number"


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What one side says, in a few words, its tellings in order of publication, and the independent origins behind these."""

    says: str
    tellings: tuple[Telling, ...]
    origins: tuple[IndependentOrigin, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Two sides or more, the one that was told first first; `events` are the ids of the events that they tell of.

    It is one event, unless the reports are so at odds that the record keeps them apart. `why` says why they cannot both be right.
    """

    id: str
    kind: DisagreementKind
    headline: str
    events: tuple[str, ...]
    sides: tuple[Side, ...]
    why: str
