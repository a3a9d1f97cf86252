"""A build that is killed at any moment leaves a sound store, and the next build goes on where it stopped."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

import psutil
import pytest

from dateline.pipeline import build
from dateline.settings import Settings
from dateline.store import Reader, Store
from dateline.views.record import Record
from tests.pipeline.examples import build_store, example_reports, remember_parses, write_reports
from tests.pipeline.test_build import content

pytestmark = pytest.mark.slow

REPORTS = 10
KILLED = dedent("""
    import os, signal, sys
    from dateline import api
    from dateline.pipeline import build
    from dateline.store import Writer

    store, reports, method, times = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
    called, original = [], getattr(Writer, method)

    def last(self, *args, **options):
        said = original(self, *args, **options)
        called.append(method)
        if len(called) == times:
            os.kill(os.getpid(), signal.SIGKILL)
        return said

    setattr(Writer, method, last)
    sys.modules["dateline.pipeline.linking"].LINKED_AT_ONCE = 4
    api.build(reports, store)
""")


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        remember_parses(patch)
        yield write_reports(tmp_path_factory.mktemp("reports") / "r.jsonl", example_reports()[:REPORTS])


@pytest.fixture(scope="module")
def whole(reports: Path) -> Iterator[Store]:
    with Store() as store:
        yield build_store(store, [reports])


@pytest.mark.parametrize(
    ("method", "times"),
    [
        ("begin_run", 1),
        ("_insert_document", 5),
        ("save_analysis", 5),
        ("save_event_link", 6),
        ("mark_linked", REPORTS),
    ],
    ids=["at the start", "while reading", "while analysing", "while linking", "at the end"],
)
def test_killed_build_leaves_a_sound_store_and_the_next_one_finishes_it(
    reports: Path, whole: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str, times: int
) -> None:
    path = tmp_path / "r.db"
    monkeypatch.setenv("DATELINE_BATCH_CHARACTERS", "2000")
    child = subprocess.run([sys.executable, "-c", KILLED, path, reports, method, str(times)], check=False)
    assert child.returncode == -signal.SIGKILL
    with Store(path) as store:
        assert store.problems() == []
        entered, analysed = _done(store)
        assert (entered == 0) == (method == "begin_run")
        assert (entered == analysed == REPORTS) == (method in ("save_event_link", "mark_linked"))
    with Store(path, create=True) as store:
        summary = build([reports], store, Settings(jobs=1), version="0")
        assert (summary.new, summary.analysed) == (REPORTS - entered, REPORTS - analysed)
        assert store.problems() == []
        assert content(store) == content(whole)
        assert Record(store).timeline().rows() == Record(whole).timeline().rows()


def _done(store: Store) -> tuple[int, int]:
    with store.reading() as connection:
        analysed = connection.exec_driver_sql("SELECT count(*) FROM documents WHERE analysed_by <> ''").scalar_one()
        return Reader(connection).count_documents(), int(analysed)


WORKING = dedent("""
    import operator, sys
    from dateline.pipeline.workers import LocalProcesses
    from dateline.settings import Settings

    if __name__ == "__main__":
        with LocalProcesses(Settings(), 2) as pool:
            list(pool.map(operator.is_, range(4)))
            print("working", flush=True)
            sys.stdin.readline()
""")


def test_workers_end_when_the_process_that_started_them_is_killed() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", WORKING], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as building:
        assert building.stdout is not None
        assert building.stdout.readline() == "working\n"
        workers = psutil.Process(building.pid).children(recursive=True)
        building.kill()
        building.wait()
    assert workers
    _, alive = psutil.wait_procs(workers, timeout=20)
    for process in alive:
        process.kill()
    assert alive == []
