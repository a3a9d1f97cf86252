"""What is measured in a fresh process: bare spaCy, a build told by phase, by stage, or by linker. Each prints one JSON object.

python -m benchmarks.speed.child bare PARAGRAPHS
python -m benchmarks.speed.child phases|stages|linking STORE REPORTS
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import FunctionType
from typing import Any

import spacy

from benchmarks.speed.stopwatch import REST, Stopwatch
from dateline import api, registry
from dateline.documents import DocumentReader
from dateline.pipeline import Chain, chain
from dateline.pipeline.linking import _Linking as Linking
from dateline.settings import Settings, load_settings
from dateline.store import Analysis, Lookups, StageOutput, Store, Worklist, Writer


def bare(paragraphs: str) -> dict[str, float]:
    """Run every component of the pipeline over the paragraphs, as anybody would."""
    texts = json.loads(Path(paragraphs).read_text(encoding="utf-8"))
    nlp = spacy.load(Settings().pipeline)
    for _ in nlp.pipe(texts, batch_size=64):
        pass
    return {"paragraphs": len(texts)}


def phases(store: str, reports: str) -> dict[str, float]:
    """Build in one process and return the seconds until each phase last reported progress, less those before."""
    ends: dict[str, float] = {}
    start = time.perf_counter()
    api.build(
        reports,
        store,
        settings=load_settings(jobs=1),
        progress=lambda what, done, total: ends.__setitem__(what, time.perf_counter()),
    )
    seconds = {}
    before = start
    for what, end in ends.items():
        seconds[what.lower()] = end - before
        before = end
    return {**seconds, "all": time.perf_counter() - start}


def stages(store: str, reports: str) -> dict[str, float]:
    """Build in one process and return the seconds that each stage took for itself."""
    settings = load_settings(jobs=1)
    watch = Stopwatch()
    watch.watch(Chain, "__init__", "start-up")
    watch.watch(Store, "__init__", "store (opening)")
    watch.watch(DocumentReader, "__call__", "documents")
    for group, name in _stages(settings):
        watch.watch(registry.load(group, name), "__call__", name)
    for owner, name in ((chain, "pack_parse"), (chain, "unpack_parse"), (Analysis, "of"), (StageOutput, "of")):
        watch.watch(owner, name, "packing")
    for table in (Writer, Worklist, Lookups):
        for name in [name for name, member in vars(table).items() if isinstance(member, FunctionType)]:
            watch.watch(table, name, f"store ({table.__name__.lower()})")
    api.build(reports, store, settings=settings)
    return watch.stop()


def linking(store: str, reports: str) -> dict[str, dict[str, float]]:
    """Build in one process; return the processor's seconds of each linker and of each phase, and how many were linked."""
    settings = load_settings(jobs=1)
    watch = Stopwatch(time.process_time)
    watch.watch(Linking, "link_entities", settings.entity_linker)
    watch.watch(Linking, "link_events", settings.event_linker)
    watch.watch(Linking, "link_document", "keeping links")
    for name in settings.document_linkers:
        watch.watch(registry.load(registry.LINKERS, name), "__call__", name)
    ends = {"start-up": time.process_time()}
    done = api.build(
        reports,
        store,
        settings=settings,
        progress=lambda what, done, total: ends.__setitem__(what.lower(), time.process_time()),
    )
    seconds = watch.stop()
    seconds.pop(REST)
    times = list(ends.values())
    phases = {what: end - start for what, start, end in zip(list(ends)[1:], times, times[1:], strict=False)}
    return {"linkers": seconds, "phases": phases, "done": {"linked": done.linked}}


def _stages(settings: Settings) -> list[tuple[str, str]]:
    return [
        (registry.PARSERS, settings.parser),
        *((registry.ANNOTATORS, name) for name in settings.annotators),
        *((registry.FINDERS, name) for name in settings.finders),
        (registry.LINKERS, settings.entity_linker),
        (registry.LINKERS, settings.event_linker),
    ]


MEASUREMENTS: dict[str, Callable[..., Any]] = {"bare": bare, "phases": phases, "stages": stages, "linking": linking}


if __name__ == "__main__":
    what, *arguments = sys.argv[1:]
    print(json.dumps(MEASUREMENTS[what](*arguments)))
