"""Building: each report once, each stage's work once, and always up to date with both."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dateline.errors import StageError, StoreBusyError
from dateline.pipeline import BuildSummary, build
from dateline.settings import Settings
from dateline.store import Reader, Store
from tests.pipeline.fakes import SETTINGS, World

REPORTS = [
    {"id": "one", "text": "Norway spoke. Peru did not.", "published_at": "2023-03-01", "language": "en"},
    {"id": "two", "text": "Chile spoke.\n\nIt rained.", "published_at": "2023-03-02", "language": "en"},
    {"id": "three", "text": "It rained.\n\nOslo was quiet.", "published_at": "2023-03-03", "language": "en"},
]
YEARS = ("0001", "0999", "2023", "9999")


def write(path: Path, reports: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(report) + "\n" for report in reports))
    return path


@pytest.fixture
def paths(tmp_path: Path) -> list[str | Path]:
    return [write(tmp_path / "reports.jsonl", REPORTS)]


@pytest.fixture
def store() -> Iterator[Store]:
    with Store() as opened:
        yield opened


def run(store: Store, paths: list[str | Path], settings: Settings = SETTINGS, **options: Any) -> BuildSummary:
    return build(paths, store, settings, version="0", **options)


def content(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Return everything of a store that building it anew must give again."""
    queries = {
        "documents": "SELECT id, text, data, known_from, analysed_by, linked_by FROM documents"
        " JOIN texts ON document_pk = pk ORDER BY id",
        "event_mentions": "SELECT id, data FROM event_mentions ORDER BY id",
        "quotations": "SELECT id, data FROM quotations ORDER BY id",
        "positions": "SELECT id, data, entity, known_from FROM positions ORDER BY id",
        "readings": "SELECT d.id, reading, name, count, surfaces, entity, r.known_from, judgement FROM readings r"
        " JOIN documents d ON d.pk = document_pk ORDER BY d.id, reading",
        "speakers": "SELECT entity, known_from, q.id FROM speakers JOIN quotations q ON q.pk = quotation_pk ORDER BY 1, 2, 3",
        "entities": "SELECT id, name, known_from FROM entities ORDER BY id",
        "entity_keys": "SELECT key, entity FROM entity_keys ORDER BY key, entity",
        "events": "SELECT m.id, event, l.known_from, judgement FROM event_links l"
        " JOIN event_mentions m ON m.pk = l.mention_pk ORDER BY m.id",
        "event_parties": "SELECT entity, known_from, m.id FROM event_parties"
        " JOIN event_mentions m ON m.pk = mention_pk ORDER BY 1, 2, 3",
        "event_keys": "SELECT key, m.id FROM event_keys k JOIN event_mentions m ON m.pk = k.mention_pk ORDER BY key, m.id",
        "failures": "SELECT stage, document_id, data ->> 'error' FROM failures ORDER BY 1, 2, 3",
    }
    with store.reading() as connection:
        return {name: [tuple(row) for row in connection.exec_driver_sql(sql)] for name, sql in queries.items()}


def test_build_reads_analyses_and_links_every_report(world: World, store: Store, paths: list[str | Path]) -> None:
    assert run(store, paths) == BuildSummary(read=3, new=3, analysed=3, linked=3, failures=0)
    with store.reading() as connection:
        assert Reader(connection).counts() == {
            "documents": 3,
            "event_mentions": 0,
            "quotations": 6,
            "entities": 5,
            "failures": 0,
            "events": 0,
        }


def test_building_twice_changes_nothing_and_does_nothing_twice(
    world: World, store: Store, paths: list[str | Path]
) -> None:
    run(store, paths)
    before = content(store)
    world.forget()
    assert run(store, paths) == BuildSummary(read=3)
    assert content(store) == before
    assert (world.parsed, world.called()) == ([], {})


def test_new_report_is_the_only_work_of_the_next_build(
    world: World, store: Store, paths: list[str | Path], tmp_path: Path
) -> None:
    run(store, paths)
    world.forget()
    new = {"id": "four", "text": "It rained.\n\nBergen rejoiced.", "published_at": "2023-03-04", "language": "en"}
    summary = run(store, [write(tmp_path / "reports.jsonl", [*REPORTS, new])])
    assert summary == BuildSummary(read=4, new=1, analysed=1, linked=1)
    assert {name for _, name in world.calls} == {"four"}
    assert world.parsed == ["Bergen rejoiced."]


