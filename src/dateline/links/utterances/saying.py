"""A quotation as the linker sees it: its words, who said them, on what days, and the keys it is found by."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from functools import cached_property

from dateline.model import Document, Interval, Quotation
from dateline.resources.common_words import common_words
from dateline.resources.wording import plain_word

SHORTEST = 4
"""Telling words: fewer are a phrase that anybody may use, and are nobody's utterance."""

RUN = 3
"""Words in a row that make a key of the wording."""

MOST_RUNS = 12
MOST_STEMS = 8
"""Keys of one quotation: every further one costs room and finds little more."""

STEM = 5
"""Letters by which forms of one word are known: long enough to tell most words apart, short enough to lose most endings."""

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")


@dataclass(frozen=True)
class Saying:
    """Words said, by whom (a canonical id, None where that is not known), and the first and last day they can be from."""

    words: tuple[str, ...]
    speaker: str | None
    earliest: str | None
    latest: str | None

    @classmethod
    def of(cls, quotation: Quotation, document: Document, entities: Mapping[str, str]) -> Saying:
        """Return what a document's quotation says; *entities* are the canonical ids of its readings."""
        text = " ".join(span.of(document.text) for span in quotation.content)
        speaker = quotation.speaker
        days = quotation.said or _reported(document)
        return cls(
            words=tuple(filter(None, (plain_word(word) for word in _WORD.findall(text)))),
            speaker=entities.get(speaker.id, speaker.id) if speaker else None,
            earliest=days.earliest.isoformat() if days.earliest else None,
            latest=days.latest.isoformat() if days.latest else None,
        )

    @classmethod
    def read(cls, data: str) -> Saying:
        """Return the saying that `written` wrote."""
        given = json.loads(data)
        return cls(**{**given, "words": tuple(given["words"])})

    def written(self) -> str:
        """Return the saying as the JSON that a link keeps."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """The words that say something, each by its first letters."""
        return tuple(word[:STEM] for word in self.words if word not in common_words())

    @cached_property
    def runs(self) -> frozenset[tuple[str, ...]]:
        """The words three by three."""
        return frozenset(self.words[start : start + RUN] for start in range(len(self.words) - RUN + 1))

    @property
    def keys(self) -> tuple[str, ...]:
        """What it is found by: its rarest-looking runs of words and, with the speaker and the week, its telling words."""
        runs = sorted(self.runs, key=lambda run: (-sum(word not in common_words() for word in run), run))[:MOST_RUNS]
        stems = sorted(set(self.telling), key=lambda stem: (-len(stem), stem))[:MOST_STEMS]
        keys = [f"run {' '.join(run)}" for run in runs]
        if self.speaker is not None:
            keys += [f"{self.speaker} {week} {stem}" for stem in stems for week in self._weeks]
        return tuple(keys)

    @property
    def _weeks(self) -> list[int]:
        days = [date.fromisoformat(day).toordinal() // 7 for day in (self.earliest, self.latest) if day]
        return list(range(min(days), max(days) + 1))[:3] if days else []

    def may_be_of_one_day(self, other: Saying, slack: timedelta) -> bool:
        """Say whether both can have been said on one occasion; an open end allows anything."""
        ends = ((self.latest, other.earliest), (other.latest, self.earliest))
        return all(
            last is None or first is None or date.fromisoformat(last) + slack >= date.fromisoformat(first)
            for last, first in ends
        )


def _reported(document: Document) -> Interval:
    """Return the days on which undated words may have been said: the week before their report."""
    day = document.reported_by
    return (
        Interval(earliest=max(day, date.min + timedelta(days=7)) - timedelta(days=7), latest=day) if day else Interval()
    )
