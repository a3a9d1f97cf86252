"""What a clause says of an event beyond who, what, when and where: attributes, and how many or how much words say."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from dateline.model.annotations import EntityRef
from dateline.model.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """How many or how much words say: any number from `low` to `high`, None where that end is open.

    `unit` is what is counted or measured: the noun in the singular ("soldier"), a unit of time ("day"), a currency by its ISO
    4217 code ("EUR"), "percent"; None where the words do not say. `approximate` tells that the words themselves do not claim to
    be exact ("some 3.5 million", "dozens"). "At least 12" has `low` 12 and no `high`.
    """

    low: float | None
    high: float | None
    unit: str | None = None
    approximate: bool = False
    span: Span
    text: str

    @property
    def told(self) -> str:
        """The quantity in plain words, the same for the same range and unit.

        >>> Quantity(low=12, high=None, unit="soldier", span=Span(0, 20), text="at least 12 soldiers").told
        'at least 12 soldier'
        """
        low, high = _written(self.low), _written(self.high)
        if high is None:
            number = f"at least {low}"
        elif low is None:
            number = f"at most {high}"
        else:
            number = low if low == high else f"{low} to {high}"
        about = "about " if self.approximate else ""
        return f"{about}{number}{f' {self.unit}' if self.unit else ''}"


class AttributeName(StrEnum):
    """The details that are read of an event, each of the kinds of event that have it."""

    LEG = "leg"
    """Visit: announced, departed, arrived, ended."""
    HOST = "host"
    """Visit, meeting: who receives."""
    FORMAT = "format"
    """Meeting, call: in person, by phone, by video, bilateral, trilateral, multilateral, behind closed doors."""
    LEVEL = "level"
    """Meeting, call, visit: heads of state or government, ministers, envoys, officials, experts."""
    DURATION = "duration"
    """Visit, meeting, call, ceasefire, drills: how long."""
    AGENDA = "agenda"
    """Visit, meeting, call, protest: what it is about."""
    DOCUMENT = "document"
    """Signing, statement, protest: the paper."""
    VOTE = "vote"
    """Vote: for, against, abstained, vetoed."""
    BODY = "body"
    """Vote: where it is taken."""
    TEXT = "text"
    """Vote: what is voted on."""
    TARGET = "target"
    """Sanction: what or whom it is to hit, where that is no party of the event."""
    MEASURE = "measure"
    """Sanction: what is done: asset freeze, travel ban, embargo."""
    CONDITION = "condition"
    """Sanction, ceasefire, aid and whatever is told on a condition: the condition."""
    CHARGE = "charge"
    """Warrant, arrest, trial: what somebody is charged with."""
    AMOUNT = "amount"
    """Aid, fine: how much money or goods."""
    KIND = "kind"
    """Aid, troops, strike: of what kind: military, humanitarian; missiles, drones."""
    NUMBER = "number"
    """Troops, prisoners, arrests, sanctions, protesters: how many."""
    KILLED = "killed"
    """Strike, attack, clash: how many dead."""
    WOUNDED = "wounded"
    """Strike, attack, clash: how many hurt."""
    CONFLICT = "conflict"
    """Ceasefire: the war or place it is for."""
    INVITER = "inviter"
    """Invitation: who invites."""
    INVITEE = "invitee"
    """Invitation: who is invited."""
    OCCASION = "occasion"
    """Invitation: to what: a summit, a town, to visit somebody."""
    DATE = "date"
    """Invitation: the day of the occasion, as the TIMEX3 value."""
    MEDIUM = "medium"
    """Statement: in what it is made: statement, letter, speech, interview, news conference, article, post."""
    JOINT = "joint"
    """Statement: that several make it together."""
    ADDRESSEE = "addressee"
    """Statement: to whom it is made."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribute:
    """One detail of an event as its clause says it, with the words that say it.

    `value` is a code of the tables ("arrived", "against"), the words themselves without their article ("a 12-point paper"), or
    a quantity in plain words; `quantity` is there where it counts or measures, `entity` where it is or concerns somebody known
    (the host; the side that a number of prisoners belongs to).
    """

    name: AttributeName
    value: str
    span: Span
    text: str
    quantity: Quantity | None = None
    entity: EntityRef | None = None


def _written(number: float | None) -> str | None:
    if number is None:
        return None
    return str(int(number)) if number == int(number) else str(number)
