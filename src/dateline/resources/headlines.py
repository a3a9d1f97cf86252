"""How an event is told in one line."""

from __future__ import annotations

from functools import cache

from dateline.model import EventType
from dateline.resources.tables import cells, read_table


def headline(act: EventType, *, mode: str | None, rule: str, actors: str, recipients: str) -> str:
    """Return a line for an event of this act and mode, told by this row of the lexicon, between these parties.

    >>> headline(EventType.AGREE, mode=None, rule="invite", actors="Ann", recipients="Ben")
    'Ann: invitation to Ben'
    """
    phrase, alone = _phrases(str(act), mode or "", rule)
    return phrase.format(actors=actors, recipients=recipients) if recipients else alone.format(actors=actors)


@cache
def _phrases(act: str, mode: str, rule: str) -> tuple[str, str]:
    rows = (
        row
        for row in read_table("headlines.tsv")
        if (not row["rule"] or rule in cells(row["rule"])) and row["act"] in ("", act) and row["mode"] in ("", mode)
    )
    row = next(rows)
    return row["phrase"], row["alone"]
