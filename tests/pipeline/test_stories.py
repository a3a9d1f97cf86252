"""Stories of a collection: the order of publication counts, not that of the lines."""

from __future__ import annotations

import json
import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from dateline.links.stories import StoryLinker
from dateline.model import Document, Failure, KeyedLink, Layers, LinkKind
from dateline.pipeline import sort_into_stories
from dateline.pipeline.memory import LinkMemory
from dateline.settings import Settings
from dateline.store import LinkLookups, Store, Writer
from tests.records import AT, report

SETTINGS = Settings()
TEXTS = [
    "Engineers opened the spillway of the Orlo dam on Friday after cracks were found in its wall.",
    "A violin stolen from a train in Bergen has come back to the orchestra by post.",
    "Cracks in the wall of the Orlo dam are wider than thought, said engineers at the spillway.",
    "The thief of the Bergen violin wrote to the orchestra that the train had been too noisy for sleep.",
    "Below the Orlo dam, families moved out; engineers watch the cracks and the spillway.",
    "Engineers opened the spillway of the Orlo dam on Friday after cracks were found in its wall.",
]
ROWS = [
    {"id": f"r{number}", "text": text, "published_at": f"2023-05-0{number + 1}", "language": "en"}
    for number, text in enumerate(TEXTS)
]


def found(path: Path, rows: list[dict[str, str]]) -> dict[str, Any]:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    answers = sort_into_stories([path], SETTINGS)
    return {answer["id"]: answer for answer in answers if not isinstance(answer, Failure)}


def test_each_report_is_told_its_story(tmp_path: Path) -> None:
    answers = found(tmp_path / "r.jsonl", ROWS)
    dam, violin = answers["r0"]["story"], answers["r1"]["story"]
    assert [answer["story"] for answer in answers.values()] == [dam, violin, dam, violin, dam, dam]
    assert dam != violin
    assert answers["r0"]["why"] == "No earlier report tells of the matter."


@pytest.mark.parametrize("seed", range(3))
def test_order_of_the_lines_does_not_count(tmp_path: Path, seed: int) -> None:
    mixed = random.Random(seed).sample(ROWS, len(ROWS))
    answers = found(tmp_path / "mixed.jsonl", mixed)
    assert answers == found(tmp_path / "r.jsonl", ROWS)
    assert list(answers) == [row["id"] for row in mixed]


def affair() -> list[dict[str, str]]:
    """Return reports of an affair of months, in which an exchange of prisoners begins."""
    texts = ["Shells fell on Vardo.", "Vardo has no power.", "Bread is short in Vardo.", "Snow covers Vardo."] * 6
    texts += ["Prisoners from Vardo were exchanged for pilots.", "More pilots from Vardo wait for an exchange."]
    days = [date(2023, 1, 2) + timedelta(days=3 * number) for number in range(len(texts))]
    return [
        {"id": f"a{number}", "text": text, "published_at": str(day), "language": "en"}
        for number, (text, day) in enumerate(zip(texts, days, strict=True))
    ]


def test_part_of_an_affair_names_it(tmp_path: Path) -> None:
    answers = found(tmp_path / "r.jsonl", affair())
    assert [row for row, answer in answers.items() if "part_of" in answer] == ["a24", "a25"]
    assert answers["a24"]["part_of"] == answers["a0"]["story"] != answers["a24"]["story"]


@pytest.mark.parametrize("count", [1, 20, 24, 25])
def test_reports_of_a_prefix_of_an_affair_have_the_parts_that_they_have_in_the_whole(
    tmp_path: Path, count: int
) -> None:
    rows = affair()
    whole, prefix = found(tmp_path / "r.jsonl", rows), found(tmp_path / "prefix.jsonl", rows[count - 1 :: -1])
    assert prefix == {row["id"]: whole[row["id"]] for row in rows[:count]}


def test_answers_do_not_hang_on_how_many_reports_are_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_once = found(tmp_path / "r.jsonl", affair())
    monkeypatch.setattr("dateline.pipeline.stories.AT_ONCE", 3)
    assert found(tmp_path / "r.jsonl", affair()) == at_once


@pytest.mark.parametrize("count", range(1, len(ROWS)))
def test_reports_of_a_prefix_have_the_stories_that_they_have_in_the_whole(tmp_path: Path, count: int) -> None:
    whole, prefix = found(tmp_path / "r.jsonl", ROWS), found(tmp_path / "prefix.jsonl", ROWS[:count])
    assert prefix == {row["id"]: whole[row["id"]] for row in ROWS[:count]}


def test_what_cannot_be_read_is_a_failure_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(f"{json.dumps(ROWS[1])}\n{{broken\n{json.dumps(ROWS[0])}\n")
    assert [isinstance(answer, Failure) for answer in sort_into_stories([path], SETTINGS)] == [False, True, False]


# The memory and the store give the linker the same


def reports() -> list[Document]:
    return [report(row["text"], id=row["id"], published_at=row["published_at"]) for row in ROWS]


def remembered(memory: LinkMemory) -> list[KeyedLink]:
    links = []
    for document in reports():
        for keyed in StoryLinker(SETTINGS)(document, Layers(), {}, memory):
            memory.add(keyed, known_from=document.order)
            links.append(keyed)
    return links


def test_links_in_a_store_are_those_in_memory() -> None:
    links = []
    with Store() as store, store.transaction() as connection:
        writer, lookup = Writer(connection, run="run:1"), LinkLookups(connection, LinkKind.SAME_STORY)
        writer.begin_run(at=AT, version="0", settings="")
        writer.add_documents(reports(), reader="1", at=AT)
        pks = {row[0]: row[1] for row in connection.exec_driver_sql("SELECT id, pk FROM documents")}
        for document in reports():
            for keyed in StoryLinker(SETTINGS)(document, Layers(), {}, lookup):
                writer.save_link(pks[document.id], keyed, order=document.order)
                links.append(keyed)
    assert links == remembered(LinkMemory({}))