def test_late_report_replays_links_from_its_day_and_no_language_work(
    world: World, store: Store, paths: list[str | Path], tmp_path: Path
) -> None:
    run(store, paths)
    world.forget()
    late = {"id": "late", "text": "Lima woke.", "published_at": "2023-03-02", "language": "en"}
    summary = run(store, [write(tmp_path / "late.jsonl", [late])])
    assert (summary.analysed, summary.linked) == (1, 3)
    assert {name for _, name in world.calls} == {"late"}


def test_paragraph_met_before_is_not_parsed_again_in_another_batch(
    world: World, store: Store, paths: list[str | Path]
) -> None:
    run(store, paths)
    assert sorted(world.parsed) == sorted(set(world.parsed))
    assert world.parsed.count("It rained.") == 1


@pytest.mark.parametrize(
    ("stage", "redone"),
    [("fake.words", {"fake.words": 3}), ("fake.names", {"fake.names": 3, "fake.quotes": 3})],
)
def test_changed_stage_is_redone_with_what_rests_on_it_and_nothing_is_parsed(
    world: World, store: Store, paths: list[str | Path], stage: str, redone: dict[str, int]
) -> None:
    run(store, paths)
    before = content(store)
    world.forget()
    world.versions[stage] = "2"
    summary = run(store, [])
    assert (summary.read, summary.analysed, summary.linked) == (0, 3, 3)
    assert (world.called(), world.parsed) == (redone, [])
    assert content(store)["quotations"] == before["quotations"]


def test_changed_parser_parses_everything_anew(world: World, store: Store, paths: list[str | Path]) -> None:
    run(store, paths)
    world.forget()
    world.versions["fake"] = "2"
    run(store, [])
    assert "Norway spoke. Peru did not." in world.parsed
    assert world.called() == {"fake.names": 3, "fake.words": 3, "fake.quotes": 3}


def test_stage_that_raises_on_one_report_is_one_failure_and_the_others_go_on(
    world: World, store: Store, tmp_path: Path
) -> None:
    bad = {"id": "bad", "text": "Norway. BREAK fake.quotes", "published_at": "2023-03-02", "language": "en"}
    summary = run(store, [write(tmp_path / "r.jsonl", [REPORTS[0], bad, REPORTS[2]])])
    assert summary == BuildSummary(read=3, new=3, analysed=3, linked=3, failures=1)
    with store.reading() as connection:
        (failure,) = Reader(connection).failures()
    assert (failure.stage, failure.error) == ("fake.quotes", "KeyError")


def test_failure_stays_on_record_while_another_stage_is_redone(world: World, store: Store, tmp_path: Path) -> None:
    bad = {"id": "bad", "text": "Norway. BREAK fake.words", "published_at": "2023-03-02", "language": "en"}
    run(store, [write(tmp_path / "r.jsonl", [bad])])
    before = content(store)["failures"]
    world.versions["fake.quotes"] = "2"
    run(store, [])
    assert len(before) == 1
    assert content(store)["failures"] == before


def test_failure_goes_when_the_stage_that_failed_is_mended(world: World, store: Store, tmp_path: Path) -> None:
    bad = {"id": "bad", "text": "Norway. BREAK fake.words", "published_at": "2023-03-02", "language": "en"}
    run(store, [write(tmp_path / "r.jsonl", [bad])])
    assert len(content(store)["failures"]) == 1
    world.versions["fake.words"] = "2"
    assert run(store, []).failures == 0
    assert content(store)["failures"] == []


def test_file_that_cannot_be_read_is_a_failure_until_it_can(world: World, store: Store, tmp_path: Path) -> None:
    path = tmp_path / "r.jsonl"
    path.write_text("{broken\n")
    assert run(store, [path, tmp_path / "missing.txt"]).failures == 2
    write(path, REPORTS)
    assert run(store, [path]).failures == 0
    with store.reading() as connection:
        assert [found.path for found in Reader(connection).failures()] == [str(tmp_path / "missing.txt")]


