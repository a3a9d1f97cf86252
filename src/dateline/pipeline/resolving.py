"""Resolving actors, by the tables alone or by the reports of a store as well: cases in, answers out, in the same order."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dateline.errors import SourceError
from dateline.links.actors import ActorResolver
from dateline.links.offices import MOST_COMPARED, Holder, holder_on, present_holder
from dateline.model import Actor, Failure, LinkKind, Moment
from dateline.resources.gazetteer import gazetteer
from dateline.settings import Settings
from dateline.sources.files import READ_ERRORS, Lines, failure, open_unpacked
from dateline.store import Reader, Store

STAGE = "actors.tables"
_LONGEST_LINE = 1 << 20


@dataclass(frozen=True, slots=True)
class Case:
    """One question of a file: words that name an actor, and the day they are asked as of."""

    name: str
    text: str
    on: date | None
    context: str


def make_resolver(settings: Settings, store: Store | None = None) -> ActorResolver:
    """Return the resolver of the settings' tables, which with a store also knows the offices that its reports tell of."""
    return ActorResolver(gazetteer(settings.resources), _Reports(store) if store is not None else None)


class _Reports:
    """Whom the reports of a store say holds an office."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def __call__(self, office: str, on: date | None) -> Holder | None:
        with self._store.reading() as connection:
            links = Reader(connection).links(LinkKind.HOLDS_OFFICE, as_of=on, ends=[office])
        newest = links[: -MOST_COMPARED - 1 : -1]
        return holder_on(newest, on) if on is not None else present_holder(newest)


def resolve_cases(
    path: str | Path, settings: Settings, store: Store | None = None
) -> Iterator[tuple[str, Actor] | Failure]:
    """Yield the name of each case of a JSON Lines file with its actor, in order, and a Failure where a line is no case.

    A path that cannot be opened raises OSError.
    """
    resolver = make_resolver(settings, store)
    with open_unpacked(str(path)) as stream:
        lines = Lines(stream, _LONGEST_LINE)
        while True:
            try:
                line = next(lines, None)
                if line is None:
                    return
                case = _case(line) if not line.isspace() else None
            except READ_ERRORS as error:
                yield failure(STAGE, error, str(path), lines.number)
                continue
            if case is not None:
                yield case.name, resolver(case.text, on=case.on, context=case.context)


def _case(line: bytes) -> Case:
    try:
        found = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"expected a JSON object, got what cannot be read as one ({error})") from error
    if not isinstance(found, dict):
        raise SourceError(f"expected a JSON object, got {type(found).__name__}")
    name, text, context = found.get("case"), found.get("text"), found.get("context") or ""
    if not isinstance(name, str) or not isinstance(text, str) or not isinstance(context, str):
        raise SourceError("expected the strings `case` and `text`, and `context` if at all as a string")
    return Case(name, text, _day(found.get("date")), context)


def _day(value: object) -> date | None:
    if value is None:
        return None
    try:
        return Moment.parse(str(value)).latest
    except ValueError as error:
        raise SourceError(f"expected `date` to be a day such as 2023-03-20 or null, got {value!r}") from error
