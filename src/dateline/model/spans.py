"""Where words stand: half-open intervals of code points in a document's text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open stretch ``[start, end)`` of a document's text, in Unicode code points.

    >>> Span(0, 2).of("Mr Xi")
    'Mr'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"expected 0 <= start <= end, got [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the words that the span covers in *text*."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Say whether *other* lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Say whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def shifted(self, offset: int) -> Span:
        """Return the span moved by *offset* characters."""
        return Span(self.start + offset, self.end + offset)


def hull(spans: Iterable[Span]) -> Span:
    """Return the smallest span that covers all of *spans*; raises ValueError when there are none."""
    spans = list(spans)
    if not spans:
        raise ValueError("expected at least one span")
    return Span(min(span.start for span in spans), max(span.end for span in spans))
