"""dateline disagreements: where independent reports cannot both be right."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text

from dateline.cli.options import AsJson, AsOf, Entity, Limit, Reports, StorePath, day, open_record
from dateline.cli.printing import console, nothing, print_json, shown_of, tell_rest
from dateline.model.disagreements import Disagreement, Side
from dateline.views.wording import listed


def run(
    reports: Reports = None,
    store: StorePath = None,
    event: Annotated[
        str | None, typer.Option(help="Only about this event (its id or the beginning of it).", show_default=False)
    ] = None,
    entity: Entity = None,
    as_of: AsOf = None,
    limit: Limit = None,
    as_json: AsJson = False,
) -> None:
    """Print where independent reports cannot both be right: whether it happened, who did it, when, where, how many.

    Each side stands with the sentence that tells it and the independent origins behind it. A source that later says
    otherwise has corrected itself and does not disagree.

    Examples:

        dateline disagreements --store r.db --as-of 2023-03-21

        dateline disagreements --store r.db --event evt:2b7e
    """
    with open_record(reports, store) as record:
        table = record.disagreements(as_of=day(as_of), event=event, entity=entity)
        shown = shown_of(table, as_json=as_json, limit=limit)
        if as_json:
            print_json([table.row(found) for found in shown])
        else:
            for found in shown:
                print_disagreement(found)
                console().print()
            tell_rest(len(table) - len(shown))
        if not len(table):
            nothing("no disagreements found")


def print_disagreement(found: Disagreement) -> None:
    """Print a disagreement, its sides one below the other."""
    console().print(
        Text.assemble((str(found.kind), "bold red"), ": ", (found.headline, "bold"), (f"  {found.id}", "dim"))
    )
    for side in found.sides:
        _print_side(side)
    console().print(Text(f"  {found.why}", style="dim"))


def _print_side(side: Side) -> None:
    first = side.tellings[0]
    behind = listed([origin.name for origin in side.origins], at_most=len(side.origins))
    head = " · ".join(str(part) for part in (first.published_at, first.outlet, first.document) if part)
    quote = " ".join(first.mention.evidence.quote.split())
    console().print(Text.assemble(("  ", ""), (side.says, "bold yellow"), f", by {behind}"))
    console().print(Text.assemble((f"    {head}: ", "dim"), quote))
