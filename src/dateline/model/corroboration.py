"""On whose word an event rests, each independent source once."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    """Who stands behind a telling: the outlet's own report, an agency's, somebody whom the report cites, named or not."""

    OUTLET = "outlet"
    AGENCY = "agency"
    CLAIMANT = "claimant"
    ANONYMOUS = "anonymous"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attestation:
    """A telling with the chain by which it goes back to its source, the telling's own report first."""

    mention: str
    chain: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndependentOrigin:
    """One source behind an event, and the tellings that go back to it.

    `state` is the ISO 3166-1 alpha-3 code of the state that owns or directs the outlet or agency, where our tables say so.
    """

    kind: SourceKind
    name: str
    state: str | None = None
    attestations: tuple[Attestation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """The independent origins behind an event, the one behind most tellings first."""

    origins: tuple[IndependentOrigin, ...] = ()

    @property
    def independent(self) -> int:
        """How many sources there are: copies, citations of one another, one agency and one claimant count once."""
        return len(self.origins)

    @property
    def states(self) -> tuple[str, ...]:
        """The states that own or direct more than one of the sources: these may speak with one voice."""
        owners = [origin.state for origin in self.origins if origin.state]
        return tuple(sorted({state for state in owners if owners.count(state) > 1}))
