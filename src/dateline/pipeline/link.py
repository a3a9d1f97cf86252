"""Events from given mentions, without a store: reports and mentions in, each mention's event out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

from dateline.errors import SourceError
from dateline.links.mentions import GivenMention, MentionLinker
from dateline.model import Document, Failure, Sentence, Span
from dateline.pipeline.batches import in_batches
from dateline.pipeline.chain import Chain
from dateline.pipeline.progress import Progress
from dateline.pipeline.reading import read_documents
from dateline.pipeline.workers import LocalProcesses, ThisProcess, Workers
from dateline.settings import Settings
from dateline.sources.files import READ_ERRORS, Lines, failure, open_unpacked

_LONGEST_LINE = 1 << 20
_Parsed = tuple[Document, tuple[Sentence, ...], list[Failure]]


def link_mentions(
    paths: Sequence[str | Path], mentions: str | Path, settings: Settings, *, progress: Progress
) -> Iterator[tuple[str, str] | Failure]:
    """Yield the name of each mention in a JSON Lines file with its event, in order, after a Failure for each that has none.

    A mention of a report that is not under *paths*, or of words that the report does not have, costs only itself. A file
    of mentions that cannot be opened raises OSError.
    """
    named = list(_read_mentions(mentions))
    documents: dict[str, Document] = {}
    parsed: dict[str, tuple[Sentence, ...]] = {}
    for item in _parsed(paths, _parsing_only(settings)):
        if isinstance(item, Failure):
            yield item
            continue
        document, sentences, failures = item
        yield from failures
        documents.setdefault(document.name, document)
        parsed.setdefault(document.name, sentences)
        progress("Reading", len(documents), None)
    checked = [_checked(item, documents, mentions) for item in named]
    yield from (item for item in checked if isinstance(item, Failure))
    sound = [item for item in checked if isinstance(item, GivenMention)]
    for mention, event in MentionLinker()(sound, documents, parsed):
        yield mention.name, event


def _parsing_only(settings: Settings) -> Settings:
    return settings.model_copy(update={"annotators": (), "finders": ()})


def _parsed(paths: Sequence[str | Path], settings: Settings) -> Iterator[_Parsed | Failure]:
    chain = Chain(settings)
    with ExitStack() as stack:
        workers: Workers = ThisProcess(chain)
        if settings.jobs > 1:
            workers = stack.enter_context(LocalProcesses(settings, settings.jobs))
        for batch in workers.map(_parse, in_batches(read_documents(paths, settings), settings.batch_characters)):
            yield from batch


def _parse(chain: Chain, batch: Iterable[Document | Failure]) -> list[_Parsed | Failure]:
    items = list(batch)
    read = iter(chain.read([item for item in items if isinstance(item, Document)]))
    found: list[_Parsed | Failure] = []
    for item in items:
        if isinstance(item, Failure):
            found.append(item)
        else:
            layers, failures = next(read)
            found.append((item, tuple(layers.get(Sentence)), failures))
    return found


def _read_mentions(path: str | Path) -> Iterator[tuple[int, GivenMention] | Failure]:
    seen: set[str] = set()
    with open_unpacked(str(path)) as stream:
        lines = Lines(stream, _LONGEST_LINE)
        while True:
            try:
                line = next(lines, None)
                if line is None:
                    return
                mention = None if line.isspace() else _mention(line, seen)
            except READ_ERRORS as error:
                yield failure(MentionLinker.name, error, str(path), lines.number)
                continue
            if mention is not None:
                yield lines.number, mention


def _mention(line: bytes, seen: set[str]) -> GivenMention:
    try:
        found = json.loads(line.decode("utf-8"))
    except (ValueError, RecursionError) as error:
        raise SourceError(f"expected a JSON object, got what cannot be read as one ({error})") from error
    if not isinstance(found, dict):
        raise SourceError(f"expected a JSON object, got {type(found).__name__}")
    name, report, start, end = (found.get(key) for key in ("mention", "id", "start", "end"))
    if not isinstance(name, str) or not isinstance(report, str) or type(start) is not int or type(end) is not int:
        raise SourceError("expected the strings `mention` and `id` and the whole numbers `start` and `end`")
    if not 0 <= start < end:
        raise SourceError(f"expected 0 <= start < end, got start {start} and end {end}")
    if name in seen:
        raise SourceError(f"expected each mention once, got {name!r} again")
    seen.add(name)
    return GivenMention(name=name, document_id=report, span=Span(start, end))


def _checked(
    item: tuple[int, GivenMention] | Failure, documents: Mapping[str, Document], path: str | Path
) -> GivenMention | Failure:
    if isinstance(item, Failure):
        return item
    line, mention = item
    document = documents.get(mention.document_id)
    if document is None:
        error = SourceError(f"mention {mention.name!r}: expected the id of a report, got {mention.document_id!r}")
        return failure(MentionLinker.name, error, str(path), line)
    if mention.span.end > len(document.text):
        length = len(document.text)
        error = SourceError(
            f"mention {mention.name!r}: expected end <= {length} (the report's length), got {mention.span.end}"
        )
        return failure(MentionLinker.name, error, str(path), line)
    return mention
