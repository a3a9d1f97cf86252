"""Who has events in common with whom, drawn so that those who have many lie near one another.

The places come from a spring model (Fruchterman and Reingold 1991) that begins with a circle: the same ties give the same drawing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import cos, hypot, pi, sin, sqrt

from dateline.model import QUAD_OF, EventType, KnownEntity, Quad
from dateline.views.paged import Tie

WIDTH, HEIGHT = 960.0, 620.0
LETTER, LINE = 6.8, 13.0
"""Width of a letter and height of a line of names on it."""

ROUNDS = 90
CENTRE = 0.55
"""How strongly all are drawn to the middle, so that those who have no ties with the others stay in sight."""

_CONFLICT = frozenset({Quad.VERBAL_CONFLICT, Quad.MATERIAL_CONFLICT})


@dataclass(frozen=True, slots=True)
class Joined:
    """Two entities with all the events that they have in common, and how many of these are conflict."""

    one: str
    other: str
    events: int
    conflict: int

    @property
    def tone(self) -> str:
        """What most of the events are: cooperation, conflict, or mixed."""
        part = self.conflict / self.events if self.events else 0
        return "conflict" if part > 0.6 else "cooperation" if part < 0.4 else "mixed"


@dataclass(frozen=True, slots=True)
class Node:
    """An entity on the drawing, and where its name stands: below it, unless another name or disc is there."""

    id: str
    name: str
    type: str
    x: float
    y: float
    r: float
    name_x: float = 0.0
    name_y: float = 0.0
    anchor: str = "middle"


@dataclass(frozen=True, slots=True)
class Edge:
    """A line between two entities."""

    one: str
    other: str
    names: str
    events: int
    tone: str
    x1: float
    y1: float
    x2: float
    y2: float
    width: float


@dataclass(frozen=True, slots=True)
class Network:
    """The drawing."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def joined(ties: Sequence[Tie]) -> list[Joined]:
    """Return pairs with their events of all types together, those with most events first."""
    events: dict[tuple[str, str], list[int]] = {}
    for tie in ties:
        counts = events.setdefault((tie.one, tie.other), [0, 0])
        counts[0] += tie.events
        counts[1] += tie.events if QUAD_OF[EventType(tie.event_type)] in _CONFLICT else 0
    pairs = [Joined(one, other, *counts) for (one, other), counts in events.items()]
    return sorted(pairs, key=lambda pair: (-pair.events, pair.one, pair.other))


def network_of(pairs: Sequence[Joined], names: Mapping[str, KnownEntity], *, most: int = 26) -> Network | None:
    """Return the drawing of those with most events, None where there are no two."""
    counted: dict[str, int] = {}
    for pair in pairs:
        for entity in (pair.one, pair.other):
            counted[entity] = counted.get(entity, 0) + pair.events
    chosen = sorted((entity for entity in counted if entity in names), key=lambda entity: (-counted[entity], entity))[
        :most
    ]
    kept = [pair for pair in pairs if pair.one in chosen and pair.other in chosen]
    if not kept:
        return None
    joined_up = [entity for entity in chosen if any(entity in (pair.one, pair.other) for pair in kept)]
    places = _places(joined_up, kept)
    most_events = max(counted[entity] for entity in joined_up)
    thickest = max(pair.events for pair in kept)
    nodes = with_names(
        [
            Node(
                entity,
                names[entity].name,
                str(names[entity].type),
                *places[entity],
                round(5 + 13 * sqrt(counted[entity] / most_events), 1),
            )
            for entity in joined_up
        ]
    )
    edges = tuple(
        Edge(
            pair.one,
            pair.other,
            f"{names[pair.one].name} and {names[pair.other].name}",
            pair.events,
            pair.tone,
            *places[pair.one],
            *places[pair.other],
            round(1 + 5 * sqrt(pair.events / thickest), 1),
        )
        for pair in kept
    )
    return Network(WIDTH, HEIGHT, nodes, edges)


