"""How an event is told in one line."""

from __future__ import annotations

from functools import cache

from dateline.model import EventType
from dateline.resources.tables import read_table


def headline(act: EventType, mode: str | None, *, actors: str, recipients: str) -> str:
    """Return a line for an event of this act and mode between these parties, each as they are to be read."""
    phrase, alone = _phrase(str(act), mode or "")
    if recipients:
        return phrase.format(actors=actors, recipients=recipients)
    return alone.format(actors=actors)


@cache
def _phrase(act: str, mode: str) -> tuple[str, str]:
    rows = [row for row in read_table("headlines.tsv") if row["act"] == act and row["mode"] in ("", mode)]
    return rows[0]["phrase"], rows[0]["alone"]
