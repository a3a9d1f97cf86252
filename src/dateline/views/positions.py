"""Who stands where on a matter, and when they said so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import Position, Stance
from dateline.resources.positions import topic_keys, topics_named
from dateline.store import ReportHead

UNDATED = "undated"
"""The column of positions of which neither day is known."""

__all__ = ["Held", "Matrix", "matrix_of", "sign_of", "topic_keys", "topics_about", "topics_named"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A position in its report, with its holder as the record knows it."""

    position: Position
    report: ReportHead
    entity: str
    holder: str

    @property
    def id(self) -> str:
        """The position's id."""
        return self.position.id

    @property
    def day(self) -> str:
        """The day it was taken, else reported, as ISO 8601; empty where neither is known."""
        taken = self.position.taken
        if taken is not None and taken.latest is not None:
            return taken.latest.isoformat()
        return self.report.dated.value[:10] if self.report.dated else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Holders by period: `cells` has the positions of a holder in a period; both are in order, those with most positions first."""

    holders: tuple[str, ...]
    periods: tuple[str, ...]
    cells: dict[tuple[str, str], tuple[Held, ...]]


def matrix_of(positions: Iterable[Held], *, most_columns: int) -> Matrix:
    """Return positions as a matrix: by day, or, when that gives too many columns, by month, or by year; undated ones last."""
    held = list(positions)
    for length in (10, 7, 4):
        periods = sorted({position.day[:length] for position in held if position.day})
        if len(periods) <= most_columns or length == 4:
            break
    cells: dict[tuple[str, str], tuple[Held, ...]] = {}
    for position in held:
        key = (position.holder, position.day[:length] or UNDATED)
        cells[key] = (*cells.get(key, ()), position)
    counted = Counter(position.holder for position in held)
    holders = sorted(counted, key=lambda holder: (-counted[holder], holder))
    undated = () if all(position.day for position in held) else (UNDATED,)
    return Matrix(holders=tuple(holders), periods=(*periods, *undated), cells=cells)


def sign_of(positions: Iterable[Held]) -> str:
    """Return + for, - against, ± for both, with an asterisk where one hangs on a condition."""
    held = list(positions)
    stances = {position.position.stance for position in held}
    sign = "±" if len(stances) > 1 else "+" if Stance.FOR in stances else "-"
    return sign + ("*" if any(position.position.condition for position in held) else "")


def topics_about(words: str) -> list[str]:
    """Return the matters that go by these words; the words themselves where none does, which may be the name of an actor."""
    return list(topics_named(words)) or [words.casefold().strip()]
