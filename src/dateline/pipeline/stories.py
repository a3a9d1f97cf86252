"""Stories of a collection of reports, without a store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from dateline.links.stories import StoryLinker
from dateline.model import Document, Failure, KeyedLink, KnownLink, Layers
from dateline.pipeline.memory import LinkMemory
from dateline.pipeline.reading import read_documents
from dateline.settings import Settings
from dateline.views.stories import render_story


def sort_into_stories(paths: Sequence[str | Path], settings: Settings) -> Iterator[dict[str, Any] | Failure]:
    """Yield the story that each report under *paths* belongs to, in their order, and a Failure where none could be read.

    Reports meet their stories in order of publication, whatever order they come in, each once; none is moved later.
    """
    items = list(read_documents(paths, settings))
    documents = {item.id: item for item in items if isinstance(item, Document)}
    links = _linked(sorted(documents.values(), key=lambda document: (document.order, document.id)), settings)
    for item in items:
        yield item if isinstance(item, Failure) else render_story(item, links[item.id])


class StoryMemory(LinkMemory):
    """A memory of stories that keeps of each what its last report left, and those that keys lead to; of others only the link."""

    def __init__(self) -> None:
        super().__init__({})
        self._unkeyed: set[str] = set()

    def add(self, keyed: KeyedLink, *, known_from: str) -> None:
        """Keep a link, and forget what the story was at the last one, if no key leads there."""
        story = keyed.link.right
        if story in self._unkeyed:
            number = self._by_end[story][-1]
            self._links[number] = replace(self._links[number], data="")
        self._unkeyed.discard(story)
        if not keyed.keys:
            self._unkeyed.add(story)
        super().add(keyed, known_from=known_from)


def _linked(documents: Sequence[Document], settings: Settings) -> dict[str, KnownLink]:
    memory, linker = StoryMemory(), StoryLinker(settings)
    links = {}
    for document in documents:
        for keyed in linker(document, Layers(), {}, memory):
            memory.add(keyed, known_from=document.order)
            links[document.id] = KnownLink(link=keyed.link, data="", known_from=document.order)
    return links
