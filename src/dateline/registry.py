"""Stages by name: a small registry over entry points, the same door for built-ins and plug-ins.

A package adds a stage by declaring an entry point in one of the groups below; nothing is imported until a stage is asked for.
"""

from __future__ import annotations

from functools import cache
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from dateline.errors import StageError

SOURCES = "dateline.sources"
PARSERS = "dateline.parsers"
ANNOTATORS = "dateline.annotators"
FINDERS = "dateline.finders"
LINKERS = "dateline.linkers"
EXPORTERS = "dateline.exporters"
GROUPS = (SOURCES, PARSERS, ANNOTATORS, FINDERS, LINKERS, EXPORTERS)


@cache
def _points(group: str) -> dict[str, EntryPoint]:
    return {point.name: point for point in entry_points(group=group)}


def names(group: str) -> tuple[str, ...]:
    """Return the names registered in a group, in alphabetical order."""
    return tuple(sorted(_points(group)))


def load(group: str, name: str) -> Any:
    """Return the factory registered under *name*; raises StageError when there is none or it cannot be imported."""
    points = _points(group)
    if name not in points:
        known = ", ".join(sorted(points)) or "none; is dateline installed?"
        raise StageError(f"no {group.removeprefix('dateline.').rstrip('s')} is called {name!r} (known: {known})")
    try:
        return points[name].load()
    except (ImportError, AttributeError) as error:
        raise StageError(f"{points[name].value}, registered as {name!r}, cannot be imported: {error}") from error
