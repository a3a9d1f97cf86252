"""An event between two parties on a day, as event data sets count them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.model.findings import QUAD_OF, EventType, Quad


@dataclass(frozen=True, slots=True, kw_only=True)
class Dyad:
    """Who did what to whom on a day: countries are ISO 3166-1 alpha-3, or IGO or EUR; None where a data set does not say.

    `cameo` is None in data that are coded in PLOVER only.
    """

    day: date
    actor: str | None
    recipient: str | None
    event_type: EventType
    cameo: str | None = None

    @property
    def quad(self) -> Quad:
        """The quad class of the type."""
        return QUAD_OF[self.event_type]
