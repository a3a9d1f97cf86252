"""dateline quotes: who said what."""

from __future__ import annotations

from typing import Annotated

import typer

from dateline.cli.options import AsJson, AsOf, Limit, Reports, StorePath, day, open_record
from dateline.cli.printing import print_table


def run(
    reports: Reports = None,
    store: StorePath = None,
    speaker: Annotated[
        str | None, typer.Option(help="Only this speaker (a name or an id).", show_default=False)
    ] = None,
    about: Annotated[str | None, typer.Option(help="Only words that contain this.", show_default=False)] = None,
    since: Annotated[str | None, typer.Option(help="Only what was published since.", show_default=False)] = None,
    as_of: AsOf = None,
    limit: Limit = None,
    as_json: AsJson = False,
) -> None:
    """Print quotations with their speakers, in order of publication.

    Examples:

        dateline quotes --store r.db --speaker "John Kirby"

        dateline quotes --store r.db --about ceasefire --since 2023-03-01
    """
    with open_record(reports, store) as record:
        table = record.quotations(as_of=day(as_of), speaker=speaker, about=about, since=day(since, first=True))
        headings = {"published_at": "Published", "speaker": "Speaker", "words": "Words", "outlet": "Outlet", "id": "Id"}
        print_table(table, headings, as_json=as_json, limit=limit)