def test_broken_line_costs_only_itself(world: World, store: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "r.jsonl", REPORTS)
    path.write_text(path.read_text() + "{broken\n")
    summary = run(store, [path])
    assert (summary.read, summary.failures) == (3, 1)


@pytest.mark.parametrize("stop_at", ["Reading", "Analysing", "Linking"])
def test_build_with_no_paths_finishes_what_an_interrupted_one_left(
    world: World, store: Store, paths: list[str | Path], stop_at: str
) -> None:
    def stop(what: str, done: int, total: int | None) -> None:
        if what == stop_at:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(store, paths, progress=stop)
    run(store, [])
    with Store() as whole:
        run(whole, paths)
        assert content(store) == content(whole)


def test_interrupted_analysis_does_not_do_again_what_was_committed(world: World, store: Store, tmp_path: Path) -> None:
    long = [{**report, "text": f"{report['text']} {'word ' * 300}"} for report in REPORTS]
    settings = SETTINGS.model_copy(update={"batch_characters": 1_000})

    def stop(what: str, done: int, total: int | None) -> None:
        if (what, done) == ("Analysing", 2):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(store, [write(tmp_path / "r.jsonl", long)], settings, progress=stop)
    world.forget()
    assert run(store, [], settings).analysed == 1
    assert {name for _, name in world.calls} == {"three"}


def test_progress_tells_each_kind_of_work_to_its_end(world: World, store: Store, paths: list[str | Path]) -> None:
    told: list[tuple[str, int, int | None]] = []
    run(store, paths, progress=lambda what, done, total: told.append((what, done, total)))
    assert told == [("Reading", 3, None), ("Analysing", 3, 3), ("Linking", 3, 3)]


def test_build_is_refused_while_another_writes(world: World, paths: list[str | Path], tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with Store(path, create=True) as one, Store(path, create=True) as other, one.lock(), pytest.raises(StoreBusyError):
        run(other, paths)


def test_wrong_order_of_stages_stops_the_build_before_any_work(
    world: World, store: Store, paths: list[str | Path]
) -> None:
    wrong = SETTINGS.model_copy(update={"annotators": (), "finders": ("fake.quotes",)})
    with pytest.raises(StageError, match="requires EntityMention"):
        run(store, paths, wrong)
    assert world.called() == {}


def test_each_build_is_a_run_with_a_beginning_and_an_end(world: World, store: Store, paths: list[str | Path]) -> None:
    run(store, paths)
    run(store, [])
    with store.reading() as connection:
        rows = connection.exec_driver_sql("SELECT id, started_at, finished_at, settings FROM runs").all()
    assert len({row[0] for row in rows}) == 2
    assert all(row[1] <= row[2] and row[3] == SETTINGS.digest for row in rows)


def test_report_of_any_year_is_built(world: World, store: Store, tmp_path: Path) -> None:
    odd = [{"id": year, "text": f"Norway in {year}.", "published_at": year, "language": "en"} for year in YEARS]
    summary = run(store, [write(tmp_path / "r.jsonl", odd)])
    assert summary.linked == summary.read
    assert summary.read + summary.failures == len(YEARS)


def test_lone_surrogate_in_a_report_costs_at_most_that_report(world: World, store: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "r.jsonl", [{"id": "odd", "text": "Norway \ud800 spoke.", "language": "en"}, REPORTS[0]])
    summary = run(store, [path])
    assert summary.read + summary.failures == 2
    assert summary.linked >= 1


def test_default_linker_that_the_chosen_finders_do_not_serve_is_left_out(
    store: Store, world: World, paths: list[str | Path]
) -> None:
    chosen = SETTINGS.model_dump(exclude={"document_linkers"})
    done = run(store, paths, Settings(**chosen))
    assert (done.linked, done.failures) == (len(REPORTS), 0)


def test_linker_that_was_asked_for_and_cannot_be_served_is_one_error(
    store: Store, world: World, paths: list[str | Path]
) -> None:
    asked = SETTINGS.model_copy(update={"document_linkers": ("offices.statements",)})
    with pytest.raises(StageError, match=r"offices\.statements requires OfficeStatement"):
        run(store, paths, asked)
