"""Who stands where on a matter, and when they said so."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from dateline.model import Position, Stance
from dateline.resources.positions import topic_keys
from dateline.store import ReportHead


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
    """Return positions as a matrix: by day, or, when that gives too many columns, by month, or by year."""
    held = [position for position in positions if position.day]
    for length in (10, 7, 4):
        periods = sorted({position.day[:length] for position in held})
        if len(periods) <= most_columns or length == 4:
            break
    cells: dict[tuple[str, str], tuple[Held, ...]] = {}
    for position in held:
        key = (position.holder, position.day[:length])
        cells[key] = (*cells.get(key, ()), position)
    counted = {position.holder: 0 for position in held}
    for position in held:
        counted[position.holder] += 1
    holders = sorted(counted, key=lambda holder: (-counted[holder], holder))
    return Matrix(holders=tuple(holders), periods=tuple(periods), cells=cells)


def sign_of(positions: Iterable[Held]) -> str:
    """Return + for, - against, ± for both, with an asterisk where one hangs on a condition."""
    held = list(positions)
    stances = {position.position.stance for position in held}
    sign = "±" if len(stances) > 1 else "+" if Stance.FOR in stances else "-"
    return sign + ("*" if any(position.position.condition for position in held) else "")


def topics_about(words: str) -> list[str]:
    """Return the matters whose name has these words in it; the words themselves where none has."""
    wanted = words.casefold().strip()
    return sorted(key for key in topic_keys() if wanted in key) or [wanted]
