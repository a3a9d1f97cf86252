"""Stories of a collection: the order of publication counts, not that of the lines."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

import pytest

from dateline.links.stories import StoryLinker
from dateline.model import Document, Failure, KeyedLink, Layers, LinkKind
from dateline.pipeline import sort_into_stories
from dateline.pipeline.memory import LinkMemory
from dateline.pipeline.stories import StoryMemory
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


@pytest.mark.parametrize("count", range(1, len(ROWS)))
def test_reports_of_a_prefix_have_the_stories_that_they_have_in_the_whole(tmp_path: Path, count: int) -> None:
    whole, prefix = found(tmp_path / "r.jsonl", ROWS), found(tmp_path / "prefix.jsonl", ROWS[:count])
    assert prefix == {row["id"]: whole[row["id"]] for row in ROWS[:count]}


def test_what_cannot_be_read_is_a_failure_in_its_place(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(f"{json.dumps(ROWS[1])}\n{{broken\n{json.dumps(ROWS[0])}\n")
    assert [isinstance(answer, Failure) for answer in sort_into_stories([path], SETTINGS)] == [False, True, False]


# The memories and the store give the linker the same


def reports() -> list[Document]:
    return [report(row["text"], id=row["id"], published_at=row["published_at"]) for row in ROWS]


def remembered(memory: LinkMemory) -> list[KeyedLink]:
    links = []
    for document in reports():
        for keyed in StoryLinker(SETTINGS)(document, Layers(), {}, memory):
            memory.add(keyed, known_from=document.order)
            links.append(keyed)
    return links


def test_links_of_a_memory_that_forgets_are_those_of_one_that_does_not() -> None:
    assert remembered(StoryMemory()) == remembered(LinkMemory({}))


def test_memory_keeps_no_data_that_nothing_leads_to() -> None:
    memory = StoryMemory()
    links = remembered(memory) + remembered(memory)
    story = links[0].link.right
    newest, *older = memory.links_to(story, limit=99)
    assert newest.data
    assert any(not known.data for known in older)


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
