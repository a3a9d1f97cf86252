"""What the measurements of speed rest on: exclusive time by stage, runs in fresh processes, samples of a corpus."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from benchmarks.speed.aging import AGE, age
from benchmarks.speed.corpora import spread
from benchmarks.speed.growing import spell
from benchmarks.speed.processes import SpeedError, run
from benchmarks.speed.stopwatch import Stopwatch
from dateline.store import Store
from tests.records import NORWAY, fill, person, report, telling


class Stages:
    """Two stages that let a clock run on: the second works inside the first one's turn, step by step."""

    def __init__(self) -> None:
        self.now = 0.0

    def outer(self) -> list[int]:
        self.now += 1
        return list(self.inner())

    def inner(self) -> Iterator[int]:
        for number in range(2):
            self.now += 10
            yield number


def test_each_moment_is_charged_to_the_innermost_stage() -> None:
    stages = Stages()
    watch = Stopwatch(lambda: stages.now)
    watch.watch(stages, "outer", "outer")
    watch.watch(stages, "inner", "inner")
    stages.now += 100
    assert stages.outer() == [0, 1]
    assert watch.stop() == {"rest": 100.0, "inner": 20.0, "outer": 1.0}


def test_failed_program_is_told_with_its_last_words() -> None:
    with pytest.raises(SpeedError, match="exit code 1: no such model"):
        run((sys.executable, "-c", "import sys; sys.exit('no such model')"))


def test_programs_run_at_once_are_measured_together() -> None:
    program = (sys.executable, "-c", "print('done')")
    done = run(program, program)
    assert done.said.split() == ["done", "done"]
    assert done.seconds > 0
    assert done.megabytes > 5
    assert done.cpu_seconds > 0


def test_sample_is_spread_over_the_whole_corpus() -> None:
    assert spread([str(number) for number in range(100)], 4) == ["0", "25", "50", "75"]
    assert spread(["a", "b"], 5) == ["a", "b"]


def test_words_spelt_anew_keep_their_length_and_differ_from_number_to_number() -> None:
    assert spell("Minister of Trade", 0) == "Minister of Trade"
    assert len({spell("Minister of Trade", number) for number in range(5)}) == 5
    assert [character.isupper() for character in spell("Minister", 3)] == [True] + 7 * [False]


def test_years_before_a_record_have_its_states_and_other_people(tmp_path: Path) -> None:
    path = tmp_path / "r.db"
    with Store(path, create=True) as store:
        document = report("Ana visited Norway.", published_at="2023-03-20")
        fill(store, document, tellings=[telling(document, actors=[person("Ana")], recipients=[NORWAY])])
    with closing(sqlite3.connect(path)) as connection:
        age(connection, copies=2)
        days = [
            date.fromisoformat(row[0][:10])
            for row in connection.execute("SELECT known_from FROM documents ORDER BY pk")
        ]
        parties = connection.execute("SELECT entity, count(*) FROM event_parties GROUP BY entity").fetchall()
    assert [(days[0] - day).days for day in days] == [0, AGE, 2 * AGE]
    assert sorted(count for _, count in parties) == [1, 1, 1, 3]
    assert (NORWAY.id, 3) in parties
