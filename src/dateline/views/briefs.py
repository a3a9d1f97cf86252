"""A brief as a page: plain text, Markdown or HTML, the same words in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from markdown_it import MarkdownIt

from dateline.model import Event, Telling
from dateline.model.disagreements import Disagreement
from dateline.views.changes import Brief, Change, ChangeKind
from dateline.views.wording import listed, when

SHOWN = 40
"""Changes of one kind that a brief shows; it counts the others."""

HEADINGS = {
    ChangeKind.DISPUTED: "Disputed",
    ChangeKind.CANCELLED: "Called off",
    ChangeKind.POSTPONED: "Put off",
    ChangeKind.HAPPENED: "Has happened as expected",
    ChangeKind.UNDER_WAY: "Under way",
    ChangeKind.NEW: "New",
    ChangeKind.EXPECTED: "Newly expected",
    ChangeKind.MOVED: "On other days",
    ChangeKind.OVERDUE: "Overdue",
    ChangeKind.CONFIRMED: "Told by more",
}
_QUOTED = ("“", '"', "„", "«")
_SPECIAL = frozenset("\\`*_{}[]()#+-.!|<>&~")


def render_brief(brief: Brief, form: str) -> str:
    """Return a brief as "text", "markdown" or "html"; raises ValueError for any other form."""
    if form == "text":
        return "\n".join(_text(brief))
    if form not in ("markdown", "html"):
        raise ValueError(f"expected text, markdown or html, got {form!r}")
    markdown = "\n".join(_markdown(brief))
    if form == "markdown":
        return markdown
    # Report text is escaped as Markdown already; raw HTML is switched off besides.
    page: str = MarkdownIt("commonmark", {"html": False}).render(markdown)
    return f'<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>{_title(brief)}</title>\n{page}</html>\n'


Section = tuple[str, list[tuple[str, str]], int]
"""A heading, its lines each with the words it rests on, and how many more there are."""


def _sections(brief: Brief) -> Iterator[Section]:
    for kind, found in groupby(brief.changes, key=lambda change: change.kind):
        changes = list(found)
        shown = [(change.line, _source(change)) for change in changes[:SHOWN]]
        yield HEADINGS[kind], shown, len(changes) - len(shown)
    if brief.disagreements:
        told = [(_at_odds(found), _sentences(found)) for found in brief.disagreements[:SHOWN]]
        yield "Reports disagree", told, len(brief.disagreements) - SHOWN
    if brief.due:
        yield "Due", [(_due(event), _quote(event.deciding)) for event in brief.due[:SHOWN]], len(brief.due) - SHOWN


def _title(brief: Brief) -> str:
    return f"Since {brief.since}, as of {brief.as_of}"


def _summary(brief: Brief) -> str:
    reports, changes, due = (
        _counted(brief.reports, "report"),
        _counted(len(brief.changes), "change"),
        f"{_counted(len(brief.due), 'event')} due",
    )
    said = f"{reports} came in; {changes}, {due}."
    return said[0].upper() + said[1:]


def _counted(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"


def _text(brief: Brief) -> Iterator[str]:
    yield from (_title(brief), "=" * len(_title(brief)), "", _summary(brief))
    for heading, lines, more in _sections(brief):
        yield from ("", heading, "-" * len(heading))
        for line, source in lines:
            yield from (f"* {line}", f"  {source}")
        if more > 0:
            yield f"  … and {more} more"
    yield ""


def _markdown(brief: Brief) -> Iterator[str]:
    yield from (f"# {_title(brief)}", "", _escaped(_summary(brief)))
    for heading, lines, more in _sections(brief):
        yield from ("", f"## {heading}", "")
        for line, source in lines:
            yield from (f"- {_escaped(line)}", f"  *{_escaped(source)}*")
        if more > 0:
            yield f"- … and {more} more"
    yield ""


def _source(change: Change) -> str:
    told: Sequence[Telling] = change.told or change.after.tellings[-1:]
    return _quote(told[0] if change.after.deciding not in told else change.after.deciding)


def _quote(telling: Telling) -> str:
    where = " · ".join(filter(None, (telling.outlet, telling.document)))
    words = " ".join(telling.mention.evidence.quote.split())
    return f"{words if words[:1] in _QUOTED else f'“{words}”'} ({where})"


def _at_odds(found: Disagreement) -> str:
    sides = (f"{side.says}, by {listed([origin.name for origin in side.origins], at_most=3)}" for side in found.sides)
    return f"{found.headline}: {'; '.join(sides)}."


def _sentences(found: Disagreement) -> str:
    return " — ".join(_quote(side.tellings[0]) for side in found.sides)


def _due(event: Event) -> str:
    outlets: Iterable[str] = dict.fromkeys(telling.outlet or telling.document for telling in event.tellings)
    return f"{when(event)}: {event.headline} (by {listed(list(outlets), at_most=3)})"


def _escaped(text: str) -> str:
    return "".join(f"\\{letter}" if letter in _SPECIAL else letter for letter in text)
