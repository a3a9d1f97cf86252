"""Stories of a collection of reports, without a store of one's own."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from os import SEEK_END
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile
from typing import IO, Any

from dateline.links.stories import StoryLinker
from dateline.model import Document, Failure, KnownLink, Layers
from dateline.pipeline.reading import read_documents
from dateline.settings import Settings
from dateline.store import LinkLookups, Reader, Store, Worklist, Writer
from dateline.views.stories import render_story

AT_ONCE = 200
"""Reports in memory at one time; all others, and the stories so far, are in a store that lasts as long as the question."""

_RUN = "run:stories"
_KEY = "stories"
_NO_TIME = ""


@dataclass(frozen=True, slots=True)
class _Read:
    """A report as its answer needs it."""

    id: str
    name: str


def sort_into_stories(paths: Sequence[str | Path], settings: Settings) -> Iterator[dict[str, Any] | Failure]:
    """Yield the story that each report under *paths* belongs to, in their order, and a Failure where none could be read.

    Reports meet their stories in order of publication, whatever order they come in, each once; none is moved later.
    """
    with (
        TemporaryDirectory() as folder,
        TemporaryFile() as order,
        Store(Path(folder, "stories.db"), create=True) as store,
    ):
        _keep(read_documents(paths, settings), store, order)
        _link(store, StoryLinker(settings))
        yield from _answers(order, store)


def _keep(items: Iterable[Document | Failure], store: Store, order: IO[bytes]) -> None:
    with store.transaction() as connection:
        Writer(connection, run=_RUN).begin_run(at=_NO_TIME, version="", settings="")
    coming = iter(items)
    while some := list(islice(coming, AT_ONCE)):
        pickle.dump([item if isinstance(item, Failure) else _Read(item.id, item.name) for item in some], order)
        documents = [item for item in some if isinstance(item, Document)]
        with store.transaction() as connection:
            Writer(connection, run=_RUN).add_documents(documents, reader=_KEY, at=_NO_TIME)


def _link(store: Store, linker: StoryLinker) -> None:
    """Link all reports in order of publication."""
    due = True
    while due:
        with store.transaction() as connection:
            writer, lookups = Writer(connection, run=_RUN), LinkLookups(connection, linker.kind)
            due = bool(documents := Worklist(connection).to_link(_KEY, limit=AT_ONCE))
            for pk, document in documents:
                for keyed in linker(document, Layers(), {}, lookups):
                    writer.save_link(pk, keyed, order=document.order)
                writer.mark_linked(pk, _KEY)


def _answers(order: IO[bytes], store: Store) -> Iterator[dict[str, Any] | Failure]:
    end = order.seek(0, SEEK_END)
    order.seek(0)
    while order.tell() < end:
        some: list[_Read | Failure] = pickle.load(order)
        links = _links_of([item.id for item in some if isinstance(item, _Read)], store)
        for item in some:
            yield item if isinstance(item, Failure) else render_story(item.name, links[item.id])


def _links_of(ids: Sequence[str], store: Store) -> dict[str, KnownLink]:
    with store.reading() as connection:
        return {known.link.left: known for known in Reader(connection).links(StoryLinker.kind, ends=ids)}
