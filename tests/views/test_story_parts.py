"""The parts of a story and what it is itself a part of, as of any day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dateline.links.stories import StoryLinker
from dateline.model import Layers, LinkKind
from dateline.settings import Settings
from dateline.store import LinkLookups, Store, Writer
from dateline.views.paged import PagedRecord
from dateline.views.record import Record
from tests.links.test_stories import SWAP, siege
from tests.records import AT


def write_siege(path: Path) -> Path:
    """Write a record of an affair with one part and return its path."""
    linker = StoryLinker(Settings())
    with Store(path, create=True) as store, store.transaction() as connection:
        writer, lookup = Writer(connection, run="run:1"), LinkLookups(connection, LinkKind.SAME_STORY)
        writer.begin_run(at=AT, version="0", settings="")
        documents = siege(*SWAP)
        writer.add_documents(documents, reader="1", at=AT)
        for pk, document in enumerate(documents, start=1):
            for keyed in linker(document, Layers(), {}, lookup):
                writer.save_link(pk, keyed, order=document.order)
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return write_siege(tmp_path / "r.db")


@pytest.fixture
def record(path: Path) -> Iterator[PagedRecord]:
    with Store(path) as store:
        yield PagedRecord(store)


def test_rows_of_stories_name_the_story_that_they_are_a_part_of(path: Path) -> None:
    with Store(path) as store:
        whole, part = Record(store).stories().rows()
    assert (whole["part_of"], part["part_of"]) == (None, whole["id"])
    assert part["title"].startswith("Prisoners from Vardo")


def test_story_leads_to_its_parts_and_they_lead_back(record: PagedRecord) -> None:
    (part,) = [
        story
        for story in record.active_stories(since=date(2023, 1, 1), until=date(2023, 6, 1), limit=9)
        if story.part_of
    ]
    above, below = record.story_family(part, as_of=None)
    assert above is not None
    assert (above.id, below) == (part.part_of, ())
    assert [story.id for story in record.story_family(above, as_of=None)[1]] == [part.id]


def test_part_is_not_known_before_it_begins(record: PagedRecord) -> None:
    (whole,) = record.active_stories(since=date(2023, 1, 1), until=date(2023, 3, 1), limit=9)
    assert record.story_family(whole, as_of=date(2023, 3, 1)) == (None, ())
    assert record.story_family(whole, as_of=None)[1] != ()
