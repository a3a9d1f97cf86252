"""Running commands: in a folder of their own, without colour settings, over a store or over stages that cost nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dateline.cli.app import app
from dateline.model import Failure, Modality, Span
from dateline.store import Store, Writer
from tests.pipeline.fakes import World, register
from tests.records import CHILE, NORWAY, PERU, days, fill, naming, ordering, quoting, report, telling

FRIDAY = report(
    "Norway will visit Peru on Monday. “Glad to go,” it said.",
    id="friday",
    published_at="2023-03-17",
    outlet="The Fjord Times",
    title="Off to Lima",
)
MONDAY = report("Norway visited Peru.", id="monday", published_at="2023-03-20", outlet="Andes Post")
MARKUP = report("Chile will visit [bold]Peru[/red] :smile: soon.", id="markup", published_at="2023-03-21")
VISIT = "evt:00000000000000aa"


@dataclass(frozen=True)
class Said:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[dict[str, Any]]:
        """The JSON Lines on standard output."""
        return [json.loads(line) for line in self.out.splitlines()]


Run = Callable[..., Said]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs a command line in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("FORCE_COLOR", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)

    def run_(*arguments: str | Path, given: bytes | str | None = None) -> Said:
        result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=given)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Said(result.exit_code, result.stdout, result.stderr)

    return run_


@pytest.fixture(scope="session")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store of three reports: a visit announced and made, another announced."""
    path = tmp_path_factory.mktemp("store") / "r.db"
    with Store(path, create=True) as made:
        fill(
            made,
            FRIDAY,
            mentions=[naming(FRIDAY, Span(0, 6), NORWAY), naming(FRIDAY, Span(18, 22), PERU)],
            tellings=[telling(FRIDAY, happened=days("2023-03-20"), modality=Modality.PLANNED)],
            quotations=[quoting(FRIDAY, Span(35, 45), speaker=NORWAY)],
            events=[VISIT],
            orders=[ordering(FRIDAY, Span(12, 17), Span(26, 32), signal=Span(23, 25), event=telling(FRIDAY).id)],
        )
        fill(made, MONDAY, tellings=[telling(MONDAY, happened=days("2023-03-20"))], events=[VISIT])
        fill(made, MARKUP, tellings=[telling(MARKUP, actors=[CHILE], modality=Modality.PLANNED)])
        with made.transaction() as connection:
            failure = Failure(stage="sources", error="SourceError", message="no [/text]", path="a[b].csv", line=3)
            Writer(connection, run="run:1").add_failures([failure])
    return path


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    """Return a store with nothing in it."""
    Store(tmp_path / "empty.db", create=True).close()
    return tmp_path / "empty.db"


@pytest.fixture
def world(monkeypatch: pytest.MonkeyPatch) -> World:
    """Let the commands use stages that cost nothing."""
    monkeypatch.setenv("DATELINE_PARSER", "fake")
    monkeypatch.setenv("DATELINE_ANNOTATORS", '["fake.names", "fake.words"]')
    monkeypatch.setenv("DATELINE_FINDERS", '["fake.quotes"]')
    monkeypatch.setenv("DATELINE_DOCUMENT_LINKERS", '["origins.passages", "utterances.words"]')
    return register(monkeypatch)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """Return a file of three reports, of which the second cannot be read."""
    lines = [
        json.dumps({"id": "one", "text": "Norway spoke.", "published_at": "2023-03-01", "language": "en"}),
        "{broken",
        json.dumps({"id": "two", "text": "Peru spoke.", "published_at": "2023-03-02", "language": "en"}),
    ]
    path = tmp_path / "reports.jsonl"
    path.write_text("\n".join(lines) + "\n")
    return path
