"""Stories and their parts: each part below what it is a part of, and on its page."""

from __future__ import annotations

from pathlib import Path

from fastapi.testclient import TestClient

from dateline.model import KeyedLink, LinkKind, StorySoFar, key_within
from dateline.serve import create_app
from dateline.serve.pages.stories import nested
from dateline.store import Store, Writer
from dateline.views.paged import StoryHead
from tests.records import fill, link, report
from tests.serve.conftest import ADDRESS

WHOLE, PART = "sto:00000000000000aa", "sto:00000000000000ab"


def head(name: str, part_of: str | None = None) -> StoryHead:
    return StoryHead(id=name, title=name, added=1, reports=(), part_of=part_of)


def test_parts_stand_below_the_story_at_the_top_in_the_order_given() -> None:
    deep, part, whole, other = head("deep", "part"), head("part", "whole"), head("whole", "away"), head("other")
    assert nested([deep, other, part, whole]) == [(other, ()), (whole, (deep, part))]
    assert nested([]) == []


def test_pages_lead_from_a_story_to_its_parts_and_back(tmp_path: Path) -> None:
    first = report("Norway and Peru talk.", id="first", published_at="2023-03-17", title="Talks open")
    second = report("Norway fines a ship.", id="second", published_at="2023-03-18", title="A ship is fined")
    with Store(tmp_path / "r.db", create=True) as store:
        for document in (first, second):
            fill(store, document)
        with store.transaction() as connection:
            writer = Writer(connection, run="run:1")
            for row, document, story, parent in ((1, first, WHOLE, None), (2, second, PART, WHOLE)):
                so_far = StorySoFar(reports=1, terms={"talk": 1.0}, titles={document.title or "": 1.0}, parent=parent)
                told = KeyedLink(
                    link=link(document.id, story, LinkKind.SAME_STORY),
                    data=so_far.written(),
                    keys=(key_within(parent),) if parent else (),
                )
                writer.save_link(row, told, order=document.order)
    with TestClient(create_app(tmp_path / "r.db"), base_url=ADDRESS) as client:
        whole, part = (client.get(f"/stories/{name}").text for name in (WHOLE, PART))
        listed, front = client.get("/stories").text, client.get("/?since=2023-03-16").text
        early = client.get(f"/stories/{WHOLE}?as_of=2023-03-17").text
    assert "Matters within it" in whole
    assert f'href="/stories/{PART}"' in whole
    assert f'part of <a href="/stories/{WHOLE}"' in part
    assert "Matters within it" not in part
    assert "Matters within it" not in early
    for page in (listed, front):
        assert page.index("Talks open") < page.index('<ul class="parts"') < page.index("A ship is fined")
