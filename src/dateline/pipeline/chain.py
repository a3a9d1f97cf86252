"""The chain of stages that reads one document, in the order the settings give, and the keys by which work is known again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from dateline import registry
from dateline.annotations.dating import TextDater
from dateline.documents import DocumentReader
from dateline.errors import ResourceError, StageError
from dateline.model import (
    Annotator,
    Document,
    DocumentTime,
    Failure,
    Layers,
    Parse,
    Parser,
    Part,
    Record,
    Role,
    Sentence,
    TimeBasis,
    content_id,
    text_digest,
)
from dateline.resources.tables import tables_digest
from dateline.settings import Settings
from dateline.store.analysis import Analysis, StageOutput
from dateline.store.blobs import pack_parse, unpack_parse

PARSED = (Role.BODY, Role.HEADING, Role.CAPTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A document to be read, with what is known of it already: parses by digest and outputs by stage."""

    pk: int
    document: Document
    parses: Mapping[str, bytes] = field(default_factory=dict)
    outputs: Mapping[str, StageOutput] = field(default_factory=dict)


class Chain:
    """Runs the stages on documents. What a stage cannot do becomes a Failure; the other stages go on."""

    def __init__(self, settings: Settings) -> None:
        self.parser: Parser = registry.load(registry.PARSERS, settings.parser)(settings)
        named = [(registry.ANNOTATORS, name) for name in settings.annotators]
        named += [(registry.FINDERS, name) for name in settings.finders]
        loaded: list[Annotator] = [registry.load(group, name)(settings) for group, name in named]
        # The dater is no more a choice than the reader of documents is: it finishes what that leaves undated.
        self.stages: tuple[Annotator, ...] = (TextDater(settings), *loaded)
        self._keys = _keys(self.parser, self.stages, settings)

    @cached_property
    def key(self) -> str:
        """What all the stages together go by: changes whenever any output may."""
        return content_id("key", *self._keys.values())

    def analyse(self, tasks: Sequence[Task]) -> list[Analysis]:
        """Return what the stages say of each document, doing again only what is not known from before."""
        fresh, failures = self._parse(tasks)
        return [self._analyse(task, fresh, failures) for task in tasks]

    def read(self, documents: Sequence[Document]) -> list[tuple[Layers, list[Failure]]]:
        """Return everything that the stages say of each document, keeping nothing."""
        return self.read_tasks([Task(pk=0, document=document) for document in documents])

    def read_tasks(self, tasks: Sequence[Task]) -> list[tuple[Layers, list[Failure]]]:
        """Return everything that the stages say of each document, doing again only what is not known from before."""
        fresh, failed = self._parse(tasks)
        read = []
        for task in tasks:
            failures = _unparsed(task.document, failed)
            read.append((self._run(task, fresh, [], failures), failures))
        return read

    def _analyse(self, task: Task, fresh: Mapping[str, Parse], failed: Mapping[str, Failure]) -> Analysis:
        digests = _digests(task.document)
        failures = _unparsed(task.document, failed)
        outputs: list[StageOutput] = []
        layers = self._run(task, fresh, outputs, failures)
        texts = {digest: part.span.of(task.document.text) for digest, part in digests.items() if digest in fresh}
        return Analysis.of(
            task.pk,
            layers,
            parser=self.parser.version,
            parses={digest: pack_parse(fresh[digest], text) for digest, text in texts.items() if digest not in failed},
            outputs=outputs,
            failures=failures,
            time=dated(task.document, layers).time,
        )

    def _parse(self, tasks: Sequence[Task]) -> tuple[dict[str, Parse], dict[str, Failure]]:
        texts: dict[str, str] = {}
        for task in tasks:
            if self._stale(task):
                for digest, part in _digests(task.document).items():
                    if digest not in task.parses:
                        texts[digest] = part.span.of(task.document.text)
        failures: dict[str, Failure] = {}
        try:
            return dict(zip(texts, self.parser(texts.values()), strict=True)), failures
        except Exception:  # noqa: BLE001  one bad paragraph must not cost the others: find it by itself
            parses = {}
            for digest, text in texts.items():
                try:
                    parses[digest] = next(iter(self.parser([text])))
                except Exception as error:  # noqa: BLE001
                    parses[digest] = Parse(())
                    failures[digest] = self._failure(self.parser, error)
            return parses, failures

    def _run(
        self, task: Task, fresh: Mapping[str, Parse], outputs: list[StageOutput], failures: list[Failure]
    ) -> Layers:
        if not task.document.annotated:
            return Layers()
        layers, document = Layers(), as_read(task.document)
        if self._stale(task):
            layers = layers.with_records([Sentence], self._sentences(task, fresh))
        spoiled: set[type[Record]] = {Sentence} if failures else set()
        for stage in self.stages:
            known = task.outputs.get(stage.name)
            if known is not None and known.key == self._keys[stage.name]:
                layers = layers.with_records(stage.yields, known.records(stage.yields))
                document = dated(document, layers)
                continue
            try:
                layers = layers.with_records(stage.yields, list(stage(document, layers.only(stage.requires))))
                document = dated(document, layers)
            except ResourceError:
                raise  # a broken table is nobody's report's fault
            except Exception as error:  # noqa: BLE001  the failure is recorded and the other stages go on
                failures.append(_refer(self._failure(stage, error), task.document))
                layers = layers.with_records(stage.yields, ())
                spoiled.update(stage.yields)
            # What could not be looked for is not kept as nothing found: the stage is asked again with the next change.
            if spoiled.isdisjoint((*stage.requires, *stage.yields)):
                outputs.append(StageOutput.of(stage.name, self._keys[stage.name], stage.yields, layers))
            else:
                spoiled.update(stage.yields)
        return layers

    def _stale(self, task: Task) -> bool:
        if not task.document.annotated:
            return False
        known = task.outputs
        return any(stage.name not in known or known[stage.name].key != self._keys[stage.name] for stage in self.stages)

    def _sentences(self, task: Task, fresh: Mapping[str, Parse]) -> Iterator[Sentence]:
        for part, digest in _parsed_parts(task.document):
            text = part.span.of(task.document.text)
            parse = fresh[digest] if digest in fresh else unpack_parse(task.parses[digest], text)
            yield from parse.placed(document_id=task.document.id, offset=part.span.start, paragraph=part.paragraph)

    @staticmethod
    def _failure(stage: Parser | Annotator, error: Exception) -> Failure:
        return Failure(stage=stage.name, version=stage.version, error=type(error).__name__, message=str(error))


