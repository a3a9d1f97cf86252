"""Copies and origins of a collection of reports, without a store."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from dateline.links.origins import OriginLinker
from dateline.model import Document, Failure, KeyedLink, Layers, Origin
from dateline.pipeline.memory import LinkMemory
from dateline.pipeline.reading import read_documents
from dateline.settings import Settings
from dateline.views.origins import agencies_of_groups, render_origin


def dedup_reports(paths: Sequence[str | Path], settings: Settings) -> Iterator[dict[str, Any] | Failure]:
    """Yield what each report under *paths* goes back to, in their order, and a Failure where no report could be read.

    Reports are compared in order of publication, whatever order they come in, so all are read before the first is judged.
    """
    items = list(read_documents(paths, settings))
    documents = {item.id: item for item in items if isinstance(item, Document)}
    links = _linked(documents.values(), LinkMemory(documents), OriginLinker(settings))
    agencies = agencies_of_groups(map(Origin.told_by, links.values()), documents)
    for item in items:
        yield item if isinstance(item, Failure) else render_origin(item, links[item.id], documents, agencies)


def _linked(documents: Iterable[Document], memory: LinkMemory, linker: OriginLinker) -> dict[str, KeyedLink]:
    links = {}
    for document in sorted(documents, key=lambda document: (document.order, document.id)):
        for keyed in linker(document, Layers(), {}, memory):
            memory.add(keyed, known_from=document.order)
            links[document.id] = keyed
    return links
