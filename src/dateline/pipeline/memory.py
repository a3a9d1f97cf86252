"""The links of one kind kept in memory, for commands that compare reports without a store."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from dateline.model import Document, KeyedLink, KnownLink
from dateline.store.lookups import MOST_OF_A_KEY


class LinkMemory:
    """What a document linker may ask of the links made so far, in the order in which they were added."""

    def __init__(self, documents: Mapping[str, Document]) -> None:
        self._documents = documents
        self._links: list[KnownLink] = []
        self._by_key: dict[str, list[int]] = defaultdict(list)
        self._by_end: dict[str, list[int]] = defaultdict(list)

    def add(self, keyed: KeyedLink, *, known_from: str) -> None:
        """Keep a link for those that come after it."""
        number = len(self._links)
        self._links.append(KnownLink(link=keyed.link, data=keyed.data, known_from=known_from))
        self._by_end[keyed.link.right].append(number)
        for key in keyed.keys:
            self._by_key[key].append(number)

    def links_keyed(self, keys: Sequence[str], *, limit: int) -> list[KnownLink]:
        """Return the links that any of these keys lead to: those that most of them do, the newest of them first."""
        return self._keyed(keys, MOST_OF_A_KEY, limit)

    def links_to(self, right: str, *, limit: int) -> list[KnownLink]:
        """Return the newest links that lead to an id, the newest first."""
        return self._newest_first(self._by_end.get(right, ())[-limit:])

    def data_keyed(self, keys: Sequence[str], *, limit: int) -> list[tuple[str, str]]:
        """Return what `links_keyed` does in short: where each link leads, and its data. No key leads to more than *limit*."""
        found = self._keyed(keys, min(limit, MOST_OF_A_KEY), limit)
        return [(known.link.right, known.data) for known in found]

    def data_to(self, right: str) -> str:
        """Return the data of the newest link that leads to an id; nothing where there is none."""
        known = self.links_to(right, limit=1)
        return known[0].data if known else ""

    def document(self, document_id: str) -> Document | None:
        """Return a document by its id."""
        return self._documents.get(document_id)

    def _keyed(self, keys: Sequence[str], most_of_a_key: int, limit: int) -> list[KnownLink]:
        hits = Counter(number for key in keys for number in self._by_key.get(key, ())[-most_of_a_key:])
        most = sorted(hits, key=lambda number: (-hits[number], -number))[:limit]
        return self._newest_first(most)

    def _newest_first(self, numbers: Iterable[int]) -> list[KnownLink]:
        return [self._links[number] for number in sorted(numbers, reverse=True)]