def paragraph_digests(document: Document) -> tuple[str, ...]:
    """Return the digests by which the parses of a document's paragraphs are known."""
    return tuple(_digests(document)) if document.annotated else ()


def as_read(document: Document) -> Document:
    """Return a document without the time that a dater, perhaps an older one, gave it when it was last analysed."""
    return replace(document, time=DocumentTime()) if document.time.basis is TimeBasis.TEXT else document


def dated(document: Document, layers: Layers) -> Document:
    """Return a document with the time that a stage has told from its words, if one has."""
    told = layers.get(DocumentTime)
    return replace(as_read(document), time=told[0]) if told else as_read(document)


def _parsed_parts(document: Document) -> Iterator[tuple[Part, str]]:
    for part in document.parts:
        if part.role in PARSED:
            yield part, text_digest(part.span.of(document.text))


def _digests(document: Document) -> dict[str, Part]:
    return {digest: part for part, digest in _parsed_parts(document)} if document.annotated else {}


def _unparsed(document: Document, failed: Mapping[str, Failure]) -> list[Failure]:
    return [_refer(failed[digest], document) for digest in _digests(document) if digest in failed]


def _refer(failure: Failure, document: Document) -> Failure:
    return Failure(
        stage=failure.stage,
        version=failure.version,
        error=failure.error,
        message=failure.message,
        document_id=document.id,
        path=document.source,
    )


def _keys(parser: Parser, stages: Sequence[Annotator], settings: Settings) -> dict[str, str]:
    """Return a key for each stage: a hash of its version, the tables, the settings and the keys of the stages it rests on.

    Raises StageError when a stage requires what no stage before it yields.
    """
    reader = DocumentReader(settings)
    base = content_id("key", reader.name, reader.version, tables_digest(), parser.name, parser.version)
    keys = {parser.name: base}
    made_by: dict[type[Record], list[str]] = {Sentence: [base]}
    for stage in stages:
        missing = [kind.__name__ for kind in stage.requires if kind not in made_by]
        if missing:
            raise StageError(f"{stage.name} requires {', '.join(missing)}, which no stage before it yields")
        # Whatever a stage requires, it sees the document's time, and that is a dater's.
        kinds = {*stage.requires, DocumentTime} & made_by.keys()
        rests_on = sorted({key for kind in kinds for key in made_by[kind]})
        keys[stage.name] = content_id("key", stage.name, stage.version, settings.digest, base, *rests_on)
        for kind in stage.yields:
            made_by.setdefault(kind, []).append(keys[stage.name])
    return keys
