"""The example reports, and the real stages over a parser that parses each paragraph once for all tests of a process."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from dateline import api, registry
from dateline.model import Parse
from dateline.pipeline import build
from dateline.settings import Settings
from dateline.store import Store
from tests.factories import parser

SETTINGS = Settings(jobs=1)
_parses: dict[str, Parse] = {}


class RememberingParser:
    """The real parser; a parse is a function of the paragraph, so it may be remembered."""

    name = "spacy"

    def __init__(self, _settings: Settings) -> None:
        self.version = parser().version

    def __call__(self, paragraphs: Iterable[str]) -> Iterator[Parse]:
        texts = list(paragraphs)
        fresh = [text for text in dict.fromkeys(texts) if text not in _parses]
        _parses.update(zip(fresh, parser()(fresh), strict=True))
        return (_parses[text] for text in texts)


def remember_parses(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put the remembering parser in the place of the real one."""
    load = registry.load

    def load_remembering(group: str, name: str) -> Any:
        return RememberingParser if group == registry.PARSERS else load(group, name)

    monkeypatch.setattr(registry, "load", load_remembering)


@cache
def example_reports() -> tuple[dict[str, Any], ...]:
    """Return the example reports in the public input format, in the order of their files."""
    return tuple(found for found in api.extract(api.examples()) if isinstance(found, dict))


def write_reports(path: Path, reports: Iterable[dict[str, Any]]) -> Path:
    """Write reports as JSON Lines and return the path."""
    path.write_text("".join(json.dumps(report, ensure_ascii=False) + "\n" for report in reports), encoding="utf-8")
    return path


def build_store(store: Store, paths: Sequence[str | Path]) -> Store:
    """Build the reports of *paths* into the store and return it."""
    build(paths, store, SETTINGS, version="0")
    return store
