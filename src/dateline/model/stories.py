"""A story as it stood when one of its reports joined it: what the next report is compared with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

_PRECISION = 1000

_WITHIN = "within"


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySoFar:
    """What a story was about after so many reports: its terms with their weights, and the keys that lead to it.

    `day` is the last day of its reports in ISO 8601, None while none is dated; `weeks` are those in which it was reported.
    `parent` is the story that it is a part of, and `worn` how far terms were worn out there when it began. `titles` are the
    headlines of its reports that say best what it is about, the best first, with how much of a title each is.
    """

    reports: int
    terms: Mapping[str, float]
    keys: tuple[str, ...] = ()
    day: str | None = None
    weeks: int = 1
    parent: str | None = None
    titles: Mapping[str, float] = field(default_factory=dict)
    worn: Mapping[str, float] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """What it is called, empty where its reports say nothing."""
        return next(iter(self.titles), "")

    @classmethod
    def read(cls, written: str) -> StorySoFar:
        """Return the story that the data of a link of kind "same story" tells of."""
        data = json.loads(written)
        terms, worn = (
            {stem: number / _PRECISION for stem, number in data.get(name, {}).items()} for name in ("terms", "worn")
        )
        return cls(
            reports=data["reports"],
            terms=terms,
            keys=tuple(data["keys"]),
            day=data["day"],
            weeks=data.get("weeks", 1),
            parent=data.get("parent"),
            titles=data.get("titles", {}),
            worn=worn,
        )

    def led_to_by(self, keys: tuple[str, ...], *, most: int) -> StorySoFar:
        """Return the story with further keys, of which it keeps the newest."""
        return replace(self, keys=(*self.keys, *keys)[-most:])

    def written(self) -> str:
        """Return the story as the data of a link, its weights to three decimal places."""
        data = {
            "reports": self.reports,
            "day": self.day,
            "weeks": self.weeks,
            "parent": self.parent,
            "titles": dict(self.titles),
            "keys": self.keys,
            "terms": _rounded(self.terms),
            "worn": _rounded(self.worn),
        }
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def key_within(story: str) -> str:
    """Return the key under which the links are kept that begin parts of a story."""
    return f"{_WITHIN} {story}"


def _rounded(values: Mapping[str, float]) -> dict[str, int]:
    return {stem: round(value * _PRECISION) for stem, value in values.items()}
