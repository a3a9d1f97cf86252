"""A linker that fails on one report costs that report its links, and says so until it no longer fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dateline import registry
from dateline.links.entities import EntityLinker
from dateline.model import Failure
from dateline.pipeline import BuildSummary, build
from dateline.store import Reader, Store
from tests.pipeline.fakes import SETTINGS, register

TEXTS = {"one": "Norway spoke.", "two": "Chile spoke.", "three": "Peru spoke."}


def failures(store: Store) -> list[Failure]:
    with store.reading() as connection:
        return list(Reader(connection).failures())


def run(store: Store, path: Path) -> BuildSummary:
    return build([path], store, SETTINGS, version="0")


def test_linker_that_fails_on_a_report_costs_no_other_and_is_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    register(monkeypatch)
    path = tmp_path / "x.jsonl"
    path.write_text(
        "".join(json.dumps({"id": id, "text": text, "language": "en"}) + "\n" for id, text in TEXTS.items())
    )
    linker = registry.load(registry.LINKERS, SETTINGS.entity_linker)
    assert issubclass(linker, EntityLinker)
    sound = linker.__call__

    def fail(self, document, readings, lookup):  # type: ignore[no-untyped-def]
        if "Chile" in document.text:
            raise ArithmeticError("not foreseen")
        return sound(self, document, readings, lookup)

    with Store() as store:
        monkeypatch.setattr(linker, "__call__", fail)
        summary = run(store, path)
        assert (summary.linked, summary.failures) == (3, 1)
        (failure,) = failures(store)
        assert (failure.stage, failure.error, failure.path) == ("links", "ArithmeticError", f"{path}:2")
        monkeypatch.setattr(linker, "__call__", sound)
        monkeypatch.setattr(linker, "version", "later")
        assert run(store, path).failures == 0
        assert failures(store) == []
