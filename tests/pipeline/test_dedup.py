"""Copies and origins of a collection: the order of publication counts, not that of the lines."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from dateline.links.origins import OriginLinker
from dateline.model import Document, Failure, KeyedLink, Layers, LinkKind, Origin
from dateline.pipeline import dedup_reports
from dateline.pipeline.memory import LinkMemory
from dateline.settings import Settings
from dateline.store import LinkLookups, Store, Writer
from tests.records import AT, report

SETTINGS = Settings()
FERRY = (
    "The ferry across the Orlo was held in port on Friday after 14 of its crew fell ill, the owner said. "
    "Two hundred passengers spent the night in a school while doctors of the district looked after them. "
    "A second boat is to come up from the coast before noon, and nobody is thought to be in danger."
)
ORCHARD = (
    "Frost has ruined most of the apple harvest in the valleys around Lower Orlo, growers told the district office. "
    "They want the state to pay for new trees, which take seven years before they bear enough fruit to sell. "
    "The office says that it will send people to look at the damage before it promises anything at all."
)


def row(name: str, text: str, hour: str) -> dict[str, str]:
    return {"id": name, "text": text, "published_at": f"2023-05-0{hour}:00:00", "language": "en"}


ROWS = [
    row("agency", FERRY, "5T08"),
    row("paper", f"By AFP\n{FERRY}", "5T12"),
    row("fixed", FERRY.replace("14", "15"), "5T14"),
    row("brief", FERRY.split(". ")[0] + ".", "5T15"),
    row("apples", ORCHARD, "5T16"),
    row("both", ORCHARD.replace("apple", "pear") + "\n" + FERRY.split(". ")[1] + ".", "6T09"),
]


def written(path: Path, rows: list[dict[str, str]]) -> Path:
    path.write_text("\n".join(json.dumps(row) for row in rows) + "\n")
    return path


def found(path: Path, rows: list[dict[str, str]]) -> dict[str, Any]:
    answers = dedup_reports([written(path, rows)], SETTINGS)
    return {answer["id"]: answer for answer in answers if not isinstance(answer, Failure)}


def test_each_report_is_told_what_it_goes_back_to(tmp_path: Path) -> None:
    answers = found(tmp_path / "r.jsonl", ROWS)
    told = {name: (answer["origin"], answer["relation"], answer["agency"]) for name, answer in answers.items()}
    assert told == {
        "agency": ("agency", "original", None),
        "paper": ("agency", "copy", "AFP"),
        "fixed": ("agency", "revision", None),
        "brief": ("agency", "excerpt", None),
        "apples": ("apples", "original", None),
        "both": ("apples", "copy", None),
    }
    assert {answer["group"] for answer in answers.values()} == {"agency", "apples"}
    assert [(change["before"]["text"], change["after"]["text"]) for change in answers["fixed"]["changes"]] == [
        ("14", "15")
    ]


@pytest.mark.parametrize("seed", range(3))
def test_order_of_the_lines_does_not_count(tmp_path: Path, seed: int) -> None:
    mixed = random.Random(seed).sample(ROWS, len(ROWS))
    assert found(tmp_path / "mixed.jsonl", mixed) == found(tmp_path / "r.jsonl", ROWS)
    assert list(found(tmp_path / "mixed.jsonl", mixed)) == [row["id"] for row in mixed]


@pytest.mark.parametrize("count", range(1, len(ROWS)))
def test_reports_of_a_prefix_are_judged_as_in_the_whole(tmp_path: Path, count: int) -> None:
    """Only whose a group of copies is may become known by a later copy, which keeps the credit."""
    whole, prefix = found(tmp_path / "r.jsonl", ROWS), found(tmp_path / "prefix.jsonl", ROWS[:count])
    assert [whole[name] | {"group_agency": None} for name in prefix] == [
        answer | {"group_agency": None} for answer in prefix.values()
    ]
    assert list(prefix) == [row["id"] for row in ROWS[:count]]


def test_what_cannot_be_read_is_a_failure_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(f"{json.dumps(ROWS[1])}\n{{broken\n{json.dumps(ROWS[0])}\n")
    answers = list(dedup_reports([path], SETTINGS))
    assert [isinstance(answer, Failure) for answer in answers] == [False, True, False]


def test_report_given_twice_is_told_the_same_twice(tmp_path: Path) -> None:
    answers = list(dedup_reports([written(tmp_path / "r.jsonl", [ROWS[0], ROWS[0]])], SETTINGS))
    assert answers[0] == answers[1]


# The memory and the store give the linker the same


def reports() -> list[Document]:
    return [report(row["text"], id=row["id"], published_at=row["published_at"]) for row in ROWS]


def in_memory() -> list[KeyedLink]:
    memory = LinkMemory({document.id: document for document in reports()})
    links = []
    for document in reports():
        for keyed in OriginLinker(SETTINGS)(document, Layers(), {}, memory):
            memory.add(keyed, known_from=document.order)
            links.append(keyed)
    return links


def test_links_in_a_store_are_those_in_memory() -> None:
    links = []
    with Store() as store, store.transaction() as connection:
        writer, lookup = Writer(connection, run="run:1"), LinkLookups(connection, LinkKind.COPY_OF)
        writer.begin_run(at=AT, version="0", settings="")
        writer.add_documents(reports(), reader="1", at=AT)
        rows = connection.exec_driver_sql("SELECT id, pk FROM documents")
        pks = {row[0]: row[1] for row in rows}
        for document in reports():
            for keyed in OriginLinker(SETTINGS)(document, Layers(), {}, lookup):
                writer.save_link(pks[document.id], keyed, order=document.order)
                links.append(keyed)
    assert links == in_memory()
    assert len({Origin.told_by(link).group for link in links}) == 2


def test_memory_gives_the_links_with_most_keys_in_common_the_newest_first() -> None:
    memory, links = LinkMemory({}), in_memory()
    for number, keyed in enumerate(links):
        memory.add(keyed, known_from=str(number))
    keys = links[0].keys
    assert [known.known_from for known in memory.links_keyed(keys, limit=9)][-1] == "0"
    assert [known.link for known in memory.links_keyed(keys, limit=1)] == [links[0].link]
    assert [known.link.left for known in memory.links_to(links[0].link.left, limit=2)] == [
        links[3].link.left,
        links[2].link.left,
    ]
    assert memory.document("doc:none") is None