Box = tuple[float, float, float, float]


def with_names(nodes: Sequence[Node]) -> tuple[Node, ...]:
    """Return nodes with their names beside them, those of the largest first, each where it runs into fewest things."""
    taken: list[Box] = [(node.x - node.r, node.y - node.r, node.x + node.r, node.y + node.r) for node in nodes]
    found = []
    for node in nodes:
        wide, below, beside = LETTER * len(node.name), node.r + LINE, node.r + 5
        choices = (
            (node.x, node.y + below, "middle", node.x - wide / 2),
            (node.x, node.y - node.r - 5, "middle", node.x - wide / 2),
            (node.x + beside, node.y + 4, "start", node.x + beside),
            (node.x - beside, node.y + 4, "end", node.x - beside - wide),
        )
        boxes = [(left, y - LINE + 2, left + wide, y + 3) for _, y, _, left in choices]
        best = min(range(len(choices)), key=lambda number: _hindrance(boxes[number], taken))
        x, y, anchor, _ = choices[best]
        taken.append(boxes[best])
        found.append(replace(node, name_x=round(x, 1), name_y=round(y, 1), anchor=anchor))
    return tuple(found)


def _hindrance(box: Box, taken: Sequence[Box]) -> int:
    """Return how many things a name would run into; the edge of the paper counts for many."""
    off = box[0] < 0 or box[2] > WIDTH or box[1] < 0 or box[3] > HEIGHT
    return 100 * off + sum(
        box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3] for other in taken
    )


def _places(entities: Sequence[str], pairs: Sequence[Joined]) -> dict[str, tuple[float, float]]:
    number = len(entities)
    at = {entity: index for index, entity in enumerate(entities)}
    xs = [cos(2 * pi * index / number) for index in range(number)]
    ys = [sin(2 * pi * index / number) for index in range(number)]
    springs = [(at[pair.one], at[pair.other], 1 + 0.5 * sqrt(pair.events)) for pair in pairs]
    ideal = 2.0 / sqrt(number)
    for step in range(ROUNDS):
        _relax(xs, ys, springs, ideal, 0.22 * (1 - step / ROUNDS))
    return {
        entity: (x, y) for entity, x, y in zip(entities, _spread(xs, WIDTH, 70), _spread(ys, HEIGHT, 40), strict=True)
    }


def _relax(
    xs: list[float], ys: list[float], springs: Sequence[tuple[int, int, float]], ideal: float, heat: float
) -> None:
    number = len(xs)
    pushed_x, pushed_y = [0.0] * number, [0.0] * number
    square = ideal * ideal
    for i in range(number):
        for j in range(i + 1, number):
            dx, dy = xs[i] - xs[j], ys[i] - ys[j]
            force = square / (dx * dx + dy * dy + 1e-4)
            pushed_x[i] += dx * force
            pushed_y[i] += dy * force
            pushed_x[j] -= dx * force
            pushed_y[j] -= dy * force
    for i in range(number):
        pushed_x[i] -= xs[i] * CENTRE
        pushed_y[i] -= ys[i] * CENTRE
    for i, j, strength in springs:
        dx, dy = xs[i] - xs[j], ys[i] - ys[j]
        pull = strength * hypot(dx, dy) / ideal * 0.22
        pushed_x[i] -= dx * pull
        pushed_y[i] -= dy * pull
        pushed_x[j] += dx * pull
        pushed_y[j] += dy * pull
    for i in range(number):
        length = hypot(pushed_x[i], pushed_y[i]) or 1.0
        xs[i] += pushed_x[i] / length * min(length, heat)
        ys[i] += pushed_y[i] / length * min(length, heat)


def _spread(values: Sequence[float], size: float, margin: float) -> list[float]:
    least, most = min(values), max(values)
    return [round(margin + (size - 2 * margin) * (value - least) / ((most - least) or 1.0), 1) for value in values]
