"""Who some words mean, as an answer by itself: the actor, its country and sector on a day, and what that rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dateline.model.annotations import EntityRef, EntityType


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """One thing that an answer rests on: `source` is a table ("offices.tsv") or "pattern", `words` what in it, for a reader."""

    source: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """The actor that some words mean on a day; `name` is its usual name, `entity` the one of the tables, both None where only
    the kind of actor is known.

    `country` is ISO 3166-1 alpha-3, or UNO, IGO, EUR or NGO for bodies of no state, `code` and `code_2` are PLOVER sectors;
    all three are empty where there is none or it cannot be known. `on` is None for the present, as far as the tables know it.
    """

    text: str
    on: date | None = None
    name: str | None = None
    entity: EntityRef | None = None
    type: EntityType | None = None
    country: str = ""
    code: str = ""
    code_2: str = ""
    grounds: tuple[Ground, ...] = ()

    @property
    def known(self) -> bool:
        """Whether anything is known of the actor at all."""
        return bool(self.name or self.country or self.code)
