"""How an event is told in one line."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from dateline.model import EventType
from dateline.resources.tables import cells, read_table


class _Phrases(NamedTuple):
    """How an event is told: with recipients, and without them."""

    full: str
    alone: str


def headline(act: EventType, *, mode: str | None, rule: str, actors: str, recipients: str, topic: bool = False) -> str:
    """Return a line for an event of this act and mode, told by this row of the lexicon, between these parties.

    With *topic* the recipients are a place that the act is about: "demand over Gaza".

    >>> headline(EventType.AGREE, mode=None, rule="invite", actors="Ann", recipients="Ben")
    'Ann: invitation to Ben'
    """
    phrases = _phrases(str(act), mode or "", rule)
    if topic and recipients:
        return f"{phrases.alone.format(actors=actors)} over {recipients}"
    return (phrases.full if recipients else phrases.alone).format(actors=actors, recipients=recipients)


def name_of_act(act: EventType, *, mode: str | None, rule: str) -> str:
    """Return what an act is called without its parties.

    >>> name_of_act(EventType.CONSULT, mode="visit", rule="travel")
    'visit'
    """
    return _phrases(str(act), mode or "", rule).alone.partition(": ")[2]


@cache
def in_a_sentence(name: str) -> str:
    """Return a name as it stands within a sentence, with its article where it takes one.

    >>> in_a_sentence("United States"), in_a_sentence("Chile"), in_a_sentence("the West")
    ('the United States', 'Chile', 'the West')
    """
    words = name.split()
    takes = (
        words and words[0].lower() != "the" and (words[0] in _articles()["first"] or words[-1] in _articles()["last"])
    )
    return f"the {name}" if takes else name


@cache
def _articles() -> dict[str, frozenset[str]]:
    return {row["place"]: frozenset(cells(row["words"])) for row in read_table("articles.tsv")}


@cache
def _phrases(act: str, mode: str, rule: str) -> _Phrases:
    rows = (
        row
        for row in read_table("headlines.tsv")
        if (not row["rule"] or rule in cells(row["rule"])) and row["act"] in ("", act) and row["mode"] in ("", mode)
    )
    row = next(rows)
    return _Phrases(row["phrase"], row["alone"])
