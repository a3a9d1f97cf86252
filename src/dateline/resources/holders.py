"""What Wikidata says of office holders as rows of a user's file of additions."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping

from dateline.resources.addition_files import COLUMNS
from dateline.resources.tables import read_table

_ITEM = re.compile(r"/(Q[1-9]\d*)$")
_GENDERS = {"Q6581097": "m", "Q6581072": "f", "Q2449503": "m", "Q1052281": "f"}
_PRECISIONS = {"11": 10, "10": 7, "9": 4}
"""Characters of a date that a precision of Wikidata's leaves: day, month, year."""
_TITLES = {"head-of-government": "prime minister", "head-of-state": "president"}


def additions_of(holdings: Iterable[Mapping[str, str]]) -> list[dict[str, str]]:
    """Return rows of persons and offices, each once; people of the tables go by the name that these give them.

    A holding of a state that the tables do not know, or without a usable name or first day, is left out.
    """
    states = {row["iso3"] for row in read_table("states.tsv") if not row["until"]}
    known = {row["wikidata"]: row for row in read_table("people.tsv") if row["wikidata"]}
    rows: dict[tuple[str, ...], dict[str, str]] = {}
    for holding in holdings:
        item, since = _item(holding.get("person", "")), _day(holding, "start")
        name = known[item]["name"] if item in known else holding.get("personLabel", "")
        if not item or not since or not name or name == item or holding.get("iso3") not in states:
            continue
        until = _day(holding, "end")
        for row in _rows(holding, item, name, since, until if until >= since else ""):
            rows.setdefault((row["what"], row["name"], row.get("title", ""), row.get("from", "")), row)
    return list(rows.values())


def written(rows: Iterable[Mapping[str, str]]) -> str:
    """Return rows as the CSV that the setting `resources` reads."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def _rows(holding: Mapping[str, str], item: str, name: str, since: str, until: str) -> Iterator[dict[str, str]]:
    state, role = holding["iso3"], holding.get("role", "")
    gender = _GENDERS.get(_item(holding.get("gender", "")), "")
    yield {"what": "person", "name": name, "gender": gender, "country": state, "wikidata": item}
    title = _title(holding.get("officeLabel", ""), role)
    yield {"what": "office", "name": name, "title": title, "role": role, "body": state, "from": since, "until": until}


def _title(label: str, role: str) -> str:
    """Return the title of an office by its name ("Prime Minister of Norway"), else the usual one of its role."""
    title = label.lower().partition(" of ")[0]
    roles = {row["title"]: row["role"] for row in read_table("titles.tsv")}
    return title if roles.get(title) == role else _TITLES.get(role, title)


def _item(address: str) -> str:
    found = _ITEM.search(address)
    return found[1] if found else ""


def _day(holding: Mapping[str, str], end: str) -> str:
    length = _PRECISIONS.get(holding.get(f"{end}Precision", ""), 0)
    return holding.get(end, "")[:length]
