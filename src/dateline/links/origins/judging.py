"""From what two reports have in common to what the later one is: copy, excerpt, revision, or a report of its own."""

from __future__ import annotations

from dataclasses import dataclass

from dateline.links.origins.comparing import VERBATIM, Comparison
from dateline.model import CopyRelation, Document, Feature, Judgement, Origin, Verdict
from dateline.model.origins import HALF

NEWS_DAYS = 30
"""Days after which a passage is no longer news taken from another report, and a copy is the report itself, word for word."""

REVISION_DAYS = 7
"""Days after which a report with other numbers is the next of a series and corrects nothing."""


@dataclass(frozen=True, slots=True)
class Match:
    """An earlier report and what the new report has from it; `known` is what led to it: its own origin, or a copy's."""

    document: Document
    known: Origin
    comparison: Comparison
    relation: CopyRelation

    @property
    def rank(self) -> tuple[bool, int]:
        """What the best of several matches has most of."""
        return self.comparison.is_whole, self.comparison.words


def judge(new: Document, old: Document, known: Origin, comparison: Comparison) -> Match | None:
    """Return the match of a new report with an old one, or None when each is a report of its own."""
    relation = _relation(comparison, days_between(new, old))
    return Match(old, known, comparison, relation) if relation else None


def days_between(new: Document, old: Document) -> int:
    """Return the days between two reports; none where nobody can date them both."""
    one, other = new.reported_by, old.reported_by
    return abs((one - other).days) if one and other else 0


def _relation(found: Comparison, days: int) -> CopyRelation | None:
    if days > NEWS_DAYS and found.similarity < VERBATIM:
        return None
    if days > REVISION_DAYS and found.swaps:
        return None
    if not found.is_whole:
        return CopyRelation.EXCERPT if found.is_excerpt else None
    if found.kept < HALF:
        return CopyRelation.EXCERPT
    return CopyRelation.REVISION if found.swaps else CopyRelation.COPY


def founded(name: str) -> Judgement:
    """Return the judgement on a report that goes back to no other."""
    why = "No earlier report has its words."
    return Judgement(verdict=Verdict.NONE, author=name, score=1.0, explanation=why)


def judgement(name: str, match: Match) -> Judgement:
    """Return the judgement on a report that goes back to another, with what it rests on."""
    found = match.comparison
    parts = {"similarity": found.similarity, "shared": found.shared, "kept": found.kept}
    features = tuple(Feature(name=part, value=round(value, 4)) for part, value in parts.items())
    return Judgement(
        verdict=Verdict.POSITIVE,
        author=name,
        score=round(found.similarity, 4),
        features=features,
        explanation=_explained(match),
    )


def _explained(match: Match) -> str:
    found, name = match.comparison, match.document.name
    if not found.is_whole and found.passage.is_copied:
        return f"{found.passage.sentences} sentences in a row ({found.passage.words} words) stand in {name}."
    said = f"{found.shared:.0%} of its words stand in {name}, and it has {found.kept:.0%} of that report's"
    changed = len(found.swaps)
    return f"{said}; {changed} of the numbers and days differ." if changed else f"{said}."
