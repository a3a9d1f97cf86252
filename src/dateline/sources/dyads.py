"""Event tables of other coders: GDELT 2, ICEWS, PLOVER (the layout of POLECAT) and plain CAMEO dyads, to dyads."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from dateline.errors import SourceError
from dateline.model import EventType, Failure
from dateline.model.dyads import Dyad
from dateline.resources.exchange import layouts, type_of_cameo
from dateline.resources.gazetteer import gazetteer

_FIELD_LIMIT = 10_000_000
_HEADERLESS = "gdelt"
_WITHOUT_COUNTRY = {"", "---", "NONE", "None", "NULL"}


def read_dyads(path: str | Path) -> Iterator[Dyad | Failure]:
    """Yield the events of a table; a line that cannot be read is a Failure, and one that is no event (a statement) is left out.

    The layout is told by the header, or, without one, by GDELT's number of columns. Raises SourceError when the file is in
    none of the layouts.
    """
    csv.field_size_limit(_FIELD_LIMIT)
    try:
        stream = Path(path).open(encoding="utf-8", errors="replace", newline="")  # noqa: SIM115  closed below
    except OSError as error:
        raise SourceError(f"cannot be read: {error.strerror}", path=str(path)) from error
    with stream:
        lines = csv.reader(stream, delimiter="\t", quoting=csv.QUOTE_NONE)
        layout = ""
        fields: Sequence[str] = ()
        for number, cells in enumerate(lines, start=1):
            if not layout:
                layout, fields, has_header = _layout(cells, path)
                if has_header:
                    continue
            try:
                dyad = _dyad(dict(zip(fields, cells, strict=True)))
            except ValueError as error:
                yield _failure(path, number, layout, error)
                continue
            if dyad is not None:
                yield dyad


def _layout(cells: Sequence[str], path: str | Path) -> tuple[str, Sequence[str], bool]:
    """Return the layout, the field of each column, and whether the line is a header."""
    names = {name.strip().strip('"').lower() for name in cells}
    for layout, columns in layouts().items():
        needed = {name.lower() for name, field in columns if field in ("day", "day_digits", "cameo", "type")}
        if needed <= names:
            by_name = {name.lower(): field for name, field in columns}
            return layout, [by_name.get(name.strip().strip('"').lower(), "") for name in cells], True
    columns = layouts()[_HEADERLESS]
    if len(cells) == len(columns) and cells[0].isdigit():
        return _HEADERLESS, [field for _, field in columns], False
    known = ", ".join(sorted(layouts()))
    raise SourceError(
        f"expected the header of one of {known}, or the {len(columns)} tab-separated columns of GDELT 2;"
        f" got {len(cells)} columns beginning with {cells[0][:40] if cells else ''!r}",
        path=str(path),
        line=1,
    )


def _dyad(row: Mapping[str, str]) -> Dyad | None:
    event_type = _type(row)
    if event_type is None:
        return None
    return Dyad(
        day=_day(row.get("day") or row.get("day_digits") or ""),
        actor=_country(row, "actor"),
        recipient=_country(row, "recipient"),
        event_type=event_type,
        cameo=row.get("cameo") or None,
    )


def _type(row: Mapping[str, str]) -> EventType | None:
    if named := row.get("type"):
        try:
            return EventType(named.strip().upper())
        except ValueError:
            raise ValueError(f"expected a PLOVER type, got {named!r}") from None
    code = row.get("cameo", "")
    if not code.isdigit():
        raise ValueError(f"expected a CAMEO code, got {code!r}")
    return type_of_cameo(code if code[:1] in "012" and len(code) > 1 else f"0{code}")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip()[:10] if "-" in text else text.strip()[:8])
    except ValueError:
        raise ValueError(f"expected a day, got {text!r}") from None


def _country(row: Mapping[str, str], role: str) -> str | None:
    """Return a country's code from whichever of a layout's columns gives one."""
    for field in (f"{role}_country", f"{role}_code"):
        code = row.get(field, "").strip()[:3]
        if code not in _WITHOUT_COUNTRY:
            return code.upper()
    name = row.get(f"{role}_country_name", "").strip()
    states = {entry.key for entry in gazetteer().lookup(name) if entry.kind == "state"} if name else set()
    return states.pop() if len(states) == 1 else None


def _failure(path: str | Path, line: int, layout: str, error: ValueError) -> Failure:
    return Failure(
        stage="sources",
        error="SourceError",
        message=f"not read as a line of {layout}: {error}",
        path=str(path),
        line=line,
    )
