"""The country where an outlet is published, by the table of outlets or by the ending of its address."""

from __future__ import annotations

import re
from functools import cache

from dateline.resources.tables import cells, read_table

_HOST = re.compile(r"^[a-z]+://(?:[^/@]*@)?([^/:?#]+)", re.IGNORECASE)
_ENDINGS_SOLD = frozenset(
    ("ac", "ag", "ai", "am", "as", "cc", "cd", "co", "dj", "fm", "gg", "io", "la", "li", "ly", "me", "ms", "mu", "nu", "sc",
     "sh", "st", "tk", "to", "tv", "vc", "vg", "ws")
)  # fmt: skip
"""Endings of countries that sites all over the world use for other reasons."""


def country_of_outlet(outlet: str | None, url: str | None) -> str:
    """Return the country where an outlet is published (ISO 3166-1 alpha-3), or nothing where neither name nor address tells.

    >>> country_of_outlet("Agence France-Presse", None), country_of_outlet(None, "https://news.example.co.nz/1")
    ('FRA', 'NZL')
    """
    host = _HOST.match(url or "")
    return _country(outlet or "") or _country(host[1] if host else "")


def _country(name: str) -> str:
    """Return the country of an outlet that goes by a name or by a host such as news.example.co.nz."""
    name = name.casefold().strip()
    labels = name.split(".")
    known = _outlets()
    for form in (name, *(".".join(labels[start:]) for start in range(1, len(labels) - 1))):
        if form in known:
            return known[form]
    ending = labels[-1] if len(labels) > 1 else ""
    return "" if ending in _ENDINGS_SOLD else _endings().get(ending, "")


@cache
def _outlets() -> dict[str, str]:
    """Return the countries of outlets by their names in lower case and their domains."""
    states = set(_endings().values())
    return {
        form.casefold(): row["country"]
        for row in read_table("outlets.tsv")
        for form in (row["name"], *cells(row["aliases"]), *cells(row["domain"]))
        if row["country"] in states
    }


@cache
def _endings() -> dict[str, str]:
    """Return the countries by the endings of addresses: the codes of ISO 3166-1, and the United Kingdom's own."""
    return {row["iso2"].lower(): row["iso3"] for row in read_table("places_countries.tsv")} | {"uk": "GBR"}
