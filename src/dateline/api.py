"""What users import: read reports into a record, open a record, annotate a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any, BinaryIO

from dateline import pipeline, registry
from dateline.errors import DocumentError
from dateline.links.actors import ActorResolver
from dateline.model import Actor, AmendedField, Amendment, Correction, Document, Failure, RawReport, Verdict
from dateline.model.dyads import Dyad
from dateline.pipeline import BuildSummary, Chain, Progress
from dateline.pipeline.progress import silent
from dateline.settings import Settings, load_settings
from dateline.sources import dyads
from dateline.store import Store
from dateline.store.database import MEMORY
from dateline.views.paged import PagedRecord
from dateline.views.record import Day, Record, to_day
from dateline.views.tables import Table

Paths = str | Path | Sequence[str | Path]


@dataclass(frozen=True, slots=True, kw_only=True)
class StageInfo:
    """A stage as `dateline stages` lists it: what it needs, what it adds, and whether the settings use it."""

    group: str
    name: str
    version: str
    requires: tuple[str, ...]
    yields: tuple[str, ...]
    used: bool


def read(paths: Paths, *, store: str | Path | None = None, jobs: int = 1, settings: Settings | None = None) -> Record:
    """Return the record of the reports under *paths*: files, or folders that are searched for reports.

    Without *store* the record is in memory and gone with the program. With one it is built there, and reports and stages
    that the store knows already cost nothing. `jobs` is the number of processes for language work; with more than one, a
    script must keep its own work under ``if __name__ == "__main__":``.
    """
    return read_with_summary(paths, store=store, settings=settings or load_settings(jobs=jobs))[0]


def read_with_summary(
    paths: Paths,
    *,
    store: str | Path | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> tuple[Record, BuildSummary]:
    """Return the record of the reports under *paths*, and what was done to make it."""
    target = Store(store or MEMORY, create=True)
    try:
        return Record(target), _build(paths, target, settings or load_settings(jobs=1), progress)
    except BaseException:
        target.close()
        raise


def open_record(store: str | Path, *, seconds: float | None = None) -> Record:
    """Return the record in a store, for reading; raises StoreError when there is none.

    With `seconds`, a question that takes longer is stopped with a StoreSlowError.
    """
    return Record(Store(store, seconds=seconds))


def open_paged(store: str | Path, *, seconds: float | None = None) -> PagedRecord:
    """Return the record in a store for answers in pages, whose cost does not grow with it; `seconds` is as in `open_record`."""
    return PagedRecord(Store(store, seconds=seconds))


def build(
    paths: Paths,
    store: str | Path,
    *,
    jobs: int = 1,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> BuildSummary:
    """Bring the store up to date with the reports under *paths* and return what was done.

    With no paths, what an interrupted build or an older release left to do is done. `jobs` is as in `read`. Raises
    StoreBusyError when another process is writing to the store.
    """
    with Store(store, create=True) as target:
        return _build(paths, target, settings or load_settings(jobs=jobs), progress)


def judge(
    verdict: Verdict | str,
    left: str,
    right: str | None = None,
    *,
    store: str | Path,
    within: str | None = None,
    author: str = "user",
    why: str = "",
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> Correction:
    """Judge that *left* is *right* ("positive") or is not ("negative"), for good, and link again what this touches.

    Both are ids or names of entities, or of an event (or event mention) and an event. `within` limits it to one report; a
    negative judgement may then leave *right* out. Raises NotFoundError when nothing goes by a name, StoreError when the two
    cannot be compared.
    """
    with Store(store, create=True) as target:
        return pipeline.judge(
            target,
            settings or load_settings(),
            verdict=Verdict(verdict),
            left=left,
            right=right,
            within=within,
            author=author,
            why=why,
            version=version("dateline"),
            progress=progress or silent,
        )


def amend(
    field: AmendedField | str,
    finding: str,
    value: str,
    *,
    store: str | Path,
    author: str = "user",
    why: str = "",
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> Amendment:
    """Put right, for good, the "date" or "code" of an event mention or the "speaker" of a quotation; link again what this touches.

    *value* is a day or two with a slash between, a PLOVER type with perhaps a mode and a CAMEO code ("CONSULT:meet:057"), or an
    entity's id or name; empty where the report does not say. Raises NotFoundError when there is no such finding or speaker, and
    StoreError for a value that the field cannot have.
    """
    with Store(store, create=True) as target:
        return pipeline.amend(
            target,
            settings or load_settings(),
            field=AmendedField(field),
            finding=finding,
            value=value,
            author=author,
            why=why,
            version=version("dateline"),
            progress=progress or silent,
        )


def retract(
    judgement: str, *, store: str | Path, settings: Settings | None = None, progress: Progress | None = None
) -> Correction | Amendment:
    """Take back a judgement by its id; it stays on record, retracted. Raises StoreError when none in force goes by the id."""
    with Store(store, create=True) as target:
        return pipeline.retract(
            target, settings or load_settings(), judgement, version=version("dateline"), progress=progress or silent
        )


def annotate(
    text: str,
    *,
    id: str | None = None,
    published_at: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    url: str | None = None,
    language: str | None = None,
    settings: Settings | None = None,
) -> dict[str, Any]:
    """Return what the stages say of one text, in the public annotation format.

    `published_at` is a day or a time in ISO 8601, at the precision known; without it, days like "Monday" stay open unless
    the text dates itself. Raises DocumentError when the text is no report or a field is not what it should be.
    """
    given = settings or load_settings()
    fields = {"id": id, "text": text, "published_at": published_at, "title": title, "outlet": outlet, "url": url}
    raw = RawReport(path="", media_type="application/json", fields={**fields, "language": language})
    annotated = pipeline.annotate_text(raw, given, _chain(given))
    if isinstance(annotated, Failure):
        raise DocumentError(annotated.message)
    return annotated


def annotate_reports(
    paths: Paths, *, jobs: int = 1, settings: Settings | None = None
) -> Iterator[dict[str, Any] | Failure]:
    """Yield the annotations of each report under *paths*, in order; a Failure stands for what could not be read.

    `jobs` is as in `read`.
    """
    return pipeline.annotate_reports(_listed(paths), settings or load_settings(jobs=jobs))


def extract(paths: Paths, *, settings: Settings | None = None) -> Iterator[dict[str, Any] | Failure]:
    """Yield each report under *paths* in the input format of FORMATS.md; a Failure stands for what could not be read."""
    return pipeline.extract_reports(_listed(paths), settings or load_settings())


def dedup(paths: Paths, *, settings: Settings | None = None) -> Iterator[dict[str, Any] | Failure]:
    """Yield what each report under *paths* goes back to: its origin, and whether it is a copy, an excerpt or a revision of it.

    The reports are judged by their order of publication, each against earlier ones only; a Failure stands for what could not
    be read.
    """
    return pipeline.dedup_reports(_listed(paths), settings or load_settings())


def stories(paths: Paths, *, settings: Settings | None = None) -> Iterator[dict[str, Any] | Failure]:
    """Yield the story that each report under *paths* belongs to, with why; a Failure stands for what could not be read.

    The reports meet their stories in order of publication, each once.
    """
    return pipeline.sort_into_stories(_listed(paths), settings or load_settings())


def summarise(
    reports: Paths | Record,
    *,
    dates: int,
    sentences: int = 1,
    as_of: Day = None,
    since: Day = None,
    until: Day = None,
    about: str | None = None,
    entity: str | None = None,
    pair: tuple[str, str] | None = None,
    story: str | None = None,
    settings: Settings | None = None,
    progress: Progress | None = None,
) -> Iterator[dict[str, Any] | Failure]:
    """Yield a timeline of reports or of a record: the days that matter, each with the sentences that tell it best.

    There are up to *dates* days of up to *sentences* sentences, in order of time; before them a Failure for each report that
    could not be read. `about` are words of which a sentence must have one. Of a record, `entity`, `pair` (two actors) or `story`
    say what it is to be about. Raises NotFoundError when there is nothing to tell.
    """
    if dates < 1 or sentences < 1:
        raise ValueError(f"expected at least one day and one sentence, got {dates} and {sentences}")
    scope = pipeline.Scope(
        dates=dates,
        sentences=sentences,
        as_of=to_day(as_of),
        since=to_day(since, first=True),
        until=to_day(until),
        about=about,
    )
    given, told = settings or load_settings(), progress or silent
    if isinstance(reports, Record):
        chosen = reports.passages(as_of=as_of, entity=entity, pair=pair, story=story)
        return pipeline.summarise_store(reports.store, chosen, scope, given, progress=told)
    if entity is not None or pair is not None or story is not None:
        raise ValueError("an entity, a pair or a story is asked of a record: read the reports into one first")
    return pipeline.summarise_reports(_listed(reports), scope, given, progress=told)


def link(
    paths: Paths, mentions: str | Path, *, settings: Settings | None = None, progress: Progress | None = None
) -> Iterator[tuple[str, str] | Failure]:
    """Yield each mention of a JSON Lines file with the event that it tells of; a Failure for what could not be read.

    Mentions with the same event tell of one happening. Each line names a mention, its report under *paths*, and where its
    words stand there: `mention`, `id`, `start` and `end`. No topics or dates are needed.
    """
    given = settings or load_settings(jobs=1)
    return pipeline.link_mentions(_listed(paths), mentions, given, progress=progress or silent)


def date_reports(paths: Paths, *, settings: Settings | None = None) -> Iterator[Document | Failure]:
    """Yield each report under *paths* with its time and the reasons for it; a Failure stands for what could not be read."""
    return pipeline.date_reports(_listed(paths), settings or load_settings())


def resolve(
    text: str, *, on: Day = None, context: str = "", record: Record | None = None, settings: Settings | None = None
) -> Actor:
    """Return whom some words mean on a day: the entity, its state and PLOVER sector, and what the answer rests on.

    Without a day the present is meant, as far as the tables know it. *context* is other words beside them: the states that it
    names tell namesakes apart. Of an office that the tables know nobody in, or nobody any more, a *record* tells whom its
    reports up to the day name. Words that name nobody who is known give an Actor whose `known` is False. Raises ValueError for
    what is no day.
    """
    given = settings or load_settings()
    resolver = _resolver(given) if record is None else pipeline.make_resolver(given, record.store)
    return resolver(text, on=to_day(on), context=context)


def resolve_cases(
    path: str | Path, *, record: Record | None = None, settings: Settings | None = None
) -> Iterator[tuple[str, Actor] | Failure]:
    """Yield the name and the actor of each case in a JSON Lines file, in order; a Failure stands for a line that is none."""
    return pipeline.resolve_cases(path, settings or load_settings(), record.store if record is not None else None)


def update_resources(path: str | Path, *, since: Day = None) -> int:
    """Write who took over the highest offices of states since a day, by Wikidata, as a CSV of additions; return its rows.

    Uses the network. Raises SourceError where Wikidata cannot be asked.
    """
    return pipeline.update_resources(Path(path), to_day(since))


def exporter(name: str) -> Callable[[Table[Any], BinaryIO], int | None]:
    """Return the function that writes a table in a format; raises StageError for one that is not registered.

    It returns how many of the table's rows the format has no place for, or nothing where it has one for each.
    """
    found: Callable[[Table[Any], BinaryIO], int | None] = registry.load(registry.EXPORTERS, name)
    return found


def export_formats() -> tuple[str, ...]:
    """Return the names of the registered export formats."""
    return registry.names(registry.EXPORTERS)


def read_dyads(path: str | Path) -> Iterator[Dyad | Failure]:
    """Yield the events of another coder's table (GDELT 2, ICEWS, PLOVER or CAMEO dyads); a Failure for a line that is none.

    Raises SourceError when the file is in none of these layouts.
    """
    return dyads.read_dyads(path)


def check_model(settings: Settings | None = None) -> str:
    """Return the version of the language model after parsing with it; raises StageError when it is not the one expected."""
    parser = _chain(settings or load_settings()).parser
    for _ in parser(["It works."]):
        pass
    return parser.version


def stages(settings: Settings | None = None) -> list[StageInfo]:
    """Return every registered stage, in the order in which a report meets them."""
    given = settings or load_settings()
    used = (given.parser, *given.annotators, *given.finders, given.entity_linker, given.event_linker)
    found = []
    for group in registry.GROUPS:
        for name in sorted(registry.names(group), key=lambda name: used.index(name) if name in used else len(used)):
            stage = registry.load(group, name)
            made = stage if group == registry.EXPORTERS else stage(given)
            found.append(
                StageInfo(
                    group=group.removeprefix("dateline."),
                    name=name,
                    version=getattr(made, "version", ""),
                    requires=tuple(kind.__name__ for kind in getattr(made, "requires", ())),
                    yields=tuple(kind.__name__ for kind in getattr(made, "yields", ())),
                    used=name in used or group in (registry.SOURCES, registry.EXPORTERS),
                )
            )
    return found


def problems(store: str | Path) -> list[str]:
    """Return what is wrong with a store file; empty when it is sound."""
    with Store(store) as opened:
        return opened.problems()


def examples() -> Path:
    """Return the folder of the bundled example reports."""
    packaged = Path(__file__).parent / "resources" / "examples"
    return packaged if packaged.is_dir() else Path(__file__).parents[2] / "examples" / "data"


def _build(paths: Paths, store: Store, settings: Settings, progress: Progress | None) -> BuildSummary:
    return pipeline.build(_listed(paths), store, settings, version=version("dateline"), progress=progress)


def _listed(paths: Paths) -> list[str | Path]:
    return [paths] if isinstance(paths, (str, Path)) else list(paths)


@cache
def _chain(settings: Settings) -> Chain:
    return Chain(settings)


@cache
def _resolver(settings: Settings) -> ActorResolver:
    return pipeline.make_resolver(settings)
