"""Events in other coders' layouts: the right number of columns, what they say, and back again."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest

from dateline import registry
from dateline.errors import StageError
from dateline.model import EntityRef, EntityType, Modality
from dateline.model.dyads import Dyad
from dateline.resources.exchange import layouts
from dateline.resources.gazetteer import gazetteer
from dateline.sources.dyads import read_dyads
from dateline.store import Store
from dateline.views.record import Record
from tests.records import CHILE, NORWAY, PERU, days, fill, report, telling
from tests.views.test_tables import OSLO, make_table

LAYOUTS = ("gdelt", "icews", "plover", "cameo")


@pytest.fixture(scope="module")
def record() -> Iterator[Record]:
    with Store() as store:
        document = report("Norway visited Peru.\tTwice.", id="one", outlet="Andes Post")
        visit = telling(document, actors=[NORWAY], recipients=[PERU, CHILE], happened=days("2023-03-19"), cameo="042")
        fill(store, document, tellings=[visit])
        denied = report("Norway did not visit.", id="two")
        fill(store, denied, tellings=[telling(denied, actors=[NORWAY], modality=Modality.DENIED)])
        yield Record(store)


def lines(record: Record, layout: str) -> list[list[str]]:
    stream = io.BytesIO()
    registry.load(registry.EXPORTERS, layout)(record.events(), stream)
    return [row.split("\t") for row in stream.getvalue().decode().splitlines()]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_line_has_the_columns_of_its_layout(record: Record, layout: str) -> None:
    written = lines(record, layout)
    assert {len(row) for row in written} == {len(layouts()[layout])}
    assert len(written) == 2 + (layout != "gdelt")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_is_written_is_read_back(record: Record, layout: str, tmp_path: Path) -> None:
    path = tmp_path / "ours.tsv"
    with path.open("wb") as stream:
        registry.load(registry.EXPORTERS, layout)(record.events(), stream)
    found = [dyad for dyad in read_dyads(path) if isinstance(dyad, Dyad)]
    assert [(str(dyad.day), dyad.actor, dyad.recipient) for dyad in found] == [
        ("2023-03-19", "NOR", "PER"),
        ("2023-03-19", "NOR", "CHL"),
    ]


def test_gdelt_says_day_codes_and_counts(record: Record) -> None:
    row = dict(zip((name for name, _ in layouts()["gdelt"]), lines(record, "gdelt")[0], strict=True))
    assert (row["SQLDATE"], row["MonthYear"], row["Actor1Name"], row["NumArticles"]) == (
        "20230319",
        "202303",
        "NORWAY",
        "1",
    )
    assert (row["EventRootCode"], row["Actor1EthnicCode"]) == (row["EventCode"][:2], "")


def test_office_holder_has_the_sector_of_the_day() -> None:
    leader = EntityRef(
        id=gazetteer().people["emmanuel-macron"].entity_id,
        name="Emmanuel Macron",
        type=EntityType.PERSON,
        country="FRA",
    )
    with Store() as store:
        document = report("He visited Peru.")
        fill(
            store,
            document,
            tellings=[telling(document, actors=[leader], recipients=[PERU], happened=days("2023-03-19"))],
        )
        row = dict(zip((n for n, _ in layouts()["plover"]), lines(Record(store), "plover")[1], strict=True))
    assert (row["Primary Actor Sector"], row["Actor Title"]) == ("GOV", "president")


def test_table_of_anything_else_is_refused() -> None:
    with pytest.raises(StageError, match="for events"):
        registry.load(registry.EXPORTERS, "gdelt")(make_table(OSLO), io.BytesIO())
