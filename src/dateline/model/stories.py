"""A story as it stood when one of its reports joined it: what the next report is compared with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace

_PRECISION = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class StorySoFar:
    """What a story was about after so many reports: its terms with their weights, and the keys that lead to it.

    `day` is the last day of its reports in ISO 8601, None while none is dated.
    """

    reports: int
    terms: Mapping[str, float]
    keys: tuple[str, ...] = ()
    day: str | None = None

    @classmethod
    def read(cls, written: str) -> StorySoFar:
        """Return the story that the data of a link of kind "same story" tells of."""
        data = json.loads(written)
        terms = {stem: number / _PRECISION for stem, number in data["terms"].items()}
        return cls(reports=data["reports"], terms=terms, keys=tuple(data["keys"]), day=data["day"])

    def led_to_by(self, keys: tuple[str, ...], *, most: int) -> StorySoFar:
        """Return the story with further keys, of which it keeps the newest."""
        return replace(self, keys=(*self.keys, *keys)[-most:])

    def written(self) -> str:
        """Return the story as the data of a link, its weights to three decimal places."""
        terms = {stem: round(value * _PRECISION) for stem, value in self.terms.items()}
        data = {"reports": self.reports, "day": self.day, "keys": self.keys, "terms": terms}
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
