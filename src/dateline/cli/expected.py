"""dateline expected: what was announced and has not been told as done."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.options import AsJson, AsOf, Entity, Limit, Reports, StorePath, day, open_record
from dateline.cli.timeline import print_events


def run(
    reports: Reports = None,
    store: StorePath = None,
    as_of: AsOf = None,
    entity: Entity = None,
    overdue: Annotated[bool, typer.Option(help="What was due and has not been reported, instead.")] = False,
    unanswered: Annotated[
        bool, typer.Option("--unanswered", help="Invitations and offers that nothing has come of yet, instead.")
    ] = False,
    limit: Limit = None,
    as_json: AsJson = False,
) -> None:
    """Print what is due: announced, and by that day not yet told as done.

    Examples:

        dateline expected --store r.db --as-of 2023-03-18

        dateline expected --store r.db --overdue

        dateline expected --store r.db --unanswered
    """
    if unanswered and overdue:
        raise typer.BadParameter("give --overdue or --unanswered, not both")
    with open_record(reports, store) as record:
        if unanswered:
            print_events(record.unanswered(as_of=day(as_of), entity=entity), as_json=as_json, limit=limit)
        else:
            due = record.expected(as_of=day(as_of), entity=entity, overdue=overdue)
            print_events(due, as_json=as_json, limit=limit)
