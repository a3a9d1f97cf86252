"""Which parties governed when, from party_governments.tsv."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from dateline.resources.gazetteer import held_on
from dateline.resources.tables import read_table


@cache
def _terms() -> Mapping[str, tuple[tuple[str, str], ...]]:
    terms: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in read_table("party_governments.tsv"):
        terms[row["party"]] = (*terms.get(row["party"], ()), (row["from"], row["until"]))
    return terms


def standing_of_party(key: str, on: date | None) -> str:
    """Return GOV or OPP for a party of the table in or out of government on a day, or empty where the table has no such party.

    None is the present, as far as the table knows it.
    """
    terms = _terms().get(key)
    if terms is None:
        return ""
    governs = any(held_on(since, until, on) if on else not until for since, until in terms)
    return "GOV" if governs else "OPP"
