"""Positions: who stands where on a matter, by day, month or year."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fastapi import APIRouter
from starlette.responses import Response

from dateline.model import Stance
from dateline.serve.asking import Question, Words
from dateline.serve.exporting import Twin
from dateline.serve.tagging import TaggedRoute
from dateline.views import rows
from dateline.views.paged import MOST_EVENTS
from dateline.views.positions import Held, matrix_of

router = APIRouter(route_class=TaggedRoute)

COLUMNS = 12
HOLDERS = 40


@dataclass(frozen=True, slots=True)
class Sign:
    """A stance as a cell shows it, and in words."""

    name: str
    mark: str
    word: str


@router.get("/positions")
def positions(asked: Question, about: Words = "") -> Response:
    """Show the positions on a matter: the one on which most are taken, where none is named."""
    topics = asked.record.topics(limit=30)
    about = about.strip() or (topics[0][0] if topics else "")
    found = asked.record.newest_positions(as_of=asked.as_of, topic=about) if about else []
    matrix = matrix_of(found, most_columns=COLUMNS)
    periods = matrix.periods[-COLUMNS:]
    return asked.show(
        "positions.html",
        title=f"Positions: {about}" if about else "Positions",
        twin=Twin.of("positions", rows.POSITION, rows.position, found),
        topics=topics,
        about=about,
        positions=found,
        matrix=matrix,
        periods=periods,
        holders=matrix.holders[:HOLDERS],
        earlier=matrix.periods[: len(matrix.periods) - len(periods)],
        spoken=spoken(found),
        most=MOST_EVENTS if len(found) == MOST_EVENTS else None,
        ids={held.holder: held.entity for held in found},
        signs={key: sign_for(held) for key, held in matrix.cells.items()},
    )


def spoken(positions: Iterable[Held]) -> list[tuple[Held, list[Held]]]:
    """Return positions, the newest first, each once with all reports that tell it in the same words."""
    told: dict[tuple[str, Stance, str], list[Held]] = {}
    for held in positions:
        words = "".join(letter for letter in held.position.evidence.quote.casefold() if letter.isalnum())
        told.setdefault((held.holder, held.position.stance, words), []).append(held)
    return sorted(((same[0], same) for same in told.values()), key=lambda pair: pair[0].day, reverse=True)


def sign_for(positions: Iterable[Held]) -> Sign:
    """Return the sign of positions of one holder in one period."""
    held = list(positions)
    stances = {one.position.stance for one in held}
    star = "*" if any(one.position.condition for one in held) else ""
    on_condition = ", on a condition" if star else ""
    if len(stances) > 1:
        return Sign("both", "±" + star, f"both for and against{on_condition}")
    if Stance.FOR in stances:
        return Sign("for", "+" + star, f"for{on_condition}")
    return Sign("against", "−" + star, f"against{on_condition}")
