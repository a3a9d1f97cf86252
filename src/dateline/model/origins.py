"""Which reports are copies of which: the report that a report goes back to, and what was changed on the way."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum

from dateline.model.codec import decode, encode
from dateline.model.evidence import Evidence
from dateline.model.links import KeyedLink, KnownLink

HALF = 0.5
"""The part of a report that makes it another's copy as a whole, and the part of its origin that makes it no mere excerpt."""


class CopyRelation(StrEnum):
    """How a report stands to its origin.

    A copy has at least half of its origin's words; an excerpt has fewer, or is an article of its own that quotes a passage;
    a revision is a copy in which a number or a day was changed; an original goes back to no earlier report.
    """

    ORIGINAL = "original"
    COPY = "copy"
    EXCERPT = "excerpt"
    REVISION = "revision"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What a revision says differently: the words of its origin and its own. `kind` is number, weekday or month."""

    kind: str
    before: Evidence
    after: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The report that a report goes back to, which is itself for an original. Reports go by their document ids.

    `group` is the first report of all those that hang together. `shared` is the part of the report's words that it has from
    its origin, `kept` the part of the origin's words that it has, `similarity` the two together; all are 1 for an original.
    `fingerprint` are the keys of the words that are its own, for finding later copies of these.
    """

    document_id: str
    origin: str
    group: str
    relation: CopyRelation
    similarity: float = 1.0
    shared: float = 1.0
    kept: float = 1.0
    changes: tuple[Change, ...] = ()
    fingerprint: tuple[str, ...] = ()

    @classmethod
    def told_by(cls, link: KnownLink | KeyedLink) -> Origin:
        """Return the origin that a link of kind "copy of" tells of."""
        return decode(cls, json.loads(link.data))

    def written(self) -> str:
        """Return the origin as the data of a link."""
        return json.dumps(encode(self), ensure_ascii=False, separators=(",", ":"))

    @property
    def has_own_words(self) -> bool:
        """Whether a report speaks for itself: an original, or an article of which only a passage is another's."""
        is_article = self.relation is CopyRelation.EXCERPT and self.shared < HALF
        return is_article or self.relation is CopyRelation.ORIGINAL
